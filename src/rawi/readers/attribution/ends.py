"""Step 3 of the cascade: where each content ends, and which reports stand inside which."""

from __future__ import annotations

from rawi.readers.attribution.content import clause_end, direct_end, runs_on, trim
from rawi.readers.attribution.cues import resumes
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.phrase_end import before_but, before_deed, besides, next_deed
from rawi.readers.attribution.preverbal import setting_first
from rawi.readers.attribution.qualifying import DESCRIBES
from rawi.readers.attribution.withheld import before_withheld
from rawi.readers.attribution.words import Passage, Words, group, sentence_first

_WAITING = frozenset({"بعد", "بعدما", "قبل", "رغم", "حين", "حينما", "عندما", "منذ"})
_TO_SOMEBODY = frozenset({"له", "لها", "لهم", "لهما"})
BACK = 10  # tokens back from «ليقول» to the comma that opens its clause
SHORT = 2  # words of a quotation that a clause goes on from


def place_ends(words: Words, passage: Passage, drafts: list[Draft]) -> None:
    """Sets `end`, `span` and `outer` of a passage's drafts.

    1. Each report that does not stand inside the one before it cuts that one's content.
    2. Quotations end with their marks, unless the clause runs on; clauses by `clause_end`.
    3. A report whose cue lies inside another's content hangs on it.
    """
    # 1
    cuts = set()
    previous: Draft | None = None
    for draft in drafts:
        if draft.kind == "report" and draft.cue is None and draft.basis != "relayed words":
            continue
        if previous is None or cutting(words, draft, previous):
            cuts.add(_clause_first(words, passage, draft))
            previous = draft
    # 2
    for draft in drafts:
        if draft.start >= passage.last and draft.quote is None:
            continue
        cut = frozenset(c for c in cuts if c > draft.start)
        start = words.tokens[draft.start].start if draft.start < len(words) else len(words.text)
        if draft.last is not None:
            draft.end = draft.last
            end = words.tokens[draft.last - 1].end
        elif draft.quote is not None:
            start = draft.quote.start
            end = direct_end(words, draft.quote, passage.last)
            after = words.at(end)
            while after < passage.last and words.norm[after] in "\"»”“'":
                after += 1
            short = words.at(draft.quote.end) - words.at(draft.quote.start) <= SHORT
            goes_on = runs_on(words, after, passage.last, cut, short=short)
            if not goes_on and _name_first(words, draft, after, passage.last, cut):
                goes_on, after = True, after + 1
            if goes_on:
                first, after = after, clause_end(words, after, passage.last, cut)
                if draft.kind == "quote":  # what the writer adds to a quotation is short
                    after = next((k for k in range(first, after) if words.norm[k] in "،,"), after)
                also = (k for k in range(first, after - 1) if words.norm[k] in "،," and besides(words, k + 1))
                after = next(also, after)  # «أنه "لم يسافر" قط، كما قدم وثائق»
                if _subordinate(words, passage, draft):  # «وبعدما دعا إلى "…" احتجاجا، …»
                    after = next((k for k in range(first, after) if words.norm[k] in "،,"), after)
                end = words.tokens[after - 1].end
            draft.end = after
        else:
            draft.end = clause_end(words, draft.start, passage.last, cut)
            if draft.kind in ("object", "preposition") and _bare_feeling(words, draft):
                draft.end = draft.start + 1
            if draft.kind == "object":  # «أعلنت الرابطة جدول المباريات، الخميس، و…»
                times = (
                    k
                    for k in range(draft.start, draft.end - 1)
                    if words.norm[k] in "،," and words.timed(k + 1)
                )
                draft.end = next(times, draft.end)
            clause = words.norm[draft.start - 1] == "ان"
            called = draft.cue is not None and words.norm[draft.cue_first - 1] in group(
                "thing_before"
            )
            cue = draft.cue
            judged = cue is not None and cue.verb.past == "وصف" and bool(cue.object)
            mixed = any(words.quote[k] is not None for k in range(draft.start, draft.end))
            called = called or (judged and not mixed)  # «بجروح وصفها طبيب بأنها خفيفة، وتم توقيف …»
            if (draft.basis.startswith("noun") and not clause) or draft.side == DESCRIBES or called:
                # what hangs on a noun does not outlast its phrase
                commas = (k for k in range(draft.start, draft.end) if words.norm[k] in "،,؛")
                draft.end = next(commas, draft.end)
            if draft.kind in ("object", "preposition", "report"):
                draft.end = before_but(words, draft)
            if draft.kind in ("object", "preposition") and draft.cue is not None:
                draft.end = before_deed(words, draft)
            if draft.quote is None and draft.side == "qualified by the report":
                draft.end = next_deed(words, draft)
                if draft.kind in ("object", "preposition"):  # «، التي نفت أي دور لها، …»
                    commas = (k for k in range(draft.start, draft.end) if words.norm[k] in "،,")
                    draft.end = next(commas, draft.end)
            if draft.quote is None and _subordinate(words, passage, draft):
                commas = (k for k in range(draft.start + 1, draft.end) if words.norm[k] in "،,")
                draft.end = next(commas, draft.end)
            if draft.quote is None and words.norm[draft.cue_first - 2] in _WAITING:
                draft.end = _before_an(words, draft)
            draft.end = before_withheld(words, draft)
            end = words.tokens[draft.end - 1].end if draft.end > draft.start else start
        draft.span = trim(words.text, start, max(start, end))
    # 3
    reach = 0  # where the farthest content so far ends: nothing before it can hold a cue behind it
    for k, draft in enumerate(drafts):
        j = k - 1
        while reach > draft.cue_first and j >= 0 and draft.outer is None:
            if drafts[j].start <= draft.cue_first < drafts[j].end:
                draft.outer = drafts[j]
            j -= 1
        reach = max(reach, draft.end)


