"""The subject printed near a verb whose own is hidden: in the clause it goes on with, the relative clause
before it, straight behind the verb that a participle hangs on, or the nearest name."""

from __future__ import annotations

from rawi.readers.attribution.agreement import agrees_phrase, feminine
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, Verb, cue_at
from rawi.readers.attribution.naming import Naming, Turn
from rawi.readers.attribution.words import Words, heads
from rawi.records import Speaker

ANY_VERB = Verb("", "", frozenset({"obj", "np"}), "weak")  # a clause whose verb is not known
RELATIVE = 14  # tokens back from a cue to the relative pronoun whose clause it goes on with
STRAIGHT = 9  # tokens of a subject straight before a participle


class Nearer(Naming):
    """Subjects that stand near a cue, on top of the speakers' names."""

    def _nearer(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «وتنفي المعارضة ذلك وتقول إن»: the printed subject of a reporting verb without content that
        stands between token `first` and a cue with a conjunction."""
        if not cue.conjunction:
            return None
        words = self.words
        for k in range(cue.index - 1, max(first, cue.index - 8), -1):
            other = cue_at(words, k)
            opens = k == first or words.mark(k - 1) or words.is_(k - 1, "particle", "clause")
            if (
                other is None
                or other.form.shape == "participle"
                or not (other.conjunction or opens)
                or (other.object and words.quote[k + 1] is not None)  # «فاعتبرته "غير متوازن" واقترحت»
            ):
                continue
            behind = k + 1 + words.is_(k + 1, "with_pronoun")  # «اعترضت عليه واشنطن فاعتبرته "…"»
            phrase = noun_phrase(words, behind, cue.index, ANY_VERB)
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
            start += words.is_(start, "adverb")
            phrase = noun_phrase(words, start, last, ANY_VERB)
            if phrase is None or not phrase.speaks:
                return None
            when = range(phrase.last, last)  # «، وهو ما نفته الوزارة في اليوم التالي، مؤكدة أن»
            if phrase.last < last - 1 and not all(_when(words, j) for j in when):
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
            verb = k - 1 - words.is_(k - 1, "with_pronoun")  # «فرد عليها النائب قائلا»
            opens = verb <= first or words.mark(verb - 1) or words.core[verb] != words.norm[verb]
            opens = opens or words.norm[verb] == "فرد"
            if not opens or words.definite(verb) or words.name[verb] is not None:
                continue
            phrase = noun_phrase(words, k, cue.index, ANY_VERB)
            if phrase is None or phrase.last != cue.index or phrase.kind not in ("person", "human"):
                continue
            if agrees_phrase(words, phrase, cue):
                return Turn(k, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)
        return None

    def _nearby(self, cue: Cue, first: int, paragraph: int) -> Turn | None:
        """For «الفصائل التي تتهمها بـ»: the nearest name before that can speak and no preposition governs; else
        the nearest body («الحكومة»)."""
        words = self.words
        for name in reversed(self.names):
            i = words.holding(name.start)
            if not first <= i < cue.index - 1 or name.type == "outlet" or i == 0:
                continue
            if words.is_(i - 1, "preposition") or words.core[i] != words.norm[i]:
                continue
            masculine = name.type == "person" or (
                name.type == "organization" and not feminine(words.core[i])
            )
            if name.type in ("place", "organization", "person") and cue.form.gender == (
                "m" if masculine else "f"
            ):
                found = Speaker(
                    name.start, name.end, name.text, name.name or name.text, name.entity
                )
                return Turn(i, paragraph, found, None, None, "name")
        for k in range(cue.index - 2, first, -1):
            if not words.definite(k) or not heads(words.norm[k], "body", conjunction=False):
                continue
            phrase = noun_phrase(words, k, cue.index, ANY_VERB)
            if phrase is None or words.is_(k - 1, "preposition") or not agrees_phrase(words, phrase, cue):
                continue
            return Turn(k, paragraph, self.explicit(phrase), cue.form.gender, None, phrase.kind)
        return None


def _when(words: Words, j: int) -> bool:
    """Whether the word at `j` may tell when something was said."""
    return words.timed(j) or words.is_(j, "preposition", "time", "adverb")


def after_relative(words: Words, cue: Cue) -> bool:
    """Whether a relative pronoun stands straight before the cue."""
    return cue.index > 0 and words.is_(cue.index - 1, "relative")
