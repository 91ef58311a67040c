"""How a printed speaker is named: the fullest name, the person a description takes up, the issuer.

1. A person named inside the phrase; else the organization, outlet or place that the phrase is.
2. «مكاري» where «إيان مكاري» has spoken, though no reader knew the name.
3. Who issued a document in which something is said («تغريدة لـ X قال فيها»).
4. «المسؤول», «المبعوث الدولي»: the earlier speaker, or the person with that role, it takes up again.
5. The description as printed («مصدر أمني رفيع»).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.readers.attribution.content import trim
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.issuing import issuer, told_in
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.served import governed, stands_free
from rawi.readers.attribution.words import Words, bare, group, heads
from rawi.records import Name, Speaker

SHORT = 2  # letters of what is left of a name that begins with its own «و»


@dataclass(frozen=True, slots=True)
class Turn:
    """One who has spoken, at token `index` of paragraph `paragraph`."""

    index: int
    paragraph: int
    speaker: Speaker
    gender: str | None
    number: str | None
    kind: str
    aside: bool = False  # named as a source in passing («وفقاً لـ…»): no hidden subject means it


class Naming:
    """The names of an article's speakers, as far as it has been read."""

    def __init__(self, words: Words, names: tuple[Name, ...]) -> None:
        self.words = words
        self.names = names
        self.persons = [n for n in names if n.type == "person"]
        self.turns: list[Turn] = []
        self.heard: list[Phrase] = []  # subjects printed so far, before they are named

    def explicit(self, phrase: Phrase) -> Speaker:
        """The speaker that a noun phrase names, with the fullest name known for it."""
        words = self.words
        start = words.tokens[phrase.first].start
        end = words.tokens[phrase.last - 1].end
        start, end = trim(words.text, start, end)
        if (
            words.text[start : start + 1] == "و"
            and words.text[start : start + 2] != "وا"
            and self._conjunction(phrase.first)
        ):
            start += 1
        if words.text[start : start + 1] == "ف" and words.tokens[phrase.first].proclitics[:1] == ("ف",):
            start += 1  # «فالبيت الأبيض»
        inside = [n for n in self.names if start <= n.start and n.end <= end]
        each = words.norm[phrase.first] == "كل" and words.norm[phrase.first + 1] == "من"
        first = phrase.first + 2 * each
        persons = [n for n in inside if n.type == "person" and not governed(words, first, n)]
        text = words.text[start:end]
        plain = _closed(words.text, _without_lam(words, phrase.first, text), end)
        if len(persons) > 1 and _joined(words, persons[-1]):
            return Speaker(start, end, text, plain)
        if persons and not heads(words.norm[phrase.first], "body", conjunction=False):
            return Speaker(start, end, text, self._whole(persons[0], phrase), persons[0].entity)
        whole = [n for n in inside if n.start <= start + 2 and n.end >= end - 1]
        if whole:
            led = text[:1] == "و" and whole[0].start == start + 1
            own = led and whole[0].end - whole[0].start <= SHORT  # «واس», read as «و» and «اس»
            start += led and not own  # «وموسكو تؤكد»
            return Speaker(
                start, end, words.text[start:end], plain if own else whole[0].name or plain,
                whole[0].entity,
            )  # fmt: skip
        latter = self._latter(phrase)
        if latter is not None:
            return Speaker(start, end, text, self._full(latter), latter.entity)
        earlier = self.recalled(phrase) if phrase.kind == "noun" else None
        if earlier is not None:
            return Speaker(start, end, text, earlier.name, earlier.entity)
        issuing = issuer(words, phrase)
        if issuing is not None:
            return replace(self.explicit(issuing), implicit=told_in(words, phrase))
        known = self._described(phrase)
        if known is not None:
            return Speaker(start, end, text, known.name, known.entity)
        head = [n for n in inside if n.start <= start + 2 and n.type != "place"]
        return Speaker(start, end, text, plain, head[0].entity if head else None)

    def _latter(self, phrase: Phrase) -> Name | None:
        """Whom «الأخير» means: the person named last before it in its paragraph, and none told of since."""
        words = self.words
        if words.norm[phrase.first] != "الاخير" or phrase.last - phrase.first > 1:
            return None
        at = words.tokens[phrase.first].start
        before = [n for n in self.persons if n.end <= at and "\n" not in words.text[n.end : at]]
        since = range(words.at(before[-1].end), phrase.first) if before else range(0)
        others = any(
            heads(words.norm[k], "human") or words.core[k].startswith("نظير") for k in since
        )
        return before[-1] if before and not others else None

    def _conjunction(self, i: int) -> bool:
        words, norm = self.words, self.words.norm[i]
        name = words.name[i]
        named = name is not None and name.start == words.tokens[i].start + 1
        if named and i and words.tokens[i - 1].kind == "word" and cue_at(words, i - 1) is None:
            return True  # «انهيار العملة وفلان يدعو»
        return norm[0] == "و" and any(
            norm[1:] in group(g) or bare(norm[1:]) in group(g)
            for g in ("human", "body", "medium", "document")
        )

    def heard_before(self, phrase: Phrase) -> bool:
        """Whether an earlier printed subject ends in this phrase's words, longer than they are."""
        wanted = [self.words.core[i] for i in range(phrase.first, phrase.last)]
        return any(_contains(self.words.norm[p.first : p.last], wanted) for p in self.heard)

    def recalled(self, phrase: Phrase) -> Speaker | None:
        """The earlier speaker whose printed name ends in this phrase's words («إيان مكاري» … «مكاري»)."""
        words = self.words
        wanted = [words.core[i] for i in range(phrase.first, phrase.last)]
        for turn in reversed(self.turns):
            if turn.kind not in ("human", "person", "noun") or turn.speaker.start is None:
                continue
            first, last = words.at(turn.speaker.start), words.at(turn.speaker.end or 0)
            if _contains(words.norm[first:last], wanted):
                return turn.speaker
        return None

    def _full(self, name: Name) -> str:
        if name.name:
            return name.name
        same = [n for n in self.persons if name.text in n.text.split() or name.text in n.text]
        return max((n.text for n in same), key=len, default=name.text)

    def _whole(self, name: Name, phrase: Phrase) -> str:
        """The fullest name of a person named in a phrase; of one word, with what may be the rest of it there:
        words that no reader knows behind it to the phrase's end, one between a comma and it."""
        full = self._full(name)
        words = self.words
        first, last = words.holding(name.start), words.at(name.end)
        joined = words.tokens[first].text[0] == "و" and name.start == words.tokens[first].start + 1
        joined = joined and not (first == phrase.first and self._conjunction(first))
        if joined and " " not in full and (first == phrase.first or words.norm[first - 1] == "بن"):
            return "و" + full  # «والاس»: behind its verb a name begins with its own و
        if " " in full or words.tokens[first].start != name.start:
            return full
        behind, apposed = last, words.norm[first - 1] in "،,"
        while behind < phrase.last and _of_a_name(words, behind, apposed=apposed):
            behind += 1
        last = behind if behind == phrase.last or words.norm[behind] in "،,(" else last
        if first - 2 > phrase.first and words.norm[first - 2] in "،,":
            first -= _of_a_name(words, first - 1)
        return words.text[words.tokens[first].start : words.tokens[last - 1].end]

    def _described(self, phrase: Phrase) -> Speaker | None:
        """The person whom a definite description («المبعوث الدولي», «المسؤول») takes up again."""
        if phrase.kind not in ("human", "document"):
            return None
        words = self.words
        content = {
            bare(words.norm[i]) for i in range(phrase.first, phrase.last)
            if not (words.is_(i, "preposition") or words.mark(i) or words.norm[i] in group("self"))
        }  # fmt: skip
        head = bare(words.norm[phrase.first])
        definite = words.definite(phrase.first) or phrase.last - phrase.first > 1
        definite = definite or head in group("honorific")
        if not definite:
            return None
        same = words.norm[phrase.last - 1] in group("self") and phrase.last - phrase.first == 2
        if (
            same
            and self.turns
            and (head == "مصدر" or (head == "مصادر" and self.turns[-1].number == "p"))
        ):
            return self.turns[-1].speaker  # «المصدر نفسه»
        for turn in reversed(self.turns):
            if turn.speaker.implicit or turn.speaker.start is None:
                continue
            first, last = words.at(turn.speaker.start), words.at(turn.speaker.end)
            earlier = {bare(words.norm[i]) for i in range(first, last)}
            if (
                content <= earlier
                and turn.kind in ("human", "person", "document")
                and (
                    stands_free(words, first, last, head)
                    if len(content) > 1
                    else head in _role_heads(words, first, last)
                )
            ):
                return turn.speaker
        for name in reversed([n for n in self.persons if n.role is not None]):
            first, last = words.holding(name.role.start), words.at(name.role.end)
            role = {bare(words.norm[i]) for i in range(first, last)}
            if len(content) > 1 and content <= role and stands_free(words, first, last, head):
                return Speaker(name.start, name.end, name.text, self._full(name), name.entity)
        if len(content) == 1 and definite and head in group("generic") | group("honorific"):
            for turn in reversed(self.turns):
                if head in group("office") and self._other_office(turn, head):
                    return None  # «وقال السفير» is not the minister who spoke before
                if (
                    turn.kind in ("human", "person")
                    and turn.number != "p"
                    and (turn.gender != "f") == (not head.endswith("ه") or head in group("honorific"))
                ):
                    return turn.speaker
        return None

    def _other_office(self, turn: Turn, head: str) -> bool:
        """Whether the speaker of a turn is printed with an office, and not the one that `head` names."""
        words, start = self.words, turn.speaker.start
        if start is None or turn.speaker.end is None:
            return False
        printed = {bare(words.norm[i]) for i in range(words.at(start), words.at(turn.speaker.end))}
        return bool(printed & group("office")) and head not in printed


