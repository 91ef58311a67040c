"""What the lexicons know of names, folded once and cached.

Keys are folded words (`arabic.letters.fold`). An `Entry` is one thing of the world with all its names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon import load


@dataclass(frozen=True, slots=True)
class Entry:
    """One place, body or outlet of the lexicons. `key` is the same for all its spellings."""

    key: str
    type: str  # one of records.NAME_TYPES
    name: str  # the name the lexicon lists first
    english: str
    kind: str = ""  # country, capital, city, agency, …
    sure: bool = True  # the name alone is enough
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    country: str = ""  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens a name, and what must follow it (see lexicon/name_heads.tsv)."""

    word: str
    type: str
    rule: str
    definite: str
    complement: str  # strong | two | evidence
    takes_for: bool
    takes_person: bool  # «حكومة …», «ملعب …» may be called after a person


Phrase = tuple[str, ...]
Phrases = dict[Phrase, Entry]
CLUB, TOWN, COMPANY = "club", "town", "company"  # kinds of bodies; a town's club is called like the town
THING = "thing"  # an entry's type that is no name's


def phrase(name: str) -> Phrase:
    """The folded words of a name, as tokens give them."""
    return tuple(fold(name).replace(".", " ").replace("-", " ").split())


@cache
def phrases() -> Phrases:
    """Every name of every entry. Where two entries share a name the earlier listed, surer one has it."""
    out: Phrases = {}
    for entry, names in _entries():
        for position, name in enumerate(names):
            words = phrase(name)
            if words:
                alone = entry
                if entry.type == "place" and _doubted(name, entry.english):
                    alone = replace(entry, sure=False)
                if position and len(words) > 1 and not entry.sure and entry.type != "place":
                    alone = replace(entry, sure=True)
                held = out.get(words)
                if held is None or (alone.sure and not held.sure):
                    out[words] = alone
    return out


@cache
def entries() -> dict[str, Entry]:
    """Entries by key."""
    return {entry.key: entry for entry, _ in reversed(_entries())}


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """All names of each entry, by key, as the lexicons spell them."""
    out: dict[str, tuple[str, ...]] = {}
    for entry, names in _entries():
        out[entry.key] = (*out.get(entry.key, ()), *names)
    return out


@cache
def _entries() -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    out: list[tuple[Entry, tuple[str, ...]]] = []
    for name, usual in (("organizations", ""), ("name_outlets", "outlet"), ("name_persons", "person")):
        for row in load.table(name):
            names = (row["name"], *filter(None, row["aliases"].split("|")))
            kind = row.get("kind", "")
            type_ = row.get("type") or usual
            sure = row["sure"] == "1" if "sure" in row else row["cue"] != "1"
            entry = Entry(
                f"{type_}:{row['english']}", type_, row["name"], row["english"], kind, sure
            )
            out.append((entry, names))
    for name in ("places_extra", "places"):
        for row in load.table(name):
            country, kind = row["country"], row["kind"]
            key = f"place:{country}" if kind == "country" else f"place:{country}:{row['english']}"
            lat, lon = (float(row[k]) if row[k] else None for k in ("lat", "lon"))
            names = (row["name"], *filter(None, row["aliases"].split("|")))
            names = tuple(n for n in names if _doubted(n, row["english"]) != "never")
            if names:
                sure = row["sure"] == "1" and _doubted(names[0], row["english"]) is None
                entry = Entry(
                    key, "place", names[0], row["english"], kind, sure, lat, lon, country
                )  # fmt: skip
                out.append((entry, names))
    return tuple(out)


def _doubted(name: str, english: str) -> str | None:
    """«doubt», «never» or None: what lexicon/place_doubts.tsv says of a name for a place."""
    return _doubts().get((fold(name), english)) or _doubts().get((fold(name), ""))


@cache
def _doubts() -> dict[tuple[str, str], str]:
    rows = load.table("place_doubts")
    return {(fold(r["name"]), r["english"]): r["verdict"] for r in rows}


@cache
def clubs() -> dict[Phrase, Entry]:
    """Clubs whose name alone is not enough: an everyday word («الهلال») or a town («إشبيلية»)."""
    return {
        phrase(n): entry
        for entry, names in reversed(_entries())
        if entry.kind in (CLUB, TOWN) and not entry.sure
        for n in names
        if len(phrase(n)) == 1
    }


