"""Joining and parting who is who and which undertaking is which, by the pages' own forms."""

import re
from contextlib import nullcontext
from html import unescape

import pytest
from starlette.testclient import TestClient

from rawi.sources.document import Document
from rawi.story.story import Story
from rawi.web.app import create_app
from rawi.web.settings import Settings

TEXTS = (
    ("الصباح", "2024-03-01", "قال وزير النقل سامي الدليمي إن الجسر سيفتح قبل نهاية يونيو 2024."),
    ("الميناء", "2024-03-09", "سجل المهاجم كريم الدليمي هدفين. وقال كريم الدليمي إن الفريق يستحق."),
    ("المرصد", "2024-04-02", "أعلن وزير النقل سامي الدليمي تأجيل افتتاح الجسر إلى نهاية أغسطس 2024."),
    ("الشاطئ", "2024-05-20", "كتب سامي الدليمي قصيدة. وأكد سامي الدليمي أن ديوانه سيصدر."),
    ("الصباح", "2024-05-21", "تعهدت البلدية بإنهاء ترميم المدرسة قبل نهاية سبتمبر 2024."),
    ("المرصد", "2024-06-30", "أكدت وزارة النقل أن الجسر سيفتح قبل نهاية أغسطس 2024."),
)  # fmt: skip


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents(
            [
                Document(source=f"{n}.txt", text=text, outlet=outlet, published=day)
                for n, (outlet, day, text) in enumerate(TEXTS)
            ]
        )
        yield opened


@pytest.fixture
def client(story):
    settings = Settings(story=story.path, opener=lambda: nullcontext(story))
    with TestClient(
        create_app(settings), base_url="http://127.0.0.1", follow_redirects=True
    ) as opened:
        yield opened


def persons(story):
    return {row.name: row for row in story.people("person").items}


def longest(story):
    return max(story.threads().items, key=lambda thread: len(thread.steps))


def send(client, page, **fields):
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    answer = client.post("/link", data={"token": token, **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


def undo(client, page):
    """One click on the first of the page's decisions."""
    notice = re.search(r'<form class="notice".*?</form>', page, re.S)[0]
    fields = {
        name: unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', notice)
    }
    answer = client.post("/link", data=fields)
    assert answer.status_code == 200
    return answer.text


def test_two_names_become_one_outlive_reading_and_part_again(client, story):
    minister, player = persons(story)["سامي الدليمي"], persons(story)["كريم الدليمي"]
    page = client.get(f"/people/{minister.id}").text
    assert f'value="{player.id}"' in page  # offered unasked, for the family name they share
    joined = send(client, page, do="join", scope="entity", left=minister.id, other=player.id)
    assert len(persons(story)) == 1
    story.refresh(every=True)
    assert len(persons(story)) == 1
    assert "كريم الدليمي" in joined
    undo(client, joined)
    assert len(persons(story)) == 2


def test_mentions_of_a_namesake_are_told_apart_outlive_reading_and_come_back(client, story):
    one = persons(story)["سامي الدليمي"]
    page = client.get(f"/mentions/{one.id}").text
    offered = re.findall(r'name="mention" value="([^"]+)"', page)
    assert len(offered) == one.articles == 3
    poet = next(m for m in offered if "قصيدة" in story.reading(story.record(m).article.id).article.text)
    parted = send(client, page, do="split", scope="entity", left=one.id, mention=poet)
    assert sorted(r.articles for r in story.people("person").items) == [1, 1, 2]
    story.refresh(every=True)
    assert sorted(r.articles for r in story.people("person").items) == [1, 1, 2]
    undo(client, parted)
    assert sorted(r.articles for r in story.people("person").items) == [1, 3]


def test_several_mentions_go_together_and_come_back_with_one_click(client, story):
    one = persons(story)["سامي الدليمي"]
    page = client.get(f"/mentions/{one.id}").text
    offered = re.findall(r'name="mention" value="([^"]+)"', page)
    parted = send(client, page, do="split", scope="entity", left=one.id, mention=offered[1:])
    assert sorted(r.articles for r in story.people("person").items) == [1, 1, 2]
    assert parted.count('<form class="notice"') == 1
    undo(client, parted)
    assert persons(story)["سامي الدليمي"].articles == 3


def test_at_least_one_mention_stays(client, story):
    one = persons(story)["سامي الدليمي"]
    page = client.get(f"/mentions/{one.id}").text
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    offered = re.findall(r'name="mention" value="([^"]+)"', page)
    fields = {"token": token, "do": "split", "scope": "entity", "left": one.id}
    for chosen in (offered, []):
        assert client.post("/link", data={**fields, "mention": chosen}).status_code == 400
    assert story.corrections() == ()


def test_an_undertaking_is_parted_in_time_and_joined_again(client, story):
    bridge = longest(story)
    first, second, *rest = (step.row.record.id for step in bridge.steps)
    page = client.get(f"/ledger/{first}").text
    assert page.count('name="mention"') == len(bridge.steps) - 1  # from any step but the first
    send(client, page, do="split", scope="thread", left=first, mention=second)
    story.refresh(every=True)
    assert [s.row.record.id for s in story.thread(first).steps] == [first]
    assert [s.row.record.id for s in story.thread(second).steps] == [second, *rest]
    page = client.get(f"/ledger/{second}").text
    send(client, page, do="join", scope="thread", left=second, other=first)
    assert len(story.thread(first).steps) == len(bridge.steps)
    page = undo(client, client.get(f"/ledger/{first}").text)
    assert len(story.thread(first).steps) == 1
    undo(client, client.get(f"/ledger/{first}").text)
    assert len(story.thread(first).steps) == len(bridge.steps) and story.corrections() == ()


def test_candidates_answer_while_typing_and_without_a_script(client, story):
    minister, player = persons(story)["سامي الدليمي"], persons(story)["كريم الدليمي"]
    found = client.get("/suggest/people", params={"of": minister.id, "q": "كريم"}).json()
    assert [one["value"] for one in found] == [player.id]
    assert f'value="{player.id}"' in client.get(f"/people/{minister.id}?like=كريم").text
    assert f'value="{player.id}"' not in client.get(f"/people/{minister.id}?like=xyzzy").text
    bridge = longest(story)
    school = next(t for t in story.threads().items if "المدرسة" in t.what)
    found = client.get("/suggest/threads", params={"of": bridge.id, "q": "ترميم مدرسة"}).json()
    assert [one["value"] for one in found] == [school.id]
    assert f'value="{school.id}"' in client.get(f"/ledger/{bridge.id}?like=ترميم").text


def test_a_form_from_elsewhere_joins_nothing(client, story):
    minister, player = persons(story).values()
    fields = {"do": "join", "scope": "entity", "left": minister.id, "other": player.id}
    assert client.post("/link", data=fields).status_code == 403
    assert story.corrections() == ()
