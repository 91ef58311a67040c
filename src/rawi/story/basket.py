"""Baskets: records that a user picked for a dossier, in the user's order, with notes.

A basket's item holds on to its record as a correction does (store/anchors.py): by the record's id
while that is in the story, else by the words it stood on. An item whose words are gone stays in its
place, without a record, so that nothing leaves a dossier unseen.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from rawi.errors import NoSuchRecordError, UsageError, said
from rawi.store import reading
from rawi.store.anchors import anchored, find, place
from rawi.store.rows import Anchor, Row
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.store.writing import dumps

DEFAULT = "dossier"  # the basket that is meant where none is named
MOST = 1_000  # items of one basket: five times a long dossier, and still a page that opens at once
LONGEST_NAME = 80  # characters of a basket's name

MIGRATIONS = (
    Migration(
        1,
        "the first tables",
        """
        CREATE TABLE baskets (
          name TEXT PRIMARY KEY,
          title TEXT NOT NULL DEFAULT '',
          introduction TEXT NOT NULL DEFAULT ''
        ) WITHOUT ROWID;
        CREATE TABLE basket_items (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          basket TEXT NOT NULL REFERENCES baskets (name) ON DELETE CASCADE,
          position INTEGER NOT NULL,
          record TEXT NOT NULL,
          anchor TEXT NOT NULL,
          note TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX basket_items_in_order ON basket_items (basket, position, id);
        """,
    ),
)


@dataclass(frozen=True, slots=True)
class BasketRow:
    """One line of the list of baskets."""

    name: str
    title: str
    items: int


@dataclass(frozen=True, slots=True)
class Item:
    """One picked record. `row` is None while no record of the story stands on the anchor's words."""

    id: int
    anchor: Anchor
    note: str
    row: Row | None


class Basket:
    """One basket of a story. It is made by the first thing that is put into it or said of it."""

    def __init__(self, store: Store, name: str = DEFAULT) -> None:
        """Raises UsageError for a name that is empty, too long or not printable."""
        name = " ".join(name.split())
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise UsageError(
                "a basket needs a name on one line",
                hint=said("at most {} characters", LONGEST_NAME),
            )
        self.store = store
        self.name = name

    @property
    def title(self) -> str:
        """The dossier's title, '' while none is given."""
        return self._said("title")

    @property
    def introduction(self) -> str:
        """The words before the first record."""
        return self._said("introduction")

    def items(self) -> tuple[Item, ...]:
        """What is in it, in its order."""
        kept = self.store.rows(
            "SELECT * FROM basket_items WHERE basket = ? ORDER BY position, id", (self.name,)
        )
        found = self.store.rows(
            "SELECT * FROM records WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([row["record"] for row in kept]),),
        )
        rows = {row.record.id: row for row in reading.record_rows(self.store, found)}
        out = []
        for row in kept:
            anchor = Anchor(**json.loads(row["anchor"]))
            held = rows.get(row["record"]) or self._found_again(anchor)
            out.append(Item(row["id"], anchor, row["note"], held))
        return tuple(out)

    def records(self) -> frozenset[str]:
        """The ids of the records that were picked."""
        rows = self.store.rows("SELECT record FROM basket_items WHERE basket = ?", (self.name,))
        return frozenset(row["record"] for row in rows)

    def add(self, record_id: str, note: str = "") -> int:
        """Put a record in at the end, or find it there; gives the item's id.

        Raises NoSuchRecordError for a record that the story does not hold, UsageError when the
        basket is full.
        """
        row = reading.record(self.store, record_id)
        article = reading.article(self.store, row.article.id)
        origin = self.store.one("SELECT origin FROM articles WHERE id = ?", (article.id,))
        anchor = anchored(row.record, article, origin)
        with self.store.transaction() as connection:
            self._make()
            there = self.store.one(
                "SELECT id FROM basket_items WHERE basket = ? AND record = ?",
                (self.name, row.record.id),
            )
            if there is not None:
                if note:
                    self.annotate(there, note)
                return int(there)
            last = self.store.rows(
                "SELECT count(*) AS n, coalesce(max(position), 0) AS last FROM basket_items"
                " WHERE basket = ?",
                (self.name,),
            )[0]
            if last["n"] >= MOST:
                raise UsageError(
                    said("the basket is full ({} records)", MOST), hint="begin another one"
                )
            made = connection.execute(
                "INSERT INTO basket_items (basket, position, record, anchor, note)"
                " VALUES (?, ?, ?, ?, ?)",
                (self.name, last["last"] + 1, row.record.id, dumps(asdict(anchor)), note),
            )
            return int(made.lastrowid or 0)

    def remove(self, item: int) -> None:
        """Take an item out. Raises NoSuchRecordError where it is not in."""
        with self.store.transaction() as connection:
            self._there(item)
            connection.execute("DELETE FROM basket_items WHERE id = ?", (item,))

    def discard(self, record_id: str) -> None:
        """Take a record out, where it is in."""
        with self.store.transaction() as connection:
            connection.execute(
                "DELETE FROM basket_items WHERE basket = ? AND record = ?", (self.name, record_id)
            )

    def move(self, item: int, to: int) -> None:
        """Put an item at place `to`, counted from 1; places beyond either end are the ends."""
        with self.store.transaction() as connection:
            self._there(item)
            order = [
                row["id"]
                for row in self.store.rows(
                    "SELECT id FROM basket_items WHERE basket = ? ORDER BY position, id",
                    (self.name,),
                )
                if row["id"] != item
            ]
            order.insert(max(0, to - 1), item)
            connection.executemany(
                "UPDATE basket_items SET position = ? WHERE id = ?",
                [(place, id) for place, id in enumerate(order, 1)],
            )

    def annotate(self, item: int, note: str) -> None:
        """Write the user's words beside an item, in place of those before."""
        with self.store.transaction() as connection:
            self._there(item)
            connection.execute("UPDATE basket_items SET note = ? WHERE id = ?", (note, item))

    def describe(self, title: str | None = None, introduction: str | None = None) -> None:
        """Set the dossier's title or its first words; None leaves one as it is."""
        with self.store.transaction() as connection:
            self._make()
            for column, words in (("title", title), ("introduction", introduction)):
                if words is not None:
                    connection.execute(
                        f"UPDATE baskets SET {column} = ? WHERE name = ?", (words, self.name)
                    )

    def clear(self) -> None:
        """Do away with the basket and all that is in it."""
        with self.store.transaction() as connection:
            connection.execute("DELETE FROM basket_items WHERE basket = ?", (self.name,))
            connection.execute("DELETE FROM baskets WHERE name = ?", (self.name,))

    def _make(self) -> None:
        self.store.connection.execute(
            "INSERT OR IGNORE INTO baskets (name) VALUES (?)", (self.name,)
        )

    def _said(self, column: str) -> str:
        return self.store.one(f"SELECT {column} FROM baskets WHERE name = ?", (self.name,)) or ""

    def _there(self, item: int) -> None:
        if not self.store.one(
            "SELECT count(*) FROM basket_items WHERE id = ? AND basket = ?", (item, self.name)
        ):
            raise NoSuchRecordError(
                said("no item {} in the basket {!r}", item, self.name), source=str(self.store.path)
            )

    def _found_again(self, anchor: Anchor) -> Row | None:
        """The record that now stands on the anchor's words, its article read anew."""
        articles = self.store.rows(
            "SELECT id FROM articles WHERE id = ? OR origin = ? ORDER BY id <> ?",
            (anchor.article, anchor.source, anchor.article),
        )
        for row in articles:
            start = place(anchor, reading.article(self.store, row["id"]))
            if start is None:
                continue
            records = reading.reading(self.store, row["id"]).records()
            if (record := find(anchor, start, records)) is not None:
                return reading.record(self.store, record.id)
        return None


def migrate(store: Store) -> None:
    """Bring the tables of baskets up to date."""
    store.migrate("basket", MIGRATIONS)


def baskets(store: Store) -> tuple[BasketRow, ...]:
    """Every basket, by name."""
    rows = store.rows(
        "SELECT b.name, b.title, count(i.id) AS items FROM baskets b"
        " LEFT JOIN basket_items i ON i.basket = b.name GROUP BY b.name ORDER BY b.name"
    )
    return tuple(BasketRow(row["name"], row["title"], row["items"]) for row in rows)
