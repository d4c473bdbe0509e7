r"""The trusted location: in this folder, and in no folder below it, Excel runs macros unasked."""

from __future__ import annotations

from itertools import count

from xlbudget.hosts.excel.machine import Machine, written
from xlbudget.hosts.excel.registry import Value, value_of
from xlbudget.hosts.excel.start_list import EXCEL
from xlbudget.hosts.step import Step

LOCATIONS = rf"{EXCEL}\Security\Trusted Locations"
DESCRIPTION = "The xlbudget add-in, and nothing else"


def trust_steps(machine: Machine) -> tuple[Step, ...]:
    """Return what makes our folder a trusted location; nothing if it is one."""
    if trusted_key(machine):
        return ()
    taken = {name.casefold() for name in machine.registry.keys(LOCATIONS)}
    name = next(f"Location{number}" for number in count() if f"location{number}" not in taken)
    key = f"{LOCATIONS}\\{name}"
    values: dict[str, Value] = {
        "Path": f"{written(machine.folder)}\\",
        "Description": DESCRIPTION,
        "AllowSubfolders": 0,
    }
    says = f"Make {values['Path']} a trusted location: the registry key {key}"
    return (Step(says, lambda: _write(machine, key, values)),)


def distrust_steps(machine: Machine) -> tuple[Step, ...]:
    """Return what makes our folder an ordinary one again."""
    key = trusted_key(machine)
    if not key:
        return ()
    return (Step(f"Delete the registry key {key}", lambda: machine.registry.delete_key(key)),)


def trusted_key(machine: Machine) -> str:
    """Return the key of the trusted location that is our folder; empty if there is none."""
    ours = written(machine.folder).casefold()
    for name in machine.registry.keys(LOCATIONS):
        key = f"{LOCATIONS}\\{name}"
        path = value_of(machine.registry, key, "Path")
        if isinstance(path, str) and path.rstrip("\\").casefold() == ours:
            return key
    return ""


def _write(machine: Machine, key: str, values: dict[str, Value]) -> None:
    for name, value in values.items():
        machine.registry.write(key, name, value)
