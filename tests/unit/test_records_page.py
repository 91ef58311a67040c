"""docs/records.md names every record, every field and every value that records.py has."""

import dataclasses
import inspect
import re
from pathlib import Path

import pytest

from rawi import records

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
SECTIONS = {
    title: body for title, body in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S)
}
COMMON = {"article", "start", "end", "text"}  # said once, in the first section of a record
CLASSES = [
    cls
    for _, cls in inspect.getmembers(records, dataclasses.is_dataclass)
    if cls.__module__ == records.__name__ and cls is not records.Record
]


def section(cls):
    found = [body for title, body in SECTIONS.items() if cls.__name__ in re.split(r"\W+", title)]
    assert found, f"docs/records.md has no section for {cls.__name__}"
    return found[0]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
def test_every_field_is_named_in_its_section(cls):
    common = COMMON if issubclass(cls, records.Record) else set()
    named = set(re.findall(r"`(\w+)`", section(cls)))
    fields = {f.name for f in dataclasses.fields(cls)} - common
    assert fields <= named, f"docs/records.md does not name {fields - named} of {cls.__name__}"


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (records.Name, records.NAME_TYPES),
        (records.Time, records.TIME_TYPES),
        (records.Time, records.TIME_MODS),
        (records.Statement, records.FORMS),
        (records.Statement, records.ACTS),
        (records.Figure, records.FIGURE_MODS),
        (records.Commitment, records.STATUS_WORDS),
        (records.Published, records.BASES),
    ],
)
def test_every_value_is_listed(cls, values):
    for value in values:
        assert f"`{value}`" in section(cls)


def test_no_field_is_named_that_is_not_there():
    for cls in CLASSES:
        rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section(cls), re.M)
        named = {field for row in rows for field in re.findall(r"`(\w+)`", row)}
        assert named <= {f.name for f in dataclasses.fields(cls)}, cls.__name__
