"""Which files a page asks the browser to load, by the manifest that the front-end build wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent / "static"
# The faces that every Arabic page shows above the fold, asked for at once so that the text does not jump.
PRELOADED = ("ibm-plex-sans-arabic-arabic-400", "noto-naskh-arabic-arabic-400")


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of style sheets, modules and preloaded fonts for one page."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


def built() -> bool:
    """Whether the front end has been built."""
    return (STATIC / "manifest.json").is_file()


def assets(*entries: str) -> Assets:
    """The files of `main` and of the further `entries`; nothing where the front end is not built.

    A new build is seen at once: its files have other names than those of the one before.
    """
    try:
        return _assets((STATIC / "manifest.json").stat().st_mtime_ns, entries)
    except FileNotFoundError:
        return Assets()


@lru_cache(maxsize=64)
def _assets(_built: int, entries: tuple[str, ...]) -> Assets:
    manifest: dict[str, Any] = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    chunks = [manifest[f"src/{name}.js"] for name in ("main", *entries)]
    styles = {f"/static/{css}": None for chunk in chunks for css in chunk.get("css", ())}
    scripts = [f"/static/{chunk['file']}" for chunk in chunks]
    fonts = sorted(
        f"/static/{item['file']}"
        for item in manifest.values()
        if item["file"].endswith(".woff2")
        and any(item["file"].startswith(f"assets/{face}") for face in PRELOADED)
    )
    return Assets(tuple(styles), tuple(scripts), tuple(fonts))
