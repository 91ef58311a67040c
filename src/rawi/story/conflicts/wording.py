"""Why two claims contradict each other, in one line of Arabic and one of English."""

from __future__ import annotations

import re

from rawi.arabic.letters import fold
from rawi.arabic.words import tokens as tokens_of
from rawi.readers.attribution.words import heads
from rawi.story.conflicts import lexis
from rawi.story.conflicts.amounts import Amount
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.exclusive import Seat, relations
from rawi.story.conflicts.happenings import Happening
from rawi.story.conflicts.keys import Item
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.replies import Saying
from rawi.story.people.english import called

_OUTLET = ("نص الخبر", "the article itself")
_ENDING = re.compile(r"(?<=..)ون$|(?<=ي)ان$")  # of sound plurals and of duals in ـي
_STRONG = {
    "clear": ("تعارض واضح", "a clear contradiction"),
    "weak": ("تعارض محتمل", "a possible contradiction"),
    "change": ("تغيّر مع الوقت", "a change over time"),
}


def why(
    kind: str, grade: str, a: Item, b: Item,
    axis: str | None, sign: int, done: bool = False, passed: bool = False,
) -> tuple[str, str]:  # fmt: skip
    """The line in Arabic and in English: how strong, then why. `sign`: the side that `a` takes on `axis`;
    `done`: the later one tells what became of the earlier one's word; `passed`: who is blamed blames
    a third."""
    (first_ar, first_en), (second_ar, second_en) = _who(a), _who(b)
    if isinstance(a, Amount) and isinstance(b, Amount) and a.since and a.since == b.since:
        ar = f"حصيلة منذ {a.since} لا تنقص: «{a.text}» ({first_ar})، ثم «{b.text}» ({second_ar})"
        en = f"a toll since {a.since} cannot fall: “{a.text}” ({first_en}), then “{b.text}” ({second_en})"
    elif kind == "figure":
        ar = f"رقمان مختلفان للشيء نفسه: «{a.text}» ({first_ar})، و«{b.text}» ({second_ar})"
        en = f"two numbers for the same thing: “{a.text}” ({first_en}) and “{b.text}” ({second_en})"
    elif isinstance(a, Seat) and isinstance(b, Seat):
        question = relations()[a.relation].question
        ar = f"{question[0]}: {_told_of(a)} ({first_ar})، و{_told_of(b)} ({second_ar})"
        en = f"{question[1]}: {_told_of(a, True)} ({first_en}) and {_told_of(b, True)} ({second_en})"
    elif isinstance(a, Happening) and isinstance(b, Happening):
        ar = f"يومان مختلفان للحدث نفسه: {a.day} ({first_ar})، و{b.day} ({second_ar})"
        en = f"two days for the same event: {a.day} ({first_en}) and {b.day} ({second_en})"
    elif kind == "date":
        assert isinstance(a, Limit) and isinstance(b, Limit)
        ar = f"موعدان مختلفان للأمر نفسه: {a.until} ({first_ar})، و{b.until} ({second_ar})"
        en = f"two dates for the same thing: {a.until} ({first_en}) and {b.until} ({second_en})"
    elif done:
        kept = denies(a, axis)
        ar = (
            f"قول وفعل: جاء {_by(first_ar)} أنه لن يكون، ثم جاء {_by(second_ar)} أنه كان"
            if kept
            else f"قول وفعل: جاء {_by(first_ar)} أنه سيكون، ثم جاء {_by(second_ar)} أنه لم يكن"
        )
        en = (
            f"said against done: {first_en} said it would not be, then {second_en} told that it was"
            if kept
            else f"said against done: {first_en} said it would be, then {second_en} said it was not"
        )
    elif axis is None and isinstance(a, Saying) and not denies(a, axis) and not denies(b, axis):
        ar = f"كل طرف {'يحمّل غيره المسؤولية' if passed else 'يتهم الآخر'}: {first_ar}، و{second_ar}"
        side = "each side puts the blame on others" if passed else "each side accuses the other"
        en = f"{side}: {first_en} and {second_en}"
    elif axis == lexis.WISH:
        wants, refuses = ((first_ar, first_en), (second_ar, second_en))[:: 1 if sign > 0 else -1]
        ar = f"رفض من {_ruled(refuses[0])} لما جاء {_by(wants[0])} من طلب أو تأييد"
        en = f"what {wants[1]} asked for or supported is refused by {refuses[1]}"
    elif kind == "denial":
        denier, other = (_who(a), _who(b)) if denies(a, axis) else (_who(b), _who(a))
        ar = f"نفي من {_ruled(denier[0])} لما جاء {_by(other[0])}"
        en = f"what {other[1]} said is denied by {denier[1]}"
        if denier == other != _OUTLET:
            ar = f"قولان متعارضان من {_ruled(denier[0])}"
            en = f"two statements by {denier[1]} that cannot both hold"
        if axis is not None:
            named = lexis.axes()[axis].side(-sign if denies(a, axis) else sign)
            ar, en = f"{ar}: {named[0]}", f"{en}: {named[1]}"
    elif axis is None:
        none, some = (_who(a), _who(b)) if denies(a, axis) else (_who(b), _who(a))
        ar = f"في الأمر نفسه: لا موعد له ({none[0]})، وله موعد أو جدول ({some[0]})"
        en = f"of the same thing: no day is set ({none[1]}) and a day or a timetable is ({some[1]})"
    else:
        one, two = lexis.axes()[axis].side(sign), lexis.axes()[axis].side(-sign)
        ar = f"في الأمر نفسه: {one[0]} ({first_ar})، و{two[0]} ({second_ar})"
        en = f"of the same thing: {one[1]} ({first_en}) and {two[1]} ({second_en})"
    strong_ar, strong_en = _STRONG[grade]
    return f"{strong_ar}: {ar}", f"{strong_en}: {en}"


