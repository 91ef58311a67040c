"""Where the content of a reporting verb begins, and the subject that stands between.

After the verb come, in any order, the subject, times, places, the occasion and asides between commas;
then what opens the content: a clause («أن»), a colon or quotation, the verb's own preposition, or a
noun phrase as object. `complement` walks over the former to the latter.
"""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.attribution.apposition import name_withheld
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, cue_at
from rawi.readers.attribution.in_marks import names_body
from rawi.readers.attribution.nouns import Phrase, starts_phrase
from rawi.readers.attribution.objects import deed_in_marks
from rawi.readers.attribution.opening import (
    Frame,
    after_colon,
    by_preposition,
    clause_frame,
    hangs_on,
    is_remark,
    is_title,
    opens_clause,
)
from rawi.readers.attribution.phrases import at_phrase
from rawi.readers.attribution.walk import (
    Walk,
    counted,
    described,
    described_occasion,
    glossed,
    headed,
    joined_addressee,
    judged_in_marks,
    of_each,
    pass_mark,
    past_report,
    so_called,
    strays,
)
from rawi.readers.attribution.words import Words, group, masdar_like

ASIDE = 30  # tokens of «بعد أن …،» between verb and content
FARTHEST = 60  # tokens from verb to content; the longest in ANT (two appositions and an occasion) is 52
UNKNOWN = 2  # words of a name behind a title that no reader knew
OCCASION = 10  # tokens of «في بيان نشر أمس» between a subject and its clause
_ASKING = frozenset({"تساءل", "سأل", "استفسر"})  # a question is what they say: «تساءل كيف حدث»


def complement(words: Words, cue: Cue, limit: int, before: Phrase | None = None) -> Frame | None:
    """The frame of `cue` within tokens before `limit`, or None where nothing opens a content.

    `before` is the subject where it stands before the verb; then no other is sought after it.

    1. A clause, a colon or a quotation opens it.
    2. The verb's preposition opens it, once the subject is passed.
    3. A noun phrase opens it, where the verb takes one as object and the subject is passed or hidden.
    4. Otherwise the token belongs to the subject or to the circumstances and is passed.
    """
    if words.norm[cue.index] in group("saying"):
        timed = cue.index + 1
        while timed < limit and words.timed(timed):
            timed += 1
        limit = min(limit, timed + 2)
    stop = min(limit, cue.index + FARTHEST, words.stop[cue.index])
    walk = Walk(words, cue, stop, limit, subject=before, preverbal=before is not None)
    while walk.j < walk.stop and not walk.over:
        frame = step(walk)
        if frame is not None and frame.start >= len(words):
            return None  # the text ends where something was to be told
        if frame is not None:
            frame = _clause_behind(walk, frame)
            begins = described(walk, frame)
            if begins is not None:
                frame = replace(frame, start=begins, quote=None)
            return replace(frame, unread=walk.unread and frame.subject is None)
    return None


