"""Whether words that look like a commitment are one: opinions, questions and matches are not."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.lexis import group, has, has_form, imperfect, of_verbs
from rawi.records import Statement

DOUBTED = frozenset({"believe", "fear", "warn", "accuse", "deny"})
OWN_TOLD = frozenset({"believe", "warn"})  # «اعتبر أن "…، وسنشكل …"», «حذر: سنرد …»


_WHETHER = ("حول", "ما", "عما", "فيما", "عن", "بشان", "علي", "بما", "لما", "مما")


def first_person(words: Words, i: int) -> bool:
    """Whether the verb to come at token `i` is in the first person."""
    return (imperfect(words, i) or "")[:1] in ("ن", "ا")


def doubted(words: Words, statement: Statement | None, *, own: bool = False) -> bool:
    """Whether what is to come is an opinion: an analyst's, or what somebody believes or fears; what he
    believes is none where he speaks of his `own` deeds («سنشكل …»)."""
    if statement is None:
        return False
    if statement.act in DOUBTED and not (own and statement.act in OWN_TOLD):
        return True
    speaker = statement.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    first, last = words.holding(speaker.start), words.at(speaker.end)
    near = range(first + 1, min(last + 2, len(words)))
    return any(has(words, j, "analyst") for j in range(first, last)) or any(
        has(words, j, "institute") and words.norm[j - 1] in ("من", "في") for j in near
    )


def asks(words: Words, i: int) -> bool:
    """Whether the sentence of token `i` is a question."""
    last = words.stop[i] - 1
    return words.norm[last] in ("؟", "?")


def sporting(words: Words, first: int, last: int, verb: int | None = None) -> bool:
    """Whether the clause is about a match or the weather: nobody is bound.

    With the clause's `verb` the weather counts up to it only: «ستجري المراسم …، بحسب أحوال الطقس».
    """
    near = last if verb is None else min(last, verb + 4)
    return any(has(words, j, "sport") for j in range(first, last)) or any(
        has(words, j, "weather") for j in range(first, near)
    )


def by_agreement(words: Words, first: int, last: int) -> bool:
    """Whether tokens `first:last` name an agreement that the clause goes by: «بموجب الاتفاق»."""
    return any(
        has(words, j, "accordance")
        and any(
            has(words, k, "agreement") or words.tokens[k].base in group("agreement")
            for k in range(j + 1, min(last, j + 4))
        )
        for j in range(first, last)
    )


def status_of(statement: Statement | None) -> str:
    """announced, or reaffirmed where the speaker stresses it."""
    return "reaffirmed" if statement is not None and statement.act == "affirm" else "announced"


def in_question(words: Words, first: int, i: int) -> bool:
    """Whether the clause that begins at token `first` asks whether it is so: «عما إذا كانت …»."""
    return any(words.norm[j] == "اذا" and words.norm[j - 1] in _WHETHER for j in range(max(1, first), i))


def asked_of(words: Words, first: int, i: int) -> bool:
    """Whether a word that asks stands before token `i` in its clause: «كيف سـ…», «ما سيفعله»."""
    if in_question(words, first, i) or any(has(words, j, "asking") for j in range(first, i)):
        return True
    return any(
        has(words, j, "whether") or words.norm[j] in ("ما", "عما", "مما")
        for j in range(max(first, i - 2), i)
    )


def qualifies(words: Words, first: int, i: int) -> bool:
    """Whether the verb at token `i` stands in a relative clause, with a relative pronoun or without."""
    return _resumes(words, first, i) or (i > first and words.norm[i - 1] == "من") or any(
        has(words, j, "relative") or words.is_(j, "relative") for j in range(max(first, i - 2), i)
    )


def _resumes(words: Words, first: int, i: int) -> bool:
    """Whether the verb at token `i` has a pronoun for the indefinite noun that stands straight before it:
    «إجراءات ستتخذها الحكومة»."""
    token, noun = words.tokens, i - 1
    while noun > first and words.mark(noun) and words.norm[noun] not in ("،", ",", ":"):
        noun -= 1
    if noun < first or not token[i].enclitic or token[noun].kind != "word" or token[noun].enclitic:
        return False
    if words.definite(noun) or words.name[noun] is not None or words.timed(noun):
        return False
    other = ("preposition", "particle", "complementizer", "adverb", "negation", "circumstance")
    return not words.is_(noun, *other)


def opined(words: Words, first: int) -> bool:
    """Whether the clause that begins at token `first` is what somebody hopes or believes: «أعتقد أننا
    سـ…», «متأكد من أنه سـ…»."""
    if first < 2 or not words.is_(first - 1, "complementizer"):
        return False
    of_it = words.norm[first - 2] == "من"
    return has(words, first - 2 - of_it, "opining")


def seems(words: Words, first: int) -> bool:
    """Whether the clause that begins at token `first` is only what looks like it: «يبدو أن … سـ…»."""
    return first > 1 and words.is_(first - 1, "complementizer") and has(words, first - 2, "speculation")


def untold(words: Words, first: int) -> bool:
    """Whether the clause that begins at token `first` is what somebody is said not to have said: «لم يعلن
    أنه سـ…»."""
    if first < 2 or not words.is_(first - 1, "complementizer") or words.norm[first - 1][0] == "ف":
        return False
    for j in range(first - 2, max(-1, first - 8), -1):
        if words.norm[j] in ("،", ",", ".") or words.is_(j, "relative"):
            return False
        if words.core[j] == "لم":
            return True
    return False


def enters_state(words: Words, i: int, last: int) -> bool:
    """Whether the verb at token `i` tells of a state that is entered or left: «سندخل في أزمة»."""
    verb = imperfect(words, i) or ""
    return of_verbs(verb, "entering") and any(
        has_form(words.core[j].removeprefix("ل").removeprefix("ب"), "condition_of")
        for j in range(i + 1, min(last, i + 4))
    )


def speculated(words: Words, first: int, last: int) -> bool:
    """Whether it is called likely or possible only: «على الأرجح», «ربما»."""
    return any(has(words, j, "speculation") for j in range(first, last))


def speaks_of_self(words: Words, first: int, statement: Statement | None) -> bool:
    """Whether the pronoun of «إنها» before token `first` may be the speaker: «قال … إنها» is of another."""
    if statement is None or statement.cue is None:
        return True
    opener = words.norm[first - 1]
    cue = words.core[words.at(statement.cue.start)]
    she = cue.endswith(("ت", "ه")) or cue.startswith("ت")
    if opener.endswith("ها"):
        return she
    return not (she and cue.endswith("ت")) if opener.endswith("ه") else True


def subject_hidden(words: Words, first: int, subject: int, opens: int) -> bool:
    """Whether the clause's subject is the pronoun of «إنه», «أنها»: no word stands before the verb."""
    if first == 0 or any(not words.mark(j) for j in range(subject, opens)):
        return False
    opener = words.norm[first - 1]
    return words.is_(first - 1, "complementizer") and opener not in ("ان", "بان", "فان")
