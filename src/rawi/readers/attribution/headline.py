"""Headlines that report without a verb: «فلان: …», and the noun or passive that announces («إعلان …»)."""

from __future__ import annotations

from collections.abc import Callable

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.nominal import Report
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.words import Passage, Words, bare, group, masdar_like

_ANNOUNCING = {"اعلان": "announce", "تاكيد": "affirm", "نفي": "deny"}


def headline(words: Words, passage: Passage, known: Callable[[Phrase], bool]) -> Report | None:
    """The report of a headline that no verb carries, or None.

    1. A noun phrase that can speak, a colon, the content. A place speaks only where the content shows a
       voice («روسيا: لن نقبل»); else it is the headline's topic («مصر: حريق…»).
    2. «إعلان إنهاء…»: the speaker is sought in the text afterwards.
    """
    first, last = passage.first, passage.last
    if last - first < 4:
        return None
    # 1
    for j in range(first + 1, min(first + 9, last - 2)):
        if words.norm[j] != ":":
            continue
        phrase = noun_phrase(words, first, j)
        if phrase is None or phrase.last != j or not (phrase.speaks or known(phrase)):
            return None
        if words.norm[first] in ("مقال", "كتاب", "راي", "فيديو"):
            return None
        name = words.name[first]
        opens = words.norm[j + 1]
        voice = (
            opens in group("voice")
            or words.quote[j + 1] is not None
            or (opens[:1] == "ن" and len(opens) > 3 and not masdar_like(opens))
        )
        if (
            phrase.kind in ("name", "body")
            and (name is None or name.type in ("place", "outlet"))
            and not voice
        ):
            return None
        start = j + 2 if words.quote[j + 1] is not None else j + 1
        return Report(j, j, start, last, phrase, "say", "headline with colon", 0.85)
    # 2
    act = _ANNOUNCING.get(words.norm[first])
    if act is not None and masdar_like(words.norm[first + 1]) and words.name[first + 1] is None:
        last = next(
            (
                k
                for k in range(first + 2, last)
                if words.norm[k] in ("رغم", "بعد", "وسط", "خلال", "عقب", "،", ",", "..")
            ),
            last,
        )
        return Report(first, first + 1, first + 1, last, None, act, "headline noun", 0.6)
    return None


def echoes(words: Words, first: int, last: int, other_first: int, other_last: int) -> float:
    """The share of a headline's words whose beginnings also stand in a statement's content, 0 to 1.

    Four letters are compared, which sees through endings («القتالي», «القتالية»).
    """
    keys = {k for i in range(first, last) if (k := _key(words, i))}
    others = {k for i in range(other_first, other_last) if (k := _key(words, i))}
    return len(keys & others) / len(keys) if keys else 0.0


def _key(words: Words, i: int) -> str:
    if words.mark(i) or words.is_(i, "preposition"):
        return ""
    word = bare(words.norm[i])
    return word[:4] if len(word) > 2 else ""
