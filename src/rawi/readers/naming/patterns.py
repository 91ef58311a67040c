"""Names that a head word opens: «وزارة الخارجية العراقية», «القوات المسلحة», «قاعدة …», «تنظيم "…"».

How far they go says `complements.py`; whether they are names is said here. Where the lexicon asks for
evidence, a known name or a people's adjective must be inside, or the trained tagger must have seen a name
there. A name may be a person's where the lexicon says so («ملعب الأمير …», «حكومة …»), or a foreign word
(«معهد …»): nothing goes on after either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic import frequencies
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.complements import LEADERS, OPENING, STRANGE, Complements
from rawi.readers.naming.lexicons import Head

FOREIGN = 2.7  # and below this, in any place, foreign words
UNUSUAL = 3.0  # and below this, what may go on after one
ARMED = frozenset(("تنظيم", "جماعه", "حركه", "فصيل"))
BANDS = frozenset(
    ("حراس", "جند", "جنود", "انصار", "احرار", "اسود", "صقور", "شهداء", "جيش", "لواء", "ابناء")
)
NO_BODY = frozenset(
    ("معارضه", "متمردين", "معارضين", "عدو", "كاس", "بطوله", "مونديال", "دوره", "العاب", "انتخابات", "مؤتمر",
     "مهرجان", "مباراه", "مباريات", "حفل", "معرض", "مسابقه", "سباق", "نهاييات", "منافسات", "فعاليات", "استفتاء")
)  # fmt: skip
"""After these heads no body: «قوات المعارضة» has no name, «تنظيم كأس العالم» is to hold it."""
SPOTS = frozenset(
    ("مركز", "مكتب", "ساحه", "دايره", "جبهه", "مديريه")
)  # «مركز عفرين» is the middle of the town
LED_BY = frozenset(("قياده", "رياسه", "اداره"))  # «بقيادة …» says who leads, it names no body

Found = tuple[int, int, Head, bool]
"""Token indices of the name, its head, and whether the name is bare (a head with ال alone)."""


class Patterns(Complements):
    """Finds head-word names in one run of tokens."""

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
                self.after_definite(i) if token.definite or ours else self.complement(i, head)
            )
            if token.definite or ours:
                if head.word == "نظام" and not self._regime(i + 1):
                    continue
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
                town = self.heads.get(self.tokens[i + 1].base)
                inside = i + 1 + (town is not None and town.rule == "town")
                whole = self.known.get(inside)  # «مركز مدينة …» too
                alone = whole is not None and whole.last == last
                spot = alone and head.word in SPOTS and whole.entry.type == "place"
                if spot or (alone and head.word in LED_BY):
                    continue
                quoted = self.tokens[i + 1].text in OPENING
                if head.complement == "foreign" and not quoted:
                    continue
                if self._general(i + 1, last, head) or self.tokens[i + 1].base in NO_BODY:
                    continue
                if head.word in LED_BY and "ل" in token.proclitics and self.person(i + 1) is None:
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
        if head.word == "نظام" and token.text not in OPENING:
            return not self._regime(first)
        if head.word == "قياده" and (token.norm in self.titles or token.base == "منتخب"):
            return True  # «بدعم وقيادة المدرب …»
        if head.word == "مصلحه" and token.base in self.heads:
            return True  # «مصلحة الاتحاد»: what is good for it
        if head.word == "سد" and token.base in lexicons.generic("shut"):
            return True  # «سد الطريق»: to block it
        if head.type == "place" and token.definite and token.base in lexicons.group_heads():
            return last == first + 1  # «مخيم اللاجئين»
        inner = self.heads.get(token.base) if token.definite else None
        if inner is None:
            return False
        if head.type == "place":
            return inner.type == "organization" or last == first + 1
        return head.word == "اداره" and inner.definite == "bare"

    def _regime(self, j: int) -> bool:
        """Whether the word at `j` says whose rule a «نظام» is: a ruler, a country, its adjective; not what it
        is for («نظام تحديد …», «النظام الانتخابي …»)."""
        token = self.tokens[j] if j < len(self.tokens) else None
        if token is None:
            return False
        known = self.known.get(j)
        place = known is not None and known.entry.type == "place"
        ruler = token.norm in self.titles or self.person(j) is not None
        return place or ruler or token.base in self.demonyms or self.tagged.get(j) == "PER"

    def _named_after(self, i: int, head: Head) -> int:
        """End of a name made of a person's or of foreign words right after the head, or i + 1."""
        last = self.person(i + 1) if head.takes_person else None
        if last is not None:
            return last
        if head.rule in ("org", "site") and head.complement in ("evidence", "foreign", "strong"):
            last = i + 1
            if i not in self.tagged and last < len(self.tokens) and self._foreign(last, FOREIGN):
                while (
                    last < len(self.tokens)
                    and last - i <= 4
                    and self.tokens[last].norm not in self.titles
                    and (last in self.tagged or self._foreign(last, UNUSUAL))
                ):
                    last += 1
            return last
        return i + 1

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

    def _enough(self, i: int, last: int, head: Head) -> bool:
        """Whether the complement alone makes a name, or the place that is said to hold it."""
        first = self.tokens[i + 1]
        band = head.word in ARMED and first.norm in BANDS and self.tokens[last - 1].definite
        if head.complement == "strong" or (band and last - i == 3):
            return True
        if head.type == "place" and last - i == 3 and first.norm in lexicons.generic("toponym"):
            return self.tokens[last - 1].definite  # «قاعدة عين السرو», «مطار تل الزيتون»
        if head.complement == "two":
            before = self.tokens[last - 2]
            if before.definite:
                return self.adjective(self.tokens[last - 1])
            return last - i > 2 and before.norm.endswith("ه") and head.word not in LED_BY
        return head.rule == "site" and self.located(last)

    def _labelled(self, k: int, head: Head) -> bool:
        """Whether the tagger saw a name at `k` that speaks for the head's: no body for a site."""
        return k in self.tagged and (head.type != "place" or self.tagged[k] != "ORG")


def _news(words: Sequence[Token]) -> bool:
    """«وكالة … للأنباء», «وكالة أنباء …»: an agency that publishes."""
    return any(w.base in ("انباء", "اخبار") for w in words)