def _told_of(seat: Seat, english: bool = False) -> str:
    """Whom a telling is of, as printed; the words themselves where they name him elsewhere."""
    name = seat.party or seat.text
    return (called(name) or name) if english else name


def _by(name: str) -> str:
    """«عن الوزير», «في نص الخبر», «في الاتهامات البلغارية»."""
    words = tokens_of(name)
    spoken = bool(words) and lexis.is_of(words[0], "accusation")
    return f"في {name}" if spoken or name == _OUTLET[0] else f"عن {_ruled(name)}"


def _ruled(name: str) -> str:
    """A description as it stands behind a preposition: «مسؤولين سعوديين» for «مسؤولون سعوديون»."""
    first, *rest = name.split() or [""]
    singular = first.removesuffix("ان")
    dual = singular != first and heads(fold(singular), "human", conjunction=False)
    if not (dual or heads(fold(first), "human", conjunction=False)):
        return name
    head = f"{singular}ين" if dual else _ENDING.sub("ين", first)
    agreeing = 0  # adjectives of the head; not «القاضي زياد خيون»
    while agreeing < len(rest) and _ENDING.search(rest[agreeing]) and (
        rest[agreeing].startswith("ال") == first.startswith("ال")
    ):
        agreeing += 1
    return " ".join((head, *(_ENDING.sub("ين", w) for w in rest[:agreeing]), *rest[agreeing:]))


def _who(item: Item) -> tuple[str, str]:
    return (item.name, called(item.name) or item.name) if item.name else _OUTLET


def denies(item: Item, axis: str | None) -> bool:
    """Whether it is this one of the two that denies."""
    if isinstance(item, Saying):
        return item.act == "deny"
    if not isinstance(item, Claim):
        return False
    if axis is not None:
        return item.wish < 0 if axis == lexis.WISH else any(p.negated for p in item.poles if p.axis == axis)
    return bool(item.denials or item.none)
