"""A text becomes letters, words, sentences, quotations and numbers, each with its place in the text."""
