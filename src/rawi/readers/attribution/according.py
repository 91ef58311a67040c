"""Attribution by a preposition: «وفق/بحسب/طبقاً لـ X», «نقلاً عن X», «على حد قول X», «كما قال X».

Before a comma it covers what follows in the sentence; after a comma, what precedes. Where another report
already covers those words the attribution only says it again, or names the medium.
"""

from __future__ import annotations

from bisect import bisect_left

from rawi.readers.attribution.ahead import innermost
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.issuing import issuer
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.reports import Report
from rawi.readers.attribution.viewpoint import viewpoint
from rawi.readers.attribution.words import Words, group, heads

_DASHES = frozenset("-–—")
_REMINDING = frozenset(["يذكر", "ويذكر", "يشار", "ويشار", "يشير", "جدير", "الجدير", "والجدير", "تجدر", "وتجدر"])
_SAYING = frozenset({"say", "announce", "affirm"})
SHORTEST_CONTENT = 3  # words that «على حد قوله» may cover
CLAUSE = 5  # tokens of a clause between two commas that an attribution interrupts
TOPIC = 4  # tokens before an attribution that may be only what its clause is about
TOLD_IN = 9  # tokens of an occasion («في بيان نشره الجمعة») behind «كما أعلن فلان»


def according(words: Words, i: int, first: int, limit: int) -> Report | None:
    """The attribution at token `i` of a sentence that begins at `first`, or None.

    1. The words of attribution and the source after them; the source must be able to speak
       («وفقاً للقانون» is agreement with a rule, not attribution).
    2. At the sentence's head its content follows the comma; otherwise it is what stands before.
    """
    norm = words.norm[i]
    stop = min(limit, words.stop[i])
    found = _source(words, i, stop)  # 1
    if found is None:
        return _in_his_words(words, i, first, stop)
    phrase, after, cue_last = found
    lead = i == first or (i == first + 1 and words.norm[first] in ("و", "-"))
    if lead:  # 2
        j = after
        if words.is_(j, "relative"):  # «وفقا للموقع الذي نقلت عنه الصحيفة، فإن»
            comma = (k for k in range(j, min(stop, j + TOLD_IN)) if words.norm[k] in "،,")
            j = next(comma, j)
        while j < stop and words.norm[j] not in ("،", ","):
            if words.norm[j] in ("فقد", ":") and j + 3 < stop:  # «ووفقا لما قاله الباحث: "…"»
                start = j + (words.norm[j] == ":")
                return Report(i, cue_last, start, None, phrase, "say", "attribution before", 0.8)
            if words.norm[j].startswith("فان") and words.is_(j, "complementizer"):
                start = j + (words.norm[j] == "فان")  # «وبحسب الصحيفة فإن…»
                return Report(i, cue_last, start, None, phrase, "say", "attribution before", 0.8)
            if words.is_(j, "complementizer") or cue_at(words, j) is not None:
                return None
            j += 1
        if j + 2 >= stop or j - after > 14:
            return None
        start = j + 1
        if words.is_(start, "relative"):  # «وبحسب الفريق، الذي تابع…، فإن»
            comma = next((k for k in range(start, stop - 2) if words.norm[k] in ("،", ",")), None)
            if comma is None:
                return None
            start = comma + 1
        if words.timed(start) and start + 2 < stop and words.norm[start + 1] in ("،", ","):
            start += 2  # «ووفقاً للتقرير، الأربعاء، فإن…»
        if words.norm[start] in ("فان", "ان"):
            start += 1
        return Report(i, cue_last, start, None, phrase, "say", "attribution before", 0.8)
    told_by = norm == "حسب" and words.norm[i + 1] == "ما"  # «… سنويا حسب ما أكدت الوزارة»
    if words.norm[i - 1] not in ("،", ",") and norm in ("حسب", "وحسب", "نقلا") and not told_by:
        return None
    if norm[0] == "و" and norm not in ("وفق", "وفقا", "وصف"):
        return None
    within = innermost(words, first, i)
    if within > first and words.norm[min(after, stop - 1)] in "،,":
        return Report(i, cue_last, within, i, phrase, "say", "attribution after", 0.75)
    last = i - 1 if words.norm[i - 1] in ("،", ",") else i
    if words.is_(last - 1, "complementizer"):
        return None  # «يشار إلى أنه، وفقا لـ…، …»
    if last > first and words.norm[last - 1] == "وذلك":
        last -= 1 + (words.norm[last - 2] in ("،", ","))  # «…، وذلك وفقا لـ»
    inserted = words.norm[i - 1] in "،," and words.norm[min(after, stop - 1)] in "،,"
    if inserted and after + 2 < stop:  # «…، يضاف إليهم، بحسب الوزارة، نحو…»: of its own clause
        comma = next(
            (k for k in range(i - 2, max(first, i - 2 - CLAUSE), -1) if words.norm[k] in "،,"), None
        )
        first = comma + 1 if comma is not None and words.tokens[i - 2].enclitic else first
    if (
        i - first <= TOPIC
        and after + TOPIC < stop
        and words.norm[after] not in "،,."
        and _bare(words, first, i)
    ):
        last = _parenthesis_end(words, after + 1, stop)  # «هذه العقوبات بحسب مراقبين قد تضر»
    fronted = words.is_(first, "preposition") and words.norm[i - 1] not in "،,"
    if fronted and last == i and after + TOPIC < stop and words.timed(after):
        last = _parenthesis_end(words, after + 1, stop)  # «في التسجيل الذي أجري بحسب فلان عام 2017، يسمع»
    dashed = words.norm[i - 1] in _DASHES and words.norm[min(after, stop - 1)] in _DASHES
    last = i - 1 if dashed else last
    open_ = after + 4 < stop and words.norm[after] in ("،", ",") and not _aside(words, after + 1)
    if (dashed and after + 2 < stop) or open_:
        last = _parenthesis_end(words, after + 1, stop)  # «أسفرت المعارك، وفق المصدر، عن…»
    if words.norm[first] in _REMINDING:
        first = next(
            (k + 1 for k in range(first, min(first + 4, last)) if words.norm[k] == "ان"), first
        )
    return Report(i, cue_last, first, last, phrase, "say", "attribution after", 0.75)


