"""How commitments are read: words, limits, parties, and one module for each way of stating one.

lexis.py     the verbs and word classes of the lexicon
clause.py    where a clause begins and ends; the masdar phrase that names an action
limits.py    the time limit, the condition, the reference to a timetable
parties.py   who is bound
draft.py     what is known of one commitment while it is read
verbs.py     stated by a verb: to come («سيفعل»), pledging, agreeing, ordering, postponing
nouns.py     stated by a noun: an agreement to, a plan for, no plan for, the timetable of
done.py      kept: in pursuance of what was agreed, by the time that was set
"""
