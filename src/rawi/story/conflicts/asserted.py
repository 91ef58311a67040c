"""What a clause says is so: the deeds that it claims, the things that it speaks of as there, and what it
says that somebody is behind.

A deed is claimed by a finite verb, by the verbal noun that a report opens with («أعلن مغادرة الوفد»), or by one
that evidence is offered of. Whoever mentions, fears, condemns or investigates a deed does not claim it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from rawi.arabic.words import Token
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import doubted, empty, finite, governs, negates
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb

AHEAD = ">"  # after the key of a deed to come
THING = "+"  # before the stem of a thing that there is
_BACK = 3  # words before a noun among which evidence stands
_REMOVED = 2  # words before a thing among which it is done away with («تدمير كل مخزون»)
_FAR = 8  # words between a light verb and the noun whose deed it tells
_BLAMED = 3  # words that say what somebody is behind
_KILLED = 4  # words before «على يد» that say what was done to whom
_HANDS = frozenset({"يد", "ايدي", "يدي"})
_STAND = frozenset({"~وقف", "~قف"})
_COMMITTED = frozenset({"وقع", "شن", "شنت", "يشن", "نفذ", "نفذت", "ارتكب", "ارتكبت", "شنه", "نفذه"})
_TOLD_AS_SO = frozenset(
    {"affirm", "announce", "accuse"}
)  # «تحدث عن اختفائه» says only what it is about


def claimed(
    tokens: Sequence[Token], act: str, condemned: bool, after_name: Container[int] = ()
) -> frozenset[str]:
    """The keys of the deeds that a clause says were or will be done. `act`: of the statement that the
    clause opens; `condemned`: whether that statement condemns what it names; `after_name`: where a word
    starts that follows somebody's name."""
    out: set[str] = set()
    for k, token in enumerate(tokens):
        named = lexis.words([token])
        if token.kind != "word" or not named or doubted(tokens, k) or lexis.is_of(token, "temporal"):
            continue
        noun, verb = deeds_of_noun(token), deeds_of_verb(token)
        stands = finite(tokens, k) or (token.start in after_name and not token.definite)
        stands = stands and not governs(tokens, k)
        if verb and not lexis.is_of(token, "copula") and stands:
            ahead = "س" in token.proclitics or (k and tokens[k - 1].norm.lstrip("و") == "سوف")
            ahead = ahead or any(lexis.is_of(t, "scheduled") for t in tokens[max(0, k - _BACK) : k])
            out |= {key + AHEAD for key in verb} if ahead else verb
        if not condemned and (_opening(tokens, k, act) or _evident(tokens, k)):
            out |= noun | set(named)
        there = not (token.definite or token.enclitic or "ل" in token.proclitics)
        removed = any(lexis.is_of(t, "removing") for t in tokens[max(0, k - _REMOVED) : k])
        if there and not negates(tokens, k - 1) and not governs(tokens, k) and not removed:
            out |= {THING + s for s in named}
    return frozenset(out)


def blamed(tokens: Sequence[Token], act: str) -> tuple[str, ...]:
    """The stems of what somebody is said to be behind: those straight after «مسؤول عن», «نفذ», «يقف
    وراء», and the first ones of what he is accused of."""
    found: list[str] = lexis.words(tokens)[:_BLAMED] if act == "accuse" else []
    for k, token in enumerate(tokens[:-1]):
        if token.norm in _HANDS and k > 1 and tokens[k - 1].norm == "علي" and not doubted(tokens, k):
            found += lexis.words(tokens[max(0, k - 1 - _KILLED) : k - 1])  # «قتل الحارس على يد»
            continue
        if not lexis.is_of(token, "guilty") or doubted(tokens, k):
            continue
        after = tokens[k + 1]
        official = lexis.is_of(token, "office")
        stands = token.norm in ("وراء", "خلف")
        if official and after.norm != "عن":
            continue
        if stands and (not k or deeds_of_verb(tokens[k - 1]).isdisjoint(_STAND)):
            continue
        if official and any(lexis.is_of(t, "matter") for t in tokens[k + 2 : k + 3]):
            continue  # «المسؤولون عن قضية …»: their office
        found += lexis.words(tokens[k + 1 : k + 1 + _BLAMED])
    return tuple(dict.fromkeys(found))


def _opening(tokens: Sequence[Token], k: int, act: str) -> bool:
    """Whether the noun at `k` is what a report opens with; «وقوع», «قيام» before it do not count."""
    if not act or tokens[k].definite:
        return False
    told = act in _TOLD_AS_SO or any(lexis.is_of(t, "happening") for t in tokens[:k])
    if not told and not any(_occurs(tokens, j) for j in range(k + 1, len(tokens))):
        return False  # «إخلاء القرى سيبدأ غداً» tells more than «إخلاء القرى سيضر بأهلها»
    return all(
        empty(t)
        or t.base in ("ان", "بان")
        or lexis.is_of(t, "happening")
        or lexis.is_of(t, "evidence")
        for t in tokens[:k]
    )


def _occurs(tokens: Sequence[Token], k: int) -> bool:
    return any(lexis.is_of(tokens[k], c) for c in ("carried", "occurs"))


def _evident(tokens: Sequence[Token], k: int) -> bool:
    if "ب" in tokens[k].proclitics and any(lexis.is_of(t, "carried") for t in tokens[:k]):
        return True  # «بدأ الفصيل الأول أمس بالانسحاب»
    own = tokens[k].enclitic and not tokens[k].proclitics
    if own and any(lexis.is_of(t, "performing") for t in tokens[max(0, k - _FAR) : k]):
        return True  # «قدم وزير النقل فلان الفلاني استقالته»
    for j in range(k - 1, max(-1, k - 1 - _BACK), -1):
        token = tokens[j]
        if j and token.norm in _COMMITTED and tokens[j - 1].norm in lexis.group("governing"):
            return False  # «قرار لتحديد المسؤول عن شن هجوم»
        if (
            token.norm in _COMMITTED
            or lexis.is_of(token, "carried")
            or (j < k - 1 and lexis.is_of(token, "evidence"))
        ):
            return True
        if token.norm not in lexis.group("governing") and not lexis.is_of(token, "happening"):
            return False
    return False
