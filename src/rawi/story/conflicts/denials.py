"""What a clause says is not so, and what it says is so, by the deeds and things that it names.

A denial denies one thing or a few («لا توجد خطة ولا قرار ولا اجتماع مغلق»), each with its own words:

    deed    that something was or will be done («نفى مغادرته المدينة», «لم يغادر المدينة»)
    thing   that there is such a thing («لا توجد رسالة», «نفى وجود خطة لبيع المرفأ»)
    part    that somebody had a part in it («نفت الوزارة تورطها في الحادث»)
    term    that there is a day or a timetable for it («لا موعد لبيع المخازن»)
    being   that something is what it was called («ما يجري ليس صيانة»)

What a clause says with «لم» and «لن» is in negations.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.arabic.words import Token
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import EXCEPT, empty, looks_finite, negates, supposed
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.denied import ANY, Denial, any_of, is_term, term
from rawi.story.conflicts.negations import negations

_PERFECT = 8  # words between «يكون» and «قد»
_SUBJECT = 6  # words of a subject before its verb
_SOUGHT = 4  # words between a negator and what there is none of
_BE = frozenset({"يكون", "تكون", "كان", "كانت", "يكونوا", "كانوا"})
_BEHIND = frozenset({"وراء", "خلف"})
_OF = frozenset({"حول", "بشان", "عن", "بخصوص", "ان", "بان"})
_WHAT = frozenset({"ما", "هذا", "هذه", "ذلك", "تلك"})
_ABOUT = frozenset({"حول", "بشان", "بخصوص"})
_BUT = frozenset({"بل", "وانما", "ولكن"})


def denials(tokens: Sequence[Token], denies: bool, held: bool) -> tuple[Denial, ...]:
    """Everything that a clause denies. `denies`: it is what a statement of denial denies; `held`: it is
    somebody's word, not the outlet's own."""
    if denies:
        return tuple(d for d in (_of_content(tokens),) if d is not None and d.heads)
    found = (*_none_of(tokens), *negations(tokens, held), _being(tokens))
    return tuple(d for d in found if d is not None and d.heads)


def false_content(tokens: Sequence[Token]) -> Sequence[Token] | None:
    """What «المزاعم بأن … عارية عن الصحة», «لا صحة لما تردد عن …» says is not so."""
    for k, token in enumerate(tokens):
        none = token.norm in ("صحه", "اساس") and k and negates(tokens, k - 1)
        if none:
            return tokens[k + 1 :]
        if k and lexis.is_of(token, "falsehood") and not negates(tokens, k - 1):
            opened = next((j for j, t in enumerate(tokens[:k]) if lexis.is_of(t, "rumour")), None)
            return None if opened is None else tokens[opened:k]
    return None


def _of_content(tokens: Sequence[Token]) -> Denial | None:
    """What the content of a statement of denial denies."""
    first = opening(tokens)
    about = first > 0 and tokens[first - 1].norm in _ABOUT
    tokens = tokens[first:]
    if not tokens or (about and lexis.is_of(tokens[0], "matter")):
        return None  # «الاتهامات بشأن البرنامج»: what is said of it is not told
    if tokens[0].norm in _BE:
        if len(tokens) > 2 and (tokens[1].norm in _BEHIND or lexis.is_of(tokens[1], "guilty")):
            words = lexis.words([t for t in tokens[2:] if not empty(t)])  # «نفى أن يكون وراء الهجوم»
            return Denial("part", ("part",), ("@holder",), tuple(dict.fromkeys(words)))
        for k in range(1, min(len(tokens) - 1, _PERFECT)):
            if tokens[k].norm == "قد":
                return _verbal(tokens, k + 1, own=True)
            if looks_finite(tokens, k):
                return _verbal(tokens, k, own=k == 1)
            if tokens[k].norm in ANY:
                return _nominal(tokens, k + 1)
        tokens = tokens[1:]
    k = next((k for k, t in enumerate(tokens) if not empty(t)), None)
    if k is None:
        return None
    if tokens[k].definite or tokens[k].norm in ("انه", "انها", "انهم"):
        verb = next(
            (j for j in range(k + 1, min(len(tokens), k + _SUBJECT)) if looks_finite(tokens, j)),
            None,
        )
        if verb is None and tokens[k].kind == "word" and deeds_of_noun(tokens[k]):
            return _nominal(tokens, k)  # «نفت الاتفاق مع الشركة على البيع»
        return None if verb is None else _verbal(tokens, verb)
    if looks_finite(tokens, k):
        return _verbal(tokens, k)
    return _nominal(tokens, k)


def opening(tokens: Sequence[Token]) -> int:
    """Where the thing itself begins after «صحة ما تردد عن», «الأنباء التي تحدثت عن»."""
    opened = any(lexis.is_of(t, "rumour") or t.norm == "ما" for t in tokens[:2])
    if not opened:
        return 0
    for k, token in enumerate(tokens[:-1]):
        if token.norm in _OF or token.base in ("ان", "بان"):
            return k + 1
    return next((k for k, t in enumerate(tokens) if not empty(t) and t.norm != "ما"), 0)


def _nominal(tokens: Sequence[Token], k: int) -> Denial | None:
    """The denial of the noun at `k`; where it is a plan or «وقوع», also of what that is of."""
    heads: list[str] = []
    used: set[int] = set()
    sort = "deed"
    mine = False
    while k < len(tokens):
        token = tokens[k]
        known = lexis.words([token])
        if not known or token.norm in ANY or lexis.is_of(token, "existence"):
            k += 1
            continue
        if lexis.is_of(token, "part"):
            return _part(tokens, k)
        there = k and lexis.is_of(tokens[k - 1], "existence") and tokens[k - 1].norm not in ANY
        if there and (token.definite or token.proclitics):
            return None  # «وجود الوفد في المدينة»: where somebody is, not whether
        light = lexis.is_of(token, "happening")
        plan = lexis.is_of(token, "plan")
        used.add(k)
        mine = mine or (bool(token.enclitic) and not light)  # «نفى علمه بما جرى»
        if plan:
            heads += known
            sort = "thing"
        elif lexis.is_of(token, "knowing"):
            heads += known  # «علمه بالبيع»; «إعلام» has its letters
        elif not light:
            heads += [*known, *deeds_of_noun(token)]
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if following is not None and following.norm == "او" and k + 2 < len(tokens):
            k += 2  # «احتجاز أو مقتل»
            continue
        if plan and following is not None and "ل" in following.proclitics:
            k += 1
            continue
        if light and following is not None:
            k += 1
            continue
        break
    words = tuple(
        dict.fromkeys(
            lexis.words([t for n, t in enumerate(tokens) if n not in used and not empty(t)])
        )
    )
    own = ("@holder",) if sort == "deed" and mine else ()
    return Denial(sort, tuple(dict.fromkeys(heads)), own, words)


def _part(tokens: Sequence[Token], k: int) -> Denial:
    """«تورطها في …», «مسؤولية النظام عن …», «علاقة للمملكة ب…»."""
    agent = ["@holder"] if tokens[k].enclitic else []
    n = k + 1
    while (
        n < len(tokens)
        and tokens[n].norm not in ("في", "عن", "مع")
        and "ب" not in tokens[n].proclitics
    ):
        if lexis.is_of(tokens[n], "own") or tokens[n].norm in ("له", "لها", "لهم", "لهما"):
            agent.append("@holder")
        else:
            agent += lexis.words([tokens[n]])
        n += 1
    words = lexis.words([t for t in tokens[n:] if not empty(t)])
    return Denial(
        "part", ("part",), tuple(dict.fromkeys(agent or ["@holder"])), tuple(dict.fromkeys(words))
    )


def _verbal(tokens: Sequence[Token], k: int, own: bool = False) -> Denial | None:
    """`own`: a verb whose subject is not printed is of the speaker himself («نفى أن يكون قد استمع»)."""
    heads = tuple(sorted(deeds_of_verb(tokens[k])))
    words = lexis.words([t for n, t in enumerate(tokens) if n != k and not empty(t)])
    alone = own and not any(t.kind == "word" and t.norm != "قد" for t in tokens[1:k])
    own_deed = ("@holder",) if alone else ()
    return Denial(
        "deed", heads, own_deed, tuple(dict.fromkeys(words)), any_of=any_of(tokens, k)
    )


def _none_of(tokens: Sequence[Token]) -> Iterator[Denial | None]:
    """«لا توجد خطة ولا قرار», «ليس لديها أي جنود»: each thing with the words up to the next."""
    starts = [
        k for k in range(len(tokens) - 1)
        if negates(tokens, k) and lexis.is_of(tokens[k], "denial") and _existential(tokens, k + 1)
        and not supposed(tokens, k) and not any(t.norm in EXCEPT for t in tokens[k + 1 :])
    ]  # fmt: skip
    if not starts:
        return
    nor = [k for k in range(starts[0] + 1, len(tokens) - 1) if tokens[k].norm == "ولا"]
    starts = sorted({*starts, *nor})
    for n, k in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(tokens)
        for j in range(k + 1, min(end, k + 1 + _SOUGHT)):
            if not empty(tokens[j]) and tokens[j].kind == "word" and tokens[j].norm not in ANY:
                if not lexis.is_of(tokens[j], "vague") and not tokens[j].proclitics:
                    made = _nominal(tokens[j:end], 0)
                    heads = () if made is None else tuple(h for h in made.heads if h[0] != "~")
                    if is_term(tokens[j]):
                        yield term(tokens, j, end)
                    elif made is not None and made.sort == "part":
                        yield made
                    else:
                        yield None if made is None else Denial("thing", heads, (), made.words)
                break


def _existential(tokens: Sequence[Token], k: int) -> bool:
    following = tokens[k]
    if following.enclitic and following.base == "وجود":
        return False  # «نفى وجوده في المدينة»: where somebody is
    return not following.proclitics and (
        any(lexis.is_of(following, c) for c in ("existence", "plan")) or is_term(following)
    )


def _being(tokens: Sequence[Token]) -> Denial | None:
    """«ما يجري في المرفأ ليس صيانة»: an indefinite noun alone after «ليس» at a clause's end, with what is
    called so before it. «منظمة الصحة ليست مسرحاً» answers nobody who called her one."""
    first = next((t for t in tokens if t.kind == "word" and t.base not in ("ان", "بان")), None)
    if first is None or not (first.definite or first.norm in _WHAT):
        return None
    for k in range(1, len(tokens) - 1):
        what, after = tokens[k + 1], tokens[k + 2 : k + 3]
        if tokens[k].norm not in ("ليس", "ليست") or what.kind != "word":
            continue
        alone = not after or after[0].kind == "mark" or after[0].norm in _BUT
        bare = not (what.definite or what.proclitics or what.enclitic)
        subject = tuple(dict.fromkeys(lexis.words([t for t in tokens[:k] if not empty(t)])))
        plain = not any(lexis.is_of(what, c) for c in ("existence", "vague"))
        if alone and bare and subject and plain:
            return Denial("being", tuple(lexis.words([what])), subject, ())
    return None
