"""What is read of invented sentences by the reader of names alone."""

from rawi.arabic.analysis import analyse
from rawi.readers import names
from rawi.records import Article, Name, Reading, Span


def read(text: str) -> tuple[Name, ...]:
    """The names in an article that has this text and no title."""
    article = Article("a1", "t", text, body=(Span.of(text, 0, len(text)),))
    return names.read(article, analyse(text), Reading(article))


def found(text: str) -> set[tuple[str, str | None]]:
    """Each name as printed, with its type."""
    return {(n.text, n.type) for n in read(text)}


def entity(records: tuple[Name, ...], text: str) -> str | None:
    """The one entity of all the names printed so."""
    (only,) = {n.entity for n in records if n.text == text}
    return only
