"""The teacher of the names tagger: a sentence model trained further to label names, and what it says of
unlabelled news.

    python tools/name_teacher.py DATA_FOLDER OUT.npz

OUT.npz has `number`, of each sentence among those of every STRIDE-th article; `length`, its tokens; and
`likely` (tokens, ways, labels).

The lowest layers of multilingual-e5-small (`e5_encoder.py`) are trained on the corpora that
`train_names.py` trains on, with a layer of labels for each corpus, since each labels in ways of its own.
Consecutive sentences are read together, so that a name's other mentions are seen. Then it reads news of
the ANT corpus; the likelihood of each label at each token is written to OUT.npz, which holds no text.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import e5_encoder as e5
import jax
import jax.numpy as jnp
import numpy as np
import optax
from name_network import Example
from train_names import LABELS, Sentence, load, returned, spans

from rawi.arabic.analysis import analyse
from rawi.arabic.words import Token
from rawi.readers.naming import features, gazetteer

LAYERS = 10
FROZEN = 4  # lowest layers that are left as they are: their output is reckoned once
WINDOW = 128  # pieces read together
BATCH = 8
ROUNDS = 5
RATE = 1.2e-4
DROPOUT = 0.1
SEED = 5
WAYS = ("", "aqmar", "wojood")  # of labelling, as in readers/naming/network.py
TAUGHT = 2  # of these ways, the first so many are taught to the network on news
STRIDE = 6  # one article in so many of the unlabelled news is gone through
TOKENS = 210_000  # of these, in an order drawn by lot, are labelled
PILE = 400  # sentences of news read together
HELD = 400  # the last sentences of ANERcorp's training part, kept to choose settings by


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


@jax.jit
def above(p: dict, x: jax.Array, mask: jax.Array) -> jax.Array:
    for i in range(FROZEN, LAYERS):
        x = e5.layer(p[f"layer{i}"], x, mask)
    return x


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


def loss(p, x, mask, labels, ways, key):
    x = above(p, x, mask)
    keep = jax.random.bernoulli(key, 1 - DROPOUT, x.shape)
    x = jnp.where(keep, x / (1 - DROPOUT), 0)
    scores = jnp.einsum("bnw,bwl->bnl", x, p["heads"][ways]) + p["bias"][ways][:, None]
    known = labels >= 0
    logs = jax.nn.log_softmax(scores)
    picked = jnp.take_along_axis(logs, jnp.maximum(labels, 0)[..., None], -1)[..., 0]
    return -(picked * known).sum() / jnp.maximum(known.sum(), 1)


def train(p, x, windows, labels, ways, report):
    rng = np.random.default_rng(SEED)
    steps = ROUNDS * (len(x) // BATCH)
    rate = optax.warmup_cosine_decay_schedule(0, RATE, steps // 10, steps)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01))
    head_scale = 8.0  # the labels' own layer begins from nothing and learns faster
    state = optimizer.init(p)

    @jax.jit
    def step(p, state, x, mask, labels, ways, key):
        value, grads = jax.value_and_grad(loss)(p, x.astype(jnp.float32), mask, labels, ways, key)
        updates, state = optimizer.update(grads, state, p)
        updates["heads"] = updates["heads"] * head_scale
        updates["bias"] = updates["bias"] * head_scale
        return optax.apply_updates(p, updates), state, value

    key = jax.random.key(SEED)
    n, begun, total = 0, time.time(), 0.0
    for turn in range(ROUNDS):
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


def news(path: Path) -> list[tuple[int, tuple[Token, ...]]]:
    """The sentences of every STRIDE-th article of the unlabelled news: the article's number, the tokens."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % STRIDE == 0:
                article = json.loads(line)
                analysis = analyse(article["title"] + "\n\n" + article["text"])
                cuts = [analysis.tokens[s.first : s.last] for s in analysis.sentences]
                out += [(number, c) for c in cuts if 4 <= len(c) <= 90]
    return out


def corpora(data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """The annotated sentences to learn from, and those held out."""
    newswire = load(data / "ner_anercorp.train.jsonl")
    rest = [
        *load(data / "ner_aqmar.jsonl", ("dev",), (), "aqmar"),
        *load(data / "ner_wojood_sample.jsonl", ("train",), (), "wojood"),
    ]
    return newswire[:-HELD] + rest, newswire[-HELD:]


def lessons(data: Path, kept: Path) -> Iterator[Example]:
    """News as the teacher labels it, a third of it in AQMAR's way as well."""
    sentences = news(data / "news_ant.jsonl.gz")
    with np.load(kept, allow_pickle=False) as file:
        ends = np.cumsum(file["length"])[:-1]
        rows = dict(zip(file["number"], np.split(file["likely"], ends), strict=True))
    if any(len(sentences[i][1]) != len(row) for i, row in rows.items()):
        raise SystemExit(f"{kept}: of other sentences than are read now; delete it and run again")
    for way, name in enumerate(WAYS[:TAUGHT]):
        for i in sorted(rows):
            if way and i % 3:
                continue
            number, cut = sentences[i]
            phrases = features.phrase_attributes(len(cut), gazetteer.matches(cut))
            yield Example(number, cut, phrases, rows[i][:, way].astype(np.float32), name)


def taught(data: Path, file: e5.File):
    """The trained teacher: parameters, frozen parameters, word rows."""
    gold, held = corpora(data)
    p = jax.tree.map(np.asarray, file.parameters(LAYERS))
    words = p.pop("words")
    frozen = {k: p.pop(k) for k in ("places", "scale", "shift")}
    frozen |= {f"layer{i}": p.pop(f"layer{i}") for i in range(FROZEN)}
    rng = np.random.default_rng(SEED)
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

    p = train(p, x, windows, labels.reshape(windows.ids.shape), ways, report)
    return p, frozen, words


def main(folder: str, target: str) -> None:
    """5. Trains the teacher and writes what it says of the news."""
    file = e5.File()
    p, frozen, words = taught(Path(folder), file)
    sentences = news(Path(folder, "news_ant.jsonl.gz"))
    articles: dict[int, list[int]] = {}
    for i, (number, _) in enumerate(sentences):
        articles.setdefault(number, []).append(i)
    order = list(articles)
    random.Random(SEED).shuffle(order)
    likely: dict[int, np.ndarray] = {}
    pile: list[int] = []
    for number in order:
        pile += articles[number]
        if len(pile) > PILE:
            windows = Windows(file, [sentences[i] for i in pile])
            made = label(p, lower(frozen, words, windows), windows)
            likely |= {i: row[:, :TAUGHT] for i, row in zip(pile, made, strict=True)}
            pile = []
            done = sum(len(row) for row in likely.values())
            print(f"{done} tokens of news", flush=True)
            if done >= TOKENS:
                break
    np.savez_compressed(
        target,
        number=np.array(list(likely)),
        length=np.array([len(row) for row in likely.values()]),
        likely=np.concatenate(list(likely.values())),
    )


if __name__ == "__main__":
    main(*sys.argv[1:3])
