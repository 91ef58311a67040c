"""What is read of what became of undertakings, in invented sentences published on 5 March 2023."""

import pytest

from rawi.pipeline import read_document
from rawi.sources.document import Document


def read(text: str):
    """The commitments of a text."""
    title = "أخبار اليوم"
    document = Document("test.jsonl#1", f"{title}\n\n{text}", title=title, published="2023-03-05")
    return read_document(document).commitments


@pytest.mark.parametrize(
    ("text", "action", "status", "basis"),
    [
        ("تأخرت المفاوضات بين الحكومة والنقابات.", "المفاوضات بين الحكومة والنقابات", "postponed", "held up"),
        ("قال الوزير إن المحادثات مع الجانب الكيني تأخرت بسبب الأمطار.", "المحادثات مع الجانب الكيني", "postponed",
         "held up"),
        ("جاء ذلك بعد تعثر مشاورات نيروبي حول المياه.", "مشاورات نيروبي حول المياه", "postponed", "held up"),
        ("قررت لجنة الانتخابات تأجيل الاقتراع.", "الاقتراع", "postponed", "held up"),
        ("تقرر تعليق المفاوضات بين الطرفين.", "المفاوضات بين الطرفين", "postponed", "held up"),
        ("ألغى الرئيس الكيني زيارته إلى باريس.", "زيارته إلى باريس", "denied", "called off"),
        ("قالت الوزارة بعد أن ألغت القمة إنها تريد الحوار.", "القمة", "denied", "called off"),
        ("أعلنت البلدية أمس إلغاء المؤتمر.", "المؤتمر", "denied", "called off"),
        ("انهار اتفاق وقف إطلاق النار في الجنوب.", "اتفاق وقف إطلاق النار في الجنوب", "broken", "fell through"),
        ("دخلت الهدنة بين الجيش والمتمردين حيز التنفيذ الجمعة.", "الهدنة بين الجيش والمتمردين", "done", "in force"),
        ("أوفت الحكومة بوعدها بصرف الرواتب.", "صرف الرواتب", "done", "fulfilled"),
        ("نفذت الشركة ما تعهدت به.", "ما تعهدت به", "done", "fulfilled"),
        ("فشلت الحكومة في الوفاء بتعهداتها بإصلاح الميناء.", "إصلاح الميناء", "broken", "unmet"),
        ("انتهت مهلة تشكيل الحكومة دون اتفاق.", "تشكيل الحكومة", "broken", "run out"),
    ],
)  # fmt: skip
def test_what_became_of_it(text, action, status, basis):
    (found,) = read(text)
    assert (found.action.text, found.status_word, found.basis) == (action, status, basis)


@pytest.mark.parametrize(
    ("text", "action", "deadline"),
    [
        ("تأجلت جلسة البرلمان إلى الخميس المقبل بعد خلاف.", "جلسة البرلمان", "2023-03-09"),
        ("أعلنت الوزارة أن الجلسة أجلت إلى 20 مارس المقبل.", "الجلسة", "2023-03-20"),
        # 5 March 2023 is a Sunday; the days of the week that a verb of the past is put off to are to come
        ("أرجأ البرلمان الكيني، السبت، جلسة الموازنة إلى الثلاثاء.", "جلسة الموازنة", "2023-03-07"),
        ("وجاء ذلك غداة تعليق المباحثات حتى الثلاثاء.", "المباحثات", "2023-03-07"),
        ("أرجئت القمة الإفريقية إلى نهاية أبريل المقبل.", "القمة الإفريقية", "2023-04-30"),
    ],
)
def test_the_day_to_which_it_is_put_off(text, action, deadline):
    (found,) = read(text)
    assert (found.action.text, found.status_word) == (action, "postponed")
    assert found.undertaken != found.deadline
    assert str(found.deadline.end) == deadline


def test_the_day_on_which_it_happened_is_kept():
    for text in ("ألغى الرئيس الكيني أمس القمة.", "ألغى الرئيس الكيني، أمس السبت، القمة."):
        (found,) = read(text)
        assert str(found.undertaken.begin) == "2023-03-04"


@pytest.mark.parametrize(
    "text",
    [
        "قد تنهار المحادثات إذا تأخرت الجلسة.",
        "طالب الحزب بتأجيل الانتخابات.",
        "يدرس الرئيس إلغاء القمة.",
        "هدد الوزير بتعليق المفاوضات.",
        "علق السفير على المحادثات في نيروبي.",
        "لم تتأجل القمة، بحسب المتحدث.",
        "نفت الوزارة تأجيل المؤتمر.",
        "هل تأجلت القمة الإفريقية؟",
        "ألغت لجنة الانتخابات نتائج مركزين.",
        "تراجعت وتيرة القصف منذ بدء الهدنة في الوادي.",
    ],
)
def test_what_did_not_happen_is_no_step(text):
    assert not read(text)


def test_what_a_pronoun_tells_of_the_undertaking_just_before():
    pledge = "تعهدت الشركة ببناء المدرسة قبل نهاية 2022."
    _, kept = read(f"{pledge} وقال المدير إن الشركة نجحت في ذلك.")
    assert (kept.status_word, kept.basis) == ("done", "recalled")
    _, broken = read("وعدت الوزارة بترميم الجسر قبل نهاية العام الماضي، ولم تفعل.")
    assert (broken.status_word, broken.basis) == ("broken", "recalled")
    assert not read("وقال المدير إن الشركة نجحت في ذلك.")


def test_a_resumption_stands_only_where_what_is_resumed_was_told():
    text = "استأنف الطرفان مفاوضات السلام في نيروبي."
    assert not read(text)
    held, resumed = read(f"توقفت مفاوضات السلام في نيروبي الشهر الماضي. {text}")
    assert (held.status_word, resumed.status_word, resumed.basis) == ("postponed", "reaffirmed", "resumed")


def test_a_refusal_of_what_nobody_agreed_to_breaks_nothing():
    (found,) = read("قالت الحركة إنها لن تلتزم بهدنة طويلة.")
    assert found.status_word == "announced"
