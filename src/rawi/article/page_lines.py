"""What kind of line a page prints around an article, line by line, by lexicon/page_lines.tsv."""

from __future__ import annotations

import re
from functools import cache

from rawi.arabic.letters import fold, fold_with_map
from rawi.article.lines import Line
from rawi.lexicon import load

_LEAD = r"\s*(?:$|[:：/|\-–—،,…]|\.\.)"
_TRAIL = re.compile(r"\s*[>›»|/\\←→]\s*")


def role_of(line: Line) -> str | None:
    """The role of a line that stands in the lexicon, or None.

    Exact lines come before beginnings, longer beginnings before shorter ones.
    """
    whole, starts, inside = _patterns()
    if line.key in whole:
        return whole[line.key]
    for phrase, words, pattern, role in starts.get(line.key.partition(" ")[0], ()):
        if line.words <= words and (
            pattern.match(_from_letter(line.folded))
            if pattern
            else line.key == phrase or line.key.startswith(phrase + " ")
        ):
            return role
    for phrase, words, role in inside:
        if line.words <= words and phrase in line.key:
            return role
    return None


def after_cue(line: Line, role: str) -> int | None:
    """Where in `line.text` what a line says begins, after the phrase of `role` that opens it.

    «بقلم: فلان» gives the place of فلان; None where no such phrase opens the line.
    """
    folded = fold_with_map(line.text)
    found = _cues(role).match(folded.text)
    return folded.origins[found.end()] if found is not None else None


def cue_inside(line: Line, role: str) -> int | None:
    """Like `after_cue`, for a phrase of two words or more anywhere in the line."""
    folded = fold_with_map(line.text)
    found = _cues(role, inside=True).search(folded.text)
    return folded.origins[found.end()] if found is not None else None


def is_trail(line: Line) -> bool:
    """Whether the line is a breadcrumb or a menu: three short parts, or two with an arrow."""
    if line.stopped:
        return False
    parts = [part for part in _TRAIL.split(line.text) if part.strip()]
    arrows = sum(c in ">›←→" for c in line.text)
    return (
        len(parts) >= 3
        and line.words <= 5 * len(parts)
        and all(len(p.split()) <= 6 for p in parts[:-1])
    ) or (len(parts) == 2 and arrows == 1 and line.words <= 8)


def is_tags(line: Line) -> bool:
    """Whether the line is nothing but hashtags."""
    words = line.text.split()
    return bool(words) and all(w.startswith("#") for w in words)


def _from_letter(folded: str) -> str:
    return folded.lstrip('*#•-–—+|/.:[]() "«»')


@cache
def _cues(role: str, *, inside: bool = False) -> re.Pattern[str]:
    phrases = {
        " ".join(fold(row["phrase"]).split())
        for row in load.table("page_lines")
        if row["role"] == role and "…" not in row["phrase"]
    }
    kept = sorted((p for p in phrases if not inside or " " in p), key=len, reverse=True)
    opening = r"(?<!\w)" if inside else r"[\W_]*"
    return re.compile(rf"{opening}(?:{'|'.join(map(re.escape, kept))})(?!\w)\s*[:：/\-–,،]*\s*")


@cache
def _patterns() -> tuple[
    dict[str, str],
    dict[str, tuple[tuple[str, int, re.Pattern[str] | None, str], ...]],
    tuple[tuple[str, int, str], ...],
]:
    """Whole lines; beginnings by their first word, longest first; phrases anywhere."""
    whole: dict[str, str] = {}
    starts: dict[str, list[tuple[str, int, re.Pattern[str] | None, str]]] = {}
    inside: list[tuple[str, int, str]] = []
    for row in load.table("page_lines"):
        phrase = " ".join(fold(row["phrase"]).split())
        most = int(row["words"]) if row["words"] else 30
        if row["where"] == "whole":
            whole.setdefault(phrase, row["role"])
        elif row["where"] == "inside":
            inside.append((phrase, most, row["role"]))
        else:
            lead = None
            if row["where"] == "lead":
                lead = re.compile(re.escape(phrase) + _LEAD)
            elif "…" in phrase:
                lead = re.compile(".*?".join(map(re.escape, phrase.split("…"))))
            starts.setdefault(phrase.partition(" ")[0], []).append(
                (phrase, most, lead, row["role"])
            )
    return (
        whole,
        {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in starts.items()},
        tuple(inside),
    )
