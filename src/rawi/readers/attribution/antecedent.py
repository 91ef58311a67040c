"""Who speaks: the subject printed with the cue, the one before it, or the one a hidden subject points at.

The floor is the list of those who have spoken so far. A hidden subject is, in this order:
  1. the speaker of the report that this one hangs on (participles, and verbs in the same sentence);
  2. the subject of an earlier clause of the same sentence, if it can speak and agrees; then that of the
     sentence before, if it reports nothing and the verb is not one of going on («وأضاف»);
  3. the last speaker, if gender and number agree;
  4. an earlier speaker, at most two paragraphs back, who agrees.
Nobody is taken across a disagreement: better no speaker than a wrong one.
"""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, Verb, cue_at
from rawi.readers.attribution.naming import Naming, Turn
from rawi.readers.attribution.nouns import Phrase, gender_of, plural
from rawi.readers.attribution.objects import straight_gender
from rawi.readers.attribution.words import Words, bare, heads
from rawi.records import Speaker

_ATTITUDES = frozenset({"fear", "demand", "believe"})
_ANY_VERB = Verb("", "", frozenset({"obj", "np"}), "weak")  # a clause whose verb is not known
REACH = 4  # paragraphs back that the last speaker may be
RELATIVE = 14  # tokens back from a cue to the relative pronoun whose clause it goes on with
TURN = 8  # tokens of «من جهة أخرى،», «وقبيل انقضاء المهلة المحددة،»
STRAIGHT = 9  # tokens of a subject straight before a participle
NEAR = 2  # paragraphs back that an earlier one may be, when the last does not agree


