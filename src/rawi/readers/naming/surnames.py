"""Persons after the article's fuller names: lone surnames found, names that were cut short made whole.

A surname that is also an adjective («السوداني») is one only where no noun with ال stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.families import feminine
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.people import NUMBERED, RARE, USUAL
from rawi.readers.naming.person_names import eastern
from rawi.readers.naming.roles import is_title
from rawi.readers.naming.spans import HYPHENS

ALWAYS = 9.0  # no word is so frequent: where the tagger saw the surname alone elsewhere, it is one
OPENING = frozenset(("ال", "ابو", "ابي"))  # folded; a surname goes on after them («آل ثاني»)
REPORTING = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"))  # folded
REIGNING = frozenset(
    ("الشيخ", "الشيخه", "الامير", "الاميره", "الملك", "الملكه", "السلطان", "الامبراطور", "البابا")
)  # fmt: skip
"""Titles after which the given name alone is said of somebody named in full elsewhere."""


def completed(
    runs: Sequence[tuple[int, Sequence[Token]]], mentions: Sequence[Mention]
) -> list[Mention]:
    """`mentions` with persons' names made whole and their lone surnames found.

    A surname that is also an adjective («السوداني») is one only where no noun with ال stands before it.
    """
    words = {m: _words(runs, m) for m in mentions if m.type == "person"}
    full = {w for w in words.values() if len(w) > 1}
    lone = {w for w in words.values() if len(w) == 1}
    surnames = {w[-1] for w in full if len(w[-1]) > 3 and w[-1] not in NUMBERED}
    surnames = {s for s in surnames if s.startswith("ال") or s not in lexicons.given_names()}
    reigning = {w[0] for w in full}
    compound = {w[-2:] for w in full if len(w) > 2 and w[-2] in OPENING}
    told, telling = {w[-1] for w in full}, lexicons.telling_verbs()
    plain = {w[k] for m, w in words.items() if len(w) > 1 for k in (0, -1) if not _led(runs, m)}
    plain = {w for w in plain if len(w) > 3}
    out = [m for m in mentions if m.type != "person"]
    taken = {k for m in mentions for k in range(m.first, m.last)}
    for m, own in words.items():
        base, tokens = next((b, t) for b, t in runs if b <= m.first < b + len(t))
        before = tokens[m.first - base - 1] if m.first > base else None
        if _of_somebody(own, full, before):
            head = tokens[m.first - base + 1]
            m = replace(m, first=m.first + 1, start=head.start)
            own = own[1:]
        longest, mine = m, own
        for k in range(m.last - base, min(len(tokens), m.last - base + 3)):
            own = (*own, tokens[k].norm)
            if own in full:
                longest = replace(m, last=base + k + 1, end=tokens[k].end)
        printed = tokens[m.first - base]
        if m.start > printed.start and printed.norm in told and printed.stem not in told:
            longest = replace(longest, start=printed.start)  # «كالين» is no ك + الين
        elif m.start == printed.start and printed.norm[:1] == "و" and printed.norm[1:] in plain:
            longest = replace(longest, start=printed.start + 1)  # «وسيمينيو»
        says = before is not None and bool({before.norm, before.stem} & telling)
        once = list(words.values()).count(mine) == 1
        cut = 0
        if once and longest is m:
            meets = before is not None and before.stem in lexicons.generic("meeting")
            cut = int(_two(mine, full | lone if says else full) or _two_women(mine, lone))
            cut = cut or _two_full(mine, full, lone, meets)
        joint = None
        if longest is m and len(mine) > 1:
            joint = _joint(tokens[m.first - base : m.last - base], full - {mine})
        if joint is not None:
            (end, begin), at = joint, m.first - base
            out.append(replace(m, last=m.first + end, end=tokens[at + end - 1].end))
            name = tokens[at + begin]
            led = end == begin  # «لناصري»
            start = name.stem_start if led else name.start
            longest = replace(m, first=m.first + begin, start=start)
        elif cut:
            at = m.first + cut
            out.append(replace(m, last=at, end=tokens[at - base - 1].end))
            longest = replace(m, first=at, start=tokens[at - base].start)
        out.append(longest)
    for base, tokens in runs:
        for i, t in enumerate(tokens):
            before = tokens[i - 1] if i else None
            says = before is not None and bool({before.norm, before.stem} & telling)
            if base + i in taken or t.kind != "word":
                continue
            if (t.stem, *(w.norm for w in tokens[i + 1 : i + 2])) in compound:  # «آل ثاني»
                m = mention_of(tokens, i, i + 2, name_start(t), "person", "surname", 2, 0.75)
                out.append(replace(m, first=m.first + base, last=m.last + base))
                continue
            if before is not None and before.stem in REIGNING and t.norm in reigning:
                m = mention_of(tokens, i, i + 1, t.start, "person", "after its title", 2, 0.75)
                out.append(replace(m, first=m.first + base, last=m.last + base))
                continue
            known = t.stem in surnames or (says and t.norm in told)  # «واعتبر فتح»
            if not known or t.enclitic:
                continue
            limit = USUAL if t.definite or says else RARE
            if ((t.stem,) in lone and t.definite) or (says and _reports(tokens[i : i + 2])):
                limit = ALWAYS
            if is_title(t) or frequencies.zipf(frequencies.key(t.text)) > limit:
                continue
            if before is not None and before.definite and not is_title(before):
                continue
            if i + 1 < len(tokens) and t.base in lexicons.demonyms() and tokens[i + 1].definite:
                continue
            m = mention_of(tokens, i, i + 1, name_start(t), "person", "surname", 2, 0.75)
            out.append(replace(m, first=m.first + base, last=m.last + base))
    return out


def _of_somebody(own: tuple[str, ...], full: set[tuple[str, ...]], before: Token | None) -> bool:
    """Whether a noun stands before the surname of somebody named elsewhere: «أعوان صالح».

    Behind a title it is a given name that is an everyday word too («النائب معروف …»).
    """
    if len(own) != 2 or own[0] in lexicons.given_names():
        return False
    parts = lexicons.particles("link") | lexicons.particles("head") | lexicons.particles("father")
    titled = before is not None and (before.definite or is_title(before))
    noun = own[0] in lexicons.generic("follower") or (
        not titled and not own[0].startswith("ال") and own[0] not in lexicons.name_words()
        and own[0] not in parts and frequencies.zipf(own[0]) > USUAL
    )  # fmt: skip
    return noun and any(w[-1] == own[1] and w != own for w in full)


def _joint(own: Sequence[Token], full: set[tuple[str, ...]]) -> tuple[int, int] | None:
    """Where two persons stand in one name: behind the first and at the second, by a hyphen («قمة ترامب-بوتين»)
    or «لـ» («كتف الدليمي لناصري») between two who are named elsewhere. None where there are no two."""
    told = {_surname(w) for w in full}
    words = tuple(t.norm for t in own)
    for k in range(1, len(own)):
        rest = tuple(t.norm for t in own[k + 1 :])
        joined = words[k] in HYPHENS and rest and words[k - 1] in told
        if joined and (rest in full or rest[-1] in told - {words[k - 1]}):
            return k, k + 1
        if own[k].proclitics == ("ل",) and words[k] not in told and words[k - 1] in told:
            rest = (own[k].stem, *rest)
            if rest in full or (len(rest) == 1 and rest[0] in told - {words[k - 1]}):
                return k, k
    return None


def _reports(words: Sequence[Token]) -> bool:
    """Whether what was said begins behind the first word: it is who said it, its verb being before it."""
    if len(words) < 2 or words[0].norm in function_words():
        return False
    return words[1].text == ":" or words[1].norm in REPORTING


def _two(own: tuple[str, ...], others: set[tuple[str, ...]]) -> bool:
    """Whether two words are the surnames of two persons named elsewhere («حذر صالحي ترامب»)."""
    if len(own) != 2 or own[0] == own[1]:
        return False
    told = {_surname(w) for w in others if w != own}
    if own[0] in lexicons.given_names() and not any(w[0] == own[0] and eastern(w) for w in others):
        return False
    return told.issuperset(own)


def _two_women(own: tuple[str, ...], lone: set[tuple[str, ...]]) -> bool:
    """Whether two words are the given names of two persons, each named so elsewhere («سألت هند ليلى»): a
    woman's given name is nobody's surname."""
    given = len(own) == 2 and lone.issuperset({own[:1], own[1:]})
    return given and feminine(own[1]) and lexicons.given_names().issuperset(own)


def _surname(words: tuple[str, ...]) -> str:
    return words[0] if eastern(words) else words[-1]


def _two_full(
    own: tuple[str, ...], full: set[tuple[str, ...]], lone: set[tuple[str, ...]], meets: bool
) -> int:
    """Where the second of two full names side by side begins («التقى سامي الدليمي كريم الجبوري»), or 0.

    Each must be known from elsewhere by its surname at least, or a verb that one does to another stand before
    four words of which the third is a given name and the second none.
    """
    given = lexicons.given_names()
    for k in range(2, len(own) - 1):
        if own[k] not in given or own[k - 1] in given or own[k - 1] in OPENING:
            continue
        if own[k - 1] in lexicons.particles("father") or own[k - 1] in lexicons.particles("link"):
            continue
        known = [
            any(part in full or part[-1:] in lone for part in (half, half[-2:]))
            for half in (own[:k], own[k:])
        ]
        if all(known) or (meets and len(own) == 4):
            return k
    return 0


def _led(runs: Sequence[tuple[int, Sequence[Token]]], m: Mention) -> bool:
    """Whether the name is printed with «و», its own or not."""
    base, tokens = next((b, t) for b, t in runs if b <= m.first < b + len(t))
    return tokens[m.first - base].norm[:1] == "و"


def _words(runs: Sequence[tuple[int, Sequence[Token]]], m: Mention) -> tuple[str, ...]:
    """The folded words of a mention, clitics of the first cut off."""
    base, tokens = next((b, t) for b, t in runs if b <= m.first < b + len(t))
    first = tokens[m.first - base]
    cut = name_start(first) - first.start
    several = cut == 1 and len(first.proclitics) > 1  # «وبيلي» is و + بيلي
    head = first.norm[cut:] if several or not cut else first.stem
    return (head, *(t.norm for t in tokens[m.first - base + 1 : m.last - base]))


def without_nouns(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` without lone «persons» that the article also counts: «الأسد», «أسدا», «الأسدين»."""
    full = {
        tokens[m.last - 1].norm for m in mentions if m.type == "person" and m.last - m.first > 1
    }
    printed: set[str] | None = None
    out = []
    for m in mentions:
        t = tokens[m.first]
        if m.type == "person" and m.last - m.first == 1 and t.definite and t.norm not in full:
            if printed is None:
                printed = {t.stem for t in tokens if t.kind == "word"}
            noun = t.base.removesuffix("ان") if len(t.base) > 4 else t.base
            if printed & {noun + "ا", noun + "ين", "ال" + noun + "ين"}:
                continue
        out.append(m)
    return out
