"""Names of entities for readers of English: what is composed, and what is only spelled."""

import pytest

from rawi.story.people.english import called, composed, in_english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("القوات الأمنية اليمنية", "Yemeni Security Forces"),  # the nation first, then the kind
        ("وزارة الدفاع التشادية", "Chadian Defence Ministry"),
        ("المحكمة العليا الكندية", "Canadian Supreme Court"),
        ("اللجنة العليا للانتخابات", "Supreme Committee for Elections"),
        ("وزارة البيئة والمياه والزراعة", "Environment, Water and Agriculture Ministry"),
        ("وكالة الأنباء الكورية الجنوبية", "South Korean News Agency"),
        ("الاتحاد النرويجي لكرة القدم", "Norwegian Football Federation"),
        ("الشرطة الألمانية", "German Police"),  # whose «ال» is partly its own
        ("قوات المقاومة النرويجية المشتركة", "Norwegian Joint Resistance Forces"),
        ("شرطة دمشق", "Damascus Police"),  # after a place that the gazetteer has
        ("قوات \"الجيش الوطني\"", "National Army Forces"),
        ("#القوات_المشتركة", "Joint Forces"),
        ("الأردنيون", "Jordanians"),
        ("البرتغاليين", "the Portuguese"),
    ],
)  # fmt: skip
def test_a_body_of_common_words_is_put_into_english(name, english):
    assert composed(name) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [("مديرية الزرنيخ", "Al-Zarnikh District"), ("محافظة دمشق", "Damascus Governorate"), ("الزرنيخ", "Al-Zarnikh"),
     ("ميناء الفاو", "Al Fāw Port"), ("مطار الزرنيخ", "Al-Zarnikh Airport"), ('مطار "زرنوتش', "Zarnuch Airport")],
)
def test_a_place_is_called_by_its_kind_and_its_name(name, english):
    assert in_english(name, "place") == english


@pytest.mark.parametrize("name", ["", "،", "قوات الزرنيخ", "شركة بزبوز للحلويات", "قصر"])
def test_what_has_an_unknown_word_is_not_composed(name):
    assert composed(name) is None


def test_the_gazetteer_comes_first_and_persons_are_spelled():
    assert in_english("محمد الدليمي", "person") == "Mohammed al-Dulaimi"
    assert in_english("قوات الزرنيخ", "organization").startswith("Qawat")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("مسؤول نرويجي رفيع المستوى", "Senior Norwegian Official"),
        ("الرئيس التشادي السابق", "Former Chadian President"),
        ("المسؤولون الأتراك", "Turkish Officials"),
        ("مصدر مسؤول في وزارة الدفاع التشادية", "Official Source in Chadian Defence Ministry"),
        ("مصادر دبلوماسية", "Diplomatic Sources"),
        ("دمشق", "Damascus"),
        ("خالد الدليمي", "Khaled al-Dulaimi"),
        ("رئيس لجنة الأمن", None),  # «President of …» would be wrong of a committee
        ("أحد سكان الحي القديم", None),
        ("", None),
    ],
)  # fmt: skip
def test_who_speaks_is_called_in_english_where_the_words_are_known(name, english):
    assert called(name) == english


def test_listed_persons_and_towns_in_the_names_of_bodies():
    assert in_english("كيم جونغ إيل", "person") == "Kim Jong Il"
    assert in_english("معهد الشرق الأوسط", "organization") == "Middle East Institute"
