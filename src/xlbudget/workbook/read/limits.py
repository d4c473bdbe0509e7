"""How much of a file is read at most, so that no file takes all of a computer's memory or time.

A district's workbook of 10,000 lines has some 400,000 cells and 100 MB of XML; what is larger is
no budget.  A size is checked before anything is unpacked: a small file can claim two gigabytes.
"""

from __future__ import annotations

from typing import NoReturn

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.parts import Package, read_part
from xlbudget.workbook.read.xml_text import as_utf_8

MEGABYTE = 1_000_000
MOST_ON_DISK = 50 * MEGABYTE
MOST_UNPACKED = 300 * MEGABYTE
MOST_IN_A_PART = 100 * MEGABYTE
MOST_IN_STRINGS = 30 * MEGABYTE
MOST_IN_A_SMALL_PART = 20 * MEGABYTE
MOST_THINGS = 250_000  # tags of a small part: names, styles, columns of a table
MOST_CELLS = 1_000_000
MOST_MOVED = 100 * MEGABYTE  # letters of formulas that a file tells once for many cells
MOST_STRINGS = 1_000_000

_READ = ("xl/", "_rels/", "docProps/")


class Count:
    """How much was read so far from all the sheets of a file: cells, and formulas told once."""

    def __init__(self, place: str, most: int = MOST_CELLS) -> None:
        self._place = place
        self._left = most
        self._most = most
        self._moved = 0

    @property
    def left(self) -> int:
        """How many more cells there may be."""
        return self._left

    def check(self, cells: int) -> None:
        """Refuse more cells than there may be.

        Raises:
            UnreadableFileError: They are too many.

        """
        if cells > self._left:
            refuse(
                f"It has more than {self._most:,} cells",
                f"At most {self._most:,} cells are read from a workbook",
                "Delete rows and columns that only have a format",
                self._place,
            )

    def add(self, cells: int) -> None:
        """Count cells that were read.

        Raises:
            UnreadableFileError: They are too many.

        """
        self.check(cells)
        self._left -= cells

    def add_moved(self, letters: int) -> None:
        """Count letters of formulas that are told once and moved to other cells.

        Raises:
            UnreadableFileError: They are too many.

        """
        self._moved += letters
        if self._moved > MOST_MOVED:
            refuse(
                f"Its formulas unpack to more than {_mb(MOST_MOVED)}",
                f"At most {_mb(MOST_MOVED)} of formulas are read from a workbook",
                "Shorten the formulas that were filled down",
                self._place,
            )


def check_size(size: int, place: str) -> None:
    """Refuse a file that is too large to be a budget, before it is read."""
    if size > MOST_ON_DISK:
        refuse(f"It has {_mb(size)}", f"A workbook may have {_mb(MOST_ON_DISK)}", _FIX, place)


def check_parts(package: Package) -> None:
    """Refuse a package whose parts are too large together, before they are unpacked."""
    sizes = ((name, info.file_size) for name, info in package.members.items())
    total = sum(size for name, size in sizes if _is_xml(name))
    if total > MOST_UNPACKED:
        refuse(
            f"It unpacks to {_mb(total)}",
            f"A workbook may unpack to {_mb(MOST_UNPACKED)}",
            _FIX,
            package.place,
        )


def read_sheet(package: Package, name: str) -> bytes:
    """Return the part of a sheet, in UTF-8."""
    return _read(package, name, MOST_IN_A_PART)


def read_strings(package: Package, name: str) -> bytes:
    """Return the part of the shared strings, in UTF-8."""
    return _read(package, name, MOST_IN_STRINGS)


def read_small(package: Package, name: str) -> bytes:
    """Return any other part, in UTF-8; it has no more things in it than people make."""
    data = _read(package, name, MOST_IN_A_SMALL_PART)
    if (things := data.count(b"<")) > MOST_THINGS:
        refuse(
            f"Its part {name} lists {things:,} things, such as names",
            f"At most {MOST_THINGS:,} are read",
            "Delete names and styles that nothing uses (Formulas > Name Manager)",
            package.place,
        )
    return data


def refuse(saw: str, wants: str, fix: str, place: str, error: Exception | None = None) -> NoReturn:
    """Refuse a file in words."""
    raise UnreadableFileError(saw=saw, wants=wants, fix=fix, place=place) from error


def _read(package: Package, name: str, most: int) -> bytes:
    info = package.members.get(name)
    if info is not None and info.file_size > most:
        refuse(
            f"Its part {name} unpacks to {_mb(info.file_size)}",
            f"A part of this kind may unpack to {_mb(most)}",
            _FIX,
            package.place,
        )
    return as_utf_8(read_part(package, name), f"{package.place}: {name}")


def _is_xml(name: str) -> bool:
    return name.startswith(_READ) and name.endswith((".xml", ".rels"))


def _mb(size: int) -> str:
    return f"{-(-size // MEGABYTE):,} MB"


_FIX = "Delete empty rows that only have a format, and save it anew as an Excel workbook (.xlsx)"
