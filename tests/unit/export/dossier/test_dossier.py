"""Dossiers: every sentence cited, equal bytes for equal input, hostile words only words, right to left."""

import re
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn

import rawi
from rawi.cli import main
from rawi.errors import UsageError
from rawi.export.dossier import FORMATS, Settings, dossier
from rawi.export.dossier.blocks import Citation, Entry, Listing, Run, Table, direction
from rawi.export.dossier.compose import compose
from rawi.export.dossier.gather import clashes, gather, sentence
from rawi.export.dossier.sources import readable
from rawi.lexicon import load
from rawi.sources.document import Document

HOSTILE = '</script><script>alert(1)</script>"\'&amp; #eval("x") $x$ \\u{202e} *قلب*'
FIRST = (
    "قالت وزيرة الموانئ ليلى الصباغ إن الرصيف الجديد سيفتح في 3 نيسان 2031. وكان الموعد قد تأجل.\n"
    'وقال مدير الميناء سامر الحلو لوكالة المرسى للأنباء: "لم يقع أي خلاف بين الشركتين حول الرصيف".\n'
    "وتعهدت الوزارة بإنجاز 40 رصيفاً قبل نهاية عام 2032."
)
SECOND = (
    'وقال مدير الميناء سامر الحلو لوكالة المرسى للأنباء: "لم يقع أي خلاف بين الشركتين حول الرصيف".\n'
    f"وقال عامل إن {HOSTILE} هنا."
)


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents(
            [
                Document("/home/a/port.txt", FIRST, published="2031-03-01", outlet="صحيفة الشراع"),
                Document("x", SECOND, published="2031-03-02", outlet="<b>منبر</b>",
                         url="https://example.org/?a=1&b=\"2\"", title="عنوان\u202e<i>"),
            ]
        )  # fmt: skip
        basket = opened.basket()
        basket.describe(title="ملف <الميناء>", introduction="تمهيد\n\nثانٍ & أخير")
        for row in opened.records(order="oldest", limit=200).items:
            if row.record.kind != "name":
                basket.add(row.record.id)
        for name in opened.records("name", limit=2).items:
            basket.add(name.record.id)
        basket.annotate(basket.items()[0].id, HOSTILE)
        yield opened


def made(story, **settings):
    basket = story.basket()
    return compose(basket, gather(story, basket), Settings(**settings))


def words(block):
    lines = block.lines if isinstance(block, Citation) else (block.lead, block.words)
    return "".join(run.text for line in lines for run in line)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_two_exports_are_equal_bytes(story, tmp_path, form, lang):
    one = dossier(story, story.basket(), form, Settings(lang))
    assert one == dossier(story, story.basket(), form, Settings(lang))
    copy = tmp_path / "elsewhere" / "copy.rawi"
    copy.parent.mkdir()
    story.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(story.path, copy)
    with rawi.Story.open(copy) as other:
        assert one == dossier(other, other.basket(), form, Settings(lang))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_entry_has_its_citation_and_every_reference_leads_to_one(story, lang):
    document = made(story, lang=lang)
    entries = [b for b in document.blocks if isinstance(b, Entry)]
    citations = {b.number: b for b in document.blocks if isinstance(b, Citation)}
    items = story.basket().items()
    assert [e.number for e in entries] == list(range(1, len(items) + 1)) == sorted(citations)
    for entry, item in zip(entries, items, strict=True):
        assert [run.ref for run in entry.words if run.ref] == [entry.number]
        cited = words(citations[entry.number])
        exact = "".join(
            r.text for line in citations[entry.number].lines for r in line if r.role == "mark"
        )
        assert exact == Run(item.row.record.text).text
        assert (item.row.article.outlet in cited) and "2031" in cited
    refs = {
        run.ref
        for block in document.blocks if isinstance(block, Table | Listing)
        for row in (block.rows if isinstance(block, Table) else [block.items])
        for line in row for run in line if run.ref
    }  # fmt: skip
    assert refs == set(citations)


