"""The tables of who is who, and how one article enters and leaves them.

What an article calls e1, e2, … (`local`) has a *form* in the story: for a person the name taken apart
and the sphere, for anything else its key. Forms are few and shared by many articles; forms that may be
one person share a block. An article that brings no new form touches its own rows alone; one that does
has the blocks of those forms settled anew (`settle.py`), and nothing else.

Entities are named by their most telling form, so their ids do not depend on the order of articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from rawi.readers.naming import lexicons
from rawi.readers.naming import person_names as names
from rawi.readers.naming.wording import unelided
from rawi.records import Name, Reading
from rawi.store.reading import reading
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.story.derived import Derived
from rawi.story.people import bodies, spelling
from rawi.story.people.offices import Role, read_role
from rawi.story.people.settle import linked, settle, tidy

MIGRATIONS = (
    Migration(
        1,
        "forms of name, who bears them, offices",
        """
CREATE TABLE people_forms (
  n INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  block TEXT NOT NULL,
  name TEXT NOT NULL,
  sphere TEXT,
  uses INTEGER NOT NULL DEFAULT 0,
  entity TEXT,
  other INTEGER,
  rule TEXT,
  score REAL
);
CREATE INDEX people_forms_by_block ON people_forms (block);
CREATE INDEX people_forms_by_entity ON people_forms (entity);
CREATE TABLE people_locals (
  local TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  form INTEGER NOT NULL REFERENCES people_forms (n),
  rule TEXT NOT NULL,
  score REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX people_locals_by_form ON people_locals (form);
CREATE INDEX people_locals_by_article ON people_locals (article);
CREATE TABLE people_roles (
  record TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  form INTEGER NOT NULL,
  role TEXT NOT NULL,
  office TEXT NOT NULL,
  country TEXT NOT NULL,
  former INTEGER NOT NULL,
  day_from TEXT,
  day_to TEXT
);
CREATE INDEX people_roles_by_form ON people_roles (form);
CREATE INDEX people_roles_by_article ON people_roles (article);
CREATE INDEX people_roles_by_office ON people_roles (office);
""",
    ),
    Migration(
        2,
        "how often each form is spelt how",
        """
ALTER TABLE people_locals ADD COLUMN name TEXT NOT NULL DEFAULT '';
CREATE TABLE people_spellings (
  form INTEGER NOT NULL REFERENCES people_forms (n) ON DELETE CASCADE,
  name TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (form, name)
) WITHOUT ROWID;
""",
    ),
)


@dataclass(frozen=True, slots=True)
class _Local:
    """One article's entity: its records and its form."""

    local: str
    type: str
    records: tuple[Name, ...]
    key: str
    block: str
    name: str
    sphere: str | None
    rule: str
    score: float
    roles: tuple[tuple[Name, Role], ...]


def update(store: Store, article: str) -> None:
    """Take one article in."""
    found = reading(store, article)
    connection = store.connection
    published = found.article.published
    days = (
        str(published.begin) if published and published.begin else None,
        str(published.end) if published and published.end else None,
    )
    told_apart = _told_apart_here(store, article)
    blocks: set[str] = set()
    for local in _locals(found):
        if local.local in told_apart:
            local = _alone(local)
        row = store.rows("SELECT n, entity FROM people_forms WHERE key = ?", (local.key,))
        if row:
            number = row[0]["n"]
            connection.execute("UPDATE people_forms SET uses = uses + 1 WHERE n = ?", (number,))
            if _rivalled(store, number):
                blocks.add(local.block)
        else:
            number = connection.execute(
                "INSERT INTO people_forms (key, type, block, name, sphere, uses)"
                " VALUES (?, ?, ?, ?, ?, 1)",
                (local.key, local.type, local.block, local.name, local.sphere),
            ).lastrowid
            blocks.add(local.block)
        if spelling.count(store, number, local.name, 1):
            blocks.add(local.block)
        connection.execute(
            "INSERT INTO people_locals VALUES (?, ?, ?, ?, ?, ?)",
            (local.local, article, number, local.rule, local.score, local.name),
        )
        for record, role in local.roles:
            new = role.office and not store.rows(
                "SELECT 1 FROM people_roles WHERE form = ? AND office = ? LIMIT 1",
                (number, role.office),
            )
            if new and len(names.parts(local.name)) == 1:
                blocks.add(local.block)
            assert record.role is not None
            connection.execute(
                "INSERT INTO people_roles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (record.id, article, number, record.role.text, role.office, role.country,
                 role.former, *days),
            )  # fmt: skip
        if row:
            connection.execute(
                "UPDATE mentions SET entity = ? WHERE local = ?", (row[0]["entity"], local.local)
            )
    settle(store, blocks | _blocks_of_links(store, article))


