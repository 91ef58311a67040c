"""A path, URL or stream becomes documents. One file a format."""
