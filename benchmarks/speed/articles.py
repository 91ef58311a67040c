"""What is read: real articles where they lie beside us, else the sample over and over."""

from __future__ import annotations

import gzip
import json
from html import escape
from itertools import cycle, islice
from pathlib import Path

from rawi.sources import Document, read_sources

ROOT = Path(__file__).resolve().parents[2]
NEWS = ROOT.parent / "shared" / "data" / "news_ant.jsonl.gz"
SAMPLE = ROOT / "sample" / "articles"


def articles(number: int, news: Path = NEWS) -> tuple[list[Document], str]:
    """`number` documents, spread evenly over the news file, and where they are from."""
    if news.is_file():
        with gzip.open(news, "rt", encoding="utf-8") as stream:
            lines = stream.readlines()
        step = max(1, len(lines) // number)
        rows = islice(cycle(lines[::step]), number)
        return [_document(json.loads(line)) for line in rows], "news"
    found = [d for d in read_sources([SAMPLE]) if isinstance(d, Document)]
    return list(islice(cycle(found), number)), "sample"


def _document(row: dict[str, str]) -> Document:
    title, text = row.get("title") or "", row.get("text") or ""
    return Document(
        source=row.get("url") or "news", text=f"{title}\n\n{text}", title=title,
        outlet=row.get("outlet"), published=row.get("date"), url=row.get("url"),
    )  # fmt: skip


def page(document: Document) -> str:
    """A plain web page that holds the document: menu, heading, a paragraph a line, foot."""
    body = document.text.removeprefix(document.title or "")
    lines = [line for line in body.splitlines() if line.strip()]
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    title = escape(document.title or lines[0][:80])
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}'
        f'</title></head><body><nav><a href="/">الرئيسية</a> <a href="/w">العالم</a></nav>'
        f"<main><article><h1>{title}</h1>\n{paragraphs}\n</article></main>"
        f"<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"
    )
