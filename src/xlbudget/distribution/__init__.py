"""Out to the schools and home again: what a central office issues, collects and consolidates.

    from xlbudget.distribution import consolidated_frame

    lines = consolidated_frame("campaign")

The name is imported when it is first used: the rooms of a campaign need a database's library.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlbudget.distribution.consolidate.frame import consolidated_frame

__all__ = ["consolidated_frame"]


def __getattr__(name: str) -> object:
    """Import a name when it is first used (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module("xlbudget.distribution.consolidate.frame"), name)
