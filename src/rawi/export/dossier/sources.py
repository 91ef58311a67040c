"""A citation: the article, the exact words in their sentence, and the way they came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category
from urllib.parse import unquote

from rawi.export.dossier.blocks import Line, Run, joined, story
from rawi.export.dossier.gather import Held
from rawi.export.dossier.wording import Wording
from rawi.records import Published
from rawi.store.rows import ArticleRow
from rawi.story.chains.chain import Chain

REPORTS = (
    12  # further reports of a statement that a citation names; the count says how many there are
)
_BYTES = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")  # never of ASCII: %2F and a slash are two addresses
_PATH = re.compile(r"[/\\]")


def citation(held: Held, say: Wording, chain: bool) -> tuple[Line, ...]:
    """The lines of one citation: source, exact words, and with `chain` the way they came."""
    record = held.row.record
    place = say.say("paragraph", start=say.number(record.start), end=say.number(record.end))
    lines: list[Line] = [(*source_line(held.row.article, say), Run(say.comma), Run(place, "dim"))]
    before, inside, after = (
        held.sentence[: held.start],
        held.sentence[held.start : held.stop],
        held.sentence[held.stop :],
    )
    lines.append((story(before, "quote"), story(inside, "mark"), story(after, "quote")))
    if chain and held.chain is not None:
        lines += _chain(held, held.chain, say)
    return tuple(lines)


def _chain(held: Held, chain: Chain, say: Wording) -> Iterator[Line]:
    own = [v for v in chain.variants if v.row.record.id == held.row.record.id]
    for variant in own[:1]:
        names = [(story(link.name),) for link in variant.links]
        if len(names) > 1:
            yield (Run(say.say("chain") + " ", "dim"), *joined(names, say.arrow))
    others = [v.row.article for v in chain.variants if v not in own]
    if others:
        reports = dict.fromkeys((outlet(a, say), _date(a.published, say)) for a in others)
        named = [(story(name), Run(f" ({day})")) for name, day in list(reports)[:REPORTS]]
        stands = chain.independence
        counts = say.say(
            "weight_unknown" if stands.unknown else "weight",
            outlets=say.number(stands.outlets),
            sources=say.number(stands.sources),
            unknown=say.number(stands.unknown),
        )
        more = Run("") if len(reports) <= REPORTS else Run(" …")
        yield (
            Run(say.say("also") + " ", "dim"), *joined(named, say.semicolon), more,
            Run(". "), Run(counts, "dim"),
        )  # fmt: skip


def source_line(article: ArticleRow, say: Wording) -> Line:
    """One article as a source: outlet, title, date and how that is known, address."""
    parts: list[Line] = [(story(outlet(article, say), "strong"),)]
    if article.title:
        parts.append((story(article.title),))
    parts.append((Run(_date(article.published, say)),))
    if article.published is not None:
        parts.append((Run(say.known("basis", article.published.basis), "dim"),))
    if article.credited:
        parts.append((Run(say.say("through") + " "), story(article.credited)))
    parts.append((address(article),))
    return joined(parts, say.comma)


def address(article: ArticleRow) -> Run:
    """Where the article lies: a web address as a link, else the name of its file without its folder
    (two people keep one file in two places)."""
    url = article.url or ""
    if url.startswith(("http://", "https://")):
        return story(readable(url), "dim", href=url)
    return story(_PATH.split(article.source)[-1], "dim")


def readable(url: str) -> str:
    """A web address with its letters instead of their bytes in hexadecimal, where they are letters."""
    return _BYTES.sub(_letters, url)


def _letters(found: re.Match[str]) -> str:
    try:
        words = unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return found[0]
    return words if all(category(c)[0] in "LMN" for c in words) else found[0]


def outlet(article: ArticleRow, say: Wording) -> str:
    """The outlet's name, or that it has none."""
    return article.outlet or say.say("no_outlet")


def _date(when: Published | None, say: Wording) -> str:
    return (say.days(when.days) if when is not None else "") or say.say("undated")
