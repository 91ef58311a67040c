"""The commands, thin shells over functions that a library user can call."""
