"""What the clause of a figure or of a day says without it, and how much of that two clauses share.

Two clauses that say the same but for a number, or a day, are two tellings of one thing: «بلغ إنتاج الحقل 11 ألف
برميل في أيار» and «بلغ إنتاج الحقل 9 آلاف برميل في أيار».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.arabic.analysis import Analysis
from rawi.arabic.words import Token
from rawi.records import Reading
from rawi.story.conflicts import lexis
from rawi.story.conflicts.finding import told, weigh

OLD = 10  # days before the article from which what is told is of an older matter
_CUTS = frozenset("،,؛;.!؟?:…")
_BESIDES = frozenset({"بينهم", "بينها", "بينهن", "اضافه", "فضلا", "منهم", "منها"})
_THAT = frozenset({"ان", "بان", "انه", "انها", "فان", "وان", "فيما", "بينما"})


@dataclass(frozen=True, slots=True)
class Shared:
    """`weight` of the words that two clauses share, and what share of each that is (the greater, the less)."""

    words: frozenset[str]
    weight: float
    most: float
    least: float


def clause_around(analysis: Analysis, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of the clause that holds `start:end`, in code points, without those."""
    tokens = analysis.tokens
    first, last = analysis.first_token_at(start), analysis.first_token_at(end)
    if first and tokens[first - 1].end > start:
        first -= 1  # «بـ47 مقعداً»
    sentence = next((s for s in analysis.sentences if s.start <= start < s.end), None)
    low, high = (sentence.first, sentence.last) if sentence else (first, last)
    a = next((k + 1 for k in range(first - 1, low - 1, -1) if _cuts(tokens[k])), low)
    b = next((k for k in range(last, high) if _cuts(tokens[k])), high)
    return (*tokens[a:first], *tokens[last:b])


def _cuts(token: Token) -> bool:
    if token.kind == "mark":
        return token.text in _CUTS
    return not {token.norm, token.base}.isdisjoint(_THAT | _BESIDES)


def words_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The stems of a clause that say what it is about."""
    kept = [t for t in tokens if t.kind == "word" and not lexis.is_of(t, "measuring")]
    return tuple(dict.fromkeys(lexis.words(kept)))


def scene_of(reading: Reading, analysis: Analysis, start: int) -> tuple[str, ...]:
    """The stems of the title, of the body's first sentence and of the sentence at `start`."""
    title = reading.article.title
    first = next((p.start for p in reading.article.body), 0)
    held = [s for s in analysis.sentences if s.start <= start < s.end]
    lead = next((s for s in analysis.sentences if s.start >= first), None)
    spans = [(title.start, title.end)] if title is not None else []
    found: list[str] = []
    for a, b in spans:
        found += lexis.words(analysis.tokens[analysis.first_token_at(a) : analysis.first_token_at(b)])
    for s in (*([lead] if lead is not None else []), *held):
        found += lexis.words(analysis.tokens[s.first : s.last])
    return tuple(dict.fromkeys(found))


def told_of_old(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence names a time that was over well before the article was printed."""
    printed = reading.article.published
    if printed is None or printed.begin is None:
        return False
    days = [t.date.end for t in reading.times if start <= t.start < end and t.date is not None]
    return any(d is not None and (printed.begin - d).days > OLD for d in days)


def of_old(reading: Reading, analysis: Analysis, start: int) -> bool:
    """Whether the sentence at `start` is told of old, by a day of its own or as the one before it is."""
    here = next((k for k, s in enumerate(analysis.sentences) if s.start <= start < s.end), None)
    if here is None:
        return False
    sentence = analysis.sentences[here]
    dated = any(sentence.start <= t.start < sentence.end and t.date is not None for t in reading.times)
    if here and not dated:
        sentence = analysis.sentences[here - 1]
    return told_of_old(reading, sentence.start, sentence.end)


def moving(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells of a price, or of what rises and falls."""
    return any(
        lexis.is_of(t, "moving")
        or any(e.axis == "level" for w in (t.stem, t.base) for e in lexis.entries().get(w, ()))
        for t in tokens
    )


def set_against(analysis: Analysis, start: int) -> bool:
    """Whether the words of its sentence before `start` set it against what was told before («فيما»)."""
    here = next((s for s in analysis.sentences if s.start <= start < s.end), None)
    before = analysis.tokens[here.first : analysis.first_token_at(start)] if here is not None else ()
    return any(lexis.is_of(t, "contrast") for t in before)


def shared(a: Iterable[str], b: Iterable[str]) -> Shared:
    """What two clauses have in common."""
    one, two = frozenset(a), frozenset(b)
    met = told(one, two)
    weight = weigh(met)
    both = (weight / max(0.5, weigh(one)), weight / max(0.5, weigh(two)))
    return Shared(met, weight, min(1.0, max(both)), min(1.0, min(both)))
