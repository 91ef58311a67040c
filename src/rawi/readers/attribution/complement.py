"""Where the content of a reporting verb begins, and the subject that stands between.

After the verb come, in any order, the subject, times, places, the occasion and asides between commas;
then what opens the content: a clause («أن»), a colon or quotation, the verb's own preposition, or a
noun phrase as object. `complement` walks over the former to the latter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.readers.attribution.apposition import aside_end, closing
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, cue_at, read_word
from rawi.readers.attribution.nouns import Phrase, accusative, kind_of, starts_phrase
from rawi.readers.attribution.objects import (
    accusative_plural,
    governs_quote,
    object_like,
    pointed,
    predicated,
    straight_gender,
    with_pronoun,
)
from rawi.readers.attribution.opening import (
    Frame,
    after_colon,
    by_preposition,
    clause_frame,
    clause_near,
    hangs_on,
    is_remark,
    is_title,
    opens_clause,
)
from rawi.readers.attribution.words import Words, group, heads, masdar_like

# Tokens from verb to content; the longest in ANT (two appositions and an occasion) is 52.
ASIDE = 30  # tokens of «بعد أن …،» between verb and content
FARTHEST = 60
_ASKING = frozenset({"تساءل", "سأل", "استفسر"})  # a question is what they say: «تساءل كيف حدث ذلك»
_DESCRIBING = frozenset(
    {"وصف", "فسر"}
)  # «وصف القرار بأنه…»: the object belongs to what is said of it
_TELLING = frozenset({"أبلغ", "أخطر"})  # whoever is told stands before the clause
_JUDGING = frozenset({"اعتبر"})  # its object is judged by what follows: «اعتبر ذلك دليلاً على…»


def complement(words: Words, cue: Cue, limit: int, before: Phrase | None = None) -> Frame | None:
    """The frame of `cue` within tokens before `limit`, or None where nothing opens a content.

    `before` is the subject where it stands before the verb; then no other is sought after it.

    1. A clause, a colon or a quotation opens it.
    2. The verb's preposition opens it, once the subject is passed.
    3. A noun phrase opens it, where the verb takes one as object and the subject is passed or hidden.
    4. Otherwise the token belongs to the subject or to the circumstances and is passed.
    """
    if words.norm[cue.index] in group("saying"):
        limit = min(limit, cue.index + 3)
    scan = _Scan(words, cue, min(limit, cue.index + FARTHEST, words.stop[cue.index]), limit)
    scan.subject, scan.preverbal = before, before is not None
    while scan.j < scan.stop and not scan.over:
        frame = scan.step()
        if frame is not None:
            described = scan.described(frame)
            if described is not None:
                frame = replace(frame, start=described, quote=None)
            return replace(frame, unread=scan.unread and frame.subject is None)
    return None


@dataclass(slots=True)
class _Scan:
    """The walk from a verb to its content: where it stands and what it has passed."""

    words: Words
    cue: Cue
    stop: int
    limit: int
    j: int = 0
    over: bool = False  # nothing more to be found
    subject: Phrase | None = None
    preverbal: bool = False
    unread: bool = False  # a word stood where the subject stands and was not understood
    phrases: int = 0  # noun phrases passed that no preposition governs
    subordinate: bool = False  # inside a relative or adverbial clause
    prepositional: bool = False  # inside a prepositional phrase
    object: int | None = None  # where the first noun phrase behind the subject begins

    def __post_init__(self) -> None:
        self.j = self.cue.index + 1

    @property
    def finite(self) -> bool:
        return self.cue.form.shape != "participle"

    def step(self) -> Frame | None:
        """The frame that opens at the present token; else None, and the walk has moved on or is over."""
        words, j = self.words, self.j
        norm = words.norm[j]
        if norm in group("complementizer") and not self._hyphened():
            return self._clause()
        if self.cue.verb.past in _ASKING and norm in group("asking"):
            return Frame(self.cue, "clause", j, j, None, self.subject)
        if norm == ":":
            self.over = True
            return after_colon(words, self.cue, j, self.subject, self.limit)
        if words.quote[j] is not None:
            return self._quotation()
        if words.mark(j):
            return self._mark()
        if (
            norm in ("نفسه", "نفسها", "انفسهم")
            and not words.is_(j - 1, "time")
            and self.subject is not None
        ):
            self.phrases, self.object = self.phrases + 1, j  # «تصف الجماعة نفسها بأنها»
        after = self._described_occasion() or self._so_called()
        if after is not None:
            self.j = after
            return None
        if norm[0].isdigit() and j == self.cue.index + 1 and self._counted():
            return None
        if not self.subordinate and self.cue.verb.sure != "weak":
            frame = by_preposition(words, self.cue, j, self.subject, self.phrases + self.preverbal)
            if frame is not None:
                return frame
        if (
            norm == "ما"
            and self.subject is not None
            and "np" in self.cue.verb.takes
            and not self._governed()
        ):
            return Frame(self.cue, "object", j, j, None, self.subject)  # «نفت ما تم تداوله»
        if not ((words.timed(j) and words.name[j] is None) or norm in group("adverb")):
            told_by = words.norm[j - 2] in ("ما", "لما") and words.is_(
                j - 3, "according"
            )  # «بحسب ما نقلته الوكالة»
            governed = self.subordinate or told_by or self._governed()
            if not governed and starts_phrase(words, j):
                return self._phrase()
            if words.is_(j, "relative") or (
                words.is_(j, "circumstance") and not words.is_(j, "preposition")
            ):
                self.subordinate = True
            attached = norm[0] in "لبك" and len(norm) > 3 and not starts_phrase(words, j)
            self.prepositional = self.prepositional or attached or words.is_(j, "preposition")
        elif words.timed(j) and self.subject is not None:
            self.prepositional = False  # «قبل أسبوع» is whole
        self.j += 1
        return None

    def _hyphened(self) -> bool:
        """Whether the present token goes on with a word over a hyphen («كيم يونغ-ان»)."""
        tokens, j = self.words.tokens, self.j
        return tokens[j - 1].text == "-" and tokens[j - 1].end == tokens[j].start

    def _described_occasion(self) -> int | None:
        """Step 4 at «في مقابلة نشرتها الوكالة أمس،»: the index where its relative clause ends, or None.

        An indefinite noun takes a relative clause without a relative pronoun; the pronoun on its verb gives
        it away. What stands in the clause is no part of the report.
        """
        words, j = self.words, self.j
        if (
            not words.is_(j, "brings")
            or j + 3 >= self.stop
            or not heads(words.norm[j + 1], "occasion")
        ):
            return None
        verb = words.tokens[j + 2]
        if verb.enclitic not in ("ه", "ها") or verb.definite or len(verb.stem) < 3:
            return None
        for k in range(j + 3, min(self.stop, j + 16)):
            quote = words.quote[k]
            ends = words.norm[k] in "،,:" or words.norm[k] in group("complementizer")
            if ends or (quote is not None and words.spoken(quote)):
                return k
        return None

    def _so_called(self) -> int | None:
        """Step 4 at «من وصفتهم بـ"…"»: the index behind the quotation, which is a name for somebody."""
        words, j = self.words, self.j
        if words.norm[j] not in ("من", "ما") or j + 2 >= self.stop:
            return None
        if not read_word(words.norm[j + 1])[2]:
            return None
        for k in range(j + 2, min(j + 5, self.stop)):
            quote = words.quote[k]
            if quote is not None and not words.spoken(quote):
                return words.at(quote.outer_end)
        return None

    def _counted(self) -> bool:
        """Step 4 at a number straight after the verb: «أعلنت 24 دولة…»; True where it was the subject."""
        words, j = self.words, self.j
        if not self.finite or words.timed(j) or not starts_phrase(words, j + 1):
            return False
        phrase = noun_phrase(words, j + 1, self.stop, self.cue.verb)
        if phrase is None or phrase.kind not in ("human", "body"):
            return False
        self.subject, self.phrases, self.j = Phrase(j, phrase.last, phrase.kind), 1, phrase.last
        return True

    def _clause(self) -> Frame | None:
        """Step 1 at a complementizer."""
        words, j = self.words, self.j
        if self.cue.verb.sure == "weak" and not self._near():
            self.over = True
            return None
        if opens_clause(words, self.cue, j, self.subordinate):
            needy = "object" in self.cue.verb.traits and not self.preverbal and not self.cue.object
            one_phrase = needy and self.phrases == 1
            return clause_frame(words, self.cue, j, None if one_phrase else self.subject)
        if words.is_(j - 1, "preposition") and words.norm[j - 1] not in self.cue.verb.prepositions:
            self.subordinate = True
        if words.norm[j - 1] in ("بعد", "منذ", "رغم") and words.norm[j - 2] != "من":
            commas = (k for k in range(j, min(self.stop, j + ASIDE)) if words.norm[k] in "،,")
            self.j = next(commas, j + 1) - 1  # «وأضاف، بعد أن اعترفت بأنها…، أن»
        self.j += 1
        return None

    def _near(self) -> bool:
        """Whether a clause is close enough to a verb that has other lives."""
        passed = (
            self.subject.last
            if self.subject is not None and not self.preverbal
            else self.cue.index + 1
        )
        if self.j - passed <= 1 or self.words.norm[self.j - 1] in group("saying"):
            return True
        if self.cue.verb.past in _TELLING and self.cue.form.shape == "past":
            return True
        start = self.words.is_(passed, "preposition", "time", "adverb") or self.words.mark(passed)
        return start and self.j - passed <= 12

    def _quotation(self) -> Frame | None:
        """Step 1 at a quotation; a short one may be the subject's name."""
        words, j, cue = self.words, self.j, self.cue
        quote = words.quote[j]
        after = max(words.at(quote.outer_end), j + 1)
        addressee = words.norm[j - 1] in ("ل", "مع")  # «لـ"…"» names the medium
        said = words.spoken(quote) or is_remark(words, cue, j, after, self.stop)
        if (
            said
            and "quote" in cue.verb.takes
            and not addressee
            and not is_title(words, cue, j, after, self.subordinate, self.subject)
            and hangs_on(words, cue, j, self.subject)
        ):
            return Frame(cue, "quote", j, j + 1, quote, self.subject)
        if (
            self.subject is None
            and self.finite
            and j == cue.index + 1
            and not (words.spoken(quote) or addressee)
        ):
            self.subject, self.phrases = Phrase(j, after, "name"), 1
        elif self.subject is not None and not (
            words.spoken(quote) or addressee or self._governed()
        ):
            self.phrases += 1  # «اتهم الوزير "الحزب" بأنه»
            self.object = j if self.object is None else self.object
        self.j = after
        return None

    def _mark(self) -> None:
        """Step 4 at punctuation: a comma ends an aside; a participle does not reach over one. A name in
        brackets straight after the verb is its subject."""
        if self.words.norm[self.j] == "(" and self.j == self.cue.index + 1 and self.finite:
            after = closing(self.words, self.j, self.stop)
            if after is not None and after - self.j <= 5:
                self.subject, self.phrases, self.j = Phrase(self.j, after, "name"), 1, after
                return
        norm = self.words.norm[self.j]
        aside = aside_end(self.words, self.j, self.stop, about=self.subject is not None)
        if aside is not None:
            self.subordinate = self.prepositional = False
            self.j = aside
            return
        far = not self.finite and norm in "،," and self.j - self.cue.index > 6
        joined = self.words.stop[self.j] != self.j + 1 and norm == "."  # «سي.إن.إن»
        initial = (norm == "." and len(self.words.norm[self.j - 1]) <= 2) or joined  # «د. فلان»
        self.over = (norm in ".!؟?؛;" and not initial) or far
        self.subordinate = self.prepositional = False
        self.j += 1

    def _governed(self) -> bool:
        """Whether the present token belongs to a prepositional phrase."""
        words, j = self.words, self.j
        before = words.norm[j - 1]
        if before in ("ل", "ب", "ك"):
            return True  # «لـCNN»
        if words.is_(j - 1, "preposition"):
            return before[-1:] != "ه" and not words.is_(j - 1, "with_pronoun")
        if not self.prepositional or with_pronoun(words, j - 1):
            return self.prepositional and words.definite(j)  # «على لسان متحدثها الرسمي»
        return words.definite(j) or not words.definite(j - 1)

    def _phrase(self) -> Frame | None:
        """Steps 3 and 4 at a noun phrase."""
        words, j, verb = self.words, self.j, self.cue.verb
        norm = words.norm[j]
        self.prepositional = False
        other = cue_at(words, j)
        kind = kind_of(words, j)
        renews = verb.sure == "renew" and heads(norm, "renewable")
        if (
            other is not None
            and kind == "noun"
            and not renews
            and (other.form.shape != "past" or other.conjunction or j == self.cue.index + 1)
        ):
            self.over = True
            return None
        takes_object = "np" in verb.takes and verb.sure != "weak"
        if verb.sure == "renew" and (
            not heads(norm, "renewable") or words.norm[j - 1] in ("هذا", "هذه")
        ):
            takes_object = False
        if self.cue.object and verb.act == "deny":
            takes_object = False  # «ينفيها الرئيس»
        if verb.past == "اعتبر" and self.subject is None and self.phrases == 0 and self.finite:
            takes_object = False  # «ويعتبر اللعب هناك حلماً»: nobody's opinion
        manner = norm[-1] == "ا" and words.name[j] is None and kind in ("noun", "human")
        manner = manner and (accusative(norm) or heads(norm[:-1], "human"))
        if manner and self.finite and self.subject is None and not words.definite(j):
            if self.cue.object and "pronoun" in verb.traits:
                return Frame(self.cue, "object", j, j, None, None)  # «اعتبرته هجوما»
            if kind == "human":
                self.j += 1  # «وأوضح متحدثا للصحيفة أن»
                return None
        named = (
            self.subject is None
            and self.finite
            and noun_phrase(words, j, self.stop, verb) is not None
        )
        if (
            takes_object
            and masdar_like(norm)
            and not (named and norm not in group("masdar") and not governs_quote(words, j))
            and (kind in ("noun", "thing") or (self.subject is not None and kind != "person"))
        ):
            return Frame(self.cue, "object", j, j, None, self.subject)
        if kind == "thing" and takes_object and j == self.cue.index + 1:
            self.over = True  # «نفى ذلك»
            return None
        judged = verb.past in _JUDGING and words.norm[j] in ("ذلك", "هذا")
        if (
            kind == "thing"
            and self.subject is not None
            and takes_object
            and (judged or not words.mark(j - 1))
        ):
            self.over = True
            shown = verb.act == "deny" and pointed(words, j + 1)
            shown = shown or (verb.past in _JUDGING and predicated(words, j + 1))
            return Frame(self.cue, "object", j, j, None, self.subject) if shown else None
        if self.finite and self.subject is None and self.phrases == 0:
            phrase = noun_phrase(words, j, self.stop, verb)
            if phrase is not None and "obj" in verb.takes and self._addressed(phrase):
                self.phrases, self.j = 1, phrase.last  # «ودعا اللبنانيين إلى…»: the object
                return None
            if phrase is not None:
                if takes_object and self._is_object(phrase):
                    return Frame(self.cue, "object", j, j, None, None)
                self.subject, self.phrases, self.j = phrase, 1, phrase.last
                name = words.name[phrase.last - 1]
                if (
                    name is not None and words.at(name.end) > phrase.last
                ):  # parted: subject and object
                    self.phrases, self.object, self.j = 2, phrase.last, words.at(name.end)
                return None
            self.unread = self.unread or norm[-1:] != "ا"
        elif (
            (
                takes_object
                and verb.sure != "deed"
                and kind != "person"
                and (self.subject is not None or j == self.cue.index + 1)
            )
            and not clause_near(words, j, self.stop, verb)
            and (object_like(words, j) or (verb.act == "deny" and heads(norm, "denied")))
        ):
            return Frame(self.cue, "object", j, j, None, self.subject)
        if not self.finite and "obj" not in verb.takes:
            self.over = True  # a participle has no subject of its own to be passed
        if self.object is None:
            self.object = j
        self.phrases += 1
        self.j += 1
        return None

    def described(self, frame: Frame) -> int | None:
        """Where the content of a verb of describing begins: at its object («وصف القرار بأنه…»), if printed."""
        if self.cue.verb.past not in _DESCRIBING or self.cue.object or frame.kind == "quote":
            return None
        if frame.subject is None and self.subject is not None and not self.preverbal:
            return self.subject.first
        return self.object

    def _addressed(self, phrase: Phrase) -> bool:
        """Whether the phrase straight after a verb is whom it addresses and not its subject: it stands in
        the accusative, or the verb does not agree with it («وطالبت رئيس الوزراء بـ…», «ودعا إيران إلى…»)."""
        words, form = self.words, self.cue.form
        if accusative_plural(words, phrase.first) or words.norm[phrase.first] in ("الجميع", "الكل"):
            return True
        if form.number != "s" or form.gender not in ("m", "f"):
            return False
        return straight_gender(words, phrase) not in (None, form.gender)

    def _is_object(self, phrase: Phrase) -> bool:
        """Whether the first noun phrase after the verb is its object and the subject is hidden."""
        if phrase.kind != "noun" or self.cue.verb.sure == "deed":
            return False
        k = phrase.last
        while k < self.stop and (self.words.norm[k] in "،," or self.words.timed(k)):
            k += 1
        leads = k < self.stop and masdar_like(self.words.norm[k])
        return not leads and not clause_near(self.words, phrase.last, self.stop, self.cue.verb)
