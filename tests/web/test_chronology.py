"""What the timeline's axis is given: the same entries as the list, in the same order."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from rawi.web.chronology import EXCERPT, columns, excerpts, words
from rawi.web.i18n import DIGITS, MONTHS, Tongue
from rawi.web.views import timeline


@dataclass(frozen=True)
class Told:
    id: str
    begin: date
    end: date
    at: int = 0
    weight: float = 1.0
    text: str = "وقع ما وقع"
    status: str = "happened"
    outlets: int = 1


def told(n, **changes):
    day = date(2021, 1, 1) + timedelta(days=n)
    return Told(f"l{n}", day, day, n, **changes)


def test_entries_keep_their_order_and_know_their_place():
    held = columns([told(0), told(1), told(2)])
    assert (held["id"], held["at"]) == (["l0", "l1", "l2"], [0, 1, 2])


@pytest.mark.parametrize("top", [None, 9])
def test_of_too_many_the_weightiest_stay_with_their_places_in_the_whole_list(story, top):
    entries = story.timeline(top=top).items
    kept = story.timeline_heads(4, top=top)
    assert kept.total == len(entries) > len(kept.items) == 4
    assert [entries[head.at].id for head in kept.items] == [head.id for head in kept.items]
    assert [entries[head.at].text for head in kept.items] == [head.text for head in kept.items]
    assert [head.at for head in kept.items] == sorted(head.at for head in kept.items)
    heaviest = sorted((entry.weight for entry in entries), reverse=True)[:4]
    assert sorted((head.weight for head in kept.items), reverse=True) == heaviest


@pytest.mark.parametrize("text", ["كلمة " * 200, "ك" * 900])
def test_long_words_are_cut(text):
    (cut,) = excerpts([told(0, text=text)])
    assert len(cut) <= EXCERPT + 1
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])


def test_days_are_counted_so_that_any_year_sorts():
    held = columns([Told("l", date(622, 7, 16), date(622, 12, 31)), told(0)])
    first = date(1970, 1, 1) + timedelta(days=held["begin"][0])
    assert (first, first + timedelta(days=held["days"][0])) == (date(622, 7, 16), date(622, 12, 31))
    assert held["begin"] == sorted(held["begin"])


@pytest.mark.parametrize(
    "query", ["", "status=planned", "top=25", "speaker=xyzzy", "since=2022-01-01"]
)
def test_the_axis_holds_what_the_list_counts(client, query):
    client.cookies.set("rawi_lang", "en")
    axis = client.get(f"/api/timeline/axis?{query}").json()
    told = client.get(f"/api/timeline/axis/words?{query}").json()["words"]
    assert axis["total"] == len(axis["id"]) == len(told)
    listed, page = [], 1
    while ids := _ids(client.get(f"/timeline?{query}&page={page}").text):
        listed, page = listed + ids, page + 1
    assert axis["id"] == listed
    if "status" in query:
        assert set(axis["status"]) <= {"planned"}


def _ids(page):
    return [
        part.partition('"')[0] for part in page.split('<li class="moment" id="')[1:]
    ]  # fmt: skip


def test_the_page_of_the_list_does_not_narrow_the_axis(client):
    assert client.get("/api/timeline/axis?page=2").json() == client.get("/api/timeline/axis").json()


def test_the_whole_axis_stands_on_no_inline_script_or_style(client):
    page = client.get("/timeline").text
    assert "data-chronology" in page
    assert "style=" not in page


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("months", MONTHS)
@pytest.mark.parametrize("digits", DIGITS)
def test_its_words_are_those_of_the_pages(lang, months, digits):
    tongue = Tongue(lang, digits, months)
    held = words(tongue)
    for month in range(1, 13):
        assert held["months"][month - 1] in tongue.day(date(2021, month, 3))
    assert held["status"]["deadline"] == tongue.say("deadline")
    assert held["outlets"]["two"] in ("منبران", "%(n)s outlets")


@pytest.mark.parametrize("query", ["", "status=planned", "top=25"])
def test_the_entries_come_page_by_page_each_with_where_it_is_told(client, story, query, monkeypatch):
    monkeypatch.setattr(timeline, "PER_PAGE", 10)
    found, page = [], 1
    while items := (answer := client.get(f"/api/timeline?{query}&page={page}").json())["items"]:
        assert answer["page"] == page and len(items) <= 10
        found, page = found + items, page + 1
    assert len(found) == answer["total"]
    drawn = client.get(f"/api/timeline/axis?{query}").json()["id"]
    assert [one["id"] for one in found] == drawn
    for one in found[:20]:
        for told in one["evidence"]:
            text = story.reading(told["article"]).article.text
            assert text[told["start"] : told["end"]] == told["text"]
