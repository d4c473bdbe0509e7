"""Is this machine ready for xlbudget?  Each question is asked, and answered in words."""

from __future__ import annotations

import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from xlbudget import __version__
from xlbudget.errors import XlbudgetError
from xlbudget.hosts.libreoffice.program import find_libreoffice
from xlbudget.hosts.sample import sample_folder

_LEAST_PYTHON = (3, 11)
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*\(?([^;)]*)")


@dataclass(frozen=True, slots=True)
class Answer:
    """A question about this machine, its answer, and whether that is well."""

    question: str
    answer: str
    well: bool = True
    fix: str = ""


def examine(folder: Path) -> tuple[Answer, ...]:
    """Return what is to be said about this machine.

    Args:
        folder: The folder that workbooks would be written to.

    """
    return (
        Answer("xlbudget", __version__),
        Answer("System", f"{platform.system()} {platform.release()}".strip()),
        _python(),
        *_packages(),
        _office(),
        _write_access(folder),
        _sample(),
        Answer("Functions in cells", "asked about by: xlbudget addin doctor"),
        Answer("Words on the terminal", f"written in {sys.stdout.encoding or 'no known code'}"),
    )


def _python() -> Answer:
    least = ".".join(map(str, _LEAST_PYTHON))
    well = sys.version_info >= _LEAST_PYTHON
    fix = "" if well else f"Install Python {least} or newer"
    return Answer("Python", f"{platform.python_version()}, at {sys.executable}", well, fix)


def _packages() -> Iterator[Answer]:
    for text in requires("xlbudget") or ():
        match = _REQUIREMENT.match(text)
        if match is not None and "extra ==" not in text:
            yield _package(match[1], match[2].strip())


def _package(name: str, wanted: str) -> Answer:
    fix = f"Install it: python -m pip install --upgrade “{name}{wanted}”"
    try:
        found = version(name)
    except PackageNotFoundError:
        return Answer(name, "is not installed", well=False, fix=fix)
    try:
        import_module(name.replace("-", "_"))
    except Exception as error:  # noqa: BLE001 - a broken package fails in any way
        return Answer(name, f"{found}, which does not start: {error}", well=False, fix=fix)
    return Answer(name, f"{found}; {wanted} is wanted" if wanted else found)


def _office() -> Answer:
    found = find_libreoffice()
    if found:
        return Answer("LibreOffice", f"at {found}")
    return Answer("LibreOffice", "not found; it is not needed where Excel opens the workbooks")


def _write_access(folder: Path) -> Answer:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        why = error.strerror or str(error)
        fix = "Change to a folder of your own, or name one with -o"
        return Answer("Writing here", f"{folder}: {why}", well=False, fix=fix)
    return Answer("Writing here", f"{folder} takes files")


def _sample() -> Answer:
    try:
        return Answer("Sample district", f"at {sample_folder()}")
    except XlbudgetError as error:
        return Answer("Sample district", error.saw, well=False, fix=error.fix)
