"""Who speaks in a document that nobody knows but by who issued it."""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.nouns import Phrase, kind_of
from rawi.readers.attribution.words import Words, group, heads

ISSUER = 12  # tokens from the verb of issuing to the document
SPEAKING = ("person", "human", "body", "name")


def issuer(words: Words, phrase: Phrase) -> Phrase | None:
    """Who issued the document that an indefinite phrase is, or None.

    1. Behind «لـ», unless that is a medium: «بيان للوزارة», «تغريدة لفلان قال فيها».
    2. Behind a verb or participle of issuing: «بيان صادر عن الوزارة», «بيانات أصدرها الجهاز».
    """
    first = words.norm[phrase.first]
    document = phrase.kind == "document" or heads(first.removeprefix("ل"), "document")
    if not document or words.definite(phrase.first) or first.startswith("لل"):
        return None
    for k in range(phrase.first + 1, phrase.last):  # 1
        if words.definite(k - 1) or words.name[k - 1] is not None:
            break  # «إحصاءات المرصد الوطني لحقوق…»: the genitive's own
        if words.norm[k - 1] in ("موجهه", "موجه", "مفتوحه"):
            return None  # «رسالة موجهة للرئيس»
        if words.norm[k][0] == "ل" and len(words.norm[k]) > 3 and _can_issue(words, k):
            name = words.name[k]
            kind = "name" if name is not None else "human"
            return Phrase(k, phrase.last, "person" if name and name.type == "person" else kind)
    k = next(
        (k for k in range(phrase.first + 1, phrase.last) if words.is_(k, "issued")), phrase.last
    )
    while k < len(words) and k - phrase.last < 2 and words.norm[k] in group("adjective"):
        k += 1
    if k + 2 >= len(words) or not words.is_(k, "issued"):  # 2
        return None
    found = noun_phrase(words, k + 1 + (words.norm[k + 1] == "عن"), words.stop[k])
    return found if found is not None and found.kind in SPEAKING else None


def told_in(words: Words, phrase: Phrase) -> bool:
    """Whether «فيه», «فيها» takes a document up behind the verb that follows: its subject is hidden."""
    after = range(phrase.last, min(phrase.last + 4, len(words)))
    return any(words.norm[k] in ("فيها", "فيه", "خلالها", "عبرها") for k in after)


def _can_issue(words: Words, k: int) -> bool:
    """Whether the word with «لـ» at `k` may be who a document is from, and not a medium."""
    norm, name = words.norm[k], words.name[k]
    rest = norm[2:] if norm.startswith("لل") else norm[1:]
    if rest == "راي":
        return False  # «استطلاع للرأي»
    if name is not None and name.type == "organization":
        return True  # «تقرير لوكالة الطاقة»
    if heads(rest, "medium") or (name is not None and name.type == "outlet"):
        return False
    return (
        name is not None
        or heads(rest, "human")
        or heads(rest, "body")
        or kind_of(words, k) == "body"
    )


def written(norm: str) -> bool:
    """Whether the word is a document, in the accusative too («بيانا»)."""
    return any(heads(w, "document", conjunction=False) for w in (norm, norm.removesuffix("ا")))


def by_whom(words: Words, k: int) -> Phrase | None:
    """Who issued the document at token `k` in «أصدرت الحركة بيانا جاء فيه»: the subject straight before it."""
    for i in range(k - 1, max(words.head[k] - 1, k - ISSUER), -1):
        if words.mark(i):
            return None
        if words.is_(i, "issuing"):
            found = noun_phrase(words, i + 1, k)
            whole = found is not None and found.last == k and found.kind in SPEAKING
            return found if whole else None
    return None
