"""The add-in for LibreOffice is installed for one person, taken away, and checked."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xlbudget import __version__
from xlbudget.errors import FileError, MissingFileError
from xlbudget.hosts.built import TO_DO, require_built
from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.libreoffice.names import IDENTIFIER
from xlbudget.hosts.libreoffice.unopkg import ask_unopkg, find_unopkg
from xlbudget.hosts.step import Step

ADDIN = Path(__file__).with_name("xlbudget.oxt")
OLDEST = (25, 2)  # older ones do not find our functions in an .xlsx file
AGAIN = "Run: xlbudget addin install --host libreoffice"
_VERSION = re.compile(r"LibreOffice (\d+)\.(\d+)(\.\d+)*")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice, and whose extensions are meant.

    Attributes:
        unopkg: Its tool for extensions.
        profile: The address of a profile; if empty, the person's own.
        addin: The add-in as it was built into the package.

    """

    unopkg: Path | None
    profile: str = ""
    addin: Path = ADDIN

    def ask(self, *words: str) -> str:
        """Ask the tool, and return what it says."""
        return ask_unopkg(self.tool(), *words, profile=self.profile)

    def tool(self) -> Path:
        """Return the tool; without one say how to go on by hand."""
        if self.unopkg is None:
            raise MissingFileError(
                saw="LibreOffice's tool unopkg was not found",
                wants="It comes with LibreOffice and adds or removes an extension",
                fix=f"Install LibreOffice; or in LibreOffice open Tools, Extensions, and there "
                f"add {self.addin}",
            )
        return self.unopkg


def this_office(environment: Mapping[str, str]) -> Office:
    """Return the LibreOffice of this machine."""
    return Office(find_unopkg(environment))


def install(office: Office) -> tuple[Step, ...]:
    """Return the step that installs the add-in, or replaces an older one.

    Raises:
        MissingFileError: The add-in or LibreOffice is not there.

    """
    require_built(office.addin)
    office.tool()
    # The license is the one of xlbudget itself; asked about it, unopkg would wait for a keyboard.
    return (_step(office, ("add", "--force", "--suppress-license", str(office.addin))),)


def uninstall(office: Office) -> tuple[Step, ...]:
    """Return the step that takes the add-in away; none if it is not installed.

    Raises:
        MissingFileError: LibreOffice is not there.

    """
    if not installed_version(office):
        return ()
    return (_step(office, ("remove", IDENTIFIER)),)


def installed_version(office: Office) -> str:
    """Return the version of the add-in that is installed; empty if none is."""
    blocks = office.ask("list").split("Identifier: ")
    ours = next((block for block in blocks if block.split()[:1] == [IDENTIFIER]), "")
    match = re.search(r"Version: (\S+)", ours)
    return match[1] if match else ""


def check_up(office: Office) -> tuple[Answer, ...]:
    """Return what is to be said about the add-in for LibreOffice on a machine."""
    if office.unopkg is None:
        fix = "Install LibreOffice 25.2 or newer"
        return (Answer("LibreOffice", "not found", well=False, fix=fix), _file(office))
    return (_program(office.unopkg), _file(office), _installed(office))


def _step(office: Office, words: tuple[str, ...]) -> Step:
    return Step(f"Run {office.unopkg} {' '.join(words)}", lambda: _do(office, words))


def _do(office: Office, words: tuple[str, ...]) -> None:
    office.ask(*words)


def _program(unopkg: Path) -> Answer:
    soffice = unopkg.with_name(unopkg.name.replace("unopkg", "soffice"))
    told = ""
    if soffice.is_file():
        done = subprocess.run(  # noqa: S603 - it lies beside the tool that we found
            [soffice, "--version"], capture_output=True, text=True, check=False, timeout=_SECONDS
        )
        told = done.stdout
    match = _VERSION.search(told)
    if match is None:
        return Answer("LibreOffice", f"at {unopkg.parent}; its version is not known")
    well = (int(match[1]), int(match[2])) >= OLDEST
    fix = "" if well else "Install LibreOffice 25.2 or newer"
    return Answer("LibreOffice", f"{match[0].split()[1]}, at {unopkg.parent}", well, fix)


def _file(office: Office) -> Answer:
    if office.addin.is_file():
        return Answer("Add-in file", f"at {office.addin}")
    return Answer("Add-in file", "not in this installation", well=False, fix=TO_DO)


def _installed(office: Office) -> Answer:
    try:
        found = installed_version(office)
    except FileError as error:
        return Answer("Add-in", error.saw, well=False, fix=error.fix)
    if not found:
        return Answer("Add-in", "not installed", well=False, fix=AGAIN)
    if found != __version__:
        return Answer("Add-in", f"{found}; this is {__version__}", well=False, fix=AGAIN)
    return Answer("Add-in", f"{found} is installed; functions work after a restart of LibreOffice")
