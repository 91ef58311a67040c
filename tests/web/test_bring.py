"""Articles brought in from the browser: read, accounted for, bounded, and never more than words."""

import gzip
import re
import time
from contextlib import nullcontext
from io import BytesIO

import docx
import pytest
from starlette.testclient import TestClient

from rawi.story.story import Story
from rawi.web.app import create_app
from rawi.web.settings import Settings
from rawi.web.views import bring

TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')
ONE = "قالت وزيرة الموانئ ليلى الصباغ إن الرصيف الجديد سيفتح في الربيع المقبل."
TWO = "أعلن مدير السوق سامر الحلو أن الباعة سيعودون إلى الميدان يوم الأحد."


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


@pytest.fixture
def client(story):
    settings = Settings(story=story.path, opener=lambda: nullcontext(story))
    with TestClient(create_app(settings), base_url="http://127.0.0.1", follow_redirects=False) as c:
        yield c


def send(client, files=(), headers=None, **data):
    token = TOKEN.search(client.get("/bring").text)[1]
    parts = [("files", (name, body)) for name, body in files]
    return client.post(
        "/bring", data={"token": token, **data}, files=parts or None, headers=headers or {}
    )


def account(client, answer):
    """The page that tells what became of a delivery, once nothing more will come of it."""
    assert answer.status_code == 303, answer.text
    for _ in range(400):
        if client.get(answer.headers["location"] + "/state").json()["over"]:
            return client.get(answer.headers["location"]).text
        time.sleep(0.05)
    raise AssertionError("the delivery never ended")


def cells(page):
    return [int(n) for n in re.findall(r'<span class="cell"><b>(\d+)</b>', page)]


def test_files_are_read_under_their_own_names(client, story):
    answer = send(client, [("news/a.txt", ONE.encode()), ("b.txt.gz", gzip.compress(TWO.encode()))])
    assert cells(account(client, answer)) == [2, 0, 0, 0]
    assert {a.source for a in story.articles().items} == {"news/a.txt", "b.txt.gz"}


def test_what_is_refused_is_told_with_its_reason(client, story):
    files = [("a.txt", ONE.encode()), ("empty.txt", b""), ("x.bin", b"\x00\xff" * 50),
             ("<b>.txt", b"only English words here, nothing else at all"), (".DS_Store", b"x"),
             ("~$a.docx", b"x")]  # fmt: skip
    page = account(client, send(client, files))
    assert cells(page) == [1, 0, 0, 3]
    assert (
        "empty.txt" in page
        and "x.bin" in page
        and "&lt;b&gt;.txt" in page
        and "<b>.txt" not in page
    )


def test_a_word_document_is_read(client, story):
    made = docx.Document()
    made.add_heading("البلدية تنقل السوق")
    made.add_paragraph(ONE)
    held = BytesIO()
    made.save(held)
    assert cells(account(client, send(client, [("أرشيف/خبر 3.5.docx", held.getvalue())]))) == [1, 0, 0, 0]
    assert "البلدية تنقل السوق" in {a.title for a in story.articles(limit=1000).items}


def test_reasons_are_told_in_the_readers_language(client):
    files = [("en.txt", b"only English words here, nothing else at all"), ("a.txt", b"%PDF-1.4 x")]
    answer = send(client, files)
    client.cookies.set("rawi_lang", "ar")
    page = account(client, answer)
    assert "0% فقط من حروفه عربية" in page and "ليس نصاً بل ملف PDF" in page
    client.cookies.set("rawi_lang", "en")
    assert "only 0% of its letters are Arabic" in client.get(answer.headers["location"]).text


def test_the_same_text_is_there_already_and_another_under_the_name_is_kept_apart(client, story):
    account(client, send(client, [("index.txt", ONE.encode())]))
    assert cells(account(client, send(client, [("index.txt", ONE.encode())]))) == [0, 1, 0, 0]
    assert cells(account(client, send(client, [("index.txt", TWO.encode())]))) == [1, 0, 0, 0]
    assert {a.source for a in story.articles().items} == {"index.txt", "index.txt (2)"}


def test_a_pasted_text(client, story):
    page = account(
        client,
        send(client, text=ONE, outlet="صحيفة الشراع", url="javascript:x", published="2031-03-01"),
    )
    assert cells(page) == [1, 0, 0, 0]
    (article,) = story.articles().items
    assert (article.outlet, article.url) == ("صحيفة الشراع", None)
    assert article.published.begin.isoformat() == "2031-03-01"


def test_names_lead_nowhere(client, story, tmp_path):
    account(client, send(client, [("../../../etc/passwd\x00.txt", ONE.encode())]))
    (article,) = story.articles().items
    assert ".." not in article.source and article.source.startswith("etc/")


def test_bounds(client, story, monkeypatch):
    assert send(client).status_code == 400
    deep = "/".join("a" * 30) + "/x.txt"
    page = account(client, send(client, [(deep, ONE.encode())]))
    assert cells(page) == [0, 0, 0, 1]
    monkeypatch.setattr(bring, "FILES", 2)
    assert send(client, [(f"{i}.txt", ONE.encode()) for i in range(3)]).status_code == 413
    monkeypatch.setattr(bring, "BYTES", 500)
    assert send(client, [("a.txt", ONE.encode() * 20)]).status_code == 413
    assert story.articles().total == 0


def test_a_bomb_is_refused(client, story):
    bomb = gzip.compress(ONE.encode() * 200_000, 9)
    assert cells(account(client, send(client, [("bomb.txt.gz", bomb)]))) == [0, 0, 0, 1]


def test_only_our_own_pages_may_send(client, story):
    client.get("/bring")
    files = [("files", ("a.txt", ONE.encode()))]
    assert client.post("/bring", files=files, data={"token": "x"}).status_code == 403
    assert (
        client.post("/bring", files=files, headers={"sec-fetch-site": "cross-site"}).status_code
        == 403
    )
    assert client.post("/bring", content=iter([b"x"])).status_code == 403
    assert story.articles().total == 0


def test_the_script_is_told_where_the_account_is(client):
    answer = send(client, [("a.txt", ONE.encode())], {"accept": "application/json"})
    assert answer.json()["address"].startswith("/bring/")
    assert client.get("/bring/none").status_code == 404
    assert client.get("/bring/none/state").status_code == 404
