"""The time limit, and the reference to a timetable, sought in a stretch of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.adverbial import adverbial, joined_day
from rawi.readers.undertakings.coming import WEEK, Ahead, counted, nearest, next_year, with_next
from rawi.readers.undertakings.lexis import group, has, imperfect, of_verbs
from rawi.records import Days, Time

_LEADS = frozenset({"بين", "بتاريخ"})  # what leads an expression of days without being a limit
_REF = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})

_FROM = frozenset({"اعتبارا", "ابتداء", "بدءا"})
_UNTIL = _FROM | {"الي", "حتي", "قبل", "بحلول", "لغايه"}
_BACK = frozenset({"عليها", "عليه", "بها", "فيها", "فيه", "اليها", "اليه", "منها", "عنها"})
ASIDE = 16  # tokens of a relative clause between commas
OWN = 5  # tokens of a relative clause, behind which a limit is the main clause's


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: the days, the tokens of the expression and of its limit words, how plainly it is one.

    `days` is None where nobody can tell which they are («خلال ساعات», «في نهاية الصيف»).
    """

    days: Days | None
    first: int
    last: int
    strong: bool
    word: tuple[int, int] | None = None


def limits(
    words: Words, first: int, last: int, after: date | None, *, over: bool = False,
    ahead: Ahead | None = None,
) -> list[Limit]:  # fmt: skip
    """The time limits in tokens `first:last`, in order; those that ended before `after` left out. `over`:
    also those that say themselves that they are past («أمس», «الأسبوع الماضي»). `ahead`: the words around
    look ahead."""
    found = []
    seen: set[int] = set()
    for i in range(first, last):
        time = words.time[i]
        if time is None or id(time) in seen:
            continue
        seen.add(id(time))
        limit = _limit(words, time, i, first, after, over=over, ahead=ahead)
        if limit is not None:
            found.append(limit)
    return found


def _limit(
    words: Words, time: Time, i: int, first: int, after: date | None, *, over: bool = False,
    ahead: Ahead | None = None,
) -> Limit | None:  # fmt: skip
    to_come = ahead is not None and ahead.weekday
    days = _coming(words, time, i, first, after, bare=to_come) or nearest(time, after)
    if ahead is not None and (ahead.whole or _limit_word(words, i, first, time) is not None):
        days = next_year(time, days, after, led=not ahead.whole)
    if days is None and time.type in ("date", "duration") and time.value != "PAST_REF":
        return _vague(words, time, i, first, ahead)
    if days is None or days.end is None or time.type == "set" or time.value in _REF:
        return None
    if after is not None and days.end < after:
        return None
    before = words.core[i - 1] if i else ""
    last = words.at(time.end)
    if any(words.norm[j] in ("نفسه", "نفسها", "ذاته", "ذاتها") for j in range(i, min(last + 1, len(words)))):
        return None  # «في اليوم نفسه» is the day of something told before
    if not over and any(words.core[j] in group("past") for j in range(i, last)):
        return None
    if before == "منذ" or (before in group("past") and before != "امس"):
        return None
    word = _limit_word(words, i, first, time)
    if time.type == "duration" and (word is None or days.begin is None):
        return None
    strong = word is not None
    if (
        strong
        and after is not None
        and days.end == after
        and words.core[word[0]] not in ("بحلول", "قبل")
    ):
        return None
    if not strong and (
        not adverbial(words, i, first) or (after is not None and days.end <= after)
    ):
        return None
    opens = i - 1 if before in _LEADS else i
    both = with_next(words, days, last, after)
    if both is None:
        return None
    last += both is not days
    other = joined_day(words, last) if before == "بين" and both is days else None
    if other is not None and other.date is not None and other.date.end is not None:
        both, last = Days(days.begin, other.date.end), words.at(other.end)  # «بين 25 أكتوبر و7 نوفمبر»
    return Limit(both, word[0] if word else opens, last, strong, word)


def _vague(words: Words, time: Time, i: int, first: int, ahead: Ahead | None) -> Limit | None:
    """A limit without days: «خلال ساعات», «في غضون الأسابيع المقبلة»; a length of time is counted from the
    article's day where the words look ahead («وعدت بالرد خلال خمسة أيام»)."""
    word = _limit_word(words, i, first, time)
    season = (time.value or "").startswith("XXXX") and word is not None  # «قبل نهاية الصيف»
    if word is None or not (
        words.core[word[0]] in ("خلال", "غضون", "ظرف", "مهله", "اقصاه", "اقصاها")
        or (season and words.core[word[0]] in ("قبل", "بحلول"))
        or (time.type == "date" and words.core[word[0]] == "حتي" and time.value not in _REF)
        # «من اليوم حتى خامس أيام العيد», not «حتى الآن»
    ):
        return None
    days = counted(words, time, ahead.today) if ahead is not None and ahead.today is not None else None
    return Limit(days, word[0], words.at(time.end), True, word)


