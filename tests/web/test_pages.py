"""Every page, as a reader without scripts gets it."""

import html
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from rawi.records import Span
from rawi.story.people.report import Tenure
from rawi.story.reuse.report import Flow
from rawi.web.evidence import way
from rawi.web.snippets import runs
from rawi.web.views.people import bars
from rawi.web.views.reuse import flow_table
from tests.web.conftest import HARMFUL


def test_every_page_answers_in_both_languages(client, addresses):
    for lang, direction in (("ar", "rtl"), ("en", "ltr")):
        client.cookies.set("rawi_lang", lang)
        for address in addresses:
            page = client.get(address)
            assert page.status_code == 200, address
            assert f'<html lang="{lang}" dir="{direction}"' in page.text


def test_arabic_pages_hold_no_english_words_of_ours(client):
    client.cookies.set("rawi_lang", "ar")
    for address in (
        "/", "/articles", "/statements", "/commitments", "/events", "/figures", "/ledger", "/timeline",
        "/reuse", "/ask", "/help", "/search",
    ):  # fmt: skip
        words = re.sub(r"<(script|style|svg|code|kbd)\b.*?</\1>|<[^>]+>", " ", client.get(address).text)
        # Names of formats, keys and the other language's own name are Latin in Arabic too.
        latin = set(re.findall(r"[A-Za-z]{2,}", html.unescape(words)))
        known = {"English", "Ctrl", "Enter", "Esc", "HTML", "JSON", "Lines", "CSV", "sample"}
        assert latin <= known | set(re.findall(r"[A-Za-z]{2,}", HARMFUL)), address


