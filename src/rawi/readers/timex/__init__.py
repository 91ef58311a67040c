"""Time expressions: words become items, items parts, parts days. In the order of the data's way:

lexis      what the lexicons say of each word, with the particles that may be written onto it
grid       a paragraph's tokens with the time words and numbers found at each
parts      what one expression says: year, month, weekday, an offset, a length, …; parts merge
base, counts, numeric, months, days, seasons, relative, lengths, clock    the rules, by kind
rules      which rules may begin at which kind of item
joining    neighbours into one expression
grammar    a paragraph into expressions
tense      whether the words around look back or ahead
sighting   each expression of an article with what stands around it
reckon, yearless, islamic, gregorian    parts of the calendar and a reference day into days
resolve    parts and a reference into a TIMEX3 value and days
anchors    what each hangs on: the article's date, the day of a speech, a date just named
"""
