"""Reports that qualify a noun: its relative clause tells what it says, or what is told in it.

1. «الكاتبة فلانة التي تقول إن…»        behind a relative pronoun (`qualified`)
2. «تصريحات مسؤول كبير قال إن…»         without one, whoever is indefinite speaks (`described`)
3. «صورة قالت إنها…»                     without one, the noun is what is spoken of (`describes`)
4. «بيانا قالت فيه إن…»                  what is told in a document or on an occasion (`told_in_it`)
"""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.nouns import Phrase, gender_of, plural
from rawi.readers.attribution.objects import straight_gender
from rawi.readers.attribution.words import Words, bare, group, heads

DESCRIBES = "describes the noun before it"
QUALIFIED = 8  # tokens back from a relative pronoun to the head it qualifies
FARTHER = 14  # the same where other words stand between them
CARRIER = 6  # tokens back from «قالت فيه» to the noun that «فيه» takes up

_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"})
_STANCES = frozenset({"deny", "demand", "accuse", "fear", "warn"})
_HAD = frozenset({"كان", "كانت", "كانوا", "قد", "سبق", "ان", "لا", "لم"})


def relative_before(words: Words, i: int) -> int | None:
    """Index of the relative pronoun whose clause the verb at `i` opens («التي كانت قد قالت»), or None."""
    k = i - 1
    while k > i - 4 and k > 0 and words.norm[k] in _HAD:
        k -= 1
    return k if k >= 0 and words.is_(k, "relative") else None


def qualified(words: Words, draft: Draft, i: int) -> Phrase | None:
    """Who speaks in «الكاتبة فلانة التي تقول إن…»: what the relative pronoun at `i` follows.

    1. A person's name straight before it.
    2. Else a title or a body that agrees with the pronoun; a body not where the content takes it up
       («المنظمة التي قالت إنها…» may be what is spoken of).
    3. Else, for a clause or quotation, the nearest land or body named before that agrees («بوليفيا، العضو
       في الاتحاد، التي تقول إن…»).
    A content that is no clause and no quotation qualifies only who stands straight before.
    """
    cue = draft.cue
    if cue is None or cue.verb.sure != "strong" or (draft.kind == "object" and draft.act == "say"):
        return None
    full = draft.kind in ("clause", "quote") or draft.quote is not None or cue.verb.past == "وصف"
    own = draft.kind == "object" and heads(words.norm[draft.start], "renewable")  # «الذي أعلن رفضه»
    own = own and bool(words.tokens[draft.start].enclitic)
    if not (full or own) and draft.act in ("say", "announce", "believe"):
        return None  # «المسؤول الذي كشف عن الفضيحة»: by deeds
    form = cue.form
    if "nobody" in cue.verb.traits and (form.shape, form.gender, form.number) == (
        "present",
        "m",
        "s",
    ):
        return None  # «المرض الذي يعتقد أنه…»
    gender = {"الذي": "m", "التي": "f"}.get(words.core[i])
    told_in = words.norm[draft.cue_first + 1] in ("فيها", "فيه")  # «تصريحات فلان التي قال فيها إن…»
    if cue.form.number == "s" and gender != cue.form.gender and not told_in:
        return None  # «فلانة التي قال لها…»
    if cue.form.number == "p" and gender is not None and not told_in:
        return None  # «الأصول التي يرون أنها…»
    last = i - 1 if words.norm[i - 1] in ("،", ",") else i
    name = words.name[last - 1]
    if name is not None and name.type == "person":  # 1
        return Phrase(words.holding(name.start), last, "person")
    if told_in:
        return None
    taking = not full and (own or draft.act in _STANCES) and "evidence" not in cue.verb.traits
    taking = taking and words.core[i] == words.norm[i]
    if (
        taking and name is not None and name.type in ("place", "organization")
    ):  # «روسيا، التي نفت أي دور»
        first = words.holding(name.start)
        phrase = Phrase(first, last, "name")
        if words.core[first] == words.norm[first] and straight_gender(words, phrase) == gender:
            return phrase
    taken_up = words.norm[draft.start] not in ("ان", "بان") and words.is_(
        draft.start, "complementizer"
    )
    if words.core[i] != words.norm[i]:
        return None  # «…، والتي قالت»: further back
    for k in range(max(draft.passage.first, last - QUALIFIED), last - 1):
        quote = words.quote[k]
        if quote is not None and words.at(quote.outer_end) == last and not words.spoken(quote):
            if taken_up:
                return None
            return Phrase(k, last, "name")  # «"حركة كذا" الذي أعلن…»
    for first in range(max(draft.passage.first, last - QUALIFIED), last):  # 2
        if first > draft.passage.first and words.is_(first - 1, "relative", "complementizer"):
            continue
        phrase = noun_phrase(words, first, last)
        if phrase is None or phrase.last != last:
            continue
        if phrase.kind == "name" and _body_named(words, first):
            phrase = Phrase(first, last, "body")
        if phrase.kind not in ("human", "body"):
            continue
        if not (
            words.definite(last - 1)
            or words.norm[last - 1] in group("self")
            or words.name[last - 1] is not None
            or _titled(words, phrase)
        ):
            continue
        if phrase.kind == "body":
            if taken_up or ("pronoun" in cue.verb.traits and draft.kind != "clause"):
                return None
            thing = not full and "evidence" in cue.verb.traits  # «الخلافات التي تهدد بـ»
            if thing or any(words.is_(k, "preposition") for k in range(first, last)):
                continue
        if gender is not None and gender_of(words, phrase) in (gender, None):
            return phrase
        several = phrase.kind == "human" and plural(bare(words.norm[first]))
        if gender is None and cue.form.number == "p" and several:
            return phrase  # «السكان الذين نفوا وجود…»
    same = words.definite(last - 1) and ("f" if words.norm[last - 1].endswith("ه") else "m") == gender
    if taken_up or same or not full or "pronoun" in cue.verb.traits:
        return None  # «المضيق الذي يعتبر "…"»
    return _named_before(words, draft, last, gender)  # 3


