"""Which lines of a saved page are the article, and which the page prints around it."""

import pytest

from rawi.article import make_article
from rawi.article.layout import lay_out
from rawi.article.lines import PROSE
from rawi.sources.document import Document

FIRST = "أعلنت وزيرة النقل في جمهورية سنار، هدى الكرمي، أن خط القطار الجديد سيبدأ العمل مطلع الشهر."
SECOND = "وأضافت الكرمي في مؤتمر صحفي أن الخط يربط العاصمة بثلاث مدن، وأن كلفته مئتا مليون دينار."
THIRD = (
    "ومن جانبه، قال رئيس بلدية المرفأ نادر السالمي إن سكان المدينة ينتظرون هذا الخط منذ عشرين عاماً."
)
TITLE = "سنار تفتتح خط القطار الجديد مطلع الشهر"
ARTICLE = [TITLE, "", FIRST, "", SECOND, "", THIRD]


def roles(*lines):
    layout = lay_out("\n".join(lines))
    return {line.text: role for line, role in zip(layout.lines, layout.roles, strict=True)}


def test_title_and_paragraphs():
    found = roles(*ARTICLE)
    assert found[TITLE] == "title"
    assert [found[p] for p in (FIRST, SECOND, THIRD)] == [PROSE] * 3


@pytest.mark.parametrize(
    "line",
    [
        "+ الخط -",
        "شارك المقال",
        "فيسبوك",
        "اجمالي القراءات 1204",
        "أضف تعليق",
        "جميع الحقوق محفوظة © 2031",
        "المساهمون",
        "#قطار #سنار",
        "الرئيسية | أخبار | اقتصاد | رياضة",
        "الرئيسية | سياسة | اقتصاد | ناس | آراء",
        "الرئيسية > أخبار > سنار",
        "----------------",
        "تابع بوابة سنار على تويتر وفيسبوك",
        "اشترك في النشرة البريدية",
        "المصدر : وكالات",
        "Passengers wait at the new station in the port city",
        "اقرأ أيضاً: كيف تأخر القطار عشرين عاماً",
        "محطة القطار الجديدة في العاصمة كما بدت أمس (رويترز)",
        "رئيس البلدية خلال جولة في المحطة (سالم الهادي/الأناضول)",
        "التعليق على الصورة، عمال يضعون اللمسات الأخيرة على المحطة",
        "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
    ],
)
def test_page_lines_are_not_the_article(line):
    for place in (2, 3, len(ARTICLE)):
        lines = [*ARTICLE[:place], line, "", *ARTICLE[place:]]
        found = roles(*lines)
        assert found[line] != PROSE
        assert [found[p] for p in (FIRST, SECOND, THIRD)] == [PROSE] * 3


@pytest.mark.parametrize(
    "line",
    [
        "انتظار طويل",
        "ثلاثة أسئلة بلا جواب",
        "وتابع الوزير حديثه عن المرحلة الثانية، مشيراً إلى أنها ستبدأ بعد عامين على فيسبوك وغيره.",
        "شاهد مئات السكان القطار الأول وهو يدخل المحطة، وصفقوا له طويلاً قبل أن يغادر.",
        "ونقلت ذلك وكالة الأنباء الرسمية (سنا)",
        "بلغت الكلفة في العام الأول (40 مليون دينار)",
    ],
)
def test_lines_of_the_article_stay(line):
    assert roles(TITLE, "", FIRST, "", line, "", SECOND, "", THIRD)[line] == PROSE


def test_a_title_printed_twice_is_read_once():
    layout = lay_out("\n".join([TITLE, "", "7 مايو 2031", "", TITLE, "", FIRST, SECOND, THIRD]))
    assert [r for r in layout.roles if r in ("title", "repeat")] == ["title", "repeat"]


def test_the_sites_own_name_above_the_menu_is_not_the_title():
    found = roles("بوابة سنار", "الرئيسية | محليات | اقتصاد | عالم", "", *ARTICLE)
    assert found[TITLE] == "title"
    assert found["بوابة سنار"] == "site"


def test_comments_below_the_article_are_left_out():
    comment = (
        "تعليق طويل من قارئ لا يعجبه القطار ولا المحطة ولا البلدية، ويقول إن الخط تأخر كثيراً جداً."
    )
    found = roles(*ARTICLE, "", "التعليقات", "قارئ", comment)
    assert found[comment] != PROSE
    assert found[THIRD] == PROSE


