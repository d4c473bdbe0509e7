"""Why the functions do not work in Excel: each thing that breaks is asked for, and answered."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from pathlib import Path

from xlbudget.hosts.built import TO_DO
from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.excel.bridge import INTERPRETER, library, library_name, read_settings
from xlbudget.hosts.excel.install import installed_at, is_marked
from xlbudget.hosts.excel.machine import XLWINGS, Machine, written
from xlbudget.hosts.excel.policies import policy_answers
from xlbudget.hosts.excel.program import BITS, excel_bits
from xlbudget.hosts.excel.ready import PIP
from xlbudget.hosts.excel.start_list import OPTIONS, place_on_list
from xlbudget.hosts.excel.trusted_location import trusted_key

AGAIN = "Close Excel and run: xlbudget addin install"


def check_up(machine: Machine) -> tuple[Answer, ...]:
    """Return what is to be said about the add-in for Excel on a machine."""
    if not machine.real:
        fix = "Use LibreOffice here: xlbudget addin doctor --host libreoffice"
        return (
            Answer(
                "System", "not Windows; the add-in is for Excel on Windows", well=False, fix=fix
            ),
        )
    bits = excel_bits(machine.registry)
    return (
        _excel(bits),
        _interpreter(machine),
        _xlwings(machine),
        *_libraries(machine, bits),
        *_addin(machine),
        *policy_answers(machine.registry),
    )


def _excel(bits: int | None) -> Answer:
    if bits:
        return Answer("Excel", f"2016 or newer, {bits}-bit")
    fix = "Install Excel 2016 or newer; without it use LibreOffice"
    return Answer("Excel", "2016 or newer not found in the registry", well=False, fix=fix)


def _interpreter(machine: Machine) -> Answer:
    named = read_settings(machine).get(INTERPRETER, "")
    if not named:
        return Answer(
            "Interpreter", f"none is named in {written(machine.settings)}", well=False, fix=AGAIN
        )
    if not Path(named).is_file():
        return Answer("Interpreter", f"{named} is not there", well=False, fix=AGAIN)
    if Path(named).parent != machine.interpreter.parent:
        found = f"{named}, but this is {written(machine.interpreter)}"
        return Answer("Interpreter", found, well=False, fix=f"To have Excel use this one: {AGAIN}")
    return Answer("Interpreter", named)


def _xlwings(machine: Machine) -> Answer:
    if machine.xlwings == XLWINGS:
        return Answer("xlwings", XLWINGS)
    found = f"{machine.xlwings or 'not installed'}; {XLWINGS} is wanted"
    return Answer("xlwings", found, well=False, fix=f"Install it: {PIP}")


def _libraries(machine: Machine, bits: int | None) -> Iterator[Answer]:
    named = read_settings(machine).get(INTERPRETER, "")
    for each in BITS:
        question = f"DLL for {each}-bit Excel"
        found = library(Path(named) if named else machine.windowless, each)
        if found:
            yield Answer(question, f"at {written(found)}")
        elif bits in {each, None}:
            fix = f"Install it again: {PIP} --force-reinstall; if it vanishes, ask IT to allow it"
            yield Answer(question, f"{library_name(each)} is not there", well=False, fix=fix)
        else:
            yield Answer(question, f"not there; Excel here is {bits}-bit and does not need it")


def _addin(machine: Machine) -> Iterator[Answer]:
    addin = installed_at(machine)
    if addin is None:
        yield Answer("Add-in", "not installed", well=False, fix=AGAIN)
        return
    yield _version(machine, addin)
    yield _start(machine, addin)
    yield _trusted(machine, addin)
    fix = f"Take it off: right-click the file, Properties, Unblock; or: {AGAIN}"
    if is_marked(addin):
        yield Answer(
            "Mark of the Web", "the add-in is marked as from the internet", well=False, fix=fix
        )
    else:
        yield Answer("Mark of the Web", "none")


def _version(machine: Machine, addin: Path) -> Answer:
    if not machine.addin.is_file():
        found = f"{written(addin)}; none in the package to compare"
        return Answer("Add-in", found, well=False, fix=TO_DO)
    if not filecmp.cmp(machine.addin, addin, shallow=False):
        return Answer("Add-in", f"{written(addin)} is of another version", well=False, fix=AGAIN)
    return Answer("Add-in", f"{written(addin)}, of this version")


def _start(machine: Machine, addin: Path) -> Answer:
    name = place_on_list(machine.registry, addin)
    if addin.parent == machine.xlstart:
        return Answer("Start", "opened by Excel from XLSTART")
    if not name:
        return Answer("Start", "not on Excel's list of add-ins", well=False, fix=AGAIN)
    return Answer("Start", f"opened by Excel: {OPTIONS}\\{name}")


def _trusted(machine: Machine, addin: Path) -> Answer:
    if addin.parent == machine.xlstart:
        return Answer("Trusted location", "XLSTART is one, unless IT has changed that")
    key = trusted_key(machine)
    if not key:
        return Answer("Trusted location", "the add-in's folder is none", well=False, fix=AGAIN)
    return Answer("Trusted location", key)
