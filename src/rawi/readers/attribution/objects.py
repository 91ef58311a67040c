"""The noun phrase that is what was said: small questions about its first words."""

from __future__ import annotations

from rawi.arabic.frequencies import zipf
from rawi.readers.attribution.cues import Verb
from rawi.readers.attribution.nouns import Phrase, plural, stands_alone
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like

COMMON = 3.0  # Zipf: from here on a word is everyday


def accusative_plural(words: Words, j: int) -> bool:
    """Whether the word is a sound masculine plural in the accusative, which no subject is."""
    norm = words.norm[j]
    if norm[-1] == "ي" and not heads(norm, "human") and heads(norm[:-1] + "ين", "human"):
        return True  # «منتقدي الحكومة»
    name = words.name[j]
    if name is not None and name.type in ("place", "organization"):
        return False  # «البحرين», «الكرملين»
    if name is None and norm.endswith("ين") and heads(norm[:-2], "human", conjunction=False):
        return True  # «اتهمت فيه مسؤولين تابعين للسلطة»
    return words.definite(j) and len(norm) > 6 and norm.endswith("ين")


def straight_gender(words: Words, phrase: Phrase) -> str | None:
    """m, f or None: the gender that a verb straight before the phrase must have, where the phrase shows it.

    Plurals may go with either; persons' names show nothing; lands are feminine but for a few.
    """
    norm = words.norm[phrase.first]
    name = words.name[phrase.first]
    if phrase.kind == "name" and name is not None and name.type == "place":
        if words.at(name.end) != phrase.last:
            return None  # «واشنطن وموسكو»
        return "m" if norm in group("place_m") else "f"
    if plural(bare(norm)) or phrase.kind not in ("body", "human"):
        return None
    if heads(norm, "masculine", conjunction=False):
        return "m"
    shows = norm.endswith("ه") and not words.tokens[phrase.first].enclitic
    return "f" if shows and not heads(norm, "broken", conjunction=False) else None


def masdar_object(words: Words, i: int, verb: Verb | None) -> bool:
    """Whether the first word after a verb is a masdar and so its object, not its subject.

    Names may have a masdar's shape («ترامب»); what follows tells: a masdar governs the next word.
    """
    norm = words.norm[i]
    if not masdar_like(norm):
        return False
    if norm in group("masdar"):
        return True
    if verb is None or "np" not in verb.takes:
        return False
    j = i + 1
    if j >= len(words) or words.mark(j) or words.is_(j, "complementizer") or words.timed(j):
        return False
    return not (
        words.norm[j] in verb.prepositions or (masdar_like(words.norm[j]) and not words.definite(j))
    )


def object_like(words: Words, j: int) -> bool:
    """Whether the word at `j` may open an object that is no masdar; a stray word of a name may not."""
    norm = words.norm[j]
    if words.core[j] != norm:
        return False
    return (
        words.definite(j)
        or norm.endswith(("ا", "ات", "ه"))
        or bool(words.tokens[j].enclitic)
        or words.quote[j] is not None
    )


def governs_quote(words: Words, j: int) -> bool:
    """Whether an indefinite noun at `j` stands straight before quoted words, which it governs
    («أكد إدانة "العنف"»)."""
    return not words.definite(j) and j + 1 < len(words) and words.quote[j + 1] is not None


def deed_in_marks(words: Words, j: int) -> bool:
    """Whether a short quotation at `j` opens with a deed of somebody's, and is no name («"رفضها المطلق"»)."""
    first = j + 1
    if words.quote[j] is None or first >= len(words) or words.name[first] is not None:
        return False
    return bool(words.tokens[first].enclitic) and masdar_like(words.norm[first])


def with_pronoun(words: Words, i: int) -> bool:
    """Whether token `i` ends in a pronoun, which closes its phrase («على إثره»)."""
    return bool(words.tokens[i].enclitic) or words.tokens[i].text[-1:] == "ه"


def predicated(words: Words, j: int) -> bool:
    """Whether a word follows at `j` that says what is thought of it («ذلك دليلاً»)."""
    return j < len(words) and not words.mark(j) and not words.is_(j, "preposition")


def pointed(words: Words, j: int) -> bool:
    """Whether a definite noun stands at `j`, behind a demonstrative («هذه الاتهامات»)."""
    return j < len(words) and words.definite(j)


def named_between(words: Words, first: int, last: int) -> bool:
    """Whether a land or body is named between a subject with a name of its own and the accusation («اتهمت
    السفيرة فلانة في بيان روسيا بـ»)."""
    own = words.name[first - 1] if first else None
    if own is None or own.type != "person":
        return False
    aside = any(words.norm[k] in "،," for k in range(first, last))  # «اتهم فلان، وهو موظف في الشركة، بـ»
    between = range(first, last)
    return not aside and any(words.name[k] and words.name[k].type in ("place", "organization") for k in between)


def officer(words: Words, i: int) -> bool:
    """Whether a holder of an office and his name begin at token `i` («الوزير فلان»)."""
    name = words.name[i + 1] if i + 1 < len(words) else None
    titled = words.definite(i) and heads(words.norm[i], "office", conjunction=False)
    return titled and name is not None and name.type == "person"


def former(words: Words, i: int) -> bool:
    """Whether «سابقا», «حاليا» at token `i` is an adjective in the accusative («مسؤولا سابقا»)."""
    before = words.norm[i - 1] if i else ""
    return words.norm[i] in ("سابقا", "حاليا") and before.endswith("ا") and heads(before[:-1], "human")


def after_name(words: Words, i: int, verb: Verb) -> bool:
    """Whether what a verb judges stands at `i`, straight behind somebody's name («شجب الوزير فلان الرسوم»)."""
    return verb.sure == "deed" and words.name[i - 1] is not None


def thing_judged(words: Words, i: int, verb: Verb | None) -> bool:
    """Whether an everyday noun that governs a definite one stands at `i`, and is what the verb judges («انتقد
    النائب أداء الوزارة», «أدانت منظمات حقوقية سجل الحكومة»)."""
    if verb is None or verb.sure != "deed" or i + 1 >= len(words) or words.name[i] is not None:
        return False
    norm, before = words.norm[i], words.norm[i - 1]
    closed = words.definite(i - 1) or words.name[i - 1] is not None or before.endswith(("يه", "ون"))
    governs = words.definite(i + 1) or words.name[i + 1] is not None
    bare_noun = not (words.definite(i) or words.tokens[i].proclitics or words.is_(i, "preposition", "adverb"))
    somebody = heads(norm, "human", conjunction=False) or heads(norm, "body", conjunction=False)
    if not (closed and governs and bare_noun) or somebody or norm.endswith(("ي", "يه", "ا")):
        return False
    return zipf(words.tokens[i].base or norm) >= COMMON and not heads(norm, "adjective", conjunction=False)


def undergone(words: Words, subject: Phrase) -> bool:
    """Whether what stands behind a verb is an indefinite deed, to which it was done («أقر إصلاح يسمح بـ»)."""
    deed = masdar_like(words.norm[subject.first]) and not words.definite(subject.first)
    return deed and subject.kind == "noun"


def parts_plural(words: Words, i: int, verb: Verb | None) -> bool:
    """Whether the place or body at `i` is the object behind a subject in the nominative plural, whose ون
    no genitive follows."""
    name = words.name[i]
    addresses = verb is not None and "obj" in verb.takes and name is not None
    return (
        addresses
        and name.type != "person"
        and words.norm[i - 1].endswith("ون")
        and (stands_alone(words, i))
    )
