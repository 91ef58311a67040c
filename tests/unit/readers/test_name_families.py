"""Whose a surname alone is, persons and places by other forms of their names, what only looks like a name."""

import pytest

from rawi.arabic.words import token
from rawi.readers.naming.families import feminine
from tests.named import entity, found, read

COUPLE = "نفت هند الجبوري التهمة أمس. ودافع عنها الوزير كمال الجبوري. "


def _whose(text: str) -> str | None:
    """The name of the last person of an article."""
    return [n for n in read(text) if n.type == "person"][-1].name


@pytest.mark.parametrize(
    ("tail", "whose"),
    [
        ("وزار محام زوجة الجبوري.", "كمال الجبوري"),
        ("وشكا جار السيدة الجبوري.", "هند الجبوري"),
        ("وقالت الجبوري إنها متعبة.", "هند الجبوري"),
        ("وقال الجبوري إنه متعب.", "كمال الجبوري"),
    ],
)
def test_the_word_before_a_surname_tells_a_man_or_a_woman(tail, whose):
    assert _whose(COUPLE + tail) == whose


def test_a_wife_does_not_take_the_surname_from_her_husband():
    text = "غادرت ليندا الجبوري وزوجها الوزير كمال الجبوري أمس. وكان في انتظار الجبوري حشد."
    assert _whose(text) == "كمال الجبوري"


@pytest.mark.parametrize(("name", "her"), [("هند", 1), ("ليندا", 1), ("موسي", 0), ("كمال", 0)])
def test_given_names_of_women(name, her):
    assert feminine(name) == bool(her)


def test_two_women_side_by_side_are_two():
    records = read("زارت يوليا المعرض. ورسمت فيكتوريا لوحة. ثم سألت فيكتوريا يوليا عن الألوان.")
    assert {n.text for n in records if n.type == "person"} == {"فيكتوريا", "يوليا"}
    assert entity(records, "فيكتوريا") != entity(records, "يوليا")


def test_a_foreign_middle_name_alone_is_its_bearers():
    records = read("قال الصحفي خوسيه ألبيرتي موران إنه عاد. وشكر ألبيرتي زملاءه.")
    assert entity(records, "خوسيه ألبيرتي موران") == entity(records, "ألبيرتي")


def test_a_place_in_two_spellings_is_one():
    records = read("وصل الوفد إلى سان بطرسبرغ صباحا. وتجول في مدينة سان بطرسبرج مساء.")
    assert entity(records, "سان بطرسبرغ") == entity(records, "سان بطرسبرج")


@pytest.mark.parametrize(
    "text",
    [
        "التقى السفير عددا من المسؤولين الأتراك صباحا.",
        "غادر الجنود الروس القاعدة.",
        "حضر وزراء الإعلام العراقيون الحفل.",
    ],
)
def test_a_people_behind_its_noun_is_an_adjective(text):
    assert not [n for n in read(text) if n.type == "group"]


def test_a_people_by_itself_is_a_group():
    assert ("الأتراك", "group") in found("قال الأتراك إن الجسر لهم.")
    assert ("المصريين", "group") in found("وحثت الوزارة المصريين في الخارج على العودة.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("طورت الشركة نظام تحديد المواقع العالمي الأميركي.", "نظام تحديد المواقع العالمي الأميركي"),
        ("انتقد الخبير النظام الانتخابي الأميركي بشدة.", "النظام الانتخابي الأميركي"),
        ("لعب عامين تحت قيادة المدرب الأوروغوياني ثم اعتزل.", "قيادة المدرب الأوروغوياني"),
        ("تولى الخبير الإدارة الفنية للفريق أمس.", "الإدارة الفنية للفريق"),
        ("عاد الشاعر إلى موطنه ومسقط رأسه.", "مسقط"),
        ("جاب المحتجون العاصمة هاتفين بالحرية.", "هاتفين"),
    ],
)
def test_what_only_looks_like_a_name(text, name):
    assert name not in {n.text for n in read(text)}


def test_two_bodies_joined_by_and_are_two():
    names = found("كلف الرئيس وزارة المالية والبنك المركزي بالجلوس مع التجار.")
    assert {("وزارة المالية", "organization"), ("البنك المركزي", "organization")} <= names
    assert ("النظام السوري", "organization") in found("رفض النظام السوري الهدنة.")


def test_a_place_called_like_a_body_is_the_place_behind_a_word_for_a_site():
    records = read("وصلت السفينة إلى ميناء الفاو. وطلبت منظمة الفاو قمحا.")
    assert [n.type for n in records if n.text.endswith("الفاو")] == ["place", "organization"]


def test_a_place_of_two_words_behind_a_word_for_a_town():
    assert ("عين دريلا", "place") in found("انسحب المقاتلون من منطقة عين دريلا ليلا.")


def test_words_that_look_like_particles_stay_whole():
    assert token("فتحت").proclitics == ()
    assert token("التهم").enclitic == ""
    assert ("واليس", "person") in found("قال الوزير بن واليس إن التحقيق مستمر.")


def test_a_listed_person_in_two_spellings_is_one():
    records = read("قال كيم جونغ أون إن القمة مهمة. وأضاف كيم يونغ أون أن بلاده جاهزة.")
    assert entity(records, "كيم جونغ أون") == entity(records, "كيم يونغ أون")


def test_an_agency_by_its_other_name_behind_its_adjective():
    records = read("نقلت وكالة الأنباء الرسمية (سانا) الخبر صباحا.")
    assert entity(records, "وكالة الأنباء") == entity(records, "سانا")


def test_a_parliament_of_two_houses_is_neither():
    records = read("حضر رئيس مجلس العموم. وخاطب البرلمان البريطاني أمس. ثم صوت البرلمان.")
    assert entity(records, "مجلس العموم") != entity(records, "البرلمان البريطاني")
    assert entity(records, "البرلمان") == entity(records, "البرلمان البريطاني")
