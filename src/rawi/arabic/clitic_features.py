"""What the segmenter's model looks at, letter by letter. Training and reading share this file.

Beside the letters themselves, each place is weighed by how often what would remain is written, against
how often the whole word is (tenths of Zipf units, in steps of five).
"""

from __future__ import annotations

from rawi.arabic.frequencies import table
from rawi.arabic.letters import fold
from rawi.lexicon import load

FRONTS = frozenset(
    ("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس", "فك", "أ", "ا")
)  # fmt: skip
PRONOUNS = tuple(r["form"] for r in load.table("clitics") if r["kind"] == "pronoun")
TANWEEN = frozenset("\u064b\u064c\u064d")
_PARTICLES = frozenset(r["word"] for r in load.table("particles"))
_HOSTS = frozenset(r["word"] for r in load.table("particles") if r["host"] == "yes")
_NEAR = 4  # letters from either end within which a particle can begin
_SHAPES = {**dict.fromkeys("اوي", "L"), **{c: c for c in "ةءؤئىأإآ"}}


def strength(stem: str, *, suffixed: bool = False) -> int:
    """How often a stem is written, in tenths of Zipf; 0 where the table does not know it.

    `suffixed`: a pronoun follows, so that a final ت may be ة, and a final ئ a lone hamza.
    """
    counts = table()
    best = counts.get(stem, 0)
    if suffixed and stem[-1:] == "ت":
        best = max(best, counts.get(stem[:-1] + "ة", 0))
    if suffixed and stem[-1:] == "ي":
        best = max(best, counts.get(stem[:-1] + "ء", 0))
    if stem[:2] == "ال":
        best = max(best, counts.get(stem[2:], 0) - 8)
    return best


def features(key: str, bare: str, printed: str) -> list[list[str]]:
    """The features of each letter of a word: `key` as `frequencies.key` spells it, `bare` the printed
    letters alone (as many as `key` has), `printed` with all its marks.
    """
    counts, size = table(), len(key)
    whole = counts.get(key, 0)
    folded = fold(key)
    pronouns = [p for p in PRONOUNS if size > len(p) + 1 and key.endswith(p)]
    tanween = not TANWEEN.isdisjoint(printed)
    shape = "".join(_SHAPES.get(c, "C") for c in key)
    padded = "^^^" + bare + "$$$"
    found = []
    for i in range(size):
        here = padded[i : i + 7]
        row = [
            "b", *(f"c{d - 3}={c}" for d, c in enumerate(here)), "l=" + here[2:4], "r=" + here[3:5],
            "rr=" + bare[i : i + 3], "ll=" + bare[max(0, i - 2) : i + 1],
            f"i={min(i, 4)}", f"j={min(size - i, 5)}", f"n={min(size, 9)}", f"w={_step(whole)}",
            "shape=" + shape[i : i + 4],
        ]  # fmt: skip
        if tanween and size - i <= 3:
            row.append(f"tanween={size - i}")
        if i <= _NEAR:
            row.append("front=" + bare[: i + 1])
        if size - i <= _NEAR:
            row += ["back=" + bare[i:], "end=" + key[max(0, i - 1) :]]
        if i < _NEAR:
            row += _front(key, folded, i, whole, pronouns)
        if size - i < _NEAR:
            row += _back(key, folded, i, whole)
        found.append(row)
    return found


def _front(key: str, folded: str, i: int, whole: int, pronouns: list[str]) -> list[str]:
    """What would remain if the stem began at letter `i`, or at the next."""
    before, rest, after = key[:i], key[i:], key[i + 1 :]
    fits = before in FRONTS
    plain, best, article = _remainder(rest, pronouns)
    _, following, _ = _remainder(after, pronouns)
    row = [
        f"rest={_step(plain)},{fits}", f"best-w={_gap(best, whole)},{fits}",
        f"best={_step(best)},{whole > 0},{fits}", f"article={_step(article)}",
        f"next={_step(following)}", f"next-w={_gap(following, whole)}",
        f"next-w,c={key[i]},{i},{_gap(following, whole)}",
        f"next-best={_gap(following, best)},{key[: i + 1]}",
    ]  # fmt: skip
    if fits:
        row += [f"fit,best={before},{_step(best)}", f"fit,gap={before},{_gap(best, whole)}"]
    rest = folded[i:]
    if rest in _PARTICLES:
        row += [f"particle={rest}", f"particle,front={folded[:i]}"]
    if any(rest.endswith(p) and rest[: -len(p)] in _HOSTS for p in PRONOUNS):
        row.append(f"host,{fits}")
    if i == 1 and key[0] in "وف" and len(key) > 3:
        _, two, elided = _remainder(key[2:], pronouns)
        row.append(f"two={key[:2]},{_gap(two, key_strength(key[1:]))},{_step(two)}")
        if key[1] == "ل":
            row.append(f"two,article={_step(elided)}")
    return row


def _back(key: str, folded: str, i: int, whole: int) -> list[str]:
    """What would remain if a pronoun began at letter `i`."""
    stem, rest = key[:i], key[i:]
    fits = rest in PRONOUNS
    inner = [
        strength(stem[n:], suffixed=True) - 6
        for n in (1, 2)
        if stem[:n] in FRONTS and len(stem) > n + 1
    ]
    best = max([strength(stem, suffixed=True), *inner])
    row = [f"stem={_step(best)},{fits}", f"stem-w={_gap(best, whole)},{fits}"]
    if fits:
        row += [f"pronoun,stem={rest},{_step(best)}", f"pronoun,gap={rest},{_gap(best, whole)}"]
        bare = folded[:i]
        hosted = bare in _HOSTS or any(bare[:n] in FRONTS and bare[n:] in _HOSTS for n in (1, 2))
        row.append(f"hosted={hosted},{rest}")
    return row


def key_strength(key: str) -> int:
    """How often exactly this word is written, in tenths of Zipf."""
    return table().get(key, 0)


def _remainder(rest: str, pronouns: list[str]) -> tuple[int, int, int]:
    """The strength of a remainder as it stands, at its best (with a pronoun off or the article's alef
    back), and with that alef alone.
    """
    plain = strength(rest)
    article = table().get("ال" + rest[1:], 0) if rest[:1] == "ل" else 0
    cut = [
        strength(rest[: -len(p)], suffixed=True) - 10 for p in pronouns if len(rest) > len(p) + 1
    ]
    return plain, max([plain, article, *cut]), article


def _step(tenths: int) -> int:
    return tenths // 5


def _gap(one: int, other: int) -> int:
    return max(-8, min(8, (one - other) // 5))
