import pytest

from rawi.arabic.analysis import analyse


def read(text: str) -> list[tuple[str, int, bool]]:
    return [(text[q.start : q.end], q.depth, q.closed) for q in analyse(text).quotes]


@pytest.mark.parametrize(
    "marks",
    ["«»", '""', "“”", "”“", "„“", "‹›", "‘’", "''"],
    ids=lambda m: f"{ord(m[0]):x}-{ord(m[1]):x}",
)
def test_every_kind_of_mark(marks: str) -> None:
    assert read(f"وقال {marks[0]}سنعود غداً{marks[1]}، ومضى") == [("سنعود غداً", 0, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'قال إن "الجسر الشرقي "جسر النور"، ووصفه بالخطر، سيغلق" ثم خرج.',
            [('الجسر الشرقي "جسر النور"، ووصفه بالخطر، سيغلق', 0, True), ("جسر النور", 1, True)],
        ),
        ('«كتبت "الميزان" أمس» وسكت', [('كتبت "الميزان" أمس', 0, True), ("الميزان", 1, True)]),
        (
            'لـ"الميزان" وبـ"النهر" و"البحر"',
            [("الميزان", 0, True), ("النهر", 0, True), ("البحر", 0, True)],
        ),
        ('انتهى الأمر".وقال "نعم".', [("نعم", 0, True)]),
        ('قال" سنعود " ثم مضى', [("سنعود", 0, True)]),
        ("ساحل العاج أو Côte d'Ivoire والصحيفة l’Aube", []),
        ('"" ثم « »', []),
    ],
)
def test_marks_are_disentangled(text: str, expected: list) -> None:
    assert read(text) == expected


def test_left_open_ends_with_its_paragraph() -> None:
    assert read("وأضاف «لن نقبل\nوفي سياق آخر وصل الوفد") == [("لن نقبل", 0, False)]


def test_a_single_mark_left_open_is_no_quotation() -> None:
    assert read("وصل ‘لى المدينة\nثم غادر") == []


def test_a_quotation_may_run_over_a_paragraph_break() -> None:
    assert read("وأضاف «لن نقبل\n\nولن نعود» ومضى") == [("لن نقبل\n\nولن نعود", 0, True)]


def test_each_paragraph_opened_anew() -> None:
    assert read('وأضاف: "لن نقبل\n"ولن نعود" ومضى') == [
        ("لن نقبل", 0, False),
        ("ولن نعود", 0, True),
    ]
