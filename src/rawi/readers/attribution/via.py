"""The medium that words went through: «في تغريدة له على تويتر», «لوكالة…», «لـ"…"», «خلال مؤتمر صحفي»."""

from __future__ import annotations

from rawi.readers.attribution.content import trim
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.words import Words, bare, group, heads
from rawi.records import Span

LONGEST = 14  # tokens


def via_between(
    words: Words, first: int, last: int, skip: tuple[int, int] | None = None
) -> Span | None:
    """The first medium named in tokens `first:last`, outside the speaker's tokens `skip`.

    1. «في/خلال/عبر» + a noun of occasion, to the next comma, clause or colon; where «لـ» + outlet follows
       a mere «تصريح» or «حديث», the outlet is the medium.
    2. «لـ» + the noun of an outlet, an outlet's name, or a quoted name.
    """
    i = first
    while i < last:
        if skip is not None and skip[0] <= i < skip[1]:
            i = skip[1]
            continue
        # 1
        if words.is_(i, "brings") and i + 1 < last and heads(words.norm[i + 1], "occasion"):
            end = _end(words, i + 2, last, skip)
            talk = heads(words.norm[i + 1], "talk")
            inner = next(
                (
                    k
                    for k in range(i + 2, end)
                    if talk and words.norm[k][0] == "ل" and _to_outlet(words, k)
                ),
                None,
            )
            begin = i if inner is None else inner
            return _span(words, begin, end)
        # 2
        if _to_outlet(words, i):
            return _span(words, i, _end(words, i + 1, last, skip))
        i += 1
    return None


def _to_outlet(words: Words, i: int) -> bool:
    """Whether token `i` is «لـ» before an outlet."""
    norm = words.norm[i]
    if norm in ("ل", "مع") and i + 1 < len(words):
        quote = words.quote[i + 1]
        if quote is not None and not words.spoken(quote):
            return True
        return norm == "مع" and heads(words.norm[i + 1], "medium", conjunction=False)
    if norm[0] != "ل" or len(norm) < 4:
        return False
    rest = bare(norm) if norm.startswith("لل") else norm[1:]
    name = words.name[i]
    if rest == "وكاله" and name is not None and name.type == "organization":
        return False  # «وكالة الطاقة»
    if rest in group("medium"):
        return True
    return name is not None and name.type == "outlet" and name.start >= words.tokens[i].start


def _end(words: Words, i: int, last: int, skip: tuple[int, int] | None) -> int:
    stop = min(last, i + LONGEST)
    while i < stop:
        if skip is not None and i == skip[0]:
            break
        quote = words.quote[i]
        if quote is not None and not words.spoken(quote):
            i = words.at(quote.outer_end)
            continue
        if words.norm[i] == "(" and i + 2 < stop and words.norm[i + 2] == ")":
            i += 3
            continue
        if words.mark(i) and words.norm[i] not in "-/@_":
            break
        if words.norm[i] in ("ما", "مما") or _says(words, i):
            break
        if words.is_(i, "complementizer", "relative", "adverb") or (
            words.timed(i) and words.name[i] is None
        ):
            break
        if words.is_(i, "circumstance") or (
            words.norm[i][0] == "و"
            and len(words.norm[i]) > 4
            and words.name[i] is None
            and words.tokens[i].text[0] == "و"
            and not words.norm[i].startswith("وال")
        ):
            break
        i += 1
    return i


def _says(words: Words, i: int) -> bool:
    """Whether a participle that reports stands at token `i` («على صفحته قائلا»)."""
    cue = cue_at(words, i)
    return cue is not None and cue.form.shape == "participle" and cue.verb.sure == "strong"


def _span(words: Words, first: int, last: int) -> Span | None:
    if last <= first:
        return None
    start, end = trim(words.text, words.tokens[first].start, words.tokens[last - 1].end)
    return Span.of(words.text, start, end) if end > start else None
