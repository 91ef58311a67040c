"""How commands look in a terminal: tables, bars, passages, the progress of long work.

Arabic stands beside English here, so every piece of a story's own text is wrapped in a
bidirectional isolate (Unicode FSI … PDI): a terminal that lays out right-to-left text then keeps
each piece in its place. Control characters in an article's text are shown as escapes, never sent to
the terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from rawi.records import Days, Published, Reading, Statement
from rawi.store.rows import AddReport, ArticleRow, Correction, Count, Hit, Overview, Page, Row
from rawi.story.ask.answer import Answer
from rawi.story.chains.chain import Chain
from rawi.story.conflicts.report import Conflict
from rawi.story.intake import Progress as Callback
from rawi.story.reuse.report import Reuse

FSI, PDI = "\u2068", "\u2069"
_BAR = 24  # cells of the longest bar
_REFUSALS = 30  # lines of refusals before the rest is only counted

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def arabic(words: str | None, width: int | None = None) -> str:
    """A piece of a story's text on one line, isolated, at most `width` characters; '–' for None."""
    if not words:
        return "–"
    line = " ".join(words.split())
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
    if width is not None and len(line) > width:
        line = line[: width - 1].rstrip() + "…"
    return f"{FSI}{line}{PDI}"


@contextmanager
def progress_bar(title: str) -> Iterator[Callback | None]:
    """A callback that draws a bar on standard error, None where that is no terminal."""
    if not err.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        TextColumn("{task.fields[source]}"),
    )  # fmt: skip
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(title, total=None, source="")

        def step(done: int, total: int | None, source: str) -> None:
            bar.update(task, completed=done, total=total, source=escape(arabic(source[-40:])))

        yield step


def show_report(report: AddReport, story: Path, replaced: str = "replaced") -> None:
    """What became of every input, and why anything was refused. `replaced`: the word for that."""
    out.print(f"{story}", style="bold", markup=False, soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for name, ids in (
        ("read", report.read), ("already there", report.present), (replaced, report.replaced),
        ("gone from their file", [i for i in report.removed if not report.replaced]),
        ("refused", report.refused),
    ):  # fmt: skip
        if ids or name == "read":
            style = "red" if name == "refused" else None
            table.add_row(f"{len(ids):,}", name, style=style)
    out.print(table)
    for refusal in report.refused[:_REFUSALS]:
        line = Text(f"  {arabic(refusal.source)}: {arabic(refusal.reason)}", style="red")
        if refusal.hint:
            line.append(f" ({refusal.hint})", style="dim")
        out.print(line, soft_wrap=True)
    if len(report.refused) > _REFUSALS:
        out.print(f"  … and {len(report.refused) - _REFUSALS:,} more", style="red")
    if report.stale:
        out.print(
            f"{len(report.stale):,} of these were read by an older Rawi: rawi refresh {story}",
            style="yellow", markup=False,
        )  # fmt: skip


def show_overview(overview: Overview, latest: Page[Row], story: Path) -> None:
    """A story at a glance."""
    out.rule(Text(story.name, style="bold"), align="left")
    facts = Table(box=None, show_header=False, pad_edge=False)
    facts.add_column(style="dim")
    facts.add_column()
    facts.add_row("articles", f"{overview.articles:,}")
    undated = f"   ({overview.undated:,} undated)" if overview.undated else ""
    facts.add_row("period", days(overview.period) + undated)
    kinds = [f"{n:,} {kind}s" for kind, n in overview.counts.items() if n]
    facts.add_row("records", "   ".join(kinds) or "none")
    if overview.corrections:
        facts.add_row("corrections", f"{overview.corrections:,}")
    out.print(facts)
    for title, counts in (
        ("Outlets", overview.outlets), ("Speakers", overview.speakers), ("Places", overview.places)
    ):  # fmt: skip
        _bars(title, counts)
    if latest.items:
        out.print("\n[bold]Latest statements[/bold]")
        for row in latest.items:
            _statement(row)
    if overview.stale:
        out.print(
            f"\n{overview.stale:,} articles were read by an older Rawi: rawi refresh {story}",
            style="yellow", markup=False,
        )  # fmt: skip


def _bars(title: str, counts: tuple[Count, ...], rows: int = 8) -> None:
    if not counts:
        return
    out.print(f"\n[bold]{title}[/bold]")
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="cyan", no_wrap=True, min_width=4)
    table.add_column(style="blue", no_wrap=True, width=_BAR)
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    for item in counts[:rows]:
        cells = max(1, round(_BAR * item.count / counts[0].count))
        table.add_row(f"{item.count:,}", "━" * cells, Text(arabic(item.name, 60)))
    out.print(table)
    if len(counts) > rows:
        out.print(f"… and {len(counts) - rows:,} more", style="dim")


