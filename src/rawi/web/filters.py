"""What a reader asked a list to hold, kept in the page's address so that a view can be sent on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from rawi.records import ACTS, FORMS

PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices in force. Empty text, None and page 1 mean no choice."""

    text: str = ""
    speaker: str = ""
    entity: str = ""
    outlet: str = ""
    act: str = ""
    form: str = ""
    place: str = ""
    since: date | None = None
    until: date | None = None
    order: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filter:
        """The filter of an address. What cannot be understood counts as not asked."""
        act, form, order = query.get("act", ""), query.get("form", ""), query.get("order", "")
        return cls(
            text=_words(query.get("text", "")),
            speaker=_words(query.get("speaker", "")),
            entity=_words(query.get("entity", "")),
            outlet=_words(query.get("outlet", "")),
            act=act if act in ACTS else "",
            form=form if form in FORMS else "",
            place=_words(query.get("place", "")),
            since=_day(query.get("since", "")),
            until=_day(query.get("until", "")),
            order=order if order in ("oldest", "added") else "",
            page=_page(query.get("page", "")),
        )

    def query(self, **changes: Any) -> str:
        """The address's query for this filter with `changes`: "?act=deny", or "" where nothing is asked.

        Any change but one of `page` goes back to the first page.
        """
        changes.setdefault("page", 1)
        other = replace(self, **changes)
        asked = {f.name: getattr(other, f.name) for f in fields(other)}
        kept = {k: str(v) for k, v in asked.items() if v and not (k == "page" and v == 1)}
        return f"?{urlencode(kept)}" if kept else "?"

    def asked(self) -> dict[str, Any]:
        """The choices that narrow the list, as keyword arguments of `Story.records`."""
        names = ("text", "speaker", "entity", "outlet", "act", "form", "place", "since", "until")
        return {name: value for name in names if (value := getattr(self, name))}

    @property
    def offset(self) -> int:
        """How many items lie before this page."""
        return (self.page - 1) * PER_PAGE


def _words(value: str) -> str:
    return " ".join(value.split())[:200]


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _page(value: str) -> int:
    return min(int(value), 100_000) if value.isascii() and value.isdigit() and int(value) > 0 else 1
