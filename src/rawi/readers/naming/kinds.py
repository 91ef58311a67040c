"""Bodies called by their kind alone: «المنظمة الدولية» for the United Nations, «البرلمان» for «مجلس النواب»."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.readers.naming.mention import Mention
from rawi.readers.naming.shorter import Entity, described_by

UNITED_NATIONS = "organization:United Nations"
OF_NATIONS = frozenset(("الدوليه", "الامميه"))
"""Adjectives after «المنظمة» that mean the United Nations where they were named, folded."""
OF_KIND = OF_NATIONS | {"الحقوقيه", "الانسانيه", "الاغاثيه"}
PARLIAMENT = ("البرلمان",)
PARLIAMENTS = frozenset(
    (("مجلس", "النواب"), ("مجلس", "نواب"), ("مجلس", "الشعب"), ("مجلس", "الامه"), ("مجلس", "الشوري"),
     ("مجلس", "العموم"), ("الجمعيه", "الوطنيه"), ("الكنيست",), ("البوندستاغ",))
)  # fmt: skip
"""How the names of parliaments open, folded."""
UPPER = frozenset((("مجلس", "اللوردات"), ("مجلس", "الشيوخ"), ("مجلس", "الاعيان"), ("مجلس", "المستشارين")))


def meant(
    e: Entity, bodies: Sequence[Entity], mentions: Sequence[Mention], forms: Sequence[tuple[str, ...]]
) -> Entity | None:  # fmt: skip
    """The body among `bodies` that `e` is, if `e` is only called by a kind."""
    if e.type != "organization" or e.key is not None or len(e.forms) != 1:
        return None
    (form,) = e.forms
    others = [o for o in bodies if o is not e and o.type == e.type]
    if form == PARLIAMENT:
        if any((f[:1] == PARLIAMENT and len(f) > 1) or f in UPPER for o in others for f in o.forms):
            return None  # of two houses, or named in full
        found = [o for o in others if any(f[:2] in PARLIAMENTS or f[:1] in PARLIAMENTS for f in o.forms)]
        return found[0] if len(found) == 1 else None
    if len(form) != 2 or form[0] != "المنظمه" or form[1] not in OF_KIND:
        return None
    before = [o for o in others if min(o.members) < min(e.members)]
    nations = [o for o in before if o.key == UNITED_NATIONS]
    if form[1] in OF_NATIONS and nations:
        return nations[0]
    last: dict[int, Entity] = {
        max(i for i in o.members if i < min(e.members)): o
        for o in before
        if any(described_by(mentions[i], forms[i], "منظمه") for i in o.members)
    }
    return last[max(last)] if last else None