def _coming(
    words: Words, time: Time, i: int, first: int, today: date | None, *, bare: bool
) -> Days | None:
    """The next weekday, where one that a past verb has read as the last one is a limit: «أرجأ … إلى
    الثلاثاء», «اتفقا على وقف القتال اعتبارا من السبت»; `bare`: or whatever leads to it."""
    days = time.date
    if today is None or days is None or days.end is None or days.begin != days.end:
        return None
    gone = (today - days.end).days
    if not bare <= gone < WEEK or time.type != "date" or any(map(str.isdigit, time.text)):
        return None
    word = _limit_word(words, i, first, time)
    if not bare and (word is None or words.core[word[0]] not in _UNTIL):
        return None
    if any(words.core[j] in group("past") for j in range(i, words.at(time.end))):
        return None
    if gone == 0 and word is not None and words.core[word[0]] in _FROM:
        return None  # «اعتبارا من الأربعاء», of a Wednesday
    day = days.end + timedelta(days=WEEK)
    return Days(day, day)


def _limit_word(words: Words, i: int, first: int, time: Time) -> tuple[int, int] | None:
    """The words that make the expression at `i` a limit, up to three tokens before it."""
    if time.limit is not None:
        return words.at(time.limit.start), max(
            words.at(time.limit.end), words.at(time.limit.start) + 1
        )
    own = words.tokens[i]
    if own.proclitics[-1:] == ("ب",):
        return i, i + 1
    for j in range(i - 1, max(first - 1, i - 4), -1):
        if words.mark(j):
            return None
        if has(words, j, "strong"):
            return j, i
        if (words.core[j] == "خلال" and time.type == "duration") or (
            words.core[j] == "خلال" and j == i - 1
        ):
            return j, i
        if words.core[j] == "الي" and j == i - 1:
            return j, i
    return None


def chosen(
    words: Words, i: int, last: int, first: int, today: date | None, *, over: bool = False,
    ahead: Ahead | None = None,
) -> Limit | None:  # fmt: skip
    """The limit of the clause: one in so many words, else the first day named without a clause between."""
    found = limits(words, i, last, today, over=over, ahead=ahead)
    open_end, apart = _other_clause(words, i, last)
    near = [m for m in found if m.first < open_end and m.first not in apart]
    for limit in near:
        if limit.strong:
            return limit
    for limit in near:
        if not any(has(words, j, "aside") for j in range(i + 1, limit.first)):
            return limit
    for limit in found:
        if limit.word is not None and has(words, limit.word[0], "utmost"):
            return limit
    if found and (len(found) == 1 or not found[0].strong) and (
        _ahead_too(words, open_end, found[0].first) or _beyond(words, open_end, found[0])
    ):
        return found[0]
    # in «المقترحات، التي تنشر غدا، ستعطي …» the day is not that of the clause
    qualified = next((j for j in range(first, i) if words.is_(j, "relative") or _resumed(words, j)), i)
    ahead = [
        m
        for m in limits(words, first, i, today)
        if m.first < qualified and (m.strong or m.last >= i - 1 or m.first <= first + 2)
    ]
    return ahead[-1] if ahead else None


def _other_clause(words: Words, i: int, last: int) -> tuple[int, range]:
    """Where a clause opens behind token `i` that has days of its own; one between commas («الرئيس، الذي …،») is
    passed, and its tokens come second."""
    apart = range(0)
    j = i + 1
    while j < last:
        if words.is_(j, "relative") and words.norm[j - 1] in ("،", ",") and not apart:
            comma = next((k for k in range(j + 1, last) if words.norm[k] in ("،", ",")), last)
            if comma < last and comma - j < ASIDE:
                apart = range(j, comma)
                j = comma + 1
                continue
        if words.is_(j, "relative") or has(words, j, "scheduled") or imperfect(words, j) or _resumed(words, j):
            return j, apart
        j += 1
    return last, apart


def _resumed(words: Words, j: int) -> bool:
    """Whether a perfect at token `j` says more of an indefinite noun before: «خطة … [اتفقت] عليها …»."""
    word = words.core[j]
    perfect = (word.endswith("ت") and not word.endswith("ات")) or word.endswith(("تا", "وا"))
    behind = words.tokens[j + 1] if perfect and j + 1 < len(words) else None
    return behind is not None and behind.norm.endswith(("ها", "يه")) and behind.norm in _BACK


def _beyond(words: Words, first: int, limit: Limit) -> bool:
    """Whether a limit in so many words stands too far behind the relative clause that opens at token
    `first` to be its own: «حظر السيارات التي تعمل بالوقود في البلاد بحلول …»."""
    return (
        words.is_(first, "relative")
        and limit.strong
        and not _lasts(words, limit)
        and limit.first - first >= OWN
        and not any(words.mark(j) or _lasting(words, j) for j in range(first, limit.first))
    )


def _lasting(words: Words, j: int) -> bool:
    """Whether the verb at token `j` has a limit of its own: «الهدنة التي بدأت أمس وتستمر حتى …»."""
    return any(of_verbs(words.core[j], name) for name in ("continuing", "expiring", "reaching_to"))


def _lasts(words: Words, limit: Limit) -> bool:
    """Whether a limit is a length of time: «… التي أسفرت عن … خلال شهرين»."""
    return any(t is not None and t.type == "duration" for t in words.time[limit.first : limit.last])


def _ahead_too(words: Words, first: int, last: int) -> bool:
    """Whether the relative clause in tokens `first:last` looks ahead like the clause it stands in, so
    that the day behind it is the day of both: «سيعلن اسم من سيرشحه … في 9 تموز»."""
    if not words.is_(first, "relative"):
        return False
    if first + 1 < last and of_verbs(words.core[first + 1], "describing"):
        return True  # «سيعلن عن القائمة التي تضم … في 9 تموز»
    return any(imperfect(words, j) for j in range(first + 1, min(last, first + 3)))
