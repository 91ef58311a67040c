"""What a reader asked a list to hold, kept in the page's address so that a view can be sent on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from rawi.records import ACTS, FORMS

PER_PAGE = 40
NARROWING = ("statement", "commitment", "figure", "event")  # the kinds that a list shows


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices in force. Empty text, None and page 1 mean no choice.

    `records` is the kind of record that a desk or a list of articles is narrowed to; `also` are choices
    that one page alone has.
    """

    text: str = ""
    speaker: str = ""
    entity: str = ""
    outlet: str = ""
    act: str = ""
    form: str = ""
    place: str = ""
    records: str = ""
    since: date | None = None
    until: date | None = None
    order: str = ""
    page: int = 1
    also: Mapping[str, str] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, query: Mapping[str, str], **also: Collection[str]) -> Filter:
        """The filter of an address. What cannot be understood counts as not asked.

        `also`: the further choices of the page, each with its values.
        """
        act, form, order = query.get("act", ""), query.get("form", ""), query.get("order", "")
        kind = query.get("records", "")
        return cls(
            text=_words(query.get("text", "")),
            speaker=_words(query.get("speaker", "")),
            entity=_words(query.get("entity", "")),
            outlet=_words(query.get("outlet", "")),
            act=act if act in ACTS else "",
            form=form if form in FORMS else "",
            place=_words(query.get("place", "")),
            records=kind if kind in NARROWING else "",
            since=_day(query.get("since", "")),
            until=_day(query.get("until", "")),
            order=order if order in ("oldest", "added") else "",
            page=_page(query.get("page", "")),
            also={name: query[name] for name, known in also.items() if query.get(name) in known},
        )

    def query(self, **changes: Any) -> str:
        """The address's query for this filter with `changes`: "?act=deny", or "" where nothing is asked.

        Any change but one of `page` goes back to the first page.
        """
        asked = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "also"}
        asked |= {"page": 1, **self.also, **changes}
        kept = {k: str(v) for k, v in asked.items() if v and not (k == "page" and v == 1)}
        return f"?{urlencode(kept)}" if kept else "?"

    def at(self, path: str, **changes: Any) -> str:
        """The address of another page under this filter."""
        return f"{path}{self.query(**changes)}".removesuffix("?")

    def asked(self) -> dict[str, Any]:
        """The choices that narrow the list, as keyword arguments of `Story.records`."""
        names = ("text", "speaker", "entity", "outlet", "act", "form", "place", "since", "until")
        return {name: value for name in names if (value := getattr(self, name))}

    def within(self) -> dict[str, Any]:
        """The choices that narrow a whole view of the story, as keyword arguments of `Story.within`."""
        return {
            "outlet": self.outlet or None, "speaker": self.speaker or None,
            "place": self.place or None, "kind": self.records or None, "since": self.since,
            "until": self.until,
        }  # fmt: skip

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
