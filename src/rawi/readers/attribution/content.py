"""Where a report ends: at its quotation's closing mark, the next report, the writer's words, the sentence.

The span that comes out neither begins nor ends with white space, a quotation mark, a comma or a stop.
"""

from __future__ import annotations

from rawi.arabic.analysis import Quote
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.sentential import OPENERS, sentential
from rawi.readers.attribution.words import Words, group, heads

_EDGE = " \t\r\n\u00a0\u200f\u200e،,.؛;:!؟?\"«»“”„'‘’`-–—…"
_JOIN = frozenset({"،", ",", "و", "ولكن", "لكن", "ثم"})


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, quotation marks and separators at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def direct_end(words: Words, quote: Quote, limit: int) -> int:
    """The offset where a quotation's report ends.

    Quotations that follow with no word or only «و» between them are one report.
    """
    end = quote.end
    stray = _stray(words, quote, limit)
    if stray is not None:
        return stray
    j = words.at(quote.outer_end)
    while j < limit:
        k = j
        while k < limit and words.norm[k] in _JOIN:
            k += 1
        following = words.quote[k] if k < limit else None
        if following is None or k - j > 2 or "\n" in words.text[end : following.start]:
            break
        if not words.spoken(following) and words.norm[j] not in _JOIN:
            break
        end = following.end
        j = words.at(following.outer_end)
    return end


def _stray(words: Words, quote: Quote, limit: int) -> int | None:
    """Where a quotation really ends, when its closing mark was printed twice.

    After the first closing mark the words run on, and before any other opening mark another closing one
    comes, alone. Returns the offset of that mark.
    """
    j = words.at(quote.outer_end)
    while j < limit:
        token = words.tokens[j]
        if words.quote[j] is not None:
            return None
        if token.text in '"»”' and token.start not in words.closings:
            closes = token.start > 0 and not words.text[token.start - 1].isspace()
            return token.start if closes and j - words.at(quote.outer_end) > 2 else None
        j += 1
    return None


def runs_on(words: Words, j: int, limit: int, cuts: frozenset[int], *, short: bool = False) -> bool:
    """Whether the clause goes on at token `j`, straight after a closing quotation mark.

    A word or two in marks (`short`) need what a preposition brings («عن "قلقه" إزاء العنف»).
    """
    if j >= limit or j in cuts or words.mark(j):
        return False
    if _writer(words, j, limit):
        return False
    if short and words.is_(j, "preposition") and not words.is_(j, "brings", "according"):
        return True
    if words.norm[j] == "علي" and _put_in_words(words, j + 2):
        return False
    if words.is_(j, "circumstance", "clause", "aside") or words.timed(j) or words.norm[j][0] in "و":
        return False
    if words.is_(j, "preposition") and heads(words.norm[min(j + 1, len(words) - 1)], "occasion"):
        return False
    return not (words.norm[j][0] == "ل" and heads(words.norm[j][1:], "medium"))


def clause_end(words: Words, start: int, limit: int, cuts: frozenset[int]) -> int:
    """Index of the token before which a report that begins at token `start` ends.

    1. The sentence's end, the paragraph's end, or the end of the quotation that all of it stands in.
    2. The clause of the next report (`cuts`).
    3. The writer's own words after a comma: attributions, asides, the occasion of the speech.
    """
    outer = words.inside[start] if start < len(words) else None
    stop = min(limit, words.stop[start] if start < len(words) else limit)
    if outer is not None:
        stop = min(limit, words.at(outer.end))
    i = start
    while i < stop:
        if i in cuts and i > start:  # 2
            return i
        quote = words.quote[i]
        if quote is not None:
            i = max(words.at(quote.outer_end), i + 1)
            continue
        norm = words.norm[i]
        if norm in "!؟?." and i > start and not _inner_dot(words, i, stop):
            return i
        writer = norm in ("،", ",", "؛", ";") and i + 1 < stop and _writer(words, i + 1, stop)  # 3
        if writer and not (_same_mixture(words, start, i, stop) or _told_where(words, i)):
            return i
        if i > start and norm in ("بحسب", "وفقا", "وفق", "حسبما") and _source_after(words, i):
            return i
        if i > start and norm in ("حسب", "في") and _aside_at(words, i, stop):
            return i
        if (
            i > start
            and norm == "علي"
            and words.norm[min(i + 1, stop - 1)] == "حد"
            and _put_in_words(words, i + 2)
        ):
            return i
        i += 1
    return stop


