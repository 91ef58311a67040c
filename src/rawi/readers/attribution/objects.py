"""The noun phrase that is what was said: small questions about its first words."""

from __future__ import annotations

from rawi.readers.attribution.words import Words


def accusative_plural(words: Words, j: int) -> bool:
    """Whether the word is a sound masculine plural in the accusative, which no subject is."""
    norm = words.norm[j]
    return words.definite(j) and len(norm) > 6 and norm.endswith("ين")


def object_like(words: Words, j: int) -> bool:
    """Whether the word at `j` may open an object that is no masdar; a stray word of a name may not."""
    norm = words.norm[j]
    if words.core[j] != norm:
        return False
    return (
        words.definite(j)
        or norm.endswith(("ا", "ات", "ه"))
        or bool(words.tokens[j].enclitic)
        or words.quote[j] is not None
    )


def governs_quote(words: Words, j: int) -> bool:
    """Whether an indefinite noun at `j` stands straight before quoted words, which it governs
    («أكد إدانة "العنف"»)."""
    return not words.definite(j) and j + 1 < len(words) and words.quote[j + 1] is not None


def with_pronoun(words: Words, i: int) -> bool:
    """Whether token `i` ends in a pronoun, which closes its phrase («على إثره»)."""
    return bool(words.tokens[i].enclitic) or words.tokens[i].text[-1:] == "ه"


def predicated(words: Words, j: int) -> bool:
    """Whether a word follows at `j` that says what is thought of it («ذلك دليلاً»)."""
    return j < len(words) and not words.mark(j) and not words.is_(j, "preposition")


def pointed(words: Words, j: int) -> bool:
    """Whether a definite noun stands at `j`, behind a demonstrative («هذه الاتهامات»)."""
    return j < len(words) and words.definite(j)
