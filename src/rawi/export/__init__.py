"""A story becomes files, one file a format."""
