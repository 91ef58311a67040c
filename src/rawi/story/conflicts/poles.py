"""Poles: which of two opposite acts or states a clause holds with, and what it is the act of.

A mere mention («ملف الانسحاب», «مخاوف من الانسحاب») takes no side. A side is taken

    1. by a finite verb («ستبقى القوات»)
    2. by a predicate («القوات ضعيفة»): an indefinite state
    3. by a verbal noun that something makes binding: a duty, wish, decision or agreement before it, or
       after it, or the reporting verb itself («أكد استمرار المهمة»), or «هناك»

The last may be a wish; a wish stands against a wish, and what is told as so against what is told as so.
A side is turned round by a negator before it, also across «خطة», «وجود», «أي» («لا خطة حالياً للانسحاب»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rawi.arabic.words import Token
from rawi.story.ask.stem import stems
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import EXCEPT, comments, conditioned, governs, supposed, unproved

BEFORE = 5  # words between what binds and the act
AFTER = 9  # words between the act and «أحد الالتزامات» after it
WINDOW = 7  # words after the act that say what it is the act of
OPENING = -1  # instead of a negator's place: nothing but such words stand before the act
BACK = 4  # words before a verb or a state that say the same
_AGREED = frozenset({"اتفاق", "توافق", "تفاهم"})  # with «على»: «الانسحاب من الاتفاق» binds nobody
_THERE_IS = frozenset({"هناك", "وهناك", "ثمه", "وثمه", "يوجد", "توجد", "يسود", "تسود"})
_REPORTED = frozenset({"affirm", "announce", "demand", "promise", "deny"})


@dataclass(frozen=True, slots=True)
class Pole:
    """A side taken.

    `sign` on `axis`; `word` as printed; `heads` what it is grammatically the act of (a genitive, a
    subject), `subjects` the latter, `actors` those of them that are names, `objects` all near it
    (stems); `negated` whether it is flatly denied («لا», «نفى»; «دون» and «رفض» turn it too, but deny
    nothing); `wish` whether it is wanted or thought needed, not told as so; `sort` the word's: noun |
    verb | state; `ahead` whether a verb is of what is to come.
    """

    axis: str
    sign: int
    word: str
    heads: tuple[str, ...]
    subjects: tuple[str, ...]
    actors: tuple[str, ...]
    objects: tuple[str, ...]
    negated: bool
    wish: bool
    sort: str
    ahead: bool


def poles(
    tokens: Sequence[Token], *, holder: str, named: frozenset[str], act: str, denied: bool,
    refused: bool = False, inside: frozenset[int] = frozenset(),
) -> tuple[Pole, ...]:  # fmt: skip
    """The sides that a clause takes.

    `holder`: the key of who says it; `named`: stems of the article's names; `inside`: where words inside
    names start, which take no side («منظمة حظر الأسلحة»); `act`: of the statement that it opens; `denied`:
    whether that statement denies it; `refused`: whether it refuses it, which turns it too but denies nothing.
    """
    out: list[Pole] = []
    for k, token in enumerate(tokens):
        if token.kind != "word" or token.start in inside or comments(tokens, k):
            continue
        for entry in _entries(tokens, k):
            if entry.sort == "state" and (token.definite or k == 0 or "ب" in token.proclitics):
                continue  # «بمناسبة العيد»
            if k and any(e.axis == entry.axis for e in _entries(tokens, k - 1)):
                continue  # «وقف إطلاق النار» is no beginning
            if entry.sort == "state" and _superlative(tokens, k):
                continue  # «أفضل سبيل لمنعها»
            if entry.sort == "verb" and _goes_on(tokens, k, entry):
                continue  # «تستمر في سحب سلاحها»: the noun says what is done
            if entry.sort == "noun" and k and lexis.is_of(tokens[k - 1], "avoidance"):
                continue  # «تجنب التصعيد»
            negator = _negator(tokens, k)
            reached = (denied or refused) and negator == OPENING
            before = tokens[negator] if negator is not None and negator != OPENING else None
            wary = before is not None and lexis.is_of(before, "refusal")
            negated = before is not None
            if negated and any(t.norm in EXCEPT for t in tokens[k + 1 :]):
                continue  # «لن تنسحب إلا إذا»: both said and denied
            if before is not None and lexis.is_of(before, "lacking") and _denies(tokens[:negator]):
                continue  # «لا أمن دون مغادرة»: neither said nor denied
            if _hypothetical(tokens, k, negated or reached):
                continue
            to_come = "س" in token.proclitics or (before is not None and before.norm.endswith("لن"))
            if to_come and conditioned(tokens, k):
                continue
            if entry.sort == "noun" and not (
                negated
                or reached
                or _binding(tokens, k, act)
                or (k <= 1 and act in _REPORTED)
                or (k > 0 and tokens[k - 1].norm in _THERE_IS)
                or (k == 0 and entry.lasting and token.definite)
            ):
                continue
            heads, subjects, objects = _objects(tokens, k, entry.sort, holder)
            if not objects:
                continue
            actors = tuple(h for h in heads if h in named or h[0] == "@")
            turned = negated != (denied or refused)
            sign = -entry.side if turned else entry.side
            wish = wary or refused or act == "demand" or _wished(tokens, k)
            flat = denied or (before is not None and lexis.is_of(before, "denial"))
            out.append(Pole(
                entry.axis, sign, token.text, heads, subjects, actors, objects, flat, wish, entry.sort,
                entry.sort == "verb" and to_come,
            ))  # fmt: skip
    return tuple(out)


def _entries(tokens: Sequence[Token], k: int) -> tuple[lexis.Entry, ...]:
    known = lexis.entries()
    token = tokens[k]
    if k + 1 < len(tokens):
        pair = f"{token.base or token.norm} {tokens[k + 1].base or tokens[k + 1].norm}"
        if pair in known:
            return known[pair]
    printed = known.get(token.stem or token.norm, ())
    based = known.get(token.base, ()) if token.base != token.stem else ()
    verbs = (
        () if token.definite or token.enclitic else tuple(e for e in printed if e.sort == "verb")
    )
    nouns = tuple(e for e in (*printed, *based) if e.sort != "verb")
    # A verbal noun and a verb may be spelled alike (رفض); after a preposition it is the noun.
    if verbs and nouns:
        governed = governs(tokens, k) or bool(set(token.proclitics) & set("بلك"))
        return nouns if governed or _construct(tokens, k) else verbs
    return tuple(dict.fromkeys(nouns or verbs))


def _superlative(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word of more or better is one of all: an indefinite noun follows it."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if not tokens[k].norm.startswith("ا") or after is None or after.kind != "word":
        return False
    governs_it = lexis.is_of(after, "governing") or lexis.is_of(after, "temporal")
    return not (governs_it or after.definite or after.proclitics)


def _goes_on(tokens: Sequence[Token], k: int, entry: lexis.Entry) -> bool:
    """Whether what goes on, or ends, is itself named by a noun of the same axis: «واصل الانسحاب»."""
    n = k + 2 if k + 1 < len(tokens) and tokens[k + 1].norm == "في" else k + 1
    if n >= len(tokens):
        return False
    return any(e.axis == entry.axis and e.sort == "noun" for e in _entries(tokens, n))


def _construct(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word before governs a noun: a preposition or a verbal noun."""
    return k > 0 and tokens[k - 1].norm in lexis.group("governing")


