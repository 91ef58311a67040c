"""The statements reader's view of a text: folded words with what stands around each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from rawi.arabic.analysis import Analysis, Quote, Token
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution.marks import mended
from rawi.records import Article, Name, Reading, Time

T = TypeVar("T")
INITIAL = 4  # letters of a part of a name in initials, a preposition written onto it («لسي»)
ENCLITICS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه", "ني", "ك")


@cache
def group(name: str) -> frozenset[str]:
    """One class of `statement_words`, folded."""
    for row in table("statement_words"):
        if row["class"] == name:
            return frozenset(fold(w) for w in row["words"].split())
    raise KeyError(name)


def bare(norm: str) -> str:
    """A word without the article (and without و or ل before it): الرئيس, والرئيس, للرئيس -> رئيس."""
    if norm[:1] in ("و", "ف") and norm[1:3] == "ال" and len(norm) > 5:
        norm = norm[1:]
    if norm.startswith("لل") and len(norm) > 4:
        return norm[2:]
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm


def without_conjunction(norm: str) -> str:
    """The word without a leading و or ف, where one may be written onto it."""
    return norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 3 else norm


def heads(norm: str, name: str, *, conjunction: bool = True) -> bool:
    """Whether the word, bare, belongs to a class; و and ف before it are looked through."""
    words = group(name)
    if norm in words or bare(norm) in words:
        return True
    rest = without_conjunction(norm) if conjunction else norm
    return rest != norm and (rest in words or bare(rest) in words)


# Measures of derived masdars (verb forms II–X), on folded words; form I masdars are in the lexicon.
_MASDAR = re.compile(
    r"است\w{1,3}ا\w{1,2}|ان\w{2}ا\w|ا\wت\w?ا\w|ت\w{2}ي\w|م\w?ا\w{2}ه|ا\w{2}ا\w|ت\wا\w{2}|ت\w{2}يه|"
    r"ا\w{2}ا?يه|ا\wا\wه|ا[صزض][طد]\w?ا\w|ت\w{3}"
)


def masdar_like(norm: str) -> bool:
    """Whether an indefinite word may open a nominal content (a masdar, alone or with a pronoun)."""
    words = group("masdar")
    if norm in words:
        return True
    if norm.startswith("ال") and len(norm) > 5 and not _MASDAR.fullmatch(norm):
        return False
    if _MASDAR.fullmatch(norm) or (
        norm[-1:] == "ا" and len(norm) > 4 and _MASDAR.fullmatch(norm[:-1])
    ):
        return True
    for tail in ENCLITICS:
        if tail in ("هما", "هم") and norm.endswith(tail) and norm[: -len(tail)] in words:
            return True  # «رفضهما»
        if norm.endswith(tail) and len(norm) - len(tail) > 3:
            stem = norm[: -len(tail)]
            if stem in words or _MASDAR.fullmatch(stem):
                return True
            closed = stem[:-1] + "ه"  # «إدانته»: the ta of «إدانة» is open before a pronoun
            if stem[-1] == "ت" and len(stem) > 4 and _MASDAR.fullmatch(closed):
                return True
    return False


def _core(token: Token) -> str:
    """The folded word without a conjunction written onto it."""
    if token.proclitics and token.proclitics[0] in ("و", "ف") and len(token.norm) > 2:
        return token.norm[1:]
    return token.norm


def _initials(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the mark at `i` is a dot between initials («سي.إن.إن»), which ends no sentence."""
    if tokens[i].text != "." or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.end != tokens[i].start or tokens[i].end != after.start or len(after.text) > INITIAL:
        return False
    return (len(before.text) == 1 and before.kind != "mark") or (_letter(before) and _letter(after))


def _letter(token: Token) -> bool:
    """Whether a word spells a letter, a preposition written onto it («لسي») or not."""
    norm = token.norm or token.text
    if len(norm) == 1:
        return token.kind != "mark"
    return bool({norm, norm[1:]} & group("letter_name")) or (token.kind == "latin" and len(norm) <= 2)


def _spelled(norms: list[str], i: int) -> bool:
    """Whether the word at `i` stands for a letter beside another that does."""
    letters = group("letter")
    before, following = norms[i - 1] if i else "", norms[i + 1] if i + 1 < len(norms) else ""
    if following in letters and following != "ان":
        return True  # «إن بي سي»
    spelling = before in letters and following == "ان"
    return spelling or (before == "ان·" and norms[i - 2] in letters)  # «سي إن إن»


