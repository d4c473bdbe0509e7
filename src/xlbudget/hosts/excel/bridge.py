"""The bridge from the add-in to Python: its settings file, and where it looks for its DLL.

The bridge is ``macros/XlbServer.bas`` with parts of xlwings' VBA.  It reads the settings file for
the interpreter, loads ``xlwings64-….dll`` or ``xlwings32-….dll``, as Excel is a 64-bit or a 32-bit
program, and starts the interpreter.  It looks for the DLL in the interpreter's folder, else in the
folder above.  pip puts both DLLs into ``sys.prefix``: that is the interpreter's own folder in a
plain Python and the folder above ``Scripts`` in a virtual environment, so they are found.  They are
not found after ``pip install --user``, which puts them elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from xlbudget.hosts.excel.machine import XLWINGS, Machine, written
from xlbudget.hosts.step import Step, put_file, remove_empty, remove_file

INTERPRETER = "INTERPRETER_WIN"


def settings_steps(machine: Machine) -> tuple[Step, ...]:
    """Return what names our interpreter in the file; whatever else stands there stays."""
    now, ours = read_settings(machine), {INTERPRETER: written(machine.windowless)}
    if now.items() >= ours.items():
        return ()
    says = f"Write {INTERPRETER} = {ours[INTERPRETER]} into {written(machine.settings)}"
    return (Step(says, lambda: _write(machine, {**now, **ours})),)


def unset_steps(machine: Machine) -> tuple[Step, ...]:
    """Return what takes our setting away, and the file when nothing else stands in it."""
    now = read_settings(machine)
    if INTERPRETER not in now:
        return ()
    path = written(machine.settings)
    kept = {name: value for name, value in now.items() if name != INTERPRETER}
    if kept:
        return (Step(f"Take {INTERPRETER} out of {path}", lambda: _write(machine, kept)),)
    return (Step(f"Delete {path}", lambda: _remove(machine.settings)),)


def read_settings(machine: Machine) -> dict[str, str]:
    """Return the settings file by name, names in capital letters; a later line is not read."""
    if not machine.settings.is_file():
        return {}
    text = machine.settings.read_bytes().decode(machine.code_page, errors="surrogateescape")
    found: dict[str, str] = {}
    for row in csv.reader(text.splitlines()):
        if row:
            found.setdefault(row[0].strip().upper(), row[1] if len(row) > 1 else "")
    return found


def library_name(bits: int) -> str:
    """Return the name of the DLL for an Excel of 64 or 32 bits."""
    return f"xlwings{bits}-{XLWINGS}.dll"


def library(interpreter: Path, bits: int) -> Path | None:
    """Return the DLL that the bridge loads for an interpreter, or None."""
    name = library_name(bits)
    places = (folder / name for folder in (interpreter.parent, interpreter.parent.parent))
    return next((path for path in places if path.is_file()), None)


def _write(machine: Machine, settings: Mapping[str, str]) -> None:
    lines = (f'"{name}","{value}"\r\n' for name, value in settings.items())
    put_file("".join(lines).encode(machine.code_page, "surrogateescape"), machine.settings)


def _remove(path: Path) -> None:
    remove_file(path)
    remove_empty(path.parent)
