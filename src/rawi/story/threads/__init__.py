"""One thread for one undertaking, however many articles tell of it and in whatever words.

topic    what an undertaking is about, and whether two are one
index    the derived tables: topics and pairs, kept up to date article by article
groups   pairs and users' decisions -> threads
state    what is known of a thread on a day, in both languages
ledger   threads and their steps, for users
"""

from rawi.story.threads.ledger import Deadline, Step, Thread, thread, threads
from rawi.story.threads.state import State

__all__ = ["Deadline", "State", "Step", "Thread", "thread", "threads"]
