"""The teachers of the names tagger: a sentence model trained further to label names, in two ways.

The lowest layers of multilingual-e5-small (`e5_encoder.py`) are trained on the corpora that
`train_names.py` trains on, with a layer of labels for each corpus, since each labels in ways of its own.
Consecutive sentences are read together, so that a name's other mentions are seen. What the teachers say of
unlabelled news is written down by `name_news.py`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import e5_encoder as e5
import jax
import jax.numpy as jnp
import numpy as np
import optax
from name_corpora import LABELS, Sentence, returned, spans

from rawi.arabic.words import Token

FROZEN = 4  # lowest layers that are left as they are: their output is reckoned once
WINDOW = 128  # pieces read together
BATCH = 8
RATE = 1.2e-4
DROPOUT = 0.1
BLANK = 0.08  # pieces hidden where the inside of the layers is thinned out as well
WAYS = ("", "aqmar", "wojood")  # of labelling, as in readers/naming/network.py


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a teacher is made: `inside`, the share left out within each layer; `news`, whether it learns from
    news that the fields label with certainty as well."""

    layers: int
    rounds: int
    seed: int
    inside: float = 0.0
    news: bool = False


RECIPES = (Recipe(10, 5, 5), Recipe(12, 4, 7, inside=0.1, news=True))


class Windows:
    """Sentences packed into windows of pieces: ids, and for every token where its first piece is."""

    def __init__(self, file: e5.File, sentences: list[tuple[object, tuple[Token, ...]]]) -> None:
        rows: list[list[int]] = []
        self.place: list[np.ndarray] = []  # of each sentence's tokens: window * WINDOW + piece
        last: object = None
        for group, tokens in sentences:
            pieces, firsts, end = [], [], -1
            for t in tokens:
                firsts.append(len(pieces))
                pieces += file.cut(t.text, t.start != end)
                end = t.end
            if group != last or len(rows[-1]) + len(pieces) > WINDOW - 1:
                rows.append([e5.BEGIN])
            last = group
            at = []
            for k, first in enumerate(firsts):
                after = firsts[k + 1] if k + 1 < len(firsts) else len(pieces)
                if len(rows[-1]) + after - first > WINDOW - 1:
                    rows.append([e5.BEGIN])
                at.append((len(rows) - 1) * WINDOW + min(len(rows[-1]), WINDOW - 2))
                rows[-1] += pieces[first:after][: WINDOW - 2]
            self.place.append(np.array(at, dtype=np.int64))
        self.ids = np.zeros((len(rows), WINDOW), dtype=np.int32)
        self.mask = np.zeros((len(rows), WINDOW), dtype=np.float32)
        for i, row in enumerate(rows):
            row = [*row[: WINDOW - 1], e5.END]
            self.ids[i, : len(row)] = row
            self.mask[i, : len(row)] = 1


@jax.jit
def below(p: dict, rows: jax.Array, mask: jax.Array) -> jax.Array:
    x = e5.embedded(p, rows)
    for i in range(FROZEN):
        x = e5.layer(p[f"layer{i}"], x, mask)
    return x


def above(
    p: dict, x: jax.Array, mask: jax.Array, keys: jax.Array | None = None, share: float = 0.0
) -> jax.Array:
    for k, i in enumerate(numbers(p)):
        x = e5.layer(p[f"layer{i}"], x, mask, None if keys is None else keys[k], share)
    return x


def numbers(p: dict) -> range:
    """The layers that are trained."""
    return range(FROZEN, FROZEN + sum(name.startswith("layer") for name in p))


def lower(p: dict, words: np.ndarray, windows: Windows) -> np.ndarray:
    """What the layers that stay as they are make of each window, in half precision."""
    out = np.zeros((*windows.ids.shape, words.shape[1]), dtype=np.float16)
    for i in range(0, len(out), BATCH):
        ids, mask = padded(windows.ids[i : i + BATCH]), padded(windows.mask[i : i + BATCH])
        made = np.asarray(below(p, words[ids], mask))
        out[i : i + BATCH] = made[: len(out) - i]
    return out


def padded(rows: np.ndarray) -> np.ndarray:
    """A batch of full size."""
    return np.pad(rows, [(0, BATCH - len(rows))] + [(0, 0)] * (rows.ndim - 1))


def loss(p, x, mask, labels, ways, key, inside):
    keys = None
    if inside:
        split = jax.random.split(key, FROZEN + len(numbers(p)) + 2)
        keys, blank, key = split[FROZEN:-2], split[-2], split[-1]
        x = x * jax.random.bernoulli(blank, 1 - BLANK, x.shape[:2])[..., None]
    x = e5.dropped(above(p, x, mask, keys, inside), key, DROPOUT)
    scores = jnp.einsum("bnw,bwl->bnl", x, p["heads"][ways]) + p["bias"][ways][:, None]
    known = labels >= 0
    logs = jax.nn.log_softmax(scores)
    picked = jnp.take_along_axis(logs, jnp.maximum(labels, 0)[..., None], -1)[..., 0]
    return -(picked * known).sum() / jnp.maximum(known.sum(), 1)