def _before_an(words: Words, draft: Draft) -> int:
    """Where a report told in passing ends: «وأضاف، بعد أن اعترفت بأنها…، أن» goes on with what was added."""
    for k in range(draft.start + 1, draft.end - 1):
        if words.norm[k] in "،," and words.norm[k + 1] == "ان":
            return k
    return draft.end


def _subordinate(words: Words, passage: Passage, draft: Draft) -> bool:
    """Whether the report stands in a clause that opens its sentence and waits for the main one («بعد أن أكد
    أن…، تحولت لهجته»)."""
    first = sentence_first(words, passage, draft.cue_first)
    if first == draft.cue_first or words.core[first] not in _WAITING:
        return False
    before = range(first, draft.cue_first)
    return all(words.is_(k, "circumstance", "complementizer", "particle", "adverb") for k in before)


def _bare_feeling(words: Words, draft: Draft) -> bool:
    """Whether a feeling with its holder's pronoun is all that was shown, and another deed follows without
    a comma («أبدى تفاؤله ونشر رسالة»)."""
    i = draft.start
    if draft.cue is None or draft.cue.verb.sure != "express" or i + 1 >= len(words):
        return False
    following = words.tokens[i + 1]
    joined = words.norm[i + 1][0] == "و" and words.core[i + 1] != words.norm[i + 1]
    return (
        bool(words.tokens[i].enclitic) and joined and not (following.enclitic or following.definite)
    )


def _name_first(words: Words, draft: Draft, after: int, limit: int, cuts: frozenset[int]) -> bool:
    """Whether the content opens with a short name in marks and goes on behind a comma
    («إن "…"، وهي شركة…، أغلقت»)."""
    quote = draft.quote
    if quote is None or draft.kind != "clause" or words.spoken(quote) or after + 2 >= limit:
        return False
    follows = words.core[after + 1]
    return (
        words.norm[after] in "،,"
        and after + 1 not in cuts
        and follows in ("هو", "هي", "وهو", "وهي", "الذي", "التي")
    )


def _clause_first(words: Words, passage: Passage, draft: Draft) -> int:
    """The first token of the clause that a cue stands in."""
    first = draft.cue_first
    if draft.side == "before the verb" and draft.subject is not None:
        first = draft.subject.first
        if first > passage.first and words.is_(first - 1, "clause"):
            first -= 1
        first = _besides(words, passage, first)
    if draft.cue is not None and resumes(words, draft.cue):  # «…، قبل أن يعود ليقول»
        commas = (k + 1 for k in range(first - 1, first - BACK, -1) if words.norm[k] in "،,")
        first = max(next(commas, first), words.head[first])
    setting = setting_first(words, passage.first, first)
    if setting is not None and draft.cue is not None and draft.cue.form.shape == "past":
        return setting
    while first > passage.first and _opens(words, first - 1):
        first -= 1
    return first


def _opens(words: Words, k: int) -> bool:
    """Whether the word before a cue belongs to its clause: «كما», «لكنها», «إلا أنه»."""
    norm = words.norm[k]
    if norm == "قد" and k > 1 and words.norm[k - 1] in ("كان", "كانت", "كانوا"):
        return words.mark(k - 2) or words.is_(k - 2, "clause")  # not «أن الأميركيين كانوا قد تعهدوا»
    if norm in group("before_cue") or norm.startswith("لكن") or norm == "و":
        return True
    if norm == "حين" or (norm in ("في", "وفي") and words.norm[k + 1] == "حين"):
        return True  # «في حين قالت»
    but = k > 0 and words.norm[k - 1] in group("excepting")
    return norm in group("excepting") or (but and norm.startswith("ان"))


def _besides(words: Words, passage: Passage, first: int) -> int:
    """Where «بالإضافة إلى», «فضلاً عن» before a noun phrase begins, else the phrase's own first token."""
    if first - 2 > passage.first and words.norm[first - 2] in (
        "بالاضافه",
        "اضافه",
        "فضلا",
        "علاوه",
        "الي",
    ):
        return first - 2
    return first


def cutting(words: Words, draft: Draft, previous: Draft) -> bool:
    """Whether a report ends the one before it, rather than standing inside its content."""
    i = draft.cue_first
    before = words.norm[i - 1] if i else ""
    cue = draft.cue
    if words.stop[i] != words.stop[previous.cue_first] or draft.participle:
        return True
    if cue is not None and resumes(words, cue):
        return True
    past_before = previous.cue is None or previous.cue.form.shape != "present"
    if cue is not None and cue.form.shape == "present" and past_before and draft.subject is None:
        return False
    if draft.side == "before the verb" and draft.subject is not None:
        first = _besides(words, previous.passage, draft.subject.first)
        return words.is_(first - 1, "clause") or words.norm[first - 1] in ("،", ",", "؛")
    told_to = words.norm[i + 1] if i + 1 < len(words) else ""
    if cue is not None and cue.conjunction and told_to in _TO_SOMEBODY and previous.kind == "clause":
        return False  # «قال إن صديقه زاره وقال له إنه…»
    if cue is not None and cue.conjunction:
        return True
    tells = cue is not None and cue.form.shape == "past" and cue.verb.sure == "strong"
    if tells and draft.kind in ("clause", "quote") and _subordinate(words, previous.passage, previous):
        return True  # «وعندما طلبت منه التعليق قال "…"»
    setting = setting_first(words, previous.passage.first, i)
    if setting is not None and cue is not None and cue.form.shape == "past":
        return words.core[setting] != words.norm[setting]  # «…، وبعد القمة ذكرت أن»
    return before in ("،", ",", "؛") or (i > 0 and _opens(words, i - 1))
