"""What several commands show in a terminal: a story's words, a statement, the progress of long work.

Arabic stands beside English here, so every piece of a story's own text is wrapped in a
bidirectional isolate (Unicode FSI … PDI): a terminal that lays out right-to-left text then keeps
each piece in its place. Control characters in an article's text are shown as escapes, never sent to
the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from rawi.cli._language import count, explained, field, in_arabic, named, say, sentence, term
from rawi.records import Days, Published, Statement
from rawi.store.rows import AddReport, Page, Row
from rawi.story.intake import Progress as Callback
from rawi.story.reuse.report import Independence
from rawi.web.labels import ACT, COUNTED, KINDS

FSI, PDI = "\u2068", "\u2069"
_REFUSALS = 30  # lines of refusals on a screen before the rest is only counted

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


def entitled(title: str | None, source: str, width: int | None = None) -> str:
    """An article's title, isolated; where it has none, the name of the file that it came from."""
    return arabic(title or source.rstrip("/").rpartition("/")[2] or source, width)


def aside(line: str) -> None:
    """A line that stands back behind the others."""
    out.print(Text(line, style="dim"))


def quote(words: str | None, width: int | None = None, indent: int = 2) -> None:
    """A piece of a story's text, indented."""
    out.print(Padding(Text(arabic(words, width)), (0, 0, 0, indent)))


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


def show_report(report: AddReport, story: Path, replaced: str | None = None) -> None:
    """What became of every input, and why anything was refused. `replaced`: another word for that."""
    out.print(f"{story}", style="bold", markup=False, soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    table.add_row(f"{len(report.read):,}", term("read"))
    for name, ids, style in (
        (say("already there"), report.present, None),
        (replaced or say("replaced"), report.replaced, None),
        (say("gone from their file"), [i for i in report.removed if not report.replaced], None),
        (say("refused"), report.refused, "red"),
    ):
        if ids:
            table.add_row(f"{len(ids):,}", field(name), style=style)
    out.print(table)
    shown = report.refused[:_REFUSALS] if out.is_terminal else report.refused
    for refusal in shown:
        reason = f"  {arabic(refusal.source)}: {arabic(explained(refusal.reason))}"
        hint = f" ({explained(refusal.hint)})" if refusal.hint else ""
        line = Text(sentence(reason + hint), style="red")
        if hint:
            line.highlight_words([hint.strip()], "dim")
        out.print(line, soft_wrap=True)
    if len(report.refused) > len(shown):
        more = f"{len(report.refused) - len(shown):,}"
        line = say("… and %(n)s more; send this to a file to see them all", n=more)
        out.print(f"  {sentence(line)}", style="red")
    if report.stale:
        out.print(
            sentence(stale(len(report.stale), story)), style="yellow", markup=False,
        )  # fmt: skip


def stale(articles: int, story: Path) -> str:
    """How many articles an older Rawi read, and the command that reads them anew."""
    told = count(
        "%(n)s article was read by an older version of Rawi.",
        "%(n)s articles were read by an older version of Rawi.", articles,
    )  # fmt: skip
    return f"{told} {say('To read them anew:')} rawi refresh {story}"


def show_statement(row: Row) -> None:
    """One statement: who, how and when, and below it what."""
    statement = row.record
    assert isinstance(statement, Statement)
    by = statement.speaker
    head = Text()
    head.append(arabic((by.name or by.text) if by else None, 60), style="cyan")
    said = statement.said or (row.article.published.days if row.article.published else None)
    head.append(f"  {named(ACT, statement.act)}  {days(said)}  {arabic(row.article.outlet)}", style="dim")
    head.append(f"  {statement.id}", style="dim")
    out.print(head)
    quote(statement.text)


def confirmed(stands: Independence) -> str:
    """How many independent sources stand behind something, and what was not counted."""
    line = count("%(n)s independent source", "%(n)s independent sources", stands.sources)
    if stands.unknown:
        unknown = count(
            "%(n)s report of unknown outlet, which confirms nothing",
            "%(n)s reports of unknown outlet, which confirm nothing", stands.unknown,
        )  # fmt: skip
        line += say("; %(more)s", more=unknown)
    return field(line)


def counted(kind: str, number: int) -> str:
    """So many records of a kind, as one field."""
    if not in_arabic():
        return f"{number:,} {kind}" if number == 1 else f"{number:,} {kind}s"
    return field(count(*COUNTED[kind], number) if kind in COUNTED else f"{say(KINDS[kind])}: {number:,}")


def show_none(page: Page[Any], says: str) -> None:
    """A line for a page with nothing on it, so that nobody waits for more or takes it for a fault."""
    if not page.total:
        out.print(sentence(says), style="dim")


def show_more(page: Page[Any]) -> None:
    """How many there are beyond the page."""
    if page.total > len(page.items):
        out.print(sentence(rest(page.total - len(page.items))), style="dim")


def rest(number: int) -> str:
    """How many are not shown."""
    return "… " + count("and %(n)s more", "and %(n)s more", number)


def published(when: Published | None) -> str:
    """When an article was published, and how that is known unless its source says so."""
    if when is None:
        return term("undated")
    return days(when.days) + (f" ({term('inferred')})" if when.basis == "inferred" else "")


def days(stretch: Days | None) -> str:
    """A stretch of days as people write it."""
    if stretch is None or (stretch.begin is None and stretch.end is None):
        return "–"
    if stretch.begin == stretch.end:
        return str(stretch.begin)
    return f"{stretch.begin or '…'} – {stretch.end or '…'}"
