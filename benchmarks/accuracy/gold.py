"""Gold: hand-made annotation, one JSON file an article, and the texts it is about.

A span in the gold is {"text": exact words, "nth": which occurrence}, or offsets {"s", "e"}. Offsets
count code points in the text as the program reads it in. sample/gold/README.md has the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from rawi.records import Reading
from rawi.sources import Document, read_sources
from rawi.wire import reading_to_json

Gold = dict[str, Any]
Json = dict[str, Any]


class GoldError(ValueError):
    """The gold contradicts its article or its own rules."""


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated article: its key (`000`), text and gold, and what a reader found in it.

    `records` are JSON objects as `rawi read` prints them; `article` is the article's own object.
    """

    key: str
    text: str
    gold: Gold
    records: tuple[Json, ...] = ()
    article: Json | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of articles with its folder of gold."""

    name: str
    articles: Path
    gold: Path
    about: str = ""
    story: Gold | None = field(default=None)

    @classmethod
    def at(cls, name: str, articles: Path, gold: Path, about: str = "") -> Corpus:
        """The corpus in these folders, with its story.json where there is one."""
        story = gold / "story.json"
        found = json.loads(story.read_text(encoding="utf-8")) if story.is_file() else None
        return cls(name, articles, gold, about, found)

    def digest(self) -> str:
        """A digest of every byte of articles and gold: floors hold for exactly this corpus."""
        seen = blake2b(digest_size=8)
        for folder in (self.articles, self.gold):
            for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".md"):
                seen.update(path.relative_to(folder).as_posix().encode())
                seen.update(path.read_bytes())
        return seen.hexdigest()

    def documents(self) -> dict[str, Document]:
        """The documents by gold key: the gold's `article.source`, or the file that begins so."""
        by_name: dict[str, Document] = {}
        for found in read_sources([self.articles]):
            if isinstance(found, Document):
                by_name[Path(found.source).name] = found
        out = {}
        for key, gold in self.golds():
            wanted = gold.get("article", {}).get("source")
            names = [n for n in by_name if (n == wanted if wanted else n.startswith(key))]
            if names:
                out[key] = by_name[names[0]]
        return out

    def golds(self) -> Iterator[tuple[str, Gold]]:
        """Key and gold of each annotated article, in order."""
        for path in sorted(self.gold.glob("[0-9][0-9][0-9].json")):
            yield path.stem, json.loads(path.read_text(encoding="utf-8"))

    def with_steps(self) -> Iterator[tuple[str, Gold]]:
        """The same; a step of an undertaking that only story.json names is one of the article's
        commitments, neither asked for nor held against a reader that finds it."""
        for key, gold in self.golds():
            told = gold.get("commitments", [])
            yield key, gold | {"commitments": [*told, *self._steps(key, told)]}

    def _steps(self, key: str, commitments: list[Gold]) -> Iterator[Gold]:
        """The steps of an article in story.json whose words are in none of its commitments."""
        known = [c["text"] for c in commitments]
        for thread in (self.story or {}).get("commitment_threads", ()):
            for step in thread["steps"]:
                words = step["text"]
                if step["article"] == key and not any(words in t or t in words for t in known):
                    yield step | {"optional": True}


def case_of(key: str, gold: Gold, reading: Reading) -> Case:
    """The case of one article that the program has read."""
    article, *records = reading_to_json(reading)
    text = reading.article.text
    return Case(key, text, without_absent(gold, text), tuple(records), article)


def without_absent(gold: Gold, text: str) -> Gold:
    """The gold without items marked `maybe` that the text does not hold.

    They are words of a page (its printed date, a second title) that a source may rightly leave out.
    """

    def here(item: Any) -> bool:
        if not (isinstance(item, dict) and item.get("maybe")):
            return True
        return text.count(item["text"]) >= item.get("nth", 1)

    return {
        key: [item for item in value if here(item)] if isinstance(value, list) else value
        for key, value in gold.items()
    }


def cases_from_records(corpus_gold: Path, articles: Path, rows: list[Json]) -> list[Case]:
    """Cases for records that any reader wrote as JSON Lines; offsets count in the article files.

    An article's key is the first three letters of its `source` file, or of its id where it has no
    article record. Articles without a file are left out.
    """
    about = {r["id"]: r for r in rows if r.get("kind") == "article"}
    key_of = {k: Path(str(r.get("source"))).name[:3] for k, r in about.items()}
    own = {key_of[k]: r for k, r in about.items()}
    by_key: dict[str, list[Json]] = {}
    for row in rows:
        if "article" in row and "start" in row:
            key = key_of.get(row["article"], str(row["article"])[:3])
            by_key.setdefault(key, []).append(row)
    cases = []
    for key, gold in Corpus("", articles, corpus_gold).golds():
        files = sorted(p for p in articles.glob(f"{key}*") if p.suffix != ".json")
        if files:
            text = files[0].read_text(encoding="utf-8")
            cases.append(Case(key, text, gold, tuple(by_key.get(key, ())), own.get(key)))
    return cases


def locate(text: str, span: Gold) -> tuple[int, int]:
    """Start and end of a gold span in `text`. Raises GoldError where the words are not there."""
    if "s" in span:
        return span["s"], span["e"]
    if around := span.get("in"):
        first, inside = text.find(around), around.find(span["text"])
        if first < 0 or inside < 0 or text.find(around, first + 1) >= 0:
            raise GoldError(f"not once in the article: {around!r} around {span['text']!r}")
        return first + inside, first + inside + len(span["text"])
    at = -1
    for _ in range(span.get("nth", 1)):
        at = text.find(span["text"], at + 1)
        if at < 0:
            raise GoldError(f"not in the article: {span['text']!r}, nth {span.get('nth', 1)}")
    return at, at + len(span["text"])


def several(value: Any) -> list[Any]:
    """Alternatives as a list, whether the gold gives none, one or a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def free(item: Gold) -> bool:
    """Borderline gold, neither asked for nor held against a reader that finds it.

    Marked optional; a statement nested in another; a statement whose speaker nobody could name.
    """
    nameless = "speaker_name" in item and not item["speaker_name"]
    return bool(item.get("optional") or item.get("nested") or nameless)


def accepted(item: Gold, key: str) -> list[Any]:
    """The gold value of a field, then its accepted alternatives."""
    return [item.get(key), *several(item.get(f"alt_{key}"))]
