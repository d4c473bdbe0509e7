"""What the add-in and its functions are called."""

from __future__ import annotations

from xlbudget.catalogue import Function

NAMESPACE = "XLB"
"""What stands before the dot: people type ``=XLB.NPV(5%,B2:B8)``."""

ADDIN_ID = "6e1b7a52-3c0d-4e55-9a6f-0d4c1f8b2a97"
"""The add-in, for Excel and its administrators; it never changes."""

TITLE = "xlbudget"
FULL_TITLE = "xlbudget: technology budgets for schools"
PUBLISHER = "The xlbudget founders"
SAYS = "Functions and checks for school technology budgets. Nothing leaves your machine."


def cell_name(function: Function) -> str:
    """Return what stands after the dot: the name without its prefix, as in ``NPV``."""
    return function.name.removeprefix(f"{NAMESPACE}_")
