"""What a speaker does with what he says, as the words of his report show: denies, refuses, wants, accuses."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.arabic.words import tokens as tokens_of
from rawi.records import Statement
from rawi.story.conflicts import lexis
from rawi.story.conflicts.parties import party

_TOLD = frozenset({"demand", "announce", "affirm", "say"})
_REFUSAL = "رفض"
_ALSO = ("أيضا", "أيضاً", "كذلك", "بدوره", "بدورها")
BETWEEN = 80  # code points between a cue of accusing and what somebody is accused of


def denies(statement: Statement, text: str) -> bool:
    """Whether what a statement of denial holds is what it denies: «لم تستبعد» denies nothing, «تنفيه» denies
    what was said before."""
    if statement.cue is None:
        return True
    before = tokens_of(text[max(0, statement.cue.start - BETWEEN) : statement.cue.start])[-1:]
    if any(t.norm.lstrip("وف") in lexis.group("not") for t in before):
        return False
    return not any(lexis.is_of(t, "denying_it") for t in tokens_of(statement.cue.text))


def refuses(statement: Statement | None) -> bool:
    """Whether what a statement names is what its speaker refuses («رفضت تمديد الهدنة»)."""
    if statement is None or statement.act != "deny" or statement.cue is None:
        return False
    return any(lexis.is_of(t, "refusal") for t in tokens_of(statement.cue.text))


def accused(statement: Statement | None, text: str) -> tuple[str, ...]:
    """The keys of the party that is accused: of the words between the cue and the content, but for those of
    who accuses."""
    return tuple(sorted(party(accused_words(statement, text))))


def accused_words(statement: Statement | None, text: str) -> str:
    """The words between a cue of accusing and the content, but for those of who accuses."""
    if statement is None or statement.act != "accuse" or statement.cue is None:
        return ""
    by = statement.speaker
    start = statement.cue.end
    if by is not None and start <= by.start < statement.start:
        start = by.end  # «اتهم فلان، المتحدث باسم …، الشركة بـ»
    between = text[start : statement.start]
    between = between.strip(" ،,")
    for also in _ALSO:
        between = between.removeprefix(also + " ").removesuffix(" " + also)
    return between if len(between) <= BETWEEN else ""


def wish(statement: Statement | None, tokens: Sequence[Token], opening: bool) -> int:
    """+1 where the clause is what its speaker wants or welcomes, -1 where it is what he refuses, else 0.
    `opening`: whether the report opens with it."""
    if statement is None or statement.cue is None or not opening:
        return 0
    if statement.act == "deny":
        refused = refuses(statement) or any(lexis.is_of(t, "refusal") for t in tokens[:1])
        return -1 if refused and denies(statement, statement.cue.text) else 0
    if statement.act in _TOLD and any(t.base == _REFUSAL for t in tokens[:1]):
        return -1  # «طالب برفض البيع», «أعلنت رفضها البيع»
    welcomed = any(lexis.is_of(t, "wanting") for t in (*tokens_of(statement.cue.text), *tokens[:1]))
    return 1 if statement.act == "demand" or welcomed else 0
