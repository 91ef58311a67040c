import pytest

from rawi.arabic import numbers
from rawi.arabic.numerals import digits


def read(text: str) -> list[tuple[str, object, str]]:
    return [(text[n.start : n.end], n.value, n.kind) for n in numbers.find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ألفين و500", 2500),
        ("عشرة", 10),
        ("2.5 مليون", 2_500_000),
        ("١٫٥", 1.5),
        ("ثلاثة آلاف ومئتين", 3200),
        ("مليوني", 2_000_000),
        ("ثلاثمئة وخمسة وعشرون ألفاً وأربعمائة", 325_400),
        ("مئة ألف", 100_000),
        ("سبع مئة", 700),
        ("مليار و200 مليون", 1_200_000_000),
        ("مليون ونصف المليون", 1_500_000),
        ("إحدى عشرة", 11),
        ("اثنتا عشرة", 12),
        ("واحد وعشرون", 21),
        ("ثمانٍ وتسعين", 98),
        ("ثلث", 1 / 3),
        ("ثلاثة أرباع", 0.75),
        ("ثلاثة ونصف", 3.5),
        ("80%", 0.8),
        ("%80", 0.8),
        ("12 في المئة", 0.12),
        ("عشرين بالمائة", 0.2),
        ("واحد فاصلة خمسة", 1.5),
        ("-1.2", -1.2),
        (".77", 0.77),
        ("1,200,000", 1_200_000),
        ("١٬٢٠٠٫٥", 1200.5),
        ("حداشر", 11),
        ("مليون وأحد عشر", 1_000_011),
    ],
)
def test_one_number(text: str, value: float) -> None:
    assert numbers.value(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بين خمسة وعشرين شخصا", [("خمسة", 5, "cardinal"), ("عشرين", 20, "cardinal")]),
        ("بين خمسة وعشرين وثلاثين", [("خمسة وعشرين", 25, "cardinal"), ("ثلاثين", 30, "cardinal")]),
        ("بين ألف و500 زائر", [("ألف", 1000, "cardinal"), ("500", 500, "cardinal")]),
        ("نقل 5 آلاف و20 ألفاً", [("5 آلاف", 5000, "cardinal"), ("20 ألفاً", 20000, "cardinal")]),
        ("50%20", [("50%", 0.5, "percent"), ("20", 20, "cardinal")]),
        ("10-15 قارباً", [("10", 10, "cardinal"), ("15", 15, "cardinal")]),
        ("خُمس السكان أو خمس سنوات", [("خُمس", 0.2, "fraction"), ("خمس", 5, "cardinal")]),
        ("الفوج الثالث عشر", [("ثالث عشر", 13, "ordinal")]),
        ("القرن الحادي والعشرين", [("حادي والعشرين", 21, "ordinal")]),
        ("مئات الآلاف من الزوار", [("مئات الآلاف", None, "vague")]),
        ("الـ12 وبـ٣٠٠ ألف وَوَثلاثة", [("12", 12, "cardinal"), ("٣٠٠ ألف", 300_000, "cardinal")]),
        ("ألفا زائر وألفاً", [("ألفا", 2000, "cardinal"), ("ألفاً", 1000, "cardinal")]),
        ("بَـخمسين", [("خمسين", 50, "cardinal")]),
        ("مليون واحد", [("مليون", 1_000_000, "cardinal"), ("واحد", 1, "cardinal")]),
    ],
)
def test_numbers_in_a_text(text: str, expected: list) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أحد المسؤولين",
        "لست هنا",
        "ربع النهائي",
        "الربع الخالي",
        "صباح الاثنين",
        "1,2,3",
        "9" * 5000,
        "ستنقل",
        "F-16",
        "واحدا",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("printed", "value", "other"),
    [("2,500", 2500, 2.5), ("2.500", 2.5, 2500), ("2,5", 2.5, None), ("0.125", 0.125, None)],
)
def test_a_separator_that_can_be_read_in_two_ways(
    printed: str, value: float, other: object
) -> None:
    assert digits(printed) == (value, other)


UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", *(f"{u[:-1]}مئة" for u in UNITS[3:])]


def spell(number: int) -> str:
    """A number below a thousand million in words, in the order that grammars give."""
    for scale, one, two, few in (
        (10**6, "مليون", "مليونان", "ملايين"),
        (1000, "ألف", "ألفان", "آلاف"),
    ):
        if number >= scale:
            count, rest = divmod(number, scale)
            head = {1: one, 2: two}.get(
                count
            ) or f"{spell(count)} {few if 3 <= count <= 10 else one}"
            return f"{head} و{spell(rest)}" if rest else head
    if number >= 100:
        rest = number % 100
        return HUNDREDS[number // 100] + (f" و{spell(rest)}" if rest else "")
    if number in (11, 12):
        return ["أحد عشر", "اثنا عشر"][number - 11]
    if 12 < number < 20:
        return f"{UNITS[number % 10]} عشر"
    return " و".join(w for w in (UNITS[number % 10], TENS[number // 10]) if w)


def test_numbers_that_grammars_spell() -> None:
    for number in [
        *range(3, 1200),
        2024,
        15_321,
        100_000,
        999_999,
        1_000_101,
        2_500_000,
        312_445_678,
    ]:
        assert numbers.value(spell(number)) == number, spell(number)


def test_a_percent_sign_belongs_to_one_number_only():
    found = numbers.find("واحد%0")
    assert [(n.start, n.end, n.value) for n in found] == [(0, 5, 0.01), (5, 6, 0)]
