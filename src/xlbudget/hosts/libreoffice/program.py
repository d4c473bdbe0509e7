"""Where LibreOffice itself lies on this machine."""

from __future__ import annotations

import shutil

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)


def find_libreoffice() -> str:
    """Return the path of LibreOffice: on PATH, or in a usual folder; "" when it is not found."""
    return next(filter(None, map(shutil.which, (*_NAMES, *_PLACES))), "")
