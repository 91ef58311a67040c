"""What the form of a word says against its being a name: accusatives, duals, verbs to come, adjectives."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic import frequencies, numerals
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons, roles

TANWEEN = ("\u064b", "\u064b\u0627")  # of an indefinite accusative: an adjective or a noun
OBLIQUE = 3.3  # Zipf value of the oblique plural from which «…ون» is its nominative
EVERYDAY = 3.0  # and of the singular from which «…ان» are two
PARTICIPLE = 2.2  # Zipf value from which what an accusative is made of is a word, no foreign name
BEING = frozenset(
    ("يكون", "تكون", "يكونوا", "ليكون", "لتكون", "يصبح", "تصبح", "شكل", "يشكل", "تشكل", "ليس", "ليست")
)  # fmt: skip


def usual(token: Token, limit: float) -> bool:
    return frequencies.zipf(frequencies.key(token.text)) > limit


def accusative(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word at `k` only looks like a place: «11 تركيا» are Turks, «لن يكون درعا» a shield."""
    noun = tokens[k].norm.removesuffix("ا")
    being = (
        k > 0 and tokens[k - 1].stem in BEING and noun != tokens[k].norm
        and frequencies.zipf(noun) >= 3.5 and noun not in lexicons.demonyms()
    )  # fmt: skip
    return being or _counted(tokens, k)


