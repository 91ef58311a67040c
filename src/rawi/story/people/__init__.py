"""Who is who across a story, and who held which office when.

names.py     a person's name taken apart; spellings and shorter forms of it compared
offices.py   a printed role as an office, its holder's sphere, and whether it is a former one
bodies.py    the key of a place, body, outlet or group
identity.py  which forms of name are one person, with the reason and a score (pure)
index.py     the tables, and how an article enters and leaves them
bearing.py   whom a chosen name means, who is meant in a stretch of text
report.py    what users ask: people, entity, offices
mentions.py  where one is named, and what users decided about who that is
"""

from rawi.story.people.bearing import Stretch, bearers, named, speaking
from rawi.story.people.mentions import Mention, Told, mentions, record_of, told_of
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
    quoted,
)

__all__ = [
    "Entity", "EntityRow", "Form", "Holder", "Mention", "Office", "Stretch", "Tenure", "Told", "bearers",
    "entity", "holder", "mentions", "named", "offices", "people", "quoted", "record_of", "speaking", "told_of",
]  # fmt: skip
