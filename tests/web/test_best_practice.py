"""What Lighthouse's accessibility, best-practice and SEO audits hold, checked offline on every page.

axe (tests/web/test_browser.py) is what Lighthouse's accessibility audits are made of; here are the
others that can fail on a page of ours. `npx lighthouse@12` itself, run by hand, gives 100 in all three.
"""

import json

import pytest

from tests.web.test_browser import (
    DESK,
    PHONE,
    address,
    chromium,
    pages,
    pytestmark,  # noqa: F401
    story,
    visitor,
)

__all__ = ["address", "chromium", "story", "visitor"]  # fixtures

LEGIBLE = 12  # CSS pixels of letters
LEAST = 95  # of 100, as Lighthouse counts

CHECKS = """() => {
  const seen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = (what) => [...document.querySelectorAll(what)];
  const name = (node) => node.outerHTML.slice(0, 120);
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && !at.closest("svg, script, template, .visually-hidden") && seen(at)) texts.push(at);
  }
  const small = texts.filter((at) => parseFloat(getComputedStyle(at).fontSize) < LETTERS);
  const ids = all("[id]").map((node) => node.id);
  const levels = all("h1, h2, h3, h4").filter(seen).map((node) => Number(node.tagName[1]));
  return {
    doctype: document.doctype?.name === "html" && document.compatMode === "CSS1Compat",
    charset: document.characterSet === "UTF-8",
    lang: ["ar", "en"].includes(document.documentElement.lang),
    dir: document.documentElement.dir === (document.documentElement.lang === "ar" ? "rtl" : "ltr"),
    title: document.title.trim().length > 3,
    description: (document.querySelector("meta[name=description]")?.content ?? "").length > 30,
    viewport: /width=device-width/.test(document.querySelector("meta[name=viewport]")?.content) &&
      !/user-scalable|maximum-scale/.test(document.querySelector("meta[name=viewport]").content),
    icon: !!document.querySelector("link[rel=icon]"),
    "one h1": all("h1").length === 1,
    "headings skip no level": levels.every((level, i) => i === 0 || level - levels[i - 1] <= 1),
    landmarks: all("main").length === 1 && all("nav").length > 0,
    "ids are unique": new Set(ids).size === ids.length,
    "images have sizes and words": all("img").every((img) => img.width && img.height && img.hasAttribute("alt")),
    "fields have names": all("input:not([type=hidden]), select, textarea").every((f) => f.labels?.length || f.ariaLabel),
    "links lead somewhere": all("a").every((a) => a.hasAttribute("href") && !a.getAttribute("href").startsWith("javascript:")),
    "links elsewhere are guarded": all("a[target=_blank]").every((a) => /noopener/.test(a.rel)),
    "letters can be read": small.length === 0 || small.slice(0, 5).map(name),
    "nothing inline": all("script:not([src]), style, [style]").filter((n) => !n.closest("svg")).length === 0 || all("[style]").slice(0, 3).map(name),
    "pasting is allowed": all("input[type=password]").every((f) => !f.onpaste),
    "no library is known": !["jQuery", "angular", "React", "_", "moment"].some((known) => known in window),
    "nothing old is called": all("center, font, marquee, applet, frame").length === 0,
  };
}""".replace("LETTERS", str(LEGIBLE))


@pytest.mark.parametrize(("lang", "size"), [("ar", DESK), ("en", PHONE)])
def test_every_page_scores(visitor, story, lang, size):
    page = visitor(lang, size=size)
    issues, titles = [], {}
    session = page.context.new_cdp_session(page)
    session.on("Audits.issueAdded", lambda event: issues.append(event["issue"]))
    session.send("Audits.enable")
    for path in pages(story)[:-1]:
        answer = page.goto(path)
        headers = answer.headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-type"] == "text/html; charset=utf-8"
        assert headers.get("content-encoding") == "gzip"
        found = page.evaluate(CHECKS)
        wrong = {what: held for what, held in found.items() if held is not True}
        score = 100 * (1 - len(wrong) / len(found))
        assert score >= LEAST and not wrong, (path, json.dumps(wrong, ensure_ascii=False)[:900])
        titles.setdefault(page.title(), []).append(path)
    assert issues == []
    assert len(titles) > len(pages(story)) * 0.75, titles
