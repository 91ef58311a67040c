"""The condition on which something is undertaken, sought in a stretch of tokens."""

from __future__ import annotations

from rawi.readers.attribution.words import Words, bare, masdar_like
from rawi.readers.undertakings import clause
from rawi.readers.undertakings.lexis import group, has, imperfect_like, of_verbs

SUPPOSED = 8  # tokens from «إذا كانت» past its subject to the verb that it supposes
_NO_CASE = frozenset({"ما", "عما", "فيما", "بما", "عن", "حول", "في", "من", "علي", "حتي"})  # before «إذا»
_MARKS = frozenset({"،", ",", ".", "؛", ":"})
_LIFTS = frozenset({"بعد", "اذا", "في", "عند", "عندما", "حين", "مقابل", "ان", "بشرط", "ضمن"})


def condition(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The condition that begins in tokens `first:last`: from its word to the clause's end or comma."""
    for i in range(first, last):
        opens = _condition_word(words, i, last)
        if not opens:
            continue
        end = _to_mark(words, opens, last)
        if end > opens:
            return i, end
    return None


def _to_mark(words: Words, first: int, last: int) -> int:
    """Where the clause that goes on from token `first` ends: at its comma or stop, else at `last`."""
    return next(
        (
            j
            for j in range(first, last)
            if (words.norm[j] in _MARKS and not clause.omitted(words, j))
            or _answers(words, j)
            or has(words, j, "explaining")
        ),
        last,
    )


def _answers(words: Words, j: int) -> bool:
    """Whether token `j` opens what the condition is of: «إذا … فنحن …», «… فسنرد»."""
    if words.norm[j] in group("answer"):
        return True
    token = words.tokens[j]
    whole = not token.proclitics and token.norm[:2] == "فس" and token.norm[2:3] in tuple("نيت")
    return whole or token.proclitics[:2] == ("ف", "س")


def _happened(words: Words, i: int, state: str) -> bool:
    """Whether token `i` is a verb behind «في حال»: «تعرضت», «وافقت», «رفضوا»; «في حالة جيدة» has none."""
    norm = words.norm[i]
    if norm in group("if_verbs"):
        return True
    if state != "حال" or words.tokens[i].definite or words.name[i] is not None:
        return False
    if len(norm) == 3 and norm == words.core[i] and i + 1 < len(words):
        return words.tokens[i + 1].kind == "word" and not words.is_(i + 1, "preposition")  # «طرأ خطر»
    return len(norm) > 3 and norm.endswith(("ت", "وا")) and not norm.endswith("ات")


def occasion(words: Words, first: int, last: int, *, of: tuple[str, ...] = ("عند",)) -> tuple[int, int] | None:
    """The deed upon which something is done: «… عند انتهاء الأعمال». `of`: the words that may open it."""
    for i in range(first, last - 1):
        if words.norm[i] in of and clause.masdar_at(words, i + 1) and not words.timed(i + 1):
            return i, _to_mark(words, i + 1, last)
    return None


def until(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The deed up to which something goes on or is withheld: «… حتى عودة النازحين»."""
    for i in range(first, last - 1):
        if words.norm[i] in ("حتي", "لحين") and clause.masdar_at(words, i + 1) and not words.timed(i + 1):
            return i, _to_mark(words, i + 1, last)
        deed = words.norm[i + 1] == "ان" or (clause.masdar_at(words, i + 1) and not words.timed(i + 1))
        if words.norm[i] == "قبل" and deed:
            return i, _to_mark(words, i + 1, last)  # «لن يغادر قبل أن …», «… قبل وصول …»
    return None


def _supposes(words: Words, i: int) -> bool:
    """Whether token `i` is the verb behind «عندما»: «تكف», «ترفع»."""
    token = words.tokens[i]
    short = len(token.stem) == 3 and token.stem[:1] in ("ي", "ت") and not token.definite
    return imperfect_like(words, i) or (short and words.name[i] is None and not words.timed(i))


def exchange(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """What is asked in return: «… مقابل ضمانات»."""
    for i in range(first, last - 1):
        if words.norm[i] in ("مقابل", "لقاء"):
            return i, _to_mark(words, i + 1, last)
    return None


def requirement(words: Words, first: int, last: int, *, refused: bool = False) -> tuple[int, int] | None:
    """What must be had, agreed or ended before something is done: «… بعد الحصول على الموافقة», «… عندما
    يكتمل الترميم»; where it is `refused` till then also «لن … قبل الحصول على …»."""
    found = term(words, first, last)
    for i in range(first, found[0] if found else last - 1):
        after = words.norm[i] in ("بعد", "عقب") or (refused and words.norm[i] == "قبل")
        needed = after and has(words, i + 1, "requirement")
        when = words.norm[i] in ("عندما", "حينما", "حالما") and _supposes(words, i + 1)
        if when or (needed and not words.timed(i + 1)):
            return i, _to_mark(words, i + 1, last)
    return found


def term(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """A length of time counted from a deed: «… بعد 30 يوما من توقيع الاتفاق»."""
    for i in range(first, last - 1):
        time = words.time[i + 1]
        if words.norm[i] not in ("بعد", "قبل") or words.mark(i - 1):
            continue
        if time is None or time.type not in ("duration", "date"):
            continue
        end = words.at(time.end)
        if end + 1 < last and words.norm[end] == "من" and clause.masdar_at(words, end + 1):
            return i, _to_mark(words, end + 1, last)
    return None


def supposed(words: Words, i: int) -> bool:
    """Whether the verb at token `i` is itself what is supposed: «في حال قررت …», «إذا قرر …»."""
    if i and words.core[i - 1] == "اذا":
        return True
    return i > 1 and words.norm[i - 1] in group("state") and words.core[i - 2] == "في"


def supposing(words: Words, first: int, i: int) -> bool:
    """Whether the verb at token `i` is what «إذا كان …» before it supposes: «إذا كانت … سترسل قوات»."""
    for j in range(i - 1, max(first, i - SUPPOSED) - 1, -1):
        if words.mark(j):
            return False
        if words.core[j] == "اذا":
            return words.norm[j + 1] in ("كان", "كانت", "كانوا")
    return False


def exception(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """What alone lifts a refusal: «لن يرفع الحصار إلا بعد …», «لن نقبل إلا بضمانات»."""
    for i in range(first, last - 1):
        if words.norm[i] != "الا":
            continue
        behind = words.norm[i + 1]
        if behind in _LIFTS or (words.tokens[i + 1].proclitics[:1] == ("ب",)):
            return i, _to_mark(words, i + 1, last)
        return None
    return None


def last_condition(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The condition nearest to token `last` of those that begin in tokens `first:last`."""
    for i in range(last - 1, first - 1, -1):
        found = condition(words, i, last) if _condition_word(words, i, last) else None
        if found is not None:
            return found
    return None


def _condition_word(words: Words, i: int, last: int) -> int:
    """Index after the words that open a condition at token `i`, or 0."""
    core = words.core[i]
    following = words.norm[i + 1] if i + 1 < last else ""
    if core == "حتي" and i + 1 < last and imperfect_like(words, i + 1):
        return i + 1  # «حتى ترفع العقوبات»
    if core == "الي" and following == "ان" and i + 2 < last and imperfect_like(words, i + 2):
        return i + 2  # «إلى أن ترفع العقوبات»
    if core == "ما" and following in ("دام", "دامت"):
        return i + 2
    if core in ("ان", "اذا") and i and (
        has(words, i - 1, "knowing") or of_verbs(words.core[i - 1], "wondering")
    ):
        return 0  # «لمعرفة إن كان …», «لا يعرف إذا كان …» ask whether
    if core == "ان" and following == "لم" and words.tokens[i].text[-2:] == "إن":
        return i + 2  # «إن لم تتمكن …»
    if core == "ان" and words.tokens[i].text[-2:] == "إن" and following in group("if_verbs"):
        return i + 1  # «… إن استمر التصعيد»
    if core in ("ما", "اذا") and following in ("لم", "ما", "كان", "كانت") and core == "ما":
        told = i and (  # «وهو ما لم يحدث», «يكمل ما لم يكتمل»
            words.core[i - 1] in ("هو", "هي", "ذلك", "هذا") or imperfect_like(words, i - 1)
        )
        return i + 2 if following == "لم" and not told else 0
    if core == "اذا":
        return 0 if i and words.norm[i - 1] in _NO_CASE else i + 1
    if core in group("condition"):
        return i + 1
    if core == "في" and following in group("state") and i + 2 < last:
        opens = i + 2 + (words.mark(i + 2) and i + 3 < last)  # «في حال "أي تأخير …"»
        third = words.norm[opens]
        if third in ("عدم", "لم", "ما", "اي", "ايه") or _happened(words, opens, following):
            return i + 2
        tied = following == "حال" or words.definite(i + 2) or words.tokens[i + 2].enclitic or any(
            words.definite(j) or words.name[j] is not None or words.tokens[j].enclitic
            for j in range(i + 3, min(last, i + 5))
        )
        return i + 2 if tied and masdar_like(bare(third)) else 0
    if core == "حال" and i and words.norm[i - 1] != "في" and masdar_like(following):
        return i + 1
    return 0
