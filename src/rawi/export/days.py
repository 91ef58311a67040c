"""Days inside sentences of the program: written out, because 2024-05-03 runs backwards among Arabic words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

# No word boundary is asked for: a conjunction is written onto the date that follows it («و2022-06-30»).
_ISO = re.compile(r"(?<![0-9-])[0-9]{4}-[01][0-9]-[0-3][0-9](?![0-9-])")


def written_out(text: str, day: Callable[[date], str]) -> str:
    """A sentence with its ISO dates as `day` writes them; what only looks like a date stays.

    >>> written_out("2024-05-03, 2024-13-03", lambda d: f"{d:%d.%m.%Y}")
    '03.05.2024, 2024-13-03'
    """

    def written(found: re.Match[str]) -> str:
        try:
            return day(date.fromisoformat(found[0]))
        except ValueError:
            return found[0]

    return _ISO.sub(written, text)
