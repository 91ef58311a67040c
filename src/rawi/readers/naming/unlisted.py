"""Places that no gazetteer lists: from a dateline, from «مدينة …».

    «قصرون – أعلن الوزير …»    the word before the dash that opens a paragraph
    «بلدة قصرون»               a strange word after a word for a town, also behind «عين», «تل» and their like

A word is strange when the frequency table hardly knows it: everyday words are never taken for places.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rawi.arabic import frequencies
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of

STRANGE = 3.0  # Zipf value; below stand names of people and places, above it words of the language
EVERYDAY = 4.0  # Zipf value of a singular from which its plural is no name
DASHES = frozenset("-–—")
LEAST = 3  # letters
STATES = frozenset(("جمهوريه", "مملكه", "سلطنه"))


def strange(token: Token) -> bool:
    """Whether the word is rare enough to be a name, and has no form of an adjective."""
    return (
        token.kind == "word" and not token.enclitic and len(token.stem) >= LEAST
        and token.base not in lexicons.demonyms() and not token.base.endswith("يه")
        and token.stem not in lexicons.given_names()
        and frequencies.zipf(frequencies.key(token.text)) < STRANGE
    )  # fmt: skip


def by_context(tokens: Sequence[Token], opens_paragraph: bool) -> list[Mention]:
    """Datelines and strange words after a word for a town, in one sentence."""
    out = []
    if opens_paragraph and len(tokens) > 3 and tokens[1].text in DASHES:
        apart = tokens[0].end < tokens[1].start and tokens[1].end < tokens[2].start
        if apart and strange(tokens[0]) and not tokens[0].proclitics:
            out.append(mention_of(tokens, 0, 1, tokens[0].start, "place", "dateline", 3, 0.8))
    out += states(tokens)
    for i, (head, name) in enumerate(pairwise(tokens)):
        rule = lexicons.heads().get(head.base) or lexicons.heads().get(head.stem)
        if rule is None or rule.rule != "town" or head.kind != "word" or head.enclitic:
            continue
        if head.definite and head.base != "عاصمه":
            continue
        if name.proclitics or (head.definite and _plural(name)):
            continue
        two = name.norm in lexicons.generic("toponym") and i + 2 < len(tokens)
        if two and strange(tokens[i + 2]) and not tokens[i + 2].proclitics:  # «منطقة عين …»
            out.append(mention_of(tokens, i + 1, i + 3, name.start, "place", "town", 3, 0.75))
        elif strange(name):
            out.append(mention_of(tokens, i + 1, i + 2, name.start, "place", "town", 3, 0.75))
    return out


def _plural(name: Token) -> bool:
    """«جابوا العاصمة هاتفين»: what they did there, and no place."""
    single = name.norm.removesuffix("ين")
    return single != name.norm and len(single) > 2 and frequencies.zipf(single) >= EVERYDAY


def states(tokens: Sequence[Token]) -> list[Mention]:
    """Countries by their adjective: «الجمهورية التركية», «المملكة المغربية»."""
    out, demonyms = [], lexicons.demonyms()
    for i, token in enumerate(tokens):
        if token.base not in STATES or not token.definite or token.enclitic:
            continue
        last, codes = i + 1, set()
        while last < len(tokens) and last - i < 4 and tokens[last].definite:
            t = tokens[last]
            if t.proclitics or not t.base.endswith("يه"):
                break
            codes |= {demonyms[t.base]} if demonyms.get(t.base) else set()
            last += 1
        if len(codes) == 1:
            start, key = name_start(token), f"place:{codes.pop()}"
            out.append(mention_of(tokens, i, last, start, "place", "lexicon", 5, 0.9, key))
    return out
