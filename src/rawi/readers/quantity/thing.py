"""What a number counts.

1. of a share     «80% من الناخبين», «ثلث مساحة العراق»: what follows, after من or at once
2. a unit         «1.8 مليار دولار أميركي»: the unit and its adjectives
3. a noun         «ثلاثة مواقع رئيسية»: the noun after the number and the adjectives that agree with it
4. a noun before  «الدول الست»: a definite number follows what it counts
5. announced      «ارتفع عدد القتلى إلى 12», «القوات البالغ عددها نحو 2500»: a counting noun before it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.frequencies import key, zipf
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.quantity.lexicon import Unit, units, words_of

MOST_WORDS = 4  # of what is counted: longer phrases are clauses
COMMON = 3.0  # Zipf: a word met at least once in a million
CLOSE = (
    1.0  # Zipf: a name or rare word that happens to be the remainder («جان») is no better reading
)
REACH = 12  # words looked back over for a counting noun
_ADJECTIVE = ("ي", "يه", "يا", "يين", "يون", "ه", "ات", "ين", "ون", "اء")
"""Endings (folded) of an indefinite adjective that agrees with a counted noun; an accusative one ends in ا."""
_OF_A_PLACE = ("ي", "يه", "يا", "يين", "يون", "يات")
"""Endings of an adjective made of a noun («مصريين»), which governs nothing."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: tokens `first:last`, and the unit where it is one.

    `whole`: the first token is one word although it looks as if it bore a particle («لجان»).
    """

    first: int
    last: int
    unit: str | None = None
    whole: bool = False


def following(tokens: Sequence[Token], at: int, ceiling: int, *, share: bool) -> Thing | None:
    """Steps 1 to 3: what is counted by a number that ends before token `at`, or None."""
    if at >= ceiling:
        return None
    head = tokens[at]
    # 1.
    if share:
        if head.norm == "من" and at + 1 < ceiling and _noun(tokens[at + 1]):
            return Thing(at + 1, _phrase(tokens, at + 1, ceiling))
        if _noun(head) and head.definite:
            return Thing(at, _phrase(tokens, at, ceiling))
        if _noun(head) and at + 1 < ceiling and _noun(tokens[at + 1]) and tokens[at + 1].definite:
            return Thing(at, _phrase(tokens, at + 1, ceiling))
        return None
    # «ثلاثة من القادة»، «ثلاثة من أفراد الشرطة»، «اثنان من مرافقيه»
    if head.norm == "من" and at + 1 < ceiling and _noun(tokens[at + 1]):
        whole, owner = tokens[at + 1], tokens[at + 2] if at + 2 < ceiling else None
        owned = owner is not None and _noun(owner) and not owner.proclitics and _known(owner)
        if _known(whole) or owned:
            return Thing(at + 1, _phrase(tokens, at + 1, ceiling))
    apart = units().get(head.norm + tokens[at + 1].norm) if at + 1 < ceiling else None
    if apart and apart[0].kind == "measure":  # «كيلو متر»
        return Thing(at, at + 2, apart[0].code or None, whole=True)
    choices = units().get(head.norm) or units().get(head.base)
    short = choices is not None and head.norm in function_words()  # «كم», of distance here
    if not (_noun(head) or short) or (head.proclitics and not _whole(head)):
        return None
    bound = head.enclitic and not head.text.endswith("ة")
    if bound and not units().get(head.norm):  # «جنيها»
        return None
    if _by(head) and not choices:
        return None
    # 2.
    if choices and choices[0].kind != "counter":
        last = adjectives(tokens, at, ceiling) if choices[0].kind == "currency" else at + 1
        unit = _unit(choices, tokens[at + 1 : last])
        if last < ceiling and tokens[last].norm in words_of("square"):
            power = {"مربع": "2", "مكعب": "3"}.get(
                tokens[last].norm[:4], ""
            )  # none in «درجة مئوية»
            unit, last = f"{unit}{power}", last + 1
        return Thing(at, last, unit, whole=True)
    # 3.
    last = adjectives(tokens, at, ceiling)
    if choices and last < ceiling and tokens[last].norm == "من" and last + 1 < ceiling:
        body = tokens[last + 1]
        if _noun(body) and (body.definite or (last + 2 < ceiling and tokens[last + 2].definite)):
            return Thing(at, _phrase(tokens, last + 1, ceiling), whole=True)
    return Thing(at, last, whole=True)


def preceding(tokens: Sequence[Token], at: int, floor: int, value: float) -> Thing | None:
    """Step 4: the definite noun phrase right before a definite number at token `at`, a dual before «اثنين»,
    or None.

    Above ten the number counts only a plural («الركاب الـ35»); else it says which («الحكومة الـ35»).
    """
    if value == 2 and at > floor and tokens[at - 1].norm.endswith(("ين", "ان")):
        return Thing(at - 1, at)  # «شرطيين اثنين»
    k = at
    while k > floor and at - k < MOST_WORDS and _noun(tokens[k - 1]) and tokens[k - 1].definite:
        k -= 1
    if k == at:
        return None
    if not tokens[k].proclitics:  # «دول مجلس التعاون الخليجي الست»: what the phrase belongs to
        opens = k
        while (
            opens > floor
            and k - opens < 2
            and _noun(tokens[opens - 1])
            and not tokens[opens - 1].enclitic
        ):
            opens -= 1
            if tokens[opens].base in words_of("plural"):
                return Thing(opens, at)
    head = tokens[k]
    plural = head.base.endswith(("ات", "ين", "ون")) or head.base in words_of("plural")
    return Thing(k, at) if plural or value <= 10 else None


def announced(tokens: Sequence[Token], at: int, floor: int) -> Thing | None:
    """Step 5: what a counting noun before the number (at token `at`) says is counted, or None.

    «عدد القتلى إلى» gives القتلى; «الفرق الأجنبية البالغ عدد أفرادها» gives الفرق الأجنبية.
    """
    for k in range(at - 1, max(floor, at - REACH) - 1, -1):
        token = tokens[k]
        if token.kind == "mark" and token.text not in '()"«»':
            return None
        word = token.stem or token.norm
        if token.base not in words_of("count") and word not in words_of("count"):
            continue
        if token.enclitic or (k + 1 < at and tokens[k + 1].enclitic):
            return _owner(tokens, k, floor)
        if k + 1 < at and _noun(tokens[k + 1]) and tokens[k + 1].base not in words_of("link"):
            last = min(_phrase(tokens, k + 1, at), at)
            return Thing(k + 1, last)
        return None
    return None


def _owner(tokens: Sequence[Token], at: int, floor: int) -> Thing | None:
    """The noun phrase that a pronoun at token `at` goes back to: right before البالغ، وعددهم."""
    k = at - 1
    while k >= floor and (tokens[k].base in words_of("link") or tokens[k].text in "،,"):
        k -= 1
    last = k + 1
    while k >= floor and _noun(tokens[k]) and tokens[k].definite and last - k < MOST_WORDS:
        k -= 1
    return Thing(k + 1, last) if last - k - 1 > 0 else None


def _noun(token: Token) -> bool:
    """Whether a token can be a noun or adjective of what is counted."""
    return (
        token.kind in ("word", "latin")
        and (token.norm not in function_words() or token.text.endswith("ية"))  # «آلية», not «إليه»
        and token.norm not in words_of("end")
        and len(token.norm) > 1
        and not _verb(token)
    )


def _verb(token: Token) -> bool:
    """Whether a word looks like a verb of the present («يحق»), which nothing counted does."""
    word = token.norm
    return (
        word.startswith("ي") and len(word) > 2 and not word.endswith(("ي", "يه", "ا", "يين"))
        and word not in units()
    )  # fmt: skip


def _whole(token: Token) -> bool:
    """Whether a word that was cut is a common word uncut too («لجان»): after a number it stands whole."""
    if token.definite or token.proclitics[0] in ("و", "ف"):
        return False
    if token.norm in units() or token.norm in words_of("whole"):
        return True
    whole, rest = zipf(key(token.text)), zipf(key(token.text[token.stem_start - token.start :]))
    return whole >= COMMON and whole >= rest - CLOSE and not _by(token)


def _by(token: Token) -> bool:
    """Whether the word's ب is the preposition, the word without it being the commoner: «ألفان برصاص …»."""
    word = key(token.text)
    if not word.startswith("ب") or len(word) < 4 or token.norm in words_of("whole"):
        return False
    return zipf(word[1:]) >= max(COMMON, zipf(word))


