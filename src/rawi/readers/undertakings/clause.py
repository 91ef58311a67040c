"""Clauses and masdar phrases, as stretches of tokens."""

from __future__ import annotations

import itertools

from rawi.arabic.words import Token
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.words import Passage, Words, bare, masdar_like, sentence_first
from rawi.readers.undertakings.lexis import group, has, has_form, imperfect, imperfect_like
from rawi.records import Statement

LONGEST = 60  # tokens in a clause; beyond that a paper has lost its full stops
_STOPS = frozenset(".!?؟؛;:…")
_DOTS = (".", "..", "…")
_LIKE_NOUNS = frozenset({"نقل", "وصف"})  # verbs spelled like the masdars that join actions
_PREFIXES = ("ب", "ل", "ك")


def clause_last(words: Words, i: int, end: int) -> int:
    """Index after the last token of the clause that token `i` stands in; never beyond `end`.

    1. a full stop, a colon or the sentence's end ends it, and so does the end of a quotation it is in;
    2. a comma ends it where a report or a new clause follows («، مشيراً إلى», «، لكن», «، وأضاف»);
    3. a report with و ends it without a comma.
    """
    last = min(words.stop[i], end, i + LONGEST)
    inside = words.inside[i]
    for j in range(i + 1, last):
        norm = words.norm[j]
        if norm in _DOTS and omitted(words, j):
            continue
        if norm in _STOPS or norm == ".." or (
            words.inside[j] is not inside and words.quote[j] is None and inside is not None
        ):
            return j
        if norm in ("،", ",") and j + 1 < last and breaks(words, j + 1):
            return j
        if norm[0] in "وف" and words.core[j] != norm and reports(words, j):
            return j
        if norm in ("فيما", "بينما", "وقد") or has(words, j, "but") or _excepts(words, j) or _adds(words, j):
            return j
    return last


def omitted(words: Words, j: int) -> bool:
    """Whether token `j` is a dot of «(...)», which leaves words out and ends nothing."""
    if words.norm[j] not in _DOTS:
        return False
    while words.norm[j] in _DOTS:
        j -= 1
    return words.norm[j] == "("


def _excepts(words: Words, j: int) -> bool:
    """«غير أن», «إلا أن» at token `j`."""
    return words.norm[j] in ("غير", "الا", "بيد") and words.norm[j + 1 : j + 2] == ["ان"]


def _adds(words: Words, j: int) -> bool:
    """Whether a participle adds a report without a comma: «تعهد بـ… مبديا استعداده …»."""
    if words.norm[j][-1:] not in ("ا", "ه", "ن") or words.tokens[j].proclitics or words.definite(j):
        return False
    if words.mark(j - 1) or words.is_(j - 1, "preposition") or masdar_at(words, j):
        return False  # «مواصلة», «مطالبة» are masdars, too
    if has(words, j, "again"):
        return False  # «سيطرح مجددا …»
    cue = cue_at(words, j)
    return cue is not None and cue.form.shape == "participle"


def breaks(words: Words, j: int) -> bool:
    """Whether a new clause, of the writer or of a report, begins at token `j` behind a comma."""
    if words.norm[j] == "ما" and words.norm[j + 1 : j + 2][:1] not in (["لم"], ["دام"], ["دامت"], ["عدا"]):
        return True  # «…، ما دعا الوزارة إلى …»
    if words.norm[j] in ("وهو", "وهي") and words.norm[j + 1 : j + 2] == ["ما"]:
        return True  # «…، وهو ما قد ينعكس على …»
    if words.core[j][:1] == "ل" and has_form(words.core[j][1:], "resulting"):
        return True  # «…، ليكون ثالث مبعوث خلال …»
    if words.norm[j] == "ان" and words.tokens[j].text[-2:] == "إن":  # «قال فلان، وهو …، إن»; not «، إن لم …»
        return not (words.norm[j + 1 : j + 2] == ["لم"] or has(words, j + 1, "if_verbs"))
    if words.norm[j] == "الا" and words.norm[j + 1 : j + 2] in (["اذا"], ["بعد"], ["في"], ["عند"]):
        return False  # «لن …، إلا إذا …»
    return has(words, j, "break", "meantime") or reports(words, j)


def reports(words: Words, j: int) -> bool:
    """Whether token `j` is a reporting verb (nouns with ل or ب before them are none)."""
    if words.tokens[j].proclitics[:1] in (("ل",), ("ب",), ("ك",)):
        return False
    cue = cue_at(words, j)
    if cue is not None and cue.verb.past in _LIKE_NOUNS and words.norm[j + 1 : j + 2] != ["عن"]:
        return False  # «…، ونقل العلاقات إلى»
    if words.norm[j] == "بين" and j + 1 < len(words) and words.timed(j + 1):
        return False  # «…، بين 25 أكتوبر و7 نوفمبر»
    return cue is not None and not cue.future and cue.verb.past not in ("طالب", "نص")