def _in_his_words(words: Words, i: int, first: int, stop: int) -> Report | None:
    """«…، على حد قوله» and «…، بحسب تعبيرها», whose speaker is hidden: what stands before is the content."""
    j = i + 1
    if words.norm[i] == "علي" and words.norm[min(j, stop - 1)] == "حد":
        j += 1
    elif not words.is_(i, "according"):
        return None
    if j >= stop or not words.tokens[j].enclitic or words.tokens[j].base not in group("wording"):
        return None
    last = i - 1 if words.norm[i - 1] in ("،", ",") else i
    if last - first < SHORTEST_CONTENT or words.norm[j][-1:] not in ("ه", "ا", "م"):
        return None
    return Report(i, j + 1, first, last, None, "say", "attribution after", 0.75)


def _aside(words: Words, i: int) -> bool:
    """Whether what goes on behind an attribution's comma is the writer's own («، وذلك بعد…»)."""
    return (
        words.is_(i, "aside", "clause", "circumstance", "relative")
        or words.core[i] != words.norm[i]
        or (words.definite(i) and words.norm[i].startswith("ال"))  # «وفق المكتب، التابع لـ…»
    )


def _parenthesis_end(words: Words, i: int, stop: int) -> int:
    """Where a clause that an attribution interrupts ends: before a comma that opens a new one."""
    breaks = words.known("clauses behind commas", lambda: _clauses(words))
    found = bisect_left(breaks, i)
    if found < len(breaks) and breaks[found] < stop - 1:
        return breaks[found]
    return stop - 1 if words.mark(stop - 1) else stop


def _clauses(words: Words) -> list[int]:
    """The commas behind which a new clause or an aside opens, in order."""
    return [
        k
        for k in range(len(words) - 1)
        if words.norm[k] in "،,"
        and (
            words.is_(k + 1, "aside", "clause")
            or words.norm[k + 1] in ("ولم", "ولا", "ولن", "وهو", "وهي")
            or _participle(words, k + 1)
        )
    ]


def _bare(words: Words, first: int, last: int) -> bool:
    """Whether no verb can stand in tokens `first:last`: they are what a clause is about."""
    return all(
        words.definite(k) or words.name[k] is not None or words.is_(k, "pointing", "preposition")
        for k in range(first, last)
    )


def _participle(words: Words, i: int) -> bool:
    """Whether a participle that reports opens a clause at token `i` («، مشيرة إلى أن»)."""
    cue = cue_at(words, i)
    return cue is not None and cue.form.shape == "participle" and cue.verb.sure == "strong"