def test_the_chain_names_every_link_and_the_other_reports(story):
    reports = [
        b for b in made(story).blocks if isinstance(b, Citation) and "وكالة المرسى" in words(b)
    ]
    chains = [line for b in reports for line in b.lines if line[0].text.startswith("السند")]
    assert chains
    text = "".join(run.text for run in chains[0])
    assert text.index("سامر الحلو") < text.index("المرسى") < text.index("صحيفة الشراع")
    others = [
        "".join(r.text for r in line)
        for b in reports
        for line in b.lines
        if "ورد أيضاً" in line[0].text
    ]
    assert any("<b>منبر</b> (2 مارس 2031)" in line and "المنابر: 2" in line for line in others)
    assert not any(
        "السند" in words(b) for b in made(story, parts=()).blocks if isinstance(b, Citation)
    )


def test_the_tables(story):
    tables = [b for b in made(story, lang="en").blocks if isinstance(b, Table)]
    assert [len(t.columns) for t in tables] == [5, 4, 6]
    assert all(sum(share for _, share in t.columns) == 100 for t in tables)
    chronology, actors, commitments = tables
    assert len(chronology.rows) == len(story.basket().items())
    assert any("سامر الحلو" in row[0][0].text and "said: " in row[2][0].text for row in actors.rows)
    deadlines = [row[2][0].text for row in commitments.rows]
    assert any("2032" in text for text in deadlines)
    assert not [b for b in made(story, parts=()).blocks if isinstance(b, Table)]


def cells(table):
    return [["".join(run.text for run in line) for line in row] for row in table.rows]


def test_a_commitment_stands_as_it_does_on_the_day_asked_for(story):
    basket = story.basket()

    def states(**settings):
        asked = Settings(lang="en", parts=("commitments",), **settings)
        made = compose(basket, gather(story, basket, asked.as_of), asked)
        return [row[4] for b in made.blocks if isinstance(b, Table) for row in cells(b)]

    assert any("open" in state and "2 March 2031" in state for state in states())
    late = states(as_of=date(2033, 5, 1))
    assert any("passed without word in this story" in s and "1 May 2033" in s for s in late)


DENIED = (
    (
        "الشراع",
        "2031-03-01",
        "قال مدير الميناء سامر الحلو إن الشركة ستغلق الرصيف الشمالي في الصيف.",
    ),
    ("المرسى", "2031-03-03", "نفت وزيرة الموانئ ليلى الصباغ إغلاق الرصيف الشمالي في الصيف."),
)


def test_contradictions_of_what_was_picked_show_both_sides(tmp_path):
    with rawi.Story.open(tmp_path / "c.rawi") as opened:
        opened.add_documents(
            Document(source=name, text=f"الرصيف\n\n{text}", outlet=name, published=day)
            for name, day, text in DENIED
        )
        basket = opened.basket()
        for row in opened.records("statement", limit=10).items:
            basket.add(row.record.id)
        picked = gather(opened, basket)
        found = clashes(opened, picked)
        assert found and clashes(opened, ()) == ()
        for lang in ("ar", "en"):
            made = compose(basket, picked, Settings(lang=lang, parts=()), found)
            (table,) = [b for b in made.blocks if isinstance(b, Table)]
            assert len(table.columns) == 3
            both = " ".join(cells(table)[0])
            assert (
                "سامر الحلو" in both and "ليلى الصباغ" in both and "[1]" in both and "[2]" in both
            )


def test_readers_of_english_see_names_in_latin_letters_with_the_arabic_beside(story):
    tables = [b for b in made(story, lang="en", parts=("actors",)).blocks if isinstance(b, Table)]
    (name,) = [row[0] for row in cells(tables[0]) if "ليلى الصباغ" in row[0]]
    latin = name.split(" · ")[0]
    assert latin.isascii() and latin.replace(" ", "").replace("-", "").isalpha()
    arabic = [b for b in made(story, lang="ar", parts=("actors",)).blocks if isinstance(b, Table)]
    assert not any(latin in row[0] for row in cells(arabic[0]))


