"""What the statements reader finds in invented sentences."""

from datetime import date

import pytest

from rawi.arabic.analysis import analyse
from rawi.pipeline import STAGES, read_article, read_document
from rawi.readers.attribution.words import Words
from rawi.records import Article, Published, Span
from rawi.sources.document import Document

READERS = tuple(s for s in STAGES if s.gives in ("times", "names", "statements"))


def read(text: str, title: str | None = None):
    """The statements of a text whose every paragraph is body."""
    whole = f"{title}\n\n{text}" if title else text
    start = len(whole) - len(text)
    article = Article(
        "a1", "test", whole, title=Span.of(whole, 0, len(title)) if title else None,
        body=(Span.of(whole, start, len(whole)),),
    )  # fmt: skip
    return read_article(article, analyse(whole), stages=READERS).statements


def told(statement):
    """Content, speaker's name (None where nobody is known), form and act."""
    speaker = statement.speaker.name if statement.speaker else None
    return statement.text, speaker, statement.form, statement.act


@pytest.mark.parametrize(
    ("text", "content", "speaker", "form", "act"),
    [
        ("قال وزير الزراعة إن الموسم كان جيداً.", "الموسم كان جيداً", "وزير الزراعة", "indirect", "say"),
        ('وأكد مدير الميناء أن "السفن ستصل غداً".', "السفن ستصل غداً", "مدير الميناء", "direct", "affirm"),
        ("نفت وزارة النقل وجود تأخير في الرحلات.", "وجود تأخير في الرحلات", "وزارة النقل", "indirect", "deny"),
        ("حذر خبير المياه من جفاف الآبار.", "جفاف الآبار", "خبير المياه", "indirect", "warn"),
        ("دعت النقابة إلى إضراب عام.", "إضراب عام", "النقابة", "indirect", "demand"),
        ("تعهدت البلدية بإصلاح الطريق.", "بإصلاح الطريق", "البلدية", "indirect", "promise"),
        ("ويرى مراقبون أن السوق هادئة.", "السوق هادئة", "مراقبون", "indirect", "believe"),
        ("كشف متحدث باسم الشركة عن خطة جديدة.", "خطة جديدة", "متحدث باسم الشركة", "indirect", "announce"),
        ("أعرب المدرب عن خشيته من الإصابات.", "خشيته من الإصابات", "المدرب", "indirect", "fear"),
        ("وذكر مصدر أمني رفيع أن الطريق مقطوع.", "الطريق مقطوع", "مصدر أمني رفيع", "indirect", "say"),
        ("لكن سكان القرية قالوا إن البئر جفت.", "البئر جفت", "سكان القرية", "indirect", "say"),
        ("وكان رئيس البلدية قد قال إن الجسر آمن.", "الجسر آمن", "رئيس البلدية", "indirect", "say"),
        ("أما رئيس النادي، فقال إن اللاعب سيغادر.", "اللاعب سيغادر", "رئيس النادي", "indirect", "say"),
        ("جاء في بيان للوزارة أن الموازنة أقرت.", "الموازنة أقرت", "الوزارة", "indirect", "say"),
        ("وبحسب وزارة الصحة، أغلق المستشفى أمس.", "أغلق المستشفى أمس", "وزارة الصحة", "indirect", "say"),
        ("أغلق المشفى أمس، وفق مصدر طبي.", "أغلق المشفى أمس", "مصدر طبي", "indirect", "say"),
        ('قال المدير: "لن نغلق المصنع هذا العام".', "لن نغلق المصنع هذا العام", "المدير", "direct", "say"),
        ('"لن نغلق مصنعنا أبداً"، قال المدير.', "لن نغلق مصنعنا أبداً", "المدير", "direct", "say"),
        ('تحدث الوزير عن وجود "مباحثات منذ شهرين".', 'وجود "مباحثات منذ شهرين', "الوزير", "mixed", "say"),
        ("طالبت المعارضة الحكومة بالاستقالة فوراً.", "بالاستقالة فوراً", "المعارضة", "indirect", "demand"),
        ("لدى المزارعين مخاوف من موجة الصقيع.", "موجة الصقيع", "المزارعين", "indirect", "fear"),
        ("تصاعدت مطالب السكان بإعادة فتح السوق.", "بإعادة فتح السوق", "السكان", "indirect", "demand"),
    ],
)  # fmt: skip
def test_one_report(text, content, speaker, form, act):
    (found,) = read(text)
    assert told(found) == (content, speaker, form, act)


