"""Who said what, through whom: the parts of the statements reader, in the order it uses them.

marks, words (the view of the text) · conjugate, homographs, cues (verbs that report) · nouns, in_marks, bounds,
chunk (the noun phrase that speaks) · walk, opening, phrases, complement (where the content begins) · content,
ends (where it ends) · via (the medium) · reports, nominal, according, headline (cues that are no verbs) ·
unsaid (where a verb of saying reports nothing) · subject, speaker, agreement, nearer, antecedent (who speaks,
and who a hidden subject is) · judge (act, form, polarity, score).
"""
