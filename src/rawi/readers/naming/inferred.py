"""Places that no gazetteer lists, from all that an article says of a word.

    «رأس الحور – على الرصيف …» and later «في رأس الحور»      a dateline of two words, met again
    «نهر السلسل» and later «مجرى السلسل»                     what a noun of land or water is called
    «في تالورا», «حكومة تالورا», «الوزير التالوري»            what stands where places stand
    «أعلنت تالورا», «تالورا وميدران»                          and what is joined to such

What is found goes beside the gazetteer's matches before anything else is read, so that the tagger and the
patterns know of it («جامعة ندوان»). A word must be strange (unlisted.py), never bear ال elsewhere in the
article, and gather `ENOUGH` points: evidence of one kind is not believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon import load
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import Match, name_start, starts
from rawi.readers.naming.lexicons import Entry
from rawi.readers.naming.roles import is_title
from rawi.readers.naming.runs import Run
from rawi.readers.naming.unlisted import DASHES, strange

UNKNOWN = 2.4  # Zipf value below which a word is hardly met in any text
ENOUGH = 3  # points that make a place
POINTS = {"in": 1, "towards": 1, "of": 2}
OPENS = 2  # points of «وفي …،» at the head of a sentence, besides those of «في»
FEMININE = 1  # and of a feminine verb before: countries and cities are feminine («أعلنت تالورا»)
JOINED = 2  # and of «و» after a place («تالورا وميدران»)
NISBA = 2  # points of an adjective made of the word («التالوري» of «تالورا»)
PERSONAL = -2  # and of a title or a verb of saying straight before it
ENDINGS = ("", "ا", "ه", "يا")  # that a place may lose before the ي of its adjective

Phrase = tuple[str, ...]


@cache
def contexts() -> dict[str, frozenset[str]]:
    """Folded words of lexicon/place_contexts.tsv -> their uses."""
    out: dict[str, set[str]] = defaultdict(set)
    for row in load.table("place_contexts"):
        out[fold(row["word"])].add(row["use"])
    return {word: frozenset(uses) for word, uses in out.items()}


def places(runs: Sequence[Run], openings: set[int]) -> dict[Phrase, str]:
    """Phrases that are places in this article, and how sure: `shown` or `likely`.

    `openings`: indices of tokens that open a paragraph.
    """
    points: dict[str, int] = defaultdict(int)
    kinds: dict[str, set[str]] = defaultdict(set)
    phrases: set[Phrase] = set()
    pairs: list[tuple[str, str]] = []
    articled: set[str] = set()
    adjectives: set[str] = set()
    uses = contexts()
    for base, tokens in runs:
        if base in openings:
            phrases |= _dateline(tokens)
        for i, t in enumerate(tokens):
            if t.kind != "word":
                continue
            if t.definite:
                articled.add(t.base)
                if t.base.endswith(("ي", "يه", "يون", "يين")):
                    adjectives.add(t.base)
            clitic = t.proclitics[-1:] == ("ب",)
            before = tokens[i - 1] if i else None
            if before is None or before.kind != "word":
                use = None
            else:
                use = uses.get(before.norm) or uses.get(before.stem)
            if use is None and not clitic:
                if t.definite or not _hardly_known(t):
                    continue
                if before is not None and before.kind == "word" and not t.proclitics:
                    if is_title(before):
                        points[t.stem] += PERSONAL
                    elif _feminine(before):
                        points[t.stem] += FEMININE
                        kinds[t.stem].add("verb")
                if t.proclitics == ("و",) and before is not None:
                    pairs.append((before.stem, t.stem))
                continue
            if use and "area" in use and not before.definite and not before.enclitic:
                phrases |= _called(tokens, i)
            if not _hardly_known(t) or t.definite or (t.proclitics and not clitic):
                continue
            for kind in ("in",) if clitic else (use or ()):
                if kind in POINTS:
                    points[t.stem] += POINTS[kind]
                    kinds[t.stem].add(kind)
            comma = i + 1 < len(tokens) and tokens[i + 1].text in "،,"
            if i == 1 and comma and before is not None and before.stem == "في":
                points[t.stem] += OPENS
                kinds[t.stem].add("opens")
    derived = {a.removesuffix("ه").removesuffix("ون").removesuffix("ين") for a in adjectives}
    derived = {d.removesuffix("ي") for d in derived if d not in lexicons.demonyms()}
    adjectival = {
        w for w in points if any(w[: len(w) - len(e)] in derived for e in ENDINGS if w.endswith(e))
    }
    out: dict[Phrase, str] = {}
    for _ in range(2):  # the second time for what «و» joins to a place found the first
        for word in points.keys() | {b for _, b in pairs}:
            known = (word,) in lexicons.phrases() or word in lexicons.given_names()
            if known or word in articled or (word,) in out:
                continue
            sum_ = points.get(word, 0) + NISBA * (word in adjectival)
            sum_ += JOINED * any(b == word and _is_place(a, out) for a, b in pairs)
            several = len(kinds[word]) > 1 and kinds[word] & {"in", "opens", "of"}
            if sum_ >= ENOUGH and (several or word in adjectival):
                out[(word,)] = "shown" if word in adjectival else "likely"
    again = _met_again(runs, phrases)
    return out | {p: "shown" for p in again}


def _is_place(word: str, found: Mapping[Phrase, str]) -> bool:
    entry = lexicons.phrases().get((word,))
    return (word,) in found or (entry is not None and entry.type == "place" and entry.sure)


def _feminine(token: Token) -> bool:
    """Whether the word may be a verb of a feminine subject: «أعلنت», «تطلق»."""
    word = token.stem
    plain = not token.definite and not token.enclitic and len(word) > 3
    return plain and (word.endswith("ت") or word.startswith("ت")) and not word.endswith(("ات", "ه"))


def _hardly_known(t: Token) -> bool:
    if is_title(t) or t.text.endswith("ة"):
        return False  # «أعلنت مفوضة …»
    return strange(t) and frequencies.zipf(frequencies.key(t.stem)) < UNKNOWN


def _dateline(tokens: Sequence[Token]) -> set[Phrase]:
    """The two words before the dash that opens a paragraph: «رأس الحور – …»."""
    if len(tokens) < 4 or tokens[2].text not in DASHES or tokens[1].end == tokens[2].start:
        return set()
    a, b = tokens[:2]
    plain = a.kind == b.kind == "word" and not (a.proclitics or b.proclitics or a.enclitic)
    if not plain or a.norm in function_words() or is_title(a) or not (b.definite or strange(b)):
        return set()
    return {(a.norm, b.norm)}


def _called(tokens: Sequence[Token], i: int) -> set[Phrase]:
    """What the noun of land or water before token `i` is called: «السلسل», «رأس الحور»."""
    t = tokens[i]
    if t.proclitics or t.enclitic or t.norm in function_words() or is_title(t):
        return set()
    if t.definite:
        return {(t.norm,)} if _rare(t) else set()
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.definite or after.proclitics or t.base in lexicons.demonyms():
        return set()
    return {(t.norm, after.norm)} if _rare(after) and t.norm not in lexicons.titles() else set()


def _rare(t: Token) -> bool:
    """A definite word that is no everyday noun and no adjective."""
    return (
        len(t.base) > 2 and t.base not in lexicons.demonyms() and t.base not in lexicons.heads()
        and not t.base.endswith(("ي", "يه", "ون", "ين"))
        and max(frequencies.zipf(frequencies.key(t.text)), frequencies.zipf(t.base)) < 3.0
    )  # fmt: skip


def _met_again(runs: Sequence[Run], phrases: set[Phrase]) -> set[Phrase]:
    """Those of `phrases` that the article prints twice and no lexicon lists."""
    wanted = {p for p in phrases if p not in lexicons.phrases()}
    if not wanted:
        return set()
    met: dict[Phrase, int] = defaultdict(int)
    for _, tokens in runs:
        for i, t in enumerate(tokens):
            for p in wanted:
                if t.kind == "word" and p[0] in (t.norm, t.stem):
                    met[p] += _stands(tokens, i, p)
    return {p for p, times in met.items() if times > 1}


def _stands(tokens: Sequence[Token], i: int, phrase: Phrase) -> bool:
    rest = tokens[i + 1 : i + len(phrase)]
    return len(rest) == len(phrase) - 1 and all(
        t.norm == w for t, w in zip(rest, phrase[1:], strict=True)
    )


def matches(
    tokens: Sequence[Token], found: Mapping[Phrase, str], taken: Sequence[Match]
) -> list[Match]:
    """`taken` and where `found` stands in one sentence outside it, in text order."""
    if not found:
        return list(taken)
    full = {k for m in taken for k in range(m.first, m.last)}
    first = {p[0]: p for p in sorted(found, key=len)}
    out = list(taken)
    for i, t in enumerate(tokens):
        if t.kind != "word" or t.enclitic or i in full:
            continue
        for word, at in starts(t):
            phrase = first.get(word)
            if phrase is None or not _stands(tokens, i, phrase):
                continue
            kind = "country" if found[phrase] == "shown" else "city"
            entry = Entry("", "place", " ".join(phrase), "", kind)
            out.append(Match(i, i + len(phrase), at if at > t.start else _start(t, word), entry))
            break
    return sorted(out, key=lambda m: m.first)


def _start(t: Token, word: str) -> int:
    return t.start if word == t.norm else name_start(t)
