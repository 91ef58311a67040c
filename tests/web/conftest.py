"""A served story: the sample's articles, and an article that means harm."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.sources.document import Document
from rawi.story.story import Story
from rawi.web.app import create_app
from rawi.web.settings import Settings

SAMPLE = Path(__file__).resolve().parent.parent.parent / "sample" / "articles"
HERE = "http://127.0.0.1"

# Everything here would run, load or break out if a page let words of an article through as they are.
HARM = """قال <script>alert(1)</script> وزير الري "الميداني" إن «<img src=x onerror=alert(2)>» في النشرة.

وأكد المتحدث باسم الوزارة أن "><svg onload=alert(3)> {{ 7919*7 }} {% raw %} ${7919*7} لن يتغير.

وأضاف \u202e\u2066\x00\x07\ufffe أن ' onmouseover='alert(4) و =cmd|' /C calc'!A0 و javascript:alert(5) سواء.
"""

HARMFUL = '"><script>alert(7)</script> <b onclick=alert(8)>منبر</b> ' + HARM


@pytest.fixture(scope="session")
def story(tmp_path_factory):
    """The sample story, and in it the article that means harm."""
    path = tmp_path_factory.mktemp("web") / "sample.rawi"
    with Story.open(path) as opened:
        opened.add([SAMPLE])
        opened.add_documents(
            [
                Document(
                    source="javascript:alert(6)",
                    text='"><script>alert(7)</script>\n\n' + HARM,
                    title='"><script>alert(7)</script>',
                    outlet="<b onclick=alert(8)>منبر</b>",
                    byline="</title><script>alert(9)</script>",
                    published="2022-05-04",
                    url="javascript:alert(10)",
                )
            ]
        )
        yield opened


@pytest.fixture
def settings(story):
    """The story served on loopback, without a password."""
    return Settings(story=story.path, opener=lambda: nullcontext(story))


@pytest.fixture
def client(settings):
    """A browser without scripts."""
    with TestClient(create_app(settings), base_url=HERE, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def addresses(story):
    """Every page that shows something of the story, one address each."""
    articles = story.articles(limit=200).items
    shared = story.reuse(limit=3).items
    return [
        *(f"/compare/{item.a.article.id}/{item.b.article.id}" for item in shared),
        *(f"/record/{row.record.id}" for row in story.records("statement", limit=5).items),
        *(f"/people/{row.id}" for row in story.people(limit=20).items),
        *(f"/mentions/{row.id}" for row in story.people(limit=5).items),
        *(f"/ledger/{thread.id}" for thread in story.threads(limit=3).items),
        "/", "/ask", "/ask?q=من نفى الخطة؟", "/ask?q=%3Cscript%3E%00", "/people", "/people?type=all&text=x",
        "/timeline", "/timeline?top=25&status=planned", "/places", "/places?view=world",
        "/reuse", "/reuse?kind=quotation", "/articles", "/statements",
        "/conflicts", "/conflicts?kind=date&grade=clear&speaker=x", "/series", "/series?text=x&place=y",
        "/ledger", "/ledger?state=passed&until=2022-01-01", "/ledger?text=xyz",
        "/commitments", "/figures", "/events", "/help", "/dossier", "/bring",
        "/search?q=الوزارة", "/search?q=" + "%3Cscript%3E", "/statements?text=الوزارة&act=deny",
        *(f"/article/{a.id}" for a in articles),
    ]  # fmt: skip
