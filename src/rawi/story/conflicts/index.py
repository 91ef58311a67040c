"""The derived tables of contradictions: what each article claims, and the pairs that cannot both hold.

`conflicts_items` holds claims, amounts and limits; `conflicts_hooks` the few keys under which each can be
found by what would contradict it: the opposite side of its axis with its object, the words of a denial,
the thing counted, the thing to be done. So an article costs a look at the keys of its own claims.

    1. items     of the article
    2. seek      for each the items that could contradict it, those that share most keys first
    3. judge     each pair         oppose.py amounts.py measures.py limits.py happenings.py rivals.py
    4. thin      of two speakers on one axis in the same two articles, the strongest pair only
    5. replies   denials and refusals that stand beside what they deny or refuse in this article, and two
                 sides that accuse each other                       replies.py refusals.py charges.py
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from rawi.arabic.analysis import Analysis, analyse
from rawi.records import Reading
from rawi.store.reading import reading
from rawi.store.sqlite import Store
from rawi.story.conflicts import lexis
from rawi.story.conflicts.amounts import Amount, amounts, differ, growing, none_against
from rawi.story.conflicts.charges import charges
from rawi.story.conflicts.claims import Claim, claims
from rawi.story.conflicts.countered import countered
from rawi.story.conflicts.exclusive import Seat, seats
from rawi.story.conflicts.finding import Finding, same_speaker
from rawi.story.conflicts.happenings import Happening, happenings, misdated
from rawi.story.conflicts.items import item_from, plain
from rawi.story.conflicts.keys import NEAR, Item, keys, wanted
from rawi.story.conflicts.limits import PUT_OFF, Limit, collide, limits
from rawi.story.conflicts.measures import alike
from rawi.story.conflicts.oppose import oppose
from rawi.story.conflicts.refusals import refusals
from rawi.story.conflicts.replies import Reply, replies
from rawi.story.conflicts.rivals import rival
from rawi.story.conflicts.stance import stance
from rawi.story.conflicts.tables import MIGRATIONS
from rawi.story.derived import Derived

MOST = 24  # items looked at for one
JUDGE = (
    0.25  # the trained judge's part in the strength: it learned from headlines, not from clauses
)
SINCE = 7  # days from the denial of a thing after which it may have come to be
CLEAR = 0.6  # strength from which a contradiction is called clear
VERSION = 29


def current(item: str) -> str:
    """The condition that this version wrote an item: an older one's have another shape, and wait."""
    return (
        f"EXISTS (SELECT 1 FROM derived WHERE module = 'conflicts' AND article = {item}.article"
        f" AND version = {VERSION})"
    )


@dataclass(frozen=True, slots=True)
class Held:
    """An item in the story: its number, the day it is of (proleptic ordinal, 0 unknown)."""

    n: int
    day: int
    item: Item


def update(store: Store, article_id: str) -> None:
    """Take one article in: its claims, and every pair that they make with claims of the story."""
    found = reading(store, article_id)
    analysis = analyse(found.article.text)
    mine = [_keep(store, found, item) for item in items_of(found, analysis)]  # 1.
    best: dict[tuple[object, ...], tuple[Held, Held, Finding]] = {}
    seen: set[tuple[int, int]] = set()
    for held in mine:
        for other in (*_seek(store, held), *_told_again(store, held)):  # 2.
            pair = (min(held.n, other.n), max(held.n, other.n))
            if held.n == other.n or pair in seen:
                continue
            seen.add(pair)
            judged = judge(held, other, together=_together(store, held, other))  # 3.
            if judged is None:
                continue
            key = _group(held, other, judged)  # 4.
            if key not in best or _worth(held, other, judged) > _worth(*best[key]):
                best[key] = (held, other, judged)
    beside = (
        *replies(found, analysis), *countered(found, analysis), *charges(found, analysis),
        *refusals(found, analysis),
    )  # fmt: skip
    for reply in beside:  # 5.
        if not any(_same_words(reply, one.item, two.item) for one, two, _ in best.values()):
            claim, denial = (_keep(store, found, s) for s in (reply.claim, reply.denial))
            judged = (
                Finding("position", reply.strength, lexis.WISH, 1)
                if reply.claim.act == "demand"
                else Finding("denial", reply.strength, matter=reply.matter)
            )
            _store(store, claim, denial, judged)
    for one, two, judged in best.values():
        _store(store, one, two, judged)


