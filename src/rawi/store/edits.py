"""A user's changes to one record, checked and carried out."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from rawi.errors import UsageError, said
from rawi.records import (
    ACTS,
    FIGURE_MODS,
    FORMS,
    NAME_TYPES,
    STATUS_WORDS,
    TIME_MODS,
    TIME_TYPES,
    Article,
    Record,
)
from rawi.wire import from_json, to_json

FIXED = ("article", "text", "score", "basis")  # what follows from the rest is no user's to set
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("statement", "act"): ACTS,
    ("statement", "form"): FORMS,
    ("statement", "polarity"): ("positive", "negative"),
    ("statement", "about"): ("past", "present", "future"),
    ("name", "type"): NAME_TYPES,
    ("time", "type"): TIME_TYPES,
    ("time", "mod"): TIME_MODS,
    ("figure", "mod"): FIGURE_MODS,
    ("commitment", "status_word"): STATUS_WORDS,
}


def edited(record: Record, changes: Mapping[str, Any], article: Article) -> Record:
    """`record` with `changes` made. Raises UsageError that names what is wrong and the choices.

    A change of a span gives its `start` and `end`; its words are read off the article. A change of
    a speaker gives only what changes; with a new name the old identity goes, unless one is given
    too.
    """
    known = [f.name for f in fields(record) if f.name not in FIXED]
    obj = to_json(record)
    for name, value in changes.items():
        if name not in known:
            raise UsageError(
                said("a {} has no field {!r} to change", record.kind, name),
                hint=said("one of {}", ", ".join(known)),
            )
        choices = CHOICES.get((record.kind, name))
        if choices and value is not None and value not in choices:
            raise UsageError(
                said("{} cannot be {!r}", name, value), hint=said("one of {}", ", ".join(choices))
            )
        if name == "speaker" and isinstance(value, Mapping):
            value = _speaker(obj["speaker"], value)
        obj[name] = spelt_out(value, article)
    obj["text"] = _words(article, obj["start"], obj["end"])
    for name in changes:
        _check(record, name, obj[name])
    try:
        made = from_json(obj)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise UsageError(said("these changes do not fit a {}: {}", record.kind, error)) from error
    assert isinstance(made, Record)
    return made


def _speaker(old: dict[str, Any] | None, new: Mapping[str, Any]) -> dict[str, Any]:
    merged = {"start": None, "end": None, "text": None, **(old or {}), **new}
    if "name" in new and "entity" not in new and new["name"] != (old or {}).get("name"):
        merged["entity"] = None
    if ("start" in new or "end" in new) and "text" not in new:
        merged.pop("text")
    return merged


def spelt_out(value: Any, article: Article) -> Any:
    """`value` with the words of each span that is given by its offsets."""
    if isinstance(value, list | tuple):
        return [spelt_out(v, article) for v in value]
    if isinstance(value, Mapping):
        out = {k: spelt_out(v, article) for k, v in value.items()}
        if out.get("start") is not None and out.get("end") is not None:
            out["text"] = _words(article, out["start"], out["end"])
        elif "start" in out:
            out.setdefault("text", None)
        return out
    return value


def _words(article: Article, start: Any, end: Any) -> str:
    whole = len(article.text)
    if not (type(start) is int and type(end) is int and 0 <= start < end <= whole):
        raise UsageError(
            said("{}–{} is no stretch of this article", start, end),
            hint=said("its text has {} characters", whole),
        )
    return article.text[start:end]


def _check(record: Record, name: str, value: Any) -> None:
    """Refuse a value whose JSON type is not what the field holds."""
    hint = typing.get_type_hints(type(record))[name]
    union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    kinds = typing.get_args(hint) if union else (hint,)
    if value is None and type(None) in kinds:
        return
    plain = tuple(k for k in kinds if k in (str, int, float, bool))
    number = (int, float) if float in plain else ()
    fits = isinstance(value, plain + number) and (not isinstance(value, bool) or bool in plain)
    nested = isinstance(value, dict | list) and len(plain) < len(
        [k for k in kinds if k is not type(None)]
    )
    if not (fits or nested):
        raise UsageError(said("{} of a {} cannot be {!r}", name, record.kind, value))
