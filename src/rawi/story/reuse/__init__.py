"""Text reuse: the same passage in two articles, who printed it first, and whether it was credited."""