def _same_words(reply: Reply, a: Item, b: Item) -> bool:
    """Whether a pair found by its words is the reply's own, in the same article: the same denial, of the
    same words or of the same speaker's."""
    return any(
        _meet(reply.denial, y)
        and (_meet(reply.claim, x) or bool(x.holder and x.holder == reply.claim.holder))
        for x, y in ((a, b), (b, a))
        if x.article == y.article
    )


def _meet(a: Item, b: Item) -> bool:
    return a.article == b.article and a.start < b.end and b.start < a.end


def forget(store: Store, article_id: str) -> None:
    """Take an article's claims and pairs out."""
    connection = store.connection
    connection.execute(
        "DELETE FROM conflicts_pairs WHERE a_article = :id OR b_article = :id", {"id": article_id}
    )
    connection.execute("DELETE FROM conflicts_items WHERE article = ?", (article_id,))


def items_of(found: Reading, analysis: Analysis | None = None) -> list[Item]:
    """Everything in an article that could contradict something."""
    analysis = analysis or analyse(found.article.text)
    said = claims(found, analysis)
    days = (*limits(found, analysis), *happenings(found, analysis))
    return [*said, *amounts(found, analysis), *days, *seats(found, analysis, said)]


def judge(one: Held, two: Held, together: bool = False) -> Finding | None:
    """How two items contradict each other, or None. `together`: they are known to be one undertaking."""
    a, b = one.item, two.item
    if isinstance(a, Claim) and isinstance(b, Claim):
        found = oppose(a, b, two.day - one.day if one.day and two.day else 0)
        return None if found is None else _weighed(found, a, b)
    if isinstance(a, Amount) and isinstance(b, Amount):
        later = two.day - one.day if one.day and two.day else None
        return differ(a, b, later) or alike(a, b, later)
    if isinstance(a, Limit) and isinstance(b, Limit):
        older, newer = (a, b) if one.day <= two.day else (b, a)
        retold = one.day != two.day and newer.until < older.until
        passed = date.fromordinal(max(one.day, two.day, 1)).isoformat() > older.until
        again = passed and older.recurs and newer.recurs and not PUT_OFF & {a.status, b.status}
        return None if retold or again else collide(a, b, together)
    if isinstance(a, Happening) and isinstance(b, Happening):
        return misdated(a, b)
    if isinstance(a, Seat) and isinstance(b, Seat):
        return rival(a, b, two.day - one.day if one.day and two.day else 0)
    if isinstance(a, Claim) and isinstance(b, Amount):
        return none_against(a, b)
    if isinstance(b, Claim) and isinstance(a, Amount):
        return none_against(b, a)
    return None


def _weighed(found: Finding, a: Claim, b: Claim) -> Finding:
    """The same, stronger or weaker by what the trained judge thinks of the two texts."""
    judged = stance(a.text, b.text).disagree
    return replace(found, strength=(1 - JUDGE) * found.strength + JUDGE * judged)


def grade(one: Held, two: Held, judged: Finding) -> str:
    """clear | weak | change: what is said of two times is a change, not a contradiction."""
    apart = abs(one.day - two.day) if one.day and two.day else 0
    if judged.kind == "date" and isinstance(one.item, Limit):
        statuses = {one.item.status, two.item.status}  # type: ignore[union-attr]
        return "change" if apart > 1 or "postponed" in statuses else "weak"
    if isinstance(one.item, Happening):
        return "clear" if judged.strength >= CLEAR else "weak"
    if judged.kind == "denial" and _since(one, two, judged) > SINCE:
        return "change"  # a plan told of a week after it was denied may have come to be
    if apart > NEAR or (apart and _speaker_alone(one.item, two.item)):
        return "change"
    if judged.fell:
        return "clear" if judged.strength >= CLEAR else "weak"
    if judged.kind == "figure" and one.item.article != two.item.article:
        if apart and isinstance(one.item, Amount) and growing(one.item):
            return "change"
        if not (one.item.holder and two.item.holder):
            return "weak"  # two outlets may count two things in the same words
    return "clear" if judged.strength >= CLEAR else "weak"


def _since(one: Held, two: Held, judged: Finding) -> int:
    """Days from the denial that there is such a thing to the claim that there is; else 0."""
    for a, b in ((one, two), (two, one)):
        there = isinstance(a.item, Claim) and any(
            d.sort == "thing" and d.heads[0] == judged.matter for d in a.item.denials
        )
        if there and a.day and b.day:
            return b.day - a.day
    return 0


def _speaker_alone(a: Item, b: Item) -> bool:
    """Whether one speaker says both: on another day that is a change of mind."""
    return isinstance(a, Claim) and isinstance(b, Claim) and bool(a.holder) and same_speaker(a, b)


