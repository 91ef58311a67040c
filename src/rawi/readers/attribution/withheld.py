"""What a speaker kept to himself, told by the writer behind what he said: it ends the report.

«قال الوزير إن القوات ستنسحب، ولم يحدد موعدا», «…، وامتنع عن ذكر التفاصيل», «… من دون أن يوضح السبب»,
«…، رافضا الكشف عن اسمه». What is kept back by somebody else («إن اللجنة اجتمعت، ولم يحدد موعد») is told
apart by the verb's gender alone, so it is read only where that agrees with the reporting verb's.
"""

from __future__ import annotations

from rawi.readers.attribution.apposition import name_withheld
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.words import Words, group, without_conjunction

_BUT = frozenset({"لكن", "ولكن", "انما", "الا"})
_WITHOUT = frozenset({"دون", "بدون"})


def before_withheld(words: Words, draft: Draft) -> int:
    """Index of the token before which a report ends that goes on with what its speaker did not tell;
    `draft.end` where it does not."""
    cue = draft.cue
    if cue is None and draft.basis != "relayed words":
        return draft.end
    gender, many = (cue.form.gender, cue.form.number == "p") if cue is not None else _his(words, draft)
    if gender not in ("m", "f"):
        return draft.end
    feminine = gender == "f"
    for k in range(draft.start + 2, draft.end - 1):
        if words.inside[k] is not None:
            continue
        comma = words.norm[k - 1] in "،,"
        if comma and _kept_back(words, k, feminine, many):
            return k - 1
        but = words.norm[k].startswith(("لكن", "ولكن")) and words.norm[k + 1] == "لم"
        if but and _not_told(words, k + 2, feminine, many, after="لم"):
            return k - comma  # «… لكنها لم تكشف عن نوعه»
        if words.norm[k] in _WITHOUT and _not_told(words, k + 2, feminine, many, after="ان"):
            first = k - (words.norm[k - 1] == "من")
            first -= words.norm[first - 1] in _BUT
            return first - (words.norm[first - 1] in "،,")
    return draft.end


def _his(words: Words, draft: Draft) -> tuple[str, bool]:
    """The gender and number that «قوله», «قولها» of relayed words shows; no gender where none stands there."""
    norm = words.norm[draft.cue_last - 1]
    if not words.is_(draft.cue_last - 1, "saying"):
        return "", False
    return "f" if norm.endswith("ها") else "m", norm.endswith("هم")


def _kept_back(words: Words, k: int, feminine: bool, many: bool) -> bool:
    """Whether «ولم يحدد», «وامتنع عن», «رافضا الكشف» stands at `k`, behind a comma."""
    norm = words.norm[k]
    after = name_withheld(words, k, len(words)) if norm == "لم" else None
    if after is not None and words.norm[min(after, len(words) - 1)] in "،,":
        return False  # «إن موظفا، لم يذكر اسمه، قال»
    if norm in ("ولم", "ولا", "لم"):
        return _not_told(words, k + 1, feminine, many, after=norm)
    if norm[0] == "و":
        verb = without_conjunction(norm)
        return verb.removesuffix("ت") in group("withheld") and verb.endswith("ت") == feminine
    holds = norm.endswith("ا") and norm[:-1].removesuffix("ه") in group("withholder")
    return holds or (feminine and norm.removesuffix("ه") in group("withholder"))


def _not_told(words: Words, k: int, feminine: bool, many: bool, *, after: str) -> bool:
    """Whether a verb of telling in the imperfect stands at `k`, of the gender and number of who speaks, behind
    `after`."""
    if k >= len(words) or words.norm[k - 1] != after:
        return False
    norm = words.norm[k]
    if k + 1 < len(words) and words.name[k + 1] is not None:
        return False  # «… دون أن يكشف فلان عن …»
    agrees = many == norm.endswith("وا") and norm[:1] == ("ت" if feminine and not many else "ي")
    return agrees and norm[1:].removesuffix("وا") in group("not_told")
