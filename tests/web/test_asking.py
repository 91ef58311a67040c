"""The page of a question: its head is there before the answers are."""

import zlib
from types import SimpleNamespace

import pytest
from starlette.requests import Request

from rawi.errors import StoryError
from rawi.story.people.english import called
from rawi.web.streaming import PAUSE, streamed
from rawi.web.views import ask as view

QUESTION = "من نفى الخطة؟"


def request_of(client, **headers):
    return Request(
        {
            "type": "http", "method": "GET", "path": "/ask", "query_string": b"", "app": client.app,
            "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
        }
    )  # fmt: skip


async def sent(response):
    return [part async for part in response.body_iterator]


def test_the_head_goes_out_before_anything_is_asked(client, story, monkeypatch):
    asked = []
    real = type(story).ask
    monkeypatch.setattr(
        type(story), "ask", lambda *a, **k: asked.append(a) or real(*a, **k), raising=True
    )
    pieces = view._pieces(request_of(client), QUESTION)
    head = ""
    for piece in pieces:
        if piece == PAUSE:
            break
        head += piece
    assert QUESTION in head and not asked
    rest = "".join(pieces)
    assert len(asked) == 1 and "#t=" in rest and rest.rstrip().endswith("</html>")


def test_an_answer_names_its_article(client, story):
    first = story.ask(QUESTION, limit=1)[0]
    page = client.get("/ask", params={"q": QUESTION}).text
    assert first.row.title and f"{first.row.title}</bdi>" in page


def test_the_page_says_why_asking_failed(client, story, monkeypatch):
    def fail(*_, **__):
        raise StoryError("the disk is full", source="s.rawi", hint="make room")

    monkeypatch.setattr(type(story), "ask", fail)
    answer = client.get("/ask", params={"q": QUESTION}, headers={"cookie": "rawi_lang=en"})
    assert answer.status_code == 200 and "the disk is full" in answer.text


def test_parts_end_where_the_template_pauses():
    import anyio

    request = Request({"type": "http", "headers": []})
    parts = anyio.run(sent, streamed(request, ["a", "b", PAUSE, "c", "د"]))
    assert parts == [b"ab", "cد".encode()]


@pytest.mark.parametrize("accepts", ["gzip", "br, gzip"])
def test_every_compressed_part_can_be_read_when_it_comes(accepts):
    import anyio

    request = Request({"type": "http", "headers": [(b"accept-encoding", accepts.encode())]})
    response = streamed(request, ["head", PAUSE, "tail"])
    assert response.headers["content-encoding"] == "gzip"
    parts = anyio.run(sent, response)
    reader = zlib.decompressobj(31)
    assert reader.decompress(parts[0]) == b"head"
    assert b"".join(map(reader.decompress, parts[1:])) == b"tail"


def test_questions_are_offered_in_the_readers_language(client, story):
    speaker = story.overview().speakers[0].name
    assert f"ماذا قال {speaker}؟" in client.get("/ask").text
    english = client.get("/ask", headers={"cookie": "rawi_lang=en"}).text
    assert f"What did {called(speaker)} say?" in english and "ماذا قال" not in english


@pytest.mark.parametrize(
    ("cues", "her"),
    [(("قالت", "وأكدت", "قال"), True), (("قال", "لفت"), False), (("تابع", "تحدث", "توقع"), False), (("تتهم",), True)],
)
def test_a_question_about_a_woman_or_a_body_has_her_verb(cues, her):
    rows = [SimpleNamespace(record=SimpleNamespace(cue=SimpleNamespace(text=cue))) for cue in cues]
    told = SimpleNamespace(records=lambda *_, **__: SimpleNamespace(items=rows))
    assert view._she(SimpleNamespace(story=told), "ليلى") is her


def test_readers_of_english_are_told_who_it_is(client, story):
    speaker = story.overview().speakers[0].name
    english = client.get("/", headers={"cookie": "rawi_lang=en"}).text
    assert speaker in english and called(speaker) in english
    assert called(speaker) not in client.get("/").text


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", "لا جملة تجيب عن هذا جواباً مؤكداً."), ("en", "No sentence surely answers that.")],
)
def test_the_page_says_where_nothing_surely_answers(client, story, language, said):
    def page(question):
        headers = {"cookie": f"rawi_lang={language}"}
        return client.get("/ask", params={"q": question}, headers=headers).text

    unsure = "كم سائحا زار طوكيو عام 2091؟"
    assert not story.ask(unsure)[0].sure and story.ask(QUESTION)[0].sure
    assert said in page(unsure) and "#t=" in page(unsure)
    assert said not in page(QUESTION)