@cache
def outlets_like_places() -> dict[str, Entry]:
    """Outlets that are called like a place («الشرق الأوسط», «الرياض»), by the place's key; sure, for where
    something shows which is meant."""
    out = {}
    for entry, names in reversed(_entries()):
        for name in names if entry.type == "outlet" and not entry.sure else ():
            held = phrases().get(phrase(name))
            if held is not None and held.type == "place":
                out[held.key] = replace(entry, sure=True)
    return out


@cache
def places_like_bodies() -> Phrases:
    """Places that share a name with a body or an outlet, which has it in `phrases` («الفاو»)."""
    out: Phrases = {}
    for entry, names in _entries():
        for words in map(phrase, names) if entry.type == "place" else ():
            held = phrases().get(words)
            if held is not None and held.type not in ("place", "person"):
                out.setdefault(words, replace(entry, sure=True))
    return out


@cache
def things() -> Phrases:
    """Names of competitions, treaties, devices and the like (lexicon/name_things.tsv): type `thing`."""
    out: Phrases = {}
    for row in load.table("name_things"):
        entry = Entry(f"thing:{row['english']}", THING, row["name"], row["english"], row["kind"])
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            out.setdefault(phrase(name), entry)
    return out


@cache
def heads() -> dict[str, Head]:
    """Head words by their folded form without ال."""
    out = {}
    for row in load.table("name_heads"):
        word = fold(row["head"])
        base = word[2:] if word.startswith("ال") and row["rule"] != "town" else word
        out[base] = Head(
            base, row["type"], row["rule"], row["definite"], row["complement"],
            row["for"] == "1", row["person"] == "1",
        )  # fmt: skip
    return out


@cache
def titles() -> dict[str, str]:
    """Folded title words, with and without ال, and their kind (office, rank, title, …)."""
    out = {}
    for row in load.table("titles"):
        word = fold(row["word"])
        out[word] = row["kind"]
        out.setdefault(word if word.startswith("ال") else "ال" + word, row["kind"])
    return out


@cache
def demonyms() -> dict[str, str]:
    """Folded forms of adjectives of peoples, without ال: masculine, feminine, plurals -> country code."""
    out = {}
    for row in load.table("demonyms"):
        if " " in row["name"]:
            continue
        word = fold(row["name"])
        for form in (
            word,
            word + "ه",
            word + "ون",
            word + "ين",
            word + "ات",
            word + "تين",
            word + "ان",
        ):
            out.setdefault(form, row["country"])
        if row["plural"]:
            out.setdefault(fold(row["plural"]), row["country"])
    return out


@cache
def collectives() -> dict[str, str]:
    """Folded plurals of peoples, without ال, that name a people («اميركيون») -> country code, or nothing."""
    out = {fold(r["word"]): "" for r in load.table("groups") if r["people"] == "1"}
    for row in load.table("demonyms"):
        word = fold(row["name"])
        if " " in word:
            continue
        forms = [word + "ون", word + "ين"]
        if (row["plural"] and row["origin"] == "w") or row["plural"]:
            plural = fold(row["plural"])
            if plural != word and not plural.endswith("ي"):
                forms.append(plural)
        for form in forms:
            out.setdefault(form, row["country"])
    return out


@cache
def generic(use: str) -> frozenset[str]:
    """Folded words of name_generic.tsv with this use (stop or adjective)."""
    return frozenset(fold(r["word"]) for r in load.table("name_generic") if r["use"] == use)


@cache
def given_names() -> frozenset[str]:
    """Folded given names."""
    return frozenset(fold(r["name"]) for r in load.table("given_names"))


@cache
def name_words() -> dict[str, tuple[str, ...]]:
    """Folded words that occur in names -> the kinds of these names (lexicon/name_words.tsv)."""
    return {fold(r["word"]): tuple(r["kinds"].split("|")) for r in load.table("name_words")}


@cache
def particles(use: str) -> frozenset[str]:
    """Folded name particles with this use (head, link or tail)."""
    return frozenset(fold(r["word"]) for r in load.table("name_particles") if r["use"] == use)


@cache
def group_heads() -> frozenset[str]:
    """Folded words, without ال, that name a collective (فصائل، متظاهرون)."""
    return frozenset(fold(r["word"]) for r in load.table("groups") if r["people"] != "1")


@cache
def telling_verbs() -> frozenset[str]:
    """Folded third persons of verbs of saying: none of them is a noun inside a body's name."""
    out = set()
    for row in load.table("statement_verbs"):
        for form in (fold(row["past"]), fold(row["present"])):
            if len(form) > 2:
                out |= {form, form + "ت", "ت" + form[1:]}
    return frozenset(out)
