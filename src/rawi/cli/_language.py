"""The language of what a command prints for people: Arabic where the user asks for it, else English.

`--lang` decides, then RAWI_LANG, then the usual environment. English is written in the code and needs
nothing else; Arabic stands in two gettext catalogues (locale/ar here, and the pages' own for words that
both show) and, for errors, in lexicon/refusal_words.tsv. What programs read (JSON Lines, CSV) is the same
in both languages.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("ar", "en")
VARIABLES = ("RAWI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides
_ARABIC = re.compile(r"ar(?![a-z])", re.IGNORECASE)  # ar, ar_EG.UTF-8; not arn, which is Mapudungun
_lang: ContextVar[str] = ContextVar("lang", default="en")


def chosen(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """ar or en, by `rawi --lang …` before the command's name, else by the environment."""
    given = ""
    words = iter(arguments)
    for word in words:
        if not word.startswith("-"):
            break
        name, equals, value = word.partition("=")
        if name == "--lang":
            given = value if equals else next(words, "")
    if given in LANGUAGES:
        return given
    said = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return "ar" if _ARABIC.match(said) else "en"


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """`say` and `count` answer in this language meanwhile."""
    token = _lang.set(lang)
    try:
        yield
    finally:
        _lang.reset(token)


def in_arabic() -> bool:
    """Whether Arabic is spoken now."""
    return _lang.get() == "ar"


def say(message: str, **values: object) -> str:
    """A message of the catalogue in the language spoken now, `%(name)s` in it filled from `values`."""
    if in_arabic():
        from rawi.cli._arabic import catalogue, isolated  # Babel takes 60 ms to load

        message = catalogue().gettext(message)
        values = {name: isolated(str(value)) for name, value in values.items()}
    return message % values if values else message


def count(one: str, many: str, n: int) -> str:
    """A message that goes by number, `%(n)s` in it being that number with its groups."""
    if in_arabic():
        from rawi.cli._arabic import catalogue

        message = catalogue().ngettext(one, many, n)
    else:
        message = one if n == 1 else many
    return message.replace("%(n)s", f"{n:,}")


def explained(words: str) -> str:
    """An error's reason or hint in the language spoken now."""
    if not in_arabic():
        return words
    from rawi.web.i18n import Tongue
    from rawi.web.reasons import explained

    return explained(words, Tongue("ar"))
