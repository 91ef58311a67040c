"""Every dated happening of the story, one entry however many articles tell it.

tellings   one article's reading -> what it tells with a day: events, commitments, statements, sentences
index      the derived tables: tellings, and pairs of tellings of one happening
entries    pairs into entries, ranked, filtered, with their evidence and independence
"""