def test_a_comment_form_above_the_article_ends_nothing():
    found = roles(TITLE, "أضف تعليق", "", FIRST, "", SECOND, "", THIRD)
    assert [found[p] for p in (FIRST, SECOND, THIRD)] == [PROSE] * 3


def test_headlines_between_paragraphs_are_other_articles():
    one = "ارتفاع أسعار التذاكر في ثلاث مدن ساحلية"
    two = "البرلمان يناقش ميزانية السكك الحديدية الأسبوع المقبل"
    found = roles(TITLE, "", FIRST, one, two, SECOND, THIRD)
    assert found[one] != PROSE and found[two] != PROSE


def test_items_of_a_list_stay():
    items = ["مدينة المرفأ القديمة وضواحيها الشرقية", "مدينة النخيل ومحطتها الجديدة قرب السوق"]
    found = roles(TITLE, "", FIRST, "وتشمل المرحلة المدن التالية:", *items, SECOND, THIRD)
    assert [found[item] for item in items] == [PROSE, PROSE]


def test_hard_wrapped_text_keeps_every_line():
    words = " ".join([FIRST, SECOND, THIRD]).split()
    wrapped = [" ".join(words[i : i + 8]) for i in range(0, len(words), 8)]
    found = roles(TITLE, "", *wrapped)
    assert all(found[line] == PROSE for line in wrapped)


def test_a_text_of_one_line_is_its_own_body():
    article = make_article(Document("x", FIRST))
    assert [s.text for s in article.body] == [FIRST]
    assert article.title is None


def test_windows_line_ends_and_line_separators_part_lines():
    for feed in ("\r\n", "\u2028", "\x85"):
        text = feed.join([TITLE, "أضف تعليق", FIRST, SECOND, THIRD])
        article = make_article(Document("x", text))
        assert article.title.text == TITLE
        assert all("تعليق" not in s.text for s in article.body)


def test_body_is_what_the_gold_leaves(shared):
    """The three real articles: the lines that the annotators left out, and no others."""
    import json

    for number in ("000", "001", "002"):
        text = (shared / "articles" / f"{number}.txt").read_text(encoding="utf-8")
        gold = json.loads((shared / "gold" / f"{number}.json").read_text(encoding="utf-8"))
        layout = lay_out(text)
        ours = [ln.text for ln, r in zip(layout.lines, layout.roles, strict=True)
                if r not in (PROSE, "title")]  # fmt: skip
        theirs = [part.strip() for s in gold["not_body"] for part in s["text"].split("\n")]
        assert ours == theirs
        assert layout.lines[layout.title].text == gold["article"]["title"]["text"]


def test_a_writer_alone_beside_the_pages_buttons_is_no_paragraph():
    page = ["18/01/2031 10:20", TITLE, "نادر السالمي", "2 دقيقة", "اقرأ بصوت", "", *ARTICLE[2:]]
    found = roles(*page)
    assert found["نادر السالمي"] == "byline"
    assert PROSE not in (found["2 دقيقة"], found["اقرأ بصوت"])


def test_the_name_of_the_paper_is_not_the_title():
    found = roles("جريدة المرفأ الجديد", "", *ARTICLE)
    assert found[TITLE] == "title"


def test_headlines_of_the_articles_before_and_after_are_left_out():
    found = roles(*ARTICLE, "", "المقال السابق", "البلدية تحذر من السيول", "المقال التالي", "مقتل ثلاثة في حادث سير")
    assert PROSE not in (found["البلدية تحذر من السيول"], found["مقتل ثلاثة في حادث سير"])


def test_who_writes_from_where_may_end_in_a_colon():
    assert roles(TITLE, "المرفأ - نادر السالمي:", *ARTICLE[2:])["المرفأ - نادر السالمي:"] == "byline"


def test_a_dispatch_closes_with_the_word_for_its_end():
    last = "ودعا الجانبان في ختام المباحثات إلى عقد الدورة المقبلة للجنة المشتركة قريبا.(النهاية)"
    found = roles(*ARTICLE, last, "ن س ع / م ع ع")
    assert found[last] == PROSE
    assert found["ن س ع / م ع ع"] != PROSE
