"""Which words are verbs that bind, and which are nouns spelled alike."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings import clause, parties
from rawi.readers.undertakings.lexis import Verb, has, indefinite, verbs

MASDAR_LETTERS = 4  # of a masdar like «تجدد»


def binding_verb(words: Words, i: int) -> Verb | None:
    """The binding verb at token `i`; not a noun spelled alike, nor a verb that is denied."""
    core = words.core[i]
    known = verbs()
    verb = (
        known.get(words.norm[i])
        or known.get(core)
        or known.get(core[1:] if core[:1] == "س" else core)
    )
    if verb is None or words.name[i] is not None or words.time[i] is not None:
        return None
    if (
        words.tokens[i].text[:1] == "آ"
        or words.tokens[i].definite
        or (i and words.core[i - 1] in ("لم", "لا", "ما", "لن"))
    ):
        return None
    wished = i and words.tokens[i - 1].text in ("أن", "بأن", "لكي", "كي")
    if wished and verb.tense == "present" and verb.status != "postponed":
        return None  # «من المتوقع أن يوافق …»; but «… قبل أن يؤجل إلى …»
    if i and words.is_(i - 1, "preposition") and (verb.tense == "past" or _masdar_alike(core)):
        return None  # «على وعد», «في أمر», «من تجدد …»
    if i and _masdar_alike(core) and not words.definite(i - 1) and clause.masdar_at(words, i - 1):
        return None  # «احتمال تجدد …»
    if core == "سعي" and words.tokens[i].text.endswith("ي"):
        return None  # «في إطار سعي الدولة»
    if core == "جدد" and i > words.head[i] and indefinite(words, i - 1):
        return None  # «خمسة أعضاء جدد»
    if words.norm[i] in ("امر", "وعد") and not _opens_verb(words, i):
        return None  # «أمر مثير للقلق»
    while_so = i > 1 and words.core[i - 1] == "حين" and words.core[i - 2] == "في"
    if i and has(words, i - 1, "supposing") and not while_so and (
        verb.tense == "present" or words.core[i - 1] in ("سواء", "اذا", "لو")
    ):
        return None  # «عندما يأمر …», «سواء قرر … أم لا»
    if verb.word == "أرجأ" and words.tokens[i].text.endswith("ى"):
        return None  # «يرجى»
    if i and verb.word == "شمل" and words.core[i - 1] in ("لم", "بلم", "للم"):
        return None  # «لم شمل العائلات»
    return verb


def _masdar_alike(core: str) -> bool:
    """Whether an imperfect is spelled like the masdar of its fifth form: «تجدد», «تحدد»."""
    return core[:1] == "ت" and len(core) == MASDAR_LETTERS


def _opens_verb(words: Words, i: int) -> bool:
    """Whether a word spelled like a noun («أمر») is the verb: behind it what is ordered, or who orders."""
    before = i - 1 - words.mark(i - 1)
    if before >= words.head[i] and not words.definite(before) and clause.masdar_at(words, before):
        return False  # «تقديم "أمر بالاعتقال"»
    j = i + 1
    while j < len(words) and words.mark(j):
        j += 1
    if j >= len(words):
        return False
    ordered = clause.masdar_at(words, j, "ب") or words.core[j].startswith("ب")
    return (
        ordered or words.is_(j, "adverb") or parties.can_bind(words, [(j, min(len(words), j + 3))])
    )
