"""The tables of a story file, as numbered migrations.

Each room that keeps tables of its own (the store here, modules of story/ for derived ones) has its
own numbered list. `migrate` runs what a file lacks, each migration in a transaction of its own, and
records it in the table `migrations`. A migration that has shipped is never edited: changes come as
the next number.

`application_id` marks the file as a Rawi story; `user_version` is the highest migration of the
store room, so that an older program refuses a newer file before it reads anything.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from importlib.resources import files

APPLICATION_ID = 0x52415749  # "RAWI" in ASCII; shown by file(1) and by PRAGMA application_id


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. `number` counts from 1 without gaps in its room; `sql` may hold many statements."""

    number: int
    name: str
    sql: str


def _file(number: int, name: str) -> Migration:
    """A migration of the store room: `migrations/NNNN.sql`."""
    path = files("rawi.store").joinpath("migrations", f"{number:04}.sql")
    return Migration(number, name, path.read_text(encoding="utf-8"))


MIGRATIONS: tuple[Migration, ...] = (
    _file(1, "the first tables"),
    _file(2, "indexes for counts over the whole story"),
    _file(3, "indexes for what an article has"),
    _file(4, "counts of who is named, where and how often"),
    _file(5, "the names in records of each kind, each once"),
    _file(6, "who says a statement, beside the statement"),
    _file(7, "a name's words and place beside its mention"),
)

_LEDGER = """
CREATE TABLE IF NOT EXISTS migrations (
  room TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (room, number)
) WITHOUT ROWID
"""


def migrate(connection: sqlite3.Connection, room: str, migrations: tuple[Migration, ...]) -> bool:
    """Run what `room` lacks, in order, on a connection in autocommit. True when anything was run.

    Two programs that open one new file at once are safe: each step looks again inside its
    transaction.
    """
    if _done(connection, room) >= len(migrations):
        return False
    for step in migrations:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(_LEDGER)
            if _done(connection, room) < step.number:
                for statement in _statements(step.sql):
                    connection.execute(statement)
                connection.execute(
                    "INSERT INTO migrations (room, number, name) VALUES (?, ?, ?)",
                    (room, step.number, step.name),
                )
                if room == "store":
                    connection.execute(f"PRAGMA user_version = {step.number}")
                    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return True


def _done(connection: sqlite3.Connection, room: str) -> int:
    try:
        row = connection.execute(
            "SELECT max(number) FROM migrations WHERE room = ?", (room,)
        ).fetchone()
    except sqlite3.OperationalError:  # a new file has no such table yet
        return 0
    return row[0] or 0


def _statements(sql: str) -> list[str]:
    """`sql` cut at each complete statement (triggers hold semicolons of their own)."""
    out, held = [], ""
    for line in sql.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            out.append(held)
            held = ""
    return [*out, held] if held.strip() else out  # the last one may lack its semicolon
