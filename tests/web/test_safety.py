"""The door, the forms and the hosts."""

import re
from contextlib import nullcontext

import pytest
from starlette.testclient import TestClient

from rawi.web import auth
from rawi.web.app import create_app
from rawi.web.security import local_path
from rawi.web.settings import Settings

PASSWORD = "نخلة وثلاثة أنهار"


@pytest.fixture(scope="module")
def password_hash():
    return auth.hashed(PASSWORD)


@pytest.fixture
def locked(story, password_hash):
    """The story behind a password, on any host."""
    settings = Settings(
        story=story.path, opener=lambda: nullcontext(story), password_hash=password_hash, hosts=None
    )
    with TestClient(
        create_app(settings), base_url="http://desk.example", follow_redirects=False
    ) as client:
        yield client


def token(client, address="/"):
    return re.search(r'name="token" value="([0-9a-f]+)"', client.get(address).text)[1]


def enter(client, password, back="/"):
    return client.post(
        "/login", data={"password": password, "token": token(client, "/login"), "back": back}
    )


def test_other_hosts_are_not_answered(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "127.0.0.1.evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8765"}).status_code == 200
    assert client.get("/", headers={"host": "[::1]:8765"}).status_code == 200


def test_a_choice_is_kept(client):
    data = {"lang": "en", "token": token(client), "back": "/articles?outlet=x"}
    answer = client.post("/preferences", data=data)
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles?outlet=x")
    assert 'lang="en"' in client.get("/").text


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
def test_a_form_from_another_site_is_refused(client, headers):
    data = {"lang": "en", "token": token(client), "back": "/"}
    assert client.post("/preferences", data=data, headers=headers).status_code == 403


def test_a_form_needs_the_token_of_its_own_browser(client, settings):
    stranger = TestClient(create_app(settings), base_url="http://127.0.0.1")
    data = {"lang": "en", "token": token(stranger), "back": "/"}
    token(client)
    assert client.post("/preferences", data=data).status_code == 403
    assert client.post("/preferences", data={"lang": "en", "back": "/"}).status_code == 403


@pytest.mark.parametrize(
    "target",
    ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "evil", "",
     None, "/a\r\nset-cookie: x=y", "javascript:alert(1)"],
)  # fmt: skip
def test_a_form_sends_nobody_elsewhere(target):
    assert local_path(target) == "/"


def test_without_a_session_nothing_of_the_story_is_shown(locked, story):
    row = story.articles(limit=1).items[0]
    for address in ("/", "/articles", f"/article/{row.id}", "/search?q=x", "/help"):
        answer = locked.get(address)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert locked.get("/api/articles").status_code == 401


def test_the_password_opens_and_leaving_closes(locked):
    assert enter(locked, "wrong").status_code == 403
    assert locked.get("/").status_code == 303
    answer = enter(locked, PASSWORD, back="/articles")
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert locked.get("/").status_code == 200
    assert locked.post("/logout", data={"token": token(locked)}).status_code == 303
    assert locked.get("/").status_code == 303


def test_a_session_made_up_or_too_old_opens_nothing(locked, monkeypatch):
    locked.cookies.set(auth.SESSION, "made.up.session")
    assert locked.get("/").status_code == 303
    locked.cookies.clear()
    enter(locked, PASSWORD)
    assert locked.get("/").status_code == 200
    monkeypatch.setattr(auth, "SESSION_SECONDS", -1)
    assert locked.get("/").status_code == 303


def test_guessing_is_stopped(locked):
    for _ in range(auth.TRIES):
        assert enter(locked, "guess").status_code == 403
    assert enter(locked, PASSWORD).status_code == 429
