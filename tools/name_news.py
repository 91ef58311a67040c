"""Unlabelled news as the teachers of the names tagger label it (`name_teacher.py`).

The likelihood of each label at each token is kept in the work folder, part by part
(`name_teacher.K.NNN.npz`, K the teacher, NNN the part), so that a run that was broken off goes on where it
stood. A part has `number`, of each sentence among those of every STRIDE-th article; `length`, its tokens;
and `likely` (tokens, ways, labels). It holds no text.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import e5_encoder as e5
import name_teacher as teacher
import numpy as np
from name_corpora import Sentence
from name_network import Example

from rawi.arabic.analysis import analyse
from rawi.arabic.words import Token
from rawi.readers.naming import features, gazetteer

STRIDE = 6  # one article in so many of the unlabelled news is gone through
TOKENS = 900_000  # of these, in an order drawn by lot, are labelled
PILE = 2000  # sentences of news read together, the articles whole
TAUGHT = (
    2  # of the teachers' ways of labelling, the first so many are taught to the network on news
)
SEED = 5

Cut = tuple[int, tuple[Token, ...]]  # an article's number, a sentence's tokens


def news(path: Path) -> list[Cut]:
    """The sentences of every STRIDE-th article of the unlabelled news."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % STRIDE == 0:
                article = json.loads(line)
                analysis = analyse(article["title"] + "\n\n" + article["text"])
                cuts = [analysis.tokens[s.first : s.last] for s in analysis.sentences]
                out += [(number, c) for c in cuts if 4 <= len(c) <= 90]
    return out


def piles(sentences: Sequence[Cut]) -> Iterator[list[int]]:
    """The sentences to be labelled together, by number."""
    articles: dict[int, list[int]] = {}
    for i, (number, _) in enumerate(sentences):
        articles.setdefault(number, []).append(i)
    order = list(articles)
    random.Random(SEED).shuffle(order)
    pile: list[int] = []
    done = 0
    for number in order:
        pile += articles[number]
        if len(pile) > PILE:
            yield pile
            done += sum(len(sentences[i][1]) for i in pile)
            pile = []
            if done > TOKENS:
                return


def label(
    sentences: Sequence[Cut],
    work: Path,
    corpora: Callable[[teacher.Recipe], Sequence[Sentence]],
    held: Sequence[Sentence],
) -> None:
    """5. Every teacher is trained, on `corpora` of its recipe, and says what it makes of the news."""
    for k, recipe in enumerate(teacher.RECIPES):
        parts = [work / f"name_teacher.{k}.{n:03d}.npz" for n, _ in enumerate(piles(sentences))]
        if all(part.is_file() for part in parts):
            continue
        file = e5.File()
        p, frozen, words = teacher.taught(file, recipe, corpora(recipe), held)
        for part, pile in zip(parts, piles(sentences), strict=True):
            windows = teacher.Windows(file, [sentences[i] for i in pile])
            made = teacher.label(p, teacher.lower(frozen, words, windows), windows)
            np.savez_compressed(
                part,
                number=np.array(pile),
                length=np.array([len(row) for row in made]),
                likely=np.concatenate(made)[:, :TAUGHT],
            )
            print(f"{part.name} written", flush=True)


def said(sentences: Sequence[Cut], work: Path) -> dict[int, np.ndarray]:
    """What the teachers say on the average of each sentence: (tokens, ways, labels)."""
    out: dict[int, np.ndarray] = {}
    for k, _ in enumerate(teacher.RECIPES):
        for part in sorted(work.glob(f"name_teacher.{k}.*.npz")):
            with np.load(part, allow_pickle=False) as file:
                rows = np.split(file["likely"], np.cumsum(file["length"])[:-1])
                for i, row in zip(file["number"].tolist(), rows, strict=True):
                    if len(sentences[i][1]) != len(row):
                        raise SystemExit(f"{part}: of other sentences; delete it and run again")
                    row = row[:, :TAUGHT].astype(np.float32) / len(teacher.RECIPES)
                    out[i] = out[i] + row if k else row
    return out


def lessons(sentences: Sequence[Cut], work: Path) -> Iterator[Example]:
    """News as the teachers label it, for the networks; a third of it in AQMAR's way as well."""
    likely = said(sentences, work)
    found = {}
    for way, name in enumerate(teacher.WAYS[:TAUGHT]):
        for i in sorted(likely):
            if not way or i % 3 == 0:
                number, cut = sentences[i]
                if not way:
                    found[i] = features.phrase_attributes(len(cut), gazetteer.matches(cut))
                yield Example(number, cut, found[i], likely[i][:, way], name)
