"""How far a name goes on after the head word that opens it: its adjectives, or its complement.

1. A head with ال takes the definite adjectives after it: «القوات [الأمنية العراقية]».
2. A head without ال takes a complement: words in quotation marks, or up to two bare nouns that lead to a
   definite word or a known name, then definite words: «لجنة تقييم …», «جهاز مكافحة [الإرهاب]»,
   «وزارة التربية والتعليم», «اللجنة العليا للتسليح».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import PASSED, Match
from rawi.readers.naming.lexicons import Head
from rawi.readers.naming.roles import is_title

ADJECTIVES = 3  # «القوات المسلحة العراقية المشتركة»: no name in the training data has more
BARE_NOUNS = 2
STRANGE = 3.4  # Zipf value: below stand names, above it words such as تدريب
QUOTED = 5  # words; a longer quotation after a head is a quotation
DEFINITE_WORDS = 5
WHERE = frozenset(
    ("في", "وسط", "قرب", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي")
)
PURPOSES = frozenset(
    ("لكره", "لشوون", "لحقوق", "لتحرير", "لمكافحه", "لحمايه", "لرعايه", "لتنميه", "لتنسيق", "لحظر")
)
SERVICES = frozenset(("مخابرات", "استخبارات", "شرطه", "حرس"))  # «جهاز الأمن والمخابرات …» is one
OWNERS = frozenset(("بلاد", "دوله", "فريق", "نادي", "منتخب", "شركه", "حكومه", "جانب", "بطوله"))
"""What a body is of, and not for: «الإدارة الفنية للفريق» has no name."""
LEADERS = frozenset(
    ("الملك", "الملكه", "الامير", "الاميره", "الشيخ", "الشيخه", "السلطان", "الامام", "الرييس", "الشهيد",
     "السيده", "القديس")
)  # fmt: skip
OPENING = frozenset("\"'«“„‘")
CLOSING = frozenset("\"'»”’“")


def _quoted_kind(token: Token, alone: bool) -> bool:
    """Whether a word in quotation marks says what kind of thing it is: «تنظيم "إرهابي"»."""
    return token.base.endswith("يه") or (alone and not token.definite and token.base.endswith("ي"))


class Complements:
    """Reads on from a head word in one run of tokens. `tagged`: token -> the tagger's label; `persons`:
    first token of a person's name -> behind the last."""

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
        self.abstract = lexicons.generic("abstract")
        self.epithets = lexicons.generic("epithet")
        self.adjectives = lexicons.generic("adjective")
        self.demonyms = lexicons.demonyms()
        self.titles = lexicons.titles()
        self.particles = function_words()
        self.given = lexicons.given_names()
        self.phrases = lexicons.phrases()
        self.verbs = lexicons.telling_verbs()

    def head_at(self, i: int) -> Head | None:
        """The head word at token `i`, whatever is written onto it."""
        token = self.tokens[i]
        head = self.heads.get(token.base)
        if head is None and token.stem.endswith("نا"):
            head = self.heads.get(token.stem[:-2])
        return head

    def after_definite(self, i: int) -> tuple[int, bool | None]:
        """End of a head's adjectives and whether one is of a people; «للتسليح» after them included.

        What it is for makes a name of any body («المعهد الوطني للإحصاء»): then None stands for the people.
        """
        j, sign = i + 1, False
        while j < len(self.tokens) and j - i <= ADJECTIVES and self.adjective(self.tokens[j]):
            if self._year(j):
                break
            if self.tagged.get(j) == "PER" and self.tokens[j].base not in self.demonyms:
                break  # «اختار البرلمان العبادي رئيسا»
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
        if token.kind != "word" or not token.norm.startswith("لل") or token.base in OWNERS:
            return 0
        k = j + 1
        while k < len(self.tokens) and k - j <= 2 and self.adjective(self.tokens[k]):
            k += 1  # «للطيران المدني»
        if k == j + 1 and k < len(self.tokens):
            also = self.tokens[k]  # «للبحث والإنقاذ»
            noun = also.definite and also.proclitics == ("و",) and also.base not in self.heads
            k += noun and also.base not in self.demonyms and not also.base.endswith("ون")
        return k - j

    def complement(self, i: int, head: Head) -> tuple[int, bool]:
        """End of the complement of a head without ال, and whether a known name is part of it."""
        tokens, n = self.tokens, len(self.tokens)
        j = i + 1
        if j < n and tokens[j].text in OPENING:
            close = next(
                (k for k in range(j + 2, min(n, j + 2 + QUOTED)) if tokens[k].text in CLOSING), None
            )
            thing = head.type == "place" or head.word in ("نظام", "جهاز")  # of a computer, say
            said = close is not None and any(t.enclitic == "نا" for t in tokens[j + 1 : close])
            if close is None or thing or said or _quoted_kind(tokens[j + 1], close == j + 2):
                return i + 1, False
            return close, True
        sign = got = False
        bare = definite = 0
        while j < n:
            token = tokens[j]
            match = self.known.get(j)
            named = self.person(j)
            if named is not None and not got:
                if head.takes_person:
                    return named, True
                break
            if j in self.persons:
                break
            coordinated = got and token.proclitics == ("و",) and token.definite and definite == 1
            abstract = j == i + 1 and token.norm in self.abstract and not token.proclitics
            if token.kind == "mark" or token.kind == "number" or self._year(j):
                break
            if token.norm in self.stops and not abstract:
                break
            whole = match is not None and match.at == token.start and token.norm[:2] != "لل"
            if match is not None and whole and (not got or head.type == "place"):
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
                if got and not coordinated and not self.adjective(token):
                    break
                other = self.heads.get(token.base) if coordinated else None
                strong = other is not None and other.rule == "org" and other.complement == "strong"
                strong = strong and other.word not in SERVICES
                if coordinated and (is_title(token) or token.base == head.word or strong):
                    break  # «اتحاد المزارعين والاتحاد العام», «وزارة الدفاع والوزير», «وزارة المالية والبنك …»
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
            if not got and head.rule == "site" and bare == 0 and not kind and self.located(j + 1):
                return j + 1, True  # «قاعدة حرير في أربيل»
            if not got and bare == 0 and head.rule == "site" and self._strange(j, head):
                j += 1  # «معسكر فيكتوريا», «ملعب فيشت الأولمبي»
                own = j < n and tokens[j].base not in self.demonyms and self.adjective(tokens[j])
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
            "جهاز",
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
        if token.text.endswith("ة") and f"ال{token.norm}" in self.stops | self.epithets:
            return False  # «حكومة جديدة التوتر»
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

    def adjective(self, token: Token) -> bool:
        if token.kind != "word" or not token.definite or token.norm in self.stops:
            return False
        if token.proclitics or token.norm in self.epithets:
            return False
        return token.base.endswith(("ي", "يه")) or token.norm in self.adjectives

    def located(self, j: int) -> bool:
        """«… في أربيل»: a preposition and a known place."""
        if j + 1 >= len(self.tokens) or self.tokens[j].norm not in WHERE:
            return False
        match = self.known.get(j + 1) or self.known.get(j + 2)
        return match is not None and match.entry.type == "place"

    def person(self, j: int) -> int | None:
        """Behind the person named at `j`, with «الملك» and its like before the name; or None."""
        if j < len(self.tokens) and self.tokens[j].norm in LEADERS:
            j += 1
        last = self.persons.get(j)
        return last if last is not None and not self.tokens[j].proclitics else None
