"""How a form's name is spelt: as most articles spell it, each article having one voice.

The count is kept as articles come and go, so that neither their order nor their number matters.
"""

from __future__ import annotations

from collections.abc import Mapping

from rawi.store.sqlite import Store
from rawi.story.people.bodies import people_of


def count(store: Store, form: int, name: str, by: int) -> bool:
    """One article more (`by` 1) or fewer (-1) that spells the form so; whether its name changes by it."""
    connection = store.connection
    connection.execute(
        "INSERT INTO people_spellings VALUES (?, ?, ?)"
        " ON CONFLICT (form, name) DO UPDATE SET uses = uses + excluded.uses",
        (form, name, by),
    )
    connection.execute(
        "DELETE FROM people_spellings WHERE form = ? AND name = ? AND uses <= 0", (form, name)
    )
    uses = store.rows("SELECT name, uses FROM people_spellings WHERE form = ?", (form,))
    if not uses:
        return False
    type_ = store.one("SELECT type FROM people_forms WHERE n = ?", (form,))
    chosen = best(type_, {row["name"]: row["uses"] for row in uses})
    changed = connection.execute(
        "UPDATE people_forms SET name = ? WHERE n = ? AND name <> ?", (chosen, form, chosen)
    )
    return changed.rowcount > 0


def best(type_: str, uses: Mapping[str, int]) -> str:
    """The spelling to show: of a body one that says whose it is, of a group the nominative; then the
    commonest, then the shortest."""

    def rank(name: str) -> tuple:
        tells = (
            people_of(name) is not None if type_ == "organization"
            else type_ == "group" and name.split()[0].endswith("ون")
        )  # fmt: skip
        return (tells, uses[name], -len(name), name)

    return max(uses, key=rank)