def step(walk: Walk) -> Frame | None:
    """The frame that opens at the present token; else None, and the walk has moved on or is over."""
    words, j = walk.words, walk.j
    norm = words.norm[j]
    if norm in group("complementizer") and not walk.hyphened():
        return _clause(walk)
    if walk.cue.verb.past in _ASKING and norm in group("asking"):
        return Frame(walk.cue, "clause", j, j, None, walk.subject)
    if norm == ":" and (behind := headed(words, j)) is not None:
        walk.j = behind
        return None
    if norm == ":":
        walk.over = True
        return after_colon(words, walk.cue, j, walk.subject, walk.limit)
    if words.quote[j] is not None:
        return _quotation(walk)
    if words.mark(j):
        return pass_mark(walk)
    if (
        norm in ("نفسه", "نفسها", "انفسهم")
        and not words.is_(j - 1, "time")
        and walk.subject is not None
    ):
        walk.phrases, walk.object = walk.phrases + 1, j  # «تصف الجماعة نفسها بأنها»
    after = described_occasion(walk) or so_called(walk) or glossed(walk)
    if after is None and walk.subject is not None:
        after = name_withheld(words, j, walk.stop)
    if after is not None:
        walk.j = after
        return None
    if norm[0].isdigit() and j == walk.cue.index + 1 and counted(walk):
        return None
    if norm == "فيما" and words.norm[min(j + 1, len(words) - 1)] == "بعد":
        walk.j += 2
        return None
    if (
        norm == "بذلك"
        and "ب" in walk.cue.verb.takes
        and words.norm[min(j + 1, len(words) - 1)] != ":"
    ):
        walk.over = True  # «وتعهد الوزير بذلك»
        return None
    if walk.subject is not None and words.is_(j, "according") and words.norm[j - 1] not in "،,":
        source = noun_phrase(words, j + 1, walk.stop, walk.cue.verb)  # «وأكد الوزير بحسب البيان دعم …»
        walk.j = source.last if source is not None else j + 1
        return None
    sourced = walk.subject is None and words.is_(j, "according")
    if sourced and j > walk.cue.index + 1:  # «وقال، وفقا لبيان نشرته الوزارة: …»
        walk.j = next((k for k in range(j + 1, walk.stop) if _parts(words, k)), walk.stop)
        return None
    if (
        norm in ("كل", "كلا", "كلتا")
        and (j == walk.cue.index + 1 or words.is_(j - 1, "with_pronoun"))
        and j + 2 < walk.stop
        and of_each(walk)
    ):
        return None
    marked = j + 1 < len(words) and words.quote[j + 1] is not None
    called = walk.cue.verb.past == "وصف" and norm == "ب" and marked
    apart = not walk.finite and words.norm[walk.cue.index - 1] in "،,"  # «، مذكرا بموقفه»
    governs = apart or walk.cue.verb.sure != "weak"
    if (not walk.subordinate or called) and governs:
        frame = by_preposition(words, walk.cue, j, walk.subject, walk.phrases + walk.preverbal)
        if frame is not None:
            return frame
    if (
        norm == "ما"
        and (
            walk.subject is not None
            or words.norm[j - 1] == "بذلك"  # «نافيا بذلك ما تردد»
            or (not walk.finite and j == walk.cue.index + 1)  # «نافيا ما نسب إليه»
        )
        and "np" in walk.cue.verb.takes
        and (words.norm[j - 1] == "بذلك" or not walk.governed())
    ):
        return Frame(walk.cue, "object", j, j, None, walk.subject)  # «نفت ما تم تداوله»
    if not ((words.timed(j) and words.name[j] is None) or norm in group("adverb")):
        told_by = words.norm[j - 2] in ("ما", "لما") and words.is_(
            j - 3, "according"
        )  # «بحسب ما نقلته الوكالة»
        governed = walk.subordinate or told_by or walk.governed()
        if not governed and starts_phrase(words, j):
            return at_phrase(walk)
        if words.is_(j, "relative") or (
            words.is_(j, "circumstance") and not words.is_(j, "preposition")
        ):
            walk.subordinate = True
        attached = norm[0] in "لبك" and len(norm) > 3 and not starts_phrase(words, j)
        walk.prepositional = walk.prepositional or attached or words.is_(j, "preposition")
    elif words.timed(j) and walk.subject is not None:
        walk.prepositional = False  # «قبل أسبوع» is whole
    walk.j += 1
    return None


def _clause(walk: Walk) -> Frame | None:
    """Step 1 at a complementizer."""
    words, j = walk.words, walk.j
    if walk.cue.verb.sure == "weak" and not walk.near():
        walk.over = True
        return None
    if strays(walk):
        walk.j += 1
        return None
    if (main := past_report(walk)) is not None:
        walk.j = main
        return None
    if opens_clause(words, walk.cue, j, walk.subordinate):
        needy = "object" in walk.cue.verb.traits and not walk.preverbal and not walk.cue.object
        one_phrase = needy and walk.phrases == 1
        return clause_frame(words, walk.cue, j, None if one_phrase else walk.subject)
    if words.is_(j - 1, "preposition") and words.norm[j - 1] not in walk.cue.verb.prepositions:
        walk.subordinate = True
    if words.norm[j - 1] in ("بعد", "منذ", "رغم") and words.norm[j - 2] != "من":
        commas = (k for k in range(j, min(walk.stop, j + ASIDE)) if words.norm[k] in "،,")
        walk.j = next(commas, j + 1) - 1  # «وأضاف، بعد أن اعترفت بأنها…، أن»
    walk.j += 1
    return None


