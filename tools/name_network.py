"""Trains the networks of the names tagger (`readers/naming/network.py`, whose arithmetic this repeats in jax).

Each learns from the annotated corpora and, as a student, from news without labels: there it is to be as sure
of each label as its teachers are (Hinton, Vinyals and Dean 2015). The loss is that of a linear-chain field over
the network's scores, with the likelihoods of the labels in place of labels. A word's own attributes are
hidden from it now and then, so that it learns from what stands around and from how words are built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax

from rawi.arabic import vectors
from rawi.arabic.words import Token
from rawi.readers.naming import features, network
from rawi.readers.naming.network import Network

LENGTH = 512  # tokens of one row of sentences
MOST = 26  # attributes of a word
STEMS = 256  # of one row
SIZE, INNER = 128, 192  # of a word's vector; of the layers
LEAST_GOLD, LEAST_NEWS = 2, 12  # times an attribute must occur
GOLD_ROWS, NEWS_ROWS = 4, 10  # of one step
STEPS = 900
RATE = 3e-3  # at its highest
DROPOUT = 0.2
HIDDEN = 0.25  # words whose own attributes are hidden
BROKEN = 8.0  # taken off for a label that continues what did not begin
SEEDS = (1, 2)  # one network each


@dataclass(slots=True)
class Example:
    """A sentence with how likely each label is at each token. `article` tells where words are shared."""

    article: object
    tokens: Sequence[Token]
    phrases: Sequence[tuple[str, ...]]
    likely: np.ndarray
    way: str


def of_corpus(sentence, labels: Sequence[str]) -> Example:
    """An annotated sentence (`train_names.Sentence`), its labels certain."""
    numbers = [labels.index(x) for x in sentence.labels]
    likely = np.eye(len(labels), dtype=np.float32)[numbers]
    return Example(sentence.article, sentence.tokens, sentence.phrases, likely, sentence.corpus)


class Words:
    """Printed words by number, with the numbers of their attributes and their vectors of meaning."""

    def __init__(self, gold: Iterable[Example], news: Iterable[Example]) -> None:
        counts = [Counter(), Counter()]
        for count, examples in zip(counts, (gold, news), strict=True):
            printed: Counter[tuple[str, str]] = Counter()
            first: dict[tuple[str, str], Token] = {}
            for example in examples:
                for t in example.tokens:
                    printed[t.text, t.kind] += 1
                    first.setdefault((t.text, t.kind), t)
            for key, times in printed.items():
                for attribute in features.word_attributes(first[key]):
                    count[attribute] += times
        known = (
            a
            for a in set(counts[0]) | set(counts[1])
            if counts[0][a] >= LEAST_GOLD or counts[1][a] >= LEAST_NEWS
        )
        self.names = [network.EDGE, *sorted(known)]
        self._id = {a: i + 1 for i, a in enumerate(self.names)}  # 0: none
        own = (a[:2] in ("w=", "b=") for a in self.names)
        self.own = np.array([0, *own], dtype=np.float32)
        self._number: dict[tuple[str, str], int] = {}
        self._rows = [[self._id[network.EDGE]]]
        self._meaning = [np.zeros((0, vectors.SIZE), np.float32)]

    def number(self, t: Token) -> int:
        key = (t.text, t.kind)
        if key not in self._number:
            self._number[key] = len(self._rows)
            known = [self._id[a] for a in features.word_attributes(t) if a in self._id]
            self._rows.append(known[:MOST])
            self._meaning.append(
                vectors.unit_vectors([] if t.kind == "mark" else [t.base or t.norm])
            )
        return self._number[key]

    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        """Attributes (words, MOST) and vectors of meaning (words, vectors.SIZE)."""
        attributes = np.zeros((len(self._rows), MOST), np.int32)
        for i, row in enumerate(self._rows):
            attributes[i, : len(row)] = row
        return attributes, np.stack([m.sum(0) for m in self._meaning])


class Rows:
    """Sentences packed into rows of LENGTH tokens, an edge between them."""

    def __init__(self, words: Words, phrases: dict[str, int], examples: Sequence[Example]) -> None:
        packed: list[list[Example]] = []
        room, last = 0, None
        for e in examples:
            size = len(e.tokens) + 1
            if size > LENGTH - 1:
                continue
            if size > room or e.way != last:
                packed.append([])
                room, last = LENGTH - 1, e.way
            packed[-1].append(e)
            room -= size
        n = len(packed)
        labels = examples[0].likely.shape[1]
        self.parts = {
            "word": np.zeros((n, LENGTH), np.int32),
            "phrase": np.zeros((n, LENGTH, 2), np.int32),
            "stem": np.zeros((n, LENGTH), np.int32),
            "likely": np.zeros((n, LENGTH, labels), np.float16),
            "edge": np.ones((n, LENGTH), np.float32),
            "way": np.array([network.WAYS.index(row[0].way) for row in packed], np.int32),
        }
        self.parts["likely"][:, :, 0] = 1
        for k, row in enumerate(packed):
            at, stems = 1, {}
            for e in row:
                for i, t in enumerate(e.tokens, at):
                    self.parts["word"][k, i] = words.number(t)
                    for j, phrase in enumerate(e.phrases[i - at][:2]):
                        self.parts["phrase"][k, i, j] = phrases.setdefault(phrase, len(phrases) + 1)
                    if t.kind not in ("mark", "number") and len(t.stem) >= network.LEAST:
                        self.parts["stem"][k, i] = stems.setdefault(
                            (e.article, t.stem), min(len(stems) + 1, STEMS - 1)
                        )
                after = at + len(e.tokens)
                self.parts["likely"][k, at:after] = e.likely
                self.parts["edge"][k, at:after] = 0
                at = after + 1

    def stream(self, rng: np.random.Generator, size: int) -> Iterator[dict[str, np.ndarray]]:
        """Batches of `size` rows, in an order that `rng` chooses, without end."""
        while True:
            order = rng.permutation(len(self.parts["way"]))
            for i in range(0, len(order) - size + 1, size):
                yield {k: v[order[i : i + size]] for k, v in self.parts.items()}


def begun(attributes: int, phrases: int, labels: int, seed: int) -> dict[str, np.ndarray]:
    """Weights to begin with."""
    rng = np.random.default_rng(seed)

    def drawn(*shape: int, spread: float) -> np.ndarray:
        return (rng.normal(0, 1, shape) * np.sqrt(2 / spread)).astype(np.float32)

    ways = len(network.WAYS)
    out = {
        "words": drawn(attributes + 1, SIZE, spread=200),
        "meaning": drawn(vectors.SIZE, SIZE, spread=512),
        "phrases": drawn(phrases + 1, SIZE, spread=200),
        "m": drawn(INNER + 1, INNER, spread=4 * INNER),
        "o": drawn(ways, INNER, labels, spread=4 * INNER),
        "od": drawn(ways, SIZE, labels, spread=4 * SIZE),
        "ob": np.zeros((ways, labels), np.float32),
        "moves": np.zeros((ways, labels, labels), np.float32),
    }
    for k in (1, 2, 3, 4):
        width = 3 * (SIZE if k == 1 else INNER)
        out[f"c{k}"] = drawn(width, INNER, spread=width * (1 if k == 1 else 2))
        out[f"b{k}"] = np.zeros(INNER, np.float32)
    return out


def taken(p: dict, x: jax.Array, k: int) -> jax.Array:
    """The k-th convolution, before negative values are cut off."""
    step = network.STEPS[k - 1]
    none = jnp.zeros((len(x), step, x.shape[2]))
    left = jnp.concatenate([none, x[:, :-step]], 1)
    right = jnp.concatenate([x[:, step:], none], 1)
    return jnp.concatenate([left, x, right], -1) @ p[f"c{k}"] + p[f"b{k}"]


def elsewhere(p: dict, x: jax.Array, stems: jax.Array) -> jax.Array:
    """What the other mentions of each word add."""

    def one(x: jax.Array, stems: jax.Array) -> tuple[jax.Array, jax.Array]:
        sums = jax.ops.segment_sum(x, stems, STEMS)[stems]
        times = jax.ops.segment_sum(jnp.ones(len(stems)), stems, STEMS)[stems]
        there = ((times > 1) & (stems > 0))[:, None]
        mean = (sums - x) / jnp.maximum(times - 1, 1)[:, None]
        return jnp.where(there, mean, 0), there.astype(jnp.float32)

    return jnp.concatenate(jax.vmap(one)(x, stems), -1) @ p["m"]


def scores(p: dict, own: jax.Array, b: dict, key: jax.Array) -> jax.Array:
    """The network with parts left out at random: scores of labels (rows, LENGTH, labels)."""
    keys = jax.random.split(key, 9)

    def kept(i: int, x: jax.Array, share: float) -> jax.Array:
        return jnp.where(jax.random.bernoulli(keys[i], share, x.shape), x / share, 0)

    seen = (b["attributes"] > 0) * jax.random.bernoulli(keys[0], 0.9, b["attributes"].shape)
    hidden = jax.random.bernoulli(keys[1], HIDDEN, b["attributes"].shape[:1])[:, None]
    seen = seen * (1 - own[b["attributes"]] * hidden)
    meant = jax.random.bernoulli(keys[2], 0.85, b["meaning"].shape[:1])[:, None] * b["meaning"]
    types = (p["words"][b["attributes"]] * seen[..., None]).sum(1) + meant @ p["meaning"]
    found = (p["phrases"][b["phrase"]] * (b["phrase"] > 0)[..., None]).sum(2)
    word = kept(3, types[b["row"]] + found, 1 - DROPOUT)
    x = kept(4, jax.nn.relu(taken(p, word, 1)), 1 - DROPOUT)
    x = kept(5, x + jax.nn.relu(taken(p, x, 2)), 1 - DROPOUT)
    x = kept(6, x + jax.nn.relu(taken(p, x, 3) + elsewhere(p, x, b["stem"])), 1 - DROPOUT)
    x = kept(7, x + jax.nn.relu(taken(p, x, 4)), 1 - DROPOUT)
    return (
        jnp.einsum("rnh,rhl->rnl", x, p["o"][b["way"]])
        + jnp.einsum("rnh,rhl->rnl", word, p["od"][b["way"]])
        + p["ob"][b["way"]][:, None]
    )


def loss(p: dict, broken: jax.Array, own: jax.Array, b: dict, key: jax.Array) -> jax.Array:
    """How far the field's likelihoods are from those wanted, by token; an edge is no name."""
    edge = b["edge"][..., None]
    labels = broken.shape[0]
    x = jnp.where(edge > 0, jnp.where(jnp.arange(labels) == 0, 0.0, -1e4), scores(p, own, b, key))
    moves = p["moves"][b["way"]] - BROKEN * broken
    wanted = b["likely"]
    right = (wanted * jnp.where(edge > 0, 0, x)).sum((1, 2))
    right += jnp.einsum("rni,rij,rnj->r", wanted[:, :-1], moves, wanted[:, 1:])

    def step(ahead: jax.Array, row: jax.Array) -> tuple[jax.Array, None]:
        return jax.nn.logsumexp(ahead[:, :, None] + moves, 1) + row, None

    ahead, _ = jax.lax.scan(step, x[:, 0], x[:, 1:].transpose(1, 0, 2))
    return (jax.nn.logsumexp(ahead, -1) - right).sum() / (1 - b["edge"]).sum()


