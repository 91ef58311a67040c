"""How far the trained tagger is believed."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import forms, lexicons, people, roles
from rawi.readers.naming.forms import usual
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.spans import HYPHENS
from rawi.readers.naming.tagger import Tagged

TYPES = {"PER": "person", "LOC": "place", "ORG": "organization"}
LEAST = {"PER": 0.5, "LOC": 0.55, "ORG": 0.55}  # likelihoods below which the tagger is not believed
HEARD = (
    0.5  # below this, likelier wrong than right, it does not even speak against what the rules find
)
LONGEST = {"PER": 7, "LOC": 6, "ORG": 10}  # tokens; longer spans of the training data are mistakes
USUAL = 4.4  # Zipf value from which a lone word is an everyday word more often than a name
STRIPPED = 3.0  # Zipf value from which a word with a pronoun is no part of a name
CERTAIN = 0.9  # likelihood from which an everyday word is believed to be a name after all
AYATOLLAH = frozenset(("آية", "اية", "الله"))  # «آية الله العظمى» stands before a name
OF_AYATOLLAH = frozenset(("الله", "العظمي"))
VERBAL = frozenset(("قد", "لقد", "لم", "لن", "سوف", "عندما", "حينما", "كلما", "ريثما", "لكي"))
KINDRED = frozenset(("بن", "ابن", "ولد", "عبد", "ابو"))  # folded; a given name stands before them
THINGS = frozenset(
    ("اعصار", "الاعصار", "عاصفه", "العاصفه", "صاروخ", "الصاروخ", "صواريخ", "طراز", "فيروس", "سفينه", "السفينه",
     "مدمره", "المدمره", "فرقاطه", "غواصه", "المداريه")
)  # fmt: skip
"""Words after which stands the name of a thing, though it be a person's («إعصار …»)."""
NAMELIKE = frozenset(("فان", "لي", "آي", "اي", "ان", "بي", "علي"))
"""As printed, letters of names: «فان دايك», «روبرت لي», «محمد علي», which is no «على»."""


def of_tagger(tokens: Sequence[Token], t: Tagged) -> Mention | None:
    """A span of the tagger as a mention, or None where it is not to be believed."""
    if t.label not in TYPES or t.score < LEAST[t.label]:
        return None
    first, last = t.first, t.last
    inner = (
        k for k in range(first + 1, last)
        if (_grammatical(tokens[k]) and tokens[k - 1].text not in HYPHENS)
        or (t.label == "PER" and (forms.future(tokens[k]) or forms.dual_verb(tokens[k])))
        or (t.label == "ORG" and forms.counted_noun(tokens[k - 1], tokens[k]))
        or (t.label == "ORG" and _located(tokens[k]))
    )  # fmt: skip
    last = next(inner, last)  # no name runs over «إن»
    while last > first and tokens[last - 1].kind == "mark":
        last -= 1
    if t.label == "PER" and last - first > 1 and forms.predicate(tokens, last - 1):
        last -= 1  # «سلمان قادر على …»
    while first < last and tokens[first].kind == "mark":
        first += 1
    if t.label == "PER":
        while first < last - 1 and (
            (roles.is_title(tokens[first]) and not _given_first(tokens, first, last))
            or _grammatical(tokens[first])
            or forms.verb(tokens[first])
            or (tokens[first].norm in OF_AYATOLLAH and tokens[first - 1].text in AYATOLLAH)
            or tokens[first].norm in ("لصالح", "بفضل", "يدعي", "تدعي", "اسمه", "اسمها")
        ):
            first += 1
        if last - first > 1 and _nisba(tokens, first):
            first += 1
    while (
        first < last - 1
        and tokens[first].enclitic
        and tokens[first].norm not in lexicons.given_names()
        and usual(tokens[first], STRIPPED)
    ):
        first += 1  # «منافسه وست هام»
    while t.label == "PER" and first < last - 1 and tokens[first].norm in people.NUMBERED:
        first += 1  # «ابنهما الأصغر بارون»
    if t.label == "LOC" and last - first > 1 and tokens[last - 1].base in lexicons.demonyms():
        last -= 1  # «برشلونة الإسباني»
    if t.label == "LOC" and tokens[first].definite and tokens[first].base in lexicons.demonyms():
        return None  # «الأراضي الكورية الجنوبية»
    if last - first > LONGEST[t.label] or t.last - last > 2:
        return None
    if first == last or tokens[first].kind == "number":
        return None
    before = tokens[first - 1] if first else None
    if before is not None and before.text in '"«“' and first > 1:
        before = tokens[first - 2]
    if before is not None and (
        (last - first == 1 and before.stem in VERBAL)
        or (t.label in ("PER", "ORG") and before.stem in THINGS)
    ):
        return None
    if t.label == "PER":
        if forms.money(tokens, first, last) or forms.called(tokens, first):
            return None
        if last - first == 1 and tokens[first].norm in OF_AYATOLLAH:
            return None  # «آية الله العظمى السيد …»
        while last - first > 1 and (
            forms.accusative_title(tokens[last - 1])
            or tokens[last - 1].norm in ("ال", "ابن", "ابنه")
        ):
            last -= 1  # «وليا للعهد»; «سامي ابن الـ26 عاما»
        first, last = people.whole(tokens, first, last)
        if last - first > 1 and last < len(tokens) and _surname(tokens[first], tokens[last]):
            last += 1
        if (last - first == 1 and forms.dual(tokens[first])) or forms.several(tokens[first:last]):
            return None
    if t.label == "ORG" and (_for_something(tokens, first, last) or _of_a_kind(tokens[first:last])):
        return None
    type_ = TYPES[t.label]
    lone = tokens[first] if last - first == 1 else None
    if lone is not None and (
        lone.text.endswith(forms.TANWEEN)
        or (t.label == "LOC" and _of_persons(lone))
    ):
        return None
    if t.label == "LOC" and forms.accusative(tokens, first):
        return None
    if (
        lone is not None
        and t.label != "PER"
        and (
            lone.base in lexicons.demonyms()
            or (lone.definite and lone.base in lexicons.collectives())
            or (lone.definite and lone.base in lexicons.group_heads())
        )
    ):
        return None
    if lone is not None and (lone.base in lexicons.heads() or lone.stem in lexicons.titles()):
        return None
    if lone is not None and (
        {lone.stem, lone.norm[1:]} & lexicons.telling_verbs()
        or (lone.norm.endswith("ون") and lone.definite)
    ):
        return None
    if lone is not None and lone.norm.endswith("و") and lone.norm[:-1] in lexicons.titles():
        return None  # «مستشارو القصر»
    if lone is not None and (len(lone.norm) < 3 or (lone.enclitic and usual(lone, STRIPPED))):
        return None
    doubtful = lone is not None and t.score < CERTAIN and usual(lone, USUAL)
    if doubtful and (t.label == "ORG" or not lone.definite):
        return None
    start = name_start(tokens[first])
    if t.label == "PER" and before is not None and _whose_own_waw(tokens[first], before):
        start = tokens[first].start  # «الأميركي ويلبور …»
    if t.label == "LOC" and before is not None and _bound(before, tokens[first]):
        start = tokens[first].start  # «قرية كينامي»
    return mention_of(tokens, first, last, start, type_, "tagger", 3, t.score)