def test_participles_split_a_report_and_share_its_speaker():
    first, second, third = read(
        "قال رئيس البلدية إن الطريق فتح أمام السيارات، مضيفاً أن العمل مستمر، ومشيراً إلى قرب نهايته."
    )
    assert [s.text for s in (first, second, third)] == [
        "الطريق فتح أمام السيارات",
        "العمل مستمر",
        "قرب نهايته",
    ]
    for hidden in (second, third):
        assert hidden.speaker.implicit
        assert hidden.speaker.text == "رئيس البلدية"
    assert not first.speaker.implicit


def test_a_hidden_subject_is_the_last_who_agrees():
    statements = read(
        "قالت مديرة المدرسة إن الدروس ستعود.\nوقال رئيس البلدية إن المبنى جاهز.\nوأضافت أن الكتب وصلت."
    )
    assert statements[2].speaker.text == "مديرة المدرسة"


def test_a_definite_description_takes_up_the_earlier_speaker():
    first, second = read(
        "قال وزير المالية سالم حداد إن العجز تراجع.\nوأكد الوزير أن الدين تراجع أيضاً."
    )
    assert second.speaker.name == first.speaker.name


def test_the_subject_of_the_sentence_before_speaks_next():
    statements = read(
        "قال المدرب سالم حداد إن الفريق جاهز.\nورفض اللاعب كريم منصور التعليق على الهزيمة. وقال: "
        '"سأعود أقوى في المباراة القادمة".'
    )
    assert "كريم" in statements[-1].speaker.name


def test_relayed_words_belong_to_their_speaker_and_name_the_medium():
    (found,) = read("ونقلت وكالة الأنباء عن مسؤول محلي قوله إن السد امتلأ.")
    assert found.speaker.text == "مسؤول محلي"
    assert found.via.text == "وكالة الأنباء"
    assert found.cue.text.endswith("قوله")


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('قال الباحث لـ"مرصد الأنهار" إن المياه تراجعت.', 'لـ"مرصد الأنهار'),
        ("وفي بيان، قالت الشركة إن الإنتاج توقف.", "وفي بيان"),
        ("قال الوزير، في تصريح لصحيفة البلد، إن المشروع تأخر.", "لصحيفة البلد"),
        ("قالت الشركة في تغريدة على تويتر إن الموقع عاد.", "في تغريدة على تويتر"),
    ],
)  # fmt: skip
def test_via(text, via):
    (found,) = read(text)
    assert found.via.text == via


@pytest.mark.parametrize(
    "text",
    [
        'زارت الفرقة مسرح "النخيل" ثم حي "الزهور".',
        "وقعت الشركة عقداً مع البلدية وافتتحت مصنعاً.",
        "عدلت المادة وفقاً للقانون الجديد.",
        "ارتفع السعر، ما يؤكد أن الطلب قوي.",
        "يذكر أن المصنع تأسس قبل عامين.",
        "ولم يكشف المدير عن تفاصيل العقد.",
        "جلس المحتجون بين المدرسة وبين السوق.",
        "قرر المدير أن يكشف سر المصنع.",
        "سألته عما إذا كان المدير يعتقد أن المصنع سيغلق.",
    ],
)  # fmt: skip
def test_what_is_no_report(text):
    assert read(text) == ()


def test_a_headline_with_a_colon_takes_its_name_from_the_body():
    statements = read(
        "قال وزير الري سالم حداد إن المياه تكفي العام كله.", title="وزير الري: لا نقص في المياه"
    )
    headline = min(statements, key=lambda s: s.start)
    assert (headline.text, headline.cue) == ("لا نقص في المياه", None)
    assert headline.speaker.name == statements[-1].speaker.name


def test_a_place_before_a_colon_is_a_topic():
    assert read("وقع الحادث أمس.", title="مصر: حريق في سوق قديم") == ()


def test_a_quotation_whose_mark_was_forgotten_ends_before_the_next_report():
    first, second = read(
        'قال وزير النقل إن "القطارات جاهزة للعمل منذ أمس. وأضاف أن "المحطات ستفتح غدا".'
    )
    assert first.text == "القطارات جاهزة للعمل منذ أمس"
    assert second.text == "المحطات ستفتح غدا"


