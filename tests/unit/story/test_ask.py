"""Questions: what is asked for, in either language, and which sentence answers."""

from datetime import date

import pytest

from rawi.arabic.analysis import analyse
from rawi.records import Days
from rawi.sources.document import Document
from rawi.story.ask import latin, meaning
from rawi.story.ask.index import matrix
from rawi.story.ask.question import parse
from rawi.story.ask.stem import root, stem, stems
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


def test_the_vectors_are_those_of_the_article_that_came_for_another(tmp_path):
    with Story.open(tmp_path / "a.rawi") as opened:
        made = []
        for text in ("قالت الطبيبة إن المستشفى يحتاج إلى أدوية كثيرة.", "فاز فريق الميناء بكأس الساحل أمس."):
            (article,) = opened.add_documents([Document("x", text, published="2031-01-01")]).read
            made.append(matrix(opened.store))
            opened.remove(article)
    one, two = made
    assert list(one.numbers) == list(two.numbers) and (one.vectors != two.vectors).any()


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


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("في أي مدينة عقد الاجتماع؟", "where"), ("ما القواعد التي أخليت؟", "where"), ("أي وزير استقال؟", "who"),
        ("Which Danish goalkeeper was hurt?", "who"), ("In what year was it built?", "when"),
    ],
)  # fmt: skip
def test_a_noun_beside_which_says_what_is_sought(question, shape):
    assert shape in parse(question).shapes


def test_a_noun_elsewhere_does_not_say_what_is_sought():
    assert parse("لماذا استقال الوزير؟").shapes == {"why"}
    assert "where" not in parse("أي خطة عرضها الوزير في المدينة؟").shapes


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
    [
        ("سوداني", "al-Sudani"), ("خطيب", "Khatib"), ("بغداد", "Baghdad"), ("شمري", "al-Shammari"),
        ("كاظمي", "al-Kadhimi"), ("ابراهيم", "Ibrahim"), ("قذافي", "Gaddafi"), ("ظريف", "Zarif"),
        ("جونسون", "Johnson"), ("جورج", "George"), ("نانسي", "Nancy"), ("حريري", "Hariri"),
        ("نصرالله", "Nasrallah"), ("فكتور", "Victor"), ("بيتر", "Peter"),
    ],
)  # fmt: skip
def test_spellings_in_latin_letters_meet_the_arabic(arabic, spelling):
    assert not latin.skeletons_of_latin(spelling).isdisjoint(latin.skeletons_of_arabic(arabic))
    assert latin.distance(arabic, latin.plain(spelling)) <= latin.FAR


def test_the_nearest_spelling_is_the_name():
    names = ("صالح", "صلاح", "سلاحف", "سليمان")
    assert min(names, key=lambda n: latin.distance(n, "salah")) in ("صلاح", "صالح")
    assert min(names, key=lambda n: latin.distance(n, "suleiman")) == "سليمان"
    assert latin.distance("صلاح", "suleiman") > latin.FAR


def test_a_name_in_latin_letters_finds_its_speaker(story):
    assert (
        "العبّارة"
        in story.ask("What does Salem al-Wardi say of the ship and its passengers?")[0].text
    )


def test_words_of_one_family_share_a_root():
    assert len({root(w) for w in ("سحب", "انسحاب", "ينسحب", "منسحب")}) == 1
    assert len({root(w) for w in ("اجتماع", "جمع", "مجتمع")}) == 1
    assert root("سحب") != root("جمع") and root("2024") == ""


@pytest.mark.parametrize(
    ("question", "arabic"),
    [
        (
            "Was the planned evacuation stopped?",
            "اخلاء",
        ),  # forms of «plan» and «stop» are looked up
        ("Which bodies signed treaties?", "معاهد"),
        ("What did the rebels promise in Baghdad?", "بغداد"),
    ],
)
def test_an_english_question_is_looked_up_by_the_words_it_is_made_of(question, arabic):
    assert any(arabic in term for term in parse(question).terms)


def test_words_that_belong_together_are_looked_up_together():
    terms = parse("Did the minister rule out giving up the plan?").terms
    assert any("استبعد" in t for t in terms) and any("تخل" in t for t in terms)
    terms = parse("Who spoke at the Security Council?").terms
    assert ("مجلس",) in terms and ("امن",) in terms


def test_a_month_or_a_verb_written_as_a_name_is_one():
    assert ("latin:may",) in parse("Who resigned over May's plans?").terms
    assert not any("latin:may" in t for t in parse("Who resigned in May?").terms)
    assert any("latin:stone" in t for t in parse("What did Gribbly Stone say?").terms)


