"""What is new since a reader last looked."""

from datetime import UTC, datetime, timedelta

import pytest

from rawi.web.lastlook import SITTING, looked, stamp

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def test_the_first_look_has_none_before_it():
    before, cookie = looked(None, NOON)
    assert before is None
    assert looked(cookie, NOON + timedelta(minutes=1))[0] is None


def test_reloading_does_not_make_news_old():
    _, cookie = looked(None, NOON)
    later = NOON + SITTING + timedelta(minutes=1)
    before, cookie = looked(cookie, later)
    assert before == NOON
    for minute in range(1, 60, 10):
        before, cookie = looked(cookie, later + timedelta(minutes=minute))
        assert before == NOON


@pytest.mark.parametrize("held", ["", "|", "x|y", "-|2024-13-01T00:00:00Z", "\x00", "a" * 5000])
def test_an_odd_cookie_counts_as_none(held):
    assert looked(held, NOON)[0] is None


def test_the_desk_names_what_came_in(client, story):
    before = story.overview().articles
    client.cookies.set("rawi_looked", f"-|{stamp(NOON - timedelta(days=9000))}")
    client.cookies.set("rawi_lang", "en")
    assert f"{before} articles came in since you last looked" in client.get("/").text
    client.cookies.clear()
    client.cookies.set("rawi_lang", "en")
    client.cookies.set("rawi_looked", f"-|{stamp(datetime.now(UTC))}")
    assert "since you last looked" not in client.get("/").text


def test_the_desk_can_be_narrowed_to_a_period(client):
    page = client.get("/?since=2022-02-01&until=2022-02-28").text
    assert 'href="/statements?since=2022-02-01&amp;until=2022-02-28"' in page


def test_what_an_older_version_read_is_said(client, story):
    client.cookies.set("rawi_lang", "en")
    assert "older version" not in client.get("/").text
    read = story.store.one("SELECT reader FROM articles LIMIT 1")
    with story.store.transaction() as connection:
        connection.execute("UPDATE articles SET reader = 'old' WHERE rowid = 1")
    assert "1 article was read by an older version" in client.get("/").text
    with story.store.transaction() as connection:
        connection.execute("UPDATE articles SET reader = ?", (read,))
