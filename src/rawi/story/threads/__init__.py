"""One thread for one undertaking, however many articles tell of it and in whatever words.

deeds    which deed it is
sides    whose deed it is                                             lexicon/thread_sides.tsv
topic    what an undertaking is about
sameness whether two undertakings are one
index    the derived tables: topics and pairs, kept up to date article by article
groups   pairs and users' decisions -> threads
steps    a line for each step, by which threads are sorted and found without their records
state    what is known of a thread on a day, in both languages
ledger   threads and their steps, for users
"""

from rawi.story.threads.ledger import Deadline, Like, Step, Thread, like, thread, threads
from rawi.story.threads.state import State

__all__ = ["Deadline", "Like", "State", "Step", "Thread", "like", "thread", "threads"]
