"""What is known of an undertaking on a day: a state with its evidence, said in both languages.

1. disputed   one source reports it done, another that it was broken or is denied; what came into force
              and was broken afterwards is broken
2. done, broken, denied, as last reported
3. cancelled, postponed   as last reported, unless a later word binds anew; a new date is a deadline (4)
4. due        the last deadline named is not over
5. passed     it is over and the story has no word of what became of it: said in those words
6. open       no deadline was named; or somebody was bound anew after it was over, to no day
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rawi.lexicon.load import table
from rawi.records import Days

UNKNOWN = ("يوم غير معروف", "an unknown day")
MONTH = 31  # days of «in June», within which a day of June names no other deadline
STATES = ("due", "passed", "disputed", "postponed", "open", "cancelled", "denied", "broken", "done")
OVER = ("done", "broken", "denied")
FORCE, CANCELLED, RESUMED = "in force", "cancelled", "resumed"  # finer than the record's status word


@dataclass(frozen=True, slots=True)
class Told:
    """What one step says: its day (None: unknown), status (a status word, or finer), deadline, record id.

    `until`: the last day on which it can have been said, where only a stretch of days is known.
    """

    day: date | None
    status: str | None
    deadline: Days | None
    record: str
    until: date | None = None
    dated: bool = True  # the passage itself tells the day, not only the article that it stands in


@dataclass(frozen=True, slots=True)
class State:
    """One of STATES on a day. `due_in` counts days to the deadline's end, negative once it is over.

    `ar` and `en` say it in words; `evidence` names the records that it rests on.
    """

    state: str
    due_in: int | None
    ar: str
    en: str
    evidence: tuple[str, ...]


def state_of(steps: Sequence[Told], on: date | None) -> State:
    """The state on a day, from the steps told up to it, oldest first. At least one step."""
    last: dict[str, Told] = {}
    for step in steps:
        status = "done" if step.status == FORCE else step.status
        if status in OVER:
            last[status] = step
    if "broken" in last and "done" in last and last["done"].status == FORCE and (
        _after(last["broken"], last["done"])
    ):  # fmt: skip
        del last["done"]  # a truce that held until it was broken
    if "done" in last and ("broken" in last or _after(last.get("denied"), last["done"])):  # 1
        against = last.get("broken") or last["denied"]
        return _said("disputed", (last["done"].record, against.record))
    binding = [s for s in steps if s.status not in (*OVER, FORCE, CANCELLED)]
    if "denied" in last and binding:
        newest = binding[-1]
        if _after(newest, last["denied"]) and newest.deadline is not None:
            last.pop("denied")  # a later word binds anew
        else:
            return _said("disputed", (newest.record, last["denied"].record))
    for state in ("done", "broken", "denied"):  # 2
        if state in last:
            return _said(state, (last[state].record,), told=last[state])
    turn = _turned(steps)
    if turn is not None:  # 3
        state = "cancelled" if turn.status == CANCELLED else "postponed"
        return _said(state, (turn.record,), told=turn)
    moved = moves(steps)
    if not moved or on is None:  # 6
        return _said("open", (steps[-1].record,))
    latest = _latest(moved)
    deadline = latest.deadline
    assert deadline is not None and deadline.end is not None
    left = (deadline.end - on).days
    again = _told_again(steps, deadline.end) if left < 0 else None
    if again is not None:  # 6
        return _said("open", (again.record,), told=again, what=deadline.end, template="again")
    return _said(  # 4, 5
        "due" if left >= 0 else "passed", (latest.record,), what=deadline.end, left=left
    )


def _latest(moved: Sequence[Told]) -> Told:
    """The last that set a deadline; of those told on its day, the one that puts it off."""
    put_off = [s for s in moved if s.day == moved[-1].day and s.status == "postponed"]
    return put_off[-1] if put_off else moved[-1]


def _told_again(steps: Sequence[Told], end: date) -> Told | None:
    """The last step told after a deadline was over that binds anew without naming a day."""
    anew = [
        s for s in steps
        if s.deadline is None and s.day is not None and s.day > end
        and s.status in ("agreed", "announced", "reaffirmed", RESUMED)
    ]  # fmt: skip
    return anew[-1] if anew else None


def _turned(steps: Sequence[Told]) -> Told | None:
    """The last step that calls it off, or puts it off to no day, unless it was taken up again on a later day.

    A date that was named before takes up nothing where it is only recalled («كان من المقرر أن …»).
    """
    turn: Told | None = None
    named: list[Days] = []
    moved: Told | None = None  # the last that put it off to a day
    off = False  # it was called off before: whoever says so again without a day recalls that
    for step in steps:
        if step.status == CANCELLED:
            if turn is None or turn.status != CANCELLED:
                turn = step if step.dated or not off else turn
            off = True
        elif step.status == "postponed" and step.deadline is None:
            recalled = moved is not None and not _over(moved.deadline, step.day)
            if not recalled and not (turn is not None and turn.status == CANCELLED):
                turn = step
        elif step.status == "postponed":
            moved = step
            turn = None if turn is not None and not _after(turn, step) else turn
        elif turn is not None and _after(step, turn) and step.status not in OVER:
            old = step.deadline is not None and any(one_deadline(step.deadline, d) for d in named)
            anew = step.deadline is not None and not (old and step.status == "planned")
            if anew or step.status in (RESUMED, FORCE) or (
                turn.status != CANCELLED and step.status in ("agreed", "announced")
            ):  # fmt: skip
                turn = None
        if step.deadline is not None and step.deadline.end is not None:
            named.append(step.deadline)
    return turn


def moves(steps: Sequence[Told]) -> list[Told]:
    """The steps that set a deadline not named before; naming an old one again does not move it back, nor
    does naming it more or less exactly («مطلع يونيو», «أول يونيو»)."""
    seen: list[Days] = []
    out = []
    for step in steps:
        days = step.deadline
        if days is None or days.end is None:
            continue
        if not any(one_deadline(days, old) or _holds(days, old) for old in seen):
            out.append(step)
        elif out and _within(days, out[-1].deadline):
            out[-1] = step  # «منتصف يونيو», then «12 يونيو»: the same deadline, told exactly
        seen.append(days)
    return out


def _holds(wide: Days, fine: Days) -> bool:
    """Whether days hold others told before, as «next year» does 29 March: nothing is moved."""
    return (
        wide.begin is not None and wide.end is not None and fine.begin is not None and fine.end is not None
        and wide.begin <= fine.begin and fine.end < wide.end
    )  # fmt: skip


def _within(fine: Days, wide: Days | None) -> bool:
    """Whether days end before others and lie within them, a month at most."""
    return (
        wide is not None and fine.end is not None and wide.end is not None
        and fine.end < wide.end and one_deadline(fine, wide)
    )  # fmt: skip


def one_deadline(a: Days, b: Days) -> bool:
    """Whether two deadlines end on one day, or one lies within the days of the other, a month at most."""
    if a.end == b.end:
        return True
    if a.begin is None or a.end is None or b.begin is None or b.end is None:
        return False
    wide, fine = (a, b) if a.end - a.begin > b.end - b.begin else (b, a)
    assert wide.begin and wide.end and fine.begin and fine.end
    return (wide.end - wide.begin).days <= MONTH and wide.begin <= fine.begin <= fine.end <= wide.end


def _over(days: Days | None, day: date | None) -> bool:
    return days is not None and days.end is not None and day is not None and days.end < day


def _after(step: Told | None, other: Told) -> bool:
    """Whether a step was told on a later day than another, as far as the days are known."""
    return step is not None and (step.day or date.max) > (other.day or date.min)


def _said(
    state: str, evidence: tuple[str, ...], *, told: Told | None = None, what: date | None = None,
    left: int | None = None, template: str = "",
) -> State:  # fmt: skip
    templates = _templates()[template or state]
    ar, en = (
        t.format(day=_day(told, language), what=what, days=in_days(left, language))
        for t, language in zip(templates, ("ar", "en"), strict=True)
    )
    return State(state, left, ar, en, evidence)


def _day(told: Told | None, language: str) -> str:
    """The day on which a step was told; a stretch of days where no more is known, never its first day."""
    arabic = language == "ar"
    if told is None or told.day is None:
        return UNKNOWN[0 if arabic else 1]
    if told.until is None or told.until == told.day:
        return str(told.day)
    return (
        f"يوم بين {told.day} و{told.until}"
        if arabic
        else f"a day between {told.day} and {told.until}"
    )


@cache
def _templates() -> dict[str, tuple[str, str]]:
    return {row["state"]: (row["ar"], row["en"]) for row in table("thread_states")}


def in_days(days: int | None, language: str) -> str:
    """«in 3 days» in a language; the noun after an Arabic number takes the form that number wants.

    >>> in_days(2, "ar"), in_days(5, "ar"), in_days(12, "ar"), in_days(103, "ar")
    ('بعد يومين', 'بعد 5 أيام', 'بعد 12 يوماً', 'بعد 103 أيام')
    """
    if days is None:
        return ""
    if language == "en":
        return {0: "today", 1: "in 1 day"}.get(days, f"in {days} days")
    if days in (0, 1, 2):
        return ("اليوم", "بعد يوم", "بعد يومين")[days]
    rest = days % 100
    noun = "أيام" if 3 <= rest <= 10 else "يوماً" if rest > 10 else "يوم"
    return f"بعد {days} {noun}"
