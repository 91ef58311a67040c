"""Records to and from the JSON objects that docs/records.md defines, one object a record.

`to_json` gives plain dictionaries (dates as ISO 8601 strings, spans as {"start", "end", "text"});
`from_json` is its inverse for every kind in `records.KINDS` and for articles.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from rawi.records import KINDS, Article, Reading, Record

Maker = Callable[[Any], Any]


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


def _build(cls: type, value: dict[str, Any]) -> Any:
    makers = _makers(cls)
    return cls(
        **{
            k: v if v is None or makers[k] is None else makers[k](v)
            for k, v in value.items()
            if k in makers
        }
    )


@cache
def _makers(cls: type) -> dict[str, Maker | None]:
    """By field, what makes its value of a JSON value; None where that is the value itself.

    Types are looked at once a class: a page of records is thousands of fields.
    """
    return {name: _maker(hint) for name, hint in typing.get_type_hints(cls).items()}


def _maker(hint: Any) -> Maker | None:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = [a for a in typing.get_args(hint) if a is not type(None)]
        return _maker(inner[0]) if len(inner) == 1 else None
    if origin is tuple:
        make = _maker(typing.get_args(hint)[0])
        if make is None:
            return tuple
        return lambda values: tuple(None if v is None else make(v) for v in values)
    if dataclasses.is_dataclass(hint):
        return partial(_build, hint)
    if hint is date:
        return lambda day: date.fromisoformat(day) if isinstance(day, str) else day
    return None
