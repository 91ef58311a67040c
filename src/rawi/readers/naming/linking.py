"""Which mentions of one article are one entity, from the article's own words.

A mention joins an earlier entity by the first of these that holds:

1. the same lexicon entry, or the same folded words (heads such as محافظة and قوات left aside);
2. a person by part of a fuller name already given, when only one fuller name fits («البيدر»): the last
   part of it before the first, a foreign middle name at last; a relative's given name («نجله كريم») is
   nobody else's;
3. a body by fewer words of the same name, when the fuller ones agree («القوات المسلحة» of
   «القوات المسلحة العراقية»): «مانشستر» of both clubs is neither; a foreign place in another spelling; by its
   kind («المنظمة الدولية»);
4. a bare head by the last body or place with that head («التنظيم», «الإقليم»), and so a bare head whose
   fuller names do not agree;
5. a name set in brackets or quotation marks right after another («وكالة … (…)», «سامي الدليمي (أبو كريم)»),
   of persons also behind «الملقب بـ».

A later, fuller name takes earlier, shorter ones in as well: the order of the text does not matter for 1
to 3, it does for 4.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from rawi.arabic.letters import fold
from rawi.readers.naming import families, kinds, lexicons
from rawi.readers.naming.mention import Mention
from rawi.readers.naming.person_names import parts
from rawi.readers.naming.shorter import (
    Entity,
    agree,
    described_by,
    kindred,
    part_of_body,
    part_of_person,
    respelt_place,
    within,
)
from rawi.readers.naming.wording import unelided, words_of

LONGEST_ALIAS = 3  # words of a body's other name in brackets
ADJECTIVES = 2  # of an outlet, before its other name
BRACKETS = {"(": ")", '"': '"', "«": "»", "[": "]", "“": "”"}


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
        key = m.key or _listed(m, forms[i])
        number = by_key.get(key) if key else None
        if number is None:
            number = by_form.get((_kin(m.type), forms[i]))
        if number is None:
            number = len(entities)
            entities.append(Entity(number, m.type, m.key))
        if key:
            by_key.setdefault(key, number)
        join(i, number)
    parent = list(range(len(entities)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    # 2. persons by part of a fuller name
    people = [e for e in entities if e.type == "person"]
    shared: list[tuple[Entity, list[Entity]]] = []
    for e in sorted(people, key=lambda e: max(map(len, e.forms)) == 1):  # surnames at last
        others = [o for o in people if o is not e]
        bearers = [o for o in others if part_of_person(e, o, -1)]
        fuller = {root(o.number) for o in bearers}
        if not fuller:
            given = [o for o in others if part_of_person(e, o, 0)]
            kin = [i for i in e.members if _of_kin(mentions[i])]
            surname = _surname(mentions, forms, kin[0]) if kin else None
            fuller = {
                root(o.number) for o in given
                if not kin or any(form[-1] == surname for form in o.forms)
            }  # fmt: skip
            if not given and not kin:
                fuller = {root(o.number) for o in others if within(e, o)}
        if len(fuller) == 1:
            parent[root(e.number)] = fuller.pop()
        elif bearers and all(len(form) == 1 for form in e.forms):
            shared.append((e, bearers))
    # 3. bodies by fewer words of the same name
    bodies = [e for e in entities if e.type in ("organization", "place", "outlet")]
    for e in bodies:
        fuller_bodies = [o for o in bodies if o is not e and part_of_body(e, o)]
        if agree(e, fuller_bodies):
            for o in fuller_bodies:
                a, b = root(e.number), root(o.number)
                if a != b:
                    parent[a] = b
        elif all(mentions[i].basis == "bare head" for i in e.members):
            later += e.members
        headed = _by_head(e, bodies, mentions) if not fuller_bodies else set()
        if len(found := {root(o.number) for o in headed}) == 1 and root(e.number) not in found:
            parent[root(e.number)] = found.pop()
        twins = {root(o.number) for o in bodies if respelt_place(e, o)} - {root(e.number)}
        if len(twins) == 1:
            parent[root(e.number)] = twins.pop()
        kind = kinds.meant(e, bodies, mentions, forms)
        if kind is not None and root(e.number) != root(kind.number):
            parent[root(e.number)] = root(kind.number)
    # 5. a name in brackets right after another
    for i, j in pairwise(range(len(mentions))):
        if of[i] < 0 or of[j] < 0 or not _renamed(text, mentions[i], mentions[j]):
            continue
        x, y = root(of[i]), root(of[j])
        lexical = entities[of[j]].key is not None and entities[of[i]].key is not None
        named = mentions[j].type == "person" and any(
            len(parts(" ".join(f))) > 1 for e in people if root(e.number) == y for f in e.forms
        )
        if x != y and not lexical and not named:
            parent[y] = x
    # 2. a surname that several bear
    for e, bearers in shared:
        families.share(text, e, bearers, {o.number: root(o.number) for o in bearers}, mentions, of)
    of = [root(n) if n >= 0 else n for n in of]
    # 4. a bare head by the last entity with that head
    unsettled = frozenset(later)
    for i in sorted(later):
        m = mentions[i]
        number = _described(i, m, mentions, forms, of, unsettled)
        if number is None:
            meant = kindred([o for j, o in enumerate(mentions[:i]) if of[j] >= 0], text, m.head or "")
            number = of[mentions.index(meant)] if meant is not None else None
        if number is not None:
            of[i] = number
    return of, _names(text, mentions, of)


def _listed(m: Mention, form: tuple[str, ...]) -> str | None:
    """The lexicon's entry of a person whom the tagger saw, by his full name."""
    entry = lexicons.phrases().get(form) if m.type == "person" and len(form) > 1 else None
    return entry.key if entry is not None and entry.type == "person" else None


