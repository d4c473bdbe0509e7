"""What can be wrong with a mapping file, in words: each slip once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from xlbudget.model.crosswalk import ASK
from xlbudget.model.fault import Fault, IntakeCode, shown


def no_origin(name: str, value: object) -> Fault:
    """Return the fault of a field that is mapped to no column."""
    return Fault(
        IntakeCode.HEADER,
        f"{name} comes from {shown(str(value))}",
        "It comes from a column of the file, or from one part of it",
        f'Write {name} = "Column", or {name} = {{ column = "Account", separator = "-", part = 2 }}',
    )


def no_default() -> Fault:
    """Return the fault of a crosswalk that does not say what becomes of other codes."""
    return Fault(
        IntakeCode.CHOICE,
        "The list of codes has no default",
        "It says what becomes of a code that is not on the list",
        f'Add default = "{ASK}" to be asked for each such code, or give the value they all have',
    )


def not_given(name: str, says: str, choices: Iterable[str]) -> Fault:
    """Return the fault of a field that every record needs and nothing is mapped to."""
    words = ", ".join(choices)
    return Fault(
        IntakeCode.HEADER,
        f"Nothing is mapped to {name}",
        f"Every record needs it. {says.rstrip('.')}" + (f": {words}" if words else ""),
        f"Add it to [columns] with its column, or to [constants], as in {name} = …",
    )


def unknown(name: object, known: Iterable[str], what: str) -> Fault:
    """Return the fault of a name that is not known, with those that are near."""
    names = list(known)
    near = get_close_matches(str(name).casefold(), names, n=3, cutoff=0.5)
    told = f"The nearest are {', '.join(near)}" if near else f"There are: {', '.join(names)}"
    fix = "Correct it, or take it out"
    return Fault(IntakeCode.HEADER, f"{shown(str(name))} is not known. {what}", told, fix)


def not_toml(error: Exception) -> Fault:
    """Return the fault of a mapping that is no TOML."""
    return Fault(
        IntakeCode.UNREADABLE,
        f"The mapping is not readable: {str(error).rstrip('.')}",
        'Every line says name = value, and text stands in quotation marks, as in "Amount"',
        "Correct the line that is named",
    )
