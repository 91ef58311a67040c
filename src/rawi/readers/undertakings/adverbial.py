"""Whether a bare time tells when something is done: «يزور الوزير [الأحد] …», not «ميزانية 2025»."""

from __future__ import annotations

from rawi.arabic import numbers
from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.lexis import group, has, imperfect, imperfect_like
from rawi.records import Time


def adverbial(words: Words, i: int, first: int) -> bool:
    """Whether a bare expression of time tells when, and not which («ميزانية عام …»)."""
    token = words.tokens[i]
    if token.proclitics and token.proclitics[-1] in ("ل", "ك"):
        return False
    own = words.time[i]
    if own is not None and any(
        words.norm[j] in group("next") for j in range(i, words.at(own.end))
    ):
        return True  # «سيحمل المبعوث رسالة الأسبوع المقبل»
    if any(has(words, j, "date_head") for j in range(max(first, i - 3), i)):
        return False
    if i <= first:
        return True
    before = words.tokens[i - 1]
    time = words.time[i]
    if has(words, i, "part_of_time"):
        return True  # «إيفاد مسؤول كبير أواخر الشهر»
    if words.is_(i, "pointing") or (words.core[i] in group("adverbial") and not _that_day(words, i)):
        return True  # «هذا الأسبوع», «غدا», «مساء اليوم»
    if words.core[i - 1] == "بين":  # «بين 23 و25 مايو»
        spans = time is not None and "/" in (time.value or "")
        return spans or (time is not None and joined_day(words, words.at(time.end)) is not None)
    if token.kind == "number" and words.core[i - 1] not in group("at") and before.kind != "mark":
        return False  # «كأس … 2026»
    core = words.core[i - 1]
    if core in group("at") or before.kind == "mark" or before.definite or before.enclitic:
        return True
    if words.name[i - 1] is not None or words.time[i - 1] is not None or core in group("strong"):
        return True
    if i - 2 >= first and numbers.value(words.tokens[i - 2].text) is not None:
        return True  # after what is counted: «خمسة أمتار الصيف المقبل»
    if before.norm.endswith("ه") and _described(words, i - 2, first):
        return True  # «يعقد جلسة طارئة الخميس»
    if imperfect(words, i - 1) is not None or (i - 1 == first and imperfect_like(words, first)):
        return True  # «لن تعقد عام 2025», «يفترض أن تنطلق الأحد»
    return before.norm.endswith("ا") or before.norm[:1] in (
        "ي",
        "س",
    )  # after an accusative or the verb


def _that_day(words: Words, i: int) -> bool:
    """«وهو اليوم المحدد لـ…»: a day that is described, and not today."""
    last = words.at(words.time[i].end) if words.time[i] is not None else i + 1
    return words.norm[last - 1] == "اليوم" and last < len(words) and (
        words.definite(last) or words.is_(last, "relative")
    )


def _described(words: Words, i: int, first: int) -> bool:
    """Whether token `i` is an indefinite noun that the feminine word behind it describes."""
    if i < first or words.tokens[i].kind != "word" or words.definite(i) or words.tokens[i].enclitic:
        return False
    return words.core[i].endswith(("ه", "ات")) and words.core[i] == words.norm[i]


def joined_day(words: Words, j: int) -> Time | None:
    """The day that «و» joins at token `j` to the one before: «25 أكتوبر [و7 نوفمبر]»."""
    if j + 1 >= len(words) or words.norm[j][0] != "و":
        return None
    time = words.time[j] or words.time[j + 1]
    dated = time is not None and time.type == "date" and time.date is not None
    return time if dated and time is not None and time.start <= words.tokens[j + 1].start else None
