"""How commitments are read: words, limits, parties, and one module for each way of stating one.

lexis.py     the verbs and word classes of the lexicon
clause.py    where a clause begins and ends; the masdar phrase that names an action
coming.py    which days an expression means that looks ahead
limits.py    the time limit, the reference to a timetable
adverbial.py whether a bare time tells when something is done
extent.py    where the span and its action end
conditions.py  the condition
parties.py   who is bound
subjects.py  what a verb to come is told of
judging.py   opinions, questions and matches, which bind nobody
draft.py     what is known of one commitment while it is read
actions.py   where the action behind a binding verb begins, and what is joined to it
binding.py   stated by a verb that binds: pledging, agreeing, ordering, postponing
ordered.py   what is ordered or decided and is no undertaking; whom a verb with an object charges
occurring.py  what is held, comes into force, is granted or arrives
verbs.py     stated by any verb to come («سيفعل»)
scheduled.py  stated by what is arranged («من المقرر أن»), by what will be on a day
titled.py    stated by a headline
stages.py    the further stages of a timetable («ويغلق في 15 منه»)
attributive.py  told of a meeting or a vote by its day («الجلسة المقررة الخميس المقبل»)
provided.py  stated in the present tense on a condition («نستأنف … إذا», «يقبل … بشرط»)
resolved.py  stated by an adjective or a participle («عازمون على», «بصدد»)
nouns.py     stated by a noun: an agreement to, a postponement of, a respite for
plans.py     a plan for, no plan for
terms.py     the terms of an agreement in clauses and lines of their own; what is owed by a day
broken.py    broken: a pledge not kept, a respite that ran out
course.py    what became of talks, a vote, a truce, told as things: delayed, put off, called off, in force
turning.py   the verbs of course.py, and what in a clause they are said of
recalled.py  what became of the undertaking told just before: «نجحت في ذلك», «ولم تفعل»
done.py      kept: in pursuance of what was agreed, by the time that was set
"""
