"""A story becomes pages."""
