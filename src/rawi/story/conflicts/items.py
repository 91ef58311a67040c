"""Items as JSON, as the derived table holds them, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from rawi.story.conflicts.amounts import Amount
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.denied import Denial
from rawi.story.conflicts.exclusive import Seat
from rawi.story.conflicts.happenings import Happening
from rawi.story.conflicts.keys import Item
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.poles import Pole
from rawi.story.conflicts.replies import Saying

PARTS = {"poles": Pole, "denials": Denial}
_SORTS = {
    "claim": Claim, "amount": Amount, "limit": Limit, "saying": Saying, "seat": Seat,
    "happening": Happening,
}  # fmt: skip


def plain(thing: Any) -> dict[str, Any]:
    """A record's fields for JSON, without the deep copies that dataclasses.asdict makes."""
    found = {f.name: getattr(thing, f.name) for f in fields(thing)}
    for name in PARTS.keys() & found.keys():
        found[name] = [plain(part) for part in found[name]]
    return found


@lru_cache(maxsize=4_000)  # in a running story one claim is a candidate for many others
def item_from(sort: str, data: str) -> Item:
    """An item from its JSON text."""
    held: dict[str, Any] = {k: _frozen(v) for k, v in json.loads(data).items()}
    for name, kind in PARTS.items():
        if name in held:
            held[name] = tuple(kind(**p) for p in held[name])
    made: Item = _SORTS[sort](**held)
    return made


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return (
            tuple(map(_frozen, value))
            if value and isinstance(value[0], list | dict)
            else tuple(value)
        )
    if isinstance(value, dict):
        return {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
    return value
