"""How often the program is right, measured against articles that people annotated by hand.

`python -m benchmarks.accuracy` scores every corpus that is here, writes docs/accuracy.md and fails
when a figure falls below floors.json. `score(cases)` serves users with gold of their own.

    gold.py        a folder of gold and its articles -> cases; a corpus' digest
    match.py       which found record stands for which gold item
    kinds.py       time, statement, figure, commitment, event
    entities.py    names and who is who
    masthead.py    title, outlet, byline, day, credit, and what is body
    stories.py     reuse, threads, conflicts across articles
    score.py       all of these over many cases -> rates
    found.py       a corpus read into a story -> what stories.py counts
    floors.py      figures that may only go up
    report.py      docs/accuracy.md

A module named in `PEERS` measures one layer on data that nobody on the project wrote. It offers
`score(shared) -> dict[str, float]`, where `shared` is the folder of that data; keys that begin with
`peer ` are the scores of other programs on the same data, shown beside ours and held to no floor.
"""

PEERS = ("segmentation", "numerals", "times", "names", "stance")
