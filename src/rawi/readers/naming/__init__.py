"""How names are found: the parts of readers/names.py, along the data's way.

runs.py        the tokens that count, sentence by sentence
lexicons.py    what the lexicons know: places, bodies, outlets, heads, titles, given names
gazetteer.py   where phrases of the lexicons stand in a run of tokens
features.py    what the trained tagger sees of a token
tagger.py      the trained tagger: tokens -> labelled spans; field.py its arithmetic, memory.py what it
               is told of the rest of the article
spans.py       its spans cut or joined
believed.py    how far the tagger is believed; forms.py what a word's form says against it
contested.py   where it and a lexicon disagree
patterns.py    names that a head word opens: «وزارة …», «القوات …», «قاعدة …»; complements.py how far they go
ministries.py  ministries named without the word
unlisted.py    places that no gazetteer lists, by the words around them
inferred.py    … and by what the whole article says of a word
repeats.py     names of an article's other sentences
people.py      persons: where their names begin and end
framed.py      … and whom a clause of saying shows
surnames.py    … and what the article's fuller names say of the others
person_names.py  a person's name taken apart, forms of it compared
outlets.py     outlets that are everyday words, and unlisted ones
roles.py       the title or role printed with a person
groups.py      peoples and collectives
descriptions.py  bare heads that stand for a name before them
mention.py     one mention on its way, and how overlapping ones are settled
metonyms.py    places that stand for their governments
linking.py     which mentions of an article are one entity; shorter.py what a shorter name can mean,
               wording.py a name's words as they are compared
"""
