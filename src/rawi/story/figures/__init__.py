"""Figures through time: the same thing in the same place, one series however it is worded.

things   what a figure counts, as a key that its several wordings share
index    the derived table of keys, kept up to date article by article
values   which numbers can both hold, given «نحو», «أكثر من» and ranges
series   points with their source and day, jumps and disagreements
"""

from rawi.story.figures.series import Note, Point, Series, figure_series

__all__ = ["Note", "Point", "Series", "figure_series"]
