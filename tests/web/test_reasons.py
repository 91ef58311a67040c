"""What went wrong is told in the reader's language: every sentence of an error has its Arabic."""

import ast
import re
import time
from contextlib import nullcontext
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi import errors
from rawi.errors import UsageError, said
from rawi.lexicon import load
from rawi.sources import check, decode
from rawi.sources.feed import items
from rawi.web.app import create_app
from rawi.web.auth import hashed
from rawi.web.i18n import Tongue
from rawi.web.reasons import explained
from rawi.web.settings import Settings
from rawi.web.views import bring
from tests.web.conftest import HERE

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "rawi"
ROOMS = ("sources", "store", "story", "export", "web", "cli")
# What a user can do nothing about is a fault of ours and has a page of its own.
OURS = ("LexiconError", "ModelError", "PipelineError")
FAMILY = {
    name for name in vars(errors) if name.endswith("Error") and name not in OURS
} | {"Refusal"}  # fmt: skip
PLACE = re.compile(r"\{[^{}]*\}")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}")  # three English words in a row
ARABIC = Tongue("ar")


def templates(path):
    """Every sentence that a file gives an error, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id == "said":
            yield node.lineno, node.args[0]
        elif node.func.id in FAMILY:
            given = node.args[1 if node.func.id == "Refusal" else 0 :][:2]
            yield from ((node.lineno, arg) for arg in given)
            yield from (
                (node.lineno, k.value) for k in node.keywords if k.arg in ("reason", "hint")
            )


def test_every_sentence_of_an_error_has_its_arabic():
    known = {row["en"] for row in load.table("refusal_words")}
    missing, unmade = [], []
    for path in (p for room in ROOMS for p in (SOURCE / room).rglob("*.py")):
        for line, arg in templates(path):
            if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
                if not {arg.value, PLACE.sub("{}", arg.value)} & known:
                    missing.append((path.name, line, arg.value))
            elif isinstance(arg, ast.JoinedStr | ast.BinOp):
                unmade.append((path.name, line))
    assert missing == []
    assert unmade == [], "make sentences with places by errors.said"
    assert {hint for _, _, hint in check._SIGNATURES} | {decode._HINT} <= known
    assert {what for _, what, _ in check._SIGNATURES} <= known


def test_the_arabic_keeps_the_places_or_leaves_out_the_last():
    for row in load.table("refusal_words"):
        assert row["ar"].count("{}") <= row["en"].count("{}"), row
        assert re.search("[\u0621-\u064a]", row["ar"]), row


def test_values_stand_in_their_places():
    assert explained(said("more than {:,} bytes", 5000), ARABIC) == "أكثر من 5,000 بايت"
    assert (
        explained(said("more than {:,} bytes", 5000), Tongue("ar", "arab")) == "أكثر من ٥٬٠٠٠ بايت"
    )
    nested = said("line {}: {}", 3, said("this is {}, not text", "an image"))
    assert explained(nested, ARABIC) == "السطر 3: ليس نصاً بل صورة"
    assert explained(said("the same text as {}", "{0}.txt"), ARABIC) == "هو نص {0}.txt نفسه"
    assert explained("nobody translated {0}", ARABIC) == "nobody translated {0}"
    assert explained(nested, Tongue("en")) == "line 3: this is an image, not text"


@pytest.mark.parametrize("data", [b"", b"<html><body>no feed</body></html>"])
def test_a_bad_feed_is_told_in_arabic(data):
    with pytest.raises(errors.SourceError) as refused:
        list(items(data, "https://example.org/feed"))
    for words in (refused.value.reason, refused.value.hint or "ب"):
        assert re.search("[\u0621-\u064a]", explained(words, ARABIC)), words


def failing(client):
    """Addresses and forms that each fail in a common way: the page that says so."""
    token = re.search(r'name="token" value="([^"]+)"', client.get("/bring").text)[1]
    yield client.get("/nowhere")
    yield client.get("/article/none")
    yield client.get("/record/none")
    yield client.get("/people/none")
    yield client.get("/ledger/none")
    yield client.get("/bring/none")
    yield client.get("/dossier/file?format=odt")
    yield client.get("/dossier/file?lang=xx")
    yield client.get("/judge")  # which is only sent to
    yield client.post("/judge", data={"confirm": "x"})  # from elsewhere
    yield client.post("/judge", data={"token": token, "confirm": "none"})
    yield client.post("/judge", data={"token": token, "undo": "99999"})
    yield client.post("/link", data={"token": token, "do": "split", "scope": "entity", "left": "x"})
    yield client.post("/link", data={"token": token, "do": "join", "scope": "entity", "left": "x"})
    yield client.post("/bring", data={"token": token})


def visible(page):
    """What a reader sees of a page, without what articles and files are called."""
    body = re.sub(
        r"<(style|script|template).*?</\1>|<bdi.*?</bdi>|<head>.*?</head>", " ", page, flags=re.S
    )
    return re.sub(r"<[^>]+>", "\n", body)


def test_failures_are_told_in_arabic_alone(client):
    client.cookies.set("rawi_lang", "ar")
    for answer in failing(client):
        assert 400 <= answer.status_code < 500, answer.url
        main = visible(answer.text.partition("<main")[2])
        assert re.search("[\u0621-\u064a]", main) and not ENGLISH.search(main), (answer.url, main)


def test_failures_are_told_in_english_too(client):
    client.cookies.set("rawi_lang", "en")
    for answer in failing(client):
        assert ENGLISH.search(visible(answer.text.partition("<main")[2])), answer.url


def test_an_error_s_line_is_english_for_programs(client):
    client.cookies.set("rawi_lang", "ar")
    assert "called 'songs'" in client.get("/api/records/songs").json()["error"]
    assert str(UsageError(said("no such order: {!r}", "x"))) == "no such order: 'x'"


def test_every_file_that_is_refused_is_refused_in_arabic(client, monkeypatch):
    monkeypatch.setattr(bring, "DEFAULT_LIMIT", 2000)
    text = "أعلن مدير السوق سامر الحلو أن الباعة سيعودون إلى الميدان يوم الأحد."
    files = [
        ("empty.txt", b""), ("spaces.txt", b"  \n "), ("large.txt", (text * 100).encode()),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50), ("other.txt", b"only English words here, nothing else"),
        ("bytes.txt", b"\x00\xff" * 50), ("broken.gz", b"\x1f\x8b\x08\x00broken"), ("list.json", b"[]"),
        ("broken.jsonl", b'{"text": "x\n{"title": 1}\n[1]'), ("columns.csv", "أ,ب\n1,2\n".encode()),
        ("page.html", b"<html><body></body></html>"), ("one.txt", text.encode()), ("two.txt", text.encode()),
        ("movie.xyz", b"words"), ("a/" * 14 + "deep.txt", text.encode()),
    ]  # fmt: skip
    token = re.search(r'name="token" value="([^"]+)"', client.get("/bring").text)[1]
    client.cookies.set("rawi_lang", "ar")
    answer = client.post(
        "/bring", data={"token": token}, files=[("files", (name, body)) for name, body in files]
    )
    address = answer.headers["location"]
    for _ in range(400):
        if client.get(f"{address}/state").json()["over"]:
            break
        time.sleep(0.05)
    refused = re.findall(r"<li><bdi>.*?</li>", client.get(address).text, re.S)
    assert len(refused) >= len(files) - 2
    for one in refused:
        assert re.search("[\u0621-\u064a]", visible(one)) and not ENGLISH.search(visible(one)), one


def test_a_wrong_password_is_told_in_both_languages(story):
    settings = Settings(
        story=story.path, opener=lambda: nullcontext(story), password_hash=hashed("the right one")
    )
    with TestClient(create_app(settings), base_url=HERE) as client:
        token = re.search(r'name="token" value="([^"]+)"', client.get("/login").text)[1]
        for lang, says in (("ar", "ليست هذه كلمة السر."), ("en", "That is not the password.")):
            client.cookies.set("rawi_lang", lang)
            page = client.post("/login", data={"token": token, "password": "wrong"}).text
            assert says in page
            assert lang == "en" or not ENGLISH.search(visible(page.partition("<main")[2]))
