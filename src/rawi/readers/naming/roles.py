"""The title or role printed with a person: before the name, or after it between commas.

Before: «[وزيرة البيئة والمياه] سلمى …», «[قائد الأركان نائب رئيس المجلس]، طارق …».
Read from the name leftwards in the text: words that may stand inside a role are passed until one that
may not; the farthest title word passed opens the role.
After: «…، [مدير عام الشركة]، …»: a comma, a title word, then words up to the next comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import name_start
from rawi.records import Span

LONGEST = 16  # tokens; the longest role in the annotated articles has 13
INSIDE = frozenset(
    ("في", "باسم", "من", "لدي", "شوون", "لشوون", "عام", "عامه", "بالوكاله", "بالنيابه", "باعمال")
)  # fmt: skip
CHARGE = ("القايم", "باعمال")  # «القائم بأعمال السفارة»
DEPUTIES = frozenset(
    ("نايب", "نايبه", "عضو", "عضوه", "مرشح", "مرشحه", "ممثل", "ممثله")
)  # «النائب عن …»
TOWARDS = frozenset(("الي",))  # «المبعوث إلى …», and nobody else's role
ENVOYS = frozenset(("مبعوث", "مبعوثه", "موفد", "سفير", "سفيره", "ممثل", "ممثله", "مندوب", "مندوبه"))
SERVANTS = frozenset(
    (
        "متحدث",
        "متحدثه",
        "ناطق",
        "ناطقه",
        "مستشار",
        "مستشاره",
        "مبعوث",
        "موفد",
        "ممثل",
        "سكرتير",
        "مدير",
    )
)
KIN = frozenset(("محامي", "نجل", "شقيق", "شقيقه", "زوجه", "زوج", "والد", "والده", "طبيب", "حارس"))
ADJECTIVES = frozenset(("صحفي", "صحافي", "اعلامي", "سياسي", "برلماني"))  # «في بيان صحفي لوزير …»
COMMAS = frozenset("،,")
MARKS_INSIDE = frozenset("\"'«»“”()-–")


def is_title(token: Token) -> bool:
    """Whether the word opens a role (with ل, ب or و cut off: «للرئيس», «والوزير»)."""
    titles = lexicons.titles()
    if token.kind != "word" or token.text.endswith("أمام") or token.text == "إيه":
        return False  # they fold like «الإمام» and «آية»
    if token.stem == "فريق" or (token.enclitic and titles.get(token.stem) == "rank"):
        return False  # a team; «في مقدمهم»
    if token.norm in titles or token.stem in titles:
        return True
    whole = token.stem + token.enclitic  # «لنظيره»
    return bool(token.enclitic and token.proclitics) and whole in titles


def _opens(tokens: Sequence[Token], k: int) -> bool:
    """Whether a role begins at token `k`, or may: a title, «القائم بأعمال»."""
    if is_title(tokens[k]):
        return True
    return tokens[k].stem == CHARGE[0] and k + 1 < len(tokens) and tokens[k + 1].norm == CHARGE[1]


def _may_stand(
    tokens: Sequence[Token], k: int, floor: int, named: set[int], closed: set[int]
) -> bool:
    token = tokens[k]
    if k in closed:
        return False
    if k in named or _opens(tokens, k):
        return True
    if token.kind in ("number",):
        return False
    if token.kind == "mark":
        return token.text in MARKS_INSIDE or (token.text in COMMAS and k - 1 > floor)
    if token.kind == "latin" or token.norm in INSIDE or token.norm in TOWARDS:
        return True
    if token.text == "عن" and k > floor:
        return tokens[k - 1].base in DEPUTIES
    if k + 1 in named and token.base in lexicons.heads() and not token.proclitics:
        return True  # «النائب عن محافظة نينوى», «رئيس بلدية مدينة …»
    if token.norm in lexicons.generic("stop"):
        return token.base in (
            "سابق",
            "سابقه",
            "اسبق",
            "حالي",
            "حاليه",
            "راحل",
            "جديد",
            "جديده",
            "اول",
        )
    if token.definite:
        return token.proclitics in ((), ("ل",), ("ب",), ("و",))
    if token.base in lexicons.demonyms() and not token.proclitics:
        return True
    # «وزير خارجية فرنسا», «مدير عام …»: a bare noun right after a title word
    return k > floor and not token.proclitics and is_title(tokens[k - 1]) and len(token.norm) > 2


def _closes(tokens: Sequence[Token], k: int, named: set[int]) -> bool:
    """Whether a role can end with this token: «محامي أسرة» before a name goes on into the name."""
    token = tokens[k]
    return (
        token.definite or k in named or is_title(token) or token.base in lexicons.demonyms()
        or token.kind != "word" or (k > 0 and is_title(tokens[k - 1]) and token.base.endswith("ي"))
    )  # fmt: skip


def before(
    tokens: Sequence[Token], text: str, first: int, start: int, named: set[int], closed: set[int]
) -> Span | None:
    """The role that ends where the name at token `first`, code point `start`, begins.

    `named`: tokens inside places and bodies, which a role may hold; `closed`: tokens inside persons'
    names, which end it.
    """
    end = first
    while (
        end > 0 and tokens[end - 1].kind == "mark" and tokens[end - 1].text in COMMAS | {'"', "«"}
    ):
        end -= 1
    if first - end > 1 or start > tokens[first].start:
        return None
    opening = None
    k = end - 1
    while k >= 0 and end - k <= LONGEST and _may_stand(tokens, k, 0, named, closed):
        if _opens(tokens, k):
            if tokens[k].base in ADJECTIVES and k + 1 < end and tokens[k + 1].proclitics == ("ل",):
                break
            opening = k
            if set(tokens[k].proclitics) & {"و", "ف"} or (k and tokens[k - 1].text in COMMAS):
                break
        k -= 1
    if opening is None or not _closes(tokens, end - 1, named):
        return None
    if _of_another(tokens[opening:end], end < first):
        return None
    if any(t.norm in TOWARDS for t in tokens[opening:end]) and tokens[opening].base not in ENVOYS:
        return None
    if end < first and opening == end - 1 and not tokens[opening].definite:
        return None
    return Span.of(text, name_start(tokens[opening]), tokens[end - 1].end)


def _of_another(role: Sequence[Token], apart: bool) -> bool:
    """Whether the name after a role may be of the one served: «محامي الرئيس الكبير …» is said of either.

    `apart`: a comma stands between. It parts a spokesman from him whom he speaks for, not a wife.
    """
    first = role[0]
    plain = not (first.definite or first.enclitic)
    kind = lexicons.titles().get(first.stem) or lexicons.titles().get(first.norm)
    if len(role) == 1:  # «زوجة سامي», and «الدكتور سامي», «د. سامي»
        return plain and not apart and kind not in ("title", "rank")
    kin = first.base in KIN and plain
    if kin and is_title(role[1]):
        return True
    if apart:  # «قال متحدث باسم رئيسة الحكومة، فلانة،», «مستشار للرئيس، فلان،»: who is served
        at = 2 if role[1].norm == "باسم" else 1
        served_next = len(role) > at and is_title(role[at])
        return (
            plain and first.base in SERVANTS and served_next
            and (at == 2 or "ل" in role[at].proclitics)
        )  # fmt: skip
    served = [k for k in range(1, len(role)) if is_title(role[k])]
    if any("ل" in role[k].proclitics or role[k - 1].norm == "من" for k in served):
        return True
    if any(k > 1 and _governs(role[k - 1], role[k]) for k in served):
        return True  # «رئيس أمن رئيس الوزراء فلان»
    if first.base not in SERVANTS or not served:
        return False
    inner = served[0]
    if not (inner == 1 and plain) and not (inner == 2 and role[1].norm == "باسم"):
        return False
    return not any("ل" in t.proclitics or t.norm in TOWARDS for t in role[inner + 1 :])


def _governs(token: Token, title: Token) -> bool:
    """Whether a bare noun makes the title behind it that of somebody else; «أمير قطر الشيخ» is one man."""
    address = {lexicons.titles().get(w) for w in (title.norm, title.stem)} & {"title", "rank"}
    return (
        token.kind == "word" and not (token.definite or token.enclitic or is_title(token) or address)
        and token.norm not in INSIDE | {"اول", "ثان"} and token.base not in lexicons.demonyms()
    )  # fmt: skip


def after(
    tokens: Sequence[Token], text: str, last: int, named: set[int], closed: set[int]
) -> Span | None:
    """The role set between commas right after the name that ends at token `last`."""
    if last + 1 >= len(tokens) or tokens[last].text not in COMMAS:
        return None
    first = last + 1
    if not is_title(tokens[first]) or tokens[first].proclitics:
        return None
    k = first + 1
    while k < len(tokens) and k - first < LONGEST and tokens[k].text not in COMMAS:
        if tokens[k].kind == "mark" or not _may_stand(tokens, k, first, named, closed):
            return None
        k += 1
    if k >= len(tokens) or tokens[k].text not in COMMAS:
        return None
    following = tokens[k + 1 : k + 2]
    if following and following[0].proclitics[:1] == ("و",):
        return None
    return Span.of(text, tokens[first].start, tokens[k - 1].end)
