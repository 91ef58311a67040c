"""Who did it and to whom: read from the words of an event's clause."""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.nouns import verb_like
from rawi.readers.attribution.words import (
    Words,
    bare,
    heads,
    masdar_like,
    without_conjunction,
)
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import nouns, verbs, words_of

_OTHER_WITHIN = 10  # tokens from a verb to the other party
_BY = {("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب")}
_AT_LEAST = (["الاقل"], ["الاكثر"], ["الارجح"])
_LONGEST = 12  # tokens of an actor or target
_UPON = frozenset({"علي", "الي", "في", "من", "عن", "مع", "بين", "لدي", "ب", "ل"})


def acts(words: Words, i: int) -> bool:
    """Whether the phrase at token `i` is headed by somebody: a name, a person, a body."""
    if words.is_(i, "pointing") and i + 1 < len(words) and words.definite(i + 1):
        return acts(words, i + 1)
    if words.norm[i] in words_of("ranked") and i + 1 < len(words):
        return acts(words, i + 1)  # «آخر جندي»
    name = words.name[i]
    if name is not None or heads(words.norm[i], "human") or heads(words.norm[i], "body"):
        return True
    if armed(words, i) or _of(words, i, "state"):
        return True
    if words.definite(i) and bare(words.norm[i]) in words_of("many"):
        return True  # «تظاهر العشرات»
    if words.tokens[i].enclitic:
        base = words.tokens[i].base  # «نظيره», «ونظرائهم»
        return heads(base, "human") or bare(base) in words_of("counterpart")
    return words.definite(i) and words.norm[i].endswith(("ون", "ين", "ان"))


def seat(words: Words, i: int) -> bool:
    """Whether a country or a town is named, which a masculine verb seldom has for its subject."""
    name = words.name[i]
    return name is not None and name.type == "place"


def armed(words: Words, i: int) -> bool:
    """Whether token `i` heads a phrase that acts by force and is no victim by itself: «الشرطة», «طائرات»."""
    return heads(words.norm[i], "body") or _of(words, i, "arms")


def fights(words: Words, i: int) -> bool:
    """Whether the phrase at token `i` names who bears arms: an army, a group, a country."""
    name = words.name[i]
    return armed(words, i) or _of(words, i, "state") or (
        name is not None and name.type in ("organization", "group", "place")
    )  # fmt: skip


def _of(words: Words, i: int, name: str) -> bool:
    known = words_of(name)
    return words.tokens[i].base in known or bare(words.core[i]) in known


def _begin(words: Words, i: int, last: int) -> int:
    """The first token from `i` on that is no time, with its preposition and its commas («، في أواخر
    الشهر، رجلين»), and no preposition with a pronoun («فيها»)."""
    while i + 1 < last and (
        words.timed(i)
        or words.norm[i] in words_of("how_often")  # «قصفت إسرائيل | مرارا | أهدافا»
        or words.is_(i, "with_pronoun")
        or (words.tokens[i].enclitic and words.tokens[i].base in _UPON)
        or (words.core[i] in ("في", "خلال") and words.time[i + 1] is not None)
        or (words.core[i] == "حتي" and words.timed(i + 1))
        or (words.norm[i] in ("،", ",") and (words.timed(i - 1) or _timed_from(words, i + 1)))
    ):
        i += 1
    return i


def _past_arms(words: Words, i: int, last: int) -> int:
    """The token behind what an attack was made with: «استهدفت | بعدة غارات جوية | مخزنا»."""
    near = range(i, min(i + 2, last))
    if not near or words.norm[i][0] != "ب" or words.name[i] is not None:
        return i
    end = next((j for j in near if _of(words, j, "arms") or words.tokens[j].base in words_of("strikes")), None)
    while end is not None and end < last and not words.norm[end].endswith("ا"):
        if words.mark(end) or words.is_(end, "preposition", "relative"):
            return i
        end += 1  # up to the accusative: what was struck
    return end if end is not None and end < last else i


def _timed_from(words: Words, i: int) -> bool:
    """Whether a time, with or without «في», stands at token `i`."""
    j = i + 1 if words.core[i] in ("في", "خلال") else i
    return j < len(words) and words.time[j] is not None


def numbered(words: Words, i: int) -> bool:
    """Whether the phrase at token `i` opens with a number: «ثلاثة مهربين»."""
    return words.tokens[i].kind == "number" or words.is_(i, "quantity") or i in words.figure


