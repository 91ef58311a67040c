"""The events reader's words: verbs in the perfect and nouns, each with its PLOVER type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic import frequencies
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution import conjugate
from rawi.readers.attribution.words import Words

KNOWN = 2.0  # Zipf value from which a form that is made by rule is believed to be one


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to tell of an event: the words of which one must follow (none: any), the type, whether
    the form is a common noun as well, whether it reads as a passive without an object, and whether it is
    the speaker's own («وقعنا»)."""

    word: str
    objects: frozenset[str]
    type: str | None
    noun: bool
    passive: bool
    own: bool = False
    bare_passive: bool = False  # «اغتيل»: no active verb is spelled like it
    phase: bool = False  # «بدأ»: what began is the event

    def of(self, name: str) -> bool:
        """Whether the verb belongs to a class of `event_words`."""
        return fold(self.word) in words_of(name)


@dataclass(frozen=True, slots=True)
class Naming:
    """What a noun names: the type, what a noun after it is (actor | target | ''), and what it needs to be
    an event: done («تم …») | told (that, or a verb after it) | party | complement (a noun after it) | ''."""

    type: str | None
    of: str
    needs: str


@cache
def verbs() -> dict[str, tuple[Telling, ...]]:
    """Folded form of the perfect -> what it may tell, in the lexicon's order."""
    out: dict[str, list[Telling]] = {}
    for row in table("event_verbs"):
        objects = frozenset(fold(w) for w in row["object"].split())
        kind = None if row["type"] == "-" else row["type"]
        for form in (*conjugate.past(row["past"]), *_duals(row["past"])):
            telling = Telling(
                row["past"], objects, kind,
                row["noun"] == "yes" and (form.gender, form.number) == ("m", "s"),
                row["passive"] != "", bare_passive=row["passive"] == "only",
            )  # fmt: skip
            out.setdefault(form.word, []).append(telling)
        if kind in _OURS:
            mine = Telling(row["past"], objects, kind, False, False, own=True)
            out.setdefault(_ours(row["past"]), []).append(mine)
    for past in _printed("phase"):  # «بدأت بسحب …»: the type is that of what began
        for kind, objects in _by_type().items():
            for form in (*conjugate.past(past), *_duals(past)):
                out.setdefault(form.word, []).append(
                    Telling(past, objects, kind, False, False, phase=True)
                )
    return {word: tuple(found) for word, found in out.items()}


@cache
def presents() -> dict[str, tuple[Telling, ...]]:
    """Folded third person of the imperfect -> what it may tell; of forms that no list of words knows none."""
    out: dict[str, list[Telling]] = {}
    for row in table("event_verbs"):
        objects = frozenset(fold(w) for w in row["object"].split())
        kind = None if row["type"] == "-" else row["type"]
        if row["passive"] == "only":
            continue
        telling = Telling(row["past"], objects, kind, False, False)
        for stem in _imperfect(row["past"]):
            for prefix in "يت":
                if frequencies.zipf(prefix + stem) >= KNOWN:
                    out.setdefault(prefix + stem, []).append(telling)
    return {word: tuple(found) for word, found in out.items()}


def _imperfect(past: str) -> tuple[str, ...]:
    """What may follow the prefix of the imperfect, folded: «التقى» -> «لتقي», «زار» -> «زور».

    >>> _imperfect("استقال"), _imperfect("أطلق"), _imperfect("هدد")
    (('ستقيل', 'ستقال'), ('طلق',), ('هدد',))
    """
    word = fold(past[:-1] + ("ي" if past[-1] == "ى" else "و") if past[-1] in "ىا" else past)
    stem = word[1:] if word[0] == "ا" and len(word) > 3 else word
    if len(stem) >= 3 and stem[-2] == "ا":
        ways = "ي" if past[0] == "أ" else "و" if len(stem) == 3 else "يا" if past[0] == "ا" else "ا"
        return tuple(stem[:-2] + way + stem[-1] for way in ways)
    if len(word) == 3 and word[0] == "و":
        return (word, word[1:])
    return (stem,)


