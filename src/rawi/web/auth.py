"""The door: a password (argon2), a signed session that expires, and patience with wrong guesses."""

from __future__ import annotations

import secrets
import time
from collections import deque
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request

from rawi.web.settings import Settings

SESSION = "rawi_session"
SESSION_SECONDS = 12 * 3600  # one working day
TRIES = 10  # wrong guesses that are answered within WINDOW_SECONDS, from everywhere together
WINDOW_SECONDS = 300.0

_hasher = PasswordHasher()


def hashed(password: str) -> str:
    """The argon2 hash of a password, to be kept in place of it."""
    return _hasher.hash(password)


def right_password(settings: Settings, password: str) -> bool:
    """Whether `password` is the one that the settings hold the hash of."""
    if settings.password_hash is None:
        return False
    try:
        return _hasher.verify(settings.password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def new_session(settings: Settings) -> str:
    """A signed session, good for SESSION_SECONDS."""
    return _signer(settings).dumps(secrets.token_urlsafe(16))


def admitted(request: Request, settings: Settings) -> bool:
    """Whether a request may see pages: no password is asked for, or its session is good."""
    if settings.password_hash is None:
        return True
    held = request.cookies.get(SESSION)
    if not held:
        return False
    try:
        _signer(settings).loads(held, max_age=SESSION_SECONDS)
    except BadSignature:
        return False
    return True


class Patience:
    """Counts wrong guesses; after TRIES of them within WINDOW_SECONDS no guess is looked at.

    All callers are counted together: behind a proxy they share one address, and the password is one.
    `turn` is held while a guess is looked at: of many at once none slips through uncounted.
    """

    def __init__(self) -> None:
        self.turn = Lock()
        self._wrong: deque[float] = deque(maxlen=TRIES)

    def exhausted(self) -> bool:
        """Whether the next guess must wait."""
        return len(self._wrong) == TRIES and time.monotonic() - self._wrong[0] < WINDOW_SECONDS

    def wrong(self) -> None:
        """Notes one wrong guess."""
        self._wrong.append(time.monotonic())


def _signer(settings: Settings) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings.secret, salt="session")
