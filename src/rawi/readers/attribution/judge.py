"""What a report amounts to: its act, its polarity, the time it is about, the day it was said, how sure."""

from __future__ import annotations

from rawi.readers.attribution.opening import Frame
from rawi.readers.attribution.words import Words, group
from rawi.records import Days

_FEELINGS = (
    ("fear", "fear"), ("hope", "demand"), ("believing", "believe"), ("warning", "warn"),
    ("demanding", "demand"), ("denying", "deny"),
)  # fmt: skip
# How often each opening of a content was right in the ANT articles read by hand (see docs/accuracy.md).
SURE = {"clause": 0.95, "quote": 0.95, "preposition": 0.88, "object": 0.82}


def act_of(words: Words, frame: Frame) -> str:
    """The act: the verb's own, or that of the feeling or noun it governs («أعرب عن خشيته»)."""
    verb = frame.cue.verb
    if verb.sure in ("express", "renew") and words.norm[frame.start] != "خيبه":
        for i in (frame.start, frame.start + 1):
            if i >= len(words):
                break
            norm = words.norm[i]
            bare = norm[2:] if norm.startswith("ال") else norm
            for name, act in _FEELINGS:
                if norm in group(name) or bare in group(name):
                    return act
    return verb.act


def polarity_of(words: Words, act: str, start: int, negated: bool) -> str:
    """positive | negative: whether the content is affirmed or denied."""
    negative = act == "deny"
    relative = (
        words.norm[start] == "ما" and words.norm[min(start + 1, len(words) - 1)] != "من"
    )  # «ما أسمته»
    if start < len(words) and words.norm[start] in group("negation") and not relative:
        negative = not negative
    return "negative" if negative != negated else "positive"


def negated(words: Words, i: int) -> bool:
    """Whether the cue at token `i` is itself negated («لم يستبعد»)."""
    if i > 0 and words.norm[i - 1] == "ما" and words.norm[i].endswith(("ه", "ها")):
        return False  # «ما وصفته بـ» is a relative clause
    if (
        i > 0
        and words.norm[i - 1] == "ما"
        and words.norm[min(i + 1, len(words) - 1)] in group("taking_up")
    ):
        return False  # «ما قال إنه»
    return i > 0 and words.norm[i - 1] in (
        "لم",
        "لا",
        "لن",
        "ولم",
        "ولا",
        "ولن",
        "ما",
        "فلم",
        "فلا",
    )


def about(words: Words, first: int, last: int) -> str | None:
    """past | present | future: the time that a content's words show, or None."""
    for i in range(first, last):
        norm = words.norm[i]
        if norm in group("future") or (
            norm[:2] in ("سي", "ست", "سن") and len(norm) > 4 and words.name[i] is None
        ):
            return "future"
        if norm in group("past"):
            return "past"
        if norm in ("هناك", "ليس", "ليست", "يوجد", "توجد", "لا", "الان", "حاليا", "يجب") or (
            norm[0] == "ي" and len(norm) > 3 and words.name[i] is None
        ):
            return "present"
    return None


def said(words: Words, first: int, last: int) -> Days | None:
    """The day that a time in tokens `first:last` gives, where it is one day."""
    for i in range(first, last):
        time = words.time[i]
        days = time.date if time is not None and time.mod is None else None
        if days is not None and days.begin is not None and days.begin == days.end:
            return days
    return None


def score_of(frame: Frame) -> float:
    """How sure the reader is that this is a report, 0 to 1, from what opens its content."""
    wish = (
        0.2 if frame.cue.verb.sure == "wish" else 0.0
    )  # what somebody wants may be told of a deed
    return SURE[frame.kind] - wish - (0.05 if frame.cue.verb.sure == "weak" else 0.0)


def lower(score: float, *, explicit: bool, known: bool, far: bool = False) -> float:
    """A report's score, less what its speaker leaves in doubt; `far`: taken from an earlier paragraph."""
    if not known:
        score -= 0.25
    elif not explicit:
        score -= 0.12 if far else 0.05
    return round(score, 2)
