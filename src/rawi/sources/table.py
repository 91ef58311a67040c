"""Tables: JSON Lines, JSON and CSV. A row is a document; a broken one is refused by its line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BytesIO
from threading import Lock
from typing import Any, BinaryIO

from rawi.errors import EmptyError, MalformedError, SourceError, said
from rawi.sources.check import check_bytes
from rawi.sources.decode import decode
from rawi.sources.document import Document
from rawi.sources.lines import Line, read_lines
from rawi.sources.rows import document_from_row, known_columns
from rawi.sources.streams import read_bounded

_DELIMITERS = (",", ";", "\t", "|", "،")
_JSON_ARTICLES = (
    20  # a JSON file must be read whole: it may be as large as so many articles at the limit
)
_JSON_NAMES = {
    list: "list", str: "string", int: "number", float: "number", bool: "boolean", type(None): "null",
}  # fmt: skip
_CSV_LIMIT = Lock()  # the csv module keeps its field limit for the whole process


def read_json_lines(stream: BinaryIO, source: str, limit: int) -> Iterator[Document | SourceError]:
    """One document, or the refusal, of each line that is not blank."""
    rows = 0
    for line in read_lines(stream, source, limit):
        if isinstance(line, SourceError):
            rows += 1
            yield line
        elif line.text.strip():
            rows += 1
            try:
                row = _parse(line.text, f"{source}#{line.number}", line.number)
                yield document_from_row(row, f"{source}#{line.number}", line.number, limit)
            except SourceError as error:
                yield error
    if not rows:
        yield EmptyError("the file is empty", source=source, hint="leave it out")


def read_json(stream: BinaryIO, source: str, limit: int) -> Iterator[Document | SourceError]:
    """The document of a JSON object, or those of a list of objects (`#3` is the third)."""
    data = read_bounded(stream, limit * _JSON_ARTICLES, source)
    check_bytes(data, source)
    text = decode(data, source)
    if _is_lines(text):
        yield from read_json_lines(BytesIO(data), source, limit)
        return
    whole = _json(text, source)
    rows = whole if isinstance(whole, list) else [whole]
    for number, row in enumerate(rows, 1):
        name = f"{source}#{number}" if isinstance(whole, list) else source
        try:
            if not isinstance(row, dict):
                raise MalformedError(said("row {} is no JSON object", number), source=name)
            yield document_from_row(row, name, number, limit)
        except SourceError as error:
            yield error
    if not rows:
        yield EmptyError("a list without rows", source=source, hint="leave it out")


def _is_lines(text: str) -> bool:
    """Whether a file called JSON is JSON Lines: its first line is a whole object, and more follow."""
    first, _, rest = text.lstrip().partition("\n")
    if not (first.startswith("{") and first.rstrip().endswith("}") and rest.strip()):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def _parse(text: str, source: str, line: int) -> dict[str, Any]:
    row = _json(text, source, line)
    if not isinstance(row, dict):
        raise MalformedError(
            said("line {}: a JSON {}, not an object", line, _JSON_NAMES[type(row)]), source=source,
            hint='write one object a line: {"title": …, "text": …}',
        )  # fmt: skip
    return row


def _json(text: str, source: str, line: int | None = None) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        reason = said("JSON nested too deeply")
    except json.JSONDecodeError as error:
        reason = said("broken JSON at character {}: {}", error.pos, error.msg)
    except ValueError:
        reason = said("a number of thousands of digits")
    if line is not None:
        reason = said("line {}: {}", line, reason)
    raise MalformedError(reason, source=source, hint="mend or remove it")


def read_csv(stream: BinaryIO, source: str, limit: int) -> Iterator[Document | SourceError]:
    """One document, or the refusal, of each row below the header."""
    header: list[str] | None = None
    delimiter, rows = ",", 0
    for record in _records(read_lines(stream, source, limit), source, limit):
        rows += 1
        if isinstance(record, SourceError):
            yield record
            if header is None:
                return
            continue
        if header is None:
            delimiter, header = _header(record, source)
            continue
        name = f"{source}#{record.number}"
        try:
            cells = _split(record.text, delimiter, name, record.number, limit)
            if len(cells) > len(header):
                raise MalformedError(
                    said("line {}: {} cells under {} columns", record.number, len(cells), len(header)),
                    source=name, hint="put cells that hold the separator in quotation marks",
                )  # fmt: skip
            row = dict(zip(header, cells, strict=False))
            if "text" in known_columns(header) and len(cells) < len(header):
                row |= dict.fromkeys(header[len(cells) :], "")
            yield document_from_row(row, name, record.number, limit)
        except SourceError as error:
            yield error
    if not rows:
        yield EmptyError("the file is empty", source=source, hint="leave it out")
    elif rows == 1:
        yield EmptyError("a header without rows", source=source, hint="leave it out")


def _header(record: Line, source: str) -> tuple[str, list[str]]:
    """The separator and the column names: the separator that gives the most names known to us."""
    best = (",", [record.text], 0)
    for delimiter in _DELIMITERS:
        names = [n.strip() for n in _split(record.text, delimiter, source, record.number, 2**20)]
        if (known := len(known_columns(names))) > best[2]:
            best = (delimiter, names, known)
    delimiter, names, _ = best
    if "text" not in known_columns(names):
        raise MalformedError(
            "the first line names no column that holds the text", source=source,
            hint="name the columns outlet, url, title, date, text in the first line",
        )  # fmt: skip
    return delimiter, names


def _split(text: str, delimiter: str, source: str, number: int, limit: int) -> list[str]:
    """The cells of one record."""
    with _CSV_LIMIT:
        before = csv.field_size_limit(limit)
        try:
            return next(csv.reader([text], delimiter=delimiter), [])
        except csv.Error as error:
            raise MalformedError(
                said("line {}: broken CSV: {}", number, error),
                source=source,
                hint="mend or remove the row",
            ) from None
        finally:
            csv.field_size_limit(before)


def _records(
    lines: Iterator[Line | SourceError], source: str, limit: int
) -> Iterator[Line | SourceError]:
    """Lines joined while a quotation mark is open; `number` is the first line's.

    A mark that nothing closes would eat the rest of the file: then only its own line is refused,
    and reading goes on at the next.
    """
    waiting: list[Line | SourceError] = []
    while True:
        first = waiting.pop(0) if waiting else next(lines, None)
        if first is None:
            return
        if isinstance(first, SourceError) or first.text.count('"') % 2 == 0:
            if isinstance(first, SourceError) or first.text.strip():
                yield first
            continue
        parts, size, taken = [first.text], len(first.text), 0
        closed = False
        while not closed and size <= limit:
            if taken == len(waiting):
                more = next(lines, None)
                if more is None:
                    break
                waiting.append(more)
            line = waiting[taken]
            if isinstance(line, SourceError):
                break
            taken += 1
            parts.append(line.text)
            size += len(line.text)
            closed = line.text.count('"') % 2 == 1
        if closed:
            del waiting[:taken]
            yield Line(first.number, "\n".join(parts))
        else:
            yield MalformedError(
                said("line {}: a quotation mark that nothing closes", first.number),
                source=f"{source}#{first.number}", hint="close it or double it",
            )  # fmt: skip
