"""Tables across articles, kept up to date article by article: READ THIS to add a module to story/.

A module that needs tables of its own (who is who, copied passages, threads …) says so in one
object:

    from rawi.store.schema import Migration
    from rawi.story.derived import Derived

    MIGRATIONS = (
        Migration(1, "the first tables", \"\"\"
            CREATE TABLE reuse_passages (
              n INTEGER PRIMARY KEY,
              left_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, …
            );
            CREATE INDEX …;
        \"\"\"),
    )

    def update(store: Store, article_id: str) -> None: …
    def forget(store: Store, article_id: str) -> None: …

    DERIVED = Derived("reuse", version=1, migrations=MIGRATIONS, update=update, forget=forget)

and is named in MODULES below. Then:

- `Story.open` runs its migrations (names of tables and views begin with the module's name).
- `update(store, id)` is called once an article is in the story, after the article's own
  transaction, in one of its own (with the other modules' updates): write with
  `store.connection.execute(…)`, no BEGIN or COMMIT. An article's records of one kind are asked for
  as `article = ? AND +kind = …`, or SQLite may go through all of that kind in the story. It
  reads what it needs through rawi.store.reading (`reading(store, id)` is after corrections) or
  in SQL from the tables `articles`, `records`, `mentions`. It must cost time for this article and
  its neighbours, never for the whole story, and the result must not depend on the order of articles.
- `forget(store, id)` is called before an article goes, changes its records (a correction) or is
  read anew, inside that transaction, while its rows are still there. Undo what `update` did. Rows
  that refer to articles (id) ON DELETE CASCADE need no undoing when the article goes, but do on a
  correction, so delete them here as well; mend what they left behind (counts, groups that fall
  apart).
- The table `derived` records which articles each module has taken in and with which `version`: an
  interrupted run goes on where it stopped, and a module whose `version` was raised, or that is new,
  takes every article in again (`forget`, then `update`) on the next add or refresh.
- What a migration adds and SQL cannot fill from the module's own rows, `mend(store)` fills: it is called
  whenever a story is opened, looks first whether anything is missing, and reads no article.
- Functions for users take the Story or its store and read; Story has a method of the module's name.
- What a user joined or told apart: `rawi.store.corrections.links(store, "entity" or "thread")`.
- Record ids are of one reading. Tables may refer to records (id) ON DELETE CASCADE; a correction or
  a re-reading writes all records of the article anew, between `forget` and `update`.

Who is who: the store fills `mentions` (record, article, role name|speaker, local) for every record
that carries an article's own entity id; people.py writes `entities` and sets `mentions.entity`.
Filtering records by entity accepts either id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from rawi.store.schema import Migration
from rawi.store.sqlite import Store

MODULES: tuple[str, ...] = (
    "rawi.story.people.index",
    "rawi.story.reuse.index",
    "rawi.story.chains.groups",
    "rawi.story.threads.index",
    "rawi.story.figures.index",
    "rawi.story.timeline.index",
    "rawi.story.ask.index",
    "rawi.story.conflicts.index",
)
"""In the order in which they take an article in: each may read the tables of those before it."""

Hook = Callable[[Store, str], None]


@dataclass(frozen=True, slots=True)
class Derived:
    """One module's tables: how they are made, and how an article enters and leaves them."""

    name: str
    version: int
    migrations: tuple[Migration, ...]
    update: Hook
    forget: Hook
    mend: Callable[[Store], None] | None = None


@cache
def modules() -> tuple[Derived, ...]:
    """Every registered module."""
    return tuple(import_module(name).DERIVED for name in MODULES)


def migrate(store: Store) -> None:
    """Bring every module's tables up to date."""
    for module in modules():
        store.migrate(module.name, module.migrations)
    for module in modules():
        if module.mend is not None:
            module.mend(store)


def forget(store: Store, article_id: str) -> None:
    """Take an article out of every module that had taken it in. Inside the caller's transaction."""
    for module in reversed(modules()):
        if _version(store, module, article_id) is not None:
            _drop(store, module, article_id)


def update(store: Store, article_id: str) -> bool:
    """Bring every module up to date with one article, in one transaction.

    True where any was not.
    """
    behind = [m for m in modules() if _version(store, m, article_id) != m.version]
    if not behind:
        return False
    with store.transaction() as connection:
        for module in behind:
            if _version(store, module, article_id) is not None:
                _drop(store, module, article_id)
            module.update(store, article_id)
            connection.execute(
                "INSERT INTO derived (module, article, version) VALUES (?, ?, ?)",
                (module.name, article_id, module.version),
            )
    return True


def pending(store: Store) -> list[str]:
    """Articles that some module has not taken in yet, oldest in the story first."""
    found: dict[int, str] = {}
    for module in modules():
        for row in store.rows(
            "SELECT a.rowid AS n, a.id FROM articles a WHERE NOT EXISTS"
            " (SELECT 1 FROM derived d WHERE d.module = ? AND d.article = a.id AND d.version = ?)",
            (module.name, module.version),
        ):
            found[row["n"]] = row["id"]
    return [found[n] for n in sorted(found)]


def _version(store: Store, module: Derived, article_id: str) -> int | None:
    found: int | None = store.one(
        "SELECT version FROM derived WHERE module = ? AND article = ?", (module.name, article_id)
    )
    return found


def _drop(store: Store, module: Derived, article_id: str) -> None:
    module.forget(store, article_id)
    store.connection.execute(
        "DELETE FROM derived WHERE module = ? AND article = ?", (module.name, article_id)
    )
