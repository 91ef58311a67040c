"""Nouns seen from the phrase they may head: what kind of thing, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.readers.attribution.words import Words, bare, group, heads
from rawi.records import Name

LATTER = frozenset({"الاخير", "الاخيره"})  # the one named last


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first:last`. `kind` is what heads it: person, human, body, document, name, thing, noun."""

    first: int
    last: int
    kind: str

    @property
    def speaks(self) -> bool:
        """Whether its head can speak at all."""
        return self.kind in ("person", "human", "body", "document", "name")


def kind_of(words: Words, i: int) -> str:
    """What a noun phrase that begins at token `i` is, from its first word."""
    norm = words.norm[i]
    if words.is_(i, "pointing") and words.norm[min(i + 1, len(words) - 1)].startswith("ال"):
        return kind_of(words, i + 1)
    if words.core[i] == "مشروع" and i + 1 < len(words) and heads(words.norm[i + 1], "document"):
        return "document"  # «مشروع القرار»
    if _rank_spelled_alike(words, i) or norm in LATTER:
        return "human"
    if words.is_(i, "thing", "relative") or heads(norm, "mute"):
        return "thing"
    if bare(norm) == "قضاء" and i + 1 < len(words) and words.norm[i + 1].startswith("علي"):
        return "noun"  # «القضاء على», a deed
    if norm[0].isdigit() and i + 1 < len(words) and not words.norm[i + 1][0].isdigit():
        return kind_of(words, i + 1)
    name = words.name[i]
    if name is not None and name.type == "place" and heads(norm, "human", conjunction=False):
        name = None  # «السفيرة» is a town too
    if name is not None and name.type != "person" and norm.endswith("ون") and heads(norm, "human"):
        name = None  # «المحتجون»
    if name is None and words.core[i] in words.person_words and not heads(norm, "human"):
        return "person"  # part of a person's name that stands elsewhere in full
    if name is not None and name.start <= words.tokens[i].start + 2:
        return "person" if name.type == "person" else "name"
    if words.quote[i] is not None and i + 1 < len(words):
        return (
            "thing" if words.is_(i + 1, "particle") or heads(words.norm[i + 1], "mute") else "name"
        )
    if norm in ("د", "م", "ا") and i + 1 < len(words) and words.norm[i + 1] == ".":
        return "human"
    for kind in ("human", "body", "document"):
        if heads(norm, kind):
            return kind
    if words.core[i] in ("نفس", "ذات") and i + 1 < len(words):
        return kind_of(words, i + 1)  # «نفس الموقع»
    if norm in group("whole") and i + 1 < len(words) and words.definite(i + 1):
        behind = (k for k in ("human", "body", "document") if heads(words.norm[i + 1], k))
        return next(behind, "noun")  # «جميع الاستطلاعات»
    latest = words.core[i] in ("اخر", "احدث", "اوسع", "اكبر", "اول") and i + 1 < len(words)
    if latest and heads(words.norm[i + 1], "document"):
        return "document"  # «أحدث حصيلة»
    if words.core[i] in ("كبير", "كبيره", "كبار") and i + 1 < len(words):
        chief = words.norm[i + 1]
        if heads(chief, "human") or chief.endswith("ين") or (chief[0] == "م" and chief[-1] == "ي"):
            return "human"  # «كبير المفاوضين», «كبير مفاوضي الاتحاد»
    if norm[-1:] == "ا" and heads(norm[:-1], "human", conjunction=False):
        return "human"  # the accusative after «إلا أنّ»: «ناطقا»
    for kind in ("human", "body") if words.tokens[i].enclitic else ():
        if heads(words.tokens[i].base, kind):
            return kind  # «مراسلنا», «محاميه»; «مكتبه», «حزبها»
    if heads(norm, "medium"):
        return "body"
    if norm.endswith(("ون", "ين", "ان")) and heads(norm[:-2], "human"):
        return "human"
    if norm.endswith(("ان", "ين")) and heads(norm[:-2], "body"):
        return "body"  # «الطرفان», «الحزبان»
    construct = norm[-1] == "ي" and not words.definite(i)  # «محامو المتهم», «معارضي الاتفاق»
    if (norm[-1] == "و" and heads(norm + "ن", "human")) or (construct and heads(norm[:-1] + "ين", "human")):
        return "human"
    if norm[0] == "م" and len(norm) > 6 and norm.endswith(("وها", "وهم")):
        return "human"  # «منظموها»
    if len(norm) > 6 and norm.startswith("ال") and norm.endswith(("ون", "يين")):
        return "human"  # «السعوديون»
    if heads(norm, "plenty", conjunction=False) and i + 2 < len(words):
        of = i + 1 + (words.norm[i + 1] == "من")
        return next((k for k in ("human", "body") if heads(words.norm[of], k)), "noun")
    if i + 1 < len(words) and norm in group("quantity"):
        return next((k for k in ("human", "body") if heads(words.norm[i + 1], k)), "noun")
    return "noun"


