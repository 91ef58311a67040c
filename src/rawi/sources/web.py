"""Asking the web, politely: one address at a time, only what changed, and never what a site forbids.

- an address is asked again with the ETag and date of the last answer (RFC 9110, 13.1), so that a feed
  that did not change costs its site next to nothing
- robots.txt (RFC 9309) is read once for each site and kept to
- answers are bounded in size and time; only http and https are followed
- a page that a feed names may lie on the feed's own host or on the open internet, never elsewhere on this
  machine or its network, wherever it redirects to
"""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from urllib.robotparser import RobotFileParser

from rawi.errors import NoAnswerError, SourceError, TooLargeError, UnreadableError, said

AGENT = "Rawi/0.1 (reads news feeds; one request at a time)"
TIMEOUT = 20  # seconds for one answer to begin
PAUSE = 1.0  # seconds between two requests to one site, as robots.txt files that name a delay mostly ask
ROBOTS_LIMIT = 500_000  # bytes of a robots.txt that must be read (RFC 9309, 2.5: at least 500 KiB)


FOR_NOW = (408, 425, 429)  # of the answers that blame the asker, those that another time may mend


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `data` is None where nothing changed since the tags that were sent."""

    url: str
    data: bytes | None
    etag: str | None = None
    modified: str | None = None


class Web:
    """Requests on behalf of one feed. `home`: hosts that may be asked wherever they lie."""

    def __init__(self, home: Iterable[str], pause: float = PAUSE) -> None:
        self.home = frozenset(home)
        self.pause = pause
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}
        self._opener = build_opener(_Redirects(self))

    def get(
        self, url: str, *, limit: int, etag: str | None = None, modified: str | None = None,
        robots: bool = False,
    ) -> Answer:  # fmt: skip
        """What lies at `url`, at most `limit` bytes, unpacked.

        `robots`: ask only if the site's robots.txt allows it. Raises SourceError.
        """
        self.check(url)
        if robots and not self._allowed(url):
            raise UnreadableError(
                "the site's robots.txt asks programs to leave it alone", source=url,
                hint="open it in a browser, save it, and add the file",
            )  # fmt: skip
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "*/*"}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        return self._ask(url, headers, limit)

    def check(self, url: str) -> None:
        """Raises UnreadableError where `url` may not be asked."""
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            parts, host = None, ""
        if parts is None or parts.scheme not in ("http", "https") or not host:
            raise UnreadableError("not an address on the web", source=url)
        if host not in self.home and not _open(host):
            raise UnreadableError(
                "the address lies on this machine or its own network", source=url,
                hint="a feed may not send Rawi there",
            )  # fmt: skip

    def _ask(self, url: str, headers: dict[str, str], limit: int) -> Answer:
        self._wait(url)
        try:
            with self._opener.open(Request(url, headers=headers), timeout=TIMEOUT) as answer:
                data = answer.read(limit + 1)
                if answer.headers.get("Content-Encoding", "").lower() == "gzip":
                    data = zlib.decompressobj(31).decompress(data, limit + 1)
                if len(data) > limit:
                    raise TooLargeError(said("more than {:,} bytes", limit), source=url)
                return Answer(
                    answer.url,
                    data,
                    answer.headers.get("ETag"),
                    answer.headers.get("Last-Modified"),
                )
        except HTTPError as error:
            if error.code == 304:
                return Answer(
                    url, None, headers.get("If-None-Match"), headers.get("If-Modified-Since")
                )
            if error.code >= 500 or error.code in FOR_NOW:
                raise NoAnswerError(
                    said("the site answered {}", error.code), source=url, hint="try again later"
                ) from error
            raise UnreadableError(
                said("the site answered {}", error.code), source=url, hint="check the address"
            ) from error
        except (URLError, OSError, HTTPException, zlib.error, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise NoAnswerError(
                said("no answer ({})", reason),
                source=url,
                hint="check the address and the connection",
            ) from error

    def _wait(self, url: str) -> None:
        host = urlsplit(url).netloc
        last = self._asked.get(host)
        if last is not None and (rest := last + self.pause - time.monotonic()) > 0:
            time.sleep(rest)
        self._asked[host] = time.monotonic()

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = RobotFileParser()
            try:
                text = self._ask(f"{site}/robots.txt", {"User-Agent": AGENT}, ROBOTS_LIMIT).data
                rules.parse((text or b"").decode("utf-8", "replace").splitlines())
            except SourceError:
                rules.parse([])  # a site without one forbids nothing
            self._robots[site] = rules
        return self._robots[site].can_fetch(AGENT, url)


class _Redirects(HTTPRedirectHandler):
    """Follows only where `Web.check` lets it."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def redirect_request(
        self, req: Request, fp: object, code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        self.web.check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(host: str) -> bool:
    """Whether every address of `host` is on the open internet."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
        return bool(found) and all(ipaddress.ip_address(a.split("%")[0]).is_global for a in found)
    except (OSError, UnicodeError, ValueError):
        return False
