r"""The list of add-ins that Excel opens when it starts: OPEN, OPEN1, OPEN2 ... in the registry.

Excel reads the list up to its first gap, and writes it anew when it closes: what is added while
Excel runs is forgotten.  An add-in that a person unticks is moved to "Add-in Manager".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count, takewhile
from pathlib import Path, PureWindowsPath

from xlbudget.hosts.excel.machine import ADDIN, Machine, written
from xlbudget.hosts.excel.registry import Registry, Value
from xlbudget.hosts.step import Step

EXCEL = r"HKCU\Software\Microsoft\Office\16.0\Excel"
OPTIONS = rf"{EXCEL}\Options"
UNTICKED = rf"{EXCEL}\Add-in Manager"
_NAME = re.compile(r"OPEN(\d*)", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*)"')
_SWITCHES = re.compile(r"^(/\w+\s+)+")


def start_list_steps(machine: Machine, addin: Path | None) -> tuple[Step, ...]:
    """Return what puts our add-in on the list, or takes it off.

    Args:
        machine: The machine.
        addin: The add-in to be opened; None takes ours off.

    """
    now = entries(machine.registry)
    then = rewritten(now, None if addin is None else f'/R "{written(addin)}"')
    return (
        *(_write(machine.registry, at, text) for at, text in then.items() if now.get(at) != text),
        *(_delete(machine.registry, at) for at in now if at not in then),
        *(_forget(machine.registry, name) for name in machine.registry.values(UNTICKED)
          if is_ours(name)),
    )  # fmt: skip


def entries(registry: Registry) -> dict[int, Value]:
    """Return the list by place."""
    matches = ((_NAME.fullmatch(name), value) for name, value in registry.values(OPTIONS).items())
    return dict(sorted((int(match[1] or 0), value) for match, value in matches if match))


def rewritten(now: Mapping[int, Value], wanted: str | None) -> dict[int, Value]:
    """Return the list with our entry, or without it; the others stay in their order.

    What stands behind a gap stays where it is: Excel does not read it.
    """
    read = [now[at] for at in takewhile(now.__contains__, count())]
    others = [text for text in read if not is_ours(text)]
    behind = {at: text for at, text in now.items() if at > len(read) and not is_ours(text)}
    if wanted is not None:
        place = next((at for at, text in enumerate(read) if is_ours(text)), len(read))
        others.insert(place, wanted)
    return {**dict(enumerate(others)), **behind}


def is_ours(entry: Value) -> bool:
    """Return whether an entry names our add-in, wherever it lies."""
    quoted = _QUOTED.search(str(entry))
    path = quoted[1] if quoted else _SWITCHES.sub("", str(entry))
    return PureWindowsPath(path).name.casefold() == ADDIN


def place_on_list(registry: Registry, addin: Path) -> str:
    """Return the value that makes Excel open this add-in; empty if there is none."""
    now = entries(registry)
    read = takewhile(now.__contains__, count())
    path = written(addin).casefold()
    return next((_name(at) for at in read if path in str(now[at]).casefold()), "")


def _name(at: int) -> str:
    return f"OPEN{at}" if at else "OPEN"


def _write(registry: Registry, at: int, text: Value) -> Step:
    says = f"Set the registry value {OPTIONS}\\{_name(at)} to {text}"
    return Step(says, lambda: registry.write(OPTIONS, _name(at), text), wants_excel_closed=True)


def _delete(registry: Registry, at: int) -> Step:
    says = f"Delete the registry value {OPTIONS}\\{_name(at)}"
    return Step(says, lambda: registry.delete(OPTIONS, _name(at)), wants_excel_closed=True)


def _forget(registry: Registry, name: str) -> Step:
    says = f"Delete the registry value {UNTICKED}\\{name}"
    return Step(says, lambda: registry.delete(UNTICKED, name), wants_excel_closed=True)
