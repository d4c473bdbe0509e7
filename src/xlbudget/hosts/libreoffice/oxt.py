"""The extension for LibreOffice, xlbudget.oxt, put together without any other program."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import xlbudget
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice import description
from xlbudget.hosts.libreoffice.descriptor import descriptor_text
from xlbudget.hosts.libreoffice.idl import interface_text

ARTIFACT = Path(__file__).with_name("xlbudget.oxt")
"""Where the extension stands in an installed package."""

_PACKAGE = Path(xlbudget.__file__).parent
_SHIPPED = (
    "__init__.py",
    "errors.py",
    "finance/**/*.py",
    "catalogue/**/*.py",
    "hosts/__init__.py",
    "hosts/libreoffice/__init__.py",
    "hosts/libreoffice/answers.py",
    "hosts/libreoffice/calc_errors.py",
    "hosts/libreoffice/names.py",
)
"""What the functions need of the package; LibreOffice's own Python has the rest."""

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def build(path: Path) -> None:
    """Write the extension; the same sources give the same bytes on every machine."""
    with ZipFile(path, "w") as package:
        for name, text in sorted(_members().items()):
            package.writestr(_entry(name), text.encode())


def _members() -> dict[str, str]:
    shipped = sorted({path for pattern in _SHIPPED for path in _PACKAGE.glob(pattern)})
    return {
        "META-INF/manifest.xml": description.manifest_text(),
        "description.xml": description.description_text(),
        description.DESCRIPTION: f"{len(FUNCTIONS)} functions for school technology budgets: "
        "net present value, cost of ownership, funding gaps, goals and return.\n",
        description.LICENSE: _license(),
        "CalcAddIns.xcu": descriptor_text(),
        "functions.idl": interface_text(),
        "component.py": _read(Path(__file__).with_name("component.py")),
    } | {
        f"pythonpath/xlbudget/{path.relative_to(_PACKAGE).as_posix()}": _read(path)
        for path in shipped
    }


def _read(path: Path) -> str:
    """Return a text with the line ends of Unix, however the sources were checked out."""
    return path.read_text("utf-8")


def _license() -> str:
    beside_the_sources = _PACKAGE.parents[1] / "LICENSE"
    if beside_the_sources.exists():
        return _read(beside_the_sources)
    return distribution("xlbudget").read_text("licenses/LICENSE") or ""


def _entry(name: str) -> ZipInfo:
    """Return a member of a fixed date and mode, stored: each zlib compresses in its own way."""
    entry = ZipInfo(name, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