def _closed(text: str, name: str, end: int) -> str:
    """A name that ends at offset `end` inside quotation marks it opened, with the closing one."""
    opened = name.count('"') % 2 or name.count("«") > name.count("»")
    mark = text[end : end + 1]
    return name + mark if opened and mark in ('"', "»", "”") else name


def _of_a_name(words: Words, i: int, *, apposed: bool = False) -> bool:
    """Whether the word at `i` may be part of a name: unknown, tied to nothing, and
    indefinite unless the name stands alone behind a comma (`apposed`: «، روبرت بالادينو،»)."""
    token = words.tokens[i]
    plain = token.kind == "word" and not token.enclitic
    plain = plain and (apposed or not (token.definite or token.proclitics))
    steering = words.is_(
        i, "preposition", "particle", "adverb", "relative", "circumstance", "clause"
    )
    titled = any(heads(words.norm[i], g) for g in ("human", "body", "document", "adjective"))
    return plain and words.name[i] is None and not (steering or titled or words.timed(i))


def _joined(words: Words, name: Name) -> bool:
    """Whether و joins the name, or the title right before it, to another."""
    i = words.holding(name.start)
    return any(
        words.core[k] != words.norm[k] for k in range(max(0, i - 2), i + 1) if k < len(words)
    )


def _without_lam(words: Words, i: int, text: str) -> str:
    """A source printed with «لـ» («وفقاً للوكالة»), without it: الوكالة."""
    norm = words.norm[i]
    if norm.startswith("لل") and len(norm) > 4:
        return "ال" + text[2:]
    if "ل" in words.tokens[i].proclitics and norm[0] == "ل":
        return text[1:]
    return text


def _role_heads(words: Words, first: int, last: int) -> set[str]:
    return {bare(words.norm[i]) for i in range(first, min(first + 2, last))}


def _contains(longer: list[str], wanted: list[str]) -> bool:
    """Whether `wanted` stands as it is inside the longer list of words, not at its head."""
    size = len(wanted)
    return any(longer[k : k + size] == wanted for k in range(1, len(longer) - size + 1))
