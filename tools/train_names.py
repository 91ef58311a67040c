"""Trains the names tagger: `make train-names`, about an hour and a half of two idle cores.

    python tools/train_names.py DATA_FOLDER [MODEL.npz] [WORK_FOLDER]

DATA_FOLDER holds ner_anercorp.train.jsonl, ner_aqmar.jsonl and ner_wojood_sample.jsonl: one sentence a
line with `tokens` and BIO `tags`; and news_ant.jsonl.gz, articles without labels. Trained on ANERcorp's
training part, AQMAR's development part and the Wojood sample's training part; tests are never read here.
What is random is seeded. WORK_FOLDER (build/) keeps what the teacher said, which takes longest, and is
read from there another time; it holds numbers only, and no part of it is shipped.

1. The corpora are cut into Rawi's tokens, their labels carried over.
2. The first field is trained on all of it. So that the second learns from honest likelihoods, those of
   each half of the data come from a field trained on the other half.
3. The second field is trained with what the neighbourhood says of each word (`memory.py`).
4. Both label unlabelled news (news_ant.jsonl.gz); sentences they are certain of join the training data, and
   both fields are trained again.
5. A sentence model is trained further on the same corpora and labels other news (name_teacher.py).
6. The network learns from the corpora and from what the teacher says of that news (name_network.py).
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pycrfsuite

from rawi.arabic.analysis import analyse
from rawi.arabic.words import Token, tokens
from rawi.readers.naming import features, gazetteer, memory
from rawi.readers.naming.field import Field
from rawi.readers.naming.tagger import Tagger, by_type, write_model

LABELS = ("O", *(f"{b}-{t}" for t in memory.TYPES for b in "BI"))
NEIGHBOURHOOD = 24  # sentences taken for one article where the corpus does not part articles
FOLDS = 2
TRAINING = {"c1": 0.05, "c2": 0.01, "max_iterations": 80, "feature.possible_transitions": True}
STRIDE = 40  # one article in so many of the unlabelled news is read
CERTAIN = 0.8  # likelihood that every label of a sentence must have
MODEL = Path(__file__).resolve().parent.parent / "src/rawi/readers/naming/model/names.npz"


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
    phrases = features.phrase_attributes(len(cut), gazetteer.matches(cut))
    return Sentence(cut, owner, labels, gold, None, described, phrases)


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


def own_ways(sentence: Sentence, i: int) -> list[str]:
    """A token's attributes once more, for its corpus alone.

    What an encyclopaedia or the Wojood guidelines label otherwise than newswire does (a country that acts
    is an organization there) is learnt by these and left out of the model: Daumé 2007.
    """
    return [f"@{sentence.corpus}{a}" for a in ("", *sentence.words[i], *sentence.phrases[i])]


def train(sentences: list[Sentence], recalled: list | None = None) -> Field:
    """A field trained on these sentences."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for k, s in enumerate(sentences):
        described = features.describe(s.words, s.phrases, recalled and recalled[k])
        if s.corpus:
            described = [row + own_ways(s, i) for i, row in enumerate(described)]
        trainer.append(described, s.labels)
    trainer.select("lbfgs")
    trainer.set_params(TRAINING)
    path = str(Path(tempfile.gettempdir(), f"rawi-names-{os.getpid()}.crfsuite"))
    trainer.train(path)
    reader = pycrfsuite.Tagger()
    reader.open(path)
    info = reader.info()
    table: dict[str, np.ndarray] = {}
    for (attribute, label), weight in info.state_features.items():
        if attribute.startswith("@"):
            continue
        table.setdefault(attribute, np.zeros(len(LABELS), dtype=np.float32))[
            LABELS.index(label)
        ] = weight
    moves = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for (a, b), weight in info.transitions.items():
        moves[LABELS.index(a), LABELS.index(b)] = weight
    Path(path).unlink()
    return Field(LABELS, list(table), np.stack(list(table.values())), moves)


def articles(sentences: list[Sentence]) -> list[list[int]]:
    """Indices of the sentences of each article, in order."""
    out: dict[object, list[int]] = {}
    for i, s in enumerate(sentences):
        out.setdefault(s.article, []).append(i)
    return list(out.values())


def recall(field: Field, sentences: list[Sentence]) -> list:
    """What the rest of its article says of each word of each sentence, by this field."""
    out: list = [None] * len(sentences)
    for group in articles(sentences):
        part = [sentences[i] for i in group]
        likely = field.likelihoods([field.emissions(s.tokens, s.phrases) for s in part])
        found = memory.recall([s.tokens for s in part], by_type(field, likely))
        for i, row in zip(group, found, strict=True):
            out[i] = row
    return out


