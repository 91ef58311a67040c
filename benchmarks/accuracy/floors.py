"""Floors: figures that may only go up, each tied to the exact corpus it was measured on.

A floor is what was measured, rounded down to a hundredth: a corpus asks for about a hundred records of
a kind, and one borderline record must not close the gate.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """The rates of one corpus, with the corpus' digest."""

    name: str
    digest: str
    rates: dict[str, float]


def load(path: Path = PATH) -> dict[str, dict]:
    """The floors by corpus: {"digest": …, "floors": {rate: floor}}; none without a file."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def below(measured: Measured, floors: dict[str, dict]) -> list[str]:
    """What fails the gate, one readable line each. A corpus that changed fails as a whole."""
    held = floors.get(measured.name)
    if held is None:
        return []
    if held["digest"] != measured.digest:
        return [
            f"{measured.name}: the corpus is not the one its floors were measured on "
            f"({measured.digest}, not {held['digest']}); read the figures, then run with --raise"
        ]
    return [
        f"{measured.name}: {rate} is {measured.rates.get(rate, 0.0):.4f}, its floor {floor:.4f}"
        for rate, floor in held["floors"].items()
        if measured.rates.get(rate, 0.0) < floor
    ]


def raised(measured: Measured, floors: dict[str, dict]) -> dict[str, dict]:
    """The floors with this corpus' raised to what was measured. None is ever lowered,
    unless the corpus itself changed: then its floors start anew."""
    held = floors.get(measured.name, {})
    same = held.get("digest") == measured.digest
    old = held.get("floors", {}) if same else {}
    new = {
        rate: max(_hundredth(value), old.get(rate, 0.0)) for rate, value in measured.rates.items()
    }
    return floors | {measured.name: {"digest": measured.digest, "floors": new}}


def save(floors: dict[str, dict], path: Path = PATH) -> None:
    """Writes the floors, corpora in order of name."""
    ordered = dict(sorted(floors.items()))
    path.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _hundredth(value: float) -> float:
    return int(value * 100 + 1e-6) / 100  # 0.57 * 100 is a little less than 57
