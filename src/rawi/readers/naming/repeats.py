"""One name, one type: what an article shows of a name in one place holds for its other mentions.

1. agreed   unlisted names of one spelling that were given several types take the best shown one: «شركة كريم»
            makes «كريم» a company wherever it stands alone, a dateline makes a place of a «person».
2. spread   an unlisted name of strange words is one wherever the article prints it.
3. brackets an acronym in brackets right after a body or an outlet is its name: «وكالة … (وضن)».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.runs import Run
from rawi.readers.naming.unlisted import strange

COMPANIES = frozenset(
    ("شركه", "مجموعه", "شركتي", "شركتا", "شركات", "نادي", "ناديي", "بنك", "مصرف", "متاجر", "مطاعم")
)  # fmt: skip
"""Words for a company or a club, folded."""
SHOWN = {"dateline": 3.0, "town": 2.0, "outlet head": 3.0, "same article": 2.0}
"""How much what gave a mention its type counts, beside one tagger's span of likelihood 1."""
COMPANY = 3.0  # and a word for a company before it
FULLER = 3.0  # and a person's full name that ends or begins with the word
LIKELY = 0.7  # likelihood from which a span of the tagger is looked for elsewhere
ACRONYM = 4  # letters

Words = tuple[str, ...]


def settled(runs: Sequence[Run], mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` of an article, agreed and with those that repeat them."""
    at = {base + i: t for base, tokens in runs for i, t in enumerate(tokens)}
    mentions = _agreed(at, mentions)
    mentions = [*mentions, *_bracketed(runs, at, mentions)]
    return _spread(runs, at, mentions)


def words_of(at: dict[int, Token], m: Mention) -> Words:
    """The folded words of a mention, what is written onto its first cut off."""
    first = at[m.first]
    head = first.norm if m.start == first.start else first.stem
    return (head, *(at[k].norm for k in range(m.first + 1, m.last)))


def _free(m: Mention) -> bool:
    """Whether only what stands around it gave the mention its type."""
    return m.key is None and m.head is None and m.type != "group" and m.basis != "description"


def _agreed(at: dict[int, Token], mentions: Sequence[Mention]) -> list[Mention]:
    votes: dict[Words, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    ends: set[str] = set()
    words = {m: words_of(at, m) for m in mentions if _free(m) or m.type in ("person", "outlet")}
    for m, own in words.items():
        if m.type == "person" and len(own) > 1:
            ends |= {own[0], own[-1]}
        if m.type == "outlet" or _free(m):
            votes[own][m.type] += SHOWN.get(m.basis, m.score)
            if m.type == "person" and len(own) == 1 and _company(at.get(m.first - 1)):
                votes[own]["organization"] += COMPANY
    for m in mentions:
        if m.head in COMPANIES and m.type == "organization":
            name = tuple(w for w in words_of(at, m)[1:] if w.isalnum())
            if len(name) == 1 and name in votes:
                votes[name]["organization"] += COMPANY
    best: dict[Words, str] = {}
    for own, by_type in votes.items():
        if len(own) == 1 and own[0] in ends:
            by_type["person"] += FULLER
        if len(by_type) > 1:
            best[own] = max(by_type, key=lambda t: (by_type[t], t))
    keys = {m.key for m in mentions if m.key is not None}
    out = []
    for m in mentions:
        if m in words and _free(m):
            entry = lexicons.phrases().get(words[m]) if m.type == "organization" else None
            if entry is not None and entry.key in keys and entry.type in ("organization", "outlet"):
                m = replace(m, type=entry.type, key=entry.key)  # «تاس» after «وكالة تاس»
            elif words[m] in best:
                m = replace(m, type=best[words[m]])
        out.append(m)
    return out


def _company(before: Token | None) -> bool:
    return before is not None and before.base in COMPANIES and not before.definite


def _bracketed(
    runs: Sequence[Run], at: dict[int, Token], mentions: Iterable[Mention]
) -> list[Mention]:
    last = {base + len(tokens) for base, tokens in runs}
    taken = {k for m in mentions for k in range(m.first, m.last)}
    out = []
    for m in mentions:
        k = m.last + (at.get(m.last) is not None and at[m.last].text in '"»”')
        if m.type not in ("organization", "outlet") or k + 2 in last or k + 1 in taken:
            continue
        bracket, word, close = at.get(k), at.get(k + 1), at.get(k + 2)
        if (
            bracket is None
            or word is None
            or close is None
            or bracket.text != "("
            or close.text != ")"
        ):
            continue
        short = len(word.norm) <= ACRONYM and word.kind in ("word", "latin") and not word.definite
        if short and word.norm not in function_words() and word.norm not in lexicons.demonyms():
            out.append(Mention(k + 1, k + 2, word.start, word.end, m.type, "brackets", 3, 0.8))
    return out


def _spread(runs: Sequence[Run], at: dict[int, Token], mentions: list[Mention]) -> list[Mention]:
    """2. Longer names first; a single word only where it is strange or a place's or acronym's own."""
    known: dict[str, dict[Words, str]] = defaultdict(dict)
    for m in mentions:
        if not _free(m) or m.basis in ("surname", "collective"):
            continue
        own = words_of(at, m)
        if m.basis == "tagger" and m.score < LIKELY:
            continue
        rare = [k for k in range(m.first, m.last) if at[k].kind != "mark" and strange(at[k])]
        if len(own) == 1:
            t = at[m.first]
            if not rare and m.basis not in ("brackets",):
                continue
            if (t.definite and m.type != "place") or t.kind != "word":
                continue
        elif not rare or any(at[k].kind == "mark" for k in range(m.first, m.last)):
            continue
        known[own[0]][own] = m.type
    if not known:
        return mentions
    taken = {k for m in mentions for k in range(m.first, m.last)}
    out = list(mentions)
    for base, tokens in runs:
        for i, t in enumerate(tokens):
            if base + i in taken or t.kind != "word" or t.enclitic:
                continue
            after_name = i > 0 and tokens[i - 1].norm in lexicons.given_names()
            for word, start in _beginnings(t)[: 1 if after_name else 3]:
                for own in sorted(known.get(word, ()), key=len, reverse=True):
                    cut = t.text[: start - t.start]
                    if known[word][own] == "person" and ("ب" in cut or "ك" in cut):
                        continue  # «دولت بهجلي»
                    rest = tokens[i + 1 : i + len(own)]
                    if tuple(r.norm for r in rest) != own[1:]:
                        continue
                    if taken & set(range(base + i, base + i + len(own))):
                        continue
                    m = mention_of(
                        tokens, i, i + len(own), start, known[word][own], "same article", 2, 0.7
                    )
                    out.append(replace(m, first=m.first + base, last=m.last + base))
                    taken |= set(range(base + i, base + i + len(own)))
                    break
                else:
                    continue
                break
    return out


def _beginnings(t: Token) -> tuple[tuple[str, int], ...]:
    """The folded words a name may begin with at this token, and where: as printed, without «و», without
    all that is written onto it («وكرج» is not و + ك + رج where «كرج» is known)."""
    whole = (t.norm, t.start)
    if not t.proclitics:
        return (whole,)
    return (whole, (t.norm[1:], t.start + 1), (t.stem, name_start(t)))
