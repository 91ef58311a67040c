"""Watching folders and feeds: only what is new is read, sites are asked politely, nothing leads astray."""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from rawi.cli import main
from rawi.errors import SourceError, UnreadableError
from rawi.sources import feed as feeds
from rawi.sources.web import AGENT, Web
from rawi.story.story import Story
from rawi.story.watch import Feed, Folder

ONE = "قالت وزيرة الموانئ ليلى الصباغ إن الرصيف الجديد سيفتح في الربيع المقبل."
TWO = "أعلن مدير السوق سامر الحلو أن الباعة سيعودون إلى الميدان يوم الأحد."
NOW = 4_000_000_000.0  # seconds; later than any file here was written


def rss(*items):
    entries = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>Sat, 01 Mar 2031 08:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>"
        for title, link, text in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>صحيفة الشراع</title><link>http://x</link><description>d</description>{entries}"
        "</channel></rss>"
    ).encode()


class Site:
    """A site on loopback: what lies at each path, and what was asked for."""

    def __init__(self):
        self.pages, self.asked, self.status = {}, [], {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                code = site.status.get(self.path)
                if isinstance(code, str):
                    self.send_response(302)
                    self.send_header("Location", code)
                    self.end_headers()
                    return
                if code or self.path not in site.pages:
                    self.send_error(code or 404)
                    return
                body = site.pages[self.path]
                tag = f'"{hash(body)}"'
                if self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(200)
                self.send_header("ETag", tag)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def paths(self):
        return [path for path, _ in self.asked]


@pytest.fixture
def site():
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def watch(site, path="/feed", **options):
    return Feed(site.address + path, web=Web(["127.0.0.1"], pause=0), **options)


def test_a_feed_is_read_once_and_asked_only_for_what_changed(site, story):
    first = f"{site.address}/1"
    site.pages["/feed"] = rss(("الرصيف", first, ONE))
    change = watch(site).look(story)
    (row,) = change.articles
    assert (row.outlet, row.url, row.title) == ("صحيفة الشراع", first, "الرصيف")
    assert row.published.begin.isoformat() == "2031-03-01"
    assert story.reading(row.id).article.text == f"الرصيف\n\n{ONE}"
    again = watch(site).look(story)
    assert again.articles == () and again.report.refused == ()
    assert "If-None-Match" in site.asked[-1][1] and site.asked[-1][1]["User-Agent"] == AGENT
    site.pages["/feed"] = rss(("السوق", f"{site.address}/2", TWO), ("الرصيف", first, ONE))
    (row,) = watch(site).look(story).articles
    assert row.title == "السوق" and site.paths() == ["/feed"] * 3


def test_links_are_followed_only_when_asked_and_where_robots_allow(site, story):
    page = f"<html><body><article><h1>السوق</h1><p>{TWO} {TWO}</p></article></body></html>"
    site.pages |= {
        "/feed": rss(("أ", f"{site.address}/open", ONE), ("ب", f"{site.address}/shut/1", ONE)),
        "/open": page.encode(),
        "/shut/1": page.encode(),
        "/robots.txt": b"User-agent: *\nDisallow: /shut/",
    }
    change = watch(site, links=True).look(story)
    assert [row.url for row in change.articles] == [f"{site.address}/open"]
    assert TWO in story.reading(change.articles[0].id).article.text
    (refusal,) = change.report.refused
    assert refusal.source.endswith("/shut/1") and "robots.txt" in refusal.reason
    assert "/shut/1" not in site.paths() and site.paths().count("/robots.txt") == 1
    assert watch(site, links=True).look(story).report.refused == ()


def test_a_page_that_gives_no_answer_is_asked_again_later(site, story):
    site.pages["/feed"] = rss(("أ", f"{site.address}/a", ONE))
    site.status["/a"] = 503
    assert len(watch(site, links=True).look(story).report.refused) == 1
    del site.status["/a"]
    site.pages["/a"] = f"<html><body><article><p>{ONE} {TWO}</p></article></body></html>".encode()
    assert len(watch(site, links=True).look(story).articles) == 1


@pytest.mark.parametrize(
    "link", ["http://127.0.0.2:1/x", "http://localhost/x", "http://10.0.0.1/", "http://[::1]/", "file:///etc/passwd"]
)  # fmt: skip
def test_a_feed_leads_nowhere_on_this_network(site, story, link):
    web = Web(["127.0.0.1"], pause=0)
    with pytest.raises(UnreadableError):
        web.get(link, limit=100)
    site.status["/away"] = link
    with pytest.raises(UnreadableError):
        web.get(f"{site.address}/away", limit=100)
    assert site.paths() == ["/away"]


def test_answers_are_bounded(site):
    site.pages["/big"] = b"x" * 1000
    with pytest.raises(SourceError):
        Web(["127.0.0.1"], pause=0).get(f"{site.address}/big", limit=999)


def test_what_is_no_feed_or_gives_no_answer_is_a_refusal(site, story):
    site.pages["/feed"] = b"<html><body>no</body></html>"
    (refusal,) = watch(site).look(story).report.refused
    assert "neither RSS nor Atom" in refusal.reason
    (refusal,) = watch(site, "/none").look(story).report.refused
    assert "404" in refusal.reason
    site.pages["/feed"] = rss(
        ("English", f"{site.address}/1", "only English words are in this item")
    )
    assert len(watch(site).look(story).report.refused) == 1


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"<rss", "<rss><channel><item>".encode("utf-16"), b"{}"]
)
def test_hostile_feeds_raise_nothing_else(data):
    try:
        for item in feeds.items(data, "x"):
            item.document()
    except SourceError:
        pass


def test_a_folder_is_read_as_files_come_and_change(tmp_path, story):
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(ONE, encoding="utf-8")
    folder = Folder(place)
    assert len(folder.look(story, NOW).articles) == 1
    assert folder.look(story, NOW).report.read == ()
    (place / "b.txt").write_text(TWO, encoding="utf-8")
    assert folder.look(story, os.stat(place / "b.txt").st_mtime).articles == ()
    assert len(folder.look(story, NOW).articles) == 1
    (place / "b.txt").write_text(TWO + " وقال إن السوق سيفتح.", encoding="utf-8")
    assert len(folder.look(story, NOW).report.replaced) == 1
    with pytest.raises(UnreadableError):
        Folder(tmp_path / "none")


def test_what_a_folder_holds_that_nobody_reads_is_told_once(tmp_path, story):
    place = tmp_path / "incoming"
    place.mkdir()
    watched = Folder(place)
    assert watched.look(story, NOW).report.refused == ()
    (place / "report.pdf").write_bytes(b"%PDF-1.7")
    (refused,) = watched.look(story, NOW).report.refused
    assert refused.source.endswith("report.pdf") and "a format" in refused.reason
    assert watched.look(story, NOW).report.refused == ()


def test_the_command(tmp_path, site):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ONE, encoding="utf-8")
    site.pages["/feed"] = rss(("السوق", f"{site.address}/2", TWO))
    path = tmp_path / "w.rawi"
    done = CliRunner().invoke(
        main, ["watch", str(path), str(tmp_path / "in"), f"{site.address}/feed", "--once"]
    )
    assert done.exit_code == 0 and done.output.count("1 new or changed") == 2
    with Story.open(path) as story:
        assert story.articles().total == 2
    assert (
        CliRunner().invoke(main, ["watch", str(path), str(tmp_path / "no"), "--once"]).exit_code
        == 1
    )
