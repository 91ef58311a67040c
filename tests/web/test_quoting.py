"""Who quotes whom: the counts are those of the lists that the cells open."""

import html
import re

from rawi.web.quoting import quoting


def test_each_count_is_that_of_the_list_it_opens(client, story):
    client.cookies.set("rawi_lang", "en")
    page = client.get("/people").text.partition('class="quoting-table"')[2]
    cells = re.findall(r'<td><a href="(/statements[^"]+)"><svg.*?</svg>([\d,]+)</a>', page)
    assert cells
    for address, count in cells[:8]:
        address = html.unescape(address)
        entity = re.search(r"entity=([^&]+)", address)[1]
        outlet = client.get(address)
        assert outlet.status_code == 200
        assert re.search(rf"\b{count} statement", outlet.text), (entity, count)


def test_areas_stand_as_the_numbers_do(story):
    cells = [cell for _, row in quoting(story, story.overview().outlets) for cell in row]
    most = max(cell.count for cell in cells)
    for cell in cells:
        assert abs(cell.radius**2 - cell.count / most) < 0.01


def test_rows_are_persons_with_the_most_quoted_first(story):
    rows = quoting(story, story.overview().outlets)
    totals = [sum(cell.count for cell in row) for _, row in rows]
    assert totals == sorted(totals, reverse=True)
    assert all(totals)
    assert {person.type for person, _ in rows} == {"person"}


def test_it_stands_aside_when_a_part_of_a_name_is_asked(client):
    assert "quoting-table" not in client.get("/people?text=x").text
    assert "quoting-table" not in client.get("/people?type=place").text
