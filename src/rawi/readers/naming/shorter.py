"""What a shorter name can mean: a person's surname, a body's first words, a bare head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rawi.arabic.letters import fold
from rawi.readers.naming import lexicons
from rawi.readers.naming.mention import Mention
from rawi.readers.naming.person_names import eastern, parts, respelt, shortened
from rawi.readers.naming.wording import words_of

_NO_PEOPLE = frozenset(
    map(fold, ("دولي", "غربي", "اتحادي", "فيدرالي"))
)  # tell no body from another
CALLED = frozenset(("سجن", "معسكر", "مخيم", "سد", "جبل", "نهر"))
"""Heads of places that are called alone what they are called («إيفين»); an airport's town is another."""
OF_KIND = {"شركه": "company", "نادي": "club"}
"""What bodies of the lexicons are called by their kind: «الشركة» after «غوغل»."""
KIND_HEADS = {kind: head for head, kind in OF_KIND.items()}
ARMED = frozenset(("جماعه", "حركه", "تنظيم", "ميليشيا", "مليشيا"))
"""Heads of armed bodies, of which one may stand for another: «الجماعة» after «حركة …»."""
TOLD = frozenset(("حركه", "جهاز", "مجموعه", "قوه", "مركز"))
"""Heads that are everyday nouns first: they mean a body that is called so first, not by its tenth name."""


@dataclass(slots=True)
class Entity:
    """Mentions that are one: their indices, and the folded words of every form."""

    number: int
    type: str
    key: str | None
    members: list[int] = field(default_factory=list)
    forms: set[tuple[str, ...]] = field(default_factory=set)


def part_of_person(short: Entity, full: Entity, end: int) -> bool:
    return any(
        _shorter(a, b, end) or _shorter(_joined(a), _joined(b), end) or _without_al(a, b)
        or (a != b and _joined(a) == _joined(b))
        for a in short.forms
        for b in full.forms
    )


def within(short: Entity, full: Entity) -> bool:
    """Whether `short` is a word inside the name of `full` that is no given name, so nobody's father's:
    «ألبيرتي» of «خوسيه ألبيرتي موران»."""
    apart = lexicons.given_names() | lexicons.particles("link") | lexicons.particles("head")
    names = {form[0] for form in short.forms if len(form) == 1}
    return all(len(form) == 1 for form in short.forms) and any(
        a in b[1:-1] and len(a) > 3 and a not in apart and not eastern(b) for a in names for b in full.forms
    )


def respelt_place(a: Entity, b: Entity) -> bool:
    """Whether `a`, a place that no lexicon lists so spelt, is place `b` in another spelling («سورابايا»)."""
    if a.type != "place" or b.type != "place" or a.key:
        return False
    return any(x != y and respelt(x, y) for x in a.forms for y in b.forms)


