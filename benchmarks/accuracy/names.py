"""Names on test data that others annotated: exact spans and types, micro-averaged F1.

ANERcorp's test part (newswire, 2005–2008), AQMAR's test part (Wikipedia) and the Wojood sample's
validation part. `f1` counts persons, places, organizations and other names; `named f1` leaves out the
other names (MISC), which Rawi does not read. AQMAR's and Wojood's MISC follow guidelines of their own.
The peers' figures are published ones on ANERcorp's test part: CAMeL Tools' fine-tuned AraBERT (Obeid et
al. 2020), and a dictionary of the names in the training part.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rawi.readers.naming import memory
from rawi.readers.naming.tagger import Tagger, tagger

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

CORPORA = (
    ("anercorp", "ner_anercorp.test.jsonl", ()),
    ("aqmar", "ner_aqmar.jsonl", ("test",)),
    ("wojood", "ner_wojood_sample.jsonl", ("val",)),
)
NAMED = ("PER", "LOC", "ORG")
PEERS = {"peer CAMeL Tools anercorp f1": 0.83, "peer dictionary anercorp f1": 0.52}


def score(shared: Path, model: Tagger | None = None) -> dict[str, float]:
    """F1 on each corpus in `shared`/data, all types, named types, and by type; and the peers'."""
    from train_names import f1, load
    from train_names import score as count

    out: dict[str, float] = {}
    for name, file, splits in CORPORA:
        counts = count(model or tagger(), load(shared / "data" / file, splits))
        out[f"{name} f1"] = f1(counts)
        out[f"{name} named f1"] = f1(counts, NAMED)
        for type_ in memory.TYPES:
            out[f"{name} {type_} f1"] = f1(counts, (type_,))
    return {k: round(v, 4) for k, v in out.items()} | PEERS
