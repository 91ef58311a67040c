"""Lists as tables for a spreadsheet: the same rows as the pages, in Arabic and English, safe to open."""

import csv
import io
from urllib.parse import unquote

import pytest

from rawi.export.csv import stretch

ENGLISH = {"accept-language": "en"}


def rows(client, address, **headers):
    answer = client.get(address, headers=headers.get("headers", {}))
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/csv")
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    head, *found = csv.reader(io.StringIO(text[1:]))
    return head, found, unquote(answer.headers["content-disposition"])


def test_every_statement_that_the_filter_keeps(client, story):
    head, found, name = rows(client, "/statements.csv")
    assert head[:4] == ["القائل", "نوع القول", "الصيغة", "الألفاظ"] and "الأقوال - " in name
    assert len(found) == story.records("statement").total
    _, denied, _ = rows(client, "/statements.csv?act=deny")
    assert 0 < len(denied) < len(found) and {row[1] for row in denied} == {"ينفي"}
    head, found, name = rows(client, "/statements.csv?act=deny", headers=ENGLISH)
    assert head[0] == "Speaker" and {row[1] for row in found} == {"denies"}
    wanted = story.record(found[0][-1])
    assert found[0][3] == wanted.record.text
    assert found[0][6] == (stretch(wanted.article.published) or "")


def test_the_timeline_and_the_ledger(client, story):
    _, found, _ = rows(client, "/timeline.csv")
    assert len(found) == story.timeline().total and {row[2] for row in found} >= {"وقع", "مخطط له"}
    _, few, _ = rows(client, "/timeline.csv?status=deadline&since=2022-01-01")
    assert 0 < len(few) < len(found) and {row[2] for row in few} == {"أجل"}
    _, found, _ = rows(client, "/ledger.csv")
    assert len(found) == story.threads().total
    _, due, _ = rows(client, "/ledger.csv?state=due")
    assert len(due) == story.threads(state="due").total


@pytest.mark.parametrize("path", ["statements", "timeline", "ledger"])
def test_pages_lead_to_their_table_under_the_same_filter(client, path):
    page = client.get(f"/{path}?since=2022-01-01" if path != "ledger" else "/ledger?state=due").text
    kept = "since=2022-01-01" if path != "ledger" else "state=due"
    assert f'href="/{path}.csv?{kept}" download' in page
    assert f"/{path}.csv" not in client.get(f"/{path}?text=xyzzy&speaker=xyzzy").text


def test_no_cell_is_run_as_a_formula(client):
    for path in ("statements", "timeline", "ledger"):
        _, found, _ = rows(client, f"/{path}.csv")
        assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "@"))]
