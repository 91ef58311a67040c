"""Events told by a verb in the perfect.

1. how the verb stands: first in its clause, after its subject, or in a relative clause   standing.py
2. its object, where only that makes it an event («عقد اجتماعاً»)
3. who did it to whom; a verb of harm with nobody to do it is passive
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.nouns import second_noun
from rawi.readers.attribution.words import Passage, Words, bare, heads
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.lexis import Telling, nouns, others, verbs, words_of
from rawi.readers.happenings.standing import Stand, standing
from rawi.readers.undertakings.clause import clause_last
from rawi.readers.undertakings.judging import sporting

OBJECT_WITHIN = 14  # tokens from a verb to the object that makes it an event
REFUSED_WITHIN = 7  # tokens from «رفض» to what is refused, its subject between them
_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_SPOKEN = frozenset({"SUPPORT", "REJECT", "ACCUSE", "THREATEN"})  # somebody's stand
_BOTH = frozenset({"AGREE", "CONSULT"})  # with somebody
_ELSEWHERE = frozenset({"الي", "بعد", "خلال", "من", "علي", "حتي", "قبل", "مع", "عن"})
_ALONE = frozenset({"YIELD", "PROTEST"})  # what nobody else suffers
_BESIDE = frozenset(
    {
        "بعد",
        "اثر",
        "عقب",
        "وسط",
        "حسبما",
        "بحسب",
        "مما",
        "حيث",
        "خلال",
        "رغم",
        "غداه",
        "وفقا",
        "وفق",
    }
)


def by_verb(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """The event that the verb at token `i` tells, or None."""
    tellings = verbs().get(_form(words, i))
    if (
        tellings is None
        or words.tokens[i].text.endswith("بدا")  # «بدا»: seemed, once folded spelled like «بدأ»
        or words.tokens[i].definite
        or words.tokens[i].proclitics[:1] in (("ل",), ("ب",))
    ):
        return None
    stand = standing(words, passage, i)
    if stand is None:
        return None
    last = clause_last(words, i, passage.last)
    last = next((j for j in range(i + 2, last) if words.is_(j, "relative")), last)
    telling, thing = next(
        ((t, j) for t in tellings if (j := _object_at(words, t, i, last)) is not None), (None, i)
    )
    if telling is None or sporting(words, i, last):
        return None
    if telling.noun and (stand.subject is not None or not _verbal(words, i, last)):
        return None
    dated = roles.day(words, i + 1, last, today)
    actor, target = _parties(words, telling, stand, i, last, thing)
    if telling.type in _SPOKEN and target is not None and not roles.acts(words, target[0]):
        target = None
    if target is None and actor is not None:
        target = roles.after(words, max(thing, i) + 1, last, others(telling.type))
    if telling.type == "ASSAULT" and _figurative(words, actor, i, last):
        return None
    with_it = target is not None and words.core[target[0] - 1] == "مع"
    if telling.type in _BOTH and with_it and target and not roles.acts(words, target[0]):
        return None  # «اتفق مع هذه الفكرة»
    if telling.type == "REJECT" and any(
        words.core[j] in words_of("trifles") for j in _beside(i, last)
    ):
        return None  # «رفض التعليق»: nothing happened
    if not _whole(words, telling, actor, target, dated is not None):
        return None
    end = max(thing + 1, dated[1] if dated else 0, *(p[1] if p else 0 for p in (actor, target)))
    stop = next((j for j in range(end, last) if _adds(words, j)), last)
    return Draft(
        (stand.first, stop), telling.type, f"verb: {telling.word}", actor, target,
        roles.place(words, i + 1, stop), dated[0] if dated else None, own=telling.own,
    )  # fmt: skip


def _beside(i: int, last: int) -> range:
    return range(i + 1, min(last, i + REFUSED_WITHIN))


def _figurative(words: Words, actor: Stretch | None, i: int, last: int) -> bool:
    """Whether an attack is of words («شن الوزير هجوما لاذعا») or an injury an illness («أصيب بجلطة»)."""
    if any(
        words.norm[j] in words_of("words") or bare(words.core[j]) in words_of("rank")
        for j in range(i + 1, last)
    ):
        return True
    if words.core[i].startswith("اصيب"):
        how = next((j for j in range(i + 1, min(last, i + 8)) if words.norm[j][0] == "ب"), None)
        return (
            how is not None and words.norm[how] not in words_of("wound") and words.name[how] is None
        )
    one = actor is not None and any(
        (n := words.name[j]) is not None and n.type == "person" for j in range(*actor)
    )
    return one and any(words.norm[j].startswith(("هجوم", "حمله")) for j in range(i + 1, last))


def _form(words: Words, i: int) -> str:
    """The verb without a pronoun written onto it, where what it stands for is named («التي قصفتها»)."""
    token = words.tokens[i]
    if token.enclitic and i and words.is_(i - 1, "relative"):
        return words.core[i].removesuffix(token.enclitic)
    return words.core[i]


def _whole(
    words: Words, telling: Telling, actor: Stretch | None, target: Stretch | None, dated: bool
) -> bool:
    """Whether a telling says enough: whom it befell, of an act upon somebody; elsewhere, without a day,
    who did it."""
    if telling.type in _HARM and (telling.passive or not dated):
        return target is not None or (actor is not None and bool(telling.objects))
    if telling.type in _SPOKEN:
        return telling.own or (actor is not None and roles.acts(words, actor[0]))
    return (
        dated
        or telling.own
        or (actor is not None and (telling.type is not None or bool(telling.objects)))
    )


# --- 2 ------------------------------------------------------------------------------------------------


def _object_at(words: Words, telling: Telling, i: int, last: int) -> int | None:
    """The token of the word that makes the verb an event; `i` itself where it needs none."""
    if not telling.objects:
        return i
    for j in range(i + 1, min(last, i + OBJECT_WITHIN)):
        if words.is_(j, "complementizer"):
            return None  # «أكمل الباحث أن …»: a report, and what it tells is of another verb
        if telling.phase and words.core[j] in _ELSEWHERE:
            return None  # «بدأت تفهم بعد اللقاء»
        if _makes(words, telling, j):
            return j
    return None


def _makes(words: Words, telling: Telling, j: int) -> bool:
    forms = (words.norm[j], words.tokens[j].base, bare(words.core[j]))
    return any(form in telling.objects for form in forms)


def _verbal(words: Words, i: int, last: int) -> bool:
    """Whether a form that is also a noun is a verb here: a day, a number or a person follows at once."""
    j = i + 1
    if j >= last or words.mark(j):
        return False
    name = words.name[j]
    if words.timed(j) or words.tokens[j].kind == "number" or words.is_(j, "quantity"):
        return True
    opens = i == 0 or words.stop[i - 1] != words.stop[i]
    if opens and words.tokens[j].base in nouns() and not words.definite(j):
        return True  # «عقد اجتماع …» at the head of a sentence
    if name is not None:
        return name.type != "place" and words.core[i - 1 : i] != ["و"]
    if _nominative(words, j):
        return True
    return words.core[i] != words.norm[i] and (
        heads(words.norm[j], "human") or heads(words.norm[j], "body")
    )


def _nominative(words: Words, j: int) -> bool:
    """Whether token `j` is an indefinite dual or plural in the nominative, which no noun governs."""
    norm = words.norm[j]
    if words.definite(j) or words.tokens[j].proclitics:
        return False
    return len(norm) > 5 and (
        norm.endswith(("يان", "تان", "ون"))
        or (norm.endswith("ان") and (heads(norm[:-2], "human") or norm == "شخصان"))
    )


# --- 3 ------------------------------------------------------------------------------------------------


def _parties(
    words: Words, telling: Telling, stand: Stand, i: int, last: int, thing: int
) -> tuple[Stretch | None, Stretch | None]:
    """Actor and target; `thing` is the word that makes the verb an event. A number after a verb of harm
    counts its victims; a phrase that nobody heads is the target of a subject that is not printed."""
    if telling.own:
        return None, _object(words, telling, roles.phrase(words, i + 1, last))
    agent = None if telling.type in _SPOKEN else roles.agent(words, i + 1, last)
    victims = roles.counted(words, i + 1, last)
    if agent is not None:
        return agent, stand.object or stand.subject or victims or roles.phrase(words, i + 1, last)
    if stand.subject is not None and words.tokens[stand.subject[0]].base in nouns():
        return None, victims or roles.phrase(words, i + 1, last)  # «الهجوم الذي استهدف …»
    if stand.subject is not None:
        after = victims or roles.phrase(words, i + 1, last) or _accusative(words, i + 1, last)
        if telling.passive and after is None and not roles.armed(words, stand.subject[0]):
            return None, stand.subject
        return stand.subject, _object(words, telling, after)
    if victims is not None and stand.object is None:
        return (None, victims) if telling.type in _HARM else (victims, None)
    first = _cut(words, telling, roles.phrase(words, i + 1, last))
    if first is not None and words.tokens[first[0]].base in nouns():
        return None, None  # «استهدف هجوم …»: what happened, not who did it
    if stand.object is not None:
        return (first if first is not None and roles.acts(words, first[0]) else None), stand.object
    if first is None or _makes(words, telling, first[0]):
        return None, None
    if telling.word in words_of("aims") and not roles.acts(words, first[0]):
        other = roles.phrase(words, first[1], last)
        between = range(first[1], other[0] if other is not None else first[1])
        if other is not None and all(words.timed(j) for j in between):
            return first, other  # «استهدفت عبوة | مقر الحزب»
    if _nominative(words, first[0]):
        actor, target = _masked(words, first)
        return (actor, target) if target is not None or not telling.passive else (None, actor)
    if telling.word in words_of("reaches") and (
        _seat(words, first[0])
        or (words.norm[first[0]].endswith("ه") and not words.core[i].endswith("ت"))
    ):
        return None, first  # «غادر سوريا», «غادر القنصلية»
    if _subject_of(words, telling, first, thing):
        return first, None  # what the verb is about is named, so this does it: «أطلق عناصر …»
    if not roles.acts(words, first[0]) or _object_by_gender(words, first[0], i):
        return None, first
    if telling.type in _SPOKEN and _seat(words, first[0]) and not words.core[i].endswith("ت"):
        return None, first
    second = roles.counted(words, first[1], last) or roles.phrase(words, first[1], last)
    if second is None:
        first, second = _parted(words, first)
    if second is None and telling.passive and not roles.armed(words, first[0]):
        return None, first
    return first, None if telling.type in _ALONE else _object(words, telling, second)


def _masked(words: Words, found: Stretch) -> tuple[Stretch, Stretch | None]:
    """«مسلحون مجهولون | موظفا»: an indefinite subject in the nominative, and what is no longer in it."""
    end = found[0] + 1
    while (
        end < found[1]
        and not words.definite(end)
        and (words.norm[end].endswith(("ان", "ون")) or words.core[end] != words.norm[end])
    ):
        end += 1
    return (found[0], end), (end, found[1]) if end < found[1] else None


def _object_by_gender(words: Words, j: int, i: int) -> bool:
    """Whether a feminine noun follows a masculine verb: the subject is not printed («زار القنصلية»)."""
    return (
        words.name[j] is None and words.norm[j].endswith("ه") and j == i + 1
        and not words.core[i].endswith("ت")
    )  # fmt: skip


def _subject_of(words: Words, telling: Telling, first: Stretch, thing: int) -> bool:
    """Whether a phrase stands between a verb and the word that makes it an event, and is no object."""
    norm = words.norm[first[0]]
    return (
        bool(telling.objects)
        and first[1] <= thing
        and not (
            roles.acts(words, first[0]) or (norm.endswith("ا") and not words.definite(first[0]))
        )
    )


def _accusative(words: Words, i: int, last: int) -> Stretch | None:
    """An object that its ending alone shows: «قتلوا | صياداً»."""
    while i < last and words.timed(i):
        i += 1
    if i < last and words.tokens[i].text.endswith(("اً", "ًا", "يا")) and not words.definite(i):
        return i, i + 1
    return None


def _seat(words: Words, j: int) -> bool:
    """Whether a country or a town is named, which a masculine verb seldom has for its subject."""
    name = words.name[j]
    return name is not None and name.type == "place"


def _cut(words: Words, telling: Telling, found: Stretch | None) -> Stretch | None:
    """A phrase up to the word that makes the verb an event («أطلق الجنود | النار»)."""
    if found is None:
        return None
    end = next((j for j in range(found[0] + 1, found[1]) if _makes(words, telling, j)), found[1])
    return found[0], end


def _parted(words: Words, found: Stretch) -> tuple[Stretch, Stretch | None]:
    """Subject and object that follow each other without a mark: «احتجزت السلطات | القس»."""
    for j in range(found[0] + 1, found[1]):
        name = words.name[j]
        a_place = name is not None and name.type == "place" and words.at(name.start) == j
        if (a_place and words.definite(j - 1)) or (name is None and second_noun(words, j)):
            return (found[0], j), (j, found[1])
    return found, None


def _object(words: Words, telling: Telling, found: Stretch | None) -> Stretch | None:
    """A phrase after the subject as the target; what only makes the verb an event («هجوماً») is none."""
    if found is None or any(_makes(words, telling, j) for j in range(*found)[:2]):
        return None
    return found


def _adds(words: Words, j: int) -> bool:
    """Whether token `j` opens what is told beside the event: a comma, a circumstance."""
    return words.norm[j] in ("،", ",", "(") or words.core[j] in _BESIDE