def _source(words: Words, i: int, stop: int) -> tuple[Phrase | None, int, int] | None:
    """(source, index after it, index after the cue) of the attribution that begins at `i`; the source is None
    where a pronoun points at who spoke last («ووفقا له، فإن»)."""
    norm = words.norm[i]
    following = words.norm[i + 1] if i + 1 < stop else ""
    j = i + 1
    if words.is_(i, "according") and following in ("له", "لها"):
        return None, j + 1, j + 1
    if words.is_(i, "according"):
        if norm in ("نقلا", "ونقلا"):
            if following != "عن":
                return None
            j = i + 2
        elif following == "ل" and j + 1 < stop:
            j += 1
    elif norm == "كما" and words.norm[i - 1] in ("،", ",", "-", "–", "—"):
        return _as_said(words, i, stop)
    elif norm in ("علي", "وعلي") and following == "حد":
        j = i + 2
        if j < stop and words.is_(j, "wording"):
            j += 1
        else:
            return None
    elif norm == "علي" and following == "لسان" and words.norm[i - 1] in ("،", ","):
        j = i + 2
    else:
        return viewpoint(words, i, stop)
    cue_last = j
    if (j < stop and words.norm[j] in ("ما", "لما")) or norm in ("حسبما", "وحسبما"):
        if norm not in ("حسبما", "وحسبما"):
            j += 1
        if j >= stop or words.mark(j) or words.norm[j] == "هو":
            return None
        cue_last = j + 1
        j += 1  # the verb
        if j < stop and words.norm[j] == "في":  # «حسبما جاء في بيان»
            j += 1
        if j < stop and words.norm[j] in ("عنه", "عنها", "به", "بها"):
            j += 1
        phrase = noun_phrase(words, j, stop)
        phrase = phrase and (issuer(words, phrase) or phrase)  # «حسبما جاء في بيان للوزارة»
        if phrase is None or not phrase.speaks:
            return None
        after = phrase.last
        if after + 1 < stop and words.norm[after] == "عن":
            quoted = noun_phrase(words, after + 1, stop)
            if quoted is not None and quoted.speaks:
                return quoted, quoted.last, cue_last
        return phrase, after, cue_last
    if j + 1 < stop and words.is_(j, "wording"):
        j += 1  # «بحسب وصف الكاتب»
    if j >= stop or words.is_(j, "thing") or words.norm[j].endswith(("النتايج", "للنتايج")):
        return None
    attached = words.norm[j][0] == "ل" and norm not in ("بحسب", "حسب")
    ruled = words.norm[j][2:] if words.norm[j].startswith("لل") else words.norm[j][attached:]
    if heads(ruled, "rule") and words.norm[min(j + 1, stop - 1)] != "الاتهام":
        return None  # «وفقاً للقانون»; «لائحة الاتهام» speaks
    phrase = noun_phrase(words, j, stop) if not attached else after_lam(words, j, stop)
    phrase = phrase and (issuer(words, phrase) or phrase)
    if phrase is None or phrase.kind not in ("person", "human", "body", "document", "name"):
        return None
    name = words.name[phrase.first]
    if words.quote[phrase.first] is not None:
        name = words.name[phrase.first + 1]
        if heads(words.norm[phrase.first + 1], "rule") or (
            name is not None and name.type == "place"
        ):
            return None
    if name is not None and name.type == "place" and phrase.last - phrase.first == 1:
        return None
    return phrase, phrase.last, cue_last


def _as_said(words: Words, i: int, stop: int) -> tuple[Phrase, int, int] | None:
    """«كما يقول رئيس النقابة»: a verb of saying and its subject, and nothing said after it."""
    cue = cue_at(words, i + 1) if i + 1 < stop else None
    if cue is None or cue.verb.act not in _SAYING or "quote" not in cue.verb.takes:
        return None
    phrase = noun_phrase(words, i + 2, stop, cue.verb)
    if phrase is None or not phrase.speaks:
        return None
    after = phrase.last
    while after < stop and after - phrase.last < TOLD_IN and not words.mark(after):
        told_in = words.is_(after, "brings") or words.timed(after) or words.norm[after][0] == "ل"
        if words.is_(after, "complementizer") or (after == phrase.last and not told_in):
            return None  # what was said follows
        after += 1
    closes = after >= stop or (words.mark(after) and words.quote[after] is None)
    return (phrase, after, i + 2) if closes and words.norm[min(after, stop - 1)] != ":" else None


def after_lam(words: Words, j: int, stop: int) -> Phrase | None:
    """The noun phrase whose first word carries «لـ»."""
    norm = words.norm[j]
    rest = norm[2:] if norm.startswith("لل") else norm[1:]
    if heads(rest, "document") and words.is_(j + 1, "issued"):
        return Phrase(j, j + 1, "document")  # «وفقا لبيانات أصدرها…»
    if heads(rest, "document") and j + 1 < stop and words.norm[j + 1][0] == "ل":
        given = issuer(words, Phrase(j, j + 2, "document"))
        given = given and after_lam(words, j + 1, stop)
        if given is not None:
            return given  # «وفقا لتصريحات لمصدر أمني»
    named = words.name[j]
    if (
        named is not None
        and named.type in ("organization", "outlet")
        and words.at(named.end) > j + 1
    ):
        return Phrase(j, words.at(named.end), "name")
    quote = words.quote[j + 1] if j + 1 < stop else None
    phrase = noun_phrase(words, j + 1, stop)
    if quote is not None and not words.spoken(quote):
        phrase = Phrase(j + 1, words.at(quote.outer_end), "name")
    whole = phrase is not None and (
        phrase.kind in ("noun", "person", "name")
        or (heads(rest, "human") and words.definite(j + 1))  # «لوزير الخارجية فلان»
        or (not norm.startswith("لل") and words.definite(j + 1))  # «لوسائل الإعلام المحلية»
    )
    last = phrase.last if phrase is not None and whole else j + 1
    for kind in ("human", "body", "document"):
        if heads(rest, kind):
            return Phrase(j, last, kind)
    if heads(rest, "medium"):
        return Phrase(j, last, "body")
    name = words.name[j]
    if name is not None and name.type in ("person", "organization", "outlet"):
        return Phrase(j, words.at(name.end), "name")
    return None
