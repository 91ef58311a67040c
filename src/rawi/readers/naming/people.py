"""Persons whom the trained tagger has no context for.

`by_given_name`: a known given name, then words that can go on with a name. `by_age`: what an age follows.
`after_title`: rare words between a title's comma and another.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import forms, lexicons
from rawi.readers.naming.roles import SERVANTS, is_title
from rawi.readers.naming.spans import RELATIVES

LONGEST = 5
RARE = 4.0  # Zipf value below which a definite word may be a surname
USUAL = 4.6  # and above which a definite word alone is no surname, even of somebody named before
FAMILIAR = 3.8  # and the same word without ال
STRANGE = 2.5  # and a bare one
EVERYDAY = (
    5.0  # from which a given name is an everyday word first («حياة», «أنا») and needs a title
)
OFFICE = 5  # words of an office between the title and the name


NUMBERED = frozenset(
    ("الاب", "الابن", "الاول", "الاولي", "الثاني", "الثانيه", "الثالث", "الرابع", "الخامس", "السادس", "السابع",
     "الثامن", "التاسع", "العاشر", "الكبير", "الصغير", "الاكبر", "الاصغر")
)  # fmt: skip
"""What tells two of one name apart: no surname."""
COMMON = frozenset(
    ("علي", "محمد", "احمد", "محمود", "حسن", "حسين", "عبدالله", "عبدالعزيز", "عبدالرحمن", "عمر", "خالد", "يوسف",
     "ابراهيم", "فهد", "تركي", "سلطان", "جون", "الان")
)  # fmt: skip
"""Given names that are printed as often as everyday words, and are names first."""
KUNYA = frozenset(("ابو", "ابي", "ام"))
OPEN = frozenset(("بن", "ابن", "بنت", "آل", "عبد", "أبو", "ابو"))  # as printed: «آبي» is no «أبي»


def whole(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A name's bounds with the given names before it and what «بن» or «آل» at its end asks for.

    Many given names are verbs too («رفعت ماكغراث دعوى»): at the head of a clause they are taken only where
    an Arabic name goes on after them.
    """
    given, links = lexicons.given_names(), lexicons.particles("link")
    t = tokens[first]
    if t.norm in lexicons.particles("tail") and not t.definite and first > 0:
        before = tokens[first - 1]
        plain = before.kind == "word" and not before.definite and not before.enclitic
        if plain and before.norm not in function_words():
            first -= 1  # «إمام أوغلو», and not «إن أوغلو»
            t = tokens[first]
    arabic = t.norm in given or t.norm in links or (t.definite and not t.proclitics)
    while first > 0 and (arabic or (first > 1 and tokens[first - 2].kind == "word")):
        t = tokens[first - 1]
        if t.norm in ("اكبر", "اصغر") and first > 1 and tokens[first - 2].norm in given:
            first -= 2  # «علي أكبر …»
            continue
        plain = t.kind == "word" and not (t.definite or t.proclitics or tokens[first].proclitics)
        known = t.norm in given or servant(t)
        word = t.norm not in COMMON and (  # «أنا سعيد», «حياة جون»
            t.norm in function_words() or frequencies.zipf(frequencies.key(t.text)) > USUAL
        )
        if not plain or not known or word or _particle(t) or is_title(t):
            break
        first -= 1
    turkish = [t.text for t in tokens[first:last]] == ["بن", "علي"]  # «بن علي يلدريم»
    while last < len(tokens) and (tokens[last - 1].text in OPEN or turkish):
        turkish = False
        t = tokens[last]
        word = _particle(t) or (t.norm in function_words() and t.norm not in given)
        if t.kind != "word" or t.proclitics or word:
            break
        last += 1
    return first, last


