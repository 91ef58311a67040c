"""What stands in quotation marks and is a name, no speech."""

from __future__ import annotations

from rawi.readers.attribution.cues import read_word
from rawi.readers.attribution.nouns import verb_like
from rawi.readers.attribution.words import Words, heads

LONG_NAME = 6  # words of an outlet's name
LONG_TITLE = 8  # words of a body's


def titled(words: Words, i: int) -> bool:
    """Whether the quotation at `i` is the name of the outlet whose noun stands before it, or of the body
    in whose name somebody speaks."""
    quote = words.quote[i]
    inner = range(words.at(quote.start), words.at(quote.end)) if quote is not None else ()
    long = sum(not words.mark(k) for k in inner)  # «"إن.بي.سي نيوز"»
    shown = i > 0 and (heads(words.norm[i - 1], "medium") or words.norm[i - 1] == "باسم")
    return (shown and long <= LONG_NAME) or names_body(words, i)


def names_body(words: Words, i: int) -> bool:
    """Whether the quotation at `i` is a body's long name («"تجمع التجار الصغار في المرفأ"»): it begins with
    what bodies are called by, and nothing in it makes a clause."""
    quote = words.quote[i]
    if quote is None or (i > 0 and words.norm[i - 1] == ":"):
        return False
    first, last = words.at(quote.start), words.at(quote.end)
    name = words.name[first]
    body = heads(words.norm[first], "body", conjunction=False)
    if not (body or (name is not None and name.type == "organization")) or last - first > LONG_TITLE:
        return False
    return not any(_of_a_clause(words, k) for k in range(first + 1, last))


def _of_a_clause(words: Words, k: int) -> bool:
    """Whether the word at `k` shows a clause: a mark, a verb, a pronoun, what brings another clause."""
    norm = words.norm[k]
    if words.mark(k):
        return norm not in '-/"«»“”'
    if words.is_(k, "thing", "relative", "complementizer", "particle", "with_pronoun", "clause"):
        return norm != "و"
    if words.name[k] is not None or words.definite(k):
        return False
    verb = verb_like(norm) or read_word(norm)[0] or (norm[-1] == "ت" and not norm.endswith("ات"))
    return bool(verb or words.tokens[k].enclitic)
