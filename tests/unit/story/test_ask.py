"""Questions: what is asked for, in either language, and which sentence answers."""

from datetime import date

import pytest

from rawi.arabic.analysis import analyse
from rawi.records import Days
from rawi.sources.document import Document
from rawi.story.ask import latin, meaning
from rawi.story.ask.question import parse
from rawi.story.ask.stem import stem, stems
from rawi.story.story import Story

TEXTS = {
    "ferry": (
        "المرفأ", "2021-03-02",
        'قال وزير النقل سالم الوردي إن "العبّارة الجديدة ستنقل ألف راكب يوميا بين الجزيرتين". '
        "ونفى الوزير وجود خطة لرفع أسعار التذاكر هذا العام. وبلغت كلفة الميناء 12 مليون دينار.",
    ),
    "school": (
        "الفجر", "2022-05-09",
        'أعلنت مديرة التعليم هدى البستاني أن المدرسة الثانوية ستفتح أبوابها في سبتمبر المقبل. '
        "وعقدت اللجنة ثلاثة اجتماعات مع أهالي القرية قبل القرار.",
    ),
    "dam": (
        "الفجر", "2023-01-15",
        "تأخرت المحادثات بشأن سد الوادي بسبب الخلاف على حصص المياه. ويقع السد في محافظة الساحل.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with Story.open(tmp_path_factory.mktemp("ask") / "s.rawi") as held:
        held.add_documents(
            Document(source=name, text=f"{name}\n\n{text}", outlet=outlet, published=day)
            for name, (outlet, day, text) in TEXTS.items()
        )
        yield held


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("من نفى وجود خطة لرفع أسعار التذاكر؟", "ونفى"),
        ("كم اجتماعاً عقدت اللجنة مع الأهالي؟", "ثلاثة اجتماعات"),
        ("كم بلغت كلفة الميناء؟", "12 مليون"),
        ("متى تفتح المدرسة الثانوية؟", "سبتمبر المقبل"),
        ("لماذا تأخرت المحادثات؟", "بسبب الخلاف"),
        ("Why were the talks delayed?", "بسبب الخلاف"),
        ("How many meetings did the committee hold?", "ثلاثة اجتماعات"),
        ("Who denied the plan to raise prices?", "ونفى"),
    ],
)
@pytest.mark.parametrize("with_model", [True, False])
def test_the_first_answer_is_the_sentence_that_says_it(
    story, question, words, with_model, monkeypatch
):
    if not with_model:
        monkeypatch.setattr(meaning, "model", lambda: None)
    assert words in story.ask(question)[0].text


def test_an_answer_is_evidence_with_its_records(story):
    answer = story.ask("كم اجتماعاً عقدت اللجنة؟")[0]
    text = story.reading(answer.article).article.text
    assert text[answer.start : answer.end] == answer.text
    assert answer.records[0].kind == "figure" and answer.records[0].value == 3


def test_a_removed_article_answers_nothing(tmp_path):
    with Story.open(tmp_path / "s.rawi") as held:
        outlet, day, text = TEXTS["dam"]
        held.add_documents([Document(source="dam", text=text, outlet=outlet, published=day)])
        (answer,) = [a for a in held.ask("لماذا تأخرت المحادثات؟") if "تأخرت" in a.text]
        held.remove(answer.article)
        assert held.ask("لماذا تأخرت المحادثات؟") == ()


def test_a_question_of_grammar_words_alone_asks_nothing(story):
    assert story.ask("ما هو؟") == ()
    assert story.ask("") == ()


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("من نفى الخطة؟", "who"), ("متى تنتهي المهلة؟", "when"), ("كم راكبا نقلت؟", "number"),
        ("أين يقع السد؟", "where"), ("هل نفى الوزير؟", "whether"), ("When does it end?", "when"),
        ("How many passengers?", "number"), ("Did he deny it?", "whether"),
    ],
)  # fmt: skip
def test_the_shape_of_a_question(question, shape):
    assert shape in parse(question).shapes


def test_of_inside_a_question_is_no_who():
    assert "who" not in parse("كم كيلومترا يبعد السد من المدينة؟").shapes


def test_the_days_that_a_question_names():
    march = Days(date(2024, 3, 1), date(2024, 3, 31))
    for question in (
        "كم جولة عقدت بحسب مقال مارس 2024؟",
        "How many rounds, says the March 2024 article?",
    ):
        asked = parse(question)
        assert asked.of_article and march in asked.days


def test_singular_and_plural_meet():
    assert set(stems(analyse("اجتماعاً").tokens)) == set(stems(analyse("الاجتماعات").tokens))
    assert stem("عسكريين") == stem("عسكري")


@pytest.mark.parametrize(
    ("arabic", "spelling"),
    [("سوداني", "al-Sudani"), ("خطيب", "Khatib"), ("بغداد", "Baghdad"), ("شمري", "al-Shammari")],
)
def test_spellings_in_latin_letters_meet_the_arabic(arabic, spelling):
    assert latin.skeleton_of_arabic(arabic) == latin.skeleton_of_latin(spelling)


def test_a_name_in_latin_letters_finds_its_speaker(story):
    assert (
        "العبّارة"
        in story.ask("What does Salem al-Wardi say of the ship and its passengers?")[0].text
    )
