"""What the words of a clause do in it: which negate, which are its verbs, which stand in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rawi.arabic.words import Token
from rawi.story.conflicts import lexis

EXCEPT = frozenset({"الا", "سوي"})
"""After a negation, what makes it one of everything else only: «لن يتوقف إلا إذا»."""
_ROOT = 3  # letters of a plain verb
_BACK = 3  # words before a deed among which a condition makes it one that may be
_SUBJECT = 4  # words from a subject to its verb
_DOUBT = 8  # the same of a word of doubt
# The perfects of the eighth, seventh and tenth form: their nouns have a long a that these lack (استمع, استماع).
_DERIVED = re.compile(r"^(?:است[^ا]{2,3}[^اه]|ان[^ا]{2}[^اهي]|ا[^ا]ت[^ا][^اه])$")
_PASSIVE = "\u064f"  # a damma
_PROOF = 3  # words before evidence among which it is said that there is none
_IF = frozenset({"اذا", "لو"})
_KNOWN = 4  # words of what is denied among which «علم» makes it a denial of knowledge
_ALLEGED = 2  # words from a deed to what says that it is only alleged
_PRONOUNS = frozenset({"انه", "انها", "انهم"})


def negates(tokens: Sequence[Token], k: int) -> bool:
    """Whether the token at `k` is a negator that negates what follows."""
    if not lexis.is_of(tokens[k], "negator"):
        return False
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    return after is None or not lexis.is_of(after, "not_negation")


def empty(token: Token) -> bool:
    return token.kind == "mark" or any(
        lexis.is_of(token, c) for c in ("existence", "rumour", "temporal", "negator")
    )


def looks_finite(tokens: Sequence[Token], k: int) -> bool:
    token = tokens[k]
    if token.kind != "word" or token.definite:
        return False
    if k and tokens[k - 1].norm in ("قد", "لقد", "وقد", "فقد"):
        return True
    stem = token.stem or token.norm
    if "س" in token.proclitics:
        return True
    if _DERIVED.match(stem) and not set(token.proclitics) & set("بلك"):
        return True
    if stem[:1] == "ي" and len(stem) >= 4 and not (set(token.proclitics) & set("بك")):
        return True
    return (
        stem[-1:] == "ت"
        and len(stem) >= 4
        and stem[-2:] != "ات"
        and not token.enclitic
        and not (set(token.proclitics) & set("بلك"))
    )


def finite(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word that may be a verb stands where a verb of the clause does."""
    token = tokens[k]
    if k and (tokens[k - 1].norm in lexis.group("governing") or negates(tokens, k - 1)):
        return False
    if looks_finite(tokens, k):
        return True
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if token.norm[-1:] == "ا" and len(token.stem) > _ROOT and after is not None and "ل" in after.proclitics:
        return False  # «ودعماً للحكومة»
    # spelled as a noun may be (قتل, دخل): a verb at the head of the clause or after its subject
    before = tokens[k - 1] if k else None
    return (
        before is None
        or before.definite
        or before.kind == "mark"
        or before.norm in _PRONOUNS
        or (token.proclitics == ("و",) and len(token.stem) == _ROOT)
    )


def governs(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word that may be spelled as a verb is the subject of one («خفض الإنتاج سيضر»)."""
    if k or looks_finite(tokens, k):
        return False
    near = range(k + 1, min(len(tokens), k + 1 + _SUBJECT))
    verb = next((j for j in near if looks_finite(tokens, j)), None)
    if verb is None or "و" in tokens[verb].proclitics:
        return False
    return tokens[k + 1].definite and not any(t.base in ("ان", "الذي", "التي") for t in tokens[k:verb])


def comments(tokens: Sequence[Token], k: int) -> bool:
    """Whether «علق» at `k` is «علق على الأمر», and suspends nothing."""
    after = tokens[k + 1 : k + 1 + _SUBJECT + 1]
    return lexis.is_of(tokens[k], "commenting") and any(t.norm == "علي" for t in after)


def knowledge(tokens: Sequence[Token], first: int = _KNOWN) -> bool:
    """Whether the first words of a clause tell of somebody's knowing something («أي علم بالأمر»)."""
    return any(lexis.is_of(t, "knowing") for t in tokens[:first])


def passive(cue: Sequence[Token]) -> bool:
    """Whether a cue is one in the passive («اتُّهم»): its subject is who is accused, and says nothing."""
    return any(_PASSIVE in t.text for t in cue)


def unproved(tokens: Sequence[Token], k: int) -> bool:
    """Whether what stands at `k` is what there is no evidence of («لا تحمل دليلاً على أنه غادر»)."""
    return any(
        lexis.is_of(tokens[j], "evidence")
        and any(negates(tokens, n) or lexis.is_of(tokens[n], "failing") for n in range(max(0, j - _PROOF), j))
        for j in range(k)
    )


def supposed(tokens: Sequence[Token], k: int) -> bool:
    """Whether what stands at `k` is a condition, or asked about."""
    if any(t.norm.lstrip("وف") in lexis.group("conditional") for t in tokens[:k]):
        return True
    return _in_case(tokens[:k])


def conditioned(tokens: Sequence[Token], k: int) -> bool:
    """Whether a condition stands behind what stands at `k`: «ستنسحب إذا …», «لن تبقى في حال …»."""
    after = tokens[k + 1 :]
    return any(t.norm in _IF for t in after) or _in_case(after)


def _in_case(tokens: Sequence[Token]) -> bool:
    return any(a.norm == "في" and b.norm in ("حال", "حاله") for a, b in pairwise(tokens))


def doubted(tokens: Sequence[Token], k: int) -> bool:
    """Whether the deed at `k` stands under a condition, a doubt, a question, or is what is forbidden."""
    if unproved(tokens, k):
        return True
    if any(lexis.is_of(t, "unproven") for t in tokens[max(0, k - _DOUBT) : k]):
        return True
    if supposed(tokens, k):
        return True
    if k and tokens[k - 1].norm in ("ما", "مما", "عما", "بما"):
        return True
    if any(lexis.is_of(t, "alleged") for t in tokens[k + 1 : k + 1 + _ALLEGED]):
        return True
    return any(lexis.is_of(t, "hypothetical") for t in tokens[max(0, k - _BACK) : k])
