"""Where sources contradict each other, or one source itself. Read in this order:

lexis.py      opposite acts, negators and the other words that decide        lexicon/conflict_*.tsv
claims.py     an article -> claims: clauses that somebody holds to be so
acting.py     what a speaker does with what he says: denies, refuses, wants it
poles.py      a clause -> which of two opposite acts it holds with, and of what
oppose.py     two claims -> a denial or opposite positions
amounts.py    two figures -> different numbers of one thing
measures.py   two clauses that say the same but for their number
tolls.py      whom a figure counts as dead or hurt, and since when
limits.py     two undertakings -> different dates of one thing
happenings.py two tellings of one event -> different days
telling.py    what a clause says without its number or its day
exclusive.py  what only one can have done, be or hold                        lexicon/conflict_exclusive.tsv
rivals.py     two tellings of that -> two who cannot both have it
replying.py   a text -> where it denies something, by whom, and whether it only points at what it denies
sourced.py    whose word a denial is of, where it says so
covering.py   how much of what one clause is about another says, in the same words or by meaning
replies.py    a denial -> the claim beside it in the same article
countered.py  «لكن … لم …» -> the claim before it
charged.py    what somebody is charged with and denies in other words
refusals.py   what one wants and another refuses
charges.py    two sides that accuse each other                               lexicon/conflict_hostile.tsv
parties.py    who a party is, whatever it is called by                       lexicon/conflict_seats.tsv
stance.py     two texts -> do they agree, disagree or neither (a trained judge)
keys.py       where to look for what would contradict a claim
wording.py    why it is a contradiction, one line in Arabic and one in English
tables.py     the tables' columns
index.py      the derived tables: claims by what they are about, pairs found
report.py     the contradictions of a story, for people
"""