def adjectives(tokens: Sequence[Token], at: int, ceiling: int) -> int:
    """The index after the noun at `at` and the adjectives that agree with it."""
    last = at + 1
    accusative = tokens[at].norm.endswith("ا")
    while last < min(ceiling, at + MOST_WORDS) and _agrees(tokens[last], accusative=accusative):
        if last > at + 1 and tokens[last - 1].norm.endswith("ي") and tokens[last].norm.endswith("ه"):
            break  # «100 جندي أمريكي عملية»
        last += 1
    if last > at + 1 and _governs(tokens, last - 1, ceiling):
        last -= 1
    return last


def _governs(tokens: Sequence[Token], at: int, ceiling: int) -> bool:
    """Whether the adjective at `at` is a participle whose object follows by a particle («أهداف مرتبطة
    ببرنامج»، «المعارضين المنتمين لحركة»): what it says is cut in two without it."""
    word = tokens[at].stem.removeprefix("ال")
    if at + 1 >= ceiling or not word.startswith("م") or word.endswith(_OF_A_PLACE):
        return False
    after = tokens[at + 1]
    return after.proclitics[:1] in (("ب",), ("ل",)) or after.norm in words_of("object")


def _agrees(token: Token, *, accusative: bool) -> bool:
    if not _noun(token) or token.proclitics or token.definite or token.kind != "word":
        return False
    word = token.norm
    verb = word.startswith("ي") or word.endswith("وا") or token.text.endswith("أت")
    if len(word) < 4 or verb or token.enclitic:
        return False  # «9 حرائق بدأت»
    return word.endswith(_ADJECTIVE) or (accusative and word.endswith("ا"))


