"""The parts of the events reader.

draft      one event as stretches of tokens
lexis      the lexicon: verbs, nouns and classes of words
sides      who did it to whom, around a verb
roles      who, to whom, where, when, in the words around
standing   how a verb stands in its clause
verbs      events told by a verb in the perfect
carried    events told by a noun that a verb carries out
nouns      events told by a noun that the text says took place
tellings   one passage -> its drafts
"""