def _surname(first: Token, after: Token) -> bool:
    """«محمد شاكر المصري»: what follows an Arabic name of two words is a surname, no adjective."""
    return (
        first.norm in lexicons.given_names()
        and after.definite and not after.proclitics and not after.enclitic
        and after.base.endswith("ي") and after.base in lexicons.demonyms()
    )  # fmt: skip


def _nisba(tokens: Sequence[Token], k: int) -> bool:
    """«الحاكم المغولي شاه جهان»: whose somebody is, behind his title and no part of the name."""
    if not k or not roles.is_title(tokens[k - 1]) or not tokens[k - 1].definite:
        return False
    own, after = tokens[k], tokens[k + 1]
    return (
        own.definite and not own.proclitics and own.base in lexicons.demonyms() and not after.definite
        and after.norm not in lexicons.particles("link")
    )  # fmt: skip


def _of_a_kind(words: Sequence[Token]) -> bool:
    """«منظمة خيرية شهيرة»: only adjectives without ال, and no name."""
    head = words[0]
    return (
        len(words) > 1 and not head.definite and head.base in lexicons.heads()
        and all(
            w.kind == "word" and not w.definite and not w.proclitics
            and w.norm.endswith("ه") == head.norm.endswith("ه")
            and w.norm.endswith(("يه", "ي") if w is words[1] else ("يه", "ي", "ه"))
            and usual(w, STRIPPED)
            for w in words[1:]
        )
    )  # fmt: skip


def _whose_own_waw(name: Token, before: Token) -> bool:
    """Whether a name's و is its own letter: nothing is joined to a title or to whose its bearer is."""
    if name.proclitics != ("و",) or name.stem in lexicons.given_names():
        return False
    role = roles.is_title(before) or (before.definite and before.base in lexicons.demonyms())
    return role and not usual(Token(0, 0, name.text[1:], name.norm[1:]), STRIPPED)


def _of_persons(lone: Token) -> bool:
    """«ديبلوماسيا»: the accusative of a word for somebody, and no place."""
    return lone.norm.endswith("يا") and lone.norm[:-1] in lexicons.titles()


def _given_first(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«أمين الناصر»: a given name that is an office too, and one with ال behind it."""
    given, own = lexicons.given_names(), tokens[first]
    after = tokens[first + 1]
    if (own.norm not in given and own.norm != "سيد") or own.definite:
        return False
    if after.norm in KINDRED:  # «سلطان بن راكان», «سيد عبد المحسن»
        return True
    return last - first == 2 and after.definite and after.base in given


def _located(token: Token) -> bool:
    """«… بلندن»: where a body is, no part of its name."""
    entry = lexicons.phrases().get((token.stem,)) if token.proclitics == ("ب",) else None
    return entry is not None and entry.type == "place"


def _for_something(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«منظمة لحقوق الحيوان»: what kind of body, and no name."""
    head = tokens[first]
    if last - first < 2 or head.definite or head.base not in lexicons.heads():
        return False
    after = tokens[first + 1]
    return after.proclitics == ("ل",) and (after.text,) not in lexicons.phrases()


def _bound(before: Token, name: Token) -> bool:
    """Whether a noun for a town stands right before a name that begins like a particle."""
    head = lexicons.heads().get(before.base)
    town = head is not None and head.rule == "town" and not before.definite and not before.enclitic
    return town and bool(name.proclitics) and (name.stem,) not in lexicons.phrases()


def _grammatical(token: Token) -> bool:
    return token.norm in function_words() and token.text not in NAMELIKE and usual(token, USUAL)
