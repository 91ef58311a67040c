"""How one story is served: which file, to whom, behind which password."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the application needs to know. `opener` gives an open story for one request.

    `password_hash` is an argon2 hash; None serves without a password, which only loopback may.
    `hosts` are the Host headers that are answered (None: any), so that a page of another site whose
    name was pointed at this machine gets nothing. `secret` signs sessions and forms; a new one at
    each start ends every earlier session.
    """

    story: Path
    opener: Callable[[], AbstractContextManager[Any]]
    password_hash: str | None = None
    hosts: tuple[str, ...] | None = LOOPBACK
    secure_cookies: bool = False
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def name(self) -> str:
        """The story's name: its file's, without the ending."""
        return self.story.stem
