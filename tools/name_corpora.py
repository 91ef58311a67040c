"""The annotated corpora that the names tagger learns from, in Rawi's tokens (`train_names.py`)."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, replace
from pathlib import Path

from rawi.arabic.words import Token, tokens
from rawi.readers.naming import clubs, features, memory

LABELS = ("O", *(f"{b}-{t}" for t in memory.TYPES for b in "BI"))
NEIGHBOURHOOD = 24  # sentences taken for one article where the corpus does not part articles
HELD = 400  # the last sentences of ANERcorp's training part, kept to choose settings by


@dataclass(slots=True)
class Sentence:
    """A sentence in Rawi's tokens. `owner[i]` is the corpus' token that token `i` was cut from."""

    tokens: tuple[Token, ...]
    owner: list[int]
    labels: list[str]
    gold: list[str]  # the corpus' own tags
    article: object
    words: list[tuple[str, ...]]
    phrases: list[tuple[str, ...]]
    corpus: str = ""  # "" for news, whose ways are the default


def load(
    path: Path, splits: tuple[str, ...] = (), without: tuple[str, ...] = (), corpus: str = ""
) -> list[Sentence]:
    """The sentences of a corpus file; labels of the types in `without` count as no name."""
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        if splits and row["split"] not in splits:
            continue
        gold = ["O" if t[2:] in without else t for t in row["tags"]]
        sentence = carry(row["tokens"], gold)
        if sentence.tokens:
            sentence.article = (corpus, row.get("article", number // NEIGHBOURHOOD))
            sentence.corpus = corpus
            out.append(sentence)
    for group in articles(out):  # everyday words are clubs in articles of sport alone
        part = [out[i] for i in group]
        for s, found in zip(part, clubs.matches([s.tokens for s in part]), strict=True):
            s.phrases = features.phrase_attributes(len(s.tokens), found)
    return out


def carry(words: list[str], gold: list[str]) -> Sentence:
    """1. The words of a corpus in Rawi's tokens, each with its word's label; marks bear none."""
    starts, text = [], ""
    for word in words:
        starts.append(len(text))
        text += word + " "
    cut = tokens(text)
    owner = [bisect_right(starts, t.start) - 1 for t in cut]
    labels: list[str] = []
    for i, token in enumerate(cut):
        inner = token.text in "-." and i and owner[i - 1] == owner[i]
        label = gold[owner[i]] if token.kind != "mark" or inner else "O"
        before = labels[-1] if labels else "O"
        if label != "O":
            fresh = label[0] == "B" and not (
                i and owner[i - 1] == owner[i] and before[2:] == label[2:]
            )
            label = ("B" if fresh or before[2:] != label[2:] else "I") + label[1:]
        labels.append(label)
    described = [features.word_attributes(t) for t in cut]
    return Sentence(cut, owner, labels, gold, None, described, [()] * len(cut))


def returned(sentence: Sentence, labels: list[str]) -> list[str]:
    """Labels of Rawi's tokens as tags of the corpus' own tokens."""
    out = ["O"] * len(sentence.gold)
    for word, label in zip(sentence.owner, labels, strict=True):
        if label != "O" and out[word] == "O":
            out[word] = label
    return out


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Spans of BIO tags: first, last (exclusive), type."""
    out, first = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and (tag[0] != "I" or tag[2:] != tags[first][2:]):
            out.add((first, i, tags[first][2:]))
            first = None
        if first is None and tag != "O":
            first = i
    return out


def corpora(data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """1. The annotated sentences to learn from, and those held out."""
    newswire = load(data / "ner_anercorp.train.jsonl")
    rest = [
        *load(data / "ner_aqmar.jsonl", ("dev",), (), "aqmar"),
        *load(data / "ner_wojood_sample.jsonl", ("train",), (), "wojood"),
    ]
    return newswire[:-HELD] + rest, newswire[-HELD:]


def as_news(gold: list[Sentence]) -> list[Sentence]:
    """Annotated sentences without the MISC of corpora that mean something else by it."""
    out = []
    for s in gold:
        labels, tags = (["O" if x[2:] == "MISC" and s.corpus else x for x in row]
                        for row in (s.labels, s.gold))  # fmt: skip
        out.append(replace(s, labels=labels, gold=tags))
    return out


def articles(sentences: list[Sentence]) -> list[list[int]]:
    """Indices of the sentences of each article, in order."""
    out: dict[object, list[int]] = {}
    for i, s in enumerate(sentences):
        out.setdefault(s.article, []).append(i)
    return list(out.values())