def _by_head(e: Entity, bodies: Sequence[Entity], mentions: Sequence[Mention]) -> list[Entity]:
    """The bodies that `e` may be, if all it is called by is the head of their names: «قوات التحالف»."""
    if e.type != "organization" or e.key or any(mentions[i].basis != "head" for i in e.members):
        return []
    words = {form[0] for form in e.forms if len(form) == 1 and form[0].startswith("ال")}
    if len(words) != 1 or len(e.forms) != 1:
        return []
    head = words.pop().removeprefix("ال")
    others = [o for o in bodies if o is not e and o.type == e.type]
    return [o for o in others if any(len(f) > 1 and f[0].removeprefix("ال") == head for f in o.forms)]


def _renamed(text: str, a: Mention, b: Mention) -> bool:
    """Whether name `b` is set right behind `a` as another name of the same."""
    if a.type != b.type or a.type not in ("organization", "outlet", "person"):
        return False
    between, after = text[a.end : b.start].strip(), text[b.end : b.end + 1]
    name = text[b.start : b.end]
    *told, opening = between.split() or [""]
    if a.type == "outlet" and len(told) <= ADJECTIVES and all(w[:2] == "ال" and w[-1] == "ة" for w in told):
        between = opening  # «وكالة الأنباء الرسمية (…)»
    closed = between in BRACKETS and after in BRACKETS[between]
    if a.type != "person":
        return closed and len(words_of(name, b.type)) <= LONGEST_ALIAS
    if len(parts(name)) != 1:
        return False
    words = "".join(c if c.isalpha() else " " for c in between).split()
    called = bool(words) and words[0] in lexicons.generic("alias") and len(words) <= 3
    return closed or (called and {*words[1:]} <= {"ب", "باسم", "بـ"})


def _surname(mentions: Sequence[Mention], forms: Sequence[tuple[str, ...]], i: int) -> str | None:
    """The last word of the person named right before mention `i`, a relative of his."""
    before = (j for j in range(i - 1, -1, -1) if mentions[j].type == "person")
    named = next(before, None)
    return forms[named][-1] if named is not None else None


def _kin(type_: str) -> str:
    return "body" if type_ in ("organization", "outlet") else type_


def _of_kin(m: Mention) -> bool:
    """Whether the role says whose relative this is («نجله», «شقيقها»)."""
    words = fold(m.role.text).split() if m.role is not None else []
    return any(lexicons.titles().get(w) == "kin" for w in words[:1])


def _described(
    i: int, m: Mention, mentions: Sequence[Mention], forms: list[tuple[str, ...]], of: list[int],
    unsettled: frozenset[int],
) -> int | None:  # fmt: skip
    """The last entity before mention `i` that its head can mean.

    One that does not print the head itself («النادي» for a club of the lexicons) is not believed where a
    body that nobody knows the kind of was named since: that may be meant.
    """
    unknown = False
    for j in range(i - 1, -1, -1):
        o = mentions[j]
        if of[j] < 0 or o.type != m.type or j in unsettled:
            continue
        prints = o.head == m.head or forms[j][:1] in ((m.head,), (f"ال{m.head}",))
        if described_by(o, forms[j], m.head or "") and (prints or not unknown):
            return of[j]
        unknown = unknown or (o.key is None and o.head is None and o.type == "organization")
    return None


def _names(text: str, mentions: Sequence[Mention], of: list[int]) -> dict[int, str]:
    """The fullest printed name of each entity; a place's is the gazetteer's own where it is printed.

    Of names with as many words, the one whose last word the article prints more often is spelt right.
    """
    printed: dict[int, Counter[str]] = defaultdict(Counter)
    own: dict[int, str] = {}
    for i, m in enumerate(mentions):
        if of[i] < 0 or m.basis == "description":
            continue
        name = " ".join(unelided(text[m.start : m.end]).replace("_", " ").split())
        printed[of[i]][name] += 1
        entry = lexicons.entries().get(m.key or "")
        if entry is not None and m.type == "place" and fold(name) == fold(entry.name):
            own.setdefault(of[i], name)
    return {n: own.get(n) or _fullest(names) for n, names in printed.items()}


def _fullest(names: Counter[str]) -> str:
    last: Counter[str] = Counter()
    for name, times in names.items():
        last[name.split()[-1]] += times

    def rank(name: str) -> tuple[int, bool, int, int, int, str]:
        words = name.split()
        headed = fold(words[0]) == "وزاره"  # «وزارة الخارجية» before «الخارجية المصرية»
        return len(words), headed, last[words[-1]], names[name], len(name), name

    return max(names, key=rank)