def _statement(row: Row) -> None:
    statement = row.record
    assert isinstance(statement, Statement)
    by = statement.speaker
    head = Text()
    head.append(arabic((by.name or by.text) if by else None, 60), style="cyan")
    said = statement.said or (row.article.published.days if row.article.published else None)
    head.append(f"  {statement.act}  {days(said)}  {arabic(row.article.outlet)}", style="dim")
    out.print(head)
    out.print(Padding(Text(arabic(statement.text)), (0, 0, 0, 2)))


def show_statements(page: Page[Row]) -> None:
    """A list of statements, and how many more there are."""
    for row in page.items:
        _statement(row)
    _more(page)


def show_chain(chain: Chain) -> None:
    """Every report of one statement, the earliest first, each with its way to the page."""
    counted = chain.independence
    out.print(
        f"{len(chain.variants)} reports, {counted.outlets} outlets, {counted.sources} independent sources"
        if len(chain.variants) > 1
        else "one report",
        style="bold",
    )
    for variant in chain.variants:
        line = Text(
            days(variant.row.article.published.days) if variant.row.article.published else "undated"
        )
        for link in variant.links:
            line.append("  ←  " if link.role != "speaker" else "  ", style="dim")
            line.append(arabic(link.name, 50), style="cyan" if link.role == "speaker" else None)
        if variant.changes:
            line.append("  " + ", ".join(variant.changes), style="yellow")
        out.print(line, soft_wrap=True)
        out.print(Padding(Text(arabic(variant.row.record.text)), (0, 0, 0, 2)))


def show_reuse(page: Page[Reuse]) -> None:
    """Shared passages, both sides under each other."""
    for item in page.items:
        credit = {True: ", credited", False: ", not credited", None: ""}[item.credited]
        order = "" if item.ordered else ", order unknown"
        out.print(f"{item.kind}  {item.words} words, {item.share:.0%}{order}{credit}", style="bold")
        for side in (item.a, item.b):
            head = f"{published(side.article.published)}  {arabic(side.article.outlet)}  {side.article.id}"
            out.print(Text(head, style="dim"))
            out.print(Padding(Text(arabic(side.span.text, 400)), (0, 0, 0, 2)))
    _more(page)


def show_conflicts(page: Page[Conflict]) -> None:
    """Contradictions: why each is one, and both sides under each other."""
    for item in page.items:
        out.print(f"{item.kind}  {item.grade}  {item.strength:.2f}", style="bold")
        out.print(Text(f"  {arabic(item.why_ar)}"))
        for side in (item.a, item.b):
            head = f"{published(side.article.published)}  {arabic(side.article.outlet)}  {arabic(side.speaker)}"
            head += f"  {side.act}" if side.act else ""
            out.print(Text(head, style="dim"))
            out.print(Padding(Text(arabic(side.span.text, 400)), (0, 0, 0, 2)))
    if not page.items:
        out.print("nothing in this story contradicts anything else in it", style="dim")
    _more(page)


def show_answers(answers: tuple[Answer, ...]) -> None:
    """Answers, best first, each with its article and what was read in it."""
    for number, answer in enumerate(answers, 1):
        of = f"{arabic(answer.outlet)}  {arabic(answer.row.title, 70)}"
        head = f"{number}. {published(answer.row.published)}  {of}"
        out.print(Text(head, style="dim"))
        out.print(Padding(Text(arabic(answer.text)), (0, 0, 0, 3)))
        for record in answer.records[:3]:
            if isinstance(record, Statement) and record.speaker:
                by = arabic(record.speaker.name or record.speaker.text, 50)
                out.print(Text(f"   {record.act}: {by}", style="cyan"))
        if answer.also:
            others = dict.fromkeys(s.row.outlet or s.row.source for s in answer.also)
            out.print(Text(f"   also printed: {'، '.join(map(arabic, others))}", style="dim"))
    if not answers:
        out.print("nothing in this story comes near", style="dim")


def _more(page: Page[Any]) -> None:
    if page.total > len(page.items):
        out.print(f"… and {page.total - len(page.items):,} more", style="dim")


