"""Names on test data that others annotated: exact spans and types, micro-averaged F1.

ANERcorp's test part (newswire, 2005–2008), AQMAR's test part (Wikipedia) and the Wojood sample's
validation part. `f1` counts persons, places, organizations and other names; `named f1` leaves out the
other names (MISC), which Rawi does not read. AQMAR and Wojood are labelled in ways of their own, which the
tagger learnt from their training parts: an acting country is an organization in Wojood, a theory or a
product MISC in AQMAR. `f1` is that of a tagger that follows these ways; `as news named f1` that of the
labels as Rawi uses them on news. The peers' figures are published ones on ANERcorp's test part: CAMeL
Tools' fine-tuned AraBERT (Obeid et al. 2020), and a dictionary of the names in the training part.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rawi.readers.naming import memory
from rawi.readers.naming.tagger import Tagger, tagger

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

CORPORA = (
    ("anercorp", "ner_anercorp.test.jsonl", (), ""),
    ("aqmar", "ner_aqmar.jsonl", ("test",), "aqmar"),
    ("wojood", "ner_wojood_sample.jsonl", ("val",), "wojood"),
)
NAMED = ("PER", "LOC", "ORG")
PEERS = {"peer CAMeL Tools anercorp f1": 0.83, "peer dictionary anercorp f1": 0.52}


def score(shared: Path, model: Tagger | None = None) -> dict[str, float]:
    """F1 on each corpus in `shared`/data, all types, named types, and by type; and the peers'."""
    from name_corpora import load
    from train_names import f1
    from train_names import score as count

    out: dict[str, float] = {}
    for name, file, splits, way in CORPORA:
        sentences = load(shared / "data" / file, splits, corpus=name)
        if way:
            as_news = count(model or tagger(), sentences)
            out[f"{name} as news named f1"] = f1(as_news, NAMED)
        counts = count(model or tagger(), sentences, way)
        out[f"{name} f1"] = f1(counts)
        out[f"{name} named f1"] = f1(counts, NAMED)
        for type_ in memory.TYPES:
            out[f"{name} {type_} f1"] = f1(counts, (type_,))
    return {k: round(v, 4) for k, v in out.items()} | PEERS
