"""The pages, one file a subject; each gives a `router`."""
