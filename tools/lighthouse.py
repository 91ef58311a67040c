"""Lighthouse on every page of the sample story, in Arabic and English; its scores, page by page.

    python tools/lighthouse.py

Not one of the tests: `npx` fetches Lighthouse (Apache-2.0, 200 packages, 185 MB) from the npm registry the
first time, and each page takes some ten seconds. tests/web/test_best_practice.py and axe hold offline what
its audits of accessibility, best practice and SEO ask of these pages. Fails where a score is below LEAST.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import nullcontext
from pathlib import Path

import uvicorn

from rawi.story.story import Story
from rawi.web.app import create_app
from rawi.web.settings import Settings

LIGHTHOUSE = "lighthouse@12.8.2"  # the last that runs on Node 20
CATEGORIES = ("accessibility", "best-practices", "seo")
LEAST = 95
SAMPLE = Path(__file__).resolve().parent.parent / "sample" / "articles"


def pages(story: Story) -> list[str]:
    """An address of every kind of page."""
    person = story.people(type="person", limit=1).items[0].id
    shared = story.reuse(limit=1).items[0]
    return [
        *("/", "/articles", "/statements", "/commitments", "/figures", "/events", "/timeline"),
        *("/conflicts", "/ledger", "/series", "/people", "/places", "/reuse", "/dossier", "/bring"),
        *("/ask", "/search?q=الوزارة", "/help", f"/people/{person}", f"/mentions/{person}"),
        f"/article/{story.articles(limit=1).items[0].id}",
        f"/record/{story.records('statement', limit=1).items[0].record.id}",
        f"/ledger/{story.threads(limit=1).items[0].id}",
        f"/compare/{shared.a.article.id}/{shared.b.article.id}",
    ]


def scores(address: str, lang: str, folder: Path) -> dict[str, int]:
    """Lighthouse's score of one page by category, of 100."""
    out = folder / "report.json"
    subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={out}",
         f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting",
         "--chrome-flags=--headless=new --no-sandbox",
         "--extra-headers=" + json.dumps({"Cookie": f"rawi_lang={lang}"})],
        check=True, env={"CHROME_PATH": shutil.which("chromium") or "", **os.environ},
    )  # fmt: skip
    report = json.loads(out.read_text(encoding="utf-8"))
    return {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}


def main() -> int:
    """Prints a line for each page and language; 1 where one is below LEAST."""
    worst = 100
    with tempfile.TemporaryDirectory() as held, Story.open(Path(held) / "sample.rawi") as story:
        story.add([SAMPLE])
        app = create_app(Settings(story=story.path, opener=lambda: nullcontext(story)))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        port = server.servers[0].sockets[0].getsockname()[1]
        for page in pages(story):
            for lang in ("ar", "en"):
                found = scores(f"http://127.0.0.1:{port}{page}", lang, Path(held))
                worst = min(worst, *found.values())
                print(lang, *found.values(), page, flush=True)
        server.should_exit = True
        thread.join(timeout=5)
    return int(worst < LEAST)


if __name__ == "__main__":
    sys.exit(main())
