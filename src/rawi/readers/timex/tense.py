"""Which way the words around an expression look: back, ahead, or neither.

The nearest word that tells decides, those before the expression first; a verb of the present tells
only of what is to come when nothing in the past stands nearer («يلتقي الخميس»).
"""

from __future__ import annotations

from functools import cache, lru_cache

from rawi.arabic.analysis import Analysis
from rawi.arabic.frequencies import key, zipf
from rawi.arabic.letters import fold
from rawi.lexicon import load

TOLD, BACK, REPORTED, DUE, NEITHER, PRESENT, AHEAD, ALONE = -4, -3, -2, -1, 0, 1, 2, 3
"""A lean: a verb of what was, whose clause the expression opens («وفي مارس، نشرت»); any verb of what was; a
verb of speech, whose content may be of any time; what was to come then («كان مقررا الخميس»), which may be over
or not; nothing; a verb of the present; a word of what is to come; and an expression that is a sentence by
itself."""
VERB = 2.5  # Zipf value: «يلتقي» in «سيلتقي» is a word of its own, «يرغي» in «سيرغي» is none
KNOWN = 2.0  # the same of a word in ت that may be a verb of the past («طرحت»), or a foreign name
SHORT_VERB = 3.5  # the same of three letters, which are a word by chance more often
CLOSE = 8  # words within which a verb of the present is taken to be the expression's own
BEFORE, AFTER = 14, 8  # words (marks not counted before) looked at on either side, by reading news sentences
OPENING = 3  # words of a clause within which an expression opens it: «وفي مساء يوم»
ENDINGS = ("", "ت", "وا", "ا", "تا", "نا", "ه", "ها", "هم", "ته", "تها", "ن")
OBJECTS = ("ه", "ها", "هم", "هما", "نا", "ني", "ون", "ونه", "ونها", "ان", "وا")
CLAUSE_MARKS = frozenset('،,:؛"«')
SAID = frozenset(("ان", "انه", "انها", "انهم", "اننا", "بان", "بانه", "بانها", '"', "«", "“"))
NO_VERBS = frozenset(("بين", "نقل"))  # «يوم الاثنين بين فلان وفلان»
WAS = frozenset(("كان", "كانت", "كانا", "كانوا"))
RELATIVES = ("الذي", "التي", "الذين", "حيث", "ما")
LEANS = {"past": BACK, "report": REPORTED, "future": AHEAD}


@cache
def _words() -> dict[str, str]:
    """Folded form -> past, report, future or still."""
    found: dict[str, str] = {}
    for row in load.table("time_tense"):
        form, kind = fold(row["form"]), row["kind"]
        if kind in ("past", "report"):
            for ending in ENDINGS:
                found.setdefault(form + ending, kind)
            if form.endswith(("ي", "ا")):  # نفى, دعا: the last letter falls before an ending
                found.setdefault(form[:-1] + "ت", kind)
                found.setdefault(form[:-1] + "وا", kind)
        elif kind not in ("plan", "compared"):
            found[form] = kind
    for row in load.table("statement_verbs"):
        if row["sure"] == "strong":
            for ending in ENDINGS:
                found.setdefault(fold(row["past"]) + ending, "report")
    return found


@cache
def _of_kind(kind: str) -> frozenset[str]:
    """The folded words of a kind that tells no tense: plan, compared."""
    return frozenset(fold(r["form"]) for r in load.table("time_tense") if r["kind"] == kind)


@lru_cache(maxsize=50_000)
def tense(norm: str) -> str:
    """past | report | future | present | '' of one folded word."""
    words = _words()
    bare = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 3 else norm
    kind = words.get(norm) or words.get(bare)
    if kind is not None:
        return "" if kind == "still" else kind
    feminine = len(bare) > 3 and bare[-1] == "ت" and bare[0] not in "يتب" and bare[-2] != "ا"
    if feminine and not bare.startswith("ال") and _verbal(bare):
        return "past"  # طرحت، وضعت
    if len(bare) > 3 and bare[0] == "س" and bare[1] in "يتن":
        if zipf(key(bare[1:])) >= (VERB if len(bare) > 4 else SHORT_VERB):
            return "future"
        return ""
    if len(bare) > 3 and bare[0] == "ي" and not bare.endswith(("يه", "ات")) and _conjugated(bare):
        return "present"
    return ""


@lru_cache(maxsize=50_000)
def _conjugated(word: str) -> bool:
    """Whether a word in ي or ت is met with the other letter too, as every verb of the present is: «يلتقي»
    and «تلتقي»; «ترامب», «تويتر», «يوتا» are not."""
    other = ("ت" if word[0] == "ي" else "ي") + word[1:]
    stems = {other} | {other.removesuffix(e) for e in OBJECTS if len(other) > len(e) + 2}
    return any(zipf(key(s)) >= KNOWN for s in stems)


def _verbal(bare: str) -> bool:
    """Whether a word in ت is known as one or without its ending: «مانافورت» is neither."""
    return zipf(key(bare)) >= KNOWN or zipf(key(bare[:-1])) >= VERB