def _told_where(words: Words, comma: int) -> bool:
    """Whether the comma stands straight behind a verb of saying inside the content, whose occasion follows
    («قال إن فلانا أكد، في كلمته، أن»)."""
    cue = cue_at(words, comma - 1)
    return cue is not None and cue.form.shape != "participle" and words.norm[comma + 1] == "في"


def _same_mixture(words: Words, start: int, comma: int, stop: int) -> bool:
    """Whether «، وكان "…"» goes on with a report that mixes quoted words in («كان "خجولا"، وكان "يحب…"»)."""
    if words.norm[comma + 1] not in ("وكان", "وكانت", "وكانوا"):
        return False
    after = comma + 2
    mixed = any(words.quote[k] is not None for k in range(start, comma))
    return mixed and after < stop and words.quote[after] is not None


def _inner_dot(words: Words, i: int, stop: int) -> bool:
    """Whether the mark at `i` is a dot inside a word or number («10.5»), no stop without a space behind it."""
    if words.norm[i] != "." or i + 1 >= stop or words.tokens[i + 1].start != words.tokens[i].end:
        return False
    whole = words.tokens[i + 1].kind == "word" and len(words.norm[i + 1]) > 2
    before = words.norm[i - 1] if words.norm[i - 1] not in '"»”)' else words.norm[i - 2]
    return not (whole and words.tokens[i - 1].kind in ("word", "mark") and len(before) > 2)


def _writer(words: Words, i: int, stop: int) -> bool:
    """Whether the writer speaks again at token `i`, behind a comma."""
    norm = words.norm[i]
    following = words.norm[i + 1] if i + 1 < stop else ""
    cue = cue_at(words, i)
    if cue is not None and cue.form.shape == "participle" and cue.verb.sure == "strong":
        return words.norm[i - 1] in "،,"  # «، معتبرة الأمر خطأ»
    if norm == "فيما" and following.startswith(("يتعلق", "يخص", "يختص", "يتصل", "عدا")):
        return False  # «فيما يتعلق بالأجور»
    if norm == "ما" and heads(following.removesuffix("ت"), "causing", conjunction=False):
        return True  # «أعلنت أنها ستطرد اثنين، ما دعا السفير إلى»
    if norm in group("aside") or norm in group("resuming") or norm in ("فيما", "بينما"):
        return True
    if norm == "قبل" and following == "ان":
        return cue_at(words, i + 2) is not None
    if norm == "وفي" and following in ("ما", "التالي", "هذا"):
        return words.norm[min(i + 2, stop - 1)].startswith(("ي", "نص"))  # «، وفي ما يأتي نص الحوار»
    if norm == "وقد":  # a perfect tells what happened besides, an imperfect what may
        return following in ("تم", "تمت") or following[:1] not in ("ي", "ت", "ن", "")
    if (norm == "في" and following in ("وقت", "حين")) or (
        norm in ("وهو", "وهي") and following in ("ما", "الامر", "امر")
    ):
        return True
    if norm in ("وفق", "وفقا", "بحسب", "حسب", "طبقا"):
        return _source_after(words, i) or following in ("لما", "ل")
    if norm in ("حسبما", "نقلا"):
        return True
    if norm == "علي" and following in ("حد", "لسان", "هامش"):
        return True
    if norm == "في" and (
        following in ("اشاره", "تناقض", "تحول", "تحد", "خطوه", "موقف")
        or heads(following, "occasion")
    ):
        return True
    if norm in ("خلال", "عقب", "اثناء", "عبر", "كما") and (
        heads(following, "occasion")
        or following
        in ("قال", "ذكر", "جاء", "نقلت", "افاد", "افادت", "ذكرت", "قالت", "اعلن", "اعلنت")
    ):
        return True
    if norm in OPENERS and (sentential(words, i, stop) is not None or _gloss(words, i)):
        return True
    return norm == "ردا" or norm == "تعليقا"