def forget(store: Store, article: str) -> None:
    """Take one article out; forms that no article uses any more go."""
    connection = store.connection
    held = store.rows(
        "SELECT f.n, f.block, f.uses, f.entity, count(*) AS times FROM people_locals l"
        " JOIN people_forms f ON f.n = l.form WHERE l.article = ? GROUP BY f.n",
        (article,),
    )
    spelt = store.rows("SELECT form, name FROM people_locals WHERE article = ?", (article,))
    blocks = _blocks_of_links(store, article)
    connection.execute("UPDATE mentions SET entity = NULL WHERE article = ?", (article,))
    connection.execute("DELETE FROM people_locals WHERE article = ?", (article,))
    connection.execute("DELETE FROM people_roles WHERE article = ?", (article,))
    for row in held:
        if row["uses"] > row["times"]:
            connection.execute(
                "UPDATE people_forms SET uses = uses - ? WHERE n = ?", (row["times"], row["n"])
            )
            if _rivalled(store, row["n"]):
                blocks.add(row["block"])
        else:
            connection.execute("DELETE FROM people_forms WHERE n = ?", (row["n"],))
            blocks.add(row["block"])
            tidy(store, row["entity"])
    block = {row["n"]: row["block"] for row in held if row["uses"] > row["times"]}
    blocks |= {
        block[row["form"]]
        for row in spelt
        if row["form"] in block and spelling.count(store, row["form"], row["name"], -1)
    }
    settle(store, blocks)


def _rivalled(store: Store, form: int) -> bool:
    """Whether another form of the same person is used about as often, so that either may name the person."""
    return bool(
        store.rows(
            "SELECT 1 FROM people_forms f JOIN people_forms o ON o.entity = f.entity AND o.n <> f.n"
            " WHERE f.n = ? AND f.type = 'person' AND abs(o.uses - f.uses) <= 1 LIMIT 1",
            (form,),
        )
    )


def _locals(found: Reading) -> list[_Local]:
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in found.names:
        if name.entity:
            groups[name.entity].append(name)
    country = bodies.country_of(n.text for n in found.names if n.type == "place")
    out = []
    for local, records in groups.items():
        type_ = records[0].type
        fullest = records[0].name or max((r.text for r in records), key=len)
        roles = tuple((r, read_role(r.role.text)) for r in records if r.role is not None)
        if type_ == "person":
            known = lexicons.phrases().get(lexicons.phrase(fullest))
            listed = known is not None and known.type == "person" and known.sure
            name = known.name if listed else fullest
            words = names.parts(name)
            sphere = next((role.sphere for _, role in roles if role.sphere), None)
            if not words:
                continue
            key = f"person:{' '.join(words)}:{sphere or ''}"
            made = _Local(
                local, type_, tuple(records), key, "person:" + names.block(name), fullest, sphere,
                "same name", 0.9, roles,
            )  # fmt: skip
        else:
            times = Counter(r.text for r in records if r.basis != "description")
            forms = sorted(times, key=lambda f: (-times[f], -len(f), f)) or [fullest]
            key = bodies.key_of(type_, forms, found.article.id, country)
            made = _Local(
                local, type_, tuple(records), key.text, key.text, unelided(bodies.telling(forms)), None,
                key.rule, key.score, (),
            )  # fmt: skip
        out.append(made)
    return out


def _alone(local: _Local) -> _Local:
    """The same with a form of its own: a user told it apart from its namesake."""
    changed = {f: getattr(local, f) for f in _Local.__slots__}
    return _Local(**changed | {"key": f"{local.key}#{local.local}"})


def _told_apart_here(store: Store, article: str) -> set[str]:
    """This article's entities that a user told apart from another."""
    return {right for action, _, right in linked(store)
            if action == "split" and right.startswith(article + "/")}  # fmt: skip


def _blocks_of_links(store: Store, article: str) -> set[str]:
    """The blocks of everything that users linked to something of this article."""
    prefix = article + "/"
    chosen = [
        local for _, a, b in linked(store) if a.startswith(prefix) or b.startswith(prefix)
        for local in (a, b)
    ]  # fmt: skip
    return {
        row["block"]
        for local in chosen
        for row in store.rows(
            "SELECT f.block FROM people_locals l JOIN people_forms f ON f.n = l.form"
            " WHERE l.local = ?",
            (local,),
        )
    }


DERIVED = Derived("people", version=11, migrations=MIGRATIONS, update=update, forget=forget)
