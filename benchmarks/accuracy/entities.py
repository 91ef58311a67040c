"""Names: are the surface forms found, are they right, and are those of one entity put together?

    recall      every surface form in the gold: met by a name of the right type that holds it
                or lies in it
    precision   every distinct form and type found: listed in the gold, or whole words of one
    pairs       two forms of one entity in the gold that share an entity id among the found

Groups, whose edges even people draw differently, are neither asked for nor held against a reader.
"""

from __future__ import annotations

from itertools import combinations

from benchmarks.accuracy.gold import Case, Gold, Json, accepted, free, several
from benchmarks.accuracy.kinds import Tally, agrees, fold, found_of

Form = tuple[str, str | None]


def entities(case: Case, tally: Tally) -> None:
    """Counts recall, precision and pairs of one article."""
    names = found_of(case, "name")
    by_form: dict[str, list[Json]] = {}
    for name in names:
        by_form.setdefault(fold(case.text[name["start"] : name["end"]]), []).append(name)
    gold = case.gold.get("entities", [])
    _precision(case, tally, gold, by_form)
    wanted = [e for e in gold if not free(e) and e["type"] != "group"]
    for entity in wanted:
        _recall(case, tally, entity, names)
    _pairs(tally, case, wanted, by_form)


def _precision(case: Case, tally: Tally, gold: list[Gold], by_form: dict[str, list[Json]]) -> None:
    known = {
        (fold(form), sort)
        for entity in gold
        for form in entity["surfaces"]
        for sort in [entity["type"], *several(entity.get("alt_type"))]
    }
    found: set[Form] = {
        (form, name.get("type"))
        for form, named in by_form.items()
        for name in named
        if name.get("type") != "group"
    }
    wrong = {
        (form, sort)
        for form, sort in found
        if not any(sort == s and f" {form} " in f" {whole} " for whole, s in known)
    }
    tally.add("entity.found", len(found))
    tally.add("entity.right", len(found) - len(wrong))
    for form, sort in sorted(wrong, key=str):
        tally.error(case, "EXTRA", "entity", f"{form} ({sort})")


def _recall(case: Case, tally: Tally, entity: Gold, names: list[Json]) -> None:
    for form in entity["surfaces"]:
        places = [k for k in range(len(case.text)) if case.text.startswith(form, k)]
        if not places:  # an elided form («للعراق» for «العراق») that stands nowhere as such
            continue
        hit = any(
            agrees(entity, "type", name.get("type")) and _nested(name, place, place + len(form))
            for name in names
            for place in places
        )
        tally.add("entity.gold", 1)
        tally.add("entity.hit", hit)
        if not hit:
            tally.error(case, "MISSED", "entity", f"{form} ({entity['type']})")


def _nested(name: Json, start: int, end: int) -> bool:
    """The name and the place overlap and one lies in the other."""
    if min(name["end"], end) <= max(name["start"], start):
        return False
    holds = name["start"] <= start and end <= name["end"]
    return holds or (start <= name["start"] and name["end"] <= end)


def _pairs(tally: Tally, case: Case, wanted: list[Gold], by_form: dict[str, list[Json]]) -> None:
    met: set[str] = set()
    gold_pairs: set[tuple[str, str]] = set()
    for entity in wanted:
        forms = sorted({fold(form) for form in entity["surfaces"]})
        sorts = accepted(entity, "type")
        met.update(f for f in forms if any(n.get("type") in sorts for n in by_form.get(f, [])))
        gold_pairs.update(combinations(forms, 2))
    gold_pairs = {(a, b) for a, b in gold_pairs if a in met and b in met}
    ids = {form: {n.get("entity") for n in by_form[form]} - {None} for form in met}
    found_pairs = {(a, b) for a, b in combinations(sorted(met), 2) if ids[a] & ids[b]}
    tally.add("pair.gold", len(gold_pairs))
    tally.add("pair.found", len(found_pairs))
    tally.add("pair.hit", len(gold_pairs & found_pairs))
    for a, b in sorted(gold_pairs ^ found_pairs):
        sort = "APART" if (a, b) in gold_pairs else "JOINED"
        tally.error(case, sort, "entity", f"{a} + {b}")
