"""The pages in a real browser: what is highlighted, which keys work, whether everyone can use them."""

import os
import shutil
import threading
import time
from contextlib import nullcontext
from pathlib import Path

import pytest
import uvicorn

from rawi.sources.document import Document
from rawi.story.story import Story
from rawi.web.app import create_app
from rawi.web.assets import built
from rawi.web.settings import Settings
from tests.web.conftest import SAMPLE

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1360, "height": 900}
WIDE_LETTERS = (
    "😀 بيان عن الجسر\n\nقال مدير الجسر 😀 رائد الحموي إن «العمل 😀 سيبدأ يوم الأحد»، "
    "وأضاف أن الطريق سيغلق. 😀"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (apt-get install chromium)"),
    pytest.mark.skipif(not built(), reason="the pages are not built (npm ci && npm run build)"),
]


def until(page, expression, seconds=15):
    """Wait until a script expression holds. Not `wait_for_function`: that one evaluates inside the page, which
    the pages' Content-Security-Policy rightly forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(50)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with Story.open(tmp_path_factory.mktemp("browser") / "desk.rawi") as opened:
        opened.add([SAMPLE])
        opened.add_documents([Document(source="wide", text=WIDE_LETTERS, published="2022-02-01")])
        yield opened


@pytest.fixture(scope="module")
def address(story):
    """The address of the story, served."""
    app = create_app(Settings(story=story.path, opener=lambda: nullcontext(story)))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(500):
        if server.started:
            break
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def chromium():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium, address):
    """Opens pages as one kind of reader; any complaint of the browser fails the test."""
    contexts, complaints = [], []

    def visit(lang="ar", dark=False, size=DESK):
        context = chromium.new_context(
            viewport=size, color_scheme="dark" if dark else "light", base_url=address
        )
        context.add_cookies([{"name": "rawi_lang", "value": lang, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


def painted(page, name):
    """The words that a highlight lies on."""
    return page.evaluate(
        "(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()).join('')",
        name,
    )


def some_article(story, kind="statement"):
    return next(a for a in story.articles(limit=100).items if a.counts.get(kind, 0) >= 4)


def pages(story):
    article = some_article(story)
    record = story.records("statement", article=article.id, order="text").items[2].record
    shared = story.reuse(limit=1).items
    compared = [f"/compare/{item.a.article.id}/{item.b.article.id}" for item in shared]
    somebody = story.people(type="person", limit=1).items[0].id
    person, mentions = f"/people/{somebody}", f"/mentions/{somebody}"
    thread = f"/ledger/{story.threads(limit=1).items[0].id}"
    return [
        "/", "/articles", "/statements", "/statements?text=xyzzy", "/commitments", "/ledger", "/series", "/conflicts", "/dossier", "/bring", "/search?q=الوزارة",
        "/help", "/timeline", "/places", "/people", "/ask", "/ask?q=من نفى الخطة؟", person, mentions, thread, "/reuse",
        *compared[:1], f"/article/{article.id}#r={record.id}", 
        f"/record/{record.id}", "/nowhere/at/all",
    ]  # fmt: skip


def faults(page):
    """What axe finds wrong on a page that is worse than minor."""
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then((r) => r.violations.map((v) =>"
        " [v.id, v.impact, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]))"
    )
    return [v for v in found if v[1] in ("serious", "critical", "moderate")]


@pytest.mark.parametrize(
    ("lang", "dark", "size"),
    [("ar", False, DESK), ("ar", True, PHONE), ("en", True, DESK), ("en", False, PHONE)],
)
def test_everyone_can_use_every_page(visitor, story, lang, dark, size, request):
    if not AXE.is_file():
        pytest.skip("axe-core is not here (npm ci in frontend/)")
    page = visitor(lang, dark, size)
    page.on("response", lambda r: None)
    for path in pages(story)[:-1]:
        page.goto(path)
        assert faults(page) == [], path
        wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wider, f"{path} is wider than the screen"


def test_a_statement_opens_its_article_at_its_words(visitor, story):
    page = visitor()
    page.goto("/statements")
    link = page.locator(".saying .words a").nth(3)
    record = link.get_attribute("href").partition("#r=")[2]
    link.click()
    until(page, "CSS.highlights.get('current')?.size > 0")
    assert painted(page, "current") == story.record(record).record.text
    top = page.evaluate("[...CSS.highlights.get('current')][0].getBoundingClientRect().top")
    assert 0 < top < DESK["height"]


def test_highlights_lie_on_the_words_also_after_wide_letters(visitor, story):
    article = next(a for a in story.articles(limit=100).items if a.source == "wide")
    page = visitor()
    for row in story.records(article=article.id, order="text").items:
        page.goto("/")
        page.goto(f"/article/{article.id}#r={row.record.id}")
        until(page, "CSS.highlights.get('current')?.size > 0")
        assert painted(page, "current") == row.record.text


def test_nothing_stands_inside_a_word(visitor, story):
    page = visitor()
    for article in story.articles(limit=100).items:
        page.goto(f"/article/{article.id}")
        until(page, "CSS.highlights.size > 0")
        assert page.locator("[data-start] > *").count() == 0


def test_layers_go_off_and_stay_off(visitor, story):
    page = visitor()
    article = some_article(story)
    page.goto(f"/article/{article.id}")
    assert painted(page, "statement")
    page.locator("[data-layer-switch][value=statement]").uncheck()
    assert painted(page, "statement") == ""
    page.reload()
    assert painted(page, "statement") == ""
    assert painted(page, "time")


def test_evidence_is_walked_judged_and_taken_back_by_key(visitor, story):
    page = visitor()
    article = some_article(story)
    page.goto(f"/article/{article.id}")
    current = page.locator(".mark[aria-current=true]")
    page.keyboard.press("j")
    first = current.get_attribute("data-record")
    page.keyboard.press("j")
    second = current.get_attribute("data-record")
    page.keyboard.press("k")
    assert current.get_attribute("data-record") == first != second
    page.keyboard.press("c")
    page.wait_for_selector(f'[data-record="{first}"] .verdict')
    assert story.record(first).verdict == "confirmed"
    page.wait_for_selector(f'[data-record="{first}"][aria-current=true]')
    page.keyboard.press("u")
    page.wait_for_selector(f'[data-record="{first}"][aria-current=true]:not(:has(.verdict))')
    assert story.record(first).verdict is None
    page.keyboard.press("x")
    page.wait_for_selector(f'[data-record="{first}"]', state="detached")
    assert current.get_attribute("data-record") == second
    page.locator(".rejected summary").click()
    page.locator(".rejected button").click()
    page.wait_for_selector(f'[data-record="{first}"]', state="attached")
    assert story.record(first).verdict is None


def test_a_click_on_words_shows_what_was_read_there(visitor, story):
    page = visitor()
    article = some_article(story)
    page.goto(f"/article/{article.id}")
    until(page, "CSS.highlights.get('statement')?.size > 0")
    x, y = page.evaluate(
        """() => {
          const range = [...CSS.highlights.get('statement')].at(-1);
          range.startContainer.parentElement.scrollIntoView({block: 'center', behavior: 'instant'});
          const box = range.getClientRects()[0];
          return [box.left + box.width / 2, box.top + box.height / 2];
        }"""
    )
    page.mouse.click(x, y)
    assert page.locator(".mark[aria-current=true]").count() == 1


def test_one_click_changes_the_language_and_it_is_remembered(visitor):
    page = visitor()
    page.goto("/statements?act=deny")
    page.get_by_role("button", name="English").click()
    page.wait_for_url("**/statements?act=deny")
    assert page.locator("html").get_attribute("dir") == "ltr"
    page.goto("/articles")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_period_is_drawn_on_the_axis(visitor):
    page = visitor()
    page.goto("/")
    box = page.locator(".axis svg").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.9, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, y, steps=8)
    page.mouse.up()
    page.wait_for_url("**/?since=*until=*")


def test_the_search_key_works_whatever_the_keyboard_layout(visitor):
    page = visitor()
    page.goto("/")
    page.keyboard.press("Slash")
    page.keyboard.type("الوزارة")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator("mark").count() > 0


def picture(page, name):
    """Keeps what the page shows in docs/pictures, where RAWI_PICTURES asks for new pictures."""
    if os.environ.get("RAWI_PICTURES"):
        page.wait_for_timeout(300)
        page.screenshot(path=ROOT / "docs" / "pictures" / f"{name}.png")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_who_denied_the_plan_when_to_whom_and_who_else_reported_it(visitor, lang):
    """The walk of docs/first-hour.md, from the desk to the words themselves."""
    page = visitor(lang, size={"width": 1200, "height": 760})
    page.goto("/")
    picture(page, f"{lang}-1-desk")
    page.locator(".sections a[href='/statements']").click()
    page.locator("select[name=act]").select_option("deny")
    page.locator("input[name=text]").fill("خطة")
    page.locator(".filters button").click()
    page.wait_for_url("**/statements?*act=deny*")
    picture(page, f"{lang}-2-who-denied")
    sayings = page.locator(".saying")
    assert "الأشرعي" in sayings.first.locator(".speaker").inner_text()
    first_told = sayings.filter(has_text="2022").last
    first_told.locator(".isnad .aside a").click()
    page.wait_for_url("**/record/*")
    picture(page, f"{lang}-3-who-else")
    outlets = set(page.locator(".report [data-role=outlet] bdi").all_inner_texts())
    assert {"وكالة الضفتين للأنباء", "قصرون اليوم"} <= outlets
    page.locator(".centre .words a").click()
    until(page, "CSS.highlights.get('current')?.size > 0")
    assert "خطة" in painted(page, "current")
    picture(page, f"{lang}-4-the-words")


@pytest.mark.parametrize("dark", [False, True])
def test_pictures_of_the_other_pages(visitor, story, dark):
    """The views that README shows: each opens and holds something."""
    page = visitor("ar", dark, {"width": 1200, "height": 760})
    shared = story.reuse(kind="copy", limit=1).items[0]
    for name, path, holds in (
        ("timeline", "/timeline", ".moment"),
        ("who-is-who", f"/people/{story.people(type='person', limit=1).items[0].id}", ".saying"),
        ("side-by-side", f"/compare/{shared.a.article.id}/{shared.b.article.id}", ".pane"),
    ):
        page.goto(path)
        assert page.locator(holds).count() > 0
        picture(page, f"{name}{'-dark' if dark else ''}")


def test_pages_stay_small(visitor, story):
    for path in pages(story)[:-1]:
        page = visitor()
        sizes = []
        page.on(
            "response", lambda r, sizes=sizes: sizes.append(r.request.sizes()["responseBodySize"])
        )
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert sum(sizes) < 300_000, path


def test_a_picked_record_goes_into_the_dossier_without_leaving_the_page(visitor, story):
    story.basket().clear()
    page = visitor("ar")
    page.goto("/statements")
    button = page.locator("[data-pick]").nth(1)
    record = button.get_attribute("value")
    button.click()
    until(page, "document.querySelectorAll('[data-pick]')[1].ariaPressed === 'true'")
    assert page.url.endswith("/statements")
    assert story.basket().records() == {record}
    page.goto("/dossier")
    with page.expect_download() as download:
        page.locator("button[name=format][value=html]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert 'dir="rtl"' in text and "[1]" in text
    story.basket().clear()


@pytest.fixture
def picked(story):
    story.basket().clear()
    records = [row.record.id for row in story.records("statement", order="oldest", limit=4).items]
    for record in records:
        story.basket().add(record)
    yield records
    story.basket().clear()


def ordered(story):
    return [item.row.record.id for item in story.basket().items()]


def drag(page, item, to, drop=True):
    """Takes an item by its grip to just beyond the middle of another."""
    grips = page.locator("[data-grip]")
    grips.nth(item).scroll_into_view_if_needed()
    grip = grips.nth(item).bounding_box()
    other = page.locator(".basket > li").nth(to).bounding_box()
    page.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    beyond = 4 if to > item else -4
    page.mouse.move(grip["x"] + 5, other["y"] + other["height"] / 2 + beyond, steps=8)
    if drop:
        page.mouse.up()


def test_a_finger_drags_a_record_of_the_dossier_and_not_the_page(visitor, story, picked):
    page = visitor("ar", False, PHONE)
    page.goto("/dossier")
    page.locator("[data-grip]").nth(1).scroll_into_view_if_needed()
    grip = page.locator("[data-grip]").nth(1).bounding_box()
    other = page.locator(".basket > li").nth(0).bounding_box()
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
    scrolled = page.evaluate("scrollY")
    touch = page.context.new_cdp_session(page)

    def finger(kind, *points):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    finger("touchStart", {"x": x, "y": y})
    for step in range(1, 9):
        to = y + (other["y"] + other["height"] / 2 - 4 - y) * step / 8
        finger("touchMove", {"x": x, "y": to})
        page.wait_for_timeout(30)
    finger("touchEnd")
    until(page, "document.querySelector('[data-order-says]').textContent !== ''")
    assert ordered(story) == [picked[1], picked[0], *picked[2:]]
    assert page.evaluate("scrollY") == scrolled


@pytest.mark.parametrize(("lang", "size"), [("ar", DESK), ("en", PHONE)])
def test_records_of_the_dossier_are_dragged_into_order(visitor, story, picked, lang, size):
    page = visitor(lang, False, size)
    page.goto("/dossier")
    page.locator("textarea[name=note]").nth(1).fill("ملاحظة")
    drag(page, 1, 0)
    until(page, "document.querySelector('[data-order-says]').textContent !== ''")
    first, second, *rest = picked
    assert ordered(story) == [second, first, *rest]
    assert story.basket().items()[0].note == "ملاحظة"
    labels = page.locator(".basket .place").all_text_contents()
    assert labels == sorted(labels)
    drag(page, 0, 1, drop=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    page.reload()
    assert ordered(story) == [second, first, *rest]


def test_what_is_typed_in_the_dossier_is_kept_when_it_is_left(visitor, story, picked):
    page = visitor("ar")
    page.goto("/dossier")
    for n, words in ((0, "أولى"), (1, "ثانية")):
        page.locator("textarea[name=note]").nth(n).fill(words)
    page.locator("input[name=title]").fill("من قال ماذا")
    page.locator("textarea[name=introduction]").focus()
    page.wait_for_timeout(500)
    page.locator(".basket > li").nth(2).locator("button[value=remove]").click()
    until(page, "document.querySelectorAll('.basket > li').length === 3")
    assert [item.note for item in story.basket().items()][:2] == ["أولى", "ثانية"]
    assert story.basket().title == "من قال ماذا"
    story.basket().describe("", "")
    page.locator("details.mend summary").click()
    page.locator("button[name=empty]").click()
    until(page, "!document.querySelector('.basket')")
    assert ordered(story) == []


def test_the_whole_of_two_articles_is_printed(visitor, story):
    item = story.reuse(kind="copy", limit=1).items[0]
    page = visitor("ar")
    page.goto(f"/compare/{item.a.article.id}/{item.b.article.id}")
    page.emulate_media(media="print")
    hidden = "[...document.querySelectorAll('.pane')].filter((p) => p.scrollHeight > p.clientHeight + 1).length"
    assert page.evaluate(hidden) == 0
    page.goto("/articles")
    assert page.locator("rect.bar").first.is_visible() and not page.locator("header.bar").is_visible()


def test_names_too_long_for_a_bar_do_not_widen_the_page(visitor, story):
    page = visitor("en", False, DESK)
    page.goto("/")
    page.evaluate("document.querySelector('.bars a').append(' a name that is far too long'.repeat(20))")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_arrows_of_the_dossier_keep_the_page_and_the_focus(visitor, story, picked):
    page = visitor("en")
    page.goto("/dossier")
    first, second, *rest = picked
    down = page.locator(".basket > li").nth(0).locator("button[value=down]")
    down.focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('[data-order-says]').textContent.includes('2')")
    assert ordered(story) == [second, first, *rest]
    assert page.evaluate("document.activeElement.value") == "down"
    assert page.locator("button[value=up]").nth(0).is_disabled()
    page.locator(".basket > li").nth(1).locator("button[value=up]").press("Enter")
    until(page, "document.querySelector('[data-order-says]').textContent.includes('1')")
    assert ordered(story) == picked
    assert page.evaluate("document.activeElement.value") == "down"  # up leads nowhere from there


def test_without_a_script_the_dossier_is_ordered_by_its_arrows(chromium, address, story, picked):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/dossier")
    assert not page.locator("[data-grip]").nth(0).is_visible()
    page.locator("button[value=down]").nth(0).click()
    assert ordered(story) == [picked[1], picked[0], *picked[2:]]
    context.close()


@pytest.mark.parametrize(
    ("lang", "dark", "size"),
    [("ar", False, DESK), ("ar", True, PHONE), ("en", True, DESK), ("en", False, PHONE)],
)
def test_everyone_can_order_a_dossier(visitor, picked, lang, dark, size):
    if not AXE.is_file():
        pytest.skip("axe-core is not here (npm ci in frontend/)")
    page = visitor(lang, dark, size)
    page.goto("/dossier")
    assert faults(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_desk_is_narrowed_without_a_script(chromium, address, story):
    """By the form and by the lines of the panels; each choice is taken off by its own link."""
    context = chromium.new_context(java_script_enabled=False, base_url=address, viewport=DESK)
    context.add_cookies([{"name": "rawi_lang", "value": "en", "url": address}])
    page = context.new_page()
    page.goto("/")
    page.locator(".filters select[name=records]").select_option("statement")
    page.locator(".filters button").click()
    assert "records=statement" in page.url
    speaker = story.overview().speakers[0].name
    page.locator(".bars a", has_text=speaker).first.click()
    assert "records=statement" in page.url and "speaker=" in page.url
    shown = int(page.locator(".counts [data-kind=statement] b").inner_text())
    assert shown == story.records("statement", speaker=speaker).total
    page.locator(".chip", has_text="Kind").click()
    assert "records" not in page.url and "speaker=" in page.url
    page.locator(".chip", has_text="Actor").click()
    assert page.locator("ul.chips[aria-label=Chosen]").count() == 0
    context.close()


def test_candidates_come_while_typing_and_a_join_is_taken_back(visitor, story):
    """On a person's page: another name is found by some letters, joined by a click, parted by a click."""
    one, other = story.people(type="person", limit=2).items
    page = visitor("en")
    page.goto(f"/people/{one.id}")
    field = page.locator("[data-suggest] input")
    field.press_sequentially(other.name.split()[-1])
    button = page.locator(f'#like button[value="{other.id}"]')
    button.wait_for()
    assert button.locator("bdi").inner_text() == other.name
    button.click()
    page.wait_for_url("**/people/*")
    notice = page.locator("form.notice")
    assert other.name.split()[-1] in notice.inner_text()
    assert len(story.corrections()) == 1
    notice.get_by_role("button").click()
    notice.wait_for(state="detached")
    assert story.corrections() == ()