def _counted(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word at `k` is the accusative of an adjective that a number counts: «11 تركيا»,
    «12 جنديا سوريا»; or that tells whose somebody is: «سياسيا روسيا»."""
    if tokens[k].norm[:-1] not in lexicons.demonyms() or not k or tokens[k].proclitics:
        return False
    before = tokens[k - 1]
    if before.norm.endswith("ا") and before.norm[:-1] in lexicons.titles():
        return not before.definite  # «سياسيا روسيا»
    if before.kind == "number":
        return not _year(before)
    return k > 1 and before.norm.endswith("ا") and tokens[k - 2].kind == "number"


def _year(number: Token) -> bool:
    return number.text.isdecimal() and 1900 <= int(number.text) <= 2100


def money(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«200 كورونا دنماركية», «مليون روبية»: what a number counts, and nobody, however foreign the word."""
    if not first or any(t.norm in lexicons.given_names() for t in tokens[first:last]):
        return False
    before = tokens[first - 1]
    if before.kind == "number":
        return not _year(before) and len(before.text) > 1  # «2 ميسي» may be a list
    return any(
        a.role in ("scale", "scale-pair", "hundreds", "tens") for a in numerals.atoms(before)
    )


OPENING = '"«“'


def called(tokens: Sequence[Token], first: int) -> bool:
    """«سفينة "ديلما"», «قارب الإنقاذ "ديلما"»: what a thing is called in quotation marks is nobody."""
    if not first or tokens[first - 1].text not in OPENING:
        return False
    k = first - 2
    if k >= 0 and tokens[k].norm in lexicons.generic("calling"):
        k -= 1
    for j in range(k, max(k - 3, -1), -1):
        if tokens[j].base in lexicons.generic("thing"):
            return True
        if tokens[j].kind != "word" or not tokens[j].definite:
            return False
    return False


CLOSING = '"»”'
LONGEST_CALLED = 5  # words in the quotation marks after a thing
FOREIGN = 4.1  # Zipf value below which each word of it must be for single words of it to be meant elsewhere


def things(tokens: Sequence[Token]) -> set[tuple[str, ...]]:
    """What things are called in quotation marks here («سفينة "ديلما"»): nobody elsewhere in the article, unless
    a given name is in it; nor is any part of it where all is foreign («مركبة "ديلما بروب"»)."""
    out: set[tuple[str, ...]] = set()
    for first in range(2, len(tokens)):
        if not called(tokens, first):
            continue
        ends = (k for k in range(first, len(tokens)) if tokens[k].text in CLOSING)
        name = tuple(t.norm for t in tokens[first : next(ends, first)])
        if not name or len(name) > LONGEST_CALLED or lexicons.given_names() & set(name):
            continue
        out.add(name)
        if all(frequencies.zipf(w) < FOREIGN for w in name):
            out |= {name[a:b] for b in range(len(name) + 1) for a in range(b)}
    return out


def described(noun: Token, adjective: Token) -> bool:
    """Whether a word that is a country's name and its feminine adjective goes with the noun before it:
    «الأراضي السعودية», «قوات سورية», and not «دعا الرئيس السعودية»."""
    if noun.kind != "word" or adjective.proclitics or noun.enclitic:
        return False
    if not adjective.definite:  # «سورية»
        return noun.norm.endswith(("ه", "ات")) and not noun.definite and noun.norm not in _PLACED
    masculine = noun.base in lexicons.demonyms() and not noun.base.endswith("ه")
    his = roles.is_title(noun) and not noun.text.endswith("ة")  # «الناشطة السعودية» is hers
    return noun.definite and not masculine and not his


_PLACED = frozenset(("عاصمه", "دوله", "حكومه", "حدود", "جامعه"))


def dual(token: Token) -> bool:
    """«مستعدان»: a rare form of a word in everyday use."""
    single = token.norm.removesuffix("ان")
    return (
        len(single) > 3 and single != token.norm and not token.definite
        and token.norm not in lexicons.given_names()
        and frequencies.zipf(frequencies.key(token.text)) <= 3.0 and frequencies.zipf(single) >= 4.0
    )  # fmt: skip


def several(tokens: Sequence[Token]) -> bool:
    """«معجبون», «دولتان جارتان»: everyday nouns for more than one, and nobody's name."""
    given = lexicons.given_names()
    if any(t.norm in given or t.definite or t.kind != "word" for t in tokens):
        return False
    if len(tokens) == 1:
        stem = tokens[0].stem
        plural = len(stem) > 5 and stem.endswith("ون") and stem not in lexicons.name_words()
        oblique, single = frequencies.zipf(f"{stem[:-2]}ين"), frequencies.zipf(stem[:-2])
        return plural and min(oblique, single) >= OBLIQUE and (stem,) not in lexicons.phrases()
    return any(t.norm.endswith("تان") for t in tokens) and all(
        t.norm.endswith("ان")
        and frequencies.zipf(t.norm[:-3] + "ة" if t.norm.endswith("تان") else t.norm[:-2]) >= EVERYDAY
        for t in tokens
    )


def dual_verb(token: Token) -> bool:
    """«يرزقان»: what two do, and no surname."""
    single = token.norm.removesuffix("ان")
    return (
        token.norm[:1] == "ي" and single != token.norm and len(single) > 3
        and frequencies.zipf(single) >= EVERYDAY and token.norm not in lexicons.given_names()
    )  # fmt: skip


def accusative_title(token: Token) -> bool:
    """«رئيساً», «وليا», «مستذكرا»: what somebody is made, or how he does it, and no part of the name."""
    single = token.norm[:-1]
    how = token.norm[:1] == "م" and token.norm.endswith("ا") and len(single) > 4  # «مستذكرا»
    if how and token.norm not in lexicons.given_names() and frequencies.zipf(single) >= PARTICIPLE:
        return True
    if token.norm in lexicons.generic("manner"):
        return True
    return token.text.endswith(TANWEEN) or (
        token.norm.endswith("ا") and token.norm[:-1] in lexicons.titles() and not token.definite
    )


def predicate(tokens: Sequence[Token], k: int) -> bool:
    """«قادر على», «عازم على»: what is said of somebody, and no surname."""
    after = tokens[k + 1 : k + 2]
    stands = tokens[k].norm in lexicons.generic("predicate")
    return stands and bool(after) and (after[0].text in ("على", "عن", "من", "إلى", "أن"))


PASSIVE = "\u064f"  # the damma of a passive's first letter: «أُدين»


def verb(token: Token) -> bool:
    """A verb or a passive before a name: «أدين سامي», «كُرّم سامي»."""
    if token.norm in lexicons.given_names():
        return False
    passive = token.text[1:2] == PASSIVE and "\u0651" in token.text  # «كُرّم»; «مُحمد» is none
    return passive or token.stem in lexicons.generic("verb") or token.text[:2] == "أ" + PASSIVE


def future(token: Token) -> bool:
    """«سيتزاوجان», «سيلتقيا»: a verb to come, by what stands behind its س."""
    verb = token.norm[1:].removesuffix("ن").removesuffix("ا").removesuffix("و")
    return token.norm[:2] in ("سي", "ست") and len(verb) >= 5 and frequencies.zipf(verb) >= 2.0


def counted_noun(before: Token, token: Token) -> bool:
    """«… الحيوان أسدين»: an object of the verb, not the body's name."""
    single = token.norm.removesuffix("ين")
    return (
        before.definite and single != token.norm and len(single) > 2 and not token.definite
        and not token.proclitics and frequencies.zipf(single) >= 4.0
    )  # fmt: skip
