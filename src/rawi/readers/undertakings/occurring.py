"""What a verb to come says will be held, comes into force, is granted, begins or arrives: events that somebody
has set, though nobody is named who is bound."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings import clause
from rawi.readers.undertakings.draft import Stretch
from rawi.readers.undertakings.lexis import group, has, imperfect, of_verbs
from rawi.records import Days

BRIEF = 31  # days
FAR = 14  # tokens from «سيكون» back to the deed that it is said of
SUMMONS = 8  # tokens from «سيمثل» to «أمام القضاء»


def set_day(words: Words, verb: str, party: list[Stretch], i: int, last: int) -> bool:
    """Whether what the verb at token `i` tells of a thing on a day is set by somebody: a deed of authority
    («ستفرض الرسوم في 6 أغسطس»), a meeting that is held, a law that comes into force."""
    if of_verbs(verb, "enacted") or takes_place(words, i):
        return True
    if of_verbs(verb, "continuing") and any(has(words, first, "period") for first, _ in party):
        return True  # «الفترة الانتقالية ستستمر حتى …»
    if of_verbs(verb, "held") or of_verbs(verb, "continuing"):
        return of_event(words, party or [(i + 1, min(last, i + 3))], last)
    return comes_into_force(words, verb, i, last)


def of_event(words: Words, party: list[Stretch], last: int) -> bool:
    """Whether what the clause is about is a meeting, a vote, a campaign."""
    return any(has(words, j, "event") for first, _ in party for j in range(first, min(first + 2, last)))


def brief(days: Days) -> bool:
    """Whether a limit is a day or a month: until a year things last by themselves."""
    return days.begin is not None and days.end is not None and (days.end - days.begin).days < BRIEF


def arriving(words: Words, i: int, verb: str) -> bool:
    """«سيصل الوفد الأحد», «سيؤدي النواب اليمين السبت»; not of a number («سيصل عدد …»)."""
    near = range(i + 1, min(len(words), i + SUMMONS))
    if of_verbs(verb, "swearing") and any(has(words, j, "oath") for j in near):
        return True
    counts = any(has(words, j, "amount") for j in range(max(words.head[i], i - 3), min(len(words), i + 2)))
    return of_verbs(verb, "arriving") and not counts


def takes_place(words: Words, i: int) -> bool:
    """«الافتتاح سيكون في 5 أبريل», «الصرف سيكون بعد إقرار الموازنة»: a deed, and straight behind the verb at
    token `i` when it is; or that something is ready."""
    if not of_verbs(imperfect(words, i) or "", "being") or i + 2 >= len(words):
        return False
    led = words.norm[i + 1] in ("في", "يوم", "خلال", "قبل", "مطلع", "نهايه", "منتصف", "بحلول")
    ready = has(words, i + 1, "ready")
    if ready:
        return True  # «الخطة ستكون جاهزة خلال ستة أشهر»
    timed = words.time[i + 1] is not None or (led and words.time[i + 2] is not None)
    needed = words.norm[i + 1] in ("بعد", "عقب", "فور") and clause.masdar_at(words, i + 2)
    if not (timed or needed):
        return False
    near = range(i - 1, max(words.head[i], i - FAR) - 1, -1)
    opens = next((j + 1 for j in near if words.mark(j) or words.is_(j, "complementizer")), near.stop + 1)
    close = range(max(opens, i - 3), i)
    return clause.masdar_at(words, opens) or any(
        clause.masdar_at(words, j) or has(words, j, "event") for j in close
    )


def comes_into_force(words: Words, verb: str, i: int, last: int) -> bool:
    """«ستدخل الهدنة حيز التنفيذ»: whether the `verb` at token `i` opens what has effect from a day on."""
    if verb[1:] == "صبح":  # «القرار سيصبح نافذا بعد …»
        return any(has(words, j, "valid") for j in range(i + 1, min(last, i + 3)))
    if verb[1:] not in ("دخل", "سري"):
        return False
    near = range(i + 1, min(last - 1, i + SUMMONS))
    return verb[1:] == "سري" or any(has(words, j, "effect") and has(words, j + 1, "effective") for j in near)


def decreed(words: Words, i: int, verb: str) -> bool:
    """«سعر البنزين سيرتفع … بدءا من الأحد»: a price that is set, with the day from which."""
    if not of_verbs(verb, "changing_price"):
        return False
    near = range(max(words.head[i], i - SUMMONS), min(words.stop[i], i + FAR))
    priced = any(words.tokens[j].base in group("prices") for j in near)
    return priced and any(words.core[j] in ("بدءا", "اعتبارا", "ابتداء", "انطلاقا") for j in near)


def summoned(words: Words, i: int) -> bool:
    """«سيمثل الوزير السابق أمام القاضي»: an appearance that a court has set."""
    if not of_verbs(imperfect(words, i) or "", "appearing"):
        return False
    return any(
        words.norm[j] == "امام" and has(words, j + 1, "court")
        for j in range(i + 1, min(len(words) - 1, i + SUMMONS))
    )


def granted(words: Words, i: int) -> bool:
    """«سيسمح للنساء بـ…»: passive, for nobody stands before «لـ»."""
    following = words.tokens[i + 1] if i + 1 < len(words) else None
    return (
        of_verbs(imperfect(words, i) or "", "permission")
        and following is not None
        and (following.proclitics[:1] == ("ل",) or following.norm in ("له", "لها", "لهم", "لنا"))
    )
