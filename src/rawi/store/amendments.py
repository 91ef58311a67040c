"""What users put right about an article itself: its outlet, its byline, the day it was published.

An amendment is a correction whose anchor is the whole article. It is not made on records afterwards but
before they are read, because the reading hangs on it: times are anchored to the day, chains to the
outlet. So taking one, or taking it back, means reading the article anew.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from rawi.errors import UsageError, said
from rawi.records import Article, Published
from rawi.sources.document import Document
from rawi.store import reading, writing
from rawi.store.rows import Anchor
from rawi.store.sqlite import Store

KIND = "article"
ACTIONS = ("confirm", "edit", "note")
FIELDS = ("outlet", "byline", "published")
NOTE = "the day that a user gave"


def checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    """`changes` of an article as they are stored. Raises UsageError.

    `published` is a day ("2024-03-01"), or {"begin", "end"} with either side null; the others are
    words. None takes what the text itself says to be wrong, and nothing in its place.
    """
    out: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in FIELDS:
            raise UsageError(
                said("an article has no field {!r} to change", name),
                hint=said("one of {}", ", ".join(FIELDS)),
            )
        if name == "published":
            out[name] = _days(value)
        elif value is None or (isinstance(value, str) and value.strip()):
            out[name] = value.strip() if value else None
        else:
            raise UsageError(
                said("{} of an article cannot be {!r}", name, value), hint="give words"
            )
    return out


def _days(value: Any) -> list[str | None] | None:
    if value is None:
        return None
    sides = [value, value] if isinstance(value, str) else None
    if isinstance(value, Mapping) and set(value) == {"begin", "end"}:
        sides = [value["begin"], value["end"]]
    try:
        begin, end = (date.fromisoformat(s) if s is not None else None for s in sides or ())
    except (TypeError, ValueError):
        raise UsageError(said("{!r} is no day", value), hint="write it as 2024-03-01") from None
    if (begin is None and end is None) or (begin and end and end < begin):
        raise UsageError(said("{!r} is no stretch of days", value), hint="begin comes before end")
    return [d.isoformat() if d else None for d in (begin, end)]


def before(document: Document, changes: Mapping[str, Any]) -> Document:
    """The document as it is to be read: outlet and byline as the user put them right."""
    beside = {name: changes[name] for name in ("outlet", "byline") if name in changes}
    return dataclasses.replace(document, **beside)


def after(article: Article, changes: Mapping[str, Any]) -> Article:
    """The article with the user's word above its masthead's."""
    own = {name: changes[name] for name in ("outlet", "byline") if name in changes}
    if "published" in changes:
        days = changes["published"]
        begin, end = (date.fromisoformat(d) if d else None for d in days or (None, None))
        own["published"] = Published(begin, end, "metadata", note=NOTE) if days else None
    return dataclasses.replace(article, **own)


def anchor(store: Store, article: Article) -> Anchor:
    """The anchor of an article as a whole."""
    origin = store.one("SELECT origin FROM articles WHERE id = ?", (article.id,))
    return Anchor(origin, article.id, KIND, 0, 0, "", url=article.url)


def record(store: Store, article_id: str) -> tuple[Anchor, dict[str, Any]]:
    """An article's anchor and its own data, to be kept beside a decision about it."""
    article = reading.article(store, article_id)
    data = json.loads(store.one("SELECT data FROM articles WHERE id = ?", (article_id,)))
    return anchor(store, article), data


def in_force(store: Store, origin: str) -> dict[str, Any]:
    """Every change in force about the article of an origin, later ones above earlier ones."""
    rows = store.rows(
        "SELECT changes FROM corrections WHERE origin = ? AND undone IS NULL AND action = 'edit'"
        " AND json_extract(anchor, '$.kind') = ? ORDER BY id",
        (origin, KIND),
    )
    merged: dict[str, Any] = {}
    for row in rows:
        merged.update(json.loads(row["changes"]))
    return merged


def move(store: Store, article_id: str, old: str, new: str) -> None:
    """Let every decision about an article follow it from one origin to another."""
    for origin, article, anchor in (
        ("origin", "article", "anchor"), ("other_origin", "other_article", "other")
    ):  # fmt: skip
        store.connection.execute(
            f"UPDATE corrections SET {origin} = :new, {anchor} = json_set({anchor}, '$.source', :new)"
            f" WHERE {article} = :id OR ({origin} = :old AND NOT EXISTS"
            f" (SELECT 1 FROM articles a WHERE a.id = corrections.{article}))",
            {"id": article_id, "old": old, "new": new},
        )
    store.connection.execute(
        "UPDATE corrections SET holds = ? WHERE origin = ? AND undone IS NULL"
        " AND json_extract(anchor, '$.kind') = ?",
        (article_id, new, KIND),
    )


def settle(store: Store, prepared: writing.Prepared) -> None:
    """Note which article the amendments of its origin now hold on to."""
    store.connection.execute(
        "UPDATE corrections SET holds = ? WHERE origin = ? AND undone IS NULL"
        " AND json_extract(anchor, '$.kind') = ?",
        (prepared.article.id, prepared.row["origin"], KIND),
    )
