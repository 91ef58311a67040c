"""A paragraph's tokens with the time words and numbers that begin at each.

Positions are token indices of the `Analysis`; offsets are code points of its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic import numbers
from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.arabic.numbers import Number
from rawi.readers.timex.lexis import Entry, entries, guards, mastheads, outlet_nouns

DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_NUMERIC = re.compile(
    rf"(?<![{DIGIT}.,/:])[{DIGIT}]{{1,4}}(?P<sep>\s?[/\-\u2013.:]\s?)[{DIGIT}]{{1,4}}"
    rf"(?:(?P=sep)[{DIGIT}]{{1,4}})?(?![{DIGIT}]|[/:.,][{DIGIT}])"
)
_NUMBER = re.compile(r"^(ال|بال|لل|وال|[وبلف]{0,2})(\d{1,9})(ه|م)?$")
OPENING = frozenset('"«“‘(')
_INSIDE = re.compile(r"[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e]")


@dataclass(frozen=True, slots=True)
class Item:
    """A time word, number or numeric date: its kind and value, and where it stands.

    `first:last` are tokens (half-open), `start:end` code points, particles left out.
    """

    kind: str
    value: str
    first: int
    last: int
    start: int
    end: int
    definite: bool = False
    particle: str = ""


def worded(analysis: Analysis) -> dict[int, Number]:
    """The whole numbers that are written in words, and the ordinals, by their first token."""
    return {
        n.first: n
        for n in numbers.find(analysis)
        if n.written != "digits" and n.kind in ("cardinal", "ordinal") and isinstance(n.value, int)
    }


class Grid:
    """The items of tokens `first:last` of an analysis; `words` as `worded` gives them."""

    def __init__(
        self, analysis: Analysis, first: int, last: int, words: dict[int, Number] | None = None
    ) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.first, self.last = first, last
        self.cells: list[dict[str, Item]] = [{} for _ in range(last - first)]
        self.hits: list[int] = []
        for k in range(first, last):
            self._words(k)
            if words is not None and k in words:
                self._number(k, words[k])
        self._numeric()
        self.hits = sorted(set(self.hits))

    def get(self, k: int, *kinds: str) -> Item | None:
        """The first of `kinds` that begins at token `k`."""
        if self.first <= k < self.last:
            cell = self.cells[k - self.first]
            for kind in kinds:
                if kind in cell:
                    return cell[kind]
        return None

    def kinds(self, k: int) -> tuple[str, ...]:
        """The kinds of item that begin at token `k`."""
        return tuple(self.cells[k - self.first]) if self.first <= k < self.last else ()

    def norm(self, k: int) -> str:
        """The folded token at `k`, '' outside the paragraph."""
        return self.tokens[k].norm if self.first <= k < self.last else ""

    def word(self, k: int) -> bool:
        """Whether a word stands at token `k`, and no mark, number or the paragraph's end."""
        return self.first <= k < self.last and self.tokens[k].kind == "word"

    def _words(self, k: int) -> None:
        token = self.tokens[k]
        norm = token.norm
        readings = entries().get(norm)
        if readings:
            for entry in readings:
                item = self._match(entry, k)
                if item is not None:
                    self._put(k, item)
        elif token.kind == "number":
            found = _NUMBER.match(norm)
            if found:
                cut = len(found.group(1)) if not found.group(1).endswith(("ال", "لل")) else 0
                start = letters_in(token.text, cut) + token.start
                value = found.group(2) + {"ه": "h", "م": "g", None: ""}[found.group(3)]
                particle = found.group(1)
                self._put(k, Item("num", value, k, k + 1, start, token.end, False, particle))

    def _match(self, entry: Entry, k: int) -> Item | None:
        for ahead, word in enumerate(entry.rest, 1):
            if self.norm(k + ahead) != word:
                return None
        token = self.tokens[k]
        if entry.exact and entry.exact not in _INSIDE.sub("", token.text):
            return None
        if self._guarded(entry, k):
            return None
        start = token.start + letters_in(token.text, entry.cut)
        if entry.skip:
            start = self.tokens[k + entry.skip].start
        last = k + 1 + len(entry.rest)
        return Item(
            entry.kind, entry.value, k, last, start, self.tokens[last - 1].end, entry.definite,
            entry.particle,
        )  # fmt: skip

    def _guarded(self, entry: Entry, k: int) -> bool:
        """Whether the words beside say that this is no time: صلاة الجمعة، المدير العام."""
        if entry.kind == "fuzzy" and self.norm(k).lstrip("و") in ("اخيرا", "سابقا", "لاحقا"):
            before = self.tokens[k - 1] if k > self.first else None
            opens = before is None or before.kind == "mark"
            if opens and k + 1 < self.last and self.tokens[k + 1].kind == "mark":
                return True  # «وأخيراً، …» orders what is said
            if before is not None and before.kind == "word" and len(before.norm) > 3:
                # «نداءً أخيراً» is a last call, «جاسوساً سابقاً» a former spy
                return before.norm.endswith(("ا", "اء"))
        if entry.kind == "today" and self._masthead(k):
            return True
        for key in ((entry.kind, ""), (entry.kind, entry.value)):
            words = guards().get(key)
            if words is None:
                continue
            before = self.norm(k - 1)
            if ("before", before) in words or ("before", before.lstrip("ول")) in words:
                return True
            if ("after", self.norm(k + 1 + len(entry.rest))) in words:
                return True
        return False

    def _masthead(self, k: int) -> bool:
        """Whether the word ends the name of an outlet: «قناة روسيا اليوم»، «"المصري اليوم"»; but «قال الرئيس
        المصري اليوم»."""
        if self.norm(k - 1).removeprefix("و") not in mastheads():
            return False
        before = self.tokens[k - 2] if k - 2 >= self.first else None
        if before is None:
            return False
        return before.text in OPENING or before.base in outlet_nouns()

    def _put(self, k: int, item: Item) -> None:
        self.cells[k - self.first].setdefault(item.kind, item)
        self.hits.append(k)

    def _number(self, k: int, number: Number) -> None:
        """A number written in words, or an ordinal."""
        if number.last > self.last:
            return
        kind = "ord" if number.kind == "ordinal" else "num"
        token = self.tokens[k]
        particle = fold(self.text[token.start : number.start]).removesuffix("ال")
        start = token.start + letters_in(token.text, len(particle))
        if kind == "num" and number.definite:
            particle += "ال"
        value, last = str(number.value), number.last
        self._put(k, Item(kind, value, k, last, start, number.end, number.definite, particle))

    def _numeric(self) -> None:
        """Dates and clock times written with digits and marks, whatever tokens they fell into."""
        if self.first >= self.last:
            return
        begin, end = self.tokens[self.first].start, self.tokens[self.last - 1].end
        at = self.first
        for found in _NUMERIC.finditer(self.text, begin, end):
            while at < self.last and self.tokens[at].end <= found.start():
                at += 1
            last = at
            while last < self.last and self.tokens[last].start < found.end():
                last += 1
            if last == at:
                continue
            sep = found.group("sep").strip()
            value = fold(found.group()).replace(" ", "").replace("\u2013", "-")
            kind = "clock" if sep == ":" else "numeric"
            self._put(at, Item(kind, value, at, last, found.start(), found.end()))


def letters_in(printed: str, count: int) -> int:
    """How many code points of `printed` hold its first `count` folded letters and the marks after."""
    if not count:
        return 0
    at = 0
    while at < len(printed) and count:
        if not _INSIDE.match(printed[at]):
            count -= 1
        at += 1
    while at < len(printed) and _INSIDE.match(printed[at]):
        at += 1
    return at
