"""Where phrases of the lexicons stand in a run of tokens: longest match, clitics cut off.

A phrase may begin behind proclitics («وواشنطن», «للجزيرة نت»); a printed word is tried whole before
its clitics are believed («بابل» is not ب + ابل). Quotation marks and brackets inside a phrase are
passed over («تنظيم "داعش"»).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rawi.arabic import frequencies
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.lexicons import Entry, Phrase

PASSED = frozenset("\"'«»“”„‟()[]‘’")
INNER = frozenset(".-‑")
_END = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry's name at tokens `first:last`, beginning `at` (a code point, clitics cut off)."""

    first: int
    last: int
    at: int
    entry: Entry


@cache
def _trie() -> dict:
    return _grown(lexicons.phrases())


@cache
def _trie_of_things() -> dict:
    return _grown(lexicons.things())


def _grown(phrases: Mapping[Phrase, Entry]) -> dict:
    root: dict = {}
    for words, entry in phrases.items():
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = entry
    return root


FOREIGN_OF = frozenset(("فان", "فون"))  # as printed: no ف + ان


OWN = 2.0  # Zipf value of a word from which its first letter is its own, if nobody writes the rest alone
RARE, KNOWN = (
    2.0,
    3.0,
)  # Zipf values: a word nobody writes whole, and one that is written without its و


def joined(token: Token) -> bool:
    """Whether و is written onto a word that was not cut for it: «وجاريد» is and Jared, «وايت» is White."""
    if token.proclitics or token.kind != "word" or token.norm[:1] != "و":
        return False
    whole, rest = frequencies.key(token.text), frequencies.key(token.text[1:])
    if frequencies.zipf(whole) >= RARE:
        return False
    family = token.norm[1:] in lexicons.particles("family")  # «ورو مو هيون»
    return family or (len(token.norm) > 4 and frequencies.zipf(rest) >= KNOWN)


def name_start(token: Token) -> int:
    """Where a name that begins with this token's stem begins: after the proclitics.

    In «للعراق» the article's alef is not written: there the name begins at the first lam, since no
    later point of the word spells it.
    """
    if joined(token):
        return token.start + 1
    if not token.proclitics or not token.stem or token.proclitics[0] == "س":
        return token.start  # س goes before verbs: «سامي» is no س + امي
    if token.norm in lexicons.given_names() or token.text in FOREIGN_OF:
        return token.start
    words = lexicons.name_words()
    if len(token.proclitics) > 1 and token.proclitics[0] == "و" and token.stem not in words:
        rest = token.norm[1:]
        if rest in lexicons.given_names() or rest in words:
            return token.start + 1  # «وبيلي» is و + بيلي
    if len(token.proclitics) == 1 and not token.definite:
        whole = frequencies.zipf(frequencies.key(token.text))
        rest = frequencies.zipf(frequencies.key(token.text[1:]))
        if whole > OWN and rest == 0 and (token.stem,) not in lexicons.phrases():
            return token.start  # «لينزي» is no ل + ينزي
    inner = token.stem in words or token.base in words or (token.stem,) in lexicons.phrases()
    if token.norm in words and not inner and token.stem not in lexicons.particles("link"):
        return token.start  # «ليستر» is no ل + يستر
    at = token.stem_start
    if token.definite and not token.text[at - token.start : at - token.start + 2].startswith("ا"):
        return at - 1
    return at


def starts(token: Token) -> tuple[tuple[str, int], ...]:
    """The folded words a phrase may begin with at this token, and the code point where each begins."""
    if not token.proclitics or not token.stem:
        return ((token.norm, token.start),)
    out = [(token.norm, token.start)]
    if len(token.proclitics) > 1 and token.proclitics[0] in "وف":  # «وبابل» is not و + ب + ابل
        at = token.start + token.text.find(token.norm[1]) if len(token.norm) > 1 else token.start
        out.append((token.norm[1:], at))
    if not token.enclitic:  # «وحماسنا» names no body
        out.append((token.stem, name_start(token)))
    return tuple(out)


SHORT = 4  # letters of a word too short for its clitic to be told («لبي بي سي»)


def clipped(token: Token) -> tuple[str, int] | None:
    """A short word without the letter that may be written onto it, for names of three words or more."""
    if token.proclitics or not 3 <= len(token.norm) <= SHORT or token.norm[0] not in "لبو":
        return None
    return token.norm[1:], token.start + 1


def dotted(tokens: Sequence[Token], j: int) -> bool:
    """Whether a full stop or a hyphen stands inside a name («سي.إن.إن», «جان-كلود»)."""
    return tokens[j].text in INNER and tokens[j - 1].end + 1 == tokens[j + 1].start


def matches(tokens: Sequence[Token]) -> list[Match]:
    """The longest phrase at each place, left to right, none overlapping another."""
    return _longest(_trie(), tokens)


def things(tokens: Sequence[Token]) -> list[Match]:
    """The same of what has a name that is none of ours («كأس العالم»)."""
    return _longest(_trie_of_things(), tokens)


def _longest(root: dict, tokens: Sequence[Token]) -> list[Match]:
    out: list[Match] = []
    i, n = 0, len(tokens)
    while i < n:
        found = None
        token = tokens[i]
        if token.kind != "mark":
            short = clipped(token)
            for word, at in (*starts(token), *((short,) if short else ())):
                node = root.get(word)
                if node is None:
                    continue
                entry, last = node.get(_END), i + 1
                j = i + 1
                while j < n and (token_j := tokens[j]):
                    if token_j.kind == "mark":
                        if j + 1 >= n or (token_j.text not in PASSED and not dotted(tokens, j)):
                            break
                        j += 1
                        continue
                    node = node.get(token_j.norm)
                    if node is None:
                        break
                    j += 1
                    if _END in node:
                        entry, last = node[_END], j
                if short is not None and (word, at) == short and last - i < 3:
                    continue
                if entry is not None and (found is None or last > found.last):
                    found = Match(i, last, at, entry)
        if found is None:
            i += 1
        else:
            out.append(found)
            i = found.last
    return out
