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


def term(message: str, **values: object) -> str:
    """As `say`, for a word among others on a line: kept from changing places with its neighbours."""
    return field(say(message, **values))


def field(words: str) -> str:
    """Words of ours as one field of a line or one cell of a table."""
    if not in_arabic():
        return words
    from rawi.cli._arabic import isolated

    return isolated(words)


def named(names: Mapping[str, str], code: str | None) -> str:
    """What a record's code means, as the pages name it in Arabic; in English the code, as options take it."""
    if code is None or not in_arabic():
        return code or ""
    return term(names[code]) if code in names else code


def count(one: str, many: str, n: int, **values: object) -> str:
    """A message that goes by number, `%(n)s` in it being that number with its groups."""
    if in_arabic():
        from rawi.cli._arabic import catalogue, isolated

        message = catalogue().ngettext(one, many, n)
        values = {name: isolated(str(value)) for name, value in values.items()}
    else:
        message = one if n == 1 else many
    return message % {"n": f"{n:,}", **values}


def sentence(line: str) -> str:
    """A whole line of ours as it is printed: in Arabic it reads from the right."""
    if not in_arabic():
        return line
    from rawi.cli._arabic import laid_out

    return laid_out(line)


def explained(words: str) -> str:
    """An error's reason or hint in the language spoken now."""
    if not in_arabic():
        return words
    from rawi.web.i18n import Tongue
    from rawi.web.reasons import explained

    return explained(words, Tongue("ar"))
