"""What a clause says was not or will not be done: «لم يغادر», «لن تنسحب»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rawi.arabic.words import Token
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import EXCEPT, comments, conditioned, empty, supposed
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.denied import Denial, any_of, is_term, term

_NOT = frozenset({"لم", "لن"})
_WHICH = frozenset({"الذي", "التي", "الذين", "والذي", "والتي"})
_BE = frozenset({"يكون", "تكون", "كان", "كانت", "يكونوا", "كانوا"})
_SO_FAR = frozenset({"بعد", "حتي", "الان"})
_PRONOUNS = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم"})
_UNTIL = frozenset({"قبل", "حتي", "طالما"})
_AS = frozenset({"كما", "رغم", "خلافا"})  # «كما وعدت الحكومة»: no longer what was not done
_SOUGHT = 4  # words behind the verb among which «بعد» says that it only has not been done so far
_OBJECT = 2  # words from a verb to its object
_PERFORMED = 4  # the same where for whom may stand between («لن يقدم للشركة مقترحاً»)


def negations(tokens: Sequence[Token], held: bool) -> Iterator[Denial]:
    """Every deed that a clause says was or will not be done. `held`: it is somebody's word; of the outlet's own
    only what was not done is taken, which may stand against a word that was given."""
    if tokens[0].norm in _WHICH:
        return
    for k, (negator, verb) in enumerate(pairwise(tokens)):
        if negator.norm.lstrip("وف") not in _NOT or verb.kind != "word":
            continue
        when = "past" if negator.norm.endswith("لم") else "future"
        if not held and when != "past":
            continue
        if supposed(tokens, k) or (k and tokens[k - 1].norm in ("ان", "وان")):
            continue  # «إذا لم», «إن لم»
        if any(lexis.is_of(t, "lying") for t in tokens[:k]):
            continue  # «كذبت عندما قالت إنها لم …»: what another said
        if when == "future" and conditioned(tokens, k):
            continue  # «لن تبقى في حال انسحبت»
        if any(t.norm in EXCEPT for t in tokens[k + 2 :]):
            continue  # «لن يتوقف إلا إذا»
        if any(lexis.is_of(verb, c) for c in ("not_negation", "copula")) or verb.norm in _BE:
            continue
        if comments(tokens, k + 1):
            continue
        after = tokens[k + 2 :]
        after = after[: next((n for n, t in enumerate(after) if t.norm in _AS), len(after))]
        if when == "future":  # «لن يشارك قبل خروج …»: the rest is the condition
            until = next((n for n, t in enumerate(after) if t.norm in _UNTIL), len(after))
            if after and not until:
                continue  # «لن نرد قبل تسلم العينة»: neither what nor whether is told
            after = after[:until]
        performing = lexis.is_of(verb, "performing")
        done = _performed(after) if performing else frozenset()
        if performing and not done:
            continue  # whatever it is, the verb does not say
        others = [t for t in (*tokens[:k], *after) if not empty(t)]
        if verb.enclitic and not after:
            continue  # «لم يفتحها»: what, is told elsewhere
        words = tuple(dict.fromkeys(lexis.words(others)))
        yet = any(t.norm in _SO_FAR for t in after[:_SOUGHT])
        heads = tuple(sorted(done or deeds_of_verb(verb)))
        if heads:
            told = next(iter(lexis.words([t for t in after[:_SOUGHT] if not empty(t)])), "")
            told = "" if done else told
            before = tuple(lexis.words([t for t in tokens[:k] if not empty(t)]))
            yield Denial(
                "deed", heads, _own(tokens, k), words, when, yet, any_of(tokens, k + 1), told, before
            )
        if not held:
            continue
        for j in range(k + 2, min(len(tokens), k + 2 + _OBJECT)):
            if is_term(tokens[j]) and not tokens[j].definite:
                yield term(tokens, j, len(tokens))


def _performed(after: Sequence[Token]) -> frozenset[str]:
    """«لم يقدم استقالته»: the deed is the noun's."""
    for token in after[:_PERFORMED]:
        found = deeds_of_noun(token)
        if found and not token.proclitics and not token.definite:
            return frozenset((*found, *lexis.words([token])))
    return frozenset()


def _own(tokens: Sequence[Token], k: int) -> tuple[str, ...]:
    """«لم نغادر», «إنه لن يغادر»: the speaker's own deed."""
    mine = tokens[k + 1].norm[:1] in ("ا", "ن") or (k > 0 and tokens[k - 1].norm in _PRONOUNS)
    also = tokens[k].norm[:1] == "و" and tokens[0].norm in _PRONOUNS  # «إنه باق ولم يغادر»
    return ("@holder",) if mine or also else ()
