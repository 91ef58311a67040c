"""What is ordered or decided and is no undertaking, and whom a verb with an object charges."""

from __future__ import annotations

from rawi.readers.attribution.words import Words, heads
from rawi.readers.undertakings.draft import Stretch
from rawi.readers.undertakings.lexis import Verb, group, has

ORDERS = ("أمر", "قرر", "أوعز", "كلف", "وجه", "قضى", "ألزم")


def who_charges(words: Words, party: list[Stretch]) -> list[Stretch]:
    """The subject of a verb with an object, without whom it charges: «أمرت [المحكمة] الشركة بـ…»."""
    if len(party) != 1:
        return party
    first, last = party[0]
    for k in range(first + 1, last):
        name, ahead = words.name[k], words.tokens[k - 1]
        another = words.tokens[k].definite and (heads(words.norm[k], "human") or heads(words.norm[k], "body"))
        person = name is not None and name.type == "person" and heads(words.norm[first], "body")
        if (another or person) and ahead.definite and not words.tokens[k].proclitics:
            return [(first, k)]
    return party


def by_court(words: Words, party: list[Stretch]) -> bool:
    """Whether a court gives the order."""
    return any(words.tokens[j].base in group("bench") for stretch in party[:1] for j in range(*stretch))


def judicial(words: Words, verb: Verb, a: int, b: int) -> bool:
    """Whether an order is a court's or the police's: to seize, to hold, to let go."""
    by_court = any(words.tokens[j].base in group("bench") for j in range(max(0, a - 4), a))
    reach = a + (10 if by_court else 3)
    return verb.word in ORDERS and any(has(words, j, "judicial") for j in range(a, min(reach, b)))


def depends(words: Words, a: int, condition: int) -> bool:
    """Whether what is announced at token `a` is to be done on the condition that begins at token `condition`:
    «إذا», «في حال», not «حال محاولته», and no arrest."""
    word = words.core[condition]
    return word in ("اذا", "في", "ما", "بشرط", "شريطه") and words.tokens[a].base not in group("judicial")


def paper(words: Words, a: int) -> bool:
    """Whether what is decided or agreed is a paper («مشروع قانون») or a sentence («تمديد حبس …»)."""
    return any(
        has(words, j, "paper") or words.tokens[j].base in group("paper")
        for j in range(a, min(a + 2, len(words)))
        if (j == a or not words.tokens[j].proclitics) and words.core[a].lstrip("ب") != "عدم"
    )


def crime(words: Words, a: int) -> bool:
    """Whether what is planned at token `a` is a crime: «تفجير …», «تنفيذ هجمات»."""
    if words.tokens[a].base in group("crime"):
        return True
    if words.tokens[a].base in group("carrying_out"):  # «القيام بعمليات تخريب»
        near = range(a + 1, min(len(words), a + 4))
        return any(words.tokens[j].base in group("crime") | group("attack") for j in near)
    if a + 1 >= len(words):
        return False
    attack = has(words, a + 1, "attack") or words.tokens[a + 1].base in group("attack")
    return attack and not words.is_(a, "preposition")