def _clause_behind(walk: Walk, frame: Frame) -> Frame:
    """The clause that a few words further on is what was said: behind where it was said («ألمح في زيارته إلى
    لندن أنه …»), behind a name that no reader knew («اعتبر نائب الرئيس كذا كذا أنه …»)."""
    words, first = walk.words, frame.start
    if frame.kind not in ("preposition", "object") or "an" not in walk.cue.verb.takes:
        return frame
    k = next((k for k in range(first, min(first + UNKNOWN + 1, walk.stop)) if _parts(words, k)), first)
    if k == first or not words.is_(k, "complementizer") or words.norm[k].startswith("بان"):
        return frame
    subject, town = walk.subject, words.name[first]
    if subject is not None and subject.last == first and words.norm[first][0] == "ب":
        at = Phrase(subject.first, k, subject.kind)  # «أفاد مسؤولون بالصحة أنه»
        return clause_frame(words, walk.cue, k, at) if words.definite(k - 1) else frame
    if town is not None and town.type == "place" and words.at(town.end) == k:
        return clause_frame(words, walk.cue, k, subject)
    adjacent = subject is not None and subject.last == first and subject.kind == "human"
    between = range(first, k)
    foreign = not any(
        words.definite(i) or words.tokens[i].enclitic or words.tokens[i].proclitics
        or ((name := words.name[i]) is not None and name.type != "person")
        for i in between
    )  # fmt: skip
    if subject is None or not (adjacent and foreign and k - first == UNKNOWN):
        return frame
    return clause_frame(words, walk.cue, k, Phrase(subject.first, k, subject.kind))


def _parts(words: Words, k: int) -> bool:
    """Whether an attribution on the way ends before token `k`."""
    return words.norm[k] in "،,:" or words.is_(k, "complementizer") or words.quote[k] is not None


def _quotation(walk: Walk) -> Frame | None:
    """Step 1 at a quotation; a short one may be the subject's name."""
    words, j, cue = walk.words, walk.j, walk.cue
    quote = words.quote[j]
    after = max(words.at(quote.outer_end), j + 1)
    if joined_addressee(walk):
        first = walk.cue.index + 1 if walk.subject is None else walk.subject.first
        return Frame(cue, "preposition", first, first, None, None)
    if judged_in_marks(walk):
        return Frame(cue, "object", j, j + 1, quote, None)
    if _names_subject(walk, after):
        walk.subject, walk.phrases, walk.j = Phrase(j, after, "name"), 1, after
        return None
    addressee = words.norm[j - 1] in ("ل", "مع")  # «لـ"…"» names the medium
    said = words.spoken(quote) or is_remark(words, cue, j, after, walk.stop)
    if (
        said
        and "quote" in cue.verb.takes
        and not addressee
        and not is_title(words, cue, j, after, walk.subordinate, walk.subject)
        and hangs_on(words, cue, j, walk.subject)
    ):
        return Frame(cue, "quote", j, j + 1, quote, walk.subject)
    if "np" in cue.verb.takes and walk.subject is not None and deed_in_marks(words, j):
        return Frame(cue, "object", j, j + 1, quote, walk.subject)
    opens = after < walk.stop and words.is_(after, "complementizer")  # «وصفته "بالموثوق" إن»
    if cue.verb.sure == "strong" and words.tokens[j + 1].proclitics[:1] == ("ب",) and not opens:
        frame = by_preposition(words, cue, j + 1, walk.subject, walk.phrases + walk.preverbal)
        if frame is not None:
            return replace(frame, quote=quote)  # «ندد "بحرب اقتصادية"»
    named = walk.subject is None and walk.finite and j == cue.index + 1
    if named and not (words.spoken(quote) or addressee):
        walk.subject, walk.phrases = Phrase(j, after, "name"), 1
    elif walk.subject is not None and not (words.spoken(quote) or addressee or walk.governed()):
        walk.phrases += 1  # «اتهم الوزير "الحزب" بأنه»
        walk.object = j if walk.object is None else walk.object
    walk.j = after
    return None


def _names_subject(walk: Walk, after: int) -> bool:
    """Whether a quotation straight behind the verb, which ends before token `after`, is who speaks: a clause
    follows, or behind an occasion («أكد "…" في بيان أن»), or the preposition or the object of the verb."""
    words, j, cue = walk.words, walk.j, walk.cue
    if walk.subject is not None or not walk.finite or j != cue.index + 1 or after >= walk.stop:
        return False
    if words.is_(after, "complementizer"):
        return "an" in cue.verb.takes
    if not names_body(words, j):
        return False
    for k in range(after, min(walk.stop, after + OCCASION)):
        if words.is_(k, "complementizer"):
            return "an" in cue.verb.takes and not words.is_(k - 1, "preposition")
        if words.mark(k) or words.is_(k, "relative") or cue_at(words, k) is not None:
            return False
        object_ = "np" in cue.verb.takes and (masdar_like(words.norm[k]) or words.tokens[k].enclitic)
        if k == after and object_:
            return True  # «نفت "…" مسؤوليتها عن», «أعلنت "…" استهداف»
        if k == after and (words.norm[k] in cue.verb.prepositions or words.norm[k][0] in cue.verb.takes):
            return True
    return False