def counted(words: Words, i: int, last: int) -> Stretch | None:
    """A number and what it counts at token `i` («15 طفلا», «عشرات من الجنود»)."""
    i = _begin(words, i, last)
    figure = words.figure.get(i)
    if figure is not None and i + 1 < figure <= last and not words.tokens[i].proclitics:
        return i, figure  # «أكثر من 20 شخصا», «ما لا يقل عن …»
    if i + 2 < last and words.norm[i] in words_of("many"):
        of = phrase(words, i + (2 if words.core[i + 1] == "من" else 1), last)
        return (i, of[1]) if of is not None else None
    if i >= last or not (words.tokens[i].kind == "number" or words.is_(i, "quantity")):
        return None
    end = i + 1
    while end < min(last, i + 5) and not words.mark(end) and not words.timed(end):
        if words.is_(end, "preposition", "relative", "clause") or _leaves(words, end):
            break
        if words.tokens[end].enclitic:
            break
        end += 1
    if end == i + 1 < last and words.core[end] == "من":  # «خمسة من عناصر …»
        of = phrase(words, end + 1, last)
        if of is not None and of[0] == end + 1:
            return i, of[1]
    alone = end == i + 1 and "ب" in words.tokens[min(end, last - 1)].proclitics
    return (i, end) if end > i + 1 or alone else None


def phrase(words: Words, i: int, last: int, *, joined: bool = False) -> Stretch | None:
    """The noun phrase at token `i`, up to a preposition, a time or a mark; None where none begins.
    With `joined` a و may stand before it."""
    while i < last and (words.is_(i, "adverb") or words.norm[i] in ("،", ",")):
        i += 1
    i = _begin(words, i, last)
    if i >= last or (words.core[i] != words.norm[i] and not joined):
        return None
    with_arms, i = i, _past_arms(words, i, last)
    if i == with_arms and words.norm[i].endswith("ا") and masdar_like(words.norm[i]):
        return None  # a circumstance: «تنديدا»
    if any(words.norm[i] in words_of(c) for c in ("wound", "described", "accompanied", "since")):
        return None
    found = noun_phrase(words, i, min(last, i + _LONGEST))
    if found is None or found.last <= i:
        return None
    end = i + 1
    while end < found.last and not _leaves(words, end):
        end += 1
    return (i, _named(words, i, end, last))


def _named(words: Words, i: int, end: int, last: int) -> int:
    """The end of who is told of at token `i` with the name behind the title, or behind the body that he is
    of: «نظيره التركي NAME», «القيادي في الحركة NAME»."""
    if not (heads(words.norm[i], "human") or words.tokens[i].enclitic):
        return end
    at = end
    if at + 1 < last and words.core[at] == "في" and not words.timed(at + 1):
        name = words.name[at + 1]
        body = name is not None and name.type in ("organization", "group")
        if not body and not heads(words.norm[at + 1], "body"):
            return end
        at = words.at(name.end) if name is not None else at + 2
    name = words.name[at] if at < last else None
    if name is None or name.type != "person" or words.at(name.start) != at:
        return end
    return words.at(name.end)


def beside(words: Words, j: int) -> bool:
    """Whether token `j` says on which side of a place that is named behind it: «قرب بغداد», «شرقي مدينة …»."""
    if words.name[j] is not None or words.core[j] not in words_of("whereabouts"):
        return False
    return any(seat(words, k) and not words.mark(k - 1) for k in range(j + 1, min(len(words), j + 4)))


def _leaves(words: Words, j: int) -> bool:
    """Whether token `j` is no longer of the phrase before it: a preposition, a number, another verb."""
    clitics = words.tokens[j].proclitics
    if words.quote[j] is not None and j + 1 < len(words) and words.norm[j + 1] in words_of("many"):
        return True
    if "ب" in clitics or words.norm[j] in words_of("wound"):
        return True
    if "ل" in clitics and (masdar_like(bare(words.norm[j])) or masdar_like(words.tokens[j].base)):
        return True
    if words.norm[j] in words_of("described"):
        return True  # «فتاة تبلغ من العمر …»
    if words.name[j] is not None:
        return False
    if words.tokens[j].kind == "number":
        return bare(words.norm[j - 1]) not in words_of("called_by_number")  # «الكيلو 16», «اللواء 35»
    if words.is_(j, "preposition", "clause"):
        return True
    if beside(words, j):
        return True
    fixed = words.definite(j - 1) or words.name[j - 1] is not None
    if fixed and words.norm[j].endswith("ا") and heads(words.norm[j][:-1], "human"):
        return True  # «عين NAME | رئيسا»
    governs = j + 1 < len(words) and words.definite(j + 1)
    if "ل" in clitics and not (words.definite(j) or governs) and words.definite(j - 1):
        return True  # «المخطط | لسبب …», but «المفوض لحقوق الإنسان»
    if verb_like(words.norm[j]) and words.tokens[j].enclitic:
        return True  # «شاحنة | يقودها …»
    plain = without_conjunction(words.norm[j])
    return plain in verbs() and (plain != words.norm[j] or plain.endswith(("ت", "وا")))


