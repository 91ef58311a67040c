"""Records to and from the JSON objects that docs/records.md defines, one object a record.

`to_json` gives plain dictionaries (dates as ISO 8601 strings, spans as {"start", "end", "text"});
`from_json` is its inverse for every kind in `records.KINDS` and for articles.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from rawi.records import KINDS, Article, Reading, Record


def to_json(thing: Record | Article) -> dict[str, Any]:
    """The JSON object of one record or article, `kind` first, `id` second."""
    kind = "article" if isinstance(thing, Article) else thing.kind
    out: dict[str, Any] = {"kind": kind, "id": thing.id}
    out.update((k, v) for k, v in plain(thing).items() if k != "id")
    return out


def reading_to_json(reading: Reading) -> list[dict[str, Any]]:
    """The article's object, then one object for each record in the order of the text."""
    return [to_json(reading.article), *map(to_json, reading.records())]


def from_json(obj: dict[str, Any]) -> Record | Article:
    """The record that `to_json` made `obj` from. Raises KeyError on an unknown `kind`."""
    kind = obj["kind"]
    cls = Article if kind == "article" else KINDS[kind]
    return _build(cls, obj)


def plain(value: Any) -> Any:
    """Any of Rawi's frozen data as JSON values: dataclasses as objects, dates as ISO 8601 strings."""
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _build(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = [a for a in typing.get_args(hint) if a is not type(None)]
        return _build(inner[0], value) if len(inner) == 1 else value
    if origin is tuple:
        item = typing.get_args(hint)[0]
        return tuple(_build(item, v) for v in value)
    if dataclasses.is_dataclass(hint):
        hints = _hints(hint)
        return hint(**{k: _build(hints[k], v) for k, v in value.items() if k in hints})
    if hint is date and isinstance(value, str):
        return date.fromisoformat(value)
    return value
