"""Which templates can be brought forward: ours, and none that is newer than this program.

A template's version is ``v`` and two numbers.  **The second one grows** when a template gains
columns, sheets or rows, loses what nobody types in, or renames a header, which is then entered in
``model.former``: what was typed into the older one has a place in the newer one.  **The first one
grows** when that does not hold: when a column that people fill in is gone or means something else.
A district's workbook is brought forward by ``migrate``, which tells what finds no place.  That of a
school is read as it comes home, and only across the second number.
"""

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


def carries(version: str, to: str) -> bool:
    """Return whether what is typed into a template has a place in a newer one, or the same.

    Args:
        version: The template that it was typed into, such as v1.0.
        to: The template that it is carried to.

    Example:
        >>> carries("v1.0", "v1.2"), carries("v1.3", "v1.2"), carries("v1.9", "v2.0")
        (True, False, False)

    """
    old, new = numbers(version), numbers(to)
    return old[:1] == new[:1] and old <= new


def is_older(version: str) -> bool:
    """Return whether a template is older than those of this program; one without a name is not."""
    return bool(numbers(version)) and numbers(version) < numbers(VERSION)


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, for comparing.

    Example:
        >>> numbers("v1.0") < numbers("v1.10"), numbers("") < numbers("v0.9")
        (True, True)

    """
    return tuple(map(int, _NUMBER.findall(version)))
