"""Every dated happening of the story, one entry however many articles tell it.

tellings   one article's reading -> what it tells with a day: events, commitments, statements, sentences
index      the derived tables: tellings, and pairs of tellings of one happening
groups     pairs into entries, which are kept up to date article by article
entries    entries as users see them: filtered, ranked, with their evidence and independence
"""
