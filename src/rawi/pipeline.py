"""READ FIRST: the stages that turn a document into records, in order, with what each needs and gives.

    1. article      Document -> Article: the body, the masthead, the printed date     article/
    2. analysis     words, sentences, paragraphs, quotations                          arabic/
    3. date         the article dated from its own words, or its date checked         readers/dating.py
    4. times        every expression, anchored to the article's date                  readers/times.py
    5. names        persons, organizations, places, outlets, groups                   readers/names.py
    6. statements   who said what, through whom                                       readers/statements.py
    7. figures      numbers that measure something                                    readers/figures.py
    8. commitments  who is bound to do what by when                                   readers/commitments.py
    9. events       what happened                                                     readers/events.py

Stages 4 to 9 are readers: pure functions of the article, its analysis and what was found before them.
`check` proves at import that each finds what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rawi.arabic.analysis import Analysis, analyse
from rawi.article import make_article
from rawi.errors import PipelineError, RawiError
from rawi.readers import commitments, dating, events, figures, names, statements, times
from rawi.records import Article, Reading, Record
from rawi.sources.document import Document

Reader = Callable[[Article, Analysis, Reading], tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One reader: which field of the Reading it gives and which it needs filled before it."""

    gives: str
    read: Reader
    needs: tuple[str, ...] = ()


STAGES: tuple[Stage, ...] = (
    Stage("times", times.read),
    Stage("names", names.read, needs=("times",)),
    Stage("statements", statements.read, needs=("times", "names")),
    Stage("figures", figures.read, needs=("times", "names", "statements")),
    Stage("commitments", commitments.read, needs=("times", "names", "statements")),
    Stage(
        "events", events.read, needs=("times", "names", "statements", "figures", "commitments")
    ),
)


def check(stages: Iterable[Stage]) -> None:
    """Raises PipelineError when a stage needs what no stage before it gives, or two give the same."""
    given: set[str] = set()
    for stage in stages:
        lacking = [n for n in stage.needs if n not in given]
        if lacking:
            raise PipelineError(
                f"stage {stage.gives!r} needs {lacking}, which nothing before it gives"
            )
        if stage.gives in given:
            raise PipelineError(f"two stages give {stage.gives!r}")
        given.add(stage.gives)


check(STAGES)


def read_document(
    document: Document, *, published: date | None = None, stages: tuple[Stage, ...] = STAGES
) -> Reading:
    """Everything the program reads out of one document. Errors are of the `rawi.errors` family."""
    article = make_article(document, published=published)
    return read_article(article, analyse(article.text), stages=stages)


def read_article(
    article: Article, analysis: Analysis, *, stages: tuple[Stage, ...] = STAGES
) -> Reading:
    """The readers' stages over an article that is already made and analysed."""
    article = dating.settle(article, analysis)
    published = article.published
    rivals = published.rivals if published is not None else ()
    found = Reading(article, notes=tuple(r.note for r in rivals if r.note))
    for stage in stages:
        change: dict[str, Any] = {stage.gives: _run(stage, article, analysis, found)}
        found = replace(found, **change)
    return found


def _run(stage: Stage, article: Article, analysis: Analysis, found: Reading) -> tuple[Record, ...]:
    """One stage. A fault inside a reader becomes an error of ours that names the article, so that an
    archive goes on with the next one and the article is reported as refused, not lost in silence."""
    try:
        return stage.read(article, analysis, found)
    except RawiError:
        raise
    except Exception as fault:
        raise PipelineError(
            f"the reader of {stage.gives} failed on this text: {type(fault).__name__}: {fault}",
            source=article.source,
            hint="this is a fault in Rawi: please report it with the text",
        ) from fault
