"""Where the action begins that a binding verb brings, and the actions joined to it."""

from __future__ import annotations

from rawi.readers.attribution.words import Words, heads, masdar_like
from rawi.readers.undertakings import clause
from rawi.readers.undertakings.lexis import Verb, has, imperfect, imperfect_like, verbs

STRAIGHT = 6  # tokens from a verb of containing to what an agreement contains
_THEN = frozenset({"تم", "تمت", "جري", "جرت", "كان", "كانت", "قد"})  # open a clause of its own behind و
_WITHOUT = frozenset({"دون", "قبل", "بعد", "منذ", "بدون"})  # their «أن» is not what a verb before them brings
_TERMS = ("نص", "قضى")
FAR = 45  # tokens from what an agreement says, past between whom it is, to its term
REACH = 28  # tokens from a binding verb to its action: a subject with role, apposition and occasion


def action_at(words: Words, verb: Verb, i: int, last: int) -> tuple[int, str] | None:
    """Where the action of the binding verb at token `i` begins, and the preposition before it.

    A bare masdar counts only where nothing else brings the action.
    """
    if "np" in verb.takes and len(verb.takes - {"an"}) > 1:
        brought = Verb(verb.word, verb.takes - {"np"}, verb.status, verb.needs, verb.tense)
        bare = Verb(verb.word, frozenset({"np"}), verb.status, verb.needs, verb.tense)
        led, straight = action_at(words, brought, i, last), action_at(words, bare, i, last)
        if straight and "ب" in verb.takes and any(_brought(words, j) for j in range(i + 1, straight[0])):
            straight = None  # «تعهد بشراكة أعمق …»: what is promised is no deed, and no deed behind it is
        if led and straight and verb.needs == "date" and straight[0] < led[0]:
            return straight  # «أعلن قبول … وسط أنباء عن …»
        return led or straight
    aside = False
    for j in range(i + 1, min(last, i + (FAR if verb.word in _TERMS else REACH))):
        norm, core = words.norm[j], words.core[j]
        if norm == "ان" and verb.word in _TERMS and j > i + 1 and words.norm[j - 1] != "علي":
            return None  # «الإجراءات التي تنص عليها الاتفاقية، أؤكد أن …»
        if norm == "ان" and words.norm[j - 1] in _WITHOUT:
            return None  # «… دون أن …», «… قبل أن …»
        if "an" in verb.takes and norm in ("ان", "بان") and words.tokens[j].text[-2:] == "أن":
            return (j + 1, "") if j + 1 < last and _to_be_done(words, j + 1, last) else None
        if words.is_(j, "complementizer"):
            foreign = words.tokens[j].text != "أن"
            if words.name[j - 1] is not None and norm == "ان" and foreign:
                continue  # «مون جاي إن» is no «إن»
            return None
        if core == "ب" and "ب" in verb.takes and not words.tokens[j].stem and j + 2 < last:
            k = j + 1 + words.mark(j + 1)  # «بـ"درس" فكرة …»: whatever stands behind it is the action
            return (k, "ب") if words.tokens[k].kind == "word" else None
        if words.norm[j] == "ما" and words.norm[j + 1 : j + 2] == ["اذا"]:
            return None  # «يقرر ما إذا كان …»
        if norm != core and (core in _THEN or (aside and words.mark(j - 1))):
            return None  # «تعهدت بمبلغ … وتم صرف …»
        if jointly(words, j) or (norm == "علي" and has(words, j + 1, "manner")):
            continue  # «وافقت على نحو شبه مؤكد على …»
        told_of = aside and verb.word in _TERMS  # «ينص الاتفاق الذي حصل على موافقة … على أن»
        if norm in verb.takes and j + 1 < last and words.core[j + 1] not in ("ان", "ما", "من") and not told_of:
            k = j + 1 + (words.quote[j + 1] is not None)  # «على "مواصلة الحوار"»
            return (k, norm) if clause.masdar_at(words, k) else None
        if norm in verb.takes and j + 2 < last and words.core[j + 1] == "ان":
            done = imperfect_like(words, j + 2) or words.is_(j + 2, "negation", "particle")
            return (j + 2, "") if done else None  # «وافق على أن السلاح …» is an opinion
        for preposition in ("ب", "ل"):
            if (
                preposition in verb.takes
                and core[0] == preposition
                and clause.masdar_at(words, j, preposition)
                and core != "بتاريخ"
            ):
                return j, preposition
        if "ب" in verb.takes and words.tokens[j].proclitics[:1] == ("ب",) and not words.mark(j - 1):
            aside = True  # what is promised is no deed
        if (
            not aside
            and "np" in verb.takes
            and (clause.masdar_at(words, j) or _straight(words, i, j))
            and words.norm[j] == core
            and (verb.needs != "terms" or j - i < STRAIGHT)
        ):
            if words.tokens[j].proclitics or words.is_(j, "preposition", "circumstance"):
                continue
            if words.tokens[j].definite and (_subject_of(words, i, j) or _belongs(words, i, j)):
                continue
            if j == i + 2 and not words.definite(i + 1) and heads(words.norm[i + 1], "body"):
                continue  # «قرر [مجلس إدارة …] تعليق …»
            if has(words, j, "agreement", "decision", "plan", "pledge") or (
                words.definite(j) and verb.needs == "terms"
            ):
                continue
            if words.is_(j - 1, "preposition", "circumstance") or (
                j > i + 1 and clause.masdar_at(words, j - 1)
                and not (words.definite(j - 1) and _subject_of(words, i, j - 1))
            ):
                continue
            return j, "np"
        if words.is_(j, "relative"):
            if verb.needs not in ("none", "terms") and verb.word not in _TERMS:
                return None
            aside = True  # behind a relative clause a bare masdar may be the clause's own
        if words.norm[j] in (".", ":", "؛"):
            return None
    return None


