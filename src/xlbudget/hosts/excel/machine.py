"""What the add-in for Excel must know about a machine: its folders, its Python, its registry."""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PureWindowsPath

from xlbudget.hosts.excel.registry import MemoryRegistry, Registry, this_registry

ADDIN = "xlbudget.xlam"
XLWINGS = "0.37.8"  # its VBA is in the add-in, and looks for the DLL of the very same version
_PACKAGE = Path(__file__).parent
_PLACES = ("LOCALAPPDATA", "APPDATA", "USERPROFILE")


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine with Windows, or what would be one.

    Attributes:
        registry: Its registry.
        environment: Its variables; they name the person's folders.
        interpreter: The Python that runs this.
        base: The folder of the Python that a virtual environment was made from.
        xlwings: The version of xlwings that this Python has; empty if it has none.
        code_page: How Excel's bridge reads its settings file.
        excel_runs: Tells whether Excel is running.
        package: The folder that the built add-in lies in.
        real: Whether it is Windows; if not, steps are told and not done.

    """

    registry: Registry
    environment: Mapping[str, str]
    interpreter: Path
    base: Path
    xlwings: str
    code_page: str
    excel_runs: Callable[[], bool]
    package: Path = _PACKAGE
    real: bool = True

    @property
    def addin(self) -> Path:
        """Return the add-in as it was built into the package."""
        return self.package / ADDIN

    @property
    def notices(self) -> tuple[Path, ...]:
        """Return the license notices that go with the add-in."""
        return tuple(sorted(self.package.glob("*.txt")))

    @property
    def folder(self) -> Path:
        """Return our own folder: updates of Excel and of Python leave it alone."""
        return Path(self.environment["LOCALAPPDATA"]) / "xlbudget" / "addin"

    @property
    def xlstart(self) -> Path:
        """Return the person's folder whose every file Excel opens when it starts."""
        return Path(self.environment["APPDATA"]) / "Microsoft" / "Excel" / "XLSTART"

    @property
    def settings(self) -> Path:
        """Return the settings file that the bridge reads."""
        return Path(self.environment["USERPROFILE"]) / ".xlbudget" / "xlbudget.conf"

    @property
    def windowless(self) -> Path:
        """Return the interpreter that Excel starts: the one without a window, if there is one."""
        without = self.interpreter.with_name("pythonw.exe")
        return without if without.exists() or not self.real else self.interpreter


def written(path: Path) -> str:
    """Return a path as Windows writes it, also the made-up ones told elsewhere."""
    return str(path) if path.is_absolute() else str(PureWindowsPath(path))


def this_machine() -> Machine:
    """Return this machine; where it is not Windows, one whose folders are names only."""
    real = sys.platform == "win32"
    return Machine(
        registry=this_registry() if real else MemoryRegistry(),
        environment=os.environ if real else {name: f"%{name}%" for name in _PLACES},
        interpreter=Path(sys.executable) if real else Path("%VIRTUAL_ENV%/Scripts/python.exe"),
        base=Path(sys.base_prefix),
        xlwings=_found("xlwings"),
        code_page=locale.getencoding(),
        excel_runs=excel_runs,
        real=real,
    )


def excel_runs() -> bool:
    """Return whether Windows lists a running Excel."""
    tasklist = shutil.which("tasklist")
    if tasklist is None:
        return False
    command = [tasklist, "/FI", "IMAGENAME eq EXCEL.EXE", "/NH", "/FO", "CSV"]
    told = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no words of others
    return b"EXCEL.EXE" in told.stdout.upper()


def _found(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
