"""Sentential relative clauses, which say something of all that stands before them: «…، وهو ما نفته الوزارة»,
«…، الأمر الذي حذر منه الصندوق», «…، وهي اتهامات تنفيها الشركة». They end the report before them, and are one
of their own (taking_up.py)."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Verb, cue_at, forms
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.words import Words, heads

ADVERBS = 4  # tokens of «بشدة», «يوم الأحد» between the verb and its subject
OPENERS = frozenset({"وهو", "وهي", "هو", "هي", "الامر", "ما"})
_TAKING_UP = frozenset({"deny", "affirm"})  # verbs whose object may be all that was told
_BY_PREPOSITION = frozenset({"deny", "warn", "demand"})
_PREPOSITIONS = {
    "منه": "من", "منها": "من", "به": "ب", "بها": "ب", "فيه": "في", "فيها": "في", "اليه": "الي", "اليها": "الي",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentential relative clause: its first token, its verb's, what the verb does, who."""

    first: int
    verb: int
    act: str
    subject: Phrase


def sentential(words: Words, i: int, stop: int) -> Clause | None:
    """The clause of this kind that opens at token `i`, behind a comma, or None.

    1. «وهو ما», «وهو الأمر الذي», «الأمر الذي», «ما», «وهي اتهامات».
    2. A verb with a pronoun for what was told («نفته», «حذر منه»).
    3. Its subject, printed.
    """
    if i + 2 >= stop or i == 0 or words.norm[i - 1] not in "،,\"»”":
        return None
    k = _opener_end(words, i)  # 1
    if k is None or k + 1 >= stop:
        return None
    found = _verb(words, k)  # 2
    if found is None:
        return None
    act, j = found
    limit = min(stop, j + ADVERBS)
    while j < limit and (words.is_(j, "adverb") or words.timed(j)):
        j += 1
    subject = noun_phrase(words, j, stop)  # 3
    if subject is None:
        return None
    denies = act == "deny" and subject.kind == "noun" and words.definite(subject.first)
    return Clause(i, k, act, subject) if subject.speaks or denies else None


def _opener_end(words: Words, i: int) -> int | None:
    """Index behind what opens the clause at token `i`."""
    norm = words.norm[i]
    k = i + 1
    if norm in ("وهو", "وهي", "هو", "هي"):
        if words.norm[k] == "ما":
            return k + 1
        if words.norm[k] == "الامر" or heads(words.norm[k], "told_thing", conjunction=False):
            return k + 1 + words.is_(k + 1, "relative")
        return None
    if norm == "الامر" and words.is_(k, "relative"):
        return k + 1
    return k if norm == "ما" else None


def _verb(words: Words, k: int) -> tuple[str, int] | None:
    """(what the verb at token `k` does, index behind it and its pronoun)."""
    norm = words.norm[k]
    for tail in ("ها", "ه"):
        stem = norm.removesuffix(tail)
        if stem == norm or len(stem) < 3:
            continue
        for shape in (stem, stem[:-1] + "ي" if stem.endswith("ا") else stem):
            verbs: list[Verb] = [v for f, v in forms().get(shape, ()) if f.shape != "participle"]
            acts = [v.act for v in verbs if v.act in _TAKING_UP and "np" in v.takes]
            if acts:
                return acts[0], k + 1
    cue = cue_at(words, k)
    with_pronoun = _PREPOSITIONS.get(words.norm[k + 1])
    if cue is None or cue.object or with_pronoun not in cue.verb.takes:
        return None
    return (cue.verb.act, k + 2) if cue.verb.act in _BY_PREPOSITION else None