def _gloss(words: Words, i: int) -> bool:
    """Whether «وهو تهديد قلل منه», «وهي اتهامات» at token `i` tells what that was which was said."""
    return words.norm[i] in ("وهو", "وهي") and heads(words.norm[i + 1], "told_thing", conjunction=False)


def _aside_at(words: Words, i: int, stop: int) -> bool:
    """Whether «في إشارة إلى…», «حسب ما قال…» stands at token `i`, the writer's own words without a comma."""
    following = words.norm[i + 1] if i + 1 < stop else ""
    if words.norm[i] == "حسب":
        return following == "ما" and cue_at(words, i + 2) is not None
    return following == "اشاره" and any(
        words.norm[k] == "الي" for k in range(i + 2, min(i + 6, stop))
    )


def _put_in_words(words: Words, j: int) -> bool:
    """Whether «قوله», «تعبيره», «وصفه» stands at `j`, after «على حد»."""
    return j < len(words) and words.norm[j].startswith(("قول", "تعبير", "وصف", "راي", "زعم"))


def _source_after(words: Words, i: int) -> bool:
    """Whether «بحسب» and its like are followed by a source."""
    j = i + 1
    if j < len(words) and words.norm[j] in ("اخر", "احدث", "بعض", "عده"):
        j += 1  # «وفق آخر المعطيات»
    if j >= len(words):
        return False
    norm = words.norm[j]
    rest = norm[1:] if norm[0] == "ل" else norm
    return (
        (words.name[j] is not None and words.name[j].type != "place")
        or any(heads(rest, g) for g in ("human", "medium", "document", "saying"))
        or rest in ("ما", "قوله", "قولها", "وصفه", "تعبيره")
    )


def form_of(words: Words, start: int, end: int, quote: Quote | None) -> str:
    """direct | indirect | mixed, for a content span of offsets.

    Direct: all of it stands inside marks. Mixed: a quotation that is no mere name runs through part of it.
    """
    if quote is not None and quote.start <= start + 1 and end <= quote.end + 1:
        return "direct"
    first, last = words.at(start), words.at(end)
    outer = words.inside[first] if first < len(words) else None
    if outer is not None and end <= outer.end:
        return "direct"
    if outer is not None and start >= outer.start and first < len(words):
        return "mixed" if not _name_quote(words, outer) else "indirect"
    for i in range(first, last):
        inner = words.quote[i]
        if (
            inner is not None
            and not _name_quote(words, inner)
            and (
                words.spoken(inner)
                or words.is_(i - 1, "complementizer")  # «بأنه "سيئ"»
                or (
                    i - first <= 1
                    and words.at(inner.end) - words.at(inner.start) <= 2
                    and _pronoun(words, inner)
                )
                or words.at(inner.end) - words.at(inner.start) >= 3
            )
        ):
            return "mixed"
    return "indirect"


def _name_quote(words: Words, quote: Quote) -> bool:
    """Whether a quotation holds a name or a term."""
    first, last = words.at(quote.start), words.at(quote.end)
    if last - first <= 0:
        return True
    named = sum(words.name[i] is not None for i in range(first, last))
    return named * 2 > last - first and last - first <= 4


def _pronoun(words: Words, quote: Quote) -> bool:
    """Whether the quotation's first word carries a pronoun, as names do not."""
    norm = words.norm[words.at(quote.start)]
    return norm.endswith(("ه", "ها", "هم")) and not words.tokens[
        words.at(quote.start)
    ].text.endswith("ة")
