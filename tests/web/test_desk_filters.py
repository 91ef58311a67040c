"""The desk is narrowed by its address alone, and every number leads to a list of that length."""

import re
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest

import rawi
from rawi.sources.document import Document
from rawi.store.memory import Memory
from rawi.web.filters import Filter
from rawi.web.narrow import against, due


def counts(page):
    """The strip of counts: the address that each opens, and the number."""
    strip = re.search(r'<nav class="counts".*?</nav>', page, re.S)[0]
    found = re.findall(r'<a href="([^"]+)"[^>]*><b>([^<]+)</b>', strip)
    return {unescape(address): int(number.replace(",", "")) for address, number in found}


@pytest.fixture
def choices(story):
    """Addresses of the desk, each narrowed in another way, all of which leave something."""
    whole = story.overview()
    speaker, place = whole.speakers[0].name, whole.places[0].name
    outlet = story.articles(speaker=speaker).items[0].outlet
    return [
        f"/?speaker={quote(speaker)}",
        f"/?place={quote(place)}",
        f"/?outlet={quote(outlet)}",
        f"/?speaker={quote(speaker)}&outlet={quote(outlet)}",
        "/?records=commitment",
        "/?since=2022-01-01&until=2022-12-31",
        f"/?place={quote(place)}&since=2022-01-01",
    ]


def listed(page):
    """How many a list says that it holds."""
    return int(re.search(r"<h1>[^<]*</h1>\s*<p>\s*([\d,]+) ", page)[1].replace(",", ""))


def test_every_count_is_that_of_the_list_it_opens(client, choices):
    client.cookies.set("rawi_lang", "en")
    for address in choices:
        strip = counts(client.get(address).text)
        assert len(strip) == 5
        for opened, number in strip.items():
            assert listed(client.get(opened).text) == number, (address, opened)


def test_every_choice_can_be_taken_off_and_all_at_once(client, choices):
    for address in choices:
        page = client.get(address).text
        chips = re.search(r'<ul class="chips".*?</ul>', page, re.S)[0]
        asked = parse_qs(urlsplit(address).query)
        addresses = [unescape(href) for href in re.findall(r'href="([^"]+)"', chips)]
        left = [parse_qs(urlsplit(a).query) for a in addresses]
        for name in asked:
            assert {k: v for k, v in asked.items() if k != name} in left
        assert "?" in addresses


def test_panels_keep_the_choices_in_force(client, story):
    speaker = story.overview().speakers[0].name
    page = client.get(f"/?speaker={quote(speaker)}").text
    bars = re.findall(r'<ol class="bars".*?</ol>', page, re.S)
    links = [unescape(a) for panel in bars for a in re.findall(r'href="([^"]+)"', panel)]
    assert links and all(parse_qs(urlsplit(a).query)["speaker"] == [speaker] for a in links)
    axis = unescape(re.search(r'data-axis="([^"]*)"', page)[1])
    assert parse_qs(axis.lstrip("?"))["speaker"] == [speaker]
    for row in story.records("statement", speaker=speaker, limit=8).items:
        assert f"#r={row.record.id}" in page


def test_a_kind_shows_the_latest_of_that_kind(client, story):
    page = client.get("/?records=event").text
    latest = story.records("event", limit=8).items
    assert latest and all(f"#r={row.record.id}" in page for row in latest)
    assert 'class="saying"' not in page


def test_the_form_holds_what_is_chosen(client):
    page = client.get("/?place=x&records=figure&since=2022-01-01").text
    assert re.search(r'<input name="place"[^>]* value="x"', page)
    assert '<option value="figure" selected>' in page
    assert 'name="since" value="2022-01-01"' in page


def test_nothing_left_is_said_with_a_way_back(client):
    page = client.get("/?speaker=xyzzy").text
    assert 'class="empty"' in page and '<nav class="counts"' not in page
    assert 'href="/"' in page


def test_a_chosen_identity_is_named_and_not_numbered(client, story):
    person = story.people(type="person", limit=1).items[0]
    page = client.get(f"/statements?entity={person.id}").text
    chips = re.search(r'<ul class="chips".*?</ul>', page, re.S)[0]
    assert person.name in chips and person.id not in chips


@pytest.mark.parametrize(
    ("address", "others"),
    [
        ("/timeline?speaker=x&status=planned", ("speaker=x", "status=planned")),
        ("/conflicts?speaker=x&grade=clear", ("speaker=x", "grade=clear")),
        ("/ledger?text=x&state=due", ("text=x", "state=due")),
        ("/series?text=x&place=y", ("text=x", "place=y")),
    ],
)
def test_taking_one_choice_off_keeps_the_page_s_others(client, address, others):
    page = client.get(address).text
    chips = re.search(r'<ul class="chips".*?</ul>', page, re.S)[0]
    for one in others:
        assert f'href="?{one}"' in chips


def test_outlets_say_how_much_they_took_from_others(client, story):
    client.cookies.set("rawi_lang", "en")
    page = client.get("/").text
    taken = {}
    for flow in story.flows():
        taken[flow.taker] = taken.get(flow.taker, 0) + flow.passages
    assert taken
    for outlet, passages in taken.items():
        (line,) = [part for part in page.split("<li>") if f">{outlet}</bdi></a><span" in part]
        assert f"took {passages} passage" in line


class Desk:
    """What narrowing asks of a visit."""

    def __init__(self, story):
        self.story, self.memory = story, Memory(story.path)


def test_what_is_due_and_what_conflicts_is_of_whom_a_name_means(tmp_path):
    texts = [
        "زار وزير النقل سامي الدليمي الميناء. وتعهد الدليمي ببناء رصيف جديد بحلول نهاية عام 2031.",
        "زار وزير الصحة كريم الدليمي المدينة. وتعهد الدليمي بتسليم مستشفى للأطفال بحلول نهاية عام 2032.",
        "أكد وزير الري سليم التالوري وجود خطة لرفع منسوب بحيرة سلوان.",
        "نفى وزير البيئة رائد الشهابي وجود خطة لرفع منسوب بحيرة سلوان.",
    ]
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(
            Document(
                f"{n}", f"خبر {n}\n\n{text}", outlet=f"صحيفة {n}", published=f"2031-01-0{n + 1}"
            )
            for n, text in enumerate(texts)
        )
        desk = Desk(story)
        assert len(due(desk, Filter(), 9)) == 2
        (harbour,) = due(desk, Filter(speaker="سامي الدليمي"), 9)
        assert "رصيف" in harbour.what and harbour.parties == ("الدليمي",)
        (clinic,) = due(desk, Filter(speaker="كريم الدليمي"), 9)
        assert "مستشفى" in clinic.what
        assert len(due(desk, Filter(speaker="الدليمي"), 9)) == 2  # the name of both
        assert due(desk, Filter(speaker="وزارة الري"), 9) == []
        every = against(desk, Filter(), 9)
        assert every and against(desk, Filter(speaker="سليم التالوري"), 9) == every
        assert against(desk, Filter(speaker="سامي الدليمي"), 9) == []
