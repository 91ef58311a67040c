"""Commitments that are told to be broken.

1. breach     «أخل بتعهده …», «نكث وعده», «تراجع عن قراره …», «خرق الاتفاق», «خرق لاتفاق …»
2. unmet      «لم تلتزم بـ…», «لم يف بوعده», «لم ينفذ تعهده», «فشلت في الوفاء بـ…»
3. run out    «انقضت المهلة … دون …», «… ولم …», «انتهت مهلة تشكيل … دون …»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, extent, limits, parties, speakers
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks, opined
from rawi.readers.undertakings.lexis import has, has_form, of_verbs

_NOUNS = ("خرق", "خرقا", "انتهاك", "اخلال", "الاخلال")
_EITHER = ("نقض", "تنصل", "تملص", "تراجع")  # a verb, or its noun
FAR = 12  # tokens from «فشل» past its subject and «في الوفاء» to what was undertaken
_NEAR = 7  # tokens from the verb to what was undertaken: a subject with its title
_WITHOUT = ("دون", "بدون", "ولم", "بلا")


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The broken commitments of one passage."""
    found: list[Draft] = []
    words = ground.words
    for i in range(passage.first, passage.last):
        unmet = i > passage.first and words.core[i - 1] in ("لم", "لن")
        if not (ground.classed[i] or unmet) or words.name[i] is not None or asks(words, i):
            continue
        ahead = i - 1 - unmet
        if has(words, ahead, "condition", "state") or words.core[ahead] in ("ما", "ان", "لو"):
            continue  # «إذا لم تلتزم …», «في حال لم تف …» suppose it
        found += breached(ground, passage, i) + run_out(ground, passage, i)
    return found


def breached(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Steps 1 and 2 at token `i`."""
    words = ground.words
    unmet = i > passage.first and words.core[i - 1] in ("لم", "لن") and _keeping(words, i)
    failed = not unmet and _failing(words, i)
    if not unmet and not failed and not has(words, i, "breach"):
        return []
    if "تراجع" in words.core[i] and "عن" not in words.norm[i + 1 : i + _NEAR]:
        return []  # «تراجعت وتيرة …»
    if not unmet and i and _supposed(words, passage, i):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    near = i + (3 if words.core[i] in _NOUNS else FAR if failed else _NEAR)
    what = next((j for j in range(i + 1, min(last, near)) if undertaken(words, j)), None)
    if what is None or any(words.norm[j] in ("،", ",", ".") for j in range(i, what)):
        return []
    if unmet and words.core[i - 1] == "لن" and not (words.definite(what) or words.tokens[what].enclitic):
        return []  # «لن تلتزم بهدنة طويلة»: nobody has agreed to one
    last = next((j for j in range(what + 1, last) if has(words, j, "aside")), last)  # «… بعد بدء سريانه»
    a = next(
        (
            j
            for j in range(what + 1, min(last, what + 4))
            if any(clause.masdar_at(words, j, p) for p in ("ب", "ل"))
            or (words.tokens[what].enclitic and j == what + 1 and clause.masdar_at(words, j))
        ),
        what,
    )
    stop = next((j for j in range(a + 1, last) if words.norm[j] in ("،", ",")), last)
    stop = min(stop, clause.plain_end(words, a, last))  # «تراجع عن قراره لضغوط …»
    statement = ground.statement_at(i)
    limit = limits.chosen(words, a, stop, a, None)
    believed = opined(words, clause.clause_first(words, passage, i, None))  # «يعتقد أن الشركة لن تفي بـ…»
    party = parties.after(words, i, what) or parties.before(
        words, clause.clause_first(words, passage, i, statement), i - unmet
    )
    return [
        Draft(
            (i - unmet, stop), (a, extent.action_end(words, a, stop, limit, None)),
            "announced" if believed else "broken", "unmet" if unmet or failed else "breach",
            party=party, limit=limit, statement=statement,
            speaker=speakers.himself(words, statement, i) if unmet and not party else None,
            inherits=limit is None, sure=3,
        )
    ]  # fmt: skip


def _supposed(words: Words, passage: Passage, i: int) -> bool:
    """Whether the breach at token `i` is denied, or is that of whoever commits it.

    «عدم خرق», «ينفي أنه خرق»; «قرار بشأن نقض …»: a noun that may be to come; «لن تكون أول من يخرق …»,
    «أي طرف ينتهك …»
    """
    before = words.core[i - 1]
    if before in ("لم", "لن", "لا", "دون", "بدون") or words.tokens[i - 1].base == "عدم":
        return True
    imperfect = words.core[i][:1] in ("ي", "ت") and words.core[i] not in _NOUNS
    if words.core[i] in _EITHER and words.is_(i - 1, "preposition"):
        return True
    if not imperfect:
        return False
    whoever = before == "من" or any(
        words.core[j] in ("اي", "كل") for j in range(max(passage.first, i - 3), i)
    )
    return whoever or words.is_(i - 1, "relative")


def run_out(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`: «انقضت المهلة … لـ… دون …»."""
    words = ground.words
    if not has(words, i, "running_out"):
        return []
    last = min(words.stop[i], passage.last)
    term = next((j for j in range(i + 1, min(last, i + 4)) if has(words, j, "respite")), None)
    if term is None:
        return []
    of_it = not words.definite(term) and clause.masdar_at(words, term + 1)
    a = next((j for j in range(term + 1, last) if clause.masdar_at(words, j, "ل")), None)
    a = term + 1 if of_it else a  # «مهلة تشكيل الحكومة»
    without = next(
        (j for j in range(term + 1, last) if words.norm[j] in _WITHOUT or words.core[j] == "دون"),
        None,
    )
    if a is None or without is None or without < a:
        return []
    return [
        Draft(
            (i, last), (a, without), "broken", "run out", statement=ground.statement_at(i),
            inherits=True, sure=3,
        )
    ]  # fmt: skip


def _failing(words: Words, i: int) -> bool:
    """«فشلت … في الوفاء بـ», «أخفق في تنفيذ …» at token `i`."""
    if not has(words, i, "failing"):
        return False
    return any(
        words.norm[j] in ("في", "عن") and has(words, j + 1, "fulfilment")
        for j in range(i + 1, min(len(words) - 1, i + _NEAR))
    )


def _keeping(words: Words, i: int) -> bool:
    return of_verbs(words.tokens[i].stem, "keeping")


def undertaken(words: Words, j: int, *, truce: bool = True) -> bool:
    """Whether token `j`, bare or behind بـ or لـ, is a word for what binds; `truce`: or for a deal kept."""
    core = words.core[j]
    forms = {core, core[1:] if core[:1] in ("ب", "ل") else core}
    forms |= {"ال" + f[1:] for f in forms if core[:2] == "لل" and f[:1] == "ل"}
    return any(has_form(f, "pledge", "promise") or (truce and has_form(f, "kept")) for f in forms)
