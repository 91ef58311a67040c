"""Questions in other words than the articles: synonyms, other persons of a verb, names short and spelled."""

import pytest

from rawi.lexicon import table
from rawi.sources.document import Document
from rawi.story.ask import latin
from rawi.story.ask.asked import akin
from rawi.story.ask.naming import named
from rawi.story.ask.question import parse
from rawi.story.ask.stem import forms, root, stem, stem_of_entry
from rawi.story.story import Story

TEXT = (
    "الوادي\n\nقال المفتش حسين البستاني للصحفيين إن السد آمن. وأعلن البستاني بدء الترميم في الربيع. "
    "وزار الحوثيون المدينة. وحضر الحوثيون والحوثيون. وانسحب الحراس من التل. وقال قاسم الوردي إن الناتو غائب."
)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with Story.open(tmp_path_factory.mktemp("ask") / "s.rawi") as held:
        held.add_documents(
            [Document(source="a", text=TEXT, outlet="الفجر", published="2023-01-15")]
        )
        yield held


def test_words_that_the_news_uses_for_one_another_are_akin():
    assert stem("انسحاب") in akin((stem("مغادره"),))
    assert stem("مغادره") not in akin((stem("مغادره"),))
    assert not akin(("قلم",))


def test_every_group_of_synonyms_is_one():
    groups = [row["words"].split() for row in table("question_synonyms")]
    assert all(len(group) > 1 for group in groups)


def test_a_synonym_finds_the_sentence(story):
    assert "انسحب" in story.ask("متى غادر الحراس؟")[0].text


def test_a_verb_is_met_in_its_other_person_too():
    assert forms("ردت") == ("ردت",)  # three letters may be a word of their own
    assert forms("احتجزت") == ("احتجزت", "احتجز")
    assert "تقام" in forms("يقام") and "يقام" in forms("تقام")
    assert root("احتجزت") == root("احتجاز")


def test_how_much_it_comes_to_is_no_topic():
    assert parse("كم يبلغ عدد الحراس؟").terms == (("حراس",),)
    assert not parse("كم يبلغ عدد الحراس؟").acts


def test_who_is_named_in_full_is_met_by_the_surname(story):
    asked = named(story.store, parse("ماذا أعلن حسين البستاني عن الترميم؟"))
    assert ("حسين", stem("بستاني")) in asked.terms
    asked = named(story.store, parse("What did Hussein al-Bustani announce?"))
    assert ("حسين", stem("بستاني")) in asked.terms


def test_a_body_named_in_full_is_met_by_its_short_name(story):
    asked = named(story.store, parse("من قال إن حلف شمال الأطلسي غائب؟"))
    assert any({"شمال", "ناتو"} <= set(term) for term in asked.terms)


def test_the_name_that_papers_spell_so_is_meant(story):
    assert latin.meet(story.store, "hussein") == ("حسين",)


SPELLED = (
    "الميناء\n\nقال ألفريد الدوري للصحفيين إن الرصيف جديد. وقال جوناس الوردي إن السفينة بعيدة. وقال جوناس الوردي إن الريح "
    "شديدة. وقال رامي جونز إن الحمولة ثقيلة. وعثر العمال في الحمولة على كثير من القنبرزول المخبأ."
)


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    with Story.open(tmp_path_factory.mktemp("port") / "s.rawi") as held:
        held.add_documents(
            [Document(source="a", text=SPELLED, outlet="الفجر", published="2023-01-15")]
        )
        yield held


def test_first_letters_that_are_no_article_stay(port):
    assert latin.meet(port.store, "Alfred") == ("الفريد",)
    assert "الرصيف" in port.ask("What did Alfred al-Douri say?")[0].text
    assert stem_of_entry("التقى") == stem("التقي") and stem_of_entry("اللقاء") == stem("لقاء")
    assert stem("التقي") in akin((stem("اجتمع"),))


def test_two_words_beside_each_other_are_one_name(port):
    assert latin.meet(port.store, "Jones") == ("جوناس",)
    assert latin.meet_beside(port.store, "Rami", "Jones") == [("رامي", "جونز")]
    assert ("جونز",) in named(port.store, parse("What did Rami Jones say?")).terms


def test_what_is_no_known_name_is_met_by_its_sound(port):
    assert latin.meet(port.store, "Kanbarzol") == (stem("قنبرزول"),)
    assert latin.meet(port.store, "Tarnwick") == ()


@pytest.mark.parametrize("question", ["Who is Zqvwxk Qwrtzk?", "من قضقضة خضخضة؟", "a" * 30_000, "السد " * 9_000])
def test_nonsense_gets_no_answer_and_a_page_of_words_takes_no_time(port, question):
    assert port.ask(question) == ()


def test_names_are_speakers_only_where_words_are_asked_for(story):
    def speakers(question):
        return named(story.store, parse(question)).speakers

    assert "بستاني" in speakers("What did al-Bustani say about the dam?")
    assert not speakers("When must al-Bustani decide?")


def test_a_hidden_subject_stands_for_its_name(tmp_path):
    def text(speaker, price):
        return (
            f"السوق\n\nقال {speaker} إن الجسر قديم. وأضاف أن المطر غزير. وأوضح أن الطريق طويل. وأشار إلى أن القطار "
            f"بطيء. وتابع أن ثمن التذاكر {price} جدا."
        )

    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents(
            Document(source=name, text=text(name, price), outlet="الفجر", published="2023-01-15")
            for name, price in (("قاسم الوردي", "منخفض"), ("حسين البستاني", "مرتفع"))
        )
        assert "مرتفع" in held.ask("ماذا قال حسين البستاني عن ثمن التذاكر؟")[0].text
        assert "منخفض" in held.ask("ماذا قال قاسم الوردي عن ثمن التذاكر؟")[0].text


@pytest.mark.parametrize(
    ("question", "arabic"),
    [
        ("Who crossed the north-western border?", "شمال"),
        ("Who spoke about the anti-inflation law?", "قان"),
        ("Who ended the mission?", "مهم"),  # no town is meant where nothing is written as a name
        ("How many IS men were held?", "داعش"),
        ("Who was sentenced to death?", "اعدام"),
        ("Who is the vice-president?", "نايب"),
    ],
)
def test_english_words_at_hyphens_in_capitals_and_together(question, arabic):
    assert any(arabic in term for term in parse(question).terms)


def test_a_word_in_small_letters_is_no_name_where_capitals_are_used():
    unknown = ("latin:tarnwick",)
    assert unknown not in parse("Where did the tarnwick lettuce come from?").terms
    assert unknown in parse("where did tarnwick go").terms
    assert unknown in parse("Where did Tarnwick go?").terms


@pytest.mark.parametrize(
    ("question", "shapes"),
    [
        ("من أي سلعة حذرت الوزارة؟", {"what"}),
        ("من أين خرجت السفينة؟", {"where"}),
        ("من أخرج السفينة؟", {"who"}),
        ("إلام انتهت المشاورات؟", {"what"}),
        ("لأي سبب تأخر القطار أمس؟", {"what", "why"}),
    ],
)
def test_what_a_question_word_of_two_asks_for(question, shapes):
    assert parse(question).shapes == shapes
