"""Where a line of a district's budget came from: the way back to the file, sheet and row."""

from __future__ import annotations

from dataclasses import dataclass

SHORT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a line stands in what came in."""

    file: str  # as people know it, or what the district's own data is called
    sheet: str = ""
    row: int | None = None  # None where it is not known
    sha256: str = ""  # of the file's bytes; blank for the district's own data

    @property
    def digest(self) -> str:
        """The first letters of the file's SHA-256: enough to tell files of one name apart."""
        return self.sha256[:SHORT]

    def __str__(self) -> str:
        """Return the place in words, for instance ``Oak_S1.xlsx, My lines, row 12``."""
        row = f"row {self.row}" if self.row else ""
        return ", ".join(part for part in (self.file, self.sheet, row) if part)