def clause_first(words: Words, passage: Passage, i: int, statement: Statement | None) -> int:
    """The first token of the clause that token `i` stands in, within its sentence and its statement.

    It begins after the last «أن», colon, quotation mark or new clause before `i`.
    """
    first = sentence_first(words, passage, i)
    if statement is not None:
        first = max(first, words.at(statement.start))
    inside = words.inside[i]
    for j in range(i - 1, first - 1, -1):
        if words.quote[j] is not None and (j == i - 1 or (j == i - 2 and words.core[i - 1] in ("لن", "سوف"))):
            inside = words.inside[j]  # «إن بلاده "ستنسحب …"»
        if words.norm[j] in _STOPS or words.is_(j, "complementizer") or has(words, j, "being_so"):
            return j + 1
        if words.core[j] == "لكن":
            return j + 1  # «… ولكن الإجراءات ستـ»; «لكنه» goes on about the same one
        if words.inside[j] is not inside and (inside is not None or words.inside[j] is not None):
            return j + 1
        if words.norm[j] in ("،", ",") and breaks(words, j + 1):
            return j + 1
        if reports(words, j) and words.core[j] != words.norm[j]:
            return j + 1
    return first


def joined_first(words: Words, first: int, i: int) -> int:
    """Where the clause of the verb at token `i` begins, where «و» joins it with its subject to another clause
    in tokens `first:i`: «… يطلبون الحوار [والدولة] ستبدأ …»."""
    for j in range(i - 1, first, -1):
        if words.norm[j] in ("،", ",") or words.is_(j, "relative", "preposition"):
            break
        if words.norm[j] == words.core[j] or words.norm[j][0] != "و" or words.timed(j):
            continue
        known = words.tokens[j].definite or words.name[j] is not None
        before = range(max(first, j - LONGEST), j)
        if known and any(imperfect(words, k) or imperfect_like(words, k) for k in before):
            return j
    return first


def plain_end(words: Words, first: int, last: int) -> int:
    """Where an action without limit or condition ends: before a relative clause, a reason or a concession,
    or a comma that joins no further action."""
    for j in range(first + 1, last):
        if words.is_(j, "relative") or (has(words, j, "closing") and words.norm[j] != "و"):
            break
        if words.norm[j] in ("وهو", "وهي"):
            break
        if (words.is_(j, "negation") or words.norm[j] == "قد") and imperfect_like(words, j + 1):
            break  # «اتخاذ إجراءات لا تتفق مع …», «… قد يوقع»
        if words.norm[j] != words.core[j] and imperfect(words, j):
            break  # «سنمنع … وسنبحث …»: a clause of its own
        if words.norm[j] in ("،", ",") and not (
            (masdar_at(words, j + 1) and words.norm[j + 1][:1] == "و")
            or (words.norm[j + 1 : j + 2] == ["مع"] and masdar_at(words, j + 2))
        ):
            break
    else:
        return last
    while j > first + 1 and (
        words.mark(j - 1) or words.is_(j - 1, "preposition", "complementizer")
        or has(words, j - 1, "meanwhile", "knowing")
    ):
        j -= 1  # «… في الوقت الذي …»
    return j


def joined(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The actions in tokens `first:last`: the first, and each masdar joined to it behind a comma:
    «إنهاء المهمة، ونقل العلاقات إلى …», «…، مع الانتقال إلى …»."""
    cuts = [first]
    for j in range(first + 2, last - 1):
        if words.norm[j - 1] not in ("،", ","):
            continue
        with_and = words.norm[j] != words.core[j] and words.norm[j][0] == "و"
        if with_and and masdar_at(words, j) and words.core[j][:3] != "بال":
            cuts.append(j)  # «…، وبالموازاة مع ذلك» joins none
        elif words.norm[j] == "مع" and masdar_at(words, j + 1):
            cuts.append(j + 1)
    return list(itertools.pairwise([*cuts, last]))


def before_proviso(words: Words, i: int, last: int) -> int:
    """Where «على أن» adds another clause, or `last`."""
    return next(
        (j for j in range(i + 1, last - 1) if words.norm[j] == "علي" and words.norm[j + 1] == "ان"),
        last,
    )


def masdar_at(words: Words, i: int, preposition: str = "") -> bool:
    """Whether token `i` opens a masdar phrase, bare or with a one-letter `preposition` written on it."""
    if not 0 <= i < len(words) or words.tokens[i].kind != "word" or words.time[i] is not None:
        return False
    token = words.tokens[i]
    if preposition in _PREFIXES and preposition:
        core = words.core[i]
        if not core.startswith(preposition):
            return False
        stem = core[1:]
        stem = "ال" + stem[1:] if preposition == "ل" and stem.startswith("ل") else stem
        deed = _masdar(stem, token.base) and not (len(stem) > 4 and _broken_plural(token, stem))
        return deed and token.base not in group("no_deed")  # «للعام المالي»
    if words.name[i] is not None or words.is_(i, "complementizer"):
        return False
    if token.definite and len(token.base) < 5 and words.core[i] not in group("deed"):
        return False
    if token.definite and i and words.definite(i - 1) and words.norm[i].endswith("يه"):
        return False  # «الشراكة الأمنية»
    deed = _masdar(words.core[i], token.base) and not _broken_plural(token, words.core[i])
    return deed and token.base not in group("no_deed")  # «موازنة»


def _broken_plural(token: Token, core: str) -> bool:
    """Whether a word like «إفعال» is «أفعال», a plural: «أنحاء», «أسواق»; the hamza tells them apart."""
    printed = token.text[len(token.text) - len(core) :]
    printed = printed.removeprefix("ال")
    return printed[:1] == "أ" and core[-2:-1] == "ا" and core not in group("deed")


def _masdar(word: str, base: str) -> bool:
    if word[-1:] == "ا" and len(word) > 3 and word[:-1] in group("deed"):
        return True  # «وقفا لإطلاق النار»
    return (
        masdar_like(word) or masdar_like(bare(word)) or masdar_like(base) or word in group("deed")
    )
