"""How the verb of an event stands in its clause: first, after its subject, or in a relative clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.nouns import kind_of, verb_like
from rawi.readers.attribution.words import Passage, Words, bare, heads
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import nouns, verbs, words_of
from rawi.readers.undertakings.clause import clause_first

SUBJECT = 7  # tokens of a subject before its verb; longer ones hold clauses of their own
_NOT = frozenset({"لم", "ما", "لا", "لن", "اذا", "لو", "هل", "كلما", "الا", "قبل"})
_OPENS = words_of("opens")
_ITSELF = frozenset({"نفسه", "نفسها", "انفسهم", "ذاته", "ذاتها"})
_FRONT = frozenset({"ردا", "بعد", "قبل", "خلال", "اثناء", "عقب", "اثر", "غداه", "وسط", "رغم", "فور"})
_WAS = frozenset({"كان", "كانت", "كانا", "كانوا"})
PERFECT = frozenset({"قد", "لقد"})


@dataclass(slots=True)
class Stand:
    """How a verb stands in its clause: `first` token of the telling, the subject or object before it."""

    first: int
    subject: Stretch | None = None
    object: Stretch | None = None


def standing(words: Words, passage: Passage, i: int, *, joined: bool = False) -> Stand | None:
    """Step 1: how the verb at token `i` stands, or None where it is negated, conditional or no verb;
    `joined`: a و is known to stand before it."""
    if i == passage.first:
        return Stand(i)
    before, core = words.norm[i - 1], words.core[i - 1]
    if core == "ما" and i - 2 >= passage.first and words.norm[i - 2] in ("،", ","):
        return Stand(i)  # «…، ما أدى إلى إصابة …»: which
    if core in _NOT or _conditional(words, passage, i):
        return None
    if core == "ان" and words.tokens[i - 1].text.endswith("إن"):
        return None  # «إن وقع»: if
    if words.is_(i - 1, "complementizer") and i > 1 and words.core[i - 2] in words_of("rumoured"):
        return None  # «يزعم أنه اختطف …»
    if words.is_(i - 1, "relative"):
        return _relative(words, passage, i)
    perfect = core in PERFECT
    subject = _subject(words, passage, i - 1 if perfect else i)
    if subject is not None and _agrees(words, subject, i):
        return Stand(subject[0], subject=subject)
    if words.mark(i - 1) or joined or words.core[i] != words.norm[i]:
        return Stand(i)
    if i + 1 < passage.last and words.norm[i + 1] in words_of("wherein"):
        return Stand(i)  # «هجوم قتل فيه جنديان»
    if before in _OPENS or core in _OPENS or core == "مما" or words.timed(i - 1):
        return Stand(i)
    if (noun := _attributive(words, passage, i)) is not None:
        return Stand(noun, subject=(noun, i))
    return Stand(i) if _fronted(words, passage, i) else None


def _attributive(words: Words, passage: Passage, i: int) -> int | None:
    """The deed that the verb at token `i` says something of without a relative: «غارة تركية استهدفت …»."""
    if words.core[i] not in _befell():
        return None
    for k in range(i - 1, max(passage.first, i - 3) - 1, -1):
        if words.definite(k) or words.mark(k) or words.name[k] is not None:
            return None
        if words.tokens[k].base in nouns():
            she = words.norm[k].endswith(("ه", "ات"))
            return k if she == words.core[i].endswith("ت") else None
    return None


@cache
def _befell() -> frozenset[str]:
    """The forms of «استهدف», «أودى»: what a deed does to somebody."""
    return frozenset(
        form for form, tellings in verbs().items() if any(t.of("aims") or t.of("results") for t in tellings)
    )


def _fronted(words: Words, passage: Passage, i: int) -> bool:
    """Whether only a circumstance stands before the verb at token `i`, and who did it behind it: «وبعد أيام
    من الجريمة اعتقلت الشرطة …»."""
    first = clause_first(words, passage, i, None)
    if not (words.definite(i - 1) or words.name[i - 1] is not None) or i + 1 >= passage.last:
        return False
    circumstance = words.is_(first, "preposition", "circumstance") or words.core[first] in _FRONT
    if not circumstance or any(
        words.mark(j) or words.is_(j, "complementizer", "relative", "clause") or _finite(words, j)
        for j in range(first, i)
    ):
        return False
    return roles.acts(words, i + 1) or roles.numbered(words, i + 1)


def _finite(words: Words, j: int) -> bool:
    """Whether token `j` may be a verb of its own."""
    return words.name[j] is None and not words.definite(j) and verb_like(words.norm[j])


def _conditional(words: Words, passage: Passage, i: int) -> bool:
    return any(words.core[j] in ("اذا", "لو", "هل") for j in range(max(passage.first, i - 4), i))


def _subject(words: Words, passage: Passage, end: int) -> Stretch | None:
    """The subject that ends right before token `end`: a noun phrase that fills the clause up to there,
    after «كان», «أن», a mark or at the head of a sentence."""
    if words.core[end] != words.norm[end]:
        return None
    while end > passage.first and (
        words.norm[end - 1] in ("،", ",") or words.timed(end - 1) or words.norm[end - 1] in _ITSELF
    ):
        end -= 1
    first = max(clause_first(words, passage, end - 1, None), end - SUBJECT)
    for k in range(first, end):
        opens = (
            k == passage.first or words.mark(k - 1) or words.is_(k - 1, "complementizer")
            or words.core[k - 1] in _WAS or words.core[k - 1] == "لكن"
            or (k - 1 == first - 1 and words.stop[k - 1] != words.stop[k])
        )  # fmt: skip
        if not opens or words.core[k] in _WAS or words.timed(k) or not _somebody(words, k, end):
            continue
        counted = roles.counted(words, k, end)
        if counted is not None and counted[1] == end:
            return counted
        found = noun_phrase(words, k, end)
        if found is not None and found.last == end and not _circumstance(words, k, end):
            return (k, end)
    return None


def _circumstance(words: Words, first: int, last: int) -> bool:
    return any(words.is_(j, "adverb", "clause", "circumstance") for j in range(first, last))


def _somebody(words: Words, k: int, end: int) -> bool:
    if words.tokens[k].kind == "number" or words.is_(k, "quantity"):
        return k + 1 < end
    if words.definite(k) and words.tokens[k].base in nouns():
        return True  # «الهجوم أودى بحياة …»
    return roles.acts(words, k) or kind_of(words, k) in ("human", "body", "person", "name")


def _agrees(words: Words, subject: Stretch, i: int) -> bool:
    """Whether a verb after its subject can be one: plural and dual endings always are; a bare stem
    may be a noun that the one before it governs («هيئة كبار»), so its subject must be definite; behind a
    feminine it is the present of another verb («القيادة تفقد السيطرة»)."""
    head, core = words.norm[subject[0]], words.core[i]
    she = head.endswith("ه") and words.name[subject[0]] is None
    if she and core.startswith("ت") and not core.endswith(("ت", "تا", "ن")):
        return False
    if words.core[i].endswith(("وا", "تا")) or words.tokens[subject[0]].kind == "number":
        return True
    if words.is_(subject[0] - 1, "complementizer") and heads(head, "human"):
        return True  # «أفادت بأن فتى توفي»
    return words.definite(subject[1] - 1) or words.name[subject[1] - 1] is not None


def _agreed(words: Words, i: int) -> bool:
    """Whether the verb at token `i` agrees with the relative before it, so that both may be one's."""
    relative, core = words.core[i - 1], words.core[i]
    if relative == "الذي":
        return not core.endswith("ت")
    if relative in ("الذين", "اللذين", "اللذان"):
        return core.endswith("ا")
    return relative not in ("التي",) or "ت" in core[-2:]


