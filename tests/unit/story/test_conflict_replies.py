"""Denials that stand beside what they deny: which claim is theirs, and whose."""

import pytest

from rawi.sources.document import Document
from rawi.story.conflicts.parties import party
from rawi.story.story import Story


def paper(name, *paragraphs, day="2031-05-06"):
    text = "\n\n".join((f"أخبار {name}", *paragraphs))
    return Document(source=name, text=text, title=f"أخبار {name}", outlet="الضفة", published=day)


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def pairs(story, *paragraphs):
    story.add_documents([paper("a", *paragraphs)])
    return [(c.a, c.b) if c.b.act == "deny" else (c.b, c.a) for c in story.conflicts().items]


@pytest.mark.parametrize(
    ("told", "claimant", "claim", "denier"),
    [
        ("اتهمت بلغاريا اليونان بتحويل مجرى النهر شمال السد. ونفت أثينا ذلك في بيان.",
         "بلغاريا", "بتحويل مجرى النهر", "أثينا"),
        ("وقال مسؤولون من بلغاريا إن السد بني من غير رخصة، لكن أثينا تنفي ذلك.",
         "مسؤولون", "السد بني من غير رخصة", "أثينا"),
        ("وقالت وزيرة المياه هالة النجدي إن الشركة دفنت نفايات قرب الآبار، وهو ما نفته الشركة مراراً.",
         "هالة النجدي", "دفنت نفايات", "الشركة"),
        ("واتهم الوزير سمير التلاوي اليونان بإخفاء تقرير الفحص. ونفت وزارة الخارجية اليونانية هذه الاتهامات.",
         "سمير التلاوي", "إخفاء تقرير الفحص", "وزارة الخارجية اليونانية"),
        ("نفت وزارة النقل الأنباء التي نشرتها صحيفة الميناء عن إغلاق الجسر الغربي.",
         "صحيفة الميناء", "إغلاق الجسر الغربي", "وزارة النقل"),
        ("نفى الوزير ما ذكرته إذاعة الساحل بشأن بيع المطحنة القديمة.",
         "إذاعة الساحل", "بيع المطحنة", "الوزير"),
        ("وتتهم بلغاريا اليونان بالوقوف وراء حريق المخزن. وتنفي أثينا أي ضلوع لها في الأمر.",
         "بلغاريا", "حريق المخزن", "أثينا"),
        # whose word it was stands in the genitive
        ("ونفت أثينا مزاعم بلغاريا بأن النفايات دفنت قرب الآبار.",
         "بلغاريا", "النفايات دفنت قرب الآبار", "أثينا"),
        ("ورفض الرئيس اليوناني نيكوس دراغو الانتقادات البلغارية بالتورط في تهريب القمح.",
         "الانتقادات البلغارية", "التورط في تهريب القمح", "نيكوس دراغو"),
        # the same thing in another word, set against what anybody said
        ("وقال دبلوماسي إن هناك مشاورات بين البلغار واليونانيين حول السد الجديد. لكن مسؤولا في أثينا نفى إجراء "
         "مفاوضات مع البلغار حول السد.", "دبلوماسي", "مشاورات بين البلغار", "أثينا"),
        # the denier is named in what another says, further up
        ("وقال سكان القرية إن شاحنات يونانية ألقت براميل سامة في النهر. وعبر الصيادون عن غضبهم. "
         "وينفي الجيش اليوناني استعمال البراميل السامة.", "سكان القرية", "براميل سامة", "الجيش اليوناني"),
        # the other side answers after the denial
        ("ونفت الشركة دفن النفايات قرب الآبار، لكن خبيرة المياه هالة النجدي قالت إن الشركة دفنت النفايات هناك.",
         "هالة النجدي", "دفنت النفايات", "الشركة"),
        # all wrongdoing
        ("وقالت الموظفة إن المدير زياد الخولي هددها بالطرد. لكن الخولي نفى ارتكاب أي مخالفات.",
         "الموظفة", "هددها بالطرد", "الخولي"),
    ],
)  # fmt: skip
def test_a_denial_answers_the_claim_beside_it(story, told, claimant, claim, denier):
    ((one, other),) = pairs(story, told)
    assert one.speaker is not None and claimant in one.speaker
    assert claim in one.span.text
    assert other.speaker is not None and denier in other.speaker
    assert other.act == "deny"