def _body_named(words: Words, i: int) -> bool:
    """Whether an organization's or outlet's name begins at token `i`."""
    name = words.name[i]
    return name is not None and name.type in ("organization", "outlet")


def _titled(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is a definite title with words of a name behind it that no reader knew."""
    definite = words.definite(phrase.first) and phrase.kind == "human"
    return definite and not words.is_(phrase.last - 1, "preposition", "adjective")


def _named_before(words: Words, draft: Draft, last: int, gender: str | None) -> Phrase | None:
    """The land or body named nearest before token `last` that agrees in gender, no verb of speech between."""
    k = last - 1
    while k >= max(draft.passage.first, last - FARTHER) and words.stop[k] == words.stop[last - 1]:
        name = words.name[k]
        if words.is_(k, "relative", "complementizer"):
            return None
        if name is not None and name.type in ("place", "organization"):
            first = words.holding(name.start)
            phrase = Phrase(first, words.at(name.end), "name")
            shown = gender_of(words, Phrase(first, phrase.last, "body")) or straight_gender(
                words, phrase
            )
            if name.type == "organization" and shown is None:
                shown = "m"
            if shown == gender and words.core[first] == words.norm[first]:
                return phrase
            k = first
        k -= 1
    return None


def described(words: Words, draft: Draft) -> Phrase | None:
    """Pattern 2: the indefinite person whom a clause without relative pronoun qualifies."""
    i, cue = draft.cue_first, draft.cue
    if cue is None or cue.conjunction or cue.verb.sure != "strong":
        return None
    if draft.kind not in ("clause", "quote") or draft.passage.place != "body":
        return None
    if words.norm[i + 1] in _IN_IT:
        return None
    for first in range(max(draft.passage.first, i - QUALIFIED), i):
        if words.definite(first) or not heads(words.norm[first], "human", conjunction=False):
            continue
        phrase = noun_phrase(words, first, i)
        if phrase is not None and phrase.last == i and gender_of(words, phrase) == cue.form.gender:
            return phrase
    return None


def describes(words: Words, draft: Draft) -> bool:
    """Pattern 3: whether a report tells of the indefinite noun before it."""
    i = draft.cue_first
    if draft.kind != "clause" or draft.opens != i + 1 or words.core[i] != words.norm[i]:
        return False
    if draft.cue is None or draft.cue.verb.sure != "strong" or words.mark(i - 1):
        return False
    form = draft.cue.form
    if "nobody" in draft.cue.verb.traits and (form.shape, form.gender, form.number) == (
        "present",
        "m",
        "s",
    ):
        return False  # «هجوم يعتقد أنه مدبر»
    pronoun = words.norm[draft.opens].endswith(("ه", "ها", "هم", "هما"))
    return pronoun and not words.definite(i - 1) and not words.is_(i - 1, "relative", "particle")


def told_in_it(words: Words, draft: Draft) -> bool:
    """Pattern 4: whether a report qualifies a document or an occasion."""
    return _carrier(words, draft) is not None


def teller(words: Words, draft: Draft) -> Phrase | None:
    """Whose the document or occasion is, where a genitive says so («تصريحات محام للشركة أكد فيها أن»)."""
    carrier = _carrier(words, draft)
    if carrier is None:
        return None
    phrase = noun_phrase(words, carrier + 1, draft.cue_first)
    if (
        phrase is None
        or phrase.kind not in ("human", "person")
        or phrase.last < draft.cue_first - 1
    ):
        return None
    return phrase


def _carrier(words: Words, draft: Draft) -> int | None:
    """Index of the document or occasion that «فيه» behind the cue takes up, or None."""
    i = draft.cue_first
    if draft.kind == "object" or words.norm[i + 1] not in _IN_IT:
        return None
    back = range(i - 1, max(draft.passage.first, i - CARRIER) - 1, -1)
    return next(
        (k for k in back if any(heads(_plain(words.norm[k]), g) for g in ("occasion", "document"))),
        None,
    )


def _plain(norm: str) -> str:
    """The word without the alif of the accusative («بيانا») and without بـ («بتغريدة»)."""
    if norm[0] == "ب" and len(norm) > 4 and heads(norm[1:], "occasion"):
        return norm[1:]
    return norm[:-1] if norm.endswith("ا") and len(norm) > 4 else norm