def _relative(words: Words, passage: Passage, i: int) -> Stand | None:
    """«المدينة التي سيطرت عليها القوات»: what the relative stands for is the object where a pronoun
    takes it up, and the subject elsewhere."""
    end = i - 1
    if end > passage.first and words.norm[end - 1] in ("،", ","):
        end -= 1
    if words.norm[i - 1][0] == "و":
        return None  # «… من الميناء والتي استهدفت …»: of something farther off
    found = None
    for k in range(end - 1, max(passage.first, end - SUBJECT) - 1, -1):
        if words.mark(k) or "س" in words.tokens[k].proclitics:
            break
        if words.is_(k, "preposition", "complementizer", "relative", "particle"):
            break
        if words.core[k] in words_of("by_terms"):
            break  # «بموجب الاتفاق الذي دخل …»
        of_whom = words.core[k - 1] in _WAS or words.definite(k - 1)
        if of_whom and words.norm[k][0] in "تي" and not words.definite(k) and words.name[k] is None:
            break  # «كانت الشرطة تعرف الرجل الذي …»
        if verb_like(words.norm[k]) or bare(words.core[k]) in words_of("many"):
            break
        name = words.name[k]
        named = name is not None and words.holding(name.start) == k and words.at(name.end) == end
        phrase = noun_phrase(words, k, end)
        he = words.norm[i - 1] == "الذي" and words.norm[k].endswith("ه") and words.name[k] is None
        if words.norm[k].endswith("ت") and not words.norm[k].endswith(("ات", "يت")):
            break  # «تفاقمت أزمة …»: a verb
        if (named or (phrase is not None and phrase.last == end)) and not he:
            found = (k, end)  # «… خلفا لـ[NAME] الذي استقال»
        if {"ل", "ب", "ك"} & set(words.tokens[k].proclitics):
            break
    if found is None:
        return None
    if found[1] - found[0] == 1 and words.core[found[0]] in ("هو", "هي", "هم"):
        return None  # «إن كانت هي التي نفذت …»
    joined = words.core[found[0]] != words.norm[found[0]] and words.name[found[0]] is None
    if joined and (words.definite(found[0]) or words.tokens[found[0]].enclitic):
        return None  # «تحرير المدينة ومطارها التي بدأت …»
    if not _agreed(words, i):  # «الرئيس الذي أسفرت حربه عن …»
        return Stand(found[0], object=found) if words.tokens[i].enclitic else Stand(i)
    if i + 1 < passage.last and words.norm[i + 1] in words_of("wherein"):
        return Stand(i)  # «الأزمة التي قتل خلالها …»: when, not whom
    taken_up = bool(words.tokens[i].enclitic) or any(
        words.tokens[j].enclitic and words.is_(j, "with_pronoun")
        for j in range(i + 1, i + 4)
        if j < passage.last
    )
    apart = end < i - 1 and roles.seat(words, found[0]) and words.is_(found[0] - 1, "preposition")
    if apart and not taken_up:
        return None  # «السفير في عمان، الذي تولى منصبه …»
    return Stand(found[0], object=found) if taken_up else Stand(found[0], subject=found)
