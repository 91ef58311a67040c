"""A name's words as they are compared: an elided article put back, heads that tell nothing left aside."""

from __future__ import annotations

from rawi.arabic.letters import fold
from rawi.arabic.words import token
from rawi.readers.naming import lexicons

_PLACE_HEADS = frozenset(
    map(fold, ("مدينة", "محافظة", "إقليم", "ولاية", "قاعدة", "بلدة", "قرية", "العاصمة", "مخيم", "معسكر",
               "منطقة", "جزيرة"))
)  # fmt: skip


def unelided(name: str) -> str:
    """A name as it is written alone: «للجنة العليا» is «اللجنة العليا», «للعراق» «العراق».

    >>> unelided("للاجئين"), unelided("للجيش"), unelided("لليمن")
    ('اللاجئين', 'الجيش', 'اليمن')
    """
    first, *_ = name.split(maxsplit=1) or [""]
    if not first.startswith("لل"):
        return name
    long = "الل" + first[2:]
    return (long if token(first).stem == fold(long) else "ال" + first[2:]) + name[len(first) :]


def words_of(text: str, type_: str) -> tuple[str, ...]:
    """The words that tell a name apart: folded, without marks, without ال of the first word.

    «قوات التحالف» is «التحالف», «محافظة الأنبار» is «الأنبار»; «للتحالف» is «التحالف».
    """
    words = "".join(c if c.isalnum() or c == " " else " " for c in fold(unelided(text))).split()
    if type_ == "group" and words:  # «الأميركيون», «الأمريكيين»
        words[0] = words[0].replace("اميرك", "امريك")
        words[0] = words[0].removesuffix("ون") + "ين" if words[0].endswith("ون") else words[0]
    if words and words[0].endswith("نا") and words[0][:-2] in lexicons.heads():
        words[0] = "ال" + words[0][:-2]  # «قواتنا المسلحة»
    if type_ == "place" and len(words) > 1 and words[0] in _PLACE_HEADS:
        words = words[1:]
    if (
        type_ == "organization"
        and len(words) > 1
        and words[0] == "قوات"
        and words[1] in ("التحالف", "الجيش")
    ):
        words = words[1:]
    return tuple(words)
