"""Which answers are shown, and whether the best of them counts as one."""

import pytest
from click.testing import CliRunner

from rawi.cli.main import main
from rawi.sources.document import Document
from rawi.story.ask import latin, meaning
from rawi.story.ask.naming import named
from rawi.story.ask.question import parse
from rawi.story.ask.spelling import spellings
from rawi.story.story import Story

TEXTS = {
    "المرفأ": (
        "2021-03-02",
        "العبّارة الجديدة تنقل ألف راكب\n\n"
        'قال وزير النقل سالم الوردي إن العبّارة الجديدة "تنقل ألف راكب" كل يوم بين الجزيرتين. '
        "ونفى الوردي وجود خطة لرفع أسعار التذاكر هذا العام. وبلغت كلفة ميناء العبّارة 12 مليون دينار.",
    ),
    "الفجر": (
        "2021-03-04",
        "إضراب في الميناء\n\n"
        "أضرب عمال ميناء العبّارة يوم الأربعاء احتجاجا على أجورهم. وقالت مديرة الميناء هدى البستاني "
        "إن ركاب العبّارة انتظروا ست ساعات. وتأخرت رحلات العبّارة بسبب إضراب العمال في الميناء.",
    ),
    "الساحل": (
        "2022-05-09",
        "المدرسة\n\n"
        "أعلنت بلدية تل الزيتون أن المدرسة الثانوية ستفتح أبوابها في سبتمبر. وزار بيتزي وهو مدرب "
        "النادي ملعب القرية. ووصل السفير الألماني إلى تل الزيتون مساء السبت.",
    ),
}


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with Story.open(tmp_path_factory.mktemp("shown") / "s.rawi") as held:
        held.add_documents(
            Document(source=outlet, text=text, outlet=outlet, published=day)
            for outlet, (day, text) in TEXTS.items()
        )
        yield held


@pytest.mark.parametrize(
    "question",
    [
        "من نفى وجود خطة لرفع أسعار التذاكر؟", "كم بلغت كلفة ميناء العبارة؟", "لماذا تأخرت رحلات العبارة؟",
        "Who denied a plan to raise ticket prices?", "Why were the ferry trips delayed?",
    ],
)  # fmt: skip
@pytest.mark.parametrize("with_model", [True, False])
def test_an_answer_counts_as_one(story, question, with_model, monkeypatch):
    if not with_model:
        monkeypatch.setattr(meaning, "model", lambda: None)
    assert story.ask(question)[0].sure


@pytest.mark.parametrize(
    "question",
    [
        "كم بلغت كلفة ميناء العبارة عام 2035؟", "ماذا قال الوردي عن مدرسة الزنابق في بروكسل؟",
        "كم راكبا نقلت العبارة الجديدة عام 2035؟", "What did Wardi say about Gribblestone in 2035?",
        "How many tourists visited Tokyo in 2035?",
    ],
)  # fmt: skip
@pytest.mark.parametrize("with_model", [True, False])
def test_what_no_article_tells_has_only_a_nearest_sentence(story, question, with_model, monkeypatch):
    if not with_model:
        monkeypatch.setattr(meaning, "model", lambda: None)
    answers = story.ask(question)
    assert answers and not any(a.sure for a in answers)


def test_a_year_is_also_met_by_the_articles_own(story):
    assert story.ask("كم بلغت كلفة ميناء العبارة عام 2021؟")[0].sure


def test_the_command_says_that_nothing_surely_answers(story):
    ask = ["ask", str(story.store.path)]
    said = "no sentence in this story surely answers that"
    unsure = CliRunner().invoke(main, [*ask, "كم بلغت كلفة ميناء العبارة عام 2035؟"])
    assert unsure.exit_code == 0 and said in unsure.output
    assert said not in CliRunner().invoke(main, [*ask, "كم بلغت كلفة ميناء العبارة؟"]).output
    lines = CliRunner().invoke(main, [*ask, "--format", "jsonl", "كم بلغت كلفة ميناء العبارة عام 2035؟"])
    assert '"sure": false' in lines.output and '"sure": true' not in lines.output


def test_a_headline_leaves_its_place_to_the_sentence_that_tells_it_in_full(story):
    answers = story.ask("كم راكبا تنقل العبارة الجديدة؟")
    assert answers[0].text.startswith("قال وزير النقل")
    assert all(not a.text.startswith("العبّارة الجديدة تنقل") for a in answers)
    assert answers[0].also[0].row.id == answers[0].article


def test_other_articles_have_their_say(story):
    first_two = [a.outlet for a in story.ask("ماذا حدث في ميناء العبارة؟")[:3]]
    assert len(set(first_two)) > 1


def test_scores_go_down(story):
    scores = [a.score for a in story.ask("ماذا حدث في ميناء العبارة؟")]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(("spelling", "arabic"), [("Pizzi", "بيتزي"), ("Alwardi", "وردي")])
def test_two_letters_of_one_sound_and_a_glued_article_are_met(story, spelling, arabic):
    assert latin.meet(story.store, spelling) == (arabic,)


def test_a_country_and_its_people_stand_for_each_other(story):
    assert "السفير الألماني" in story.ask("متى وصل سفير ألمانيا؟")[0].text
    assert {"الم", "المان"} <= {s for term in named(story.store, parse("German envoy")).terms for s in term}


def test_a_foreign_name_is_met_in_each_of_its_spellings(tmp_path):
    told = {
        "أ": "التقى الوزير سالم الوردي رجل الأعمال أندرو غرينفيلد في العاصمة. وقال أندرو غرينفيلد إن المصنع جديد.",
        "ب": "وصل رجل الأعمال أندرو جرينفيلد إلى القرية. وبنى أندرو جرينفيلد ملعبا كلفته مليون دينار.",
        "ج": "زارت السفيرة ريتا غرانفولد المدينة. وقالت ريتا غرانفولد إن المدرسة جميلة.",
    }
    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents(
            Document(source=name, text=f"خبر\n\n{text}", outlet="الفجر", published="2021-03-02")
            for name, text in told.items()
        )
        assert spellings(held.store, "غرينفيلد") == ("جرينفيلد",)
        assert spellings(held.store, "ريتا") == spellings(held.store, "وردي") == ()
        assert "جرينفيلد" in held.ask("كم كلف ملعب غرينفيلد؟")[0].text
        assert "جرينفيلد" in held.ask("How much did Greenfield's stadium cost?")[0].text


def test_accents_of_latin_letters_are_no_letters():
    plain, accented = "What did Erdogan's fiancee ask?", "What did Erdoğan's fiancée ask?"
    assert parse(plain).terms == parse(accented).terms
    assert any("خطيب" in term for term in parse(accented).terms)


@pytest.mark.parametrize("question", ["ما مساحة الحديقة؟", "How large is the garden?"])
def test_asking_how_large_wants_an_area(question):
    asked = parse(question)
    assert asked.measures == {"area"} and any("مساح" in term for term in asked.terms)
