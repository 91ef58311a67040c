"""Asking: a question in Arabic or English brings back the records that answer it. Nothing is generated."""
