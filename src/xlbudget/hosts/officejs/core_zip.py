"""The part of xlbudget that runs inside the page, as an archive: the standard library is enough."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import xlbudget

ROOMS = ("finance", "model", "analysis", "catalogue", "sheets", "actions")
"""The rooms that go along; a contract says that they import the standard library only."""

_PACKAGE = Path(xlbudget.__file__).parent
_SHIPPED = (
    "__init__.py",
    "errors.py",
    *(f"{room}/**/*.{ending}" for room in ROOMS for ending in ("py", "csv", "toml")),
    "hosts/__init__.py",
    "hosts/officejs/__init__.py",
    "hosts/officejs/answers.py",
)
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def core_zip() -> bytes:
    """Return the archive, stored; the same sources give the same bytes on every machine."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for path in sorted({path for pattern in _SHIPPED for path in _PACKAGE.glob(pattern)}):
            entry = ZipInfo(f"xlbudget/{path.relative_to(_PACKAGE).as_posix()}", _DATE)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, path.read_text("utf-8").encode())
    return written.getvalue()
