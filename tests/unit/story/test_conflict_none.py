"""What looks like a contradiction and is none, each kind met in the news."""

import pytest

from rawi.sources.document import Document
from rawi.story.story import Story


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def shown(story, *articles):
    """The contradictions of articles given as (day, text); each of its own outlet, with one title."""
    story.add_documents([
        Document(source=f"s{n}", text=f"تسرب الغاز في مصنع سلوان\n\n{text}", published=day,
                 title="تسرب الغاز في مصنع سلوان", outlet=f"الضفة {n}")
        for n, (day, text) in enumerate(articles)
    ])  # fmt: skip
    return [(c.why_ar, c.a.span.text, c.b.span.text) for c in story.conflicts().items]


DAY, NEXT, WEEK = "2031-05-06", "2031-05-07", "2031-05-14"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # who speaks of a charge does not make it
        ((DAY, "ووصف مصدر رسمي في المدينة اتهام إدارة المصنع باستخدام غاز سام في سلوان بـ\"المسرحيات\"."),
         (NEXT, "ونفت إدارة المصنع استخدام غاز سام في سلوان.")),
        # alleged
        ((DAY, "وقالت النائبة هالة النجدي إن الإغلاق ربما يكون محاولة لإتلاف أدلة على التسرب المزعوم في مصنع سلوان."),
         (NEXT, "وقالت إدارة المصنع إن التقارير عن التسرب في مصنع سلوان مفبركة.")),
        # under a condition, of nothing
        ((DAY, "وقالت إدارة المصنع إنها لن ترد قبل الحصول على عينات من التربة."),
         (WEEK, "وقال مدير المصنع سامي التلاوي إن إدارة المصنع ترد على إضراب مرفوض.")),
        # done since
        ((DAY, "ونفى الجيش أن تكون طائراته قد نفذت ضربات جوية على مصنع الغاز في سلوان."),
         ("2031-05-13", "ونفذ الجيش ضربات جوية على مصنع الغاز في سلوان فجر الاثنين.")),
        # what may be asked for of what is to be destroyed
        ((DAY, "وقال الوزير سامي التلاوي إن المصنع ليس لديه مخزون من المواد السامة."),
         (NEXT, "ويمكن للهيئة أن تدخل المصنع للتأكد من تدمير كل مخزون المصنع من المواد السامة.")),
        # no theatre
        ((DAY, "وقالت صحيفة الضفة: \"خرجت مسرحيات المصنع والغاز إلى العلن\"."),
         (NEXT, "وقال الخبير سامي التلاوي إن هيئة مراقبة الغاز في مصنع سلوان ليست مسرحاً.")),
        # a comment is no suspension
        ((DAY, "وقالت الإدارة إنه جرى التوصل إلى اتفاق لإجلاء عمال مصنع الغاز من سلوان وإنهاء الإضراب."),
         (NEXT, "ولم يعلق اتحاد عمال مصنع الغاز في سلوان بعد على الاتفاق، وفق ما ذكرت وكالة الضفة.")),
        # expelled by one, to be expelled by another
        ((DAY, "وطردت اليونان 23 دبلوماسياً بلغارياً نتيجة ذلك."), (NEXT, "وستطرد قبرص ستين دبلوماسياً بلغارياً نتيجة ذلك.")),
        # another meeting
        (("2031-05-01", "ومن المقرر أن يجتمع مجلس الأمن القومي اليوناني الاثنين لبحث تسرب الغاز."),
         (DAY, "وأعلنت الوزارة أن مجلس الأمن القومي اليوناني سيجتمع الأسبوع المقبل لبحث تسرب الغاز.")),
        # the one's own country, and another
        ((DAY, "وقال خبير الطاقة سامي التلاوي إن اليونان ستنسحب من اتفاق الغاز مع سلوان."),
         (NEXT, "وقال رئيس الوزراء البلغاري نيكوس دراغو إن بلاده لن تنسحب من اتفاق الغاز مع سلوان.")),
        # what another has committed himself to
        ((DAY, "وقال الخبير سامي التلاوي إن بلغاريا لم تلتزم قط باتفاق الغاز مع سلوان."),
         (NEXT, "وأكدت الدول الموقعة التزامها باتفاق الغاز مع سلوان وبلغاريا.")),
        # of one thing to do away with, of another
        ((DAY, "ودعا تقرير إلى إنهاء تعليق الغرامات على المصنع بموجب اتفاق الغاز في سلوان."),
         (NEXT, "وأكدت اليونان وبلغاريا رفضهما لإلغاء اتفاق الغاز الذي وقعته المدن مع المصنع في سلوان.")),
        # the best of all ways, and what has become worse
        ((DAY, "وأكد زعماء المدن أن اتفاق الغاز مع المصنع في سلوان أفضل سبيل لحماية الناس."),
         (DAY, "وقال النائب سامي التلاوي إن المصنع في سلوان يتصرف بشكل أسوأ بعد اتفاق الغاز.")),
        # under a condition, and by others
        ((DAY, "وقالت بلغاريا إنها لن تبقى في اتفاق الغاز في سلوان في حال انسحبت اليونان منه."),
         (NEXT, "وقالت دول أخرى موقعة على اتفاق الغاز في سلوان إنها ستواصل البقاء فيه.")),
        # by a day at the latest, and before it
        ((DAY, "وأمام الوزارة مهلة حتى 20 أيار كي تعلن عن موقفها النهائي من الانسحاب من اتفاق الغاز في سلوان."),
         (DAY, "وقالت رئيسة الوزراء هالة النجدي إن الوزارة ستعلن موقفها بشأن الانسحاب من اتفاق الغاز في سلوان في 12 أيار.")),
        # only who acts is the same
        ((DAY, "ويلتقي الرئيس اليوناني نيكوس دراغو الاثنين نظيره سامي التلاوي في أثينا."),
         (NEXT, "ومن المنتظر أن يعلن الرئيس اليوناني نيكوس دراغو نظام الغاز الجديد السبت.")),
        # what goes on is the leaving
        ((DAY, "وقالت نقابة العمال إن الشركات تستمر في سحب عمالها من مصنع الغاز في سلوان."),
         (DAY, "وقالت وكالة الضفة إنه يجب على الشركات سحب عمالها من مصنع الغاز في سلوان.")),
    ],
)  # fmt: skip
def test_two_articles_that_do_not_contradict_each_other(story, first, second):
    assert shown(story, first, second) == []