def _rank_spelled_alike(words: Words, i: int) -> bool:
    """Whether a title stands at token `i` that folds to a participle or «أمر»: «آمر اللواء», «المشير فلان»,
    «المرجع الأعلى»."""
    if words.tokens[i].text.removeprefix("و").removeprefix("ال") in ("آمر", "آمرة"):
        return True
    return words.definite(i) and bare(words.norm[i]) in ("مشير", "مرجع")


def starts_phrase(words: Words, i: int) -> bool:
    """Whether token `i` can be the first word of a noun phrase."""
    if i >= len(words) or words.tokens[i].kind == "latin":
        return i < len(words)
    norm = words.norm[i]
    if norm == "#" and i + 1 < len(words):
        return starts_phrase(words, i + 1)  # «#لندن»
    if words.mark(i):
        return words.quote[i] is not None
    if norm[0].isdigit() or norm in ("و", "ف", "نفسه", "نفسها", "ذاته", "ذاتها"):
        return False
    if norm.startswith(("بال", "كال", "لل", "لكن")):
        return False
    if words.tokens[i].text.startswith("إمام"):
        return True  # spelled like «أمام» once folded
    name = words.name[i]
    if norm == "لي" and name is None:
        return False  # «قال لي»; «لي» may be a surname
    if name is not None and name.start < words.tokens[i].start:
        return False  # inside a name
    if name is not None and words.text[words.tokens[i].start : name.start][-1:] == "ل":
        return False  # «قال لبي بي سي إن»
    if words.tokens[i].enclitic and norm in group("occasion"):
        return False  # «حديثه» is what is being ended, not who speaks
    if norm.startswith(("جانب", "جهت")) and words.tokens[i].enclitic:
        return False  # «من جانبه»
    if norm in ("تعليقا", "ردا") and i + 1 < len(words) and words.norm[i + 1] != "علي":
        return True  # «أعلنت تعليقا مؤقتا للرحلات»
    if norm in ("كثيرا", "عديدا") and i + 1 < len(words) and words.norm[i + 1] == "من":
        return True  # «لكن كثيرا من السكان»
    if norm == "بعض" and i + 1 < len(words):
        sayers = ("human", "body", "document", "medium")
        if any(heads(words.norm[i + 1], g) for g in sayers):
            return True  # «بعض المحللين», «بعض التحليلات»
    if name is not None and norm == "ام" and name.start == words.tokens[i].start:
        return True  # «أم محمد»
    if words.is_(
        i, "complementizer", "preposition", "adverb", "particle", "circumstance", "relative"
    ):
        return False
    if words.timed(i) and words.name[i] is None:
        return False
    if norm[0] in "بل" and len(norm) > 4 and norm[1:] in words.vocabulary:
        return False  # «لفلان»: the word without it stands elsewhere in the text
    clitics = words.tokens[i].proclitics
    if (
        ("ل" in clitics or "ب" in clitics or "ك" in clitics)
        and norm not in group("human")
        and (norm.startswith("لل") or norm not in group("body"))
    ):
        return name is not None and name.start == words.tokens[i].start
    return True


def second_noun(words: Words, i: int) -> bool:
    """Whether a definite noun that is no adjective follows a definite word: the verb's object begins."""
    norm = words.norm[i]
    name = words.name[i - 1]
    if not words.definite(i) or not (
        words.definite(i - 1) or (name is not None and name.type in ("place", "person"))
    ):
        return False
    if norm.startswith("لل") or words.core[i] != norm:
        return False  # «الأمين العام للأمم المتحدة», «وزير التربية والتعليم»
    if bare(norm) in group("quantity"):
        return False  # «العناصر الخمسة»
    several = heads(norm, "human") or heads(norm[:-2], "body")
    if several and bare(norm) in group("crowd"):
        return True  # «ناشدت وزارة الداخلية الأهالي»
    if several and norm.endswith("ين") and not words.norm[i - 1].endswith("ين"):
        return True  # «أبلغ الوزير الصحفيين», «دعا الوزير الطرفين»
    bare_behind = i + 1 < len(words) and not words.definite(i + 1) and not words.mark(i + 1)
    bare_behind = bare_behind and "ب" not in words.tokens[i + 1].proclitics  # «اتهم فلان المخرج بسرقة»
    if heads(norm, "human") and bare_behind and not words.is_(i + 1, "complementizer"):
        return False  # a rank before a name
    adjective = plural(words.norm[i - 1]) or heads(norm, "adjective")
    if norm.endswith("ات") and (heads(norm, "body") or not adjective):
        return True  # «اتخذت الحكومة الإجراءات», «طالب أهالي المعتقلين السلطات»
    return not norm.endswith(("ي", "يه", "ين", "ون", "ات")) and not heads(norm, "adjective")


