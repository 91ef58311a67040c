"""The timeline as TimelineJS JSON and as a calendar."""

import io
import json
from datetime import date

from rawi.export import icalendar, timelinejs
from rawi.records import Published, Span
from rawi.store.rows import ArticleRow
from rawi.story.timeline.entries import Entry, Evidence


def entry(
    begin, end, status="happened", text="افتتح الوزير الجسر", url="https://x.example/1?a=1&b=2"
):
    day = date(2031, 5, 6)
    row = ArticleRow(
        "a1", "a.txt", outlet="الضفة <1>", url=url, published=Published(day, day, "metadata")
    )
    evidence = (Evidence(row, Span(0, len(text), text), "time", "t1"),)
    return Entry(
        "l1", begin, end, status, text, evidence, outlets=1, sources=1, unknown=0, weight=1.0
    )


def test_timelinejs_keeps_the_precision_of_dates():
    day = timelinejs.event(entry(date(2031, 5, 5), date(2031, 5, 5)))
    month = timelinejs.event(entry(date(2031, 5, 1), date(2031, 5, 31)))
    year = timelinejs.event(entry(date(2031, 1, 1), date(2031, 12, 31)))
    span = timelinejs.event(entry(date(2031, 5, 5), date(2031, 5, 9)))
    assert day["start_date"] == {"year": 2031, "month": 5, "day": 5} and "end_date" not in day
    assert month["start_date"] == {"year": 2031, "month": 5}
    assert year["start_date"] == {"year": 2031}
    assert span["end_date"] == {"year": 2031, "month": 5, "day": 9}


def test_timelinejs_escapes_and_marks_right_to_left():
    out = io.StringIO()
    made = entry(
        date(2031, 5, 5), date(2031, 5, 5), text='قال "<b>نعم</b>" & ذهب', url="javascript:x"
    )
    assert timelinejs.write([made], out, title="قصة") == 1
    page = json.loads(out.getvalue())
    words = page["events"][0]["text"]
    assert "<b>" not in words["text"] and 'dir="rtl"' in words["headline"]
    assert "javascript" not in words["text"]


def test_the_calendar_holds_what_is_to_come_in_lines_of_75_octets():
    out = io.StringIO(newline="")
    entries = [
        entry(date(2031, 5, 5), date(2031, 5, 5)),
        entry(
            date(2032, 12, 31),
            date(2032, 12, 31),
            "deadline",
            "تنهي الشركة الطريق، كما وعدت; \n " * 9,
        ),
    ]
    assert icalendar.write(entries, out, title="قصة") == 1
    text = out.getvalue()
    lines = text.split("\r\n")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART;VALUE=DATE:20321231" in lines and "DTEND;VALUE=DATE:20330101" in lines
    unfolded = text.replace("\r\n ", "")
    assert "\\;" in unfolded and "\\n" in unfolded
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
