"""Picking records from any page, and the dossier that they become."""

import re
from urllib.parse import quote

import pytest

from rawi.export.dossier import FORMATS, Settings, dossier

TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')


@pytest.fixture(autouse=True)
def emptied(story):
    yield
    for basket in story.baskets():
        story.basket(basket.name).clear()


@pytest.fixture
def ids(story):
    return [row.record.id for row in story.records("statement", order="oldest", limit=3).items]


def send(client, address, headers=None, **data):
    token = TOKEN.search(client.get("/dossier").text)[1]
    return client.post(address, data={"token": token, **data}, headers=headers or {})


def order(story, name="dossier"):
    return [item.row.record.id for item in story.basket(name).items()]


def test_every_list_offers_to_pick(client, story, ids):
    article = story.record(ids[0]).article.id
    for address in ("/statements", "/figures", "/", f"/record/{ids[0]}", f"/article/{article}"):
        assert 'form="pick" data-pick name="add"' in client.get(address).text, address


def test_picking_and_dropping(client, story, ids):
    answer = send(client, "/dossier/pick", add=ids[0], back="/statements?page=2")
    assert (answer.status_code, answer.headers["location"]) == (303, "/statements?page=2")
    assert order(story) == [ids[0]]
    assert (
        f'name="drop" value="{ids[0]}" aria-pressed="true"' in client.get(f"/record/{ids[0]}").text
    )
    answer = send(client, "/dossier/pick", {"accept": "application/json"}, drop=ids[0])
    assert answer.json()["picked"] is False
    assert order(story) == []
    assert send(client, "/dossier/pick", add="nothing").status_code == 404


@pytest.mark.parametrize("address", ["/dossier", "/dossier/pick"])
def test_a_form_from_elsewhere_changes_nothing(client, story, ids, address):
    client.get("/dossier")
    assert client.post(address, data={"add": ids[0], "title": "x"}).status_code == 403
    assert order(story) == [] and story.basket().title == ""


def test_order_notes_and_title(client, story, ids):
    items = [story.basket().add(record) for record in ids]
    send(client, "/dossier", item=str(items[2]), do="up", note="<i>مهم</i>")
    assert order(story) == [ids[0], ids[2], ids[1]]
    send(client, "/dossier", item=str(items[0]), do="down", note="")
    assert order(story) == [ids[2], ids[0], ids[1]]
    send(client, "/dossier", item=str(items[1]), do="remove", note="")
    assert order(story) == [ids[2], ids[0]]
    send(client, "/dossier", title='"><script>x', introduction="أول\nثان")
    page = client.get("/dossier").text
    assert "&lt;i&gt;مهم&lt;/i&gt;" in page and "<script>x" not in page
    assert story.basket().title == '"><script>x'
    assert send(client, "/dossier", item="999999", do="up").status_code == 404
    assert send(client, "/dossier", item="x" * 50, do="up").status_code == 303


def test_an_item_goes_to_the_place_it_was_dragged_to(client, story, ids):
    items = [story.basket().add(record) for record in ids]
    client.cookies.set("rawi_lang", "en")
    script = {"accept": "application/json"}
    answer = send(client, "/dossier", script, item=str(items[2]), do="place", to="1", note="أولاً")
    assert answer.json() == {"says": "Now at place 1 of 3"}
    assert order(story) == [ids[2], ids[0], ids[1]]
    assert story.basket().items()[0].note == "أولاً"
    answer = send(client, "/dossier", script, item=str(items[2]), do="place", to="99", note="")
    assert answer.json() == {"says": "Now at place 3 of 3"} and order(story) == ids
    send(client, "/dossier", script, item=str(items[2]), do="place", to="x", note="")
    assert order(story) == ids
    assert send(client, "/dossier", script, item="999999", do="place", to="1").status_code == 404


@pytest.mark.parametrize("form", FORMATS)
def test_the_file_is_the_dossier(client, story, ids, form):
    story.basket().add(ids[0])
    story.basket().describe(title='ملف "1"\r\nx/y')
    answer = client.get(f"/dossier/file?format={form}&lang=en&part=actors&part=unknown")
    assert answer.status_code == 200
    assert answer.content == dossier(story, story.basket(), form, Settings("en", parts=("actors",)))
    assert answer.headers["content-disposition"].startswith(f"attachment; filename=dossier.{form};")
    assert quote("ملف") in answer.headers["content-disposition"]


@pytest.mark.parametrize("query", ["format=odt", "lang=fr", "order=x", ""])
def test_what_cannot_be_written_says_so(client, query):
    answer = client.get(f"/dossier/file?{query}")
    assert answer.status_code == 400


def test_another_dossier(client, story, ids):
    story.basket().add(ids[0])
    assert send(client, "/dossier", choose="", name="ملف آخر").status_code == 303
    send(client, "/dossier/pick", add=ids[1], back="/")
    assert order(story, "ملف آخر") == [ids[1]] and order(story) == [ids[0]]
    assert 'name="choose" value="dossier"' in client.get("/dossier").text
    assert send(client, "/dossier", choose="", name=" ").status_code == 400
    client.cookies.set("rawi_basket", "%00" * 90)
    assert client.get("/dossier").status_code == 200
    send(client, "/dossier", empty="1")
    assert order(story) == []