def test_a_doubt_about_the_speaker_lowers_the_score():
    sure, unsure = read("قال رئيس النادي إن الفريق بخير.\nيتوقع أن يعود اللاعب قريباً.")
    assert unsure.speaker is None
    assert unsure.score < sure.score


def test_polarity_and_time():
    (denied,) = read("نفت الوزارة وجود تأخير في الرحلات.")
    (future,) = read("قال المدير إن المصنع سيفتح أبوابه.")
    assert denied.polarity == "negative"
    assert (future.polarity, future.about) == ("positive", "future")


def test_the_day_it_was_said():
    (found,) = read("قال المدير في 3 مايو 2021 إن المصنع أغلق.")
    assert found.said.begin.isoformat() == found.said.end.isoformat() == "2021-05-03"


def test_the_day_before_the_cue_and_shared_by_a_participle():
    said = [
        s.said for s in read("وفي 3 مايو 2021، قال المدير إن المصنع أغلق، مؤكداً أن العمال بخير.")
    ]
    assert [d.begin.isoformat() for d in said] == ["2021-05-03", "2021-05-03"]


def test_nothing_was_said_after_the_article_that_reports_it():
    text = "قال المدير في 3 مايو 2021 إن المصنع أغلق."
    said = {}
    for day in (date(2021, 5, 2), date(2021, 4, 20)):
        article = Article(
            "a1", "test", text, published=Published(day, day, "metadata"), body=(Span.of(text, 0, len(text)),),
        )  # fmt: skip
        (found,) = read_article(article, analyse(text), stages=READERS).statements
        said[day.day] = found.said
    assert said[2] is not None and said[20] is None


def test_basis_names_the_rules():
    (found,) = read("قال المدير إن المصنع أغلق.")
    assert found.basis == "past verb + clause; speaker: after the verb"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("غضب الأهالي بعد أن قال مدير الميناء إن الإضراب بلا سبب.", "الإضراب بلا سبب", "مدير الميناء"),
        ('أكد مدير الميناء إدانة "كل أشكال التخريب في المرفأ".', 'إدانة "كل أشكال التخريب في المرفأ', "مدير الميناء"),
        ("اعتذر مدير الميناء، مؤكدا إدانته للتخريب.", "إدانته للتخريب", "مدير الميناء"),
        ("واعتبر الوزير، وهو رئيس اللجنة، ذلك دليلا على الإهمال.", "ذلك دليلا على الإهمال", "الوزير"),
        ("ولن يتجاوز المبلغ ألف دولار، بحسب المستند.", "ولن يتجاوز المبلغ ألف دولار", "المستند"),
        ("تحدث الوزير مع نظيره عن المياه، حسبما ذكر مدير مكتبه.", "تحدث الوزير مع نظيره عن المياه", "مدير مكتبه"),
        ("وتمت الأعمال - كما يقول مدير الميناء - بالتعاون مع البلدية.",
         "وتمت الأعمال - كما يقول مدير الميناء - بالتعاون مع البلدية", "مدير الميناء"),
        ("قال مدير الميناء - في كلمة بثها الراديو - إن السفن آمنة.", "السفن آمنة", "مدير الميناء"),
        ("التقت الصحيفة المدير الذي قال إن المصنع سيغلق.", "المصنع سيغلق", "المدير"),
        ('ودعت المسودة التي اطلعت عليها اللجنة "كل القرى إلى الكف عن أي عمل يؤخر الحصاد".',
         "كل القرى إلى الكف عن أي عمل يؤخر الحصاد", "المسودة"),
    ],
)  # fmt: skip
def test_what_stands_between_cue_and_content(text, content, speaker):
    found = [s for s in read(text) if s.speaker is not None]
    assert (content, speaker) in [told(s)[:2] for s in found]


def test_quoted_and_unquoted_words_go_on_together():
    (found,) = read(
        'وأضاف المدرب أن اللاعب كان "خجولا جدا" أول الأمر، وكان "يجلس بعيدا عن الجميع".'
    )
    assert found.text.endswith("يجلس بعيدا عن الجميع")


def test_a_document_in_which_it_was_told():
    (found,) = read("وأصدرت وزارة الزراعة بيانا قالت فيه إن الموسم كان جيدا.")
    assert told(found)[:2] == ("الموسم كان جيدا", "وزارة الزراعة")


def test_what_will_happen_is_no_talk():
    assert not read("ستحدث الإضرابات عن قريب في المدينة.")