@pytest.mark.parametrize(
    "told",
    [
        # his own plan is not what is denied
        "أعلنت بلغاريا أنها ستطرد ثلاثة دبلوماسيين. ونفت أثينا هذه الاتهامات.",
        # «نفى» of banishing
        "حكمت المحكمة على الشاعر ثم نفته إلى الجزيرة البعيدة. وقال شهود إن السفينة أبحرت ليلاً.",
        # what is denied is another thing than what was said before it
        "وقال دبلوماسي إن السد الجديد سيفتح في الربيع. لكن مسؤولا في أثينا نفى بيع المطحنة القديمة.",
        # there is no wish among them, which is no number of them
        "وقالت وكالة الضفة إن 1300 لاجئ يعيشون في سلوان. وقال الوزير سمير التلاوي إن هذا نتيجة عدم وجود رغبة لدى "
        "اللاجئين بالعودة إلى سلوان.",
        # of a denial in passing, as a noun
        "وقال المركز إن الجسر سليم. وتمسكت الشركة بتقريرها عن الجسر رغم النفي المتكرر لأثينا.",
        # who prosecutes asks, and claims nothing
        "واتهمت الشركة زياد الخولي بحرق المخزن القديم. ورفض القاضي سمير التلاوي طلب الادعاء حبس الخولي.",
        # suspicions are what is denied, and nobody
        "وقال الباحث سمير التلاوي إن بقاء الحارس حيا ينفي الشبهات عن الشركة.",
        # only on a condition
        "وقالت بلغاريا إنها سترد إذا ثبت أن اليونان مسؤولة عن الحريق. وتنفي أثينا أي ضلوع في الحريق.",
        # he qualifies his own words
        "قال رئيس البلدية سمير التلاوي إن السد آمن. ونفى التلاوي ذلك لاحقاً في مقابلة.",
        # who tells of the denial is no other side
        "قال المحامي سمير التلاوي إن موكله مضطر إلى الكلام. وأضاف \"ينفي الطبيب تماماً جميع الاتهامات\".",
        # nobody claimed anything near
        "وصل الوفد إلى المدينة مساء الأحد. ونفى رئيس الوفد هذه الاتهامات.",
        # nobody denies what he cannot deny
        "وأضاف الوزير سمير التلاوي أن اليونان دفنت براميل سامة قرب الآبار. لا يمكن لليونان أن تنفي ذلك في ظل هذه الأدلة.",
        # of a denial that has been proved wrong
        "وأكد المستشار في ديوان المحافظة سمير التلاوي، الجمعة، أن ما أنكرته اليونان أثبت التحقيق صحته.",
        # a court that throws out a charge was not charged
        "واتهم المكتب المصرف بإخفاء القروض. وكانت محكمة أدنى درجة قد رفضت الاتهامات.",
        # a denial, and its headline
        "وشددت بلغاريا أمام القضاة على ضرورة فتح السد، مفندة مزاعم اليونان التي لا أساس لها.\n\nبلغاريا تفند الادعاءات.",
        # what is not known may yet be so
        "وأكدت زوجته هالة النجدي أن كل الشواهد تدل على أن الحارس ما زال محتجزاً داخل المرفأ. بينما نفى أحد الموظفين في "
        "المرفأ، أن يكون للمرفأ أي علم بموضوع اختفاء الحارس.",
        # condemning is not claiming
        "دانت بلغاريا حريق المخزن في مرفأ سلوان. وتنفي أثينا أي ضلوع لها في الأمر.",
    ],
)
def test_what_is_not_denied_is_not_set_against_a_denial(story, told):
    assert pairs(story, told) == []


@pytest.mark.parametrize(
    ("told", "claimant", "claim", "denier"),
    [
        # what the denier goes on to say is no part of the claim
        ("نفت هيئة الملاحة، الأحد، ما تداولته مواقع محلية حول إغلاق المرفأ، مؤكدة أن الحركة فيه عادية.",
         "مواقع محلية", "حول إغلاق المرفأ", "هيئة الملاحة"),
        # nor is the verb a part of who says it
        ("نفى الرئيس الأنباء التي نشرتها وسائل إعلام قالت إنه أمر بإقالة المحافظ.",
         "وسائل إعلام", "إنه أمر بإقالة المحافظ", "الرئيس"),
        ("وقالت المتحدثة باسم الاتحاد إن الموقوفين أبرياء. وأكد الوزير \"رفض اليونان الكامل لتلك التصريحات\".",
         "المتحدثة باسم الاتحاد", "الموقوفين أبرياء", "اليونان"),
        ("واتهمت بلغاريا الشركة بحرق المخزن، وهو ما ينفيه محامو الشركة نفيا قاطعا.",
         "بلغاريا", "اتهمت بلغاريا الشركة بحرق المخزن", "محامو الشركة"),
        ("واتهمت بلغاريا الشركة بحرق المخزن، وهو ما نفته إدارة الشركة بالإضافة إلى نفي تهم أخرى.",
         "بلغاريا", "اتهمت بلغاريا الشركة بحرق المخزن", "إدارة الشركة"),
        ("واتهمت بلغاريا الشركة بحرق المخزن، وهو الذي نفته الإدارة المحلية قائلة إن \"الحريق عرضي\".",
         "بلغاريا", "اتهمت بلغاريا الشركة بحرق المخزن", "الإدارة المحلية"),
    ],
)  # fmt: skip
def test_the_names_and_the_claim_end_where_they_end(story, told, claimant, claim, denier):
    ((one, other),) = pairs(story, told)
    assert (one.speaker, one.span.text.removeprefix("و"), other.speaker) == (claimant, claim, denier)


