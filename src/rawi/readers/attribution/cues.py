"""Which words report: the forms of the lexicon's verbs, met in a text with what is written onto them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution import conjugate
from rawi.readers.attribution.conjugate import Form
from rawi.readers.attribution.homographs import MASDARS, after_an, no_verb_here, noun_here
from rawi.readers.attribution.words import ENCLITICS, Words, group

HELD = 7  # tokens from «لم ير» to what was not held, its holder between them


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb of the lexicon (statement_verbs). `takes` are its complements, prepositions folded."""

    past: str
    act: str
    takes: frozenset[str]
    sure: str
    traits: frozenset[str] = frozenset()

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that bring its content."""
        return self.takes - {"an", "quote", "np", "obj"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb met at a token. `object` is the pronoun written onto it; `passive` is marked by a damma."""

    index: int
    verb: Verb
    form: Form
    conjunction: bool
    object: str
    future: bool = False
    passive: bool = False


@cache
def forms() -> dict[str, tuple[tuple[Form, Verb], ...]]:
    """Folded form -> what it may be."""
    out: dict[str, list[tuple[Form, Verb]]] = {}
    for row in table("statement_verbs"):
        takes = frozenset(
            fold(t) if t not in ("an", "quote", "np", "obj") else t for t in row["takes"].split()
        )
        verb = Verb(row["past"], row["act"], takes, row["sure"], frozenset(row["traits"].split()))
        for form in (
            *conjugate.past(row["past"]), *conjugate.present(row["present"]),
            *conjugate.participle(row["participle"]),
        ):  # fmt: skip
            out.setdefault(form.word, []).append((form, verb))
    for row in table("statement_verbs"):
        verb = out[fold(row["past"])][0][1]
        for form in conjugate.dual(row["past"]) if verb.sure in _FOR_TWO else ():
            if form.word not in out and row["past"] not in MASDARS:
                out[form.word] = [
                    (form, next(v for f, v in out[fold(row["past"])] if v.past == row["past"]))
                ]
    return {word: tuple(found) for word, found in out.items()}


_FOR_TWO = frozenset({"strong"})  # verbs whose doubtful dual is read
_SHORT = frozenset({"حث", "حض"})  # verbs of two letters that no noun begins with و or ف hides


@lru_cache(maxsize=1 << 15)  # words repeat: 0.4 of 2.9 ms an article
def read_word(norm: str) -> tuple[tuple[tuple[Form, Verb], ...], bool, str, bool]:
    """What a folded word may be: (readings, conjunction before it, pronoun after it, future س)."""
    known = forms()
    if norm in known:
        return known[norm], False, "", False
    for conjunction in (False, True):
        word = norm[1:] if conjunction else norm
        if conjunction and (norm[0] not in "وف" or (len(norm) < 4 and word not in _SHORT)):
            break
        if conjunction and word in known:
            return known[word], True, "", False
        if word[0] == "س" and word[1:2] in ("ي", "ت") and word[1:] in known:
            told = tuple((f, v) for f, v in known[word[1:]] if f.shape == "present")
            if told:  # «ستحدث» is no «تحدث»
                return told, conjunction, "", True
        if not conjunction and word[0] == "ل" and word[1:2] in ("ي", "ت") and word[1:] in known:
            told = tuple((f, v) for f, v in known[word[1:]] if f.shape == "present" and _tells(v))
            if told:
                return told, False, "", False
        for tail in ENCLITICS:
            stem = word[: -len(tail)]
            if not word.endswith(tail) or len(stem) < 3:
                continue
            for shape in (stem, stem[:-1] + "ي" if stem.endswith("ا") else stem):
                found = tuple(
                    (f, v)
                    for f, v in known.get(shape, ())
                    if f.shape != "participle" and ("obj" in v.takes or "pronoun" in v.traits)
                )
                if found:
                    return found, conjunction, tail, False
    return (), False, "", False


def _tells(verb: Verb) -> bool:
    """Whether «ليقول», «ليؤكد» of the verb goes on with a tale by what somebody said."""
    return (
        verb.sure == "strong" and verb.act in ("say", "affirm", "announce") and "an" in verb.takes
    )


def resumes(words: Words, cue: Cue) -> bool:
    """Whether the verb is printed with لـ: «عاد ليقول إن»."""
    return cue.form.shape == "present" and words.norm[cue.index] == "ل" + cue.form.word


def _two_here(words: Words, i: int, form: Form, verb: Verb, conjunction: bool) -> bool:
    """Whether a perfect in the dual stands here («لكنهما حذرا من») and no noun or adjective spelled alike:
    its clause opens, and what the verb takes follows."""
    if i + 1 >= len(words) or i == 0:
        return False
    following, before = words.norm[i + 1], words.norm[i - 1]
    takes = (
        following in group("complementizer") or following == ":" or words.quote[i + 1] is not None
    )
    takes = takes or following in verb.prepositions or following[:1] in verb.prepositions
    opens = (
        conjunction or before in "،,.؛" or before.endswith("هما") or before in ("قد", "كما", "حيث")
    )
    name = words.name[i - 1]
    first = words.norm[words.holding(name.start)] if name is not None else ""
    joined = name is not None and first[:1] == "و" and name.text[0] != "و"
    return takes and (opens or joined)  # «كانغ وبومبيو شددا على»