def test_only_a_word_written_as_a_name_may_be_one():
    terms = parse("What did the gribble say to al-Wardi?").terms
    assert ("latin:al-wardi",) in terms and ("latin:gribble",) not in terms


def test_asking_for_a_price_looks_for_the_price_too():
    asked = parse("ما سعر التذكرة؟")
    assert "number" in asked.shapes and ("سعر",) in asked.terms


def test_experts_in_a_question_are_no_report():
    assert not parse("من أرسل الخبراء في مارس 2024؟").of_article
    assert parse("من أرسلهم بحسب تقرير مارس 2024؟").of_article


def test_one_sentence_in_two_articles_is_one_answer(tmp_path):
    copied = "وتأخرت المحادثات بشأن سد الوادي بسبب الخلاف على حصص المياه بين المحافظتين."
    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents(
            Document(source=name, text=f"{name}\n\n{start} {copied}", outlet=name, published=day)
            for name, day, start in (
                ("الفجر", "2023-01-15", "اجتمع الوزراء أمس في العاصمة لبحث الأمر."),
                ("المرفأ", "2023-01-17", "وصل الوفد صباح اليوم إلى القرية القريبة."),
            )
        )
        answers = held.ask("لماذا تأخرت المحادثات؟")
    assert [("حصص المياه" in a.text) for a in answers].count(True) == 1
    assert len(answers[0].also) == 1 and answers[0].also[0].row.id != answers[0].article


def test_a_sentence_that_only_points_at_its_subject_is_found_by_the_one_before(tmp_path):
    text = (
        "سدود الوادي\n\nزار المفتش سالم الوردي مصنع الزجاج في القرية. وقال إن عدد العاملين فيه بلغ 340 عاملا. "
        "وتجول المفتش في السوق مع التجار. وبلغت كلفة الجسر 12 مليون دينار. وحضر الحفل 90 طالبا."
    )
    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents(
            [Document(source="a", text=text, outlet="الفجر", published="2023-01-15")]
        )
        answers = held.ask("كم عدد العمال في مصنع الزجاج؟")
    assert "340" in answers[0].text or "340" in answers[1].text


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("كم بلغت كلفة الميناء؟", "money"), ("ما نسبة المقاعد الشاغرة؟", "share"), ("كم سنة يبقى المدير؟", "span"),
        ("How much will the ticket cost?", "money"), ("How old is the captain?", "age"),
        ("How many years did the works take?", "span"),
    ],
)  # fmt: skip
def test_what_a_question_wants_measured(question, measure):
    assert parse(question).measures == {measure}


def test_a_time_that_a_question_only_names_is_not_what_it_wants_measured():
    assert not parse("كم راكبا نقلت العبارة في أول أسبوع؟").measures
    assert not parse("متى ارتفع سعر التذكرة؟").measures


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("بم وعدت البستاني الأهالي؟", "promise"), ("من نفى الخطة؟", "deny"),
        ("What did the minister warn of?", "warn"), ("Who accused the company?", "accuse"),
    ],
)  # fmt: skip
def test_the_act_of_speech_that_a_question_names(question, act):
    assert act in parse(question).acts


def test_an_english_month_beside_its_year_is_that_month_in_arabic():
    terms = parse("Who resigned in March 2024?").terms
    assert any("مارس" in term and "اذار" in term for term in terms)
    assert not any("مارس" in term for term in parse("Who joined the long march?").terms)


def test_what_two_outlets_print_alike_is_one_answer_unless_the_numbers_differ(tmp_path):
    told = "وأعلنت بلدية المرفأ أن العبّارة الجديدة نقلت {} راكب في رحلتها الأولى بين الجزيرتين يوم الأحد"
    printed = {
        "المرفأ": told.format("340"),
        "الفجر": told.format("340") + " بحسب بيان",
        "الساحل": told.format("520"),
    }
    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents(
            Document(source=outlet, text=f"خبر\n\n{text}.", outlet=outlet, published="2021-03-02")
            for outlet, text in printed.items()
        )
        answers = held.ask("كم راكبا نقلت العبارة في رحلتها الأولى؟")
    alike = [{a.outlet, *(s.row.outlet for s in a.also)} for a in answers]
    assert {"المرفأ", "الفجر"} in alike and {"الساحل"} in alike


def test_a_sentence_that_asks_answers_nothing(tmp_path):
    text = "الجسر\n\nماذا حدث للجسر القديم في المدينة؟ انهار الجسر القديم في المدينة مساء السبت بعد السيول."
    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents([Document(source="a", text=text, outlet="الفجر", published="2022-05-09")])
        first, *_ = held.ask("ماذا حدث للجسر القديم في المدينة؟")
    assert first.text.startswith("انهار الجسر")
