"""Where a verb's subject ends and its object begins, where no ending tells them apart."""

from __future__ import annotations

from rawi.readers.attribution.nouns import second_noun
from rawi.readers.attribution.words import Words, bare, heads, masdar_like
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import demonyms, words_of


def masked(words: Words, found: Stretch) -> tuple[Stretch, Stretch | None]:
    """«مسلحون مجهولون | موظفا»: a subject in the nominative, and what is no longer in it."""
    end = found[0] + 1
    while (
        end < found[1]
        and words.definite(end) == words.definite(found[0])
        and (words.norm[end].endswith(("ان", "ون")) or words.core[end] != words.norm[end])
    ):
        end += 1
    return (found[0], end), (end, found[1]) if end < found[1] else None


def parted(words: Words, found: Stretch, *, surely: bool = False) -> tuple[Stretch, Stretch | None]:
    """Subject and object that follow each other without a mark: «احتجزت السلطات | القس». With `surely`
    only where the words can be no one phrase."""
    if surely:
        j = next((j for j in range(found[0] + 1, found[1]) if _anew(words, found[0], j)), None)
        return (found, None) if j is None else ((found[0], j), (j, found[1]))
    for j in range(found[0] + 1, found[1]):
        name = words.name[j]
        a_place = name is not None and name.type == "place" and words.at(name.start) == j
        a_person = name is not None and name.type == "person" and words.at(name.start) == j
        if (
            (a_place and (words.definite(j - 1) or _person(words, j - 1)))
            or (words.quote[j] is not None and roles.seat(words, j - 1))
            or (a_person and words.definite(j - 1) and _bodies(words, found[0], j))
            or (a_place and (_demonym(words, j - 1) or (j - 1 == found[0] and roles.seat(words, j - 1))))
            or (name is None and (second_noun(words, j) or _office(words, found[0], j)))
            or _anew(words, found[0], j)
        ):
            return (found[0], j), (j, found[1])
    return found, None


def _anew(words: Words, first: int, j: int) -> bool:
    """Whether token `j` can be no part of the subject before it: a number behind the article, «نظيره», what
    is struck behind the adjective of a people («طائرات تركية | مواقع»), an office of another behind a
    title with its name («الوزير NAME | رئيس …»), a thing behind a person's name."""
    if words.core[j] != words.norm[j] or words.is_(j, "preposition", "clause", "relative"):
        return False
    fixed = words.definite(j - 1) or words.name[j - 1] is not None
    if words.is_(j, "quantity") or words.tokens[j].kind == "number":
        return fixed and not words.definite(j)
    if fixed and words.name[j] is None and not words.definite(j) and bare(words.norm[j]) in words_of("many"):
        return True  # «اعتقلت الشرطة | جميع الحراس»
    if words.tokens[j].enclitic and bare(words.tokens[j].base) in words_of("counterpart"):
        return True
    other = words.name[j]
    if other is not None:
        office = other.type == "organization" and words.at(other.start) == j
        return office and _person(words, j - 1)  # «تولى NAME | رئاسة الحكومة»
    if _demonym(words, j - 1):
        return bare(words.norm[j]) in words_of("struck") or heads(words.norm[j], "human")
    before = words.name[j - 1]
    if before is None or before.type != "person" or words.at(before.end) != j:
        return False
    if heads(words.norm[j], "human"):
        return words.at(before.start) > first and heads(words.norm[first], "human")
    whole = words.at(before.end) - max(first, words.at(before.start)) > 1
    return whole and not words.definite(j) and masdar_like(words.norm[j])


def _demonym(words: Words, j: int) -> bool:
    """Whether token `j` is the indefinite adjective of a people: it ends what it stands with."""
    return not words.definite(j) and words.norm[j] in demonyms()


def _person(words: Words, j: int) -> bool:
    """Whether token `j` belongs to a person's name."""
    name = words.name[j]
    return name is not None and name.type == "person"


def _bodies(words: Words, first: int, last: int) -> bool:
    """Whether a body is named and no person: «برأت المحكمة العليا | NAME», but «إدارة الرئيس | NAME»."""
    return heads(words.norm[first], "body") and not any(
        heads(words.norm[k], "human") for k in range(first, last)
    )


def _office(words: Words, first: int, j: int) -> bool:
    """Whether a person named by his office follows another («التقى الرئيس الفرنسي | زعيم المعارضة») or a
    body («أدانت محكمة البداية | المتهم»)."""
    if heads(words.norm[j], "human") and words.definite(j) and words.definite(j - 1):
        return _bodies(words, first, j)
    return (
        heads(words.norm[j], "human") and not words.definite(j) and words.definite(j - 1)
        and words.core[j] == words.norm[j] and words.definite(first)
        and heads(words.norm[first], "human")
    )  # fmt: skip


def nominative(words: Words, j: int) -> bool:
    """Whether token `j` is a dual or plural in the nominative, which no noun governs."""
    norm = words.norm[j]
    if words.definite(j) and norm.endswith("ون") and heads(norm, "human"):
        return True
    if words.definite(j) or words.tokens[j].proclitics:
        return False
    return len(norm) > 5 and (
        norm.endswith(("يان", "تان", "ون"))
        or (norm.endswith("ان") and (heads(norm[:-2], "human") or norm == "شخصان"))
    )
