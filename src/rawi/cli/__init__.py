"""The commands, thin shells over functions that a library user can call.

Each module here but `main` is one command of the same name: it defines `command`, a click command.
"""

from rawi.cli.main import main

__all__ = ["main"]