def verb_like(norm: str) -> bool:
    """Whether a word without article looks like a third person of the imperfect."""
    return (3 < len(norm) < 7 and norm[0] == "ي" and norm not in group("human")) or (
        norm[:2] in ("سي", "ست") and 4 < len(norm) < 8
    )


def of_manner(words: Words, i: int) -> bool:
    """Whether the word is an adverb of manner («مبتسماً») and not a name that ends in alif («مارادونا»)."""
    norm = words.norm[i]
    if "\u064b" in words.tokens[i].text:
        return True
    return norm[0] == "م" and norm[-1] == "ا" and 5 < len(norm) < 8


def accusative(norm: str) -> bool:
    """Whether the word ends in the alif of the indefinite accusative."""
    if norm.endswith("انا") and len(norm) > 4:
        return True  # «بيانا»
    return len(norm) > 4 and norm.endswith("ا") and not norm.endswith(("يا", "وا", "ها", "نا"))


def title_before(words: Words, i: int) -> bool:
    """Whether the word before a preposition is a title or adjective that may govern it."""
    previous = words.norm[i - 1]
    return words.name[i - 1] is None and words.definite(i - 1) and heads(previous, "human")


def stands_alone(words: Words, i: int) -> bool:
    """Whether neither a preposition nor و ties token `i` to the word before it."""
    return (
        not words.is_(i - 1, "preposition")
        and (words.core[i] == words.norm[i] or _own_waw(words, i))
        and (not words.mark(i - 1) or words.norm[i - 1] == "#")
        and not attached(words, i)
    )


def _own_waw(words: Words, i: int) -> bool:
    """Whether the و that begins token `i` belongs to a name («واشنطن»)."""
    name = words.name[i]
    return name is not None and name.start == words.tokens[i].start


def tied(words: Words, i: int) -> bool:
    """Whether token `i` hangs on the words before it by a preposition or a conjunction."""
    norm = words.norm[i]
    return (
        words.is_(i, "preposition")
        or norm in group("name_tie")
        or norm[0] in "وبل"
        or heads(norm, "human")
    )


def attached(words: Words, i: int) -> bool:
    """Whether a preposition is written onto the name at token `i` («لترامب», «بباريس»)."""
    name = words.name[i]
    if name is None:
        return False
    before = words.text[words.tokens[i].start : name.start]
    if not before and words.norm[i].startswith("لل"):
        return words.tokens[i].proclitics[:1] == ("ل",)  # «للجزيرة نت», whose ل cannot be cut off
    return before[-1:] in ("ل", "ب", "ك") if before else False


def parted(words: Words, name: Name) -> int | None:
    """The token where a second person begins in what was read as one name («وصف سامي الراوي كيمو بأنه»):
    what stands behind it is somebody else elsewhere, and what stands before is a name of two words or
    stands alone elsewhere."""
    first, last = words.holding(name.start), words.at(name.end)
    if last - first < 2:
        return None
    others = {t for t, entity in words.person_texts if entity != name.entity}
    for k in range(first + 1, last):
        tail = words.text[words.tokens[k].start : name.end]
        head = words.text[name.start : words.tokens[k - 1].end]
        someone = tail in others or any(t.endswith(" " + tail) for t in others)
        alone = any(t == head for t, _ in words.person_texts)
        if someone and (alone or k - first > 1):
            return k
    return None


def gender_of(words: Words, phrase: Phrase) -> str | None:
    """m, f or None: the gender of a phrase's head, where its form or a lexicon shows it."""
    same = words.core[phrase.first] in ("ذات", "نفس") and phrase.last - phrase.first > 1
    norm = bare(words.norm[phrase.first + same])  # «ذات المسؤول»
    if phrase.kind in ("person", "name"):
        return None
    if norm.endswith("ه") or norm.endswith("ات"):
        return "f"
    if phrase.kind in ("human", "document"):
        return "m" if not plural(norm) else None
    return None


def plural(norm: str) -> bool:
    """Whether a noun is plural by its ending, or one of the broken plurals that often speak."""
    if norm in ("امين", "لواء"):
        return False
    if norm[-1:] == "و" and heads(norm + "ن", "human"):
        return True  # «محامو المتهم»
    return norm.endswith(("ون", "ين", "ات", "اء")) or norm in group("many")