def _seek(store: Store, held: Held) -> list[Held]:
    out: dict[int, Held] = {}
    for sought in wanted(held.item):
        if not sought.keys:
            continue
        first, last = (held.day - sought.days, held.day + sought.days) if held.day else (0, 10**7)
        for row in store.rows(
            "SELECT i.n, i.sort, i.day, i.data FROM (SELECT item, count(*) AS met FROM conflicts_hooks"
            " WHERE key IN (SELECT value FROM json_each(?)) AND (day BETWEEN ? AND ? OR day = 0)"
            " AND item <> ? GROUP BY item HAVING met >= ? ORDER BY met DESC, abs(day - ?), item"
            f" LIMIT ?) JOIN conflicts_items i ON i.n = item WHERE i.article = ? OR {current('i')}",
            (
                json.dumps(sought.keys),
                first,
                last,
                held.n,
                sought.least,
                held.day,
                MOST,
                held.item.article,
            ),
        ):
            out[row["n"]] = Held(row["n"], row["day"], item_from(row["sort"], row["data"]))
    return list(out.values())


def _told_again(store: Store, held: Held) -> list[Held]:
    """The other steps of the undertaking that a limit is of (story/threads)."""
    if not isinstance(held.item, Limit):
        return []
    return [
        Held(row["n"], row["day"], item_from(row["sort"], row["data"]))
        for row in store.rows(
            "SELECT i.n, i.sort, i.day, i.data FROM (SELECT a AS record FROM threads_pairs WHERE b = ?1"
            " UNION SELECT b FROM threads_pairs WHERE a = ?1) p"
            " JOIN conflicts_hooks h ON h.key = 'record ' || p.record JOIN conflicts_items i ON i.n = h.item"
            f" WHERE i.article = ?2 OR {current('i')}",
            (held.item.record, held.item.article),
        )
    ]


def _together(store: Store, one: Held, two: Held) -> bool:
    if not (isinstance(one.item, Limit) and isinstance(two.item, Limit)):
        return False
    a, b = sorted((one.item.record, two.item.record))
    found = store.one("SELECT 1 FROM threads_pairs WHERE a = ? AND b = ?", (a, b))
    return found is not None


def _group(one: Held, two: Held, judged: Finding) -> tuple[object, ...]:
    first, second = sorted(
        ((one.item.article, one.item.holder), (two.item.article, two.item.holder))
    )
    about = judged.axis or judged.shared[:1] or ""
    return judged.kind, about, first, second


def _worth(one: Held, two: Held, judged: Finding) -> tuple[int, float]:
    """Which of several pairs is shown: the speakers' own words before paraphrase, then the strongest."""
    own = sum(isinstance(h.item, Claim) and h.item.direct for h in (one, two))
    return own, judged.strength


def _keep(store: Store, found: Reading, item: Item) -> Held:
    day = _day(found, item)
    sort = type(item).__name__.lower()
    number = store.connection.execute(
        "INSERT INTO conflicts_items (article, sort, day, start, data) VALUES (?, ?, ?, ?, ?)",
        (found.article.id, sort, day, item.start, json.dumps(plain(item), ensure_ascii=False)),
    ).lastrowid
    assert number is not None
    store.connection.executemany(
        "INSERT OR IGNORE INTO conflicts_hooks (key, day, item) VALUES (?, ?, ?)",
        [(key, day, number) for key in keys(item)],
    )
    return Held(number, day, item)


def _day(found: Reading, item: Item) -> int:
    """The day on which it is said: the statement's, or the article's."""
    if isinstance(item, Claim) and item.said:
        return date.fromisoformat(item.said).toordinal()
    published = found.article.published
    return published.begin.toordinal() if published and published.begin else 0


def _store(store: Store, one: Held, two: Held, judged: Finding) -> None:
    # `sign` is that of the first of the two as they are stored
    swapped = (two.day, two.n) < (one.day, one.n)
    a, b = (two, one) if swapped else (one, two)
    sign = judged.sign
    if judged.axis:
        sign = -judged.sign if swapped else judged.sign
    store.connection.execute(
        "INSERT OR REPLACE INTO conflicts_pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (a.n, b.n, a.item.article, b.item.article, judged.kind, grade(one, two, judged),
         round(judged.strength, 3), judged.axis, sign,
         json.dumps(judged.shared, ensure_ascii=False), judged.matter, judged.done),
    )  # fmt: skip


DERIVED = Derived("conflicts", version=VERSION, migrations=MIGRATIONS, update=update, forget=forget)
