"""Can the add-in be installed here?  What stands against it is said before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xlbudget.errors import FileError, LockedFileError, MissingFileError
from xlbudget.hosts.built import require_built
from xlbudget.hosts.excel.bridge import library, library_name
from xlbudget.hosts.excel.machine import XLWINGS, Machine, written
from xlbudget.hosts.excel.program import needed_bits
from xlbudget.hosts.step import Step

PIP = 'python -m pip install "xlbudget[excel]"'
OWN_PYTHON = (
    "Make a Python environment of your own: py -m venv %USERPROFILE%\\xlbudget, "
    f"then %USERPROFILE%\\xlbudget\\Scripts\\{PIP}, "
    "then %USERPROFILE%\\xlbudget\\Scripts\\xlbudget addin install"
)


def refuse_unready(machine: Machine) -> None:
    """Refuse a machine on which the installed add-in would not work.

    Raises:
        MissingFileError: The add-in, xlwings or its DLL is not there.
        FileError: This Python may not write where Excel reads.

    """
    require_built(machine.addin)
    for error in _obstacles(machine):
        raise error


def refuse_running(machine: Machine, steps: Iterable[Step]) -> None:
    """Refuse while Excel runs, if it would undo a step.

    Raises:
        LockedFileError: Excel is running.

    """
    if any(step.wants_excel_closed for step in steps) and machine.excel_runs():
        raise LockedFileError(
            saw="Excel is running",
            wants="Excel writes its list of add-ins anew when it closes, and would undo this",
            fix="Close every Excel window, then run the same command again",
        )


def _obstacles(machine: Machine) -> Iterator[FileError]:
    if "WindowsApps" in (*machine.base.parts, *machine.interpreter.parts):
        yield FileError(
            saw="This Python comes from the Microsoft Store",
            wants="Windows shows such a Python a private copy of the registry, which Excel "
            "does not read",
            fix=f"Install Python from python.org for yourself alone. {OWN_PYTHON}",
        )
    if machine.xlwings != XLWINGS:
        yield MissingFileError(
            saw=f"This Python has xlwings {machine.xlwings}" if machine.xlwings
            else "This Python has no xlwings",
            wants=f"The add-in reaches Python through xlwings {XLWINGS}, no other version",
            fix=f"Install it: {PIP}",
        )  # fmt: skip
    needed = needed_bits(machine.registry)
    if missing := [bits for bits in needed if library(machine.windowless, bits) is None]:
        yield MissingFileError(
            saw=f"{' and '.join(map(library_name, missing))} found neither beside "
            f"{written(machine.windowless)} nor in the folder above",
            wants="Excel looks there alone",
            fix=f"If a virus scanner took it, ask IT to allow it. Otherwise: {OWN_PYTHON}",
        )
    try:
        written(machine.windowless).encode(machine.code_page)
    except UnicodeEncodeError:
        yield FileError(
            saw=f"The path {written(machine.windowless)} has letters that Excel's bridge "
            "cannot read",
            wants=f"The bridge reads the letters of {machine.code_page} alone",
            fix="Make the Python environment in a folder whose whole path has plain letters",
        )
