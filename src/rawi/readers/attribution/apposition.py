"""What stands between commas or brackets behind a noun phrase and still names the same one."""

from __future__ import annotations

from rawi.readers.attribution.cues import cue_at, read_word
from rawi.readers.attribution.nouns import accusative, attached, verb_like
from rawi.readers.attribution.words import (
    Words,
    bare,
    group,
    heads,
    masdar_like,
    without_conjunction,
)

ASIDE = 14  # tokens of an aside between commas or dashes
SEAT = 9  # tokens of «عن كتلة كذا» between commas
BRACKETED = 5  # tokens of one in brackets
# who will not be named: «رفض ذكر اسمه», «مشترطا عدم كشف هويته», «شريطة عدم ذكر اسمه»
_ASKED = ("رفض", "طلب", "فضل", "اشترط", "رافض", "طالب", "مفضل", "مشترط", "شريطه", "شرط", "بشرط")
_NOT = frozenset({"لم", "لن", "لا", "دون", "بدون"})
OWN_NAME = 7  # tokens of «لم يشأ الكشف عن اسمه»
_DASHES = frozenset("-–—")


def name_withheld(words: Words, i: int, stop: int) -> int | None:
    """Index after the clause at token `i` that tells that somebody keeps his name back («لم يكشف عن اسمه», «من
    دون ذكر اسمه»), or None."""
    if words.norm[i] not in _NOT and words.norm[i : i + 2] != ["من", "دون"]:
        return None
    for k in range(i + 1, min(stop, i + OWN_NAME)):
        if words.mark(k) or words.is_(k, "complementizer"):
            return None
        if words.tokens[k].enclitic and words.norm[k].startswith(("اسم", "هويت")):
            return k + 1
    return None


def aside_end(words: Words, j: int, stop: int, *, about: bool) -> int | None:
    """Index after the aside that the mark at `j` opens, or None.

    1. A few words in brackets: «إلى ويستلر (كندا)».
    2. Words between dashes: «- في كلمة بثها الراديو -».
    3. Behind a subject (`about`) a clause on who that is: «، وهو رئيس اللجنة،», «، رفض ذكر اسمه،».
    """
    norm = words.norm[j]
    if norm == "(" and words.quote[j] is None:  # 1
        after = closing(words, j, stop)
        return after if after is not None and after - j <= BRACKETED else None
    last = min(stop, j + ASIDE)
    if norm in _DASHES:  # 2
        return next((k + 1 for k in range(j + 2, last) if words.norm[k] in _DASHES), None)
    if not about or norm not in "،," or j + 1 >= stop:  # 3
        return None
    if words.norm[j + 1].startswith(_ASKED) and j + 3 < stop:  # «، رفض ذكر اسمه،»
        kept = any(heads(words.norm[k], "withholding") for k in (j + 2, j + 3))
        return next((k + 1 for k in range(j + 3, last) if kept and words.norm[k] in "،,"), None)
    kept_back = name_withheld(words, j + 1, last)
    if kept_back is not None and kept_back < stop:  # «، لم يكشف عن اسمه،»
        return kept_back + (words.norm[kept_back] in "،,")
    if words.norm[j + 1] not in ("وهو", "وهي", "وهم"):
        return None
    for k in range(j + 2, last):
        if words.norm[k] in "،,":
            return k + 1
        if words.is_(k, "complementizer") or words.mark(k):
            return None
    return None


def closing(words: Words, i: int, limit: int) -> int | None:
    """Index after the parenthesis that closes the one at `i`."""
    for j in range(i + 1, min(limit, i + 12)):
        if words.norm[j] == ")":
            return j + 1
    return None


def apposition(words: Words, i: int, limit: int, person: bool, kind: str) -> int | None:
    """Index after the apposition that begins at `i`, behind a comma; None where there is none.

    A person's name or a title, up to the next comma, colon, quotation or complementizer.
    """
    if i >= limit or kind not in ("person", "human", "noun") or attached(words, i):
        return None
    if words.norm[i] == "عن" and kind == "human" and not person:  # «النائب، عن حزب كذا، فلان»
        comma = next((k for k in range(i + 2, min(limit, i + SEAT)) if words.norm[k] in "،,"), limit)
        return apposition(words, comma + 1, limit, person, kind)
    town = words.name[i]
    if town is not None and town.type == "place" and kind == "human" and not person:
        after = words.at(town.end)  # «محافظ العاصمة، طهران، فلان»
        return apposition(words, after + 1, limit, person, kind) if words.norm[after] in "،," else None
    first = words.name[i]
    named = first is not None and first.type == "person"
    if person and named and not heads(words.norm[i], "human"):
        return None
    title = heads(words.norm[i], "human", conjunction=False) and not words.is_(
        i, "thing", "particle"
    )
    if (
        not named
        and not title
        and not (kind == "human" and not person and _unknown_name(words, i, limit))
    ):
        return None
    j = i
    while j < limit:
        norm = words.norm[j]
        if words.mark(j):
            quoted = words.quote[j]
            if quoted is not None and not words.spoken(quoted) and j > i:
                j = words.at(quoted.outer_end)
                continue
            break
        if words.is_(j, "complementizer", "circumstance", "relative") or norm in ("ما", "مما"):
            break
        if words.timed(j) and words.name[j] is None:
            break
        if norm in group("preposition") and (
            heads(words.norm[j + 1] if j + 1 < len(words) else "", "occasion")
            or (named and norm != "في")
        ):
            break
        if j > i and cue_at(words, j) is not None:
            break
        if named and j >= words.at(first.end) and masdar_like(norm):
            break  # «اعتبرت الوزيرة، فلانة تسميم الرجل بمثابة …»
        if (
            norm[0] == "ل"
            and (norm == "ل" or heads(bare(norm[1:]), "medium"))
            and norm not in ("لجنه",)
        ):
            break
        j += 1
    return j if j > i else None


def _unknown_name(words: Words, i: int, limit: int) -> bool:
    """Whether one to four words without article, up to a mark or complementizer, may be a name."""
    j = i
    if (
        len(words.norm[i]) == 1
        or words.definite(i)
        or accusative(words.norm[i])
        or words.norm[i].endswith("ات")
    ):
        return False
    while j < limit and j - i <= 4 and not words.mark(j) and not words.is_(j, "complementizer"):
        norm = words.norm[j]
        if (
            words.timed(j)
            or norm in group("preposition")
            or words.is_(j, "circumstance", "particle", "adverb", "thing")
        ):
            return j - i >= 2 and norm in group("preposition")
        if j == i and (norm in group("masdar") or verb_like(norm) or norm[:1] == "ت"):
            return False
        if norm[0].isdigit():
            return False  # «مصادر طبية، قتل 7 أشخاص»
        if read_word(without_conjunction(norm))[0] and j == i:
            return False
        j += 1
    return 0 < j - i <= 4
