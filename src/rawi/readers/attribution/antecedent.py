"""Who speaks: the subject printed with the cue, the one before it, or the one a hidden subject points at.

The floor is the list of those who have spoken so far. A hidden subject is, in this order:
  1. the speaker of the report that this one hangs on (participles, and verbs in the same sentence);
  2. the subject of an earlier clause of the same sentence, if it can speak and agrees; then that of the
     sentence before, if it reports nothing and the verb is not one of going on («وأضاف»);
  3. the last speaker, if gender and number agree;
  4. an earlier speaker of the same or the previous paragraph who agrees.
Nobody is taken across a disagreement: better no speaker than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.readers.attribution.chunk import Phrase, noun_phrase
from rawi.readers.attribution.content import trim
from rawi.readers.attribution.cues import Cue, Verb, cue_at
from rawi.readers.attribution.words import Words, bare, group, heads
from rawi.records import Name, Speaker

_ATTITUDES = frozenset({"fear", "demand", "believe"})
_GOING_ON = frozenset(
    {
        "أضاف",
        "تابع",
        "أردف",
        "أكمل",
        "استطرد",
        "استكمل",
        "واصل",
        "زاد",
        "استدرك",
        "ختم",
        "اختتم",
        "أنهى",
    }
)
_ANY_VERB = Verb("", "", frozenset({"obj", "np"}), "strong")  # a clause whose verb is not known
REACH = 4  # paragraphs back that a hidden subject may look


@dataclass(frozen=True, slots=True)
class Turn:
    """One who has spoken, at token `index` of paragraph `paragraph`."""

    index: int
    paragraph: int
    speaker: Speaker
    gender: str | None
    number: str | None
    kind: str


class Floor:
    """Those who have spoken so far, and how to find the next one."""

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
            and not words.text[start : start + 2] == "وا"
            and self._conjunction(phrase.first)
        ):
            start += 1
        inside = [n for n in self.names if start <= n.start and n.end <= end]
        persons = [n for n in inside if n.type == "person"]
        text = words.text[start:end]
        plain = _without_lam(words, phrase.first, text)
        if persons and not heads(words.norm[phrase.first], "body", conjunction=False):
            return Speaker(start, end, text, self._full(persons[0]), persons[0].entity)
        whole = [n for n in inside if n.start <= start + 2 and n.end >= end - 1]
        if whole:
            return Speaker(start, end, text, whole[0].name or plain, whole[0].entity)
        earlier = self.recalled(phrase) if phrase.kind == "noun" else None
        if earlier is not None:
            return Speaker(start, end, text, earlier.name, earlier.entity)
        issuer = self._issuer(phrase)
        if issuer is not None:
            return issuer
        known = self._described(phrase)
        if known is not None:
            return Speaker(start, end, text, known.name, known.entity)
        head = [n for n in inside if n.start <= start + 2 and n.type != "place"]
        return Speaker(start, end, text, plain, head[0].entity if head else None)

    def _conjunction(self, i: int) -> bool:
        norm = self.words.norm[i]
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

    def _issuer(self, phrase: Phrase) -> Speaker | None:
        """Who speaks in a document («تغريدة لـ X قال فيها»), where the verb is followed by «فيه/فيها»."""
        words = self.words
        if phrase.kind != "document" or words.definite(phrase.first):
            return None
        after = range(phrase.last, min(phrase.last + 4, len(words)))
        if not any(words.norm[k] in ("فيها", "فيه", "خلالها", "عبرها") for k in after):
            return None
        for k in range(phrase.first + 1, phrase.last):
            token = words.tokens[k]
            if token.norm[0] == "ل" and len(token.norm) > 3:
                start = token.start
                end = words.tokens[phrase.last - 1].end
                inside = [n for n in self.names if n.start >= start and n.end <= end]
                name = inside[0] if inside else None
                text = words.text[start:end]
                bare_text = _without_lam(words, k, text)
                full = (
                    self._full(name)
                    if name and name.type == "person"
                    else name.name
                    if name and name.name
                    else bare_text
                )
                return Speaker(start, end, text, full, name.entity if name else None, implicit=True)
        return None

    def _full(self, name: Name) -> str:
        if name.name:
            return name.name
        same = [n for n in self.persons if name.text in n.text.split() or name.text in n.text]
        return max((n.text for n in same), key=len, default=name.text)

    def _described(self, phrase: Phrase) -> Speaker | None:
        """The person whom a definite description («المبعوث الدولي», «المسؤول») takes up again."""
        if phrase.kind not in ("human", "document"):
            return None
        words = self.words
        content = {
            bare(words.norm[i]) for i in range(phrase.first, phrase.last)
            if not words.is_(i, "preposition") and not words.mark(i)
        }  # fmt: skip
        head = bare(words.norm[phrase.first])
        definite = words.definite(phrase.first) or phrase.last - phrase.first > 1
        if not definite:
            return None
        for turn in reversed(self.turns):
            if turn.speaker.implicit or turn.speaker.start is None:
                continue
            first, last = words.at(turn.speaker.start), words.at(turn.speaker.end)
            earlier = {bare(words.norm[i]) for i in range(first, last)}
            if content <= earlier and turn.kind in ("human", "person", "document"):
                if (
                    len(content) > 1
                    or head in earlier
                    and (head in _role_heads(words, first, last))
                ):
                    return turn.speaker
        for name in reversed([n for n in self.persons if n.role is not None]):
            role = {
                bare(words.norm[i])
                for i in range(words.at(name.role.start), words.at(name.role.end))
            }
            if content <= role and len(content) > 1:
                return Speaker(name.start, name.end, name.text, self._full(name), name.entity)
        if len(content) == 1 and words.definite(phrase.first) and head in _GENERIC:
            for turn in reversed(self.turns):
                if (
                    turn.kind in ("human", "person")
                    and turn.number != "p"
                    and (turn.gender != "f") == (not head.endswith("ه"))
                ):
                    return turn.speaker
        return None

    def hidden(self, cue: Cue, first: int, paragraph: int, within: Turn | None) -> Turn | None:
        """The turn that a hidden subject points at. `first` is its sentence's first token."""
        agree = [t for t in reversed(self.turns) if t.index < cue.index and _agrees(t, cue)]
        if within is None and cue.form.shape == "present" and cue.verb.act in _ATTITUDES:
            return None  # «كان يأمل في…»: the feelings are the topic's, who may never have spoken
        nearer = self._nearer(cue, within.index if within is not None else first, paragraph)
        if nearer is not None:
            return nearer
        if within is not None and _agrees(within, cue):  # 1
            return within
        subject = self._sentence_subject(cue, first)  # 2
        if subject is not None:
            return Turn(
                subject.first,
                paragraph,
                self.explicit(subject),
                cue.form.gender,
                None,
                subject.kind,
            )
        if cue.object and after_relative(self.words, cue):
            return self._nearby(cue, first, paragraph)
        if cue.form.shape == "participle" and cue.index > first + 1 and cue.form.gender:
            return None
        topic = self._topic(cue, first, paragraph)  # 2b
        if topic is not None:
            return topic
        if not agree:
            return None
        last = agree[0]
        if self.turns and last is self.turns[-1]:  # 3
            return last if paragraph - last.paragraph <= REACH else None
        return last if paragraph - last.paragraph <= 1 else None  # 4

    def _topic(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """The subject of the sentence just before, where that sentence reports nothing.

        «ورفض المدافع التعليق. وقال: …»; verbs that go on («وأضاف») stay with the last speaker.
        """
        words = self.words
        if cue.verb.past in _GOING_ON or first == 0 or not cue.conjunction or cue.index > first + 1:
            return None
        last, start = first, first - 1
        while start > 0 and words.stop[start - 1] == words.stop[first - 1]:
            start -= 1
        if any(start <= t.index < last for t in self.turns):
            return None
        phrase = self._subject_at(start, last, cue)
        if phrase is None or phrase.kind not in ("person", "human"):
            return None
        return Turn(
            phrase.first, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind
        )

    def _nearer(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «وتنفي المعارضة ذلك وتقول إن»: the printed subject of a reporting verb without content that
        stands between token `first` and a cue with a conjunction."""
        if not cue.conjunction:
            return None
        words = self.words
        for k in range(cue.index - 1, max(first, cue.index - 8), -1):
            other = cue_at(words, k)
            if other is None or not other.conjunction or other.form.shape == "participle":
                continue
            phrase = noun_phrase(words, k + 1, cue.index, _ANY_VERB)
            if phrase is not None and phrase.speaks and agrees_phrase(words, phrase, cue):
                return Turn(k, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)
        return None

    def _nearby(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «الفصائل التي تتهمها بـ»: the nearest name before that can speak and is no mere place of events."""
        words = self.words
        for name in reversed(self.names):
            i = words.at(name.start)
            if not first <= i < cue.index - 1 or name.type == "outlet" or i == 0:
                continue
            if words.is_(i - 1, "preposition") or words.core[i] != words.norm[i]:
                continue
            if name.type in ("place", "organization", "person") and cue.form.gender == (
                "m" if name.type == "person" else "f"
            ):
                found = Speaker(
                    name.start, name.end, name.text, name.name or name.text, name.entity
                )
                return Turn(i, paragraph, found, None, None, "name")
        return None

    def _sentence_subject(self, cue: Cue, first: int) -> Phrase | None:
        """The subject of the sentence's first clause, when the cue's own clause comes after it."""
        if any(t.index >= first and t.index < cue.index for t in self.turns):
            return None
        for start in self._clause_starts(cue, first):
            phrase = self._subject_at(start, cue.index, cue)
            if phrase is not None and (start == first or phrase.kind in ("person", "human")):
                return phrase
        return None

    def _subject_at(self, start: int, last: int, cue: Cue) -> Phrase | None:
        """The subject of the clause that begins at token `start`: its first word, or the word after a verb."""
        words = self.words
        while start < last and (
            words.mark(start) or words.timed(start) or words.is_(start, "clause")
        ):
            start += 1
        for k in (start, start + 1, start + 2)[: 2 + words.is_(start, "particle")]:
            if k >= last or k == start and not (words.name[k] is not None or words.definite(k)):
                continue
            phrase = noun_phrase(words, k, last, _ANY_VERB)
            if phrase is not None and agrees_phrase(words, phrase, cue):
                if phrase.speaks or phrase.kind == "noun" and self.heard_before(phrase):
                    return phrase
        return None

    def _clause_starts(self, cue: Cue, first: int) -> list[int]:
        """Where the clauses of the sentence before the cue begin: its head, and after commas."""
        words = self.words
        starts = [first] + [k + 1 for k in range(first, cue.index - 1) if words.norm[k] in "،,"]
        out = []
        for start in starts:
            while start < cue.index and (words.mark(start) or words.timed(start)):
                start += 1
            out.append(start)
        return out


_GENERIC = frozenset(
    {"مسوول", "مسوول", "متحدث", "ناطق", "مصدر", "رجل", "زعيم", "قيادي", "سياسي", "دبلوماسي", "مبعوث", "وزير",
     "رييس", "نايب", "محلل", "خبير", "باحث", "كاتب", "لاعب", "مدرب", "نجم", "فنان", "مدير", "سفير", "ناشط",
     "امين", "قايد", "عضو", "محامي", "طبيب", "مخرج", "فنانه", "نجمه", "ممثله", "مسووله", "وزيره", "نايبه"}
)  # fmt: skip


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


def after_relative(words: Words, cue: Cue) -> bool:
    """Whether a relative pronoun stands straight before the cue."""
    return cue.index > 0 and words.is_(cue.index - 1, "relative")


def gender_of(words: Words, phrase: Phrase) -> str | None:
    """m, f or None: the gender of a phrase's head, where its form or a lexicon shows it."""
    norm = bare(words.norm[phrase.first])
    if phrase.kind == "person":
        return None
    if phrase.kind == "name":
        return None
    if norm.endswith("ه") or norm.endswith("ات"):
        return "f"
    if phrase.kind in ("human", "document"):
        return "m" if not _plural(norm) else None
    return None


def _plural(norm: str) -> bool:
    return norm.endswith(("ون", "ين", "ات", "اء")) or norm in (
        "مصادر",
        "تقارير",
        "وثايق",
        "قوات",
        "نواب",
        "قاده",
        "عناصر",
        "سكان",
        "شهود",
        "وسايل",
        "احزاب",
        "دول",
    )


def agrees_phrase(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether a phrase can be the subject of the verb by gender."""
    if (
        cue.form.shape == "participle"
        and cue.form.number == "p"
        and phrase.kind in ("human", "person")
    ):
        return _plural(bare(words.norm[phrase.first]))
    gender = gender_of(words, phrase)
    return gender is None or cue.form.number != "s" or cue.form.gender in ("", gender)


def _agrees(turn: Turn, cue: Cue) -> bool:
    if cue.form.number == "s" and turn.number == "p" and turn.kind == "human":
        return cue.form.gender == "f"
    if cue.form.number == "p" and turn.number == "s" and turn.kind == "person":
        return False
    return turn.gender is None or cue.form.gender in ("", turn.gender) or cue.form.number == "p"
