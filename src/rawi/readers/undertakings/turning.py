"""The words that say what becomes of an undertaking, and the thing in a clause that they say it of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution import conjugate
from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.lexis import group, has, imperfect_like

_PROCESS = frozenset({"عمليه"})
REACH = 9  # tokens from the verb to its object behind a subject with title and name
_BASIS = {"postponed": "held up", "denied": "called off", "broken": "fell through", "reaffirmed": "resumed"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One row of the lexicon: whom the verb is said of (it, them, both), the status, the classes of things."""

    way: str
    status: str
    of: frozenset[str]  # folded words without the article

    @property
    def basis(self) -> str:
        """How a commitment that it states is said to be found."""
        return _BASIS[self.status]


@cache
def turns() -> dict[str, Turn]:
    """Folded perfect -> what it says; where forms meet the first row counts."""
    out: dict[str, Turn] = {}
    for row in table("commitment_course"):
        if row["past"]:
            for form in conjugate.past(row["past"]):
                out.setdefault(form.word, _turn(row))
    return out


@cache
def masdars() -> dict[str, Turn]:
    """Folded masdar -> what it says."""
    return {fold(row["masdar"]): _turn(row) for row in table("commitment_course") if row["masdar"]}


def _turn(row: dict[str, str]) -> Turn:
    of = frozenset().union(*(group(name) for name in row["of"].split()))
    return Turn(row["way"], row["status"], of)


def behind(words: Words, i: int, last: int, turn: Turn) -> int | None:
    """The thing behind the verb at token `i`: its subject, or its object behind who does it."""
    for j in range(i + 1, min(last, i + REACH)):
        if words.norm[j] in ("،", ",") and (words.timed(j - 1) or (j + 1 < last and words.timed(j + 1))):
            continue  # «أرجأ البرلمان، الاثنين، جلسة …»
        place = words.name[j + 1] if words.norm[j] == "في" and j + 1 < last else None
        if place is not None and place.type == "place":
            continue  # «ألغت النقابة في بورسعيد إضراب …»
        if words.is_(j, "preposition", "relative", "complementizer") or words.norm[j] in ("،", ",", ":"):
            return None
        if is_thing(words, j, turn):
            if turn.way == "them" and j == i + 1 and _acts(words, j, last):
                return None  # «علق الاتفاق النووي العقوبات»
            if turn.way == "it" or j == i + 1:
                agreed = _feminine(words.tokens[j].base) == words.core[i].endswith("ت")
                return j if agreed or turn.way != "it" else None
            return j if _stands_free(words, j) else None
        if turn.way == "it" and not (words.timed(j) or words.is_(j, "adverb") or words.mark(j)):
            return None
    return None


def _acts(words: Words, j: int, last: int) -> bool:
    """Whether two definite words follow token `j`, the second of which is what it acts on."""
    return words.definite(j) and all(
        k < last and words.definite(k) and not words.tokens[k].proclitics and not words.timed(k)
        for k in (j + 1, j + 2)
    )


def _stands_free(words: Words, j: int) -> bool:
    """Whether token `j` is no genitive of the noun before it («رئيس الجلسة»)."""
    k = j - 1
    if words.timed(k) or words.mark(k) or words.name[k] is not None or words.is_(k, "adverb"):
        return True
    return words.definite(k) or bool(words.tokens[k].enclitic)


def before(words: Words, first: int, i: int, last: int, turn: Turn) -> int | None:
    """The thing as the subject before the verb at token `i`, which opens the clause and agrees with it."""
    opens = next((j for j in range(first, i) if not words.mark(j) and not words.is_(j, "particle")), None)
    if opens is not None and words.tokens[opens].base in _PROCESS and is_thing(words, opens + 1, turn):
        if i - opens > 2 * REACH or not words.core[i].endswith("ت"):
            return None
        return opens + 1 if _plain(words, opens, i) else None  # «عملية تبادل الأسرى التي … أرجئت»
    if opens is None or i - opens > REACH or not is_thing(words, opens, turn):
        return None
    if any(words.norm[j] in ("،", ",") or words.is_(j, "relative", "complementizer") for j in range(opens, i)):
        return None
    if any(imperfect_like(words, j) for j in range(opens + 1, i)):
        return None
    if _feminine(words.tokens[opens].base) != words.core[i].endswith("ت"):
        return None
    after = i + 1
    if turn.way != "it" and after < last and not (
        words.mark(after) or words.timed(after) or words.is_(after, "preposition", "adverb")
        or words.tokens[after].proclitics or has(words, after, "closing", "at")
    ):
        return None  # the object of something else: «المحادثات علقت الآمال على»
    return opens


def _plain(words: Words, opens: int, i: int) -> bool:
    """Whether nothing but a relative clause stands between a subject at token `opens` and its verb."""
    return not any(words.norm[j] in ("،", ",", ":") or words.is_(j, "complementizer") for j in range(opens, i))


def is_thing(words: Words, j: int, turn: Turn) -> bool:
    """Whether token `j` is, without a preposition on it, a word of what the verb is said of."""
    if j >= len(words) or words.tokens[j].kind != "word" or words.time[j] is not None:
        return False
    token = words.tokens[j]
    if set(token.proclitics) & {"ب", "ل", "ك"}:
        return False
    return token.base in turn.of or words.core[j].removeprefix("ال") in turn.of


def _feminine(base: str) -> bool:
    return base.endswith(("ه", "ات"))
