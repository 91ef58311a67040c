"""Why two claims contradict each other, in one line of Arabic and one of English."""

from __future__ import annotations

from rawi.story.conflicts import lexis
from rawi.story.conflicts.amounts import Amount
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.limits import Limit

_OUTLET = ("نص الخبر", "the article itself")


def why(
    kind: str, grade: str, a: Claim | Amount | Limit, b: Claim | Amount | Limit,
    axis: str | None, sign: int,
) -> tuple[str, str]:  # fmt: skip
    """The line in Arabic and in English. `sign`: the side that `a` takes on `axis`."""
    (first_ar, first_en), (second_ar, second_en) = _who(a), _who(b)
    same = a.holder and a.holder == b.holder
    if kind == "figure":
        ar = f"رقمان مختلفان للشيء نفسه: «{a.text}» عند {first_ar}، و«{b.text}» عند {second_ar}"
        en = f"two numbers for the same thing: “{a.text}” ({first_en}) and “{b.text}” ({second_en})"
    elif kind == "date":
        assert isinstance(a, Limit) and isinstance(b, Limit)
        ar = f"موعدان مختلفان للأمر نفسه: {a.until} عند {first_ar}، و{b.until} عند {second_ar}"
        en = f"two dates for the same thing: {a.until} ({first_en}) and {b.until} ({second_en})"
    elif axis is not None:
        known = lexis.axes()[axis]
        one, two = known.side(sign), known.side(-sign)
        if same:
            ar = f"{first_ar} يقول بـ«{one[0]}» ثم بـ«{two[0]}» في الأمر نفسه"
            en = f"{first_en} holds with {one[1]}, then with {two[1]}, of the same thing"
        else:
            ar = f"{first_ar} على {one[0]}، و{second_ar} على {two[0]}، في الأمر نفسه"
            en = f"{first_en} holds with {one[1]}, {second_en} with {two[1]}, of the same thing"
    else:
        denier, other = (_who(a), _who(b)) if _denies(a) else (_who(b), _who(a))
        ar = f"{denier[0]} ينفي ما جاء عن {other[0]}"
        en = f"{denier[1]} denies what {other[1]} says"
    if grade == "change":
        return f"تغيّر مع الوقت: {ar}", f"a change over time: {en}"
    return ar, en


def _who(item: Claim | Amount | Limit) -> tuple[str, str]:
    return (item.name, item.name) if item.name else _OUTLET


def _denies(item: Claim | Amount | Limit) -> bool:
    return isinstance(item, Claim) and bool(item.denied or item.none)
