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
