"""Days inside sentences are written out; what only looks like a day stays."""

import pytest

from rawi.export.days import written_out


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("until 2024-05-03", "until 3/5"),
        ("«و2024-05-03»", "«و3/5»"),
        ("2024-02-31 and 2024-13-03", "2024-02-31 and 2024-13-03"),
        ("12024-05-03", "12024-05-03"),
    ],
)
def test_days_are_written_out(text, written):
    assert written_out(text, lambda day: f"{day.day}/{day.month}") == written