def drop(page, *paths):
    """Files and folders of this machine, let go over the page as a file manager does it."""
    session = page.context.new_cdp_session(page)
    box = page.locator(".drop").bounding_box()
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 30}
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_dropped_files_and_folders_are_read_and_accounted_for(visitor, story, lang, tmp_path):
    """From the drop to the account, by the page's script: what was read, and what was refused and why."""
    may = tmp_path / "news" / "may"
    may.mkdir(parents=True)
    said = "أعلن مدير الميناء وائل السمّان في يوم {} أن السفينة ستصل قريباً."
    (may / "one.txt").write_text(said.format(lang), "utf-8")
    (tmp_path / "two.txt").write_text("only English words, nothing else", "utf-8")
    page = visitor(lang)
    page.goto("/bring")
    drop(page, tmp_path / "news", tmp_path / "two.txt")
    page.wait_for_url("**/bring/*")
    page.locator(".counts").wait_for()
    assert page.locator(".counts b").all_inner_texts() == ["1", "0", "0", "1"]
    assert "two.txt" in page.locator(".refusals").inner_text()
    page.locator("a[href='/articles?order=added']").click()
    page.locator(".headline").first.click()
    assert "وائل السمّان" in page.locator("[data-text]").inner_text()
    (made,) = [a for a in story.articles(order="added", limit=3).items if "one.txt" in a.source]
    assert made.source == "news/may/one.txt"
    story.remove(made.id)


def test_a_folder_is_chosen_and_its_names_are_kept(visitor, story, tmp_path):
    page = visitor("en")
    folder = tmp_path / "news" / "may"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text("قالت مديرة المتحف هالة الراوي إن القاعة ستفتح غداً.", "utf-8")
    page.goto("/bring")
    page.locator("input[webkitdirectory]").set_input_files(tmp_path / "news")
    page.locator(".counts").wait_for()  # what is chosen goes at once
    (made,) = [a for a in story.articles(order="added", limit=3).items if "one.txt" in a.source]
    assert made.source == "news/may/one.txt"
    story.remove(made.id)