def by_given_name(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Token spans of two to five words that begin with a given name or «أبو», «عبد»."""
    given, links = lexicons.given_names(), lexicons.particles("link")
    heads, tails = lexicons.particles("head"), lexicons.particles("tail")
    stops, demonyms = lexicons.generic("stop"), lexicons.demonyms()
    out = []
    i, n = 0, len(tokens)
    while i < n:
        first = tokens[i]
        known = first.stem in given or first.norm in given or first.stem in heads or servant(first)
        known = known or (
            not first.definite and not first.proclitics and _rare(first) and _after_role(tokens, i)
        )
        if first.text == "باسم" and "باسم" not in [t.text for t in tokens[max(0, i - FAR) : i]]:
            spokesman = any(t.base in SERVANTS for t in tokens[max(0, i - 2) : i])
            known = not spokesman  # «المتحدث باسم فلان»
        if first.kind != "word" or not known or first.enclitic or _particle(first):
            i += 1
            continue
        j = i + 1
        open_ = first.stem in heads and first.stem not in given
        while j < n and j - i < LONGEST:
            t = tokens[j]
            if (
                t.kind != "word"
                or _particle(t)
                or t.text.endswith(("\u064b", "\u064b\u0627"))
                or (t.proclitics and t.norm not in given)
                or t.norm in stops
                or (t.norm in ("ابن", "ابنه") and {w.norm for w in tokens[j + 1 : j + 2]} & RELATIVES)
            ):
                break
            if not (
                t.norm in given or t.norm in links or t.norm in tails or t.norm in heads or open_
            ):
                usual = frequencies.zipf(frequencies.key(t.text))
                if j == i + 2 and _called_after_work(tokens, i, j):  # «أبو مهدي المهندس»
                    j += 1
                    break
                if is_title(t) or t.enclitic or (t.definite and _noun(t)):
                    break
                rare = USUAL if t.base in given else RARE  # «الناصر», «الفايز»
                if (t.definite and (t.base in demonyms or usual > rare)) or (
                    not t.definite and usual > STRANGE
                ):
                    break
            open_ = t.norm in links or t.norm in heads
            j += 1
        if j - i > 1 and forms.predicate(tokens, j - 1):
            j -= 1
        titled = i > 0 and (is_title(tokens[i - 1]) or _after_role(tokens, i))
        mother = first.text == "أم" and j > i + 1 and tokens[i + 1].norm in given
        if mother and i and tokens[i - 1].norm not in given:
            titled = True  # «أم كلثوم», and not «سامي أم كريم»
        everyday = max(frequencies.zipf(w) for w in (frequencies.key(first.text), first.stem))
        if everyday > EVERYDAY and not mother and (not titled or first.norm in function_words()):
            i += 1
            continue
        if j - i >= 2 and (titled or tokens[i + 1].norm in given or tokens[i + 1].norm in links):
            out.append((i, j))
            i = j
        else:
            i += 1
    return out


def _called_after_work(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether behind a kunya at `i` a calling stands alone at `j`, as a surname, and opens no title."""
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    alone = after is None or not (after.definite or after.base in lexicons.demonyms())
    return tokens[i].norm in KUNYA and tokens[j].definite and is_title(tokens[j]) and alone


def _noun(token: Token) -> bool:
    """A definite word that is a noun before it is a surname: «حضرت ميريام الجنازة»; «الفايز» is none."""
    if token.base in lexicons.given_names():
        return False
    if token.text.endswith("ة"):
        return token.base not in lexicons.given_names()
    return not token.base.endswith("ي") and frequencies.zipf(token.base) > FAMILIAR


def _rare(token: Token) -> bool:
    return frequencies.zipf(frequencies.key(token.text)) < STRANGE and not token.base.endswith("يه")


def _after_role(tokens: Sequence[Token], i: int) -> bool:
    """Whether a title stands before token `i` with nothing between but definite words of its office; before a
    given name also where the office is («في "الكتلة"», «باسم هيئة …»)."""
    given = tokens[i].norm in lexicons.given_names() or tokens[i].norm in KUNYA
    for k in range(i - 1, max(-1, i - 1 - (FAR if given else OFFICE)), -1):
        if is_title(tokens[k]) and tokens[k].proclitics in ((), ("و",), ("ل",)):
            return True
        t = tokens[k]
        if given and k < i - 1 and (t.norm in SEATS or t.base in lexicons.heads()):
            continue
        if given and (t.text in SEATED or t.norm == "ل"):
            continue
        if not (t.definite and t.kind == "word"):
            return False
    return False


def _particle(token: Token) -> bool:
    """«على» folds like the name «علي»."""
    return token.text.endswith("ى") and token.stem in function_words()


def servant(token: Token) -> bool:
    """Whether the word is «عبد» with the rest of its name written onto it («عبدالرقيب»)."""
    return token.norm.startswith("عبدال") and len(token.norm) > 7


SEATS = frozenset(("في", "باسم", "لدي"))
SEATED = frozenset("\"«»“”")
INSIDE = frozenset(("في", "باسم", "لدي", "شؤون", "عام", "عامه"))
FAR = 10  # tokens of a title before the comma


def apposed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma and a title with its complement stand before token `i` («وزير النقل، …»)."""
    if i < 2 or tokens[i - 1].text not in "،,":
        return False
    for k in range(i - 2, max(-1, i - 2 - FAR), -1):
        t = tokens[k]
        if is_title(t):
            return True
        bound = k > 0 and is_title(tokens[k - 1])
        if not (t.definite or t.norm in INSIDE or t.base in lexicons.demonyms() or bound):
            return False
    return False


AGES = frozenset(("عاما", "سنه", "عام"))
AGED = frozenset(("البالغ", "البالغه"))


def by_age(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Names that an age follows: «سابينا، البالغة من العمر …», «نورا بلومفيلد (37 عاما)».

    One to three bare words that no text holds often, or given names, up to what cannot be of a name.
    """
    out = []
    for i in range(1, len(tokens) - 2):
        mark, after, then = tokens[i : i + 3]
        aged = after.norm in AGED and mark.text in "،," and then.norm == "من"
        aged = aged or (after.kind == "number" and then.norm in AGES and mark.text in "،,(")
        if not aged:
            continue
        first = i
        while first > 0 and i - first < 3 and _of_a_name(tokens[first - 1]):
            first -= 1
            if tokens[first].proclitics:
                break
        if first < i:
            out.append((first, i))
    return out


def _of_a_name(t: Token) -> bool:
    plain = t.kind == "word" and not (t.definite or t.enclitic) and len(t.norm) > 2
    if not plain or is_title(t) or _particle(t) or t.base in lexicons.demonyms():
        return False
    if t.norm in lexicons.given_names():
        return t.norm in COMMON or frequencies.zipf(frequencies.key(t.text)) < USUAL
    strange = frequencies.zipf(frequencies.key(t.text)) < STRANGE
    accusative = t.norm.endswith("ا") and frequencies.zipf(t.norm[:-1]) > STRANGE
    return strange and not (t.proclitics or accusative or t.norm.endswith(("ه", "ات", "ين")))


def after_title(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Names that only their place tells: two or three rare bare words between a title's comma and another
    («سفيرة بلاده، نورا بلومفيلد، إن…»)."""
    out = []
    broken = function_words() | lexicons.telling_verbs()
    for i in range(2, len(tokens)):
        if not apposed(tokens, i):
            continue
        j = i
        while j < len(tokens) and j - i < 4 and tokens[j].kind == "word":
            t = tokens[j]
            if t.proclitics or t.enclitic or t.norm in broken or is_title(t):
                break
            if t.definite and (j == i or t.base in lexicons.demonyms()):
                break
            j += 1
        rare = any(frequencies.zipf(frequencies.key(t.text)) < RARE for t in tokens[i:j])
        rare = rare and not all(t.norm.endswith("ا") for t in tokens[i:j])  # accusatives
        if j - i in (2, 3) and rare and j < len(tokens) and tokens[j].text in "،,":
            out.append((i, j))
    return out