def test_a_time_does_not_hide_what_was_announced():
    (found,) = read("وأعلن المدير قبل أسبوع إغلاق المصنع.")
    assert told(found)[:2] == ("إغلاق المصنع", "المدير")


def test_a_relative_clause_about_the_one_spoken_to_gives_no_speaker():
    assert not [s for s in read("زار النائبة التي قال لها إن المشروع توقف.") if s.speaker]


@pytest.mark.parametrize("piece", ["قال ( ", "وفق المصدر، ", "قال المدير إن البئر جفت وأضاف أنه "])
def test_work_grows_with_the_text_and_no_faster(piece, monkeypatch):
    """A sentence twice as long asks about words twice as often, not four times."""
    asked = []
    plain = Words.is_

    def counting(words, i, *groups):
        asked.append(i)
        return plain(words, i, *groups)

    monkeypatch.setattr(Words, "is_", counting)
    sizes = []
    for number in (150, 300):
        asked.clear()
        read(piece * number)
        sizes.append(len(asked))
    assert 0 < sizes[1] < 2.5 * sizes[0]


def test_an_attribution_at_the_very_end_of_a_text():
    (found,) = read("أغلق المشفى أمس، وفق المصدر، ")
    assert told(found) == ("أغلق المشفى أمس", "المصدر", "indirect", "say")


@pytest.mark.parametrize(
    ("text", "content", "speaker", "act"),
    [
        ("رفضت النقابة تأجيل الإضراب.", "تأجيل الإضراب", "النقابة", "deny"),
        ("ورفض رئيس البلدية الاقتراح في جلسة مغلقة.", "الاقتراح في جلسة مغلقة", "رئيس البلدية", "deny"),
        ("وتعارض جمعيات الدفاع عن البيئة إقامة السد.", "إقامة السد", "جمعيات الدفاع عن البيئة", "deny"),
        ("أيد وزير الزراعة قرار المجلس.", "قرار المجلس", "وزير الزراعة", "affirm"),
        ("ودانت الحكومة استهداف الصيادين.", "استهداف الصيادين", "الحكومة", "accuse"),
        ("وقال 34 في المئة من الصيادين إن البحر خال.", "البحر خال", "34 في المئة من الصيادين", "say"),
        ("ويرى 60% من المزارعين أن المطر قليل.", "المطر قليل", "60% من المزارعين", "believe"),
        ("وعللت البلدية القرار بضيق الشارع.", "القرار بضيق الشارع", "البلدية", "say"),
        ("نفى أحد العاملين في الميناء، رفض ذكر اسمه، أن تكون السفينة غرقت.", "تكون السفينة غرقت", "أحد العاملين في الميناء", "deny"),
        ("والجمعة أعلن مسؤول وفاة صياد ثان.", "وفاة صياد ثان", "مسؤول", "announce"),
        ("وبحسب آخر حصيلة، فإن السيول هدمت أربعة بيوت.", "السيول هدمت أربعة بيوت", "آخر حصيلة", "say"),
        ("وبينت وزارة الري، مساء الأربعاء، أن السد ممتلئ.", "السد ممتلئ", "وزارة الري", "say"),
        ("وعبرت النقابة عن خيبة أملها بعد الخسارة.", "خيبة أملها بعد الخسارة", "النقابة", "say"),
        ("وأصدرت النقابة بيانات دعت فيها إلى الإضراب.", "الإضراب", "النقابة", "demand"),
        ("وتنفي النقابة السعي إلى التصعيد.", "السعي إلى التصعيد", "النقابة", "deny"),
        ("ووفقا لمصادر محلية فقد أغلق الميناء أبوابه.", "فقد أغلق الميناء أبوابه", "مصادر محلية", "say"),
        ("وكانت النقابة أعلنت قبل ذلك إلغاء الإضراب.", "إلغاء الإضراب", "النقابة", "announce"),
        ("اتخذت البلدية خطوة أولى وطلبت من السكان مغادرة الحي.", "مغادرة الحي", "البلدية", "demand"),
        ("وقالت كل من النقابة والبلدية إن السوق مفتوح.", "السوق مفتوح", "كل من النقابة والبلدية", "say"),
        ("ولكن بعض المحللين يعتقدون أن السوق مفتوح.", "السوق مفتوح", "بعض المحللين", "believe"),
        ("وتتوقع الحكومات الغربية المزيد من الهجمات.", "المزيد من الهجمات", "الحكومات الغربية", "believe"),
        ("تقول المرأة التي عرف عنها الجيران بأنها طبيبة، إنها تتعافى.", "إنها تتعافى", "المرأة", "say"),
        ("نقلت مصادر صحافية عن مصدر أمني قوله إن الطريق مقطوع.", "الطريق مقطوع", "مصدر أمني", "say"),
        ("لكن كثيرا من السكان يقولون إن البئر جفت.", "البئر جفت", "كثيرا من السكان", "say"),
        ("لكن خبراء في الري سرعان ما أكدوا أن السد ممتلئ.", "السد ممتلئ", "خبراء في الري", "affirm"),
        ('وصفت نقابة الصيادين الخطوة التي قامت بها البلدية بـ"الجريمة المزدوجة".', 'الخطوة التي قامت بها البلدية بـ"الجريمة المزدوجة', "نقابة الصيادين", "say"),
        ("ويقال إن القصر بني في ليلة واحدة.", "القصر بني في ليلة واحدة", None, "say"),
        ("ومن المتوقع أن يفتح السوق غدا.", "يفتح السوق غدا", None, "believe"),
    ],
)  # fmt: skip
def test_further_kinds_of_report(text, content, speaker, act):
    (found,) = read(text)
    assert told(found)[:2] == (content, speaker)
    assert found.act == act