def show_articles(page: Page[ArticleRow]) -> None:
    """The list of articles."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("id", "published", "outlet", "title", "records"):
        table.add_column(
            name, no_wrap=name != "title", justify="right" if name == "records" else "left"
        )
    for row in page.items:
        table.add_row(
            row.id, published(row.published), Text(arabic(row.outlet, 24)),
            Text(arabic(row.title or row.source, 80)), f"{sum(row.counts.values()):,}",
        )  # fmt: skip
    out.print(table)
    _more(page)


def show_reading(reading: Reading) -> None:
    """One article and everything read out of it."""
    article = reading.article
    out.print(Text(arabic(article.title.text if article.title else article.source), style="bold"))
    out.print(
        Text(
            f"{arabic(article.outlet)}  {published(article.published)}  {article.source}",
            style="dim",
        )
    )
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("id", "kind", "", "words"):
        table.add_column(name, no_wrap=name != "words")
    for record in reading.records():
        what = next(
            (str(v) for f in ("act", "type", "status_word", "value")
             if (v := getattr(record, f, None)) is not None), "",
        )  # fmt: skip
        if isinstance(record, Statement) and record.speaker:
            what += " " + arabic(record.speaker.name or record.speaker.text, 40)
        table.add_row(record.id, record.kind, Text(what), Text(arabic(record.text)))
    out.print(table)


def show_hits(page: Page[Hit]) -> None:
    """The results of a search, the words found set off in their passages."""
    for hit in page.items:
        row = hit.article
        out.print(Text(arabic(row.title or row.source, 100), style="bold"))
        out.print(Text(f"{arabic(row.outlet)}  {published(row.published)}  {row.id}", style="dim"))
        out.print(Padding(_passage(hit), (0, 0, 1, 2)))
    more = page.total - len(page.items)
    out.print(
        f"{page.total:,} articles" + (f", {more:,} not shown" if more > 0 else ""), style="dim"
    )


def _passage(hit: Hit) -> Text:
    snippet, text = hit.snippet, Text(FSI)
    at = snippet.start
    for match in hit.matches:
        if match.start < at or match.end > snippet.end:
            continue
        text.append(_plain(snippet.text[at - snippet.start : match.start - snippet.start]))
        text.append(_plain(match.text), style="bold yellow")
        at = match.end
    text.append(_plain(snippet.text[at - snippet.start :]))
    return text.append(PDI)


def _plain(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)


def hit_json(hit: Hit) -> str:
    """One result as JSON: article, outlet, title, published, the span, the passage, the score."""
    row = hit.article
    value: Mapping[str, object] = {
        "article": row.id, "outlet": row.outlet, "title": row.title,
        "published": published(row.published), "start": hit.span.start, "end": hit.span.end,
        "text": hit.span.text, "snippet": asdict(hit.snippet),
        "matches": [asdict(m) for m in hit.matches], "score": hit.score,
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False)


def show_correction(correction: Correction) -> None:
    """One decision, as it was stored."""
    show_corrections((correction,))


def show_corrections(corrections: tuple[Correction, ...]) -> None:
    """Decisions, one a line."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("number", "what", "kind", "words", "by", "when", ""):
        table.add_column(name, no_wrap=name not in ("words", ""))
    for item in corrections:
        state = (
            f"undone {item.undone}"
            if item.undone
            else ("" if item.holds else "matches nothing now")
        )
        details = item.note or (
            json.dumps(item.changes, ensure_ascii=False) if item.changes else ""
        )
        words = arabic(item.anchor.text, 60)
        if item.other:
            words += f" + {arabic(item.other.text, 60)}"
        table.add_row(
            str(item.id), item.action, item.anchor.kind, Text(words), Text(arabic(item.by)),
            item.at,
            Text(" ".join(filter(None, (state, arabic(details) if details else "")))),
        )  # fmt: skip
    out.print(table)


def published(when: Published | None) -> str:
    """When an article was published, and how that is known unless its source says so."""
    if when is None:
        return "undated"
    return days(when.days) + (" (inferred)" if when.basis == "inferred" else "")


def days(stretch: Days | None) -> str:
    """A stretch of days as people write it."""
    if stretch is None or (stretch.begin is None and stretch.end is None):
        return "–"
    if stretch.begin == stretch.end:
        return str(stretch.begin)
    return f"{stretch.begin or '…'} – {stretch.end or '…'}"
