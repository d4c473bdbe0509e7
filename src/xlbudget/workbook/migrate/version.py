"""Which templates can be brought forward: ours, and none that is newer than this program."""

from __future__ import annotations

import re

from xlbudget.errors import UnreadableFileError
from xlbudget.sheets.identity import TEMPLATE, VERSION
from xlbudget.workbook.stamp import Stamp

_NUMBER = re.compile(r"\d+")


def check_version(stamp: Stamp, place: str) -> None:
    """Refuse a workbook of another template, or of a newer one.

    A workbook that does not say what it is passes: its tables may still be known.

    Args:
        stamp: What the workbook says of itself.
        place: The file.

    Raises:
        UnreadableFileError: Its template is another, or newer than this program knows.

    """
    if stamp.template and stamp.template != TEMPLATE:
        raise UnreadableFileError(
            saw=f"It was made from the template {stamp.template}",
            wants=f"Workbooks of the template {TEMPLATE} can be brought forward",
            fix="Take a district's workbook; a school's is collected as it is",
            place=place,
        )
    if numbers(stamp.version) > numbers(VERSION):
        raise UnreadableFileError(
            saw=f"It was made from template {stamp.version}",
            wants=f"This xlbudget knows templates up to {VERSION}",
            fix="Install a newer xlbudget, and run the same command again",
            place=place,
        )


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, for comparing.

    Example:
        >>> numbers("v1.0") < numbers("v1.10"), numbers("") < numbers("v0.9")
        (True, True)

    """
    return tuple(map(int, _NUMBER.findall(version)))
