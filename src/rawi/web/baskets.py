"""Which basket a browser is filling: a cookie names it."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from starlette.requests import Request

from rawi.errors import UsageError
from rawi.story.basket import DEFAULT, Basket

COOKIE = "rawi_basket"  # its value is percent-encoded: names are Arabic


def basket_of(request: Request, story: Any) -> Basket:
    """The basket that the cookie names, else the one that is meant where none is named."""
    try:
        made: Basket = story.basket(unquote(request.cookies.get(COOKIE, "")) or DEFAULT)
    except UsageError:
        made = story.basket(DEFAULT)
    return made