def _negator(tokens: Sequence[Token], k: int) -> int | None:
    """The place of the negator that turns the act at `k`, across words that only say that it exists
    or is planned."""
    for j in range(k - 1, max(-1, k - BEFORE - 2), -1):
        token = tokens[j]
        if lexis.is_of(token, "refusal"):
            return j
        if lexis.is_of(token, "negator"):
            return None if lexis.is_of(tokens[j + 1], "not_negation") and j + 1 < k else j
        if token.kind == "mark" or not any(
            lexis.is_of(token, c) for c in ("existence", "plan", "temporal", "light")
        ):
            return None
    return OPENING if k <= BEFORE + 1 else None


def _denies(tokens: Sequence[Token]) -> bool:
    return any(lexis.is_of(t, "denial") for t in tokens)


def _hypothetical(tokens: Sequence[Token], k: int, negated: bool) -> bool:
    near = tokens[max(0, k - 3) : k]
    if unproved(tokens, k) or supposed(tokens, k):
        return True
    if any(lexis.is_of(t, "hypothetical") for t in near):
        return True
    return not negated and any(t.norm in ("اي", "ايه") for t in near)


def _binding(tokens: Sequence[Token], k: int, act: str) -> bool:
    before = tokens[max(0, k - BEFORE) : k]
    after = tokens[k + 1 : k + 1 + AFTER]
    agreed = any(one.base in _AGREED and two.norm == "علي" for one, two in pairwise(before))
    return (
        agreed
        or any(lexis.is_of(t, "binding") for t in before)
        or (k <= 1 and any(lexis.is_of(t, "binding") and not t.proclitics for t in after))
    )


def _wished(tokens: Sequence[Token], k: int) -> bool:
    after = [t for t in tokens[k + 1 : k + 1 + AFTER] if k <= 1 and not t.definite]
    return any(lexis.is_of(t, "wish") for t in (*tokens[max(0, k - BEFORE) : k], *after))


def _objects(
    tokens: Sequence[Token], k: int, sort: str, holder: str
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Heads, subjects and all objects of the act at `k`."""
    after = _topical(tokens[k + 1 : k + 1 + WINDOW], holder)
    before = _topical(tokens[max(0, k - BACK) : k], holder) if sort != "noun" else ()
    if sort == "state":  # a predicate is of what stands before it
        return before[-2:], before[-2:], before
    subjects: tuple[str, ...] = ()
    if sort == "verb":
        heads = (*before[-2:], *after[:1])
        subjects = before[-2:] or after[:1]
    elif tokens[k].enclitic:
        heads = (f"@{holder}",)  # «خسارته»: of somebody whom the words do not name
    else:
        heads = _genitives(tokens[k + 1 : k + 1 + WINDOW], holder)
    return tuple(dict.fromkeys(heads)), subjects, tuple(dict.fromkeys((*before, *after)))


def _genitives(after: Sequence[Token], holder: str) -> tuple[str, ...]:
    """What a verbal noun is the act of: the noun straight after it («انسحاب القوات», «إنهاء مهمة
    التحالف»), and those joined to that by و."""
    out: list[str] = []
    for n, token in enumerate(after):
        if token.kind == "mark" or token.norm in lexis.group("governing"):
            break
        if set(token.proclitics) & set("بل"):
            break
        if not out or (n and "و" in token.proclitics):
            out += _topical([token], holder)[:1]
    return tuple(out)


def _topical(tokens: Sequence[Token], holder: str) -> tuple[str, ...]:
    out: list[str] = []
    for token in tokens:
        if lexis.is_of(token, "sides"):
            out.append(lexis.SIDES)
        elif lexis.is_of(token, "own") or token.norm.lstrip("وف") in lexis.group("own"):
            out.append(f"@{holder}")  # «بلاده» is another country in every mouth
        elif token.kind != "mark" and not any(lexis.is_of(token, c) for c in _EMPTY):
            out += stems([token])
    return tuple(out)


_EMPTY = ("light", "existence", "temporal", "negator", "binding", "not_negation")