class Floor(Naming):
    """Those who have spoken so far, and whom a hidden subject means."""

    def hidden(self, cue: Cue, first: int, paragraph: int, within: Turn | None) -> Turn | None:
        """The turn that a hidden subject points at. `first` is its sentence's first token."""
        agree = [
            t
            for t in reversed(self.turns)
            if t.index < cue.index and not t.aside and _agrees(t, cue)
        ]
        if within is None and cue.form.shape == "present" and cue.verb.act in _ATTITUDES:
            return None  # «كان يأمل في…»: the feelings are the topic's, who may never have spoken
        nearer = self._nearer(cue, within.index if within is not None else first, paragraph)
        if nearer is not None:
            return nearer
        relative = self._relative_subject(cue, first, paragraph)
        relative = relative or self._straight_subject(cue, first, paragraph)
        if relative is not None:
            return relative
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
        voices = [t for t in self.turns if not t.aside]
        if voices and last is voices[-1]:  # 3
            return last if paragraph - last.paragraph <= REACH else None
        return last if paragraph - last.paragraph <= NEAR else None  # 4

    def _topic(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """The subject of the sentence just before, where that sentence reports nothing.

        «ورفض المدافع التعليق. وقال: …»; verbs that go on («وأضاف») stay with the last speaker.
        """
        words = self.words
        if (
            "onward" in cue.verb.traits
            or first == 0
            or not (cue.conjunction or cue.index > first)
            or not all(words.is_(k, "clause", "preposition") for k in range(first, cue.index))
        ):
            return None
        last, start = first, words.head[first - 1]
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
            opens = k == first or words.mark(k - 1)
            if (
                other is None
                or other.form.shape == "participle"
                or not (other.conjunction or opens)
            ):
                continue
            phrase = noun_phrase(words, k + 1, cue.index, _ANY_VERB)
            if phrase is not None and phrase.speaks and agrees_phrase(words, phrase, cue):
                return Turn(k, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)
        return None

    def _relative_subject(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «الأمر الذي رد عليه الوزير قائلا» and «ما نفته السلطات وقالت إنه»: the printed subject of the
        relative clause that ends where the cue begins."""
        words = self.words
        if not (cue.form.shape == "participle" or cue.conjunction):
            return None
        last = cue.index - 1 if words.norm[cue.index - 1] in "،," else cue.index
        for k in range(last - 2, max(first, last - RELATIVE) - 1, -1):
            if words.mark(k) or words.inside[k] is not None:
                return None
            what = words.norm[k] == "ما" and (
                words.mark(k - 1) or words.core[k - 1] in ("هو", "هي")
            )
            if not (words.is_(k, "relative") or what or words.norm[k] == "مما"):
                continue
            start = k + 2 + words.is_(k + 2, "with_pronoun")
            phrase = noun_phrase(words, start, last, _ANY_VERB)
            if phrase is None or phrase.last < last - 1 or not phrase.speaks:
                return None
            if not agrees_phrase(words, phrase, cue):
                return None
            return Turn(k, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)
        return None

    def _straight_subject(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «، رد المرشح قائلا»: the subject straight before a participle, straight behind a verb that
        opens its clause."""
        words = self.words
        if cue.form.shape != "participle" or not cue.form.gender:
            return None
        for k in range(cue.index - 1, max(first, cue.index - STRAIGHT), -1):
            if words.mark(k):
                return None
            opens = k - 1 == first or words.mark(k - 2) or words.core[k - 1] != words.norm[k - 1]
            if not opens or words.definite(k - 1) or words.name[k - 1] is not None:
                continue
            phrase = noun_phrase(words, k, cue.index, _ANY_VERB)
            if phrase is None or phrase.last != cue.index or phrase.kind not in ("person", "human"):
                continue
            if agrees_phrase(words, phrase, cue):
                return Turn(k, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)
        return None

    def _nearby(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «الفصائل التي تتهمها بـ»: the nearest name before that can speak and no preposition governs."""
        words = self.words
        for name in reversed(self.names):
            i = words.holding(name.start)
            if not first <= i < cue.index - 1 or name.type == "outlet" or i == 0:
                continue
            if words.is_(i - 1, "preposition") or words.core[i] != words.norm[i]:
                continue
            masculine = name.type == "person" or (
                name.type == "organization" and not _feminine(words.core[i])
            )
            if name.type in ("place", "organization", "person") and cue.form.gender == (
                "m" if masculine else "f"
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
            if phrase is None:
                continue
            if start == first or phrase.kind in ("person", "human") or self._sets_in(first, start):
                return phrase
        return self._only_person(cue, first)

    def _sets_in(self, first: int, start: int) -> bool:
        """Whether only a time or a turn of the tale («والأحد،», «من جهته،», «في المقابل،») stands before the
        clause at `start`."""
        words = self.words
        if words.norm[start - 1] not in "،,":
            return False
        if start - first <= TURN and words.is_(first, "preposition", "adverb"):
            return True
        return all(
            words.mark(k) or words.timed(k) or words.is_(k, "time") for k in range(first, start)
        )

    def _only_person(self, cue: Cue, first: int) -> Phrase | None:
        """For «أثارت ملاحظات فلان غضبا بعد أن قال»: the one person whom the sentence has named so far."""
        words = self.words
        if words.norm[cue.index - 1] != "ان" or words.norm[cue.index - 2] != "بعد":
            return None
        spans = {(n.start, n.end, n.entity or n.text) for n in self.persons}
        here = [s for s in spans if first <= words.holding(s[0]) < cue.index]
        if len({s[2] for s in here}) != 1:
            return None
        start, end, _ = min(here)
        return Phrase(words.holding(start), words.at(end), "person")

    def _subject_at(self, start: int, last: int, cue: Cue) -> Phrase | None:
        """The subject of the clause that begins at token `start`: its first word, or the word after a verb."""
        words = self.words
        if words.norm[start] in ("من", "ومن") and words.norm[start + 1].startswith(("جانب", "جهت")):
            start += 2  # «من جانبها أصدرت الوزارة»
        while start < last and (
            words.mark(start)
            or words.timed(start)
            or words.is_(start, "clause", "time", "circumstance")
        ):
            start += 1
        for k in (start, start + 1, start + 2)[: 2 + words.is_(start, "particle")]:
            if k >= last:
                continue
            titled = heads(words.norm[k], "human") and cue_at(words, k) is None
            if k == start and not (words.name[k] is not None or words.definite(k) or titled):
                continue
            if k > start and words.is_(k - 1, "preposition"):
                continue
            phrase = noun_phrase(words, k, last, _ANY_VERB)
            if phrase is None or not agrees_phrase(words, phrase, cue):
                continue
            if phrase.speaks or (phrase.kind == "noun" and self.heard_before(phrase)):
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


def after_relative(words: Words, cue: Cue) -> bool:
    """Whether a relative pronoun stands straight before the cue."""
    return cue.index > 0 and words.is_(cue.index - 1, "relative")


def dual(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase names two: «والداها», «المتحدثان», «الوزير والسفير»."""
    token = words.tokens[phrase.first]
    stem = token.stem if token.enclitic else token.norm
    if stem.endswith("ان") or (token.enclitic and stem.endswith("ا")):
        return True
    return any(
        words.norm[k][0] == "و" and words.core[k] != words.norm[k]
        for k in range(phrase.first + 1, phrase.last)
    )


def _feminine(norm: str) -> bool:
    """Whether a body's first word takes a feminine verb: by its ending, or as a plural of things."""
    return norm.endswith(("ه", "ات", "يه")) or plural(norm)


def agrees_phrase(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether a phrase can be the subject of the verb by gender."""
    if cue.form.shape == "participle" and cue.form.number == "p":
        return plural(bare(words.norm[phrase.first]))
    if cue.form.number == "d":
        return dual(words, phrase)
    if cue.form.number != "s":
        head = bare(words.norm[phrase.first])
        return phrase.kind in ("human", "noun") and (
            plural(head) or gender_of(words, phrase) is None
        )
    head = bare(words.norm[phrase.first])
    if phrase.kind == "human" and head.endswith(("ون", "ين")) and plural(head):
        return False  # behind its subject a verb agrees in number too
    gender = gender_of(words, phrase) or straight_gender(words, phrase)
    return gender is None or cue.form.gender in ("", gender)


def _agrees(turn: Turn, cue: Cue) -> bool:
    if cue.form.number == "d":
        return turn.number == "d" or " و" in (turn.speaker.text or "")
    if cue.form.number == "s" and turn.number == "p" and turn.kind == "human":
        return cue.form.gender == "f" and turn.gender != "m"
    if cue.form.number == "p" and turn.number != "p":
        return turn.kind in ("human", "noun") and turn.gender is None
    if cue.form.number == "p":
        return True
    return turn.gender is None or cue.form.gender in ("", turn.gender) or cue.form.number == "p"
