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

from rawi.readers.attribution.agreement import agrees, agrees_phrase
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, cue_at, subject_pronoun
from rawi.readers.attribution.naming import Turn
from rawi.readers.attribution.nearer import ANY_VERB, Nearer, after_relative
from rawi.readers.attribution.nouns import Phrase, verb_like
from rawi.readers.attribution.words import Words, group, heads

_ATTITUDES = frozenset({"fear", "demand", "believe"})
REACH = 4  # paragraphs back that the last speaker may be
TURN = 8  # tokens of «من جهة أخرى،», «وقبيل انقضاء المهلة المحددة،»
NEAR = 2  # paragraphs back that an earlier one may be, when the last does not agree


class Floor(Nearer):
    """Those who have spoken so far, and whom a hidden subject means."""

    def hidden(self, cue: Cue, first: int, paragraph: int, within: Turn | None) -> Turn | None:
        """The turn that a hidden subject points at. `first` is its sentence's first token."""
        agree = [
            t
            for t in reversed(self.turns)
            if t.index < cue.index and not t.aside and agrees(t, cue)
        ]
        onward = self.words.norm[max(0, cue.index - 2)] == "كما"  # «كما أنها تدعو إلى»
        if within is None and cue.form.shape == "present" and cue.verb.act in _ATTITUDES and not onward:
            return self._coordinate(cue, first, paragraph)  # «كان يأمل في…»: it need not be the speaker's
        if within is not None and not agrees(within, cue) and self._turned_to(cue):
            return self._nearby(cue, first, paragraph)  # «واتهم المسلحون الحكومة، لكنها تنفي ضلوعها»
        nearer = self._nearer(cue, within.index if within is not None else first, paragraph)
        if nearer is not None:
            return nearer
        relative = self._relative_subject(cue, first, paragraph)
        relative = relative or self._straight_subject(cue, first, paragraph)
        if relative is not None:
            return relative
        if within is not None and agrees(within, cue):  # 1
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
            return self._topic(cue, first, paragraph, bodies=True)  # «تمكنت الشرطة من اعتقاله. وقالت إنه»
        last = agree[0]
        voices = [t for t in self.turns if not t.aside]
        if voices and last is voices[-1]:  # 3
            return last if paragraph - last.paragraph <= REACH else None
        return last if paragraph - last.paragraph <= NEAR else None  # 4

    def _turned_to(self, cue: Cue) -> bool:
        """Whether «لكنها», «وهي», «إلا أنها» before the cue turns to somebody else than who spoke."""
        before, earlier = (self.words.norm[max(0, cue.index - n)] for n in (1, 2))
        ending = subject_pronoun(cue)
        if before in ("وهو", "وهي") or ending is None:
            return before in ("وهو", "وهي")
        return before in ("لكن" + ending, "ولكن" + ending) or (
            before == "ان" + ending and earlier in group("excepting")
        )

    def _coordinate(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «وتسيطر مصر على … وتقترح …»: the subject of the imperfect that opens the sentence, to
        which «و» joins the cue."""
        words = self.words
        opens = words.core[first]
        same = opens[:1] == cue.form.word[:1] and len(opens) > 3 and words.name[first] is None
        if not (cue.conjunction and same) or words.definite(first) or cue.form.number != "s":
            return None
        phrase = noun_phrase(words, first + 1, cue.index, ANY_VERB)
        if phrase is None or not phrase.speaks or not agrees_phrase(words, phrase, cue):
            return None
        return Turn(first, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)

    def _topic(self, cue: Cue, first: int, paragraph: int, *, bodies: bool = False) -> Turn | None:
        """The subject of the sentence just before, where that sentence reports nothing; a body where asked.

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
        if phrase is None:
            return None
        name = words.name[phrase.first]
        body = phrase.kind == "body" or (name is not None and name.type == "organization")
        if phrase.kind not in ("person", "human") and not (bodies and body):
            return None
        return Turn(
            phrase.first, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind
        )

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
        topic = words.is_(start - 1, "circumstance") and words.is_(start - 1, "preposition")
        if topic and words.norm[start] != "ان":
            return None  # «وحول توحيد القوات، أوضح أن»: what it is about, or when
        for k in (start, start + 1, start + 2)[: 2 + words.is_(start, "particle")]:
            if k >= last:
                continue
            titled = heads(words.norm[k], "human") and cue_at(words, k) is None
            if k == start and not (words.name[k] is not None or words.definite(k) or titled):
                continue
            if k > start and words.is_(k - 1, "preposition"):
                continue
            k += _verb(words, k)  # «لا يخفي الباحث»
            phrase = noun_phrase(words, k, last, ANY_VERB)
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


def _verb(words: Words, k: int) -> bool:
    """Whether a verb in the imperfect stands at `k`."""
    return verb_like(words.norm[k]) and words.name[k] is None