def _phrase(tokens: Sequence[Token], at: int, ceiling: int) -> int:
    """The index after a definite noun phrase that begins at `at`: nouns and adjectives up to a particle."""
    last = at + 1
    if last < ceiling and not _known(tokens[at]) and _noun(tokens[last]):
        last += 1  # the second noun of an idafa
    men = tokens[at].norm.endswith(("ين", "ون"))
    while last < min(ceiling, at + MOST_WORDS) and tokens[last].definite and _noun(tokens[last]):
        if tokens[last].proclitics or tokens[last].base in words_of("link"):
            break
        if men and tokens[last].norm.endswith("ه"):
            break  # «عشرات المحتجين القنصلية»: no adjective of theirs, but what they did it to
        last += 1
    if last > at + 1 and _governs(tokens, last - 1, ceiling):
        last -= 1
    return last


def _known(token: Token) -> bool:
    """Whether a noun is definite by itself: with ال, or by the pronoun it ends in."""
    return token.definite or bool(token.enclitic)


def _unit(choices: tuple[Unit, ...], adjectives: Sequence[Token]) -> str | None:
    """The unit that the adjectives decide for; else the one that needs no deciding; else None."""
    said = {t.base for t in adjectives} | {t.norm for t in adjectives}
    for unit in choices:
        if unit.of and any(word.startswith(unit.of) for word in said):
            return unit.code
    plain = [u for u in choices if not u.of]
    # Another country's money by the same name (دولار ناميبي): a code would be a guess.
    if plain and plain[0].kind == "currency" and said and plain[0].code != "USD":
        return None if len(choices) > 1 else plain[0].code or None
    return (plain[0].code or None) if plain else None
