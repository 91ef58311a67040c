"""Saved pages: the main text, and what the page says of itself, in several templates."""

import json

import pytest

from rawi.article import make_article
from rawi.errors import EmptyError, MalformedError, SourceError
from rawi.sources import Document
from rawi.sources.html import document_from_bytes

PARAGRAPHS = [
    "أعلنت وزيرة النقل في جمهورية سنار، هدى الكرمي، أن خط القطار الجديد سيبدأ العمل مطلع الشهر المقبل.",
    "وأضافت الكرمي في مؤتمر صحفي أن الخط يربط العاصمة بثلاث مدن، وأن كلفته بلغت مئتي مليون دينار.",
    "ومن جانبه، قال رئيس بلدية المرفأ نادر السالمي إن سكان المدينة ينتظرون الخط منذ عشرين عاماً.",
]
TITLE = "سنار تفتتح خط القطار الجديد"
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
MENU = "<nav><ul><li><a href=/>الرئيسية</a></li><li><a href=/a>اقتصاد</a></li></ul></nav>"
FOOT = "<footer>جميع الحقوق محفوظة لبوابة سنار 2031</footer>"


def page(head="", above="", below=""):
    return (
        f"<!DOCTYPE html><html lang=ar dir=rtl><head>{head}</head><body>{MENU}<main><article>"
        f"<h1>{TITLE}</h1>{above}{BODY}{below}</article></main>{FOOT}</body></html>"
    )


def ld(**fields):
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(text, encoding="utf-8"):
    return document_from_bytes(text.encode(encoding), "page.html")


def test_the_text_is_title_and_paragraphs():
    found = read(page(f"<title>{TITLE}</title>"))
    assert found.text.startswith(f"{TITLE}\n\n")
    assert all(p in found.text for p in PARAGRAPHS)
    assert "الرئيسية" not in found.text and "الحقوق" not in found.text
    assert found.text.count(TITLE) == 1


def test_json_ld():
    head = ld(
        headline=TITLE, datePublished="2031-09-07T18:30:00+03:00",
        author=[{"@type": "Person", "name": "سمر الرافدي"}, {"name": "وائل السعيد"}],
        publisher={"@type": "Organization", "name": "بوابة سنار"},
        mainEntityOfPage={"@id": "https://sinar.example/1"},
    )  # fmt: skip
    found = read(page(head))
    assert (found.title, found.outlet) == (TITLE, "بوابة سنار")
    assert found.byline == "سمر الرافدي، وائل السعيد"
    assert found.published.startswith("2031-09-07")
    assert found.url == "https://sinar.example/1"


def test_json_ld_inside_a_graph_and_a_broken_one_before_it():
    graph = {"@graph": [{"@type": "WebSite", "name": "x"},
                        {"@type": ["NewsArticle"], "headline": "عنوان البيانات"}]}  # fmt: skip
    head = '<script type="application/ld+json">{broken</script>' + (
        f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    )
    assert read(page(head)).title == "عنوان البيانات"


def test_open_graph():
    head = (
        f'<meta property="og:title" content="{TITLE} | بوابة سنار">'
        '<meta property="og:site_name" content="بوابة سنار">'
        '<meta property="og:url" content="https://sinar.example/2">'
        '<meta property="article:published_time" content="2031-09-07T01:00:00Z">'
        '<meta name="author" content="سمر الرافدي">'
    )
    found = read(page(head))
    assert (found.title, found.outlet, found.byline) == (TITLE, "بوابة سنار", "سمر الرافدي")
    assert (found.url, found.published) == ("https://sinar.example/2", "2031-09-07T01:00:00Z")


def test_dublin_core_and_canonical():
    head = (
        f'<meta name="DC.title" content="{TITLE}"><meta name="DC.date.issued" content="2031-09-07">'
        '<link rel="canonical" href="https://sinar.example/3">'
    )
    found = read(page(head))
    assert (found.title, found.published) == (TITLE, "2031-09-07")
    assert found.url == "https://sinar.example/3"


def test_title_element_with_the_sites_name_in_front():
    head = f'<title>بوابة سنار - {TITLE}</title><meta name="application-name" content="بوابة سنار">'
    text = page(head).replace(f"<h1>{TITLE}</h1>", "")
    assert read(text).title == TITLE


def test_a_date_only_printed_stands_in_the_text_and_is_read():
    found = read(page(above='<div class="date">الأحد ٧ أيلول/سبتمبر ٢٠٣١</div>'))
    assert found.published is None
    article = make_article(found)
    assert (article.published.begin.isoformat(), article.published.basis) == (
        "2031-09-07",
        "printed",
    )
    assert article.published.evidence[0].text == "٧ أيلول/سبتمبر ٢٠٣١"
    assert all("٢٠٣١" not in s.text for s in article.body)


def test_no_date_is_guessed_from_the_text_of_the_page():
    below = "<p>ووقع الاتفاق الأول في 3 مارس 2024 بعد محادثات دامت عامين بين الشركتين.</p>"
    assert make_article(read(page(below=below))).published is None


def test_other_dates_in_the_head_by_htmldate():
    found = read(page('<meta name="citation_publication_date" content="2021/09/07">'))
    assert make_article(found).published.begin.isoformat() == "2021-09-07"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1256", "cp1256"), ("utf-8", "cp1256"), ("windows-1256", "utf-8"), ("", "utf-16")],
)
def test_what_the_bytes_are_beats_what_the_page_claims(declared, encoding):
    found = read(page(f'<meta charset="{declared}"><title>{TITLE}</title>'), encoding)
    assert all(p in found.text for p in PARAGRAPHS)


def test_an_xml_declaration_is_no_hindrance():
    assert read('<?xml version="1.0" encoding="utf-8"?>' + page()).title == TITLE


def test_the_pages_own_data_stand_in_where_no_text_is_found():
    body = "\n".join(PARAGRAPHS)
    text = (
        f"<html><head>{ld(headline=TITLE, articleBody=body)}</head><body><div id=app></div></body>"
    )
    assert all(p in read(text).text for p in PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "<html></html>", "<!-- -->", "<html><body><script>1</script></body></html>"],
)
def test_pages_without_an_article_are_refused(text):
    with pytest.raises((EmptyError, MalformedError)):
        read(text)


def test_a_page_nested_too_deeply_is_read_or_refused():
    try:
        found = read("<div>" * 50_000 + "".join(PARAGRAPHS) + "</div>" * 50_000)
    except SourceError:
        return
    assert isinstance(found, Document)
