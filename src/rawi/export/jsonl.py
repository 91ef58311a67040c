"""A story as JSON Lines: each article's object, then its records (docs/records.md)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import IO

from rawi.story.story import Story
from rawi.wire import reading_to_json


def lines(story: Story, kinds: Collection[str] = ()) -> Iterator[str]:
    """Every line, without its end: articles oldest first, records in text order.

    `kinds`: only these.
    """
    for reading in story.readings():
        for record in reading_to_json(reading):
            if not kinds or record["kind"] in kinds:
                yield json.dumps(record, ensure_ascii=False)


def write(story: Story, out: IO[str], kinds: Collection[str] = ()) -> int:
    """Write every line to `out`; gives their number."""
    count = 0
    for line in lines(story, kinds):
        out.write(line + "\n")
        count += 1
    return count
