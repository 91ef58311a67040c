"""Every page of the app over one story: milliseconds to its first byte and its size.

Each page is asked of a fresh app, so that nothing is remembered ("first"), and then once more ("again").
Both are this process' processor time, beside the wall clock of the first, which is what a reader waits on a
machine that does nothing else.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from urllib.parse import quote

from starlette.testclient import TestClient

from rawi.story import Story
from rawi.web.app import create_app
from rawi.web.settings import Settings

HERE = "http://127.0.0.1"
MARK_MS, MARK_SEARCH_MS, MARK_ASK_MS, MARK_KB = 150, 100, 500, 300
BOTH = "العراق"  # stands in any news, and in the sample


@dataclass(frozen=True, slots=True)
class Timing:
    """One page. Milliseconds, and kilobytes (1000 bytes) before compression."""

    name: str
    address: str
    status: int
    first: float
    again: float
    wall: float
    size: float

    @property
    def mark(self) -> int:
        """The most milliseconds that it may take."""
        return {"search": MARK_SEARCH_MS, "ask": MARK_ASK_MS}.get(self.name.split(" ")[0], MARK_MS)

    @property
    def missed(self) -> bool:
        """Whether it is too slow, too large (a page; what its pictures are drawn from is no page) or fails."""
        large = self.size > MARK_KB and not self.address.startswith("/api/")
        return self.first > self.mark or large or self.status != 200


def addresses(story: Story) -> Iterator[tuple[str, str]]:
    """Every kind of page, with names of the busiest things where it needs one."""
    yield "desk", "/"
    glance = story.overview()
    if glance.outlets and glance.speakers and glance.period:
        yield "desk, one outlet", f"/?outlet={quote(glance.outlets[0].name or '')}"
        yield "desk, one actor", f"/?speaker={quote(glance.speakers[0].name)}"
        yield "desk, one place", f"/?place={quote(BOTH)}"
        yield "desk, one period", f"/?until={glance.period.end}&since={glance.period.begin}"
    yield "articles", "/articles"
    yield "articles, late page", "/articles?page=20"
    for kind in ("statements", "commitments", "figures", "events"):
        yield kind, f"/{kind}"
    yield "statements by words", f"/statements?text={quote('قال الوزير')}"
    yield "statements, denied", "/statements?act=deny"
    speakers = story.overview().speakers
    if speakers:
        yield "statements of one", f"/statements?speaker={quote(speakers[0].name)}"
    yield "ledger", "/ledger"
    yield "figure series", "/series"
    yield "timeline", "/timeline"
    yield "timeline, weightiest", "/timeline?top=25"
    yield (
        "timeline, one outlet",
        f"/timeline?outlet={quote(story.overview().outlets[0].name or '')}",
    )
    yield "timeline, one place", f"/timeline?place={quote(BOTH)}"
    yield "timeline as JSON", "/api/timeline"
    yield "timeline axis", "/api/timeline/axis"
    yield "conflicts", "/conflicts"
    yield "people", "/people"
    for type_ in ("person", "place", "organization"):
        for row in story.people(type=type_, limit=1).items:
            yield f"one {type_}", f"/people/{quote(row.id)}"
            yield f"mentions of one {type_}", f"/mentions/{quote(row.id)}"
    yield "places", "/places"
    yield "copied text", "/reuse"
    for found in story.reuse(limit=1).items:
        yield "two articles", f"/compare/{found.a.article.id}/{found.b.article.id}"
    yield "search", f"/search?q={quote(BOTH)}"
    yield "search for a phrase", f"/search?q={quote('«رئيس الوزراء»')}"
    yield "ask", f"/ask?q={quote('من نفى وجود خطة للانسحاب من العراق؟')}"
    yield "ask in English", "/ask?q=" + quote("How many soldiers were killed in the attack?")
    yield "dossier", "/dossier"
    yield "bring in", "/bring"
    yield "help", "/help"
    busiest = max(story.articles(limit=100).items, key=lambda row: row.words, default=None)
    if busiest is not None:
        yield "one article", f"/article/{busiest.id}"
        for row in story.records("statement", article=busiest.id, limit=1).items:
            yield "one record", f"/record/{row.record.id}"
    for row in story.records("commitment", limit=1).items:
        yield "one undertaking", f"/ledger/{row.record.id}"


def measure(path: Path) -> list[Timing]:
    """Every page of the story in `path`, which is held open as the server holds it."""
    with Story.open(path, create=False) as story:
        warm = _client(story)
        for address in ("/", "/search?q=" + quote(BOTH), "/ask?q=%D9%85%D9%86"):
            warm.get(address)  # lexicons, templates and models are loaded once a process
        gc.collect()
        gc.freeze()  # as `rawi serve` does
        return [_timed(story, name, address) for name, address in addresses(story)]


def table(timings: list[Timing]) -> str:
    """The figures for people."""
    lines = [f"{'page':28s} {'first ms':>9s} {'again ms':>9s} {'wall ms':>8s} {'KB':>6s}"]
    for t in timings:
        note = f"  over {t.mark} ms or {MARK_KB} KB" if t.missed else ""
        note = f"  answers {t.status}" if t.status != 200 else note
        lines.append(
            f"{t.name:28s} {t.first:9.0f} {t.again:9.0f} {t.wall:8.0f} {t.size:6.0f}{note}"
        )
    return "\n".join(lines)


def _client(story: Story) -> TestClient:
    settings = Settings(story.path, opener=lambda: nullcontext(story))
    return TestClient(create_app(settings), base_url=HERE)


def _timed(story: Story, name: str, address: str) -> Timing:
    client = _client(story)
    began, wall = process_time(), perf_counter()
    answer = client.get(address)
    first, waited = process_time() - began, perf_counter() - wall
    began = process_time()
    client.get(address)
    again = process_time() - began
    return Timing(
        name, address, answer.status_code, 1000 * first, 1000 * again, 1000 * waited,
        len(answer.content) / 1000,
    )  # fmt: skip
