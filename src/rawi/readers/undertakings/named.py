"""Who is named inside an action, or before a relative clause.

1. doer          «انسحاب [القوات …] من …»
2. between       «محادثات بين [بغداد] و[واشنطن]»
3. antecedent    «[الناقلة]، التي كان من المقرر أن …»
4. just before   «إن [بلاده] …، وإنها لن …»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, heads, sentence_first
from rawi.readers.undertakings.clause import reports
from rawi.readers.undertakings.draft import Stretch
from rawi.readers.undertakings.lexis import group, has
from rawi.readers.undertakings.parties import DOERS, LONGEST, can_bind

ANTECEDENT = 7  # tokens of what a relative clause is about


def doer(words: Words, first: int, last: int) -> list[Stretch]:
    """The doer named inside an action: «انسحاب [القوات …] من …»; its names, else its first noun. Of a deed
    done to somebody («ضم [المهاجم]») the noun is not who does it."""
    if words.tokens[first].base not in group("doing") and words.core[first] not in group("doing"):
        return []
    j = first + 1
    if j >= last or words.tokens[j].proclitics or (not words.definite(j) and words.name[j] is None):
        return []
    end = j
    while (
        end < min(last, j + LONGEST) and not words.is_(end, "preposition") and not words.mark(end)
    ):
        end += 1
    return [(j, end)] if end > j and can_bind(words, [(j, end)]) else []


def between(words: Words, first: int, last: int) -> list[Stretch]:
    """The names that «بين … و…» or «مع …» joins in tokens `first:last`."""
    for i in range(first, last):
        if words.core[i] not in ("بين", "مع"):
            continue
        names = []
        for j in range(i + 1, min(last, i + 10)):
            name = words.name[j]
            if name is not None and name.type in DOERS and words.at(name.start) >= j:
                names.append((j, words.at(name.end)))
            elif words.mark(j) and words.norm[j] not in ("،", ","):
                break
        if names:
            return names
    return []


def antecedent(words: Words, passage: Passage, i: int) -> Stretch | None:
    """What a relative clause with the word of arranging at token `i` is about: «[الناقلة]، التي كان من
    المقرر أن تصل …»; the nouns straight before it."""
    near = range(i - 1, max(passage.first, i - 4), -1)
    relative = next((j for j in near if words.is_(j, "relative")), None)
    if relative is None:
        return None
    last = relative - (words.norm[relative - 1] in ("،", ","))
    first = last
    while first > passage.first and last - first < ANTECEDENT and _nominal(words, first - 1):
        if first < last and words.definite(first - 1) and not words.definite(first) and not words.name[first]:
            break  # «ألغت السلطات [قرار الحظر]، الذي …»
        first -= 1
        if words.norm[first] != words.core[first] or words.tokens[first].proclitics:
            break
    if words.norm[relative] == "التي" and _he(words, first):
        return None  # «القمة بينه وبين الرئيس، التي …» is not about him
    return (first, last) if first < last else None


def whom(words: Words, passage: Passage, i: int) -> list[Stretch]:
    """Who a relative clause with its verb at token `i` is about, where that can be bound."""
    subject = antecedent(words, passage, i)
    return [subject] if subject is not None and can_bind(words, [subject], strict=True) else []


def _he(words: Words, first: int) -> bool:
    """Whether the phrase from token `first` is one man."""
    name = words.name[first]
    return (name is not None and name.type == "person") or (
        heads(words.norm[first], "human") and not words.norm[first].endswith(("ه", "ات", "ون", "ين"))
    )


def _nominal(words: Words, j: int) -> bool:
    """Whether token `j` can belong to the nouns that a relative clause is about."""
    if words.tokens[j].kind != "word" or words.timed(j) or reports(words, j):
        return False
    joined = words.norm[j] != words.core[j]
    return not joined and not words.is_(
        j, "preposition", "relative", "complementizer", "particle", "circumstance", "adverb"
    )


def just_before(words: Words, passage: Passage, first: int) -> list[Stretch]:
    """Who the «وإنها» before token `first` is, where a man speaks: the land or body of which he told just
    before, «قال الوزير إن [بلاده] …، وإنها لن …»."""
    if words.norm[first - 1][0] != "و" or not words.norm[first - 1].endswith("ها"):
        return []
    for j in range(first - 2, sentence_first(words, passage, first) - 1, -1):
        if words.is_(j, "complementizer"):
            name = words.name[j + 1]
            if name is not None and name.type in ("place", "organization"):
                return [(j + 1, words.at(name.end))]
            return [(j + 1, j + 2)] if has(words, j + 1, "firstperson") else []
    return []
