"""The commands, thin shells over functions that a library user can call.

Each module here is one command of the same name and defines `command`, a click command, but `main`
and those whose names begin with an underscore.
"""

from rawi.cli.main import main

__all__ = ["main"]