@pytest.mark.parametrize(
    "text",
    [
        "ورفض الوزير التعليق على أنباء بأن الجسر سيغلق.",  # silence is no statement
        "رفض المتحدث الإفصاح عن موعد الافتتاح.",
        "رفضت المحكمة إعادة النظر في القضية.",  # a ruling
        "ومما يزيد الإعجاب بالبناء أن عماله متطوعون.",
        "ثم أضاف سالم الراشد الهدف الثاني بتسديدة قوية، في لقاء يستحق أن يوصف بأنه نهائي.",
        "استبعد المدرب لاعب الوسط من القائمة.",
    ],
)
def test_what_looks_like_a_report_and_is_none(text):
    assert read(text) == ()


def test_a_tale_goes_on_with_what_was_said_next():
    first, second = read("قال الوزير إن الجسر مفتوح، قبل أن يعود ليؤكد أنه سيغلق يومين.")
    assert told(first)[:2] == ("الجسر مفتوح", "الوزير")
    assert told(second)[:2] == ("أنه سيغلق يومين", "الوزير")


def test_two_speak_with_a_verb_in_the_dual():
    found = read("وقعت شركة النقل وشركة الكهرباء العقد. وقال الوزير والسفير إن الماء كاف، وحذرا من الإسراف فيه.")
    assert [told(s)[0] for s in found] == ["الماء كاف", "الإسراف فيه"]
    assert {s.speaker.name for s in found} == {"الوزير والسفير"}


def test_a_noun_that_reports_speaks_for_nobody():
    (found,) = read("وأثار الحادث تحذيرات أممية من مجاعة واسعة.")
    assert told(found)[:2] == ("مجاعة واسعة", None)


def test_a_source_at_the_head_keeps_its_report_when_others_speak_inside_it():
    text = "ووفقا لصحيفة الميناء، غادرت السفينة المرفأ صباح السبت من دون حمولة، لكن القبطان قال إن السفينة محملة."
    assert told(read(text)[0])[1] == "صحيفة الميناء"


def test_a_text_that_breaks_off_after_a_report_is_read():
    text = "بلغارية، السبت، إن الحارس المتهم ببيع 17 مخزنا للقمح في"
    document = Document("test.jsonl#1", text, published="2024-03-05")
    assert read_document(document).article.text.endswith("في")


@pytest.mark.parametrize(
    "text",
    [
        "وقالت صحيفة إن الفصيل \"الأول\"، ،رفض تسليم المخزن، وهو",
        "وقال سكان إنه عاد ما بين 100 ألف و200 ألف شخص إلى",
        "رد على سؤال لمراسل حول ما إذا قال",
        "قال",
    ],
)
def test_a_text_may_break_off_anywhere(text):
    assert read_document(Document(source="x", text=text)).article.text == text


def test_behind_the_last_word_stands_a_stop_that_is_in_no_text():
    text = "وقال الوزير"
    words = Words(Article("a1", "test", text), analyse(text), read_document(Document(source="x", text=text)))
    assert len(words) == 2
    assert words.mark(2) and words.mark(-1) and words.name[3] is None
