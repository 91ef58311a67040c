"""Which program read an article: a digest of everything a reading depends on.

Two installations with the same stamp give the same reading of the same document. The stamp changes
with any change to the readers, the Arabic layer or a lexicon, so nobody has to remember to raise a
number.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

ROOMS = ("records.py", "wire.py", "pipeline.py", "lexicon", "arabic", "article", "readers")


@cache
def reading_stamp() -> str:
    """The stamp of this installation (16 hex digits)."""
    digest = blake2b(digest_size=8)
    root = files("rawi")
    for room in ROOMS:
        for path, name in sorted(_files(root.joinpath(room), room), key=lambda f: f[1]):
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(at: Traversable, name: str) -> list[tuple[Traversable, str]]:
    if at.is_file():
        return [] if name.endswith((".pyc", ".md")) else [(at, name)]
    if not at.is_dir():
        return []
    return [f for inner in at.iterdir() for f in _files(inner, f"{name}/{inner.name}")]
