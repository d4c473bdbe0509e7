"""The add-in for Excel is installed for one person, without administrator rights, and taken away.

Nothing but these steps is done, each can be told beforehand, a second run finds nothing to do, and
what is not ours is not touched.  No record is kept: ours is recognized by the add-in's name and
folder.
"""

from __future__ import annotations

import filecmp
from pathlib import Path

from xlbudget.hosts.excel.bridge import settings_steps, unset_steps
from xlbudget.hosts.excel.machine import Machine, written
from xlbudget.hosts.excel.ready import refuse_running, refuse_unready
from xlbudget.hosts.excel.start_list import start_list_steps
from xlbudget.hosts.excel.trusted_location import distrust_steps, trust_steps
from xlbudget.hosts.step import Step, put_file, remove_empty, remove_file

MARK = ":Zone.Identifier"


def install(machine: Machine, *, xlstart: bool = False) -> tuple[Step, ...]:
    """Return the steps that install the add-in; none if it is installed as it should be.

    Args:
        machine: This machine; on one without Windows the steps are only to be told.
        xlstart: Put it into the folder XLSTART instead of Excel's list of add-ins.

    Raises:
        FileError: It could not work here, or Excel is running; what to do is said.

    """
    if machine.real:
        refuse_unready(machine)
    steps = _in_xlstart(machine) if xlstart else _in_own_folder(machine)
    if machine.real:
        refuse_running(machine, steps)
    return steps


def uninstall(machine: Machine) -> tuple[Step, ...]:
    """Return the steps that take away all that was installed; none if nothing was.

    Raises:
        LockedFileError: Excel is running.

    """
    ours = (machine.folder / machine.addin.name, *map(machine.folder.joinpath, _names(machine)))
    steps = (
        *_removals(machine, *ours, machine.xlstart / machine.addin.name),
        *start_list_steps(machine, None),
        *distrust_steps(machine),
        *unset_steps(machine),
    )
    if machine.real:
        refuse_running(machine, steps)
    return steps


def is_marked(file: Path) -> bool:
    """Return whether Windows has marked a file as one from the internet (Mark of the Web)."""
    try:
        with file.with_name(file.name + MARK).open("rb"):
            return True
    except OSError:
        return False


def installed_at(machine: Machine) -> Path | None:
    """Return the add-in that is installed, or None."""
    places = (folder / machine.addin.name for folder in (machine.folder, machine.xlstart))
    return next((file for file in places if file.is_file()), None)


def _in_own_folder(machine: Machine) -> tuple[Step, ...]:
    addin = machine.folder / machine.addin.name
    return (
        *_removals(machine, machine.xlstart / machine.addin.name),
        *_copies(machine.addin, addin),
        *(step for file in machine.notices for step in _copies(file, machine.folder / file.name)),
        *_unmark(addin),
        *trust_steps(machine),
        *start_list_steps(machine, addin),
        *settings_steps(machine),
    )


def _in_xlstart(machine: Machine) -> tuple[Step, ...]:
    # The license notices go to our own folder: Excel opens every file of XLSTART.
    addin = machine.xlstart / machine.addin.name
    return (
        *_removals(machine, machine.folder / machine.addin.name),
        *_copies(machine.addin, addin),
        *(step for file in machine.notices for step in _copies(file, machine.folder / file.name)),
        *_unmark(addin),
        *distrust_steps(machine),
        *start_list_steps(machine, None),
        *settings_steps(machine),
    )


def _copies(source: Path, target: Path) -> tuple[Step, ...]:
    if source.is_file() and target.is_file() and filecmp.cmp(source, target, shallow=False):
        return ()
    says = f"Copy {source.name} to {written(target)}"
    return (Step(says, lambda: put_file(source.read_bytes(), target)),)


def _unmark(file: Path) -> tuple[Step, ...]:
    if not is_marked(file):
        return ()
    mark = file.with_name(file.name + MARK)
    says = f"Take the mark of a file from the internet off {written(file)}"
    return (Step(says, lambda: remove_file(mark)),)


def _names(machine: Machine) -> tuple[str, ...]:
    return tuple(sorted(file.name for file in machine.folder.glob("*.txt")))


def _removals(machine: Machine, *files: Path) -> tuple[Step, ...]:
    return tuple(_removal(machine, file) for file in files if file.is_file())


def _removal(machine: Machine, file: Path) -> Step:
    return Step(f"Delete {written(file)}", lambda: _remove(machine, file))


def _remove(machine: Machine, file: Path) -> None:
    remove_file(file)
    if file.parent == machine.folder:
        remove_empty(machine.folder)
        remove_empty(machine.folder.parent)
