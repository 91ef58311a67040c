"""An article becomes records, one file a kind. Readers are pure: no disk, no clock, no network.

Every reader is a function `read(article, analysis, found) -> tuple[Record, ...]`, where `found` is the
`Reading` so far: what the stages before it gave.
"""
