"""A story becomes files, one format a module.

Each `write` streams, so a large story needs no memory.
"""