@pytest.mark.parametrize(
    "told",
    [
        # who will not give his name denies nothing
        "وقال رئيس النقابة هاني الزين إن لدى العمال معلومات عن الحادث. وقال أحد المتطوعين رافضا كشف اسمه لوكالة الأنباء "
        "المحلية إن الأدلة موجودة.",
        # what a denial led to is nobody's word
        "ونفت الشركة مرارا أن تكون متورطة في الحادث ما أثار سجالا واسعا أدى إلى إقالة المدير.",
        # nobody denied
        "وقالت وثيقة إن الأنابيب كانت قديمة. وحتى اللحظة ليس هناك من تأكيد أو نفي بلغاري لحصول الحادثة.",
    ],
)
def test_one_article_in_which_nothing_is_denied(story, told):
    assert shown(story, (DAY, told)) == []


@pytest.mark.parametrize(
    ("told", "claimant"),
    [
        ("نفى مجددا الوزير سامي التلاوي، في مقابلة، اتهامات بلغاريا لليونان حول استخدام غاز سام.", "عن بلغاريا"),
        ("وكان العمال نفوا فيما سبق تقارير بلغارية عن التوصل إلى اتفاق مشابه.", "في تقارير بلغارية"),
    ],
)
def test_whose_word_is_denied(story, told, claimant):
    ((why, *_),) = shown(story, (DAY, told))
    assert why.endswith(claimant)


def test_the_charges_denied_are_those_made_of_who_denies_them(story):
    (one,) = shown(
        story,
        (DAY, "وقالت وزارة العمل إن إدارة المصنع أهملت صيانة الأنابيب، وقال الخبراء إن الغاز من أخطر المواد. "
              "لكن إدارة المصنع نفت هذه الاتهامات مرارا."),
    )  # fmt: skip
    assert "عن وزارة العمل" in one[0]


def test_an_accusation_is_quoted_with_its_verb_and_who_makes_it(story):
    ((_, claim, _),) = shown(story, (DAY, "واتهمت اليونان بلغاريا بتسريب الغاز، وهو ما تنفيه بلغاريا."))
    assert claim == "واتهمت اليونان بلغاريا بتسريب الغاز"


def test_a_plan_told_of_long_after_it_was_denied_is_a_change(story):
    ((why, *_),) = shown(
        story,
        (DAY, "وقالت الوزيرة هالة النجدي إنه لا وجود لأي اقتراح بشأن فرض غرامات إضافية على مصنع الغاز."),
        ("2031-05-30", "ويناقش الوزراء اقتراحات قدمتها اليونان وبلغاريا من أجل فرض غرامات إضافية على مصنع الغاز."),
    )  # fmt: skip
    assert why.startswith("تغيّر مع الوقت")


def test_the_dwellers_of_a_place_are_no_dual(story):
    ((why, *_),) = shown(
        story, (DAY, "وقال سكان في سلوان إن إدارة المصنع سربت الغاز السام إلى النهر. ونفت إدارة المصنع تسريب الغاز."),
    )  # fmt: skip
    assert "عن سكان في سلوان" in why
