"""One event as stretches of tokens, before it is a record."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.records import Days

Stretch = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """`span`, `actor`, `target` and `place` are tokens first:last; `basis` says by which word it was read."""

    span: Stretch
    type: str | None
    basis: str
    actor: Stretch | None = None
    target: Stretch | None = None
    place: Stretch | None = None
    days: Days | None = None
    firm: bool = False  # said to have taken place, whatever is planned around it
    verb: int | None = None  # the token of the verb that tells it
    own: bool = False  # told by who did it, in the first person
    subject: Stretch | None = None  # what stands before the verb and is its subject
    held: bool = False  # said to have been held or concluded: «مؤتمر عقد في …»
    hidden: bool = False  # by whom is told only by the verb before it
