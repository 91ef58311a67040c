"""Which mentions of one article are one entity, from the article's own words.

A mention joins an earlier entity by the first of these that holds:

1. the same lexicon entry, or the same folded words (heads such as محافظة and قوات left aside);
2. a person by part of a fuller name already given, when only one fuller name fits («البيدر»);
3. a body by fewer words of the same name, when the fuller ones agree («القوات المسلحة» of
   «القوات المسلحة العراقية»), two fuller ones with different peoples standing apart;
4. a bare head by the last body or place with that head («التنظيم», «الإقليم»);
5. a name set in brackets or quotation marks right after another («وكالة … (…)»).

A later, fuller name takes earlier, shorter ones in as well: the order of the text does not matter for 1
to 3, it does for 4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.arabic.letters import fold
from rawi.readers.naming import lexicons
from rawi.readers.naming.mention import Mention
from rawi.readers.naming.person_names import respelt, shortened


@dataclass(slots=True)
class Entity:
    """Mentions that are one: their indices, and the folded words of every form."""

    number: int
    type: str
    key: str | None
    members: list[int] = field(default_factory=list)
    forms: set[tuple[str, ...]] = field(default_factory=set)


def words_of(text: str, type_: str) -> tuple[str, ...]:
    """The words that tell a name apart: folded, without marks, without ال of the first word.

    «قوات التحالف» is «التحالف», «محافظة الأنبار» is «الأنبار»; «للتحالف» is «التحالف».
    """
    words = "".join(c if c.isalnum() or c == " " else " " for c in fold(text)).split()
    if words and words[0].startswith("لل"):
        words[0] = "ال" + words[0][2:]
    if words and words[0].endswith("نا") and words[0][:-2] in lexicons.heads():
        words[0] = "ال" + words[0][:-2]  # «قواتنا المسلحة»
    if type_ == "place" and len(words) > 1 and words[0] in _PLACE_HEADS:
        words = words[1:]
    if (
        type_ == "organization"
        and len(words) > 1
        and words[0] == "قوات"
        and words[1].startswith("ال")
    ):
        words = words[1:]
    return tuple(words)


_PLACE_HEADS = frozenset(
    map(fold, ("مدينة", "محافظة", "إقليم", "ولاية", "قاعدة", "بلدة", "قرية", "العاصمة", "مخيم", "معسكر",
               "منطقة", "جزيرة"))
)  # fmt: skip


_NO_PEOPLE = frozenset(
    map(fold, ("دولي", "غربي", "اتحادي", "فيدرالي"))
)  # tell no body from another


def link(text: str, mentions: Sequence[Mention]) -> tuple[list[int], dict[int, str]]:
    """The entity number of each mention, and each entity's fullest name as printed."""
    forms = [words_of(text[m.start : m.end], m.type) for m in mentions]
    entities: list[Entity] = []
    of: list[int] = [-1] * len(mentions)
    by_key: dict[str, int] = {}
    by_form: dict[tuple[str, tuple[str, ...]], int] = {}

    def join(i: int, number: int) -> None:
        of[i] = number
        entities[number].members.append(i)
        entities[number].forms.add(forms[i])
        by_form.setdefault((_kin(mentions[i].type), forms[i]), number)

    later: list[int] = []
    # 1. the same entry or the same words
    for i, m in enumerate(mentions):
        if m.basis == "description":
            later.append(i)
            continue
        number = by_key.get(m.key) if m.key else None
        if number is None:
            number = by_form.get((_kin(m.type), forms[i]))
        if number is None:
            number = len(entities)
            entities.append(Entity(number, m.type, m.key))
        if m.key:
            by_key.setdefault(m.key, number)
        join(i, number)
    parent = list(range(len(entities)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    # 2. persons by part of a fuller name
    people = [e for e in entities if e.type == "person"]
    for e in people:
        fuller = {root(o.number) for o in people if o is not e and _part_of_person(e, o)}
        if len(fuller) == 1:
            parent[root(e.number)] = fuller.pop()
    # 3. bodies by fewer words of the same name
    bodies = [e for e in entities if e.type in ("organization", "place", "outlet")]
    for e in bodies:
        fuller_bodies = [o for o in bodies if o is not e and _part_of_body(e, o)]
        if fuller_bodies and _agree(fuller_bodies):
            for o in fuller_bodies:
                a, b = root(e.number), root(o.number)
                if a != b:
                    parent[a] = b
    # 5. a name in brackets right after another
    for i, j in zip(range(len(mentions)), range(1, len(mentions)), strict=False):
        a, b = mentions[i], mentions[j]
        if of[i] < 0 or of[j] < 0 or a.type != b.type or a.type not in ("organization", "outlet"):
            continue
        between = text[a.end : b.start]
        if between.strip() in ("(", '"', "«", "[") and len(forms[j]) == 1:
            x, y = root(of[i]), root(of[j])
            if x != y and (entities[of[j]].key is None or entities[of[i]].key is None):
                parent[y] = x
    of = [root(n) if n >= 0 else n for n in of]
    # 4. a bare head by the last entity with that head
    for i in later:
        m = mentions[i]
        number = _described(i, m, mentions, forms, of)
        if number is not None:
            of[i] = number
    return of, _names(text, mentions, of)


def _kin(type_: str) -> str:
    return "body" if type_ in ("organization", "outlet") else type_


def _part_of_person(short: Entity, full: Entity) -> bool:
    return any(_shorter(a, b) for a in short.forms for b in full.forms)


def _shorter(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether `a` can be a shorter form, or another spelling, of the full name `b`.

    In «محمد بن سلمان», «سلمان» alone is the father.
    """
    if len(a) == 1 < len(b):
        return a[0] in (b[0], b[-1]) and not (a[0] == b[-1] and b[-2] in ("بن", "ابن"))
    if 1 < len(a) == len(b):
        return a != b and respelt(a, b)
    return 1 < len(a) < len(b) and (a == b[-len(a) :] or a == b[: len(a)] or shortened(a, b))


def _part_of_body(short: Entity, full: Entity) -> bool:
    if short.type != full.type or (short.key and full.key):
        return False
    return any(
        len(a) < len(b) and a[0] == b[0] and set(a) <= set(b)
        for a in short.forms
        for b in full.forms
        if a and b
    )


def _agree(fuller: list[Entity]) -> bool:
    """Whether the fuller names can be one body: no two of different peoples."""
    peoples = set()
    for e in fuller:
        for form in e.forms:
            for word in form:
                bare = word.removeprefix("ال")
                code = lexicons.demonyms().get(bare)
                if code is not None and bare.removesuffix("ه") not in _NO_PEOPLE:
                    peoples.add(code or bare.removesuffix("ه"))
    return len(peoples) <= 1


def _described(
    i: int, m: Mention, mentions: Sequence[Mention], forms: list[tuple[str, ...]], of: list[int]
) -> int | None:
    counts: dict[int, int] = defaultdict(int)
    for j in range(i - 1, -1, -1):
        o = mentions[j]
        if of[j] >= 0 and o.type == m.type and described_by(o, forms[j], m.head or ""):
            counts[of[j]] += 1
            if len(counts) == 1 and counts[of[j]] == 1:
                last = of[j]
    return last if counts else None


def described_by(m: Mention, form: tuple[str, ...], head: str) -> bool:
    """Whether a bare «ال»+`head` can mean this mention: it or its entry opens with that head."""
    if m.basis == "description":
        return False
    first = form[0] if form else ""
    if m.head == head or first.removeprefix("ال") == head:
        return True
    if m.key is None:
        return False
    return any(lexicons.phrase(a)[:1] == (head,) for a in lexicons.aliases().get(m.key, ()))


def _names(text: str, mentions: Sequence[Mention], of: list[int]) -> dict[int, str]:
    """The fullest printed name of each entity; a place's is the gazetteer's own where it is printed."""
    names: dict[int, str] = {}
    settled: set[int] = set()
    for i, m in enumerate(mentions):
        if of[i] < 0 or of[i] in settled or m.basis == "description":
            continue
        printed = text[m.start : m.end]
        elided = printed.startswith("لل")
        entry = lexicons.entries().get(m.key or "")
        if entry is not None and m.type == "place" and fold(printed) == fold(entry.name):
            settled.add(of[i])
            names[of[i]] = printed
            continue
        held = names.get(of[i])
        longer = held is None or (len(printed.split()), len(printed)) > (
            len(held.split()),
            len(held),
        )
        if longer and (held is None or not elided):
            names[of[i]] = printed
    return {n: ("ال" + p[2:] if p.startswith("لل") else p) for n, p in names.items()}