class Lookout:
    """The tenses of an analysis's words."""

    def __init__(self, analysis: Analysis) -> None:
        self._tokens = analysis.tokens
        self._sentences = analysis.sentences

    def lean(self, first: int, last: int, low: int, high: int) -> int:
        """The lean of the expression at tokens `first:last`, within the sentence `low:high`."""
        present = NEITHER
        seen = 0
        for k in range(first - 1, low - 1, -1):
            token = self._tokens[k]
            seen += token.kind != "mark"
            if seen > BEFORE:
                break
            kind = tense(token.norm)
            if kind == "report" and first - k <= 2:
                return BACK  # «أعلن في 27 أيلول»: the day of the speech itself
            if kind == "past" and k > low and tense(self._tokens[k - 1].norm) == "future":
                return AHEAD  # «المقرر عقدها»: a masdar that is spelled like a verb
            if kind == "future" and self._no_future(k, low):
                continue
            if kind == "future" and self._was_due(k, low):
                return DUE
            if kind in LEANS:
                return LEANS[kind]
            verb = kind == "present" or self._opens(k, low) or (k == first - 1 and self._predicate(k, low))
            if not present and first - k <= CLOSE and verb:
                before = self._tokens[k - 1].norm if k > low else ""
                commas = any(self._tokens[n].norm in ("،", ",") for n in range(k, first))
                if before in RELATIVES and commas:
                    continue  # «المستشفى الذي يعمل فيه، الخميس،» is about the noun
                past = before.lstrip("وف") == "لم" or tense(before) == "past"
                present = BACK if past else PRESENT
        told = self._told(last, high)
        if present:
            return BACK if told else present
        if told and first - low <= OPENING:
            return TOLD
        for k in range(last, min(high, last + AFTER)):
            kind = tense(self._tokens[k].norm)
            if kind in LEANS:
                return LEANS[kind]
        words = sum(1 for t in self._tokens[low:high] if t.kind != "mark")
        own = sum(1 for t in self._tokens[first:last] if t.kind != "mark")
        return ALONE if words <= own + 1 else NEITHER

    def _no_future(self, k: int, low: int) -> bool:
        """Whether the word that seems to look ahead does not: a name behind its verb («وعادت سيرينا»), or
        what was thought before («أكثر من المتوقع»، «خلافا للمتوقع»)."""
        before = [self._tokens[n].norm for n in (k - 1, k - 2) if n >= low]
        if not before:
            return False
        if self._tokens[k].norm[0] == "س":
            return tense(before[0]) == "past"
        compared = _of_kind("compared")
        return before[0] in compared or (before[0] == "من" and before[-1] in compared)

    def _was_due(self, k: int, low: int) -> bool:
        """Whether «كان», «كانت» stands before what was planned: «كان من المقرر»، «كانت مقررة»."""
        was = (self._tokens[n].norm.removeprefix("و") for n in range(max(low, k - 3), k))
        return self._tokens[k].base.startswith("مقرر") and any(w in WAS for w in was)

    def _told(self, last: int, high: int) -> bool:
        """Whether the very next word tells what was done then: a verb of the past without و («مساء
        الاثنين، كتب فلان»), or what was said («قوله، الاثنين، إن…», «ورد مساء الثلاثاء "…"»)."""
        if last < high and self._tokens[last].norm in ("،", ",", ":"):
            last += 1
        if last >= high:
            return False
        norm = self._tokens[last].norm
        if norm in SAID:
            return True
        return norm[0] != "و" and norm not in NO_VERBS and tense(norm) in ("past", "report")

    def _predicate(self, k: int, low: int) -> bool:
        """Whether a word in ت straight before the day is what the definite noun before it does («القمة
        العربية تنطلق الاثنين»): no noun that the day belongs to («إلغاء تجمع الأحد»)."""
        return k > low and self._tokens[k - 1].definite and self._feminine_verb(self._tokens[k].norm)

    def _opens(self, k: int, low: int) -> bool:
        """A word in ت that opens its clause is most often a verb of the third person feminine."""
        norm = self._tokens[k].norm
        if not self._feminine_verb(norm[1:] if norm.startswith("و") else norm):
            return False
        before = self._tokens[k - 1].norm
        return k == low or norm[0] == "و" or before in CLAUSE_MARKS or before in RELATIVES

    def _feminine_verb(self, word: str) -> bool:
        """Whether the word has the look of a present of the third person feminine, and of no noun in ت."""
        if len(word) < 4 or word[0] != "ت" or word.endswith(("ه", "ات", "يا")) or tense(word):
            return False
        if _words().get(word) == "still" or (len(word) == 5 and word[3] == "ي"):
            return False  # تقرير، تصريح
        return _conjugated(word)

    def reports(self, first: int, last: int, low: int, high: int) -> bool:
        """Whether a verb of speech stands just before or after the expression."""
        near = (*range(max(low, first - 8), first), *range(last, min(high, last + 3)))
        return any(tense(self._tokens[k].norm) == "report" for k in near)

    def planned(self, first: int, low: int) -> bool:
        """Whether a word of planning or agreement stands before the expression: اتفاق، خطة، موعد."""
        return any(self._tokens[k].base in _of_kind("plan") for k in range(max(low, first - BEFORE), first))