def _brought(words: Words, j: int) -> bool:
    """Whether token `j` is a word with «بـ», not behind a comma."""
    token = words.tokens[j]
    led = words.norm[j][:1] == "ب" and not token.definite
    return led and not words.mark(j - 1) and words.name[j] is None and not words.timed(j)


def _to_be_done(words: Words, j: int, last: int) -> bool:
    """Whether the clause behind «أن» at token `j` is of something to be done; «قرروا أن المتهم مريض» is not."""
    if imperfect_like(words, j) or words.is_(j, "negation", "particle"):
        return True
    first = words.tokens[j].text[:1]
    return first in ("ي", "ت", "ن", "أ") or any(imperfect(words, k) for k in range(j, min(last, j + REACH)))


def jointly(words: Words, j: int) -> bool:
    """Whether token `j` behind a comma tells with whom something is done, not what: «…، بالتعاون مع …، بـ»."""
    return words.mark(j - 1) and has(words, j, "jointly") and words.norm[j + 1 : j + 2] in (["مع"], ["بين"])


def _straight(words: Words, i: int, j: int) -> bool:
    """Whether the definite word at token `j` is the object of the verb at `i`, with its subject's name
    alone between: «تعتزم واشنطن القيام …»; elsewhere «العمل», «الدفاع» are no deeds."""
    if not words.definite(j) or words.tokens[j].proclitics or words.name[j] is not None:
        return False
    if any(words.name[k] is None for k in range(i + 1, j)):
        return False
    return masdar_like(words.tokens[j].base) and words.tokens[j].base[:1] != "م"


def _subject_of(words: Words, i: int, j: int) -> bool:
    """Whether the definite word at token `j` is who does it, or belongs to who does it: «أجل [الاتحاد]
    تقديم …», «قررت أحزاب [المعارضة] المشاركة …»."""
    if j + 1 >= len(words) or not (words.tokens[j].definite and clause.masdar_at(words, j + 1)):
        return False
    return j == i + 1 or not words.definite(j - 1)


def _belongs(words: Words, i: int, j: int) -> bool:
    """Whether the definite word at token `j` belongs to the noun before it: «أعلن وزير [الدفاع] …», «خلافهما
    [التجاري]»."""
    ahead = words.tokens[j - 1]
    return j - 1 > i and ahead.kind == "word" and not ahead.definite and words.name[j - 1] is None and (
        not words.timed(j - 1) and not words.is_(j - 1, "preposition", "adverb")
    )


def intended(words: Words, i: int, last: int) -> int | None:
    """Where what is meant begins behind a verb of intending at token `i`."""
    verb = verbs().get(words.core[i])
    opens = action_at(words, verb, i, last) if verb is not None else None
    return opens[0] if opens is not None else None


def segments(words: Words, start: int, last: int, preposition: str) -> list[tuple[int, int]]:
    """The actions joined from token `start` on: «… وبسحب …», «… على أن …», «… وأن …»."""
    cuts = [start]
    for j in range(start + 2, last - 1):
        norm, core = words.norm[j], words.core[j]
        joined = norm != core and norm[0] == "و"
        if (
            joined
            and preposition in ("ب", "ل")
            and core[0] == preposition
            and clause.masdar_at(words, j, preposition)
        ):
            cuts.append(j)
        elif joined and core == preposition and len(core) > 1 and clause.masdar_at(words, j + 1):
            cuts.append(j + 1)  # «على خفض …، وعلى رفع …»
        elif joined and core == "ان":
            clauses = words.norm[start - 1] == "ان"
            if clauses or imperfect_like(words, j + 1) or words.is_(j + 1, "negation"):
                cuts.append(j + 1)
            else:  # «وافق على …، وأن معلوماته تشير إلى …» tells something else
                return _parts(words, cuts, j)
        elif norm == "علي" and words.norm[j + 1] == "ان" and (words.mark(j - 1) or words.timed(j - 1)):
            cuts.append(j + 2)
        elif (
            joined
            and words.norm[j - 1] in ("،", ",")
            and words.norm[start - 1] == "ان"
            and imperfect_like(words, j)
        ):
            cuts.append(j)  # «أن تسلّم …، وتنسحب …»
        elif (
            has(words, j, "beside")
            and words.norm[j + 1] in ("عن", "الي", "علي")
            and clause.masdar_at(words, j + 2)
        ):
            cuts.append(j + 2)  # «فضلا عن ضمان …»
    return _parts(words, cuts, last)


def _parts(words: Words, cuts: list[int], last: int) -> list[tuple[int, int]]:
    return list(zip(cuts, [*(_before(words, c) for c in cuts[1:]), last], strict=True))


def _before(words: Words, cut: int) -> int:
    """Where the action before the one that begins at token `cut` ends: before what joins them."""
    if words.norm[cut - 1] == "ان":
        return cut - 2 if words.norm[cut - 2] == "علي" else cut - 1
    return cut - 2 if has(words, cut - 2, "beside") else cut


def past_date_setting(words: Words, a: int, b: int) -> int:
    """The action behind «تحديد موعد (رسمي) لـ…», «وضع جدول زمني لـ…»: what the date is set for; and behind
    «استعداده لـ…»."""
    if has(words, a, "ready") and a + 1 < b and clause.masdar_at(words, a + 1, "ل"):
        return a + 1
    if (
        words.core[a].lstrip("بل") not in ("تحديد", "وضع")
        or a + 2 >= b
        or not has(words, a + 1, "timetable")
    ):
        return a
    for j in range(a + 2, min(b, a + 5)):
        if clause.masdar_at(words, j, "ل"):
            return j
    return a