def _without_al(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether `a` is `b`, or leaves out what is inside it, but for the ال of the surname: «سامي نجار», «سامي
    كريم النجار»."""
    if not 1 < len(a) <= len(b) or a[-1].startswith("ال") == b[-1].startswith("ال"):
        return False
    x, y = ((*w[:-1], w[-1].removeprefix("ال")) for w in (a, b))
    return x == y or (x[0] == y[0] and shortened(x, y))


def _joined(form: tuple[str, ...]) -> tuple[str, ...]:
    """The form with its compounds as one word: «أبو زيد», «أبوزيد»."""
    return form if lexicons.particles("father") & set(form) else parts(" ".join(form))


def _shorter(a: tuple[str, ...], b: tuple[str, ...], end: int) -> bool:
    """Whether `a` can be a shorter form, or another spelling, of the full name `b`.

    A single word: whether it is the name's first (`end` 0) or last (-1). In «محمد بن سلمان», «سلمان»
    alone is the father.
    """
    if eastern(b) and len(a) < len(b):  # «كيم» is the family's, «كيم جونغ» nobody's
        return a == b[1:] or (len(a) == 1 and end == -1 and a[0] == b[0])
    if len(a) == 1 < len(b):
        same = a[0] == b[end] or (end and respelt(a, b[-1:]))
        return bool(same) and not (end and b[-2] in lexicons.particles("father"))
    if 1 < len(a) == len(b):
        return a != b and respelt(a, b)
    if not 1 < len(a) < len(b):
        return False
    tail = a == b[-len(a) :] and b[-len(a) - 1] not in lexicons.particles(
        "father"
    )  # «سلمان بن …» is the father
    return tail or a == b[: len(a)] or (a != b[-len(a) :] and shortened(a, b))


def part_of_body(short: Entity, full: Entity) -> bool:
    if short.type != full.type or (short.key and full.key):
        return False
    return any(
        len(a) < len(b)
        and (
            (a[0] == b[0] and set(a) <= set(b))
            or _with_al(a, b)
            or _of_the(a, b)
            or (not short.key and _headed(b, a))
        )
        for a in short.forms
        for b in full.forms
        if a and b
    )


def _with_al(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `name` is the first word of a club's name with ال: «الريال» of «ريال …»; of heads rule 4 says."""
    return (
        len(name) == 1 and len(full) == 2 and name[0] == "ال" + full[0]
        and full[0] not in lexicons.heads() and full[0] not in lexicons.given_names()
    )  # fmt: skip


def _of_the(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """«حكومة الإقليم» of «حكومة إقليم …»: what the body is of, named by its own head."""
    return len(name) == 2 < len(full) and name[0] == full[0] and name[1] == "ال" + full[1]


def _headed(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether `full` is the one word `name` and a head before it («مجموعة آمي»), or ends a club's name
    with it («مانشستر سيتي»)."""
    if full[1:2] != name or not all(w.endswith(("ي", "يه")) for w in full[2:]):
        return False  # «هيئة النزاهة الاتحادية»
    head = lexicons.heads().get(full[0])
    return full[0] in CALLED or head is None or head.type == "organization"


def agree(short: Entity, fuller: list[Entity]) -> bool:
    """Whether the fuller names can be one body.

    Never two entries of the lexicons or two peoples. Their other words need not agree where `short`
    names a people itself (one people's forces are one), nor where all are one entry.
    """
    keys = {e.key for e in fuller}
    if len(keys - {None}) > 1:
        return False
    told = [_words_and_people(form) for e in fuller for form in e.forms]
    peoples = {code for _, codes in told for code in codes}
    if len(peoples) > 1:
        return False
    if None not in keys or any(_words_and_people(form)[1] for form in short.forms):
        return True
    return all(a <= b for a, b in pairwise(sorted((words for words, _ in told), key=len)))


def _words_and_people(form: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The words of a form without its adjectives of peoples, and those peoples."""
    bare = {w.removeprefix("ال") for w in form}
    own = {w: lexicons.demonyms()[w] for w in bare if w in lexicons.demonyms()}
    codes = {
        c or w.removesuffix("ه") for w, c in own.items() if w.removesuffix("ه") not in _NO_PEOPLE
    }
    return bare - set(own), codes


def described_by(m: Mention, form: tuple[str, ...], head: str) -> bool:
    """Whether a bare «ال»+`head` can mean this mention: it or its entry opens with that head."""
    if m.basis == "description":
        return False
    first = form[0] if form else ""
    if m.head == head or first.removeprefix("ال") == head:
        return True
    if m.key is None:
        return False
    names = lexicons.aliases().get(m.key, ())[: 3 if head in TOLD else None]
    opening = (lexicons.phrase(a)[:1] for a in names)
    return any(words and words[0].removeprefix("ال") == head for words in opening)


def kindred(mentions: Sequence[Mention], text: str, head: str) -> Mention | None:
    """The one body among `mentions` that a bare «ال»+`head` can mean though its name does not open with it: a
    company of the lexicons, or an armed body by another head. Where there are two there is none.
    """
    kind, met = OF_KIND.get(head), {}
    if kind is None and head not in ARMED:
        return None
    for m in mentions:
        if m.type != "organization" or m.basis == "description":
            continue
        form = words_of(text[m.start : m.end], m.type)
        entry = lexicons.entries().get(m.key or "")
        first = form[0].removeprefix("ال") if form else ""
        related = entry is not None and entry.kind == kind if kind else first in ARMED
        if related or described_by(m, form, head):
            met[m.key or form[-1]] = m
    return next(iter(met.values())) if len(met) == 1 else None