def cue_at(words: Words, i: int) -> Cue | None:
    """The reporting verb at token `i`, or None; found once, for many walks pass it."""
    if i not in words.cues:
        words.cues[i] = _find(words, i)
    return words.cues[i]


def _find(words: Words, i: int) -> Cue | None:
    """What `cue_at` gives.

    1. The word is a form of a verb, bare or with و، ف، س before it and a pronoun after it.
    2. A noun that is spelled alike is no verb: after a preposition, or رأي printed with dotted ya.
    """
    norm = words.norm[i]
    if len(norm) < 2 or words.mark(i):
        return None
    if norm in group("saying"):
        if norm == "القول" and not (i and words.is_(i - 1, "preposition")):
            return None  # «القول إن … مستحيل»
        gender = "f" if norm.endswith("ها") else "m" if norm.endswith("ه") else ""
        return Cue(i, _SAY, Form(norm, "participle", gender, "s"), False, "")
    found, conjunction, pronoun, future = read_word(norm)
    if norm in ("ورد", "فرد") and i + 1 < len(words) and words.norm[i + 1].startswith("علي"):
        found, conjunction = forms()["رد"], True  # «ورد عليه فلان قائلا», else «it is told»
    if not found and i and words.core[i - 1] == "لم":
        found, conjunction, pronoun, future = read_word(norm + "ي")  # «لم ينف»: the jussive
        behind = range(i + 1, min(i + HELD, words.stop[i]))
        if norm in ("ير", "تر") and not any(words.is_(j, "complementizer") for j in behind):
            return None  # «لم تر البيت»: with her eyes
    if not found:
        return None
    form, verb = found[0]
    if len(found) > 1 and pronoun == "" and form.shape == "present":
        strong = [p for p in found if p[1].sure == "strong"]
        form, verb = strong[0] if strong else found[0]
    raw = words.tokens[i].text
    if form.shape == "participle" and form.gender == "f" and raw[-1] == "ه":
        told = [p for p in forms().get(norm[conjunction:-1], ()) if "obj" in p[1].takes]
        if told:  # «طالبه», where «طالبة» is printed with its dots
            (form, verb), pronoun = told[0], "ه"
    if pronoun == "ه" and raw[-1] == "ة":
        return None  # «دعاة»
    if (verb.past[-1] == "ى" and form.word == fold(verb.past) and raw[-1] == "ي") or (
        verb.past[0] == "ا" and raw[conjunction:][:1] == "أ"
    ):
        return None  # the nouns «رأي», «نادي»; «أعتقد», which is the first person
    inner = i > 0 and words.stop[i - 1] == words.stop[i]
    if inner and conjunction and words.norm[i - 1] == "ان":
        return None  # «بعد أن ودعوا»: the و is its own
    if inner and not conjunction and after_an(words, i, form, verb):
        return None
    if inner and no_verb_here(words, i, form):
        return None
    if noun_here(words, i, verb, form):
        return None
    if form.number == "d" and raw[-1] == "أ":
        return None  # «أقرأ»
    doubtful = form.shape == "past" and form.number == "d" and form.gender == "m"
    if (
        doubtful
        and form in conjugate.dual(verb.past)
        and not _two_here(words, i, form, verb, conjunction)
    ):
        return None
    if (
        form.shape == "past"
        and inner
        and not conjunction
        and words.is_(i - 1, "preposition")
        and (not words.is_(i - 1, "with_pronoun", "according"))
    ):
        return None
    passive = verb.past == "قيل" or _damma(raw, conjunction)
    conjunction = conjunction or (i > 0 and words.norm[i - 1] == "و")  # «، و أضاف»
    return Cue(i, verb, form, conjunction, pronoun, future, passive)


# «قوله»، «بالقول» behave as a participle does: they take a clause, and their subject is elsewhere.
_SAY = Verb("قال", "say", frozenset({"an", "quote"}), "weak")


def _damma(raw: str, conjunction: bool) -> bool:
    """Whether the verb's first letter carries the damma of the passive."""
    start = 1 if conjunction else 0
    return len(raw) > start + 1 and raw[start + 1] == "\u064f" and raw[start] in "أنيتاذ"


def impersonal(words: Words, cue: Cue) -> bool:
    """Whether a verb without subject opens its sentence in the third person masculine present."""
    if cue.verb.past == "بين" and cue.form.shape == "present" and not cue.object:
        return True  # «تبيّن أن…», spelled alike
    i = cue.index
    if (
        cue.form.shape != "present"
        or cue.form.number != "s"
        or cue.form.gender != "m"
        or cue.object
    ):
        return False
    j = i + 1 + (i + 2 < len(words) and words.norm[i + 1] in "،,")  # «يُذكر، أن»
    if j >= len(words) or not (words.is_(j, "complementizer") or words.norm[j] == "الي"):
        return False
    return (
        i == 0
        or words.stop[i - 1] != words.stop[i]
        or words.norm[i - 1] in ("،", ",", "كما", "فيما")
    )


def subject_pronoun(cue: Cue) -> str | None:
    """What a particle before the verb holds its subject as («أنه قال», «لكنها قالت»), where it is of one."""
    return {"m": "ه", "f": "ها"}.get(cue.form.gender) if cue.form.number == "s" else None