def test_order_by_date_puts_days_in_order(story):
    basket = story.basket()
    basket.move(basket.items()[-1].id, 1)
    document = made(story, order="date")
    numbers = [row[-1][0].ref for b in document.blocks if isinstance(b, Table) for row in b.rows][
        : len(basket.items())
    ]
    assert numbers == sorted(numbers)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.targets, self.ids = [], [], set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        held = dict(attrs)
        self.attributes += held
        if (held.get("href") or "").startswith("#"):
            self.targets.add(held["href"][1:])
        if "id" in held:
            self.ids.add(held["id"])


@pytest.mark.parametrize("lang, way", [("ar", "rtl"), ("en", "ltr")])
def test_html_holds_words_only(story, lang, way):
    text = dossier(story, story.basket(), "html", Settings(lang)).decode()
    page = Page()
    page.feed(text)
    assert not {"script", "i", "b", "img", "iframe"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    assert page.targets <= page.ids
    assert f'<html lang="{lang}" dir="{way}">' in text
    assert "&lt;script&gt;" in text and "\u202e" not in text
    assert not re.search(r"(src|url)\s*[=(]", text)
    assert "/home/a" not in text and "port.txt" in text


def test_english_html_sets_evidence_right_to_left(story):
    text = dossier(story, story.basket(), "html", Settings("en")).decode()
    assert '<blockquote dir="rtl">' in text
    assert '<p dir="rtl"><bdi lang="ar">' in text


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_word_files_open_and_run_the_right_way(story, lang):
    package = dossier(story, story.basket(), "docx", Settings(lang))
    with zipfile.ZipFile(BytesIO(package)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    document = docx.Document(BytesIO(package))
    ways = set()
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        right = paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        ways.add(right)
        if lang == "ar" and (direction(text) or "ltr") == "rtl":
            assert right, text
        if lang == "en" and direction(text) == "ltr":
            assert not right, text
    assert True in ways
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        marked = run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        if re.search("[\u0621-\u064a]", text):
            assert marked, text
        if re.search("[A-Za-z]", text):
            assert not marked, text
    links = {e.get(qn("w:anchor")) for e in document.element.body.iter(qn("w:hyperlink"))} - {None}
    names = {e.get(qn("w:name")) for e in document.element.body.iter(qn("w:bookmarkStart"))}
    assert links and links <= names
    tables = document.tables
    assert all(
        (t._tbl.tblPr.find(qn("w:bidiVisual")) is not None) == (lang == "ar") for t in tables
    )


def test_pdf_files_carry_no_clock_and_their_own_fonts(story):
    made = dossier(story, story.basket(), "pdf", Settings())
    assert made.startswith(b"%PDF-") and made.rstrip().endswith(b"%%EOF")
    assert b"1980" in made
    assert b"IBMPlexSansArabic" in made and b"Amiri" in made


def test_an_item_that_left_the_story_stays_visible(story):
    for article in story.articles().items:
        story.remove(article.id)
    text = dossier(story, story.basket(), "html").decode()
    assert "لم يعد هذا السجل في القصة" in text
    for form in FORMATS:
        assert dossier(story, story.basket(), form)


def test_what_cannot_be_made(story):
    with pytest.raises(UsageError):
        dossier(story, story.basket(), "odt")
    with pytest.raises(UsageError):
        dossier(story, story.basket("فارغ"), "html")
    for wrong in (
        {"lang": "fr"},
        {"digits": "x"},
        {"months": "x"},
        {"order": "x"},
        {"parts": ("x",)},
    ):
        with pytest.raises(UsageError):
            Settings(**wrong)


def test_addresses_are_printed_in_letters_and_lead_where_they_led():
    wanted = "https://example.org/خبر-مؤكد/a%2Fb%20c?x=%FF"
    sent = "https://example.org/%D8%AE%D8%A8%D8%B1-%D9%85%D9%88%D9%94%D9%83%D8%AF/a%2Fb%20c?x=%FF"
    assert readable(sent) == wanted.replace("ؤ", "و\u0654")
    assert readable("https://example.org/%E2%80%AEabc") == "https://example.org/%E2%80%AEabc"


def test_a_note_of_both_directions_keeps_its_order_in_word(story):
    item = story.basket().items()[0]
    story.basket().annotate(item.id, "راجعت المصدر (CNN) أمس.")
    for lang, embedded in (("en", True), ("ar", False)):
        made = docx.Document(BytesIO(dossier(story, story.basket(), "docx", Settings(lang))))
        text = next(p.text for p in made.paragraphs if "راجعت" in p.text)
        assert ("\u202bراجعت المصدر (CNN) أمس.\u202c" in text) is embedded


def test_days_of_a_state_are_written_out(story):
    for block in made(story).blocks:
        if isinstance(block, Table):
            text = " ".join(run.text for row in block.rows for cell in row for run in cell)
            assert not re.search("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)


def test_digits_and_months(story):
    text = dossier(story, story.basket(), "html", Settings(digits="arab", months="ar_IQ")).decode()
    assert "٣ نيسان ٢٠٣١" in text and "[١]" in text
    english = dossier(story, story.basket(), "html", Settings("en", digits="arab")).decode()
    assert "3 April 2031" in english


def test_every_word_is_in_both_languages():
    rows = load.table("dossier_words")
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        assert row["ar"] and row["en"], row
        assert re.findall(r"\{\w+\}", row["ar"]) == re.findall(r"\{\w+\}", row["en"]), row
        assert not re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", row["ar"])), row


@pytest.mark.parametrize(
    "text, start, end, wanted",
    [
        ("أول. ثان ثالث. رابع", 8, 13, "ثان ثالث."),
        ("سطر\nوهذا وحده\nوذاك", 9, 12, "وهذا وحده"),
        ("بلا نهاية", 0, 3, "بلا نهاية"),
        ("", 0, 0, ""),
    ],
)
def test_the_sentence_around_some_words(text, start, end, wanted):
    begin, stop = sentence(text, start, end)
    assert text[begin:stop] == wanted


def test_a_sentence_without_end_is_cut_between_words():
    text = "كلمة " * 500
    begin, stop = sentence(text, 1000, 1004)
    assert begin <= 1000 and stop >= 1004 and stop - begin < 700
    assert set(text[begin:stop].split()) == {"كلمة"}


def test_the_command(story, tmp_path):
    record = story.records("statement").items[0].record.id
    run = lambda *args: CliRunner().invoke(main, ["dossier", *map(str, args)])  # noqa: E731
    assert run("add", story.path, record, "--basket", "ب", "--note", "هنا").exit_code == 0
    item = story.basket("ب").items()[0].id
    assert run("describe", story.path, "--basket", "ب", "--title", "عنواني").exit_code == 0
    assert run("note", story.path, item, "هناك", "--basket", "ب").exit_code == 0
    assert run("move", story.path, item, 1, "--basket", "ب").exit_code == 0
    assert "هناك" in run("show", story.path, "--basket", "ب").output
    for form in FORMATS:
        out = tmp_path / f"d.{form}"
        assert run("write", story.path, out, "--basket", "ب", "--lang", "en").exit_code == 0
        assert out.read_bytes() == dossier(
            story, story.basket("ب"), form, replace(Settings(), lang="en")
        )
    assert run("write", story.path, tmp_path / "d.odt").exit_code == 1
    assert run("remove", story.path, item, "--basket", "ب").exit_code == 0
    assert run("remove", story.path, "--all", "--basket", "ب").exit_code == 0
    assert [b.name for b in story.baskets()] == ["dossier"]
