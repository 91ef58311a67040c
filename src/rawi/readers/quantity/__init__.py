"""How figures are found: the parts of readers/figures.py, along the data's way.

lexicon.py     modifiers, units, and the words that decide about a number
modifier.py    how exact it is: the words before and after
thing.py       what is counted: after the number, before it, or announced («عدد القتلى … 12»)
"""
