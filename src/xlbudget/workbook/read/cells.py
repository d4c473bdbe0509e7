"""The cells of a sheet: what each holds, by which formula, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from xlbudget.workbook.read.value import Value


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a sheet, by address.

    Attributes:
        values: What each cell shows; a blank one that has a look is None, dates are numbers.
        formulas: The formula of each cell that has one, without the equals sign; of an array or
            a data table only its first cell has it.
        arrays: The area that a formula fills, by the cell that has it.
        dates: The cells that show a date or a time.

    """

    values: Mapping[str, Value]
    formulas: Mapping[str, str]
    arrays: Mapping[str, str]
    dates: AbstractSet[str]
