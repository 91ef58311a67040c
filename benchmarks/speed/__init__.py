"""How fast the program reads, stage by stage, and how much memory it takes.

Everything is measured in the processor time of this one process, so that other work on the machine
counts little, and beside trafilatura's extraction of as many pages, so that machines can be compared.

    articles.py    the articles to read, and pages made of them
    measure.py     the clock: seconds of each stage
"""
