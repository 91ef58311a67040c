"""The derived table of figures: which series each one belongs to, by what it counts, its unit, its place."""

from __future__ import annotations

from rawi.records import Figure
from rawi.store.reading import record_of
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.derived import Derived
from rawi.story.figures.conditions import HERE, countries
from rawi.story.figures.rates import RATE
from rawi.story.figures.scope import ALONE, context_of
from rawi.story.figures.things import BEFELL, Thing, thing_of
from rawi.story.figures.values import middle

MIGRATIONS = (
    Migration(
        1,
        "what figures count",
        """
CREATE TABLE figures_points (
  record TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  thing TEXT NOT NULL,
  unit TEXT NOT NULL,
  place TEXT NOT NULL,
  label TEXT NOT NULL,
  level INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX figures_points_by_thing ON figures_points (thing, unit, place);
CREATE INDEX figures_points_by_article ON figures_points (article);
""",
    ),
    Migration(
        2,
        "what else their sentences say",
        "ALTER TABLE figures_points ADD COLUMN context TEXT NOT NULL DEFAULT ''",
    ),
)

NEARBY = "~"
"""Before a place that the figure itself does not name: one word («قرى») is one thing only within a scene."""


def update(store: Store, article: str) -> None:
    """Give each of the article's figures its key. One that says too little is in no series."""
    text = store.one("SELECT text FROM articles WHERE id = ?", (article,)) or ""
    for row in store.rows(
        "SELECT data FROM records WHERE article = ? AND +kind = 'figure'", (article,)
    ):
        figure = record_of(row["data"])
        assert isinstance(figure, Figure)
        thing = thing_of(figure, text)
        if thing is None:
            continue
        place = name_key(figure.place.text) if figure.place is not None else ""
        if thing.place is not None:
            place = _country(store, article) if thing.place == HERE else thing.place
        elif thing.generic and not place:
            continue
        if (len(thing.key) == 1 or thing.place in ("", HERE)) and not place and thing.key[0] != RATE:
            place = NEARBY + _scene(store, article)
        store.connection.execute(
            "INSERT OR IGNORE INTO figures_points (record, article, thing, unit, place, label, level, context)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                figure.id,
                article,
                " ".join(thing.key),
                figure.unit or "",
                place,
                thing.label,
                thing.level,
                _context(figure, text, thing),
            ),
        )


def _context(figure: Figure, text: str, thing: Thing) -> str:
    """What tells figures of one key apart: how many people they count, or what else is said."""
    if thing.key[0] == RATE:
        return ""
    if thing.key[0].startswith(BEFELL):
        return repr(middle(figure) or 0.0)
    return context_of(figure, text, thing.key).written() or ALONE


def _scene(store: Store, article: str) -> str:
    """The place that an article names most, in the spelling of names; '' where it names none."""
    return (
        store.one(
            "SELECT place_key FROM records WHERE article = ? AND +kind = 'name' AND type = 'place'"
            " AND place_key IS NOT NULL GROUP BY place_key ORDER BY count(*) DESC, place_key LIMIT 1",
            (article,),
        )
        or ""
    )


def _country(store: Store, article: str) -> str:
    """The country that an article names at least twice as often as any other; '' where none stands out."""
    rows = store.rows(
        "SELECT place_key, count(*) AS n FROM records WHERE article = ? AND +kind = 'name' AND type = 'place'"
        " AND place_key IS NOT NULL GROUP BY place_key ORDER BY n DESC, place_key",
        (article,),
    )
    named = [(r["place_key"], r["n"]) for r in rows if r["place_key"] in countries()]
    (first, most), (_, next_most) = (*named, ("", 0), ("", 0))[:2]
    return first if most >= 2 * max(next_most, 1) else ""


def forget(store: Store, article: str) -> None:
    """Take the article's figures out."""
    store.connection.execute("DELETE FROM figures_points WHERE article = ?", (article,))


DERIVED = Derived("figures", version=6, migrations=MIGRATIONS, update=update, forget=forget)
