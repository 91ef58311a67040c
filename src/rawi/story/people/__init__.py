"""Who is who across a story, and who held which office when.

names.py     a person's name taken apart; spellings and shorter forms of it compared
offices.py   a printed role as an office, its holder's sphere, and whether it is a former one
bodies.py    the key of a place, body, outlet or group
identity.py  which forms of name are one person, with the reason and a score (pure)
index.py     the tables, and how an article enters and leaves them
report.py    what users ask: people, entity, offices
"""

from rawi.story.people.report import (
    Entity,
    EntityRow,
    Form,
    Holder,
    Office,
    Tenure,
    entity,
    holder,
    offices,
    people,
)

__all__ = [
    "Entity", "EntityRow", "Form", "Holder", "Office", "Tenure", "entity", "holder", "offices", "people",
]  # fmt: skip
