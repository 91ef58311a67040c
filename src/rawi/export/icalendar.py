"""What is still to come of a timeline, plans and deadlines, as an iCalendar file (RFC 5545).

Every entry is an event of whole days. The stamp of an event is the last publication that tells it, so
that the same story gives the same file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import IO

from rawi.export.timelinejs import headline
from rawi.story.timeline.entries import Entry

LINE = 75  # octets of a line, without its end (RFC 5545, 3.1)


def write(entries: Iterable[Entry], out: IO[str], title: str = "") -> int:
    """Write plans and deadlines to `out` (opened with newline=""); gives their number."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rawi//Timeline//AR", "CALSCALE:GREGORIAN"]
    if title:
        lines.append(f"X-WR-CALNAME:{escape(title)}")
    count = 0
    for entry in entries:
        if entry.status != "happened":
            lines += event(entry)
            count += 1
    lines.append("END:VCALENDAR")
    out.write("".join(fold(line) + "\r\n" for line in lines))
    return count


def event(entry: Entry) -> list[str]:
    """The unfolded lines of one entry."""
    names = dict.fromkeys(
        e.article.outlet or e.article.title or e.article.source for e in entry.evidence
    )
    told = [
        e.article.published.end
        for e in entry.evidence
        if e.article.published is not None and e.article.published.end is not None
    ]
    stamp = max(told, default=entry.begin)
    after = entry.end + timedelta(days=1) if entry.end < date.max else entry.end
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@rawi",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.begin:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{escape(headline(entry.text))}",
        f"DESCRIPTION:{escape(entry.text + chr(10) + '، '.join(names))}",
        f"CATEGORIES:{entry.status.upper()}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escape(text: str) -> str:
    """A text value: backslash, semicolon, comma and line break escaped, control characters dropped."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(c for c in text if c >= " " or c == "\t")


def fold(line: str) -> str:
    """A content line in pieces of at most LINE octets, no character cut in two."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode("utf-8", "surrogatepass"))
        if size + width > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + char, size + width
    return "\r\n".join([*pieces, piece])