def test_without_a_name_it_is_the_articles_own_word(story):
    ((one, other),) = pairs(
        story, "ووجهت أصابع الاتهام إلى شركة السدود في انهيار الجدار، وهو ما نفته الشركة."
    )
    assert one.speaker is None and "أصابع الاتهام" in one.span.text
    assert other.speaker == "الشركة"


def test_what_a_court_refuses_is_not_what_the_accused_denies(story):
    told = "وقال محامي الخولي إن المحكمة رفضت الإفراج عن زياد الخولي المتهم بحرق المخزن، وهو ما ينفيه الخولي."
    assert all(claim.speaker is None for claim, _ in pairs(story, told))


def test_blame_told_by_the_article_is_denied_in_the_same_sentence(story):
    ((one, other),) = pairs(story, "وقد وجهت بلغاريا اللوم إلى اليونان بشأن الحريق، لكن أثينا نفت أي دور لها فيه.")
    assert one.speaker is None and "اللوم" in one.span.text
    assert other.speaker == "أثينا"


def test_the_same_denial_in_two_articles_is_shown_once(story):
    told = "واتهمت بلغاريا اليونان بتحويل مجرى النهر شمال السد. ونفت أثينا ذلك."
    again = "وتتهم صوفيا اليونان بتحويل مجرى النهر شمال السد، وهو ما تنفيه أثينا."
    other = "واتهمت رومانيا اليونان بحجز سفينة القمح في مرفأ سلوان. ونفت أثينا ذلك."
    story.add_documents([paper("a", told), paper("b", again), paper("c", other)])
    found = story.conflicts().items
    assert sorted(c.copies for c in found) == [0, 1]


@pytest.mark.parametrize(
    ("one", "two"),
    [("موسكو", "الحكومة الروسية"), ("البيت الأبيض", "الولايات المتحدة"), ("السعوديون", "الرياض")],
)
def test_a_state_is_one_party_by_any_name(one, two):
    assert party(one) & party(two)


def test_two_states_are_two_parties():
    assert not party("الحكومة اليونانية") & party("بلغاريا")


@pytest.mark.parametrize(
    "told",
    [
        ("قال المتحدث باسم الجيش عماد الراوندي إن المتمردين هاجموا مواقع الجيش في قرية العين.",
         "وقال المتحدث باسم المتمردين سمير التلاوي إن الجيش قصف مواقع للمتمردين في القرية نفسها."),
        ("قال المتحدث باسم المتمردين سمير التلاوي إن القوات الحكومية هاجمت مواقع لهم في قرية العين.",
         "وقال المتحدث باسم الجيش عماد الراوندي إن المتمردين شنوا هجمات على مواقع الحكومة في أربع قرى."),
        ("تبادلت بلغاريا واليونان الاتهامات بشأن السد.",
         "واتهمت بلغاريا اليونان بعرقلة المفاوضات.", "واتهمت اليونان بلغاريا بخرق الاتفاق."),
    ],
)  # fmt: skip
def test_two_sides_that_accuse_each_other(story, told):
    story.add_documents([paper("a", *told)])
    (one,) = story.conflicts().items
    assert "كل طرف يتهم الآخر" in one.why_ar and "each side accuses the other" in one.why_en
    assert one.a.speaker != one.b.speaker


@pytest.mark.parametrize(
    "told",
    [
        # what he himself did
        ("قال المتحدث باسم الجيش عماد الراوندي إن المتمردين هاجموا مواقع الجيش في قرية العين.",
         "وقال المتحدث باسم المتمردين سمير التلاوي إن المتمردين قصفوا مواقع للجيش في القرية نفسها."),
        # a third one is accused
        ("واتهمت بلغاريا اليونان بعرقلة المفاوضات.", "واتهمت اليونان رومانيا بخرق الاتفاق."),
        # nothing hostile
        ("قال المتحدث باسم الجيش عماد الراوندي إن المتمردين زاروا قرية العين.",
         "وقال المتحدث باسم المتمردين سمير التلاوي إن الجيش زار القرية نفسها."),
    ],
)  # fmt: skip
def test_accusations_that_do_not_answer_each_other(story, told):
    story.add_documents([paper("a", *told)])
    assert story.conflicts().items == ()
