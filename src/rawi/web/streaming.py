"""Pages that go out as they are made: the reader sees the head while the rest is being found.

A template writes `{{ PAUSE }}` where what stands before it should go out at once; it needs no script.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import StreamingResponse

PAUSE = (
    "\x00"  # never in a page otherwise: no template writes one, and `clean` takes it out of texts
)
LEVEL = 5  # of compression, as for other pages
_GZIP = 31  # zlib's number for a window of 32 KB in gzip's format


def streamed(request: Request, pieces: Iterable[str]) -> StreamingResponse:
    """A page from a template's pieces, sent part by part."""
    parts: Iterator[bytes] = (part.encode("utf-8", "replace") for part in _parts(pieces))
    headers = {"vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        # Compressed here: the middleware would hold a part back until it has enough for a block.
        parts, headers["content-encoding"] = _packed(parts), "gzip"
    return StreamingResponse(parts, media_type="text/html; charset=utf-8", headers=headers)


def _parts(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for piece in pieces:
        if piece == PAUSE:
            yield "".join(held)
            held.clear()
        else:
            held.append(piece)
    yield "".join(held)


def _packed(parts: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _GZIP)
    for part in parts:
        yield packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()
