"""docs/path-of-an-article.md shows what its examples really print, and visits every room."""

from tools.walk import EXAMPLE, PAGE, run


def test_outputs_on_the_page_are_what_the_examples_print():
    _, stale = run(PAGE.read_text(encoding="utf-8"))
    assert not stale, "run `python tools/walk.py --write`, and read the change:\n" + "\n".join(
        stale
    )


def test_the_page_walks_through_every_room():
    page = PAGE.read_text(encoding="utf-8")
    rooms = ("sources", "article", "arabic", "readers", "store", "story", "export", "web", "cli")
    for room in rooms:
        assert f"{room}/" in page
    assert page.count("```python") == len(EXAMPLE.findall(page)) >= 10


def test_a_stale_output_is_found():
    page = "```python\nprint(1)\n```\n\n```text\n2\n```\n"
    fresh, stale = run(page)
    assert len(stale) == 1
    assert run(fresh)[1] == []
