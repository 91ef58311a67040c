"""Who is named as the speaker, in invented sentences: those a phrase is about, hidden subjects, objects."""

import pytest

from tests.unit.readers.test_statements import read


def speakers(text):
    return [s.speaker.name if s.speaker else None for s in read(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن الطبيب السابق للرئيس الكيني سامي الراوي أن الملف سرق.",
         "الطبيب السابق للرئيس الكيني سامي الراوي"),
        ("قال محامي المغنية الشعبية ليلى منصور إن موكلته بريئة.", "محامي المغنية الشعبية ليلى منصور"),
        ("قال المتحدث باسم الرئيس سامي الراوي إن القرار اتخذ.", "المتحدث باسم الرئيس سامي الراوي"),
        ("وقال مسؤول في حملة سامي الراوي إن القرار اتخذ.", "مسؤول في حملة سامي الراوي"),
        ("قال نائب الرئيس سامي الراوي إن القرار اتخذ.", "سامي الراوي"),
        ("قال المتحدث باسم وزارة الدفاع سامي الراوي إن القرار اتخذ.", "سامي الراوي"),
    ],
)  # fmt: skip
def test_a_person_in_the_genitive_does_not_speak(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وصل مدير الميناء أمس. وطالبت رئيس الوزراء سامي الراوي بالاستقالة.",
        "التقى رئيس النقابة وفدا. ودعا إيران إلى الانسحاب.",
        "التقى رئيس النقابة وفدا. ودعا منتقدي الحكومة إلى الحوار.",
    ],
)
def test_who_is_addressed_does_not_speak(text):
    names = speakers(text)
    assert len(names) == 1
    assert names[0] in (None, "رئيس النقابة")


def test_the_subject_of_a_relative_clause_goes_on_speaking():
    text = (
        "وكان حسن توعد بعقوبات ضد الشركة، وهو الأمر الذي رد عليه الرئيس سامي الراوي قائلا إن بلاده لن ترضخ."
    )
    first, second = read(text)
    assert first.text == "بعقوبات ضد الشركة"
    assert second.speaker.name == "سامي الراوي"
    assert speakers("ورفض النادي ذلك، وهو ما نفته الوزارة وقالت إنه غير صحيح.")[-1] == "الوزارة"


def test_two_speak_only_where_two_are_named():
    assert speakers("قال مدير المدرسة إن الصف مغلق. وزارها والداها أمس. وقالا إنها بخير.")[1] == "والداها"
    assert speakers("قال مدير المدرسة إن الصف مغلق. وقالا إنها بخير.")[1] is None


def test_many_are_not_one():
    assert speakers("قالت كينيا إن الحدود مغلقة. وأضافوا أن المعبر مفتوح.")[1] is None
    assert speakers("بحث المسؤولون الملف. وطالبت بفتح المعبر فورا.") == [None]


def test_a_noun_without_relative_pronoun_is_described_by_a_report():
    (found,) = read("نشرت الشركة صورة قالت إنها تظهر المصنع.")
    assert (found.text, found.speaker.name) == ("إنها تظهر المصنع", "الشركة")


def test_a_hidden_speaker_of_an_attribution():
    _first, second = read(
        "قالت مديرة المدرسة إن الدروس ستعود.\nوسيفتح المبنى كله في الخريف، على حد قولها."
    )
    assert second.text == "وسيفتح المبنى كله في الخريف"
    assert second.speaker.name == "مديرة المدرسة"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وكان مصدر دبلوماسي طلب عدم نشر اسمه قال إن الفريق عاد إلى بلاده.", "مصدر دبلوماسي"),
        ("ونبه مبعوث المنظمة الخاص إلى سوريا سامي راوي الدول إلى كارثة جديدة.", "سامي راوي"),
        ("ونقلت وسائل الإعلام المحلية أن أعمال البحث تتواصل.", "وسائل الإعلام المحلية"),
        ("وتم الاتفاق، بحسب ما أعلن كبير مفاوضي التكتل.", "كبير مفاوضي التكتل"),
        ("قالت وكالة أنباء الجبل التي تديرها الدولة إن مئة من الجنود وصلوا.", "وكالة أنباء الجبل"),
        ("واعترض محامو سارة على الاتهامات قائلين إنها غير صحيحة.", "محامو سارة"),
    ],
)  # fmt: skip
def test_where_a_speaker_begins_and_ends(text, name):
    assert speakers(text) == [name]


def test_the_subject_of_the_sentence_before_speaks():
    text = "قال رئيس النادي إن الأمر جيد. والاثنين، دخل مسؤول الملف كارلوس كوردو القاعة. وقال إن الملف كامل."
    assert speakers(text) == ["رئيس النادي", "كارلوس كوردو"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شارك الآلاف في مسيرات لمطالبة إدارة المصنع بوقف حملة ظالمة.", []),
        ('وخارج المبنى الكبير، وقف المحتجون طويلا وهتفوا "عار عار عليكم جميعا".', ["المحتجون"]),
        ('وحملوا لافتات كتبوا عليها "أعيدوا لنا الأرض" و"المهاجرون مرحب بهم هنا".', []),
        ("قال رئيس البلدية إن الطريق مغلق. وطالب الجميع بإطاعة الأوامر.", ["رئيس البلدية"] * 2),
        ('من جهته، وجه المجلس المحلي "نداء" للمنظمات، مشيرا إلى اكتظاظ الملاجئ.', ["المجلس المحلي"]),
        ('أكدت الناقلة الوطنية "سهم الجبل" أن الرحلة عادت.', ['الناقلة الوطنية "سهم الجبل']),
        ("قال رئيس البلدية إن الطريق مغلق. و أضاف أن العمل جار.", ["رئيس البلدية"] * 2),
        ("من جانبها أصدرت زوجة المدير بيانا قالت فيه إنها بخير.", ["زوجة المدير"]),
        ("قال رئيس البلدية إن الطريق مغلق.\nوقد اتهم سامي راوي بالسرقة.", ["رئيس البلدية", None]),
    ],
)  # fmt: skip
def test_who_speaks_in_the_tale(text, names):
    assert speakers(text) == names
