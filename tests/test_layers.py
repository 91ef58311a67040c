"""A room uses the rooms above it, never one below (the order is docs/decisions and the design's)."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parent.parent / "src" / "rawi"
ORDER = [
    "errors", "records", "wire", "lexicon", "sources", "arabic", "article", "readers", "pipeline",
    "store", "story", "export", "web", "cli",
]  # fmt: skip
FACE = {"__init__", "__main__"}


def room(path: Path) -> str:
    top = path.relative_to(SRC).parts[0]
    return top.removesuffix(".py")


def imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = sorted(p for p in SRC.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_room_uses_one_below_it(path):
    here = room(path)
    if here in FACE:
        return
    assert here in ORDER, f"{here} is not a room of the house"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "rawi" and len(parts) > 1 and parts[1] in ORDER:
            assert ORDER.index(parts[1]) <= ORDER.index(here), f"{path.name} imports {name}"
        elif name == "rawi":
            assert here in {"web", "cli"}, f"{path.name} imports the public face"
