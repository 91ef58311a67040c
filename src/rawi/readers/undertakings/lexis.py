"""The commitments reader's words: binding verbs in all their forms, and classes of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from rawi.arabic import frequencies
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon.load import table
from rawi.readers.attribution import conjugate
from rawi.readers.attribution.words import Words, masdar_like

_ASKED = frozenset({"", "ت", "وا", "نا", "ني", "ه", "ها", "هم", "ته", "تها", "ناه", "تني", "وه", "نه"})
KNOWN = 2.0  # Zipf value of a third person, above which the first person of the verb is believed
_JOINED = ("ان", "ون")  # «سيعيدان»
SHORT_KNOWN = 4.0  # the same of three letters, which are a word by chance more often


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that binds: what brings its action (folded), the status it gives, what it needs beside it.

    `word` is its dictionary form, `tense` past or present.
    """

    word: str
    takes: frozenset[str]
    status: str
    needs: str
    tense: str


@cache
def group(name: str) -> frozenset[str]:
    """One class of `commitment_words`, folded."""
    for row in table("commitment_words"):
        if row["class"] == name:
            return frozenset(fold(w) for w in row["words"].split())
    raise KeyError(name)


@cache
def verbs() -> dict[str, Verb]:
    """Folded form -> the binding verb; the first row of the lexicon wins where forms meet."""
    out: dict[str, Verb] = {}
    for row in table("commitment_verbs"):
        takes = frozenset(fold(t) if t not in ("an", "np") else t for t in row["takes"].split())
        past, present = row["past"], row["present"]
        forms = [(f.word, "past") for f in conjugate.past(past)] if past else []
        if past and past != "وعد":  # «وعدنا» are those who came back, too
            forms += [(fold(past + "نا"), "past"), (fold(past + "تا"), "past")]
        if past[:1] in (
            "ا",
            "ت",
        ):  # elsewhere the dual is spelled like a noun's accusative (أمرا، وعدا)
            forms.append((fold(past + "ا"), "past"))
        forms += [(f.word, "present") for f in conjugate.present(present)]
        forms += [(fold("ن" + present[1:]), "present")] if present else []
        for word, tense in forms:
            out.setdefault(word, Verb(past or present, takes, row["status"], row["needs"], tense))
    return out


_ENDINGS = ("ون", "وا", "ان", "ين", "ها", "هم", "ه")


def of_verbs(verb: str, name: str) -> bool:
    """Whether an imperfect is a form of one of a class's verbs, whatever its person and ending."""
    listed = _cores(name)
    if verb[1:] in listed:
        return True
    return any(verb.endswith(e) and verb[1 : -len(e)] in listed for e in _ENDINGS)


@cache
def _cores(name: str) -> frozenset[str]:
    """The listed imperfects of a class without their prefix."""
    return frozenset(w[1:] for w in group(name))


def has(words: Words, i: int, *groups: str) -> bool:
    """Whether token `i`, with or without و and ف before it, belongs to a class."""
    if not 0 <= i < len(words):
        return False
    norm, core = words.norm[i], words.core[i]
    known = classified()
    if norm not in known and core not in known:
        return False  # nearly every word, asked dozens of times
    for g in groups:
        members = group(g)
        if norm in members or core in members:
            return True
    return False


@cache
def classified() -> frozenset[str]:
    """The folded words of all classes."""
    return frozenset(fold(w) for row in table("commitment_words") for w in row["words"].split())


def has_form(word: str, *groups: str) -> bool:
    """Whether a folded word belongs to a class."""
    return any(word in group(g) for g in groups)


def _opens_imperfect(token: Token) -> bool:
    """Whether the stem has a prefix of the imperfect; the first person's alif carries its hamza."""
    printed = token.text[token.stem_start - token.start :]
    return token.stem[:1] in tuple("يتن") or printed[:1] == "أ"


def imperfect(words: Words, i: int) -> str | None:
    """The imperfect at token `i` that looks ahead, without its particles: «سيبدأ», «سوف يبدأ», «لن يبدأ».

    For the last two `i` is the verb's own token. None where the word is no such verb.
    """
    token = words.tokens[i]
    if words.time[i] is not None or token.kind != "word" or token.definite:
        return None
    if words.name[i] is not None:
        return None
    if words.core[i][:3] == "سال" and words.core[i][3:] in _ASKED:
        return None  # «سألني»
    if "س" in token.proclitics and len(token.stem) > 2 and _opens_imperfect(token):
        return token.stem
    if i > 0 and words.core[i - 1] in ("سوف", "لن") and _opens_imperfect(token):
        return token.stem
    whole = words.core[i]  # a verb that the tokenizer leaves whole: «سترد», «سنلاحق», «فسنلاحق»
    whole = whole[1:] if whole[:2] == "فس" else whole
    if whole[:1] == "س" and (whole[1:] in group("short") or _future_whole(whole)):
        return whole[1:] if len(whole) > 3 else None
    return None


@lru_cache(maxsize=50_000)
def _future_whole(word: str) -> bool:
    """Whether «سنلاحق», «سيعقد» look ahead: both third persons of the verb are words; «سندات» is none."""
    if word[:1] != "س" or word[1:2] not in tuple("ينت") or len(word) < 4:
        return False
    rest = next((word[2 : -len(e)] for e in _JOINED if word.endswith(e) and len(word) > 6), word[2:])
    least = max(SHORT_KNOWN if len(rest) < 3 else KNOWN, frequencies.zipf(word))
    return all(frequencies.zipf(p + rest) >= least for p in "يت")


def ours(words: Words, i: int) -> str | None:
    """The first person's present at token `i`, of a verb that one does by one's own will: «نستأنف»."""
    core = words.core[i]
    token = words.tokens[i]
    if token.kind != "word" or token.definite or words.name[i] is not None or len(core) < 3:
        return None
    printed = token.text[len(token.text) - len(core) :]
    if core[0] != "ن" and (not printed.startswith("أ") or "بدا" in token.text):
        return None  # «أبدا، إن شاء الله» is no «أبدأ»
    return core if of_verbs(core, "willed") else None


def indefinite(words: Words, j: int) -> bool:
    """Whether token `j` is an indefinite noun."""
    other = ("preposition", "particle", "complementizer", "negation", "circumstance", "adverb", "relative")
    known = words.definite(j) or words.name[j] is not None or words.timed(j)
    return words.tokens[j].kind == "word" and not known and not words.is_(j, *other)


def imperfect_like(words: Words, i: int) -> bool:
    """Whether token `i` looks like a third person's imperfect: no noun, name, time or number."""
    token = words.tokens[i]
    core = words.core[i]
    return (
        token.kind == "word"
        and core[:1] in ("ي", "ت")
        and (3 < len(core) < 9 or core in group("arriving"))
        and not token.definite
        and token.proclitics[:1] in ((), ("و",))
        and words.name[i] is None
        and not words.timed(i)
        and (not masdar_like(core) or (core[0] == "ت" and len(core) == 4))  # «ترفع» is like «تقدم»
        and (core[-1:] not in ("ه", "ا") or core in group("becoming") or _root_he(token))
    )


def _root_he(token: Token) -> bool:
    """Whether the ه that a word ends on is a letter of its root: «يتوجه», not «تجربة» nor «يمنحه»."""
    return token.text.endswith("ه") and not token.enclitic and token.norm.endswith(("وجه", "تجه", "نبه"))
