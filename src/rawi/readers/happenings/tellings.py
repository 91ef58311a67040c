"""Words that tell of an event, as drafts.

1. a verb in the perfect that opens its clause, not negated, not in a condition
2. its object, where only that makes it an event («عقد اجتماعاً»)
3. a noun of the lexicon with a past day beside it («هجوم … يوم السبت»)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rawi.readers.attribution.words import Passage, Words, bare
from rawi.readers.happenings import roles
from rawi.readers.happenings.lexis import Telling, nouns, verbs
from rawi.readers.undertakings.clause import clause_first, clause_last, reports
from rawi.readers.undertakings.judging import sporting
from rawi.records import Days

OBJECT_WITHIN = 14  # tokens from a verb to the object that makes it an event
SUBJECT = 5  # tokens of a subject before its verb; longer ones hold clauses of their own
NOUN_WITHIN = 10  # tokens from a noun to its day
_NOT = frozenset({"لم", "ما", "لا", "لن", "اذا", "لو", "ان", "هل", "كلما", "الا", "قبل"})
_OPENS = frozenset(
    {
        "قد",
        "لقد",
        "ان",
        "انه",
        "انها",
        "انهم",
        "حيث",
        "عندما",
        "حين",
        "بعدما",
        "كما",
        "فيما",
        "بينما",
        "ثم",
    }
    | {"التي", "الذي", "الذين", "ان", "بان", "بانه", "بانها", "كان", "كانت"}
)
_BESIDE = frozenset(
    {"بعد", "اثر", "عقب", "وسط", "حسبما", "بحسب", "مما", "حيث", "خلال", "رغم", "غداه"}
)


@dataclass(slots=True)
class Draft:
    """One event as stretches of tokens."""

    span: roles.Stretch
    type: str | None
    basis: str
    actor: roles.Stretch | None = None
    target: roles.Stretch | None = None
    place: roles.Stretch | None = None
    days: Days | None = None


def told(words: Words, passage: Passage, today: date | None) -> list[Draft]:
    """The events that one passage tells, in text order."""
    found = []
    for i in range(passage.first, passage.last):
        token = words.tokens[i]
        if token.kind != "word" or words.name[i] is not None or words.time[i] is not None:
            continue
        draft = by_verb(words, passage, i, today) or by_noun(words, passage, i, today)
        if draft is not None and not any(d.span[1] > draft.span[0] for d in found):
            found.append(draft)
    return found


def by_verb(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """Steps 1 and 2 at token `i`."""
    tellings = verbs().get(words.core[i])
    if tellings is None or words.tokens[i].definite:
        return None
    subject = None
    if not _opens_clause(words, passage, i):
        subject = _subject_before(words, passage, i)
        if subject is None:
            return None
    last = clause_last(words, i, passage.last)
    telling = next((t for t in tellings if _has_object(words, t, i, last)), None)
    if telling is None or (telling.noun and not _verbal(words, i, last)):
        return None
    last = next((j for j in range(i + 2, last) if words.is_(j, "relative")), last)
    if sporting(words, i, last):
        return None
    dated = roles.day(words, i + 1, last, today)
    if subject is not None:
        actor, target = subject, roles.phrase(words, i + 1, last)
    else:
        actor, target = _parties(words, telling, i, last)
    if dated is None and (
        actor is None
        or (telling.type in ("ASSAULT", None) and target is None and telling.word != "توفي")
    ):
        return None
    end = max(dated[1] if dated else 0, *(p[1] if p else i + 1 for p in (actor, target)))
    stop = next((j for j in range(end, last) if _adds(words, j)), last)
    return Draft(
        (subject[0] if subject else i, stop), telling.type, f"verb: {telling.word}", actor, target,
        roles.place(words, i + 1, stop), dated[0] if dated else None,
    )  # fmt: skip


def _parties(
    words: Words, telling: Telling, i: int, last: int
) -> tuple[roles.Stretch | None, roles.Stretch | None]:
    """Actor and target of the verb at token `i`. A number after a verb of harm counts its victims; a
    phrase that nobody heads is the target of a subject that is not printed."""
    victims = roles.counted(words, i + 1, last)
    if victims is not None:
        return (None, victims) if telling.type in ("ASSAULT", "COERCE") else (victims, None)
    first = roles.phrase(words, i + 1, last)
    if first is None or words.norm[first[0]] in telling.objects:
        return None, None
    if not roles.acts(words, first[0]):
        return None, first
    return first, roles.phrase(words, first[1], last)


def _adds(words: Words, j: int) -> bool:
    """Whether token `j` opens what is told beside the event: a comma, a circumstance."""
    return words.norm[j] in ("،", ",", "(") or words.core[j] in _BESIDE


def by_noun(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """Step 3 at token `i`."""
    base = words.tokens[i].base
    known = nouns()
    if base not in known or (
        words.core[i - 1] in ("قبل", "عدم", "دون", "ضد") and i > passage.first
    ):
        return None
    last = min(clause_last(words, i, passage.last), i + NOUN_WITHIN)
    last = next((j for j in range(i + 1, last) if words.norm[j] in ("،", ",")), last)
    dated = roles.day(words, i + 1, last, today)
    if dated is None or any(_parts(words, j) for j in range(i + 1, dated[1])):
        return None
    if sporting(words, i, last):
        return None
    kind, of = known[base]
    beside = roles.phrase(words, i + 1, dated[1]) if of else None
    if beside is not None and not roles.acts(words, beside[0]):
        beside = None
    return Draft(
        (i, dated[1]), kind, f"noun: {base}", beside if of == "actor" else None,
        beside if of == "target" else None,
        roles.place(words, i + 1, dated[1]), dated[0],
    )  # fmt: skip


def _parts(words: Words, j: int) -> bool:
    """Whether token `j` parts a noun from the day that follows: another clause, a stretch since then."""
    return words.is_(j, "complementizer") or words.core[j] == "منذ" or reports(words, j)


def _opens_clause(words: Words, passage: Passage, i: int) -> bool:
    """Whether the verb at token `i` begins its clause and is neither negated nor conditional."""
    before = words.norm[i - 1] if i > passage.first else "."
    core = words.core[i - 1] if i > passage.first else "."
    if core in _NOT - {"ان"} or any(
        words.core[j] in ("اذا", "لو", "هل") for j in range(max(passage.first, i - 4), i)
    ):
        return False
    if core == "ان" and i and words.tokens[i - 1].text.endswith("إن"):
        return False
    if i == passage.first or words.mark(i - 1) or words.core[i] != words.norm[i]:
        return True
    return before in _OPENS or core in _OPENS or words.timed(i - 1)


def _subject_before(words: Words, passage: Passage, i: int) -> roles.Stretch | None:
    """The subject between «أن» and the verb at token `i`: names and definite words alone."""
    if words.core[i] != words.norm[i]:
        return None
    first = clause_first(words, passage, i, None)
    if not 0 < i - first <= SUBJECT or first == passage.first:
        return None
    if not words.is_(first - 1, "complementizer") or not roles.acts(words, first):
        return None
    plain = all(words.definite(j) or words.name[j] is not None for j in range(first + 1, i))
    return (first, i) if plain else None


def _has_object(words: Words, telling: Telling, i: int, last: int) -> bool:
    if not telling.objects:
        return True
    return any(
        words.norm[j] in telling.objects
        or words.tokens[j].base in telling.objects
        or bare(words.core[j]) in telling.objects
        for j in range(i + 1, min(last, i + OBJECT_WITHIN))
    )


def _verbal(words: Words, i: int, last: int) -> bool:
    """Whether a form that is also a noun is a verb here: a day, a number or a person follows at once."""
    j = i + 1
    if j >= last or words.mark(j):
        return False
    name = words.name[j]
    if words.timed(j) or words.tokens[j].kind == "number" or words.is_(j, "quantity"):
        return True
    if name is not None:
        return name.type != "place" and words.core[i - 1 : i] != ["و"]
    return words.is_(j, "human", "body") and words.core[i] != words.norm[i]