ALI = "علي·"  # «علي» as a name


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that is read by itself: tokens `first:last`; `place` is title, body or caption."""

    first: int
    last: int
    place: str


BEYOND = 8  # more than the furthest that anybody looks behind a token without asking whether it is there


def _stop(end: int) -> Token:
    """A full stop behind a text of `end` code points."""
    return Token(end, end, ".", ".", "mark", (), ".", end, end, ".")


class Words:
    """One article's tokens with parallel facts, by token index. Behind the last one stand BEYOND full stops
    that are in no text: who looks at what follows a word never falls off an article that breaks off.

    `norm` folded word ('' never) · `core` the same without و or ف before it · `quote` the outermost
    quotation that a token opens · `inside` the outermost quotation a token stands in (marks excluded) ·
    `name` the name over it · `time` the time expression over it · `head` the first token of its sentence,
    `stop` index after the last. `person_words`: words of all persons' names. `closings`: the offsets of the
    marks that close quotations.
    """

    def __init__(self, article: Article, analysis: Analysis, found: Reading) -> None:
        self.text = analysis.text
        self._known: dict[Hashable, Any] = {}
        self.cues: dict[int, Any] = {}  # what attribution.cues found at a token
        self.analysis = analysis
        self.tokens = analysis.tokens
        self._size = len(self.tokens)
        self.norm = [t.norm or t.text for t in self.tokens]
        for i in range(1, len(self.tokens) - 1):
            if self.tokens[i].text in ("ألا", "ألّا") and not self.norm[i + 1].startswith("ان"):
                self.norm[i] = "انلا"  # «طلب ألا يتدخل», spelled like «إلا» once folded
            if _initials(self.tokens, i):
                self.norm[i], self.norm[i + 1] = "·", self.norm[i + 1] + "·"  # no stop, no word
        self.core = [_core(t) for t in self.tokens]
        if sum(t.text == "على" for t in self.tokens) > 1:  # who prints both means the name by «علي»
            for i, token in enumerate(self.tokens):
                if token.text == "علي":
                    self.norm[i] = self.core[i] = ALI
        size = len(self.tokens)
        for i in range(size):
            if self.norm[i] == "ان" and _spelled(self.norm, i):
                self.norm[i] = "ان·"  # «إن بي سي», «سي إن إن»: letters, no complementizer
        self.quote: list[Quote | None] = [None] * size
        self.inside: list[Quote | None] = [None] * size
        self.name: list[Name | None] = [None] * size
        self.time: list[Time | None] = [None] * size
        self.stop = [size] * size
        stop = 0
        for s in reversed(analysis.sentences):
            if not (stop and _initials(self.tokens, s.last - 1)):
                stop = s.last
            for i in range(s.first, s.last):
                self.stop[i] = stop
        self.head = list(range(size))
        for i in range(1, size):
            if self.stop[i] == self.stop[i - 1]:
                self.head[i] = self.head[i - 1]
        self.closings = {q.outer_end - 1 for q in analysis.quotes}
        for q in sorted(mended(analysis), key=lambda q: -q.depth):
            first = self.at(q.outer_start)
            last = self.at(q.outer_end)
            if first < size and self.tokens[first].start == q.outer_start:
                self.quote[first] = q
            for i in range(self.at(q.start), min(last, self.at(q.end))):
                self.inside[i] = q
        self.names = tuple(n for n in found.names if not self._rank(n))
        for n in self.names:
            for i in range(self.holding(n.start), self.at(n.end)):
                held = self.name[i]
                if held is None or held.end - held.start < n.end - n.start:
                    self.name[i] = n
        self.person_words = {
            self.core[i]
            for i, n in enumerate(self.name)
            if n is not None and n.type == "person" and len(self.core[i]) > 3
        } - set().union(*(group(g) for g in ("human", "body", "medium", "time", "masdar", "mute")))
        self.persons = [n for n in found.names if n.type == "person"]
        self.person_texts = {(n.text, n.entity) for n in found.names if n.type == "person"}
        self.vocabulary = set(self.norm)
        for t in found.times:
            for i in range(self.at(t.start), self.at(t.end)):
                self.time[i] = t
        self.figure = {self.at(f.start): self.at(f.end) for f in found.figures}
        self.passages = tuple(_passages(article, analysis))
        self.place: list[Passage | None] = [None] * size
        for p in self.passages:
            for i in range(p.first, p.last):
                self.place[i] = p
        self.tokens = (*self.tokens, *[_stop(len(self.text))] * BEYOND)
        self.norm += ["."] * BEYOND
        self.core += ["."] * BEYOND
        for facts in (self.quote, self.inside, self.name, self.time, self.place):
            facts += [None] * BEYOND
        self.stop += [size] * BEYOND
        self.head += [size] * BEYOND

    def __len__(self) -> int:
        return self._size

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return self.analysis.first_token_at(offset)

    def _rank(self, name: Name) -> bool:
        """Whether what was read as somebody's name is a rank before another («الميجر جنرال»)."""
        i, last = self.at(name.start), self.at(name.end)
        alone = name.type == "person" and last == i + 1 < len(self) and self.definite(i)
        return alone and heads(self.norm[i], "human") and heads(self.norm[last], "human")

    def holding(self, offset: int) -> int:
        """Index of the token that `offset` stands in, or of the first that starts after it."""
        i = self.at(offset)
        return i - 1 if i > 0 and self.tokens[i - 1].end > offset else i

    def known(self, what: Hashable, find: Callable[[], T]) -> T:
        """What `find` gives, found once for this text: the walks of many cues pass the same words."""
        try:
            return self._known[what]
        except KeyError:
            return self._known.setdefault(what, find())

    def definite(self, i: int) -> bool:
        """Whether token `i` carries the article."""
        return self.tokens[i].definite

    def mark(self, i: int) -> bool:
        """Whether token `i` is punctuation."""
        return not self.norm[i][0].isalnum()

    def is_(self, i: int, *groups: str) -> bool:
        """Whether token `i`, with or without و and ف before it, belongs to a class."""
        if not 0 <= i < len(self):
            return False
        norm, core = self.norm[i], self.core[i]
        for name in groups:  # noqa: SIM110 - asked some thousand times an article
            if norm in group(name) or core in group(name):
                return True
        return False

    def timed(self, i: int) -> bool:
        """Whether token `i` belongs to an expression of time; none stands past either end."""
        return 0 <= i < len(self) and (self.time[i] is not None or self.norm[i] in group("time"))

    def spoken(self, q: Quote) -> bool:
        """Whether a quotation's words are a passage of speech: four words or more, and no single name."""
        first, last = self.at(q.start), self.at(q.end)
        if last - first < 4:
            return False
        name = self.name[first]
        return name is None or self.holding(name.start) < first or self.at(name.end) < last


