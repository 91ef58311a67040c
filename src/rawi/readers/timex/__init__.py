"""Time expressions: words become items, items parts, parts days.

lexis     what the lexicons say of each word, with the particles that may be written onto it
grid      a text's tokens with the time words and numbers found at each
parts     what one expression says: year, month, weekday, an offset, a length, …; parts merge
grammar   items into parts, one rule a kind of expression
resolve   parts and a reference day into a TIMEX3 value and days
tense     whether the words around look back or ahead
"""
