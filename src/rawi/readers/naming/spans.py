"""The trained tagger's spans cut or joined, before anybody asks whether they are believed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rawi.arabic import frequencies
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import Match, joined
from rawi.readers.naming.tagger import Tagged

NOUN = 3.4  # Zipf value up to which what follows «بو» or «بل» is no noun with a preposition
RARE, WORD = 1.5, 3.5  # Zipf values: of «ف» with a word, and from which the rest is one
HYPHENS = frozenset("-–‑")
RELATIVES = frozenset(
    ("عم", "عمه", "عمته", "خال", "خاله", "خالته", "شقيق", "شقيقه", "شقيقته", "اخ", "اخي", "اخت")
)


def hyphened(tokens: Sequence[Token], spans: Sequence[Tagged]) -> list[Tagged]:
    """Spans with what a hyphen joins to a person's name («كيم يونغ-تشول») taken in."""
    out: list[Tagged] = []
    for t in spans:
        last = t.last
        while t.label == "PER" and last + 1 < len(tokens) and tokens[last].text in HYPHENS:
            apart = tokens[last + 1].start - tokens[last].end
            eastern = tokens[t.first].norm in lexicons.particles("family")  # «مون جيه- إن»
            if tokens[last - 1].end != tokens[last].start or apart > int(eastern):
                break
            last += 2
        if out and out[-1].last >= t.last:
            continue
        first = t.first
        if out and out[-1].last > first:
            if t.label == out[-1].label == "PER":  # «جان-بيير» and «بيير دوفال»
                out[-1] = Tagged(out[-1].first, last, t.label, min(t.score, out[-1].score))
            continue
        out.append(Tagged(first, last, t.label, t.score))
    return out


def parted(tokens: Sequence[Token], t: Tagged) -> list[Tagged]:
    """«غريفيث ولوكوك» are two persons though the tagger saw one."""
    if t.label != "PER":
        headed = tokens[t.first].base in lexicons.heads()
        cuts = [
            k for k in range(t.first + 1, t.last)
            if tokens[k].proclitics[:1] == ("و",) and not tokens[k].definite and not headed
        ]  # fmt: skip
        return [Tagged(a, b, t.label, t.score) for a, b in pairwise([t.first, *cuts, t.last])]
    kin = next((k for k in range(t.first + 1, t.last - 1) if _relative(tokens, k)), None)
    if kin is not None:  # «سامي الدليمي ابن خال نورا»
        both = (Tagged(t.first, kin, t.label, t.score), Tagged(kin + 2, t.last, t.label, t.score))
        return [p for p in both if p.last > p.first]
    led = next((k for k in range(t.first + 1, t.last) if _led(tokens[k])), t.last)
    if led < t.last and tokens[led].norm not in lexicons.given_names():
        t = Tagged(t.first, led, t.label, t.score)  # «رونالدو بزي …»
    cuts = [
        k for k in range(t.first + 1, t.last)
        if (tokens[k].proclitics[:1] == ("و",) and not _double(tokens[k])) or joined(tokens[k])
    ]  # fmt: skip
    if not cuts:
        return [t]
    edges = [t.first, *cuts, t.last]
    return [Tagged(a, b, t.label, t.score) for a, b in pairwise(edges)]


def before_names(t: Tagged, matches: Sequence[Match]) -> Tagged:
    """A person's span that runs into a name of the lexicons: «سمير لسي إن إن» is cut before it."""
    if t.label != "PER":
        return t
    cut = [m.first for m in matches if m.entry.sure and t.first < m.first < t.last < m.last]
    return Tagged(t.first, min(cut), t.label, t.score) if cut else t


def _double(token: Token) -> bool:
    """«وورد»: a foreign name's own letters, where no given name stands behind the first."""
    return token.text.startswith("وو") and token.stem not in lexicons.given_names()


def _relative(tokens: Sequence[Token], k: int) -> bool:
    """«… ابن عم …»: whose relative somebody is."""
    after = tokens[k + 1 : k + 2]
    return tokens[k].norm in ("ابن", "ابنه") and bool(after) and after[0].stem in RELATIVES


def _led(token: Token) -> bool:
    """A particle before it parts it from a person's name: «رونالدو بزي …», «مون للصحفيين», «أما سامي فيرى»."""
    if token.norm[:2] in ("في", "فت") and token.norm[1:] in lexicons.telling_verbs():
        return True  # in the imperfect: «فايد» is no «أيد»
    long = len(token.norm) > 4  # «فاخت» is a name
    if token.text[0] == "ف" and long and frequencies.zipf(frequencies.key(token.text)) < RARE:
        return frequencies.zipf(frequencies.key(token.text[1:])) >= WORD  # «البشير فترأس»
    if token.proclitics == ("ب",):  # «بلعيدي» is a surname: nobody writes «لعيدي»
        rest = frequencies.zipf(frequencies.key(token.text[1:]))
        if token.norm[1:2] == "و" and frequencies.zipf(frequencies.key(token.text[2:])) > rest:
            rest = 0.0  # «بوعلي»: «وعلي» is two words
        return rest > NOUN or not _joined_son(token)
    return token.proclitics == ("ل",) and token.definite


def _joined_son(token: Token) -> bool:
    """«بلعيدي», «بالحاج»: «بن» written onto the surname of the west."""
    return token.text.startswith(("بل", "بال", "بو", "بن"))