def score(
    tagger: Tagger, sentences: list[Sentence], way: str = ""
) -> dict[str, tuple[int, int, int]]:
    """By type: spans right, found, wanted, exact and in the corpus' own tokens.

    `way`: whose way of labelling the tagger is to follow (`network.WAYS`).
    """
    counts = {t: [0, 0, 0] for t in memory.TYPES}
    for group in articles(sentences):
        part = [sentences[i] for i in group]
        found = tagger.tag([s.tokens for s in part], way=way)
        for s, tagged in zip(part, found, strict=True):
            labels = ["O"] * len(s.tokens)
            for t in tagged:
                labels[t.first : t.last] = [f"B-{t.label}"] + [f"I-{t.label}"] * (
                    t.last - t.first - 1
                )
            ours, theirs = spans(returned(s, labels)), spans(s.gold)
            for type_ in memory.TYPES:
                a = {x for x in ours if x[2] == type_}
                b = {x for x in theirs if x[2] == type_}
                for k, n in enumerate((len(a & b), len(a), len(b))):
                    counts[type_][k] += n
    return {t: tuple(c) for t, c in counts.items()}


def f1(counts: dict[str, tuple[int, int, int]], types: tuple[str, ...] = memory.TYPES) -> float:
    """F1 over these types together."""
    right, found, wanted = (sum(counts[t][k] for t in types) for k in range(3))
    return 2 * right / (found + wanted) if found + wanted else 0.0


def silver(tagger: Tagger, path: Path) -> list[Sentence]:
    """4. Sentences of unlabelled news that the tagger labels with certainty, as if a person had."""
    out: list[Sentence] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % STRIDE:
                continue
            article = json.loads(line)
            analysis = analyse(article["title"] + "\n\n" + article["text"])
            cuts = [analysis.tokens[s.first : s.last] for s in analysis.sentences]
            cuts = [c for c in cuts if 6 <= len(c) <= 80]
            matches = [gazetteer.matches(c) for c in cuts]
            if not cuts:
                continue
            paths, sure = tagger.label(cuts, matches)
            for cut, match, best, likely in zip(cuts, matches, paths, sure, strict=True):
                labels = [LABELS[k] for k in best]
                certain = likely[range(len(best)), best].min() >= CERTAIN
                if certain and any(label not in ("O", "B-MISC", "I-MISC") for label in labels):
                    words = [features.word_attributes(t) for t in cut]
                    phrases = features.phrase_attributes(len(cut), match)
                    out.append(
                        Sentence(
                            cut,
                            list(range(len(cut))),
                            labels,
                            labels,
                            ("news", number),
                            words,
                            phrases,
                        )
                    )
    return out


def fields(data: Path) -> Tagger:
    """2. to 4. The two fields."""
    gold = [
        *load(data / "ner_anercorp.train.jsonl"),
        *load(data / "ner_aqmar.jsonl", ("dev",), ("MISC",), "aqmar"),
        *load(data / "ner_wojood_sample.jsonl", ("train",), ("MISC",), "wojood"),
    ]
    groups = articles(gold)
    recalled: list = [None] * len(gold)
    for fold in range(FOLDS):  # 2.
        held = [i for g in groups[fold::FOLDS] for i in g]
        rest = set(range(len(gold))) - set(held)
        field = train([gold[i] for i in sorted(rest)])
        for i, row in zip(held, recall(field, [gold[i] for i in held]), strict=True):
            recalled[i] = row
        print(f"fold {fold + 1} of {FOLDS} done", flush=True)
    tagger = Tagger(train(gold), train(gold, recalled))  # 2. and 3.
    more = silver(tagger, data / "news_ant.jsonl.gz")  # 4.
    print(f"{len(more)} sentences of news, {sum(len(s.tokens) for s in more)} tokens", flush=True)
    seen = recall(tagger.first, more)
    return Tagger(train(gold + more), train(gold + more, recalled + seen))


def main(folder: str, target: str = str(MODEL), work: str = "build") -> None:
    import name_network
    import name_teacher

    data, kept = Path(folder), Path(work, "name_teacher.npz")
    tagger = fields(data)
    if not kept.is_file():
        kept.parent.mkdir(exist_ok=True)
        name_teacher.main(folder, str(kept))
    gold, held = name_teacher.corpora(data)
    network = name_network.train(  # 6.
        LABELS,
        [name_network.of_corpus(s, LABELS) for s in gold],
        list(name_teacher.lessons(data, kept)),
    )
    tagger = Tagger(tagger.first, tagger.second, network)
    print(f"on sentences held out of the network's training: {f1(score(tagger, held)):.4f}")
    Path(target).parent.mkdir(exist_ok=True)
    Path(target).write_bytes(write_model(tagger))
    print(f"{target}: {Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:4])
