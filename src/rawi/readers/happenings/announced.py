"""Nouns that the words before them take for something done.

- what somebody announces, of his own or of others: «أعلنت الشرطة اعتقال …», «أعلن الجيش تنفيذ ضربات على …»
- the occasion of something else: «بعد اغتيال …», «بعد يومين من مقتل …»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import words_of
from rawi.readers.happenings.standing import standing

ANNOUNCED_WITHIN = 9  # tokens from «أعلن» to what is announced, who announces it between them
OCCASION_WITHIN = 4  # tokens from «بعد» to the noun, a time between them


def announcer(words: Words, passage: Passage, i: int) -> Stretch | None:
    """Who announces what the noun at token `i` names as done; None where nobody does."""
    if words.definite(i) and words.tokens[i].base != "قبض":
        return None
    if words.core[i] != words.norm[i] or words.tokens[i].proclitics:
        return None
    imposed = words.core[i - 1] == "فرض" and words.tokens[i].base == "عقوبات"
    at = i - 1 if imposed or words.core[i - 1] in words_of("carried_out") else i
    if at == i and words.tokens[i].base not in words_of("announced"):
        return None
    for k in range(at - 1, max(passage.first, at - ANNOUNCED_WITHIN) - 1, -1):
        if words.is_(k, "complementizer", "relative") or words.norm[k] == ".":
            return None
        if words.core[k] not in words_of("announces"):
            continue
        if k > passage.first and words.core[k - 1] in words_of("not_yet"):
            return None
        found = roles.phrase(words, k + 1, at)
        if found is None and (stand := standing(words, passage, k)) is not None:
            found = stand.subject  # «وكان الجيش أعلن …»
            return found if found is not None and roles.acts(words, found[0]) else None
        whole = found is not None and all(
            words.timed(j) or words.mark(j) or words.core[j] in ("في", "عن", "الي") or roles.seat(words, j)
            for j in range(found[1], at)
        )
        return found if whole and found is not None and roles.acts(words, found[0]) else None
    return None


def by_announcer(words: Words, teller: Stretch, i: int) -> bool:
    """Whether who announces it did it himself: «تنفيذ», «شن», or arrests of the police."""
    if words.core[i - 1] == "فرض" or words.core[i - 1] in words_of("carried_out"):
        return True
    return words.tokens[i].base in words_of("own_deeds") and roles.armed(words, teller[0])


def reported(words: Words, passage: Passage, i: int) -> bool:
    """Whether the noun at token `i` is told with ب: «أفاد مصدر بمقتل …»."""
    if "ب" not in words.tokens[i].proclitics or words.tokens[i].base not in words_of("struck_down"):
        return False
    before = range(max(passage.first, words.head[i], i - ANNOUNCED_WITHIN), i)
    return any(words.core[k] in words_of("tells") for k in before)


def occasion(words: Words, passage: Passage, i: int) -> bool:
    """Whether the noun at token `i` is the occasion of something else, a time between («بعد يومين من …»)."""
    for j in range(i - 1, max(passage.first, i - OCCASION_WITHIN) - 1, -1):
        if words.core[j] in words_of("since"):
            return True
        if not (words.timed(j) or words.norm[j] == "من"):
            return False
    return False