_CREDIT = re.compile(r"\([^()\n]{2,40}\)\s*$")
_ELSEWHERE = re.compile(r"^\W*(اقرأ|شاهد|إقرأ|المصدر|اقرا|تابع|للمزيد|مواضيع|أخبار متعلقة)")


def _passages(article: Article, analysis: Analysis):
    """Title, body paragraphs, and the captions that the body leaves out, in text order."""
    out: list[Passage] = []
    title = article.title
    body = article.body
    for p in analysis.paragraphs:
        mid = p.start
        in_title = title is not None and title.start < p.end and p.start < title.end
        if in_title and (
            p.start >= title.start or not any(b.start < p.end and p.start < b.end for b in body)
        ):
            out.append(Passage(p.first, p.last, "title"))
            continue
        if any(b.start <= mid < b.end or p.start <= b.start < p.end for b in body):
            out.append(Passage(p.first, p.last, "body"))
            continue
        if body and (title.start if title else 0) < mid < body[-1].end:
            line = analysis.text[p.start : p.end]
            if _CREDIT.search(line) and not _ELSEWHERE.match(line) and p.last - p.first >= 6:
                cut = p.start + _CREDIT.search(line).start()
                out.append(Passage(p.first, analysis.first_token_at(cut), "caption"))
    return out


def after_dateline(words: Words, first: int) -> int:
    """The first token of a sentence behind its dateline («دبي، الإمارات (CNN)--», «بغداد –»)."""
    last = first
    for k in range(first, min(first + 16, words.stop[first] if first < len(words) else first)):
        if words.norm[k] in ("-", "—", "–") and (k == first + 1 or words.norm[k - 1] in (")", "-")):
            last = k + 1
    return last


def sentence_first(words: Words, passage: Passage, i: int) -> int:
    """The first token of the sentence that holds token `i`."""
    first = max(passage.first, words.head[i])
    return after_dateline(words, first) if first == passage.first else first
