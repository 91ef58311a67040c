"""Reports that take up what stands before them in a sentential relative clause («…، وهو ما نفته الوزارة»).

Their content is the content of the report that ends there, else the clause before.
"""

from __future__ import annotations

from rawi.readers.attribution.content import trim
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.sentential import OPENERS, sentential
from rawi.readers.attribution.words import Passage, Words, sentence_first

SHORTEST = 3  # tokens of a clause that is taken up


def clauses(words: Words, passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The drafts that such clauses of a passage make; `drafts` are those found before, their ends placed."""
    out = []
    taken = {d.cue_first for d in drafts}
    for i in range(passage.first + 1, passage.last - 2):
        if words.norm[i] not in OPENERS or words.inside[i] is not None:
            continue
        clause = sentential(words, i, min(passage.last, words.stop[i]))
        if clause is None or clause.verb in taken:
            continue
        told = _told(words, i, drafts)
        act = clause.act
        if told is not None and told.act == "deny":
            if act == "deny":
                continue  # who denies a denial, affirms what the writer did not tell
            act = "deny" if act == "affirm" else act
        first = told.start if told is not None else sentence_first(words, passage, i)
        last = told.end if told is not None else i - 1
        if last - first < SHORTEST and told is None:
            continue
        draft = Draft(
            passage, clause.verb, clause.verb + 1, clause.first, first, "report", act, 0.75,
            "sentential relative clause", last=last, subject=clause.subject, side="after the verb",
            explicit=True,
        )  # fmt: skip
        draft.end = last
        joined = words.core[first] != words.norm[first] and words.norm[first][0] == "و"
        start, end = words.tokens[first].start + joined, words.tokens[last - 1].end
        draft.span = told.span if told is not None else trim(words.text, start, end)
        out.append(draft)
    return out


def _told(words: Words, i: int, drafts: list[Draft]) -> Draft | None:
    """The report whose content ends where the clause at token `i` begins."""
    for draft in reversed(drafts):
        between = range(draft.end, i)
        ends_here = draft.start < draft.end <= i and all(words.mark(k) for k in between)
        if ends_here and draft.outer is None and words.stop[draft.cue_first] == words.stop[i]:
            return draft
    return None
