"""What the article says of itself, and which of its words are the article proper.

field  An outlet, byline or credit is right when it folds to the gold's words, or one's words hold
       the other's; a title when it folds to the same words; a day when both ends agree, or, where
       the gold inferred it, when the found days meet the gold's and lie within them, or within
       the `widest` days that the gold allows.
body   Words outside the title, in the gold's body and in the found one: precision and recall.
"""

from __future__ import annotations

import re

from benchmarks.accuracy.gold import Case, Gold, Json, accepted, locate
from benchmarks.accuracy.kinds import Tally, fold

NAMED = ("outlet", "byline", "credited")
WORD = re.compile(r"\w+")


def masthead(case: Case, tally: Tally) -> None:
    """Counts the fields of one article's record. Does nothing where no article record was given."""
    if case.article is None:
        return
    gold, found = case.gold.get("article", {}), case.article
    for name in NAMED:
        if name in gold:
            right = any(_same(want, found.get(name)) for want in accepted(gold, name))
            _note(case, tally, name, right, gold[name], found.get(name))
    if gold.get("title"):
        title = (found.get("title") or {}).get("text")
        right = fold(title) == fold(gold["title"]["text"])
        _note(case, tally, "title", right, gold["title"]["text"], title)
    if gold.get("published"):
        right = _same_day(gold["published"], found.get("published") or {})
        _note(case, tally, "published", right, gold["published"], found.get("published"))
    _body(case, tally, gold, found)


def _note(case: Case, tally: Tally, name: str, right: bool, want: object, got: object) -> None:
    tally.add("field.gold", 1)
    tally.add("field.right", right)
    tally.add(f"field.{name}.gold", 1)
    tally.add(f"field.{name}.right", right)
    if not right:
        tally.error(case, name.upper(), "article", f"want {_short(want)}, got {_short(got)}")


def _short(value: object) -> object:
    if isinstance(value, dict):
        return {k: value.get(k) for k in ("begin", "end", "basis")}
    return value


def _same(want: str | None, got: str | None) -> bool:
    a, b = set(fold(want).split()), set(fold(got).split())
    return a == b or bool(a and b and (a <= b or b <= a))


def _same_day(want: Gold, got: Json) -> bool:
    begin, end = got.get("begin"), got.get("end")
    if want["basis"] != "inferred":
        return (begin, end) == (want["begin"], want["end"])
    outer = want.get("widest", want)
    within = bool(begin and end) and outer["begin"] <= begin and end <= outer["end"]
    return within and begin <= want["end"] and want["begin"] <= end


def _body(case: Case, tally: Tally, gold: Gold, found: Json) -> None:
    if "not_body" not in case.gold:
        return
    outside = [locate(case.text, s) for s in case.gold["not_body"]]
    titles = [locate(case.text, gold["title"])] if gold.get("title") else []
    if found.get("title"):
        titles.append((found["title"]["start"], found["title"]["end"]))
    inside = [(s["start"], s["end"]) for s in found.get("body", [])]
    for word in WORD.finditer(case.text):
        if _in(word, titles):
            continue
        wanted, taken = not _in(word, outside), _in(word, inside)
        tally.add("body.gold", wanted)
        tally.add("body.found", taken)
        tally.add("body.hit", wanted and taken)


def _in(word: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= word.start() and word.end() <= end for start, end in spans)
