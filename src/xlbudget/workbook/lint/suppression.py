"""An explanation: what a person lets stand, why, by whom and since when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from xlbudget.model.finding import Finding
from xlbudget.workbook.lint.area import area_of
from xlbudget.workbook.read.address import parted

_NEEDED = ("code", "reason", "by", "date")
_NAMES = {"code": "rule", "by": "name"}


@dataclass(frozen=True, slots=True)
class Suppression:
    """What is let stand, why, by whom and since when.

    Attributes:
        code: The rule.
        reason: Why it stands.
        by: Who says so.
        date: Since when.
        sheet: The sheet that is meant; blank for all.
        cell: The cell or the area that is meant; blank for all.
        record: The record that is meant by its id, such as a line, or a sheet; blank for all.
        kept_in: Where this is written: a cell of the Log, or the file beside the workbook.

    """

    code: str
    reason: str
    by: str
    date: str
    sheet: str = ""
    cell: str = ""
    record: str = ""
    kept_in: str = ""

    @property
    def is_in_log(self) -> bool:
        """Whether it stands in the workbook itself."""
        return "!" in self.kept_in

    def covers(self, finding: Finding) -> bool:
        """Return whether it means a finding."""
        place = finding.place
        return (
            finding.code == self.code
            and self.sheet.casefold() in {"", place.sheet.casefold()}
            and (not self.cell or _holds(self.cell, place.cell))
            and self.record.casefold() in {"", place.record.casefold(), place.sheet.casefold()}
        )

    def flaw(self, codes: Collection[str]) -> str:
        """Return in words why it does not count; "" when it does.

        Args:
            codes: The rules that there are.

        """
        lacks = [_NAMES.get(name, name) for name in _NEEDED if not getattr(self, name)]
        if lacks:
            return f"An explanation lacks its {' and its '.join(lacks)}"
        return "" if self.code in codes else f"An explanation names the rule {self.code!r}"


def _holds(cells: str, cell: str) -> bool:
    area, place = area_of(cells.upper()), parted(cell.upper())
    return area is not None and place is not None and area.holds(*place)
