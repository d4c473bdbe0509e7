"""What a formula shows whose stored result is empty: an empty text, or not calculated yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from xlbudget.workbook.read.cells import Stretch
from xlbudget.workbook.read.value import NOT_CALCULATED, Value


def with_results(
    values: dict[str, Value],
    formulas: Mapping[str, str],
    hollow: AbstractSet[str],
    stretches: Sequence[Stretch],
) -> list[Stretch]:
    """Put what they show in the place of empty results; return the stretches with it.

    XlsxWriter stores an empty text as an empty value, and openpyxl stores one for every formula,
    since it calculates none.  Where not one formula of a sheet has a value, none was calculated.

    Args:
        values: What single cells hold.
        formulas: Their formulas.
        hollow: Those whose formula has no value at all.
        stretches: The other cells.

    """
    empty = [ref for ref in formulas if values[ref] is None and ref not in hollow]
    blanks = [one.values.count(None) if one.formulas else 0 for one in stretches]
    without = len(empty) + len(hollow) + sum(blanks)
    is_none = without == len(formulas) + sum(len(one.formulas) for one in stretches)
    shown: Value = NOT_CALCULATED if is_none else ""
    values.update(dict.fromkeys(empty, shown))
    values.update(dict.fromkeys(hollow, NOT_CALCULATED))
    return [
        _filled(one, shown) if blank else one for one, blank in zip(stretches, blanks, strict=True)
    ]


def _filled(stretch: Stretch, shown: Value) -> Stretch:
    values = [shown if value is None else value for value in stretch.values]
    return stretch._replace(values=values)
