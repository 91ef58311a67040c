"""Who said what, through whom: the parts of the statements reader, in the order it uses them.

words (the view of the text) · conjugate, cues (verbs that report) · chunk (the noun phrase that speaks) ·
complement (where the content begins) · content (where it ends) · via (the medium) · nominal, according,
headline (cues that are no verbs) · antecedent (who a hidden subject is) · judge (act, form, polarity, score).
"""
