"""The page of contradictions: both pieces of evidence, each at its place."""

from contextlib import nullcontext
from types import SimpleNamespace

from starlette.testclient import TestClient

from rawi.records import Span
from rawi.store.rows import Page
from rawi.web.app import create_app
from rawi.web.settings import Settings
from tests.web.conftest import HERE


class Telling:
    """A story that answers as the sample does, and tells of one contradiction."""

    def __init__(self, story):
        self.story = story
        rows = story.articles(limit=2).items
        a, b = (
            SimpleNamespace(article=row, span=Span(3, 9, "<b>قال"), speaker=name, act=act)
            for row, name, act in zip(rows, ("الوزير", None), ("deny", None), strict=True)
        )
        self.one = SimpleNamespace(
            id="x1", kind="denial", grade="clear", why_ar="نفى ما أكده في 2022-02-12",
            why_en="He denies what was affirmed on 2022-02-12", a=a, b=b, copies=2,
        )  # fmt: skip

    def __getattr__(self, name):
        return getattr(self.story, name)

    def conflicts(self, kind=None, grade=None, speaker=None, limit=50, offset=0):
        shown = (self.one,) if kind in (None, "denial") else ()
        return Page(shown, len(shown))


def test_both_pieces_of_evidence_stand_at_their_place(story):
    telling = Telling(story)
    app = create_app(Settings(story=story.path, opener=lambda: nullcontext(telling)))
    with TestClient(app, base_url=HERE) as client:
        client.cookies.set("rawi_lang", "en")
        page = client.get("/conflicts").text
        for side in (telling.one.a, telling.one.b):
            assert f'href="/article/{side.article.id}#t=3-9"' in page
        assert 'data-act="deny"' in page  # «وجود خطة» of a denial would read as a claim
        assert "affirmed on 12 February 2022" in page
        assert "&lt;b&gt;" in page and "<b>قال" not in page
        assert "affirmed on 12 February 2022" in client.get("/").text
        assert "No contradiction was found" in client.get("/conflicts?kind=date").text