def train(p, x, windows, labels, ways, report, recipe: Recipe):
    rng = np.random.default_rng(recipe.seed)
    steps = recipe.rounds * (len(x) // BATCH)
    rate = optax.warmup_cosine_decay_schedule(0, RATE, steps // 10, steps)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01))
    head_scale = 8.0  # the labels' own layer begins from nothing and learns faster
    state = optimizer.init(p)

    @jax.jit
    def step(p, state, x, mask, labels, ways, key):
        full = x.astype(jnp.float32)
        value, grads = jax.value_and_grad(loss)(p, full, mask, labels, ways, key, recipe.inside)
        updates, state = optimizer.update(grads, state, p)
        updates["heads"] = updates["heads"] * head_scale
        updates["bias"] = updates["bias"] * head_scale
        return optax.apply_updates(p, updates), state, value

    # masks of every layer need a quick generator
    key = jax.random.key(recipe.seed, impl="unsafe_rbg" if recipe.inside else None)
    n, begun, total = 0, time.time(), 0.0
    for turn in range(recipe.rounds):
        order = rng.permutation(len(x))
        for i in range(0, len(x) - BATCH + 1, BATCH):
            pick = np.sort(order[i : i + BATCH])
            key, now = jax.random.split(key)
            p, state, value = step(
                p, state, x[pick], windows.mask[pick], labels[pick], ways[pick], now
            )
            total += float(value)
            n += 1
            if n % 50 == 0:
                print(f"{n} of {steps}: {total / 50:.4f}, {time.time() - begun:.0f} s", flush=True)
                total = 0.0
        report(p, turn)
    return p


@jax.jit
def judged(p, x, mask):
    """The likelihood of each label of each corpus: (windows, pieces, corpora, labels)."""
    x = above(p, x.astype(jnp.float32), mask)
    return jax.nn.softmax(jnp.einsum("bnw,cwl->bncl", x, p["heads"]) + p["bias"])


def label(p, x, windows: Windows) -> list[np.ndarray]:
    """Of each sentence, the likelihoods of each token's labels: (tokens, corpora, labels)."""
    parts = []
    for i in range(0, len(x), BATCH):
        made = np.asarray(judged(p, padded(x[i : i + BATCH]), padded(windows.mask[i : i + BATCH])))
        parts.append(made[: len(x) - i].astype(np.float16))
    flat = np.concatenate(parts).reshape(-1, len(WAYS), len(LABELS))
    return [flat[place] for place in windows.place]


def grouped(sentences: list[Sentence]) -> list[tuple[object, tuple[Token, ...]]]:
    """Sentences of a corpus whose order is the order of reading, article by article."""
    return [(s.article if s.corpus == "aqmar" else s.corpus or "news", s.tokens) for s in sentences]


def taught(file: e5.File, recipe: Recipe, gold: Sequence[Sentence], held: Sequence[Sentence]):
    """The trained teacher: parameters, frozen parameters, word rows. `held`: what it is tried on."""
    p = jax.tree.map(np.asarray, file.parameters(recipe.layers))
    words = p.pop("words")
    frozen = {k: p.pop(k) for k in ("places", "scale", "shift")}
    frozen |= {f"layer{i}": p.pop(f"layer{i}") for i in range(FROZEN)}
    rng = np.random.default_rng(recipe.seed)
    p["heads"] = rng.normal(0, 0.02, (len(WAYS), file.width, len(LABELS))).astype(np.float32)
    p["bias"] = np.zeros((len(WAYS), len(LABELS)), np.float32)
    windows = Windows(file, grouped(gold))
    labels = np.full(windows.ids.size, -1, np.int32)
    ways = np.zeros(len(windows.ids), np.int32)
    for s, place in zip(gold, windows.place, strict=True):
        labels[place] = [LABELS.index(x) for x in s.labels]
        ways[place // WINDOW] = WAYS.index(s.corpus)
    begun = time.time()
    x = lower(frozen, words, windows)
    print(f"{len(x)} windows; lower layers {time.time() - begun:.0f} s", flush=True)
    held_windows = Windows(file, grouped(held))
    held_x = lower(frozen, words, held_windows)

    def report(p, turn):
        right = found = wanted = 0
        for s, likely in zip(held, label(p, held_x, held_windows), strict=True):
            best = [LABELS[k] for k in likely[:, 0].argmax(1)]
            ours, theirs = spans(returned(s, best)), spans(s.gold)
            right += len(ours & theirs)
            found, wanted = found + len(ours), wanted + len(theirs)
        print(f"round {turn + 1}: held-out F1 {2 * right / (found + wanted):.4f}", flush=True)

    p = train(p, x, windows, labels.reshape(windows.ids.shape), ways, report, recipe)
    return p, frozen, words
