"""The timeline's axis in a real browser: moving, zooming, stepping through, going to the list."""

# ruff: noqa: F811  (fixtures come by import)

import json
from datetime import date, timedelta
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest

from rawi.story.timeline.entries import Head
from rawi.web.chronology import columns, excerpts
from tests.web.test_browser import (  # noqa: F401
    DESK,
    PHONE,
    address,
    chromium,
    pytestmark,
    story,
    until,
    visitor,
)

SHOWN = "!document.querySelector('[data-period]').hidden"
TIP = "document.querySelector('[data-tip]:not([hidden]) .words')?.textContent"


def opened(visitor, lang="ar", path="/timeline", size=DESK, dark=False):
    """A page whose axis is drawn, with the axis in the reader's hands."""
    page = visitor(lang, dark, size)
    page.emulate_media(reduced_motion="reduce")
    with page.expect_response("**/api/timeline/axis*"):
        page.goto(path)
    until(page, "document.querySelector('[data-field] canvas').width > 300")
    page.locator("[data-field]").focus()
    return page


def period(page):
    """The days in sight, as the axis offers them to the list."""
    query = parse_qs(urlsplit(page.locator("[data-period]").get_attribute("href")).query)
    return date.fromisoformat(query["since"][0]), date.fromisoformat(query["until"][0])


def tip(page):
    until(page, TIP)
    return page.evaluate(TIP).rstrip("…")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_arrows_go_forward_in_reading_direction(visitor, story, lang):
    page = opened(visitor, lang)
    entries = story.timeline().items
    forward = "ArrowLeft" if lang == "ar" else "ArrowRight"
    page.keyboard.press("Home")
    assert entries[0].text.startswith(tip(page))
    page.keyboard.press(forward)
    until(page, f"{TIP} !== {json.dumps(entries[0].text)}")
    assert entries[1].text.startswith(tip(page))
    assert tip(page) in page.locator("[data-says]").inner_text()


def test_keys_and_buttons_zoom_and_the_period_goes_to_the_list(visitor):
    page = opened(visitor)
    page.keyboard.press("0")
    until(page, f"!({SHOWN})")
    page.keyboard.press("+")
    until(page, SHOWN)
    wide = period(page)
    page.locator("[data-zoom=in]").click()
    near = period(page)
    assert wide[0] <= near[0] < near[1] <= wide[1]
    assert near[1] - near[0] < wide[1] - wide[0]
    page.locator("[data-zoom=out]").click()
    assert abs((period(page)[0] - wide[0]).days) <= 1
    page.locator("[data-period]").click()
    page.wait_for_url(f"**/timeline?since={wide[0].isoformat()[:4]}*")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_dragging_moves_the_days_with_the_hand(visitor, lang):
    page = opened(visitor, lang)
    for _ in range(3):
        page.keyboard.press("+")
    before = period(page)
    box = page.locator("[data-field]").bounding_box()
    y = box["y"] + 60
    page.mouse.move(box["x"] + 300, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, y, steps=6)
    page.mouse.up()
    later = period(page)[0] > before[0]
    assert later == (lang == "ar")  # to the right: earlier days come in, or in Arabic later ones


def test_a_plain_wheel_scrolls_the_page_until_the_axis_is_in_use(visitor):
    page = opened(visitor)
    page.evaluate("document.activeElement.blur()")
    box = page.locator("[data-field]").bounding_box()
    page.mouse.move(box["x"] + 400, box["y"] + 100)
    page.mouse.wheel(0, 120)
    until(page, "scrollY > 0")
    before = period(page)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    until(page, f"!document.querySelector('[data-period]').href.includes('{before[0]}')")
    after = period(page)
    assert after[1] - after[0] < before[1] - before[0]


def test_enter_goes_to_the_entry_in_the_list(visitor, story):
    page = opened(visitor)
    page.keyboard.press("Home")
    tip(page)
    page.keyboard.press("Enter")
    reached = page.locator(".moment.reached")
    assert reached.get_attribute("id") == story.timeline().items[0].id
    assert page.evaluate("document.activeElement.closest('.moment')?.className") == "moment reached"


def crowd(n):
    """Many invented entries: days, months and years, of every status, over four years."""
    random, items = Random(7), []
    for at in range(n):
        begin = date(2019, 1, 1) + timedelta(days=int(random.betavariate(2, 3) * 1500))
        end = begin + timedelta(days=random.choice([0, 0, 0, 0, 6, 29, 364]))
        items.append((begin, end, at))
    items.sort()
    return [
        Head(
            f"l{at}", at, begin, end,
            random.choice(["happened", "happened", "happened", "planned", "deadline"]),
            f"واقعة رقم {n}", 1 + n % 3, random.random(),
        )
        for at, (begin, end, n) in enumerate(items)
    ]  # fmt: skip


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_an_entry_on_another_page_is_reached_there(visitor, size):
    page = visitor("ar", size=size)
    items = crowd(5000)
    for path, held in (("axis", columns(items)), ("axis/words", {"words": excerpts(items)})):
        page.route(
            f"**/api/timeline/{path}", lambda route, _, held=held: route.fulfill(json=held)
        )
    page.goto("/timeline")
    until(page, "document.querySelector('[data-field] canvas').width > 300")
    page.locator("[data-field]").focus()
    page.keyboard.press("End")
    assert tip(page) == items[-1].text
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/timeline?page=84#{items[-1].id}")


def test_without_a_script_the_list_stands_alone(chromium, address):
    context = chromium.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/timeline")
    assert page.locator(".moment").count() > 0
    assert not page.locator(".chronology").is_visible()
    context.close()


def test_print_has_the_list_and_no_axis(visitor):
    page = opened(visitor)
    page.emulate_media(media="print")
    assert page.locator(".moment").first.is_visible()
    assert not page.locator(".chronology").is_visible()


def test_an_axis_that_cannot_be_fetched_goes_away(visitor, chromium, address):
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.route("**/api/timeline/axis*", lambda route: route.fulfill(status=503, body="busy"))
    page.goto("/timeline")
    until(page, "document.querySelector('[data-chronology]').hidden")
    assert page.locator(".moment").count() > 0
    context.close()