def after(words: Words, first: int, last: int, prepositions: tuple[str, ...]) -> Stretch | None:
    """The other party: the phrase after the first of the `prepositions` in tokens `first:last`."""
    for j in range(first, min(last, first + _OTHER_WITHIN)):
        if words.norm[j - 1] in words_of("together"):
            continue  # «بالتنسيق مع …»
        if words.norm[j] in words_of("purpose"):
            return None  # «بدأت هجوما بهدف السيطرة على …»
        clitic = words.tokens[j].enclitic
        if clitic and words.core[j].removesuffix(clitic) in verbs():
            return None  # «صاروخا أطلقته الجماعة على …»
        if j + 1 < last and words.norm[j + 1] in words_of("answer"):
            continue  # «على خلفية ذلك»
        if words.core[j] in prepositions and words.norm[j + 1 : j + 2] not in _AT_LEAST:
            return counted(words, j + 1, last) or phrase(words, j + 1, last)
    return None


def dual(words: Words, i: int) -> bool:
    """Whether token `i` names two parties at once: «الجانبين»."""
    return words.definite(i) and words.norm[i].endswith("ين")


def ground(words: Words, first: int, last: int) -> bool:
    """Whether what stands at token `first` can be taken or freed: a place, or people held."""
    return any(
        seat(words, j) or words.tokens[j].base in words_of("ground")
        or bare(words.norm[j]) in words_of("ground")
        for j in range(first, min(last, first + 4))
    )  # fmt: skip


def pair(words: Words, first: int, last: int) -> tuple[Stretch, Stretch | None] | None:
    """The parties of «بين A وB»: each acts, and the second begins with و; a dual is both («الجانبين»)."""
    whole = phrase(words, first, last)
    if whole is None or not acts(words, whole[0]):
        return None
    for k in range(whole[0] + 1, last):
        if words.core[k] != words.norm[k] and acts(words, k):
            return (whole[0], k), phrase(words, k, last, joined=True) or (k, k + 1)
        if words.mark(k) or words.is_(k, "preposition"):
            break
    return (whole, None) if dual(words, whole[0]) else None


def with_others(words: Words, found: Stretch, last: int) -> Stretch:
    """A party with those joined to it behind commas: «[النرويج، والدنمارك، وفرنسا] غارات …»."""
    end = found[1]
    while end + 1 < last and words.norm[end] in ("،", ",") and words.core[end + 1] != words.norm[end + 1]:
        name = words.name[end + 1]
        if name is None or words.holding(name.start) != end + 1:
            break
        end = words.at(name.end)
    return found[0], end


def agent(words: Words, first: int, last: int) -> Stretch | None:
    """Who did what is told in the passive: the phrase after «على يد», «على أيدي», «من قبل»."""
    for j in range(first, min(last - 1, first + _OTHER_WITHIN)):
        if words.norm[j] in ("،", ","):
            return None
        pair = (words.core[j], words.norm[j + 1])
        if pair in _BY:
            return phrase(words, j + 2, last)
        if words.norm[j] in words_of("by_hand"):
            return phrase(words, j + 1, last)  # «بأيدي مسلحين»
    return None


def by_no_wound(words: Words, first: int, last: int) -> bool:
    """Whether what follows «أصيب» or «إصابة» with ب is neither a wound nor an attack: «بجلطة»."""
    near = range(first, min(last, first + 7))
    how = next((j for j in near if words.norm[j][0] == "ب" and words.norm[j] not in words_of("no_how")), None)
    if how is None or words.norm[how] in words_of("wound") or words.name[how] is not None:
        return False
    return words.tokens[how].base not in nouns() and not words.timed(how)
