"""What the trained tagger sees of a token.

Every attribute belongs to one printed word, whatever stands around it; a token is described by its own
attributes and by fewer of its neighbours', each with the distance in front. So the weights of all
attributes of a word at one distance can be added up once per word and kept: that is what makes
tagging cheap (`tagger.py`). Besides these there are the lexicons' phrases a token stands in, the coarse
clusters of two neighbours together, and what the article says of the word elsewhere.

Word clusters (`lexicon/name_clusters.tsv.gz`, made by `make train-names`) stand for what
unlabelled news says of a word: Lin and Wu 2009; Ratinov and Roth 2009 (who also found the labels of
other mentions in the same article to be worth most).
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rawi.arabic import frequencies
from rawi.arabic.words import Token
from rawi.errors import LexiconError
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import Match

CLUSTERS = "name_clusters.tsv.gz"
DISTANCES = (-2, -1, 0, 1, 2)
EDGE = ("edge",)
UNKNOWN = ("?", "?", "?")
_SKIP_FAR = ("p2", "p3", "s2", "s4", "n=", "k3", "z=")


_LATEST = 4096  # printed words whose attributes are kept: both fields and the network ask for them
_latest: dict[tuple[str, str], tuple[str, ...]] = {}


@cache
def clusters() -> dict[str, tuple[str, ...]]:
    """Stem -> its cluster at each granularity, coarse to fine."""
    path = files("rawi.lexicon").joinpath(CLUSTERS)
    if not path.is_file():
        raise LexiconError("no such lexicon", source=CLUSTERS)
    return parse_clusters(gzip.decompress(path.read_bytes()).decode("utf-8"))


def parse_clusters(text: str) -> dict[str, tuple[str, ...]]:
    """The table of `clusters` from its text: a word, a tab, its clusters."""
    out = {}
    for line in text.splitlines():
        if line[:2] != "# ":
            word, _, groups = line.partition("\t")
            out[word] = tuple(groups.split(" "))
    return out


@cache
def _place_words() -> dict[str, str]:
    types = {words[0]: e.type for words, e in lexicons.phrases().items() if len(words) == 1}
    clubs = (w[0] for w, e in lexicons.clubs().items() if e.kind == lexicons.CLUB)
    return types | dict.fromkeys(clubs, "organization")


def word_attributes(token: Token) -> tuple[str, ...]:
    """The attributes of the printed word, the nearest to the word itself first."""
    key = (token.text, token.kind)
    found = _latest.get(key)
    if found is None:
        if len(_latest) >= _LATEST:
            _latest.clear()
        found = _latest[key] = _described(token)
    return found


def _described(token: Token) -> tuple[str, ...]:
    if token.kind != "word":
        return (
            (f"k={token.kind}", f"w={token.norm}") if token.kind == "mark" else (f"k={token.kind}",)
        )
    norm, base = token.norm, token.base or token.norm
    known = clusters()
    groups = known.get(token.stem) or known.get(base) or known.get(norm) or UNKNOWN
    out = [f"w={norm}", f"b={base}", f"k1={groups[0]}", f"k2={groups[1]}", f"k3={groups[2]}"]
    out += [f"p2{base[:2]}", f"p3{base[:3]}", f"s2{base[-2:]}", f"s3{base[-3:]}", f"s4{base[-4:]}"]
    out.append(f"c={'+'.join(token.proclitics)}{'|ال' if token.definite else ''}")
    out.append(f"n={min(len(base), 7)}")
    out.append(f"z={int(frequencies.zipf(frequencies.key(token.text)))}")
    for label, value in (
        ("t", lexicons.titles().get(norm) or lexicons.titles().get(token.stem)),
        ("h", (h := lexicons.heads().get(base)) and h.rule + h.type),
        ("g", base in lexicons.given_names() or token.stem in lexicons.given_names() or None),
        ("d", base in lexicons.demonyms() or None),
        ("x", norm in lexicons.generic("stop") or None),
        ("pl", _place_words().get(norm) or _place_words().get(token.stem)),
        ("pa", (norm in lexicons.particles("head") and "head")
         or (norm in lexicons.particles("link") and "link")
         or (norm in lexicons.particles("tail") and "tail") or None),
    ):  # fmt: skip
        if value:
            out.append(f"{label}={value}")
    known_words = lexicons.name_words()
    kinds = known_words.get(norm) or known_words.get(base) or known_words.get(token.stem, ())
    out += [f"y={kind}" for kind in kinds]
    return tuple(out)


def near(attributes: tuple[str, ...], distance: int) -> list[str]:
    """The attributes as seen from a token `distance` away (0: the token itself)."""
    if distance == 0:
        return list(attributes)
    if abs(distance) == 1:
        chosen = [a for a in attributes if not a.startswith(_SKIP_FAR)]
    else:
        chosen = [a for a in attributes if a.startswith(("w=", "k1", "k2", "t=", "h=", "k="))]
    return [f"{distance:+d}{a}" for a in chosen]


def phrase_attributes(count: int, matches: Sequence[Match]) -> list[tuple[str, ...]]:
    """For each token, where in a lexicon's phrase it stands, if in any."""
    out: list[tuple[str, ...]] = [()] * count
    for m in matches:
        size = min(m.last - m.first, 3)
        sure = "s" if m.entry.sure else "u"
        for k in range(m.first, m.last):
            edge = "B" if k == m.first else "I"
            out[k] = (f"G={m.entry.type}{edge}", f"G={m.entry.type}{edge}{size}{sure}")
    return out


def pair_attribute(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """The coarse clusters of two neighbouring words together."""
    return f"P{coarse(left)}|{coarse(right)}"


def coarse(attributes: tuple[str, ...]) -> str:
    return next((a[3:] for a in attributes if a.startswith("k1=")), attributes[-1])


def describe(
    words: Sequence[tuple[str, ...]],
    phrases: Sequence[tuple[str, ...]],
    memory: Sequence[tuple[str, ...]] | None = None,
) -> list[list[str]]:
    """All attributes of each token of a sentence, as the trainer wants them.

    `words`: `word_attributes` of each token; `phrases`: `phrase_attributes`; `memory`: what the rest of
    the article says of each word (`memory.py`), or None for the first pass.
    """
    n = len(words)
    out = []
    for i in range(n):
        own: list[str] = []
        for distance in DISTANCES:
            j = i + distance
            if 0 <= j < n:
                own += near(words[j], distance)
            elif abs(distance) == 1:
                own += near(EDGE, distance)
        own += phrases[i]
        for distance in (-1, 1):
            if 0 <= i + distance < n:
                own += [f"{distance:+d}{p}" for p in phrases[i + distance][:1]]
                if memory is not None:
                    own += [f"{distance:+d}{m}" for m in memory[i + distance]]
        if memory is not None:
            own += memory[i]
        if i:
            own.append("L" + pair_attribute(words[i - 1], words[i]))
        if i + 1 < n:
            own.append("R" + pair_attribute(words[i], words[i + 1]))
        out.append(own)
    return out
