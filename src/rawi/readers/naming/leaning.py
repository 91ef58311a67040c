"""What the lexicons and the head words add to the tagger's scores of labels, in each way of labelling.

The model hears a lexicon that it was trained with as attributes of words; what it was not trained with is added
here, a constant for each kind of knowledge. An encyclopaedia labels things and peoples that newswire
does not, and bodies of whose kinds its few training articles tell little: national teams, armies, companies.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rawi.arabic.words import Token
from rawi.readers.naming import gazetteer, lexicons
from rawi.readers.naming.gazetteer import Match
from rawi.readers.naming.patterns import Patterns

BODY = "body"  # a name that a head word opens
KNOWN = {
    "": {"person": 4.0},
    "aqmar": {"person": 4.0, lexicons.THING: 3.0, "group": 3.0, lexicons.COMPANY: 4.0, BODY: 4.0},
}
"""By way of labelling: what a name adds to the scores of its label. Of persons, things and groups chosen on
held-out sentences; of companies and bodies, whom the held-out articles hardly have, as of persons."""
LABELLED = {"person": "PER", lexicons.THING: "MISC", lexicons.COMPANY: "ORG"}


def lean(
    scores: np.ndarray, labels: Sequence[str], tokens: Sequence[Token], matches: Sequence[Match], way: str
) -> None:
    """Adds to the `scores` (tokens, labels) of one sentence what is known of its words, but for bodies."""
    known = KNOWN.get(way, {})
    more = gazetteer.things(tokens) if lexicons.THING in known else ()
    for m in (*matches, *more):
        kind = lexicons.COMPANY if m.entry.kind == lexicons.COMPANY else m.entry.type
        if m.entry.sure and kind in known:
            _add(scores, labels, m.first, m.last, LABELLED[kind], known[kind])
    if "group" in known:  # an encyclopaedia labels peoples as persons
        peoples = [i for i, t in enumerate(tokens) if t.definite and t.base in lexicons.collectives()]
        scores[peoples, labels.index("B-PER")] += known["group"]


def lean_to_bodies(
    scores: np.ndarray,
    labels: Sequence[str],
    tokens: Sequence[Token],
    matches: Sequence[Match],
    spans: Sequence[tuple[int, int, str]],
    way: str,
) -> None:
    """The same for bodies that a head word opens: «منتخب الهند», «الجيوش …».

    `spans`: the names of the sentence as far as they are seen without: first, last (exclusive), label.
    """
    weight = KNOWN.get(way, {}).get(BODY)
    if weight is None:
        return
    seen = {k: label for a, b, label in spans for k in range(a, b)}
    persons = {a: b for a, b, label in spans if label == "PER"}
    for first, last, head, bare in Patterns(tokens, matches, seen, persons).find():
        if head.type == "organization" and not bare and head.word not in lexicons.generic("seat"):
            _add(scores, labels, first, last, "ORG", weight)


def _add(
    scores: np.ndarray, labels: Sequence[str], first: int, last: int, label: str, weight: float
) -> None:
    scores[first, labels.index(f"B-{label}")] += weight
    scores[first + 1 : last, labels.index(f"I-{label}")] += weight
