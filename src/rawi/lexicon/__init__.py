"""What the program knows of Arabic and of the news, as files that a person can edit."""

from rawi.lexicon.load import table, words

__all__ = ["table", "words"]