class Tags(HTMLParser):
    """Gathers what a browser would see of a page: every tag with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.tags = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def test_words_of_an_article_run_nothing(client, addresses):
    for address in addresses:
        page = client.get(address).text
        assert "55433" not in page, address
        for tag, attributes in Tags(page).tags:
            assert tag not in ("img", "iframe", "object", "embed", "style", "base"), address
            assert tag != "b" or not attributes, address
            assert not any(name.startswith("on") or name == "style" for name in attributes), address
            assert tag != "script" or attributes.get("src", "").startswith("/static/"), address
            for name in ("href", "src", "action", "formaction"):
                target = attributes.get(name) or "/"
                assert target.startswith(("/", "#", "?", "http://", "https://")), address


def test_every_answer_carries_the_policy(client):
    for address in ("/", "/nowhere", "/api/articles", "/static/nothing.js", "/article/none"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_an_article_shows_all_its_text_at_its_offsets(client, story):
    for row in story.articles(limit=200).items:
        text = story.reading(row.id).article.text
        page = client.get(f"/article/{row.id}").text
        covered = set()
        for start, end in re.findall(r'data-start="(\d+)" data-end="(\d+)"', page):
            covered |= set(range(int(start), int(end)))
        missing = [i for i, c in enumerate(text) if not c.isspace() and i not in covered]
        assert missing == []


def test_every_record_of_an_article_can_be_pointed_at(client, story):
    for row in story.articles(limit=200).items:
        page = client.get(f"/article/{row.id}").text
        for record in story.reading(row.id).records():
            assert f'id="r={record.id}"' in page


def test_a_statement_leads_to_its_words(client, story):
    row = story.records("statement", limit=1).items[0]
    assert (
        f'href="/article/{row.record.article}#r={row.record.id}"' in client.get("/statements").text
    )


def test_a_record_stands_on_its_page_among_the_words_around_it(client, story):
    for kind in ("figure", "statement", "commitment"):
        record = story.records(kind, limit=1).items[0].record
        text = story.reading(record.article).article.text
        page = client.get(f"/record/{record.id}").text
        around = re.search(r'<p class="around".*?>(.*?)</p>', page, re.S)[1]
        marked = html.unescape(re.search("<mark>(.*?)</mark>", around, re.S)[1])
        assert record.text in marked
        assert html.unescape(re.sub("<.*?>", "", around)) in text


def test_the_margin_names_who_a_record_is_about(client, story):
    said = next(
        row.record for row in story.records("statement").items
        if row.record.speaker and row.record.speaker.name
    )  # fmt: skip
    page = client.get(f"/article/{said.article}").text
    line = page.split(f'id="r={said.id}"')[1].partition("<q ")[0]
    assert html.escape(said.speaker.name) in line


def test_a_filter_stays_in_the_address_and_can_be_taken_off(client, story):
    page = client.get("/statements?act=deny&outlet=nobody").text
    assert 'href="?outlet=nobody"' in page
    assert 'href="?act=deny"' in page


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=x", "page=99999999999", "since=yesterday", "act=sing", "form=x",
     "until=2022-13-40", "order=upside", "text=%00", "speaker=" + "x" * 5000, "text=%22%2A%28"],
)  # fmt: skip
def test_odd_addresses_get_a_page(client, query):
    for path in ("/statements", "/articles", "/commitments", "/search"):
        assert client.get(f"{path}?{query}").status_code == 200
    assert client.get(f"/search?q={query}").status_code == 200


def test_what_is_not_there_is_said_so(client):
    assert client.get("/article/a000000000000").status_code == 404
    assert client.get("/nowhere").status_code == 404
    assert client.get("/api/articles/a000000000000").json()["error"]
    assert client.get("/api/records/songs").status_code == 400


def test_a_page_that_is_not_there_leads_on_to_every_section(client):
    assert 'href="/statements"' in client.get("/nowhere").text
    assert 'href="/ledger"' in client.get("/article/a000000000000").text


def test_a_choice_is_called_as_its_field_is(client):
    page = client.get("/statements?speaker=زعتر").text
    assert '<span class="k">القائل</span>' in page and '<span class="k">الفاعل</span>' not in page
    assert '<span class="k">الفاعل</span>' in client.get("/events?speaker=زعتر").text


def test_records_in_json_are_those_of_the_wire(client, story):
    items = client.get("/api/records/statement").json()["items"]
    wanted = story.record(items[0]["id"]).record
    assert items[0]["text"] == wanted.text
    assert items[0]["start"] == wanted.start


def test_a_mark_never_begins_or_ends_inside_a_word():
    snippet = Span(100, 126, "الانسحاب من المعبر، وغداً")
    found = runs(snippet, [Span(102, 108, "انسحاب"), Span(114, 118, "معبر")])
    assert found == [
        ("الانسحاب", True), (" من ", False), ("المعبر،", True), (" وغداً", False),
    ]  # fmt: skip


def test_matches_outside_the_snippet_are_passed_over():
    assert runs(Span(10, 14, "كلمة"), [Span(0, 3, "x"), Span(12, 40, "y")]) == [("كلمة", False)]


def test_shared_passages_stand_side_by_side(client, story):
    item = story.reuse(kind="copy", limit=1).items[0]
    page = client.get(f"/compare/{item.a.article.id}/{item.b.article.id}").text
    wanted = f"{item.a.span.start}-{item.a.span.end} {item.b.span.start}-{item.b.span.end}"
    assert f'data-pair="{wanted}"' in page


def test_the_table_of_flows_names_who_was_first_by_line():
    flows = (Flow("أ", "ب", 2, 100, 0), Flow("ب", "ج", 1, 10, 1), Flow(None, "أ", 1, 40, 0))
    table = flow_table(flows)
    assert table["outlets"] == ["أ", "ب", "", "ج"]
    line = dict(zip(table["outlets"], table["rows"][0], strict=True))
    assert line["ب"] == (flows[0], 5)
    assert line["ج"] is None


def test_a_speaker_leads_to_who_that_is(client, story):
    rows = story.records("statement", limit=100).items
    row = next(r for r in rows if r.record.speaker and r.record.speaker.entity)
    assert f'href="/people/{row.record.speaker.entity}"' in client.get("/statements").text
    page = client.get(f"/people/{row.record.speaker.entity}")
    assert page.status_code == 200
    assert story.entity(row.record.speaker.entity).row.name in page.text


def test_what_is_only_planned_is_called_so_on_a_page_of_somebody(client, story):
    for place in story.people(type="place", limit=20).items:
        told = story.timeline(entity=place.id, top=12).items
        page = client.get(f"/people/{place.id}").text
        assert page.count(" · مخطط له</span>") == sum(e.status == "planned" for e in told)
        if any(e.status == "planned" for e in told):
            return
    pytest.fail("no place of the sample has a plan")


def test_roles_stand_on_one_line_of_time():
    def role(begin, end, former=False):
        return Tenure("وزير", "وزير", former, begin, end, 1, ("n1",))

    found = bars([role(date(2020, 1, 1), date(2021, 1, 1)), role(date(2021, 12, 31), date(2021, 12, 31)),
                  role(date(2001, 1, 1), date(2002, 1, 1), former=True)])  # fmt: skip
    assert [bar.start for bar in found] == [0, pytest.approx(100 - found[1].width)]
    assert found[0].width == pytest.approx(50, abs=0.5)
    assert found[1].width > 1


def test_a_question_is_answered_by_sentences_at_their_place(client, story, monkeypatch):
    # Without the sentence model, which reads as many sentences as time allows: both askings are alike.
    monkeypatch.setattr("rawi.story.ask.meaning.model", lambda: None)
    answers = story.ask("من نفى الخطة؟")
    page = client.get("/ask", params={"q": "من نفى الخطة؟"}).text
    assert answers
    for answer in answers:
        assert f'href="/article/{answer.article}#t={answer.start}-{answer.end}"' in page


def test_a_question_without_words_gets_no_answer(client):
    assert "#t=" not in client.get("/ask", params={"q": "؟ !"}).text


def test_an_undertaking_stands_with_its_steps_and_deadlines(client, story):
    thread = max(story.threads(limit=100).items, key=lambda one: len(one.steps))
    page = client.get("/ledger").text
    assert len(thread.steps) > 1
    for step in thread.steps:
        assert f"#r={step.row.record.id}" in page
    for deadline in thread.deadlines:
        assert f"/record/{deadline.record}" in page


def test_words_of_an_article_run_from_the_right_whatever_they_begin_with():
    assert way("(CNN) -- قال الوزير") == "rtl"
    assert way("2031 :: report") == "auto"


def test_counts_of_an_article_agree_with_their_number(client, story):
    client.cookies.set("rawi_lang", "en")
    page = html.unescape(client.get("/articles").text)
    tallies = re.findall(r'<li data-kind="(\w+)">([\d,]+) (\w+)</li>', page)
    assert {n == "1" for _kind, n, _word in tallies} == {True, False}
    assert all(word == kind + ("" if n == "1" else "s") for kind, n, word in tallies)
