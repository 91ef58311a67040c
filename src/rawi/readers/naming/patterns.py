"""Names that a head word opens: «وزارة الخارجية العراقية», «القوات المسلحة», «قاعدة …», «تنظيم "…"».

1. A head with ال takes the definite adjectives after it: «القوات [الأمنية العراقية]».
2. A head without ال takes a complement: words in quotation marks, or up to two bare nouns that lead to a
   definite word or a known name, then definite words: «لجنة تقييم …», «جهاز مكافحة [الإرهاب]»,
   «وزارة التربية والتعليم», «اللجنة العليا للتسليح».
3. Where the lexicon asks for evidence, a known name or a people's adjective must be inside, or the
   trained tagger must have seen a name there.
4. A name may be a person's where the lexicon says so («ملعب الأمير …», «حكومة …»), or a foreign word
   («معهد …»): nothing goes on after either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import PASSED, Match, name_start
from rawi.readers.naming.lexicons import Head

ADJECTIVES = 3  # «القوات المسلحة العراقية المشتركة»: no name in the training data has more
BARE_NOUNS = 2
STRANGE = 3.4  # Zipf value: below stand names, above it words such as تدريب
FOREIGN = 2.7  # and below this, in any place, foreign words
UNUSUAL = 3.0  # and below this, what may go on after one
QUOTED = 5  # words; a longer quotation after a head is a quotation
DEFINITE_WORDS = 5
WHERE = frozenset(
    ("في", "وسط", "قرب", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي")
)
PURPOSES = frozenset(
    ("لكره", "لشوون", "لحقوق", "لتحرير", "لمكافحه", "لحمايه", "لرعايه", "لتنميه", "لتنسيق", "لحظر")
)
ARMED = frozenset(("تنظيم", "جماعه", "حركه", "فصيل"))
BANDS = frozenset(
    ("حراس", "جند", "جنود", "انصار", "احرار", "اسود", "صقور", "شهداء", "جيش", "لواء", "ابناء")
)
NO_BODY = frozenset(
    ("معارضه", "متمردين", "معارضين", "عدو", "كاس", "بطوله", "مونديال", "دوره", "العاب", "انتخابات", "مؤتمر",
     "مهرجان", "مباراه", "مباريات", "حفل", "معرض", "مسابقه", "سباق")
)  # fmt: skip
"""After these heads no body: «قوات المعارضة» has no name, «تنظيم كأس العالم» is to hold it."""
LEADERS = frozenset(
    ("الملك", "الملكه", "الامير", "الاميره", "الشيخ", "الشيخه", "السلطان", "الامام", "الرييس", "الشهيد",
     "السيده", "القديس")
)  # fmt: skip
SPOTS = frozenset(
    ("مركز", "مكتب", "ساحه", "دايره", "جبهه", "مديريه")
)  # «مركز عفرين» is the middle of the town
LED_BY = frozenset(("قياده", "رياسه", "اداره"))  # «بقيادة …» says who leads, it names no body
OPENING = frozenset("\"'«“„‘")
CLOSING = frozenset("\"'»”’“")

Found = tuple[int, int, Head, bool]
"""Token indices of the name, its head, and whether the name is bare (a head with ال alone)."""


class Patterns:
    """Finds head-word names in one run of tokens. `known` marks tokens inside known names."""

    def __init__(
        self, tokens: Sequence[Token], matches: Sequence[Match], tagged: Mapping[int, str],
        persons: Mapping[int, int],
    ) -> None:  # fmt: skip
        self.tokens = tokens
        self.tagged = tagged  # token -> the tagger's label
        self.persons = persons  # first token -> behind the last
        self.known: dict[int, Match] = {m.first: m for m in matches}
        self.heads = lexicons.heads()
        self.stops = lexicons.generic("stop")
        self.epithets = lexicons.generic("epithet")
        self.adjectives = lexicons.generic("adjective")
        self.demonyms = lexicons.demonyms()
        self.titles = lexicons.titles()
        self.particles = function_words()
        self.given = lexicons.given_names()
        self.phrases = lexicons.phrases()
        self.verbs = lexicons.telling_verbs()

    def find(self) -> list[Found]:
        """Every head-word name, left to right."""
        out: list[Found] = []
        for i, token in enumerate(self.tokens):
            if token.kind != "word":
                continue
            head = self.head_at(i)
            if head is None or head.rule in ("town", "outlet"):
                continue
            ours = token.enclitic == "نا" or (not token.definite and token.norm.endswith("نا"))
            if head.word in LED_BY and "ب" in token.proclitics:
                continue
            last, sign = (
                self._after_definite(i) if token.definite or ours else self._complement(i, head)
            )
            if token.definite or ours:
                wanted = head.definite if sign is not None else "adjective"
                bare = last == i + 1
                if wanted in ("-", "never") or (bare and (wanted != "bare" or ours)):
                    continue
                if wanted == "demonym" and not sign:
                    continue
                out.append((i, last, head, bare))
            elif last > i + 1 and not token.enclitic:
                if head.word == "مديريه" and last == i + 2 and self._district(self.tokens[i + 1]):
                    head = replace(head, type="place")
                if head.word == "وكاله" and _news(self.tokens[i + 1 : last]):
                    head = replace(head, type="outlet")
                whole = self.known.get(i + 1)
                alone = whole is not None and whole.last == last
                spot = alone and head.word in SPOTS and whole.entry.type == "place"
                if spot or (alone and head.word in LED_BY):
                    continue
                quoted = self.tokens[i + 1].text in OPENING
                if head.complement == "foreign" and not quoted:
                    continue
                if self._general(i + 1, last, head) or self.tokens[i + 1].base in NO_BODY:
                    continue
                if head.word in LED_BY and "ل" in token.proclitics and self._person(i + 1) is None:
                    continue  # «لقيادة الرد»: to lead it
                seen = any(self._labelled(k, head) for k in range(i, last))
                if sign or seen or self._enough(i, last, head):
                    out.append((i, last, head, False))
            elif not token.enclitic and (last := self._named_after(i, head)) > i + 1:
                out.append((i, last, head, False))
        return out

    def _district(self, name: Token) -> bool:
        """«مديرية الدريهمي»: a district is called after a place, an office after what it does."""
        words = (frequencies.key(name.text), name.base)
        return name.definite and max(map(frequencies.zipf, words)) < STRANGE

    def _general(self, first: int, last: int, head: Head) -> bool:
        """Whether the complement only says which kind: «مطار المدينة», «إدارة الحكومة»."""
        token = self.tokens[first]
        if head.type == "place" and token.norm in self.titles and token.norm not in LEADERS:
            return token.definite  # «سجن المخرج …»: he was jailed
        inner = self.heads.get(token.base) if token.definite else None
        if inner is None:
            return False
        if head.type == "place":
            return inner.type == "organization" or last == first + 1
        return head.word == "اداره" and inner.definite == "bare"

    def _named_after(self, i: int, head: Head) -> int:
        """End of a name made of a person's or of foreign words right after the head, or i + 1."""
        last = self._person(i + 1) if head.takes_person else None
        if last is not None:
            return last
        if head.rule in ("org", "site") and head.complement in ("evidence", "foreign", "strong"):
            last = i + 1
            if i not in self.tagged and last < len(self.tokens) and self._foreign(last, FOREIGN):
                while (
                    last < len(self.tokens)
                    and last - i <= 4
                    and (last in self.tagged or self._foreign(last, UNUSUAL))
                ):
                    last += 1
            return last
        return i + 1

    def _person(self, j: int) -> int | None:
        """Behind the person named at `j`, with «الملك» and its like before the name; or None."""
        if j < len(self.tokens) and self.tokens[j].norm in LEADERS:
            j += 1
        last = self.persons.get(j)
        return last if last is not None and not self.tokens[j].proclitics else None

    def _foreign(self, j: int, limit: float) -> bool:
        """A bare word at `j` rarer than `limit` and without an Arabic ending."""
        t = self.tokens[j]
        plain = t.kind == "word" and not (t.definite or t.proclitics or t.enclitic)
        return (
            plain and len(t.norm) > 3 and not t.norm.endswith(("يه", "ات", "ين", "ون", "ه"))
            and t.base not in self.demonyms and t.norm not in self.titles
            and not (t.norm.endswith("ي") and (t.norm[:-1],) in self.phrases)  # «باريسي»
            and frequencies.zipf(frequencies.key(t.text)) < limit
        )  # fmt: skip

    def head_at(self, i: int) -> Head | None:
        """The head word at token `i`, whatever is written onto it."""
        token = self.tokens[i]
        head = self.heads.get(token.base)
        if head is None and token.stem.endswith("نا"):
            head = self.heads.get(token.stem[:-2])
        return head

    def _enough(self, i: int, last: int, head: Head) -> bool:
        """Whether the complement alone makes a name, or the place that is said to hold it."""
        first = self.tokens[i + 1]
        band = head.word in ARMED and first.norm in BANDS and self.tokens[last - 1].definite
        if head.complement == "strong" or (band and last - i == 3):
            return True
        if head.complement == "two":
            before = self.tokens[last - 2]
            if before.definite:
                return self._adjective(self.tokens[last - 1])
            return last - i > 2 and before.norm.endswith("ه") and head.word not in LED_BY
        return head.rule == "site" and self._located(last)

    def _located(self, j: int) -> bool:
        """«… في أربيل»: a preposition and a known place."""
        if j + 1 >= len(self.tokens) or self.tokens[j].norm not in WHERE:
            return False
        match = self.known.get(j + 1) or self.known.get(j + 2)
        return match is not None and match.entry.type == "place"

    def _labelled(self, k: int, head: Head) -> bool:
        """Whether the tagger saw a name at `k` that speaks for the head's: no body for a site."""
        return k in self.tagged and (head.type != "place" or self.tagged[k] != "ORG")

    def _adjective(self, token: Token) -> bool:
        if token.kind != "word" or not token.definite or token.norm in self.stops:
            return False
        if token.proclitics or token.norm in self.epithets:
            return False
        return token.base.endswith(("ي", "يه")) or token.norm in self.adjectives

    def _after_definite(self, i: int) -> tuple[int, bool | None]:
        """End of a head's adjectives and whether one is of a people; «للتسليح» after them included.

        What it is for makes a name of any body («المعهد الوطني للإحصاء»): then None stands for the people.
        """
        j, sign = i + 1, False
        while j < len(self.tokens) and j - i <= ADJECTIVES and self._adjective(self.tokens[j]):
            if self._year(j):
                break
            if self.tokens[i].text[-1] == "ة" and self.tokens[j].text[-1] == "ي":
                break  # «وزير الإدارة المحلية اليمني»: of the minister
            sign = sign or self.tokens[j].base in self.demonyms
            j += 1
        head = self.head_at(i)
        purpose = self._for(j) if head is not None and head.takes_for and j > i + 1 else 0
        return j + purpose, None if purpose else sign

    def _year(self, j: int) -> bool:
        """«… العام الماضي»: a year, no adjective."""
        after = self.tokens[j + 1 : j + 2]
        return self.tokens[j].norm == "العام" and bool(after) and after[0].norm in self.stops

    def _for(self, j: int) -> int:
        """How many tokens at `j` say what a body is for: «للتسليح», «لكرة القدم»."""
        if j >= len(self.tokens) or self.tokens[j].proclitics != ("ل",):
            return 0
        token, after = self.tokens[j], self.tokens[j + 1 : j + 2]
        if token.norm in PURPOSES and after and after[0].definite and not after[0].proclitics:
            return 2
        if token.kind != "word" or not token.norm.startswith("لل"):
            return 0
        k = j + 1
        while k < len(self.tokens) and k - j <= 2 and self._adjective(self.tokens[k]):
            k += 1  # «للطيران المدني»
        if k == j + 1 and k < len(self.tokens):
            also = self.tokens[k]  # «للبحث والإنقاذ»
            noun = also.definite and also.proclitics == ("و",) and also.base not in self.heads
            k += noun and also.base not in self.demonyms and not also.base.endswith("ون")
        return k - j

    def _complement(self, i: int, head: Head) -> tuple[int, bool]:
        """End of the complement of a head without ال, and whether a known name is part of it."""
        tokens, n = self.tokens, len(self.tokens)
        j = i + 1
        if j < n and tokens[j].text in OPENING:
            close = next(
                (k for k in range(j + 2, min(n, j + 2 + QUOTED)) if tokens[k].text in CLOSING), None
            )
            thing = head.type == "place" or head.word in ("نظام", "جهاز")  # of a computer, say
            if close is None or thing or tokens[j + 1].base.endswith("يه"):
                return i + 1, False
            return close, True
        sign = got = False
        bare = definite = 0
        while j < n:
            token = tokens[j]
            match = self.known.get(j)
            named = self._person(j)
            if named is not None and not got:
                if head.takes_person:
                    return named, True
                break
            if j in self.persons:
                break
            coordinated = got and token.proclitics == ("و",) and token.definite and definite == 1
            if token.kind == "mark" or token.kind == "number" or token.norm in self.stops:
                break
            if match is not None and match.at == token.start and (not got or head.type == "place"):
                got = sign = True
                j = match.last
                definite += 1
                continue
            if token.proclitics and not (
                (coordinated and head.takes_for) or self._pair(head, coordinated)
            ):
                if got and head.takes_for and definite == 1:
                    j += self._for(j)
                break
            if token.definite:
                if got and not coordinated and not self._adjective(token):
                    break
                if token.norm in self.titles and token.norm not in self.adjectives and got:
                    break
                sign = sign or (token.base in self.demonyms and head.type != "place")
                got = True
                definite += 1
                j += 1
                if definite >= DEFINITE_WORDS:
                    break
                continue
            kind = token.norm.endswith("يه")  # «قاعدة عسكرية في …» has no name
            if not got and head.rule == "site" and bare == 0 and not kind and self._located(j + 1):
                return j + 1, True  # «قاعدة حرير في أربيل»
            if not got and bare == 0 and head.rule == "site" and self._strange(j, head):
                j += 1  # «معسكر فيكتوريا», «ملعب فيشت الأولمبي»
                own = j < n and tokens[j].base not in self.demonyms and self._adjective(tokens[j])
                return j + own, True
            if got or bare >= BARE_NOUNS or not self._leads(j):
                break
            bare += 1
            j += 1
        while j > i + 1 and tokens[j - 1].kind == "mark" and tokens[j - 1].text in PASSED:
            j -= 1
        return (j, sign) if got else (i + 1, False)

    def _strange(self, j: int, head: Head) -> bool:
        """A bare word at `j` too rare to say what kind of site it is («معسكر تدريب»)."""
        token = self.tokens[j]
        if head.complement != "strong" or token.kind != "word" or token.enclitic:
            return False
        if token.base in self.demonyms or token.norm.endswith("يه"):
            return False
        return frequencies.zipf(frequencies.key(token.text)) < STRANGE or token.base in self.given

    def _pair(self, head: Head, coordinated: bool) -> bool:
        return coordinated and head.word in (
            "وزاره",
            "اداره",
            "دائره",
            "مديريه",
            "كليه",
            "غرفه",
            "حزب",
        )

    def _leads(self, j: int) -> bool:
        """A bare noun at `j` that a definite word or a known name follows at once."""
        token = self.tokens[j]
        if token.kind != "word" or token.proclitics or token.enclitic or len(token.norm) < 3:
            return False
        if token.base in self.demonyms or token.norm in self.titles or token.norm.endswith("يه"):
            return False
        if token.text.endswith("ى") or token.norm in self.particles | self.verbs | WHERE:
            return False
        for k in (j + 1, j + 2):
            if k >= len(self.tokens):
                return False
            after = self.tokens[k]
            if after.definite and after.norm.endswith("ون"):
                return False  # a subject: the word before it is a verb («قال الناشطون»)
            if after.kind != "word" or after.proclitics or after.norm in self.stops:
                return False
            if after.definite or k in self.known:
                return True
        return False


def _news(words: Sequence[Token]) -> bool:
    """«وكالة … للأنباء», «وكالة أنباء …»: an agency that publishes."""
    return any(w.base in ("انباء", "اخبار") for w in words)


def start_of(token: Token) -> int:
    """Where a head-word name that begins with this token begins."""
    return name_start(token)
