"""How events are read: the words that tell of one, and what stands around them.

lexis.py     verbs and nouns of the lexicon, with their PLOVER types
roles.py     who did it, to whom, where, when
tellings.py  verbs in the perfect and dated nouns, as drafts
"""