_OURS = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT", "RETREAT"})
# of verbs of harm «قصفنا» may be what was done to us


def _ours(word: str) -> str:
    """The first person plural: «وقعنا», «أنهينا», «زرنا»."""
    if word[-1] in "ىاي":
        return fold(word[:-1] + "ينا")
    if word[-2] == "ا":
        return fold(word[:-2] + word[-1] + "نا")
    return fold(word + "نا")


def _by_type() -> dict[str | None, frozenset[str]]:
    """The nouns of the lexicon by their type."""
    out: dict[str | None, set[str]] = {}
    for noun, naming in nouns().items():
        out.setdefault(naming.type, set()).add(noun)
    return {kind: frozenset(found) for kind, found in out.items()}


def _duals(word: str) -> tuple[conjugate.Form, ...]:
    """The duals of a derived verb («توصلا», «توصلتا»), which no noun in the accusative resembles."""
    if len(word) < 4 or word[0] not in "اتإ" or word[-1] in "ىا":
        return ()
    return (
        conjugate.Form(fold(word + "ا"), "past", "m", "d"),
        conjugate.Form(fold(word + "تا"), "past", "f", "d"),
    )


@cache
def nouns() -> dict[str, Naming]:
    """Folded base of a noun -> what it names."""
    rows = table("event_nouns")
    out: dict[str, Naming] = {}
    for shapes in (lambda noun: (noun,), _numbers):  # a word's own row before what is made of another
        for r in rows:
            named = Naming(None if r["type"] == "-" else r["type"], r["of"], r["needs"])
            for noun in shapes(r["noun"]):
                out.setdefault(fold(noun), named)
    return out


def naming(words: Words, i: int) -> Naming | None:
    """What the noun at token `i` names; also in the dual and the accusative («هجومين», «هجوما»)."""
    base = words.tokens[i].base
    known = nouns().get(base)
    if known is None and not words.definite(i) and base.endswith("ا"):
        known = nouns().get(base[:-1])
    return known


def _numbers(noun: str) -> tuple[str, ...]:
    """A noun's dual and, where it ends in ة, its plural: غارة -> غارتان، غارتين، غارات."""
    if noun.endswith("ة"):
        return (noun[:-1] + "تان", noun[:-1] + "تين", noun[:-1] + "ات")
    return (noun + "ان", noun + "ين") if not noun.endswith(("ات", "ء", "ى")) else ()


@cache
def carriers() -> dict[str, str]:
    """Form of the perfect of a verb that carries out what a noun names -> the preposition before it."""
    out = {}
    for pair in _printed("carriers"):
        past, _, preposition = pair.partition(":")
        for form in (*conjugate.past(past), *_duals(past)):
            out[form.word] = fold(preposition)
    return out


@cache
def others(kind: str | None) -> tuple[str, ...]:
    """What brings the other party of an event of one type, after its verb or its noun, folded."""
    return next(
        (
            tuple(map(fold, r["prepositions"].split()))
            for r in table("event_others")
            if r["type"] == kind
        ),
        (),
    )


@cache
def demonyms() -> frozenset[str]:
    """The adjectives of countries and peoples, masculine and feminine, folded."""
    names = [fold(r["name"]) for r in table("demonyms")]
    return frozenset(names) | frozenset(name + "ه" for name in names)


@cache
def words_of(name: str) -> frozenset[str]:
    """One class of `event_words`, folded."""
    return frozenset(fold(word) for word in _printed(name))


def _printed(name: str) -> list[str]:
    for row in table("event_words"):
        if row["class"] == name:
            return row["words"].split()
    raise KeyError(name)


def happened() -> frozenset[str]:
    """Verbs that say of a noun that it took place: before it, or in the relative clause after it."""
    return words_of("happened")