def batch(
    parts: Sequence[dict], attributes: np.ndarray, meaning: np.ndarray
) -> dict[str, np.ndarray]:
    """Rows together, each printed word in them described once."""
    out = {k: np.concatenate([p[k] for p in parts]) for k in parts[0]}
    printed, row = np.unique(out["word"], return_inverse=True)
    numbers = np.zeros(-(-len(printed) // 512) * 512, np.int64)  # few shapes, few compilations
    numbers[: len(printed)] = printed
    out["row"] = row.reshape(out.pop("word").shape)
    out["likely"] = out["likely"].astype(np.float32)
    return out | {"attributes": attributes[numbers], "meaning": meaning[numbers]}


def train(labels: Sequence[str], gold: Sequence[Example], news: Sequence[Example]) -> Network:
    """Networks trained on annotated sentences and on news as teachers label it."""
    words, phrases = Words(gold, news), {}
    rows = [(Rows(words, phrases, gold), GOLD_ROWS), (Rows(words, phrases, news), NEWS_ROWS)]
    attributes, meaning = words.arrays()
    broken = jnp.array([[float(b[0] == "I" and a[2:] != b[2:]) for b in labels] for a in labels])
    own = jnp.asarray(words.own)
    rate = optax.warmup_cosine_decay_schedule(0, RATE, STEPS // 20, STEPS, RATE / 50)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=1e-3))

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(p, state, b, key):
        value, grads = jax.value_and_grad(loss)(p, broken, own, b, key)
        updates, state = optimizer.update(grads, state, p)
        return optax.apply_updates(p, updates), state, value

    def one(seed: int) -> dict:
        p = begun(len(words.names), len(phrases), len(labels), seed)
        state = optimizer.init(p)
        # masks of so many values need a quick generator
        rng, key = np.random.default_rng(seed), jax.random.key(seed, impl="unsafe_rbg")
        streams = [r.stream(rng, size) for r, size in rows]
        total = 0.0
        for k in range(1, STEPS + 1):
            key, now = jax.random.split(key)
            b = batch([next(s) for s in streams], attributes, meaning)
            p, state, value = step(p, state, b, now)
            total += float(value)
            if k % 100 == 0:
                print(f"network {seed}: {k} of {STEPS}: {total / 100:.4f}", flush=True)
                total = 0.0
        return p

    return made([one(seed) for seed in SEEDS], words, phrases, broken)


def made(
    several: Sequence[dict], words: Words, phrases: dict[str, int], broken: jax.Array
) -> Network:
    """The networks of these weights, as they are used."""
    arrays = {k: np.stack([np.asarray(p[k]) for p in several]) for k in several[0]}
    arrays["moves"] = arrays["moves"] - BROKEN * np.asarray(broken)
    for name in ("words", "phrases"):
        arrays[name] = arrays[name][:, 1:]
    return Network(words.names, list(phrases), arrays)
