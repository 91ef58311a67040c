"""The sections of the house, in the order of the rail. One is shown once a story can answer for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rawi.web.labels import N_


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the rail: its key, address, title, and the method of Story that it needs."""

    key: str
    path: str
    title: str
    needs: str = "overview"
    part: str | None = None  # the heading it opens

    def shown(self, story: Any) -> bool:
        """Whether this story can fill the page."""
        return hasattr(story, self.needs)


SECTIONS = (
    Section("desk", "/", N_("Desk")),
    Section("articles", "/articles", N_("Articles"), needs="articles"),
    Section("ask", "/ask", N_("Ask"), needs="ask"),
    Section("statements", "/statements", N_("Statements"), part=N_("The record")),
    Section("ledger", "/ledger", N_("Commitments"), needs="threads"),
    Section("series", "/series", N_("Figures"), needs="figure_series"),
    Section("events", "/events", N_("Events")),
    Section("timeline", "/timeline", N_("Timeline"), needs="timeline", part=N_("The story")),
    Section("conflicts", "/conflicts", N_("Contradictions"), needs="conflicts"),
    Section("people", "/people", N_("Who is who"), needs="people"),
    Section("places", "/places", N_("Places"), needs="people"),
    Section("reuse", "/reuse", N_("Copied text"), needs="flows"),
    Section("dossier", "/dossier", N_("Dossier"), needs="basket", part=N_("Work")),
    Section("bring", "/bring", N_("Bring articles in"), needs="add_documents"),
)

SHOWN_UNDER = {
    "commitment": "ledger",
    "figure": "series",
}  # the section of a kind with no list in the rail
