"""Trains the names tagger: `make train-names`, some ninety minutes of two idle cores (its stages added up).

    python tools/train_names.py DATA_FOLDER [MODEL.npz] [WORK_FOLDER] [hold]

DATA_FOLDER holds ner_anercorp.train.jsonl, ner_aqmar.jsonl and ner_wojood_sample.jsonl: one sentence a
line with `tokens` and BIO `tags`; and news_ant.jsonl.gz, articles without labels. Trained on ANERcorp's
training part, AQMAR's development part and the Wojood sample's training part; tests are never read here.
What is random is seeded. WORK_FOLDER (build/) keeps what the teachers said, which takes longest, and is
read from there another time; it holds numbers only, and no part of it is shipped. With `hold` the last
sentences of ANERcorp's training part, which the teachers never see, are kept from everything else as well,
and the result is tried on them: settings were chosen so.

1. The corpora are cut into Rawi's tokens, their labels carried over.
2. The first field is trained on all of it. So that the second learns from honest likelihoods, those of
   each half of the data come from a field trained on the other half.
3. The second field is trained with what the neighbourhood says of each word (`memory.py`).
4. Both label unlabelled news (news_ant.jsonl.gz); sentences they are certain of join the training data, and
   both fields are trained again.
5. Two sentence models are trained further on the same corpora and label other news (name_teacher.py,
   name_news.py).
6. Two networks learn from the corpora and from what the teachers say of the news (name_network.py).
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import pycrfsuite
from name_corpora import LABELS, Sentence, articles, as_news, corpora, returned, spans

from rawi.arabic.analysis import analyse
from rawi.readers.naming import features, gazetteer, memory
from rawi.readers.naming.field import Field
from rawi.readers.naming.tagger import Tagger, by_type, write_model

FOLDS = 2
TRAINING = {"c1": 0.05, "c2": 0.01, "max_iterations": 80, "feature.possible_transitions": True}
STRIDE = 40  # one article in so many of the unlabelled news is read
CERTAIN = 0.8  # likelihood that every label of a sentence must have
MODEL = Path(__file__).resolve().parent.parent / "src/rawi/readers/naming/model/names.npz"


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


def recall(field: Field, sentences: list[Sentence]) -> list:
    """What the rest of its article says of each word of each sentence, by this field."""
    out: list = [None] * len(sentences)
    for group in articles(sentences):
        part = [sentences[i] for i in group]
        tokens = [s.tokens for s in part]
        likely = field.likelihoods(field.emissions(tokens, [s.phrases for s in part]))
        found = memory.recall(tokens, by_type(field, likely))
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


def fields(gold: list[Sentence], path: Path) -> Tagger:
    """2. to 4. The two fields."""
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
    more = silver(tagger, path)  # 4.
    seen = recall(tagger.first, more)
    return Tagger(train(gold + more), train(gold + more, recalled + seen))


def main(folder: str, target: str = str(MODEL), work: str = "build", hold: str = "") -> None:
    import name_network
    import name_news
    import name_teacher

    path, kept = Path(folder, "news_ant.jsonl.gz"), Path(work)
    kept.mkdir(exist_ok=True)
    gold, held = corpora(Path(folder))
    sentences = name_news.news(path)

    def lessons(recipe: name_teacher.Recipe) -> list[Sentence]:
        """What a teacher learns from: never the sentences held out."""
        return gold + (silver(fields(as_news(gold), path), path) if recipe.news else [])

    name_news.label(sentences, kept, lessons, held)  # 5.
    learnt = gold if hold else gold + held
    tagger = fields(as_news(learnt), path)  # 2. to 4.
    network = name_network.train(  # 6.
        LABELS,
        [name_network.of_corpus(s, LABELS) for s in learnt],
        list(name_news.lessons(sentences, kept)),
    )
    tagger = Tagger(tagger.first, tagger.second, network)
    if hold:
        print(f"on the sentences held out: {f1(score(tagger, held)):.4f}")
    Path(target).parent.mkdir(exist_ok=True)
    Path(target).write_bytes(write_model(tagger))
    print(f"{target}: {Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:5])
