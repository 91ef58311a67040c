"""The parts of the events reader.

draft      one event as stretches of tokens
lexis      the lexicon: verbs, nouns and classes of words
sides      who did it to whom, around a verb
roles      who and to whom, in the words around
parting    where a subject ends and its object begins
where      where it took place
when       when it took place
standing   how a verb stands in its clause
verbs      events told by a verb in the perfect
forms      whether a form is a verb there
carried    events told by a noun that a verb carries out
nouns      events told by a noun that the text says took place
within     who did it to whom, around a noun
headed     events told by a headline
announced  nouns taken for something done by the words before them
witnessed  events that a place is said to have seen
tellings   one passage -> its drafts
"""
