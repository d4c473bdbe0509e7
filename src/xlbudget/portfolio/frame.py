"""A budget's tables and an analysis's results as DataFrames, for analysts.

Money and every other number that may have decimals is a float, blank ones are NaN: a frame is
for estimates and charts, the budget itself keeps each cent.  Ids and words are text (leading
zeros count), years and whole numbers are ``Int64``, dates are ``datetime64``, a choice of yes or
no is a truth value, and several tags stand in one text, separated by ``;``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from functools import partial
from itertools import chain

import pandas as pd

from xlbudget.analysis import Analysis
from xlbudget.errors import UnknownChoiceError
from xlbudget.model import Budget
from xlbudget.model.field import Field, Kind, Years
from xlbudget.model.tables import TABLES, Table
from xlbudget.portfolio.result import Result, wide
from xlbudget.portfolio.results import results_of

_TYPES = {
    Kind.MONEY: "float64",
    Kind.NUMBER: "float64",
    Kind.SHARE: "float64",
    Kind.RATE: "float64",
    Kind.WHOLE: "Int64",
    Kind.YEAR: "Int64",
    Kind.DATE: "datetime64[s]",
    Kind.YES_NO: "bool",
}


def to_frames(source: Budget | Analysis) -> dict[str, pd.DataFrame]:
    """Return every table of a budget, or every result of an analysis, as a DataFrame by name.

    A budget's tables are named as its attributes are (``lines``, ``sources``), their columns as
    in files: ``unit_price``, and for yearly ones ``amount_2027``.  An empty table keeps its
    columns.

    Args:
        source: A budget, or what ``analyze`` made of one.

    """
    return {name: make() for name, make in _makers(source).items()}


def to_frame(source: Budget | Analysis, name: str) -> pd.DataFrame:
    """Return one table of a budget, or one result of an analysis, as a DataFrame.

    Args:
        source: A budget, or what ``analyze`` made of one.
        name: Its name, such as ``lines`` or ``cost_by_area``; ``to_frames`` has them all.

    Raises:
        UnknownChoiceError: There is none of that name.

    """
    makers = _makers(source)
    if name not in makers:
        near = get_close_matches(name, makers, n=1)
        raise UnknownChoiceError(
            saw=f"There is no table “{name}”",
            wants=f"It is one of {', '.join(makers)}",
            fix=f"Write {near[0]}" if near else "Take one of these names",
        )
    return makers[name]()


def _makers(source: Budget | Analysis) -> Mapping[str, Callable[[], pd.DataFrame]]:
    if isinstance(source, Analysis):
        return {name: partial(_of_result, item) for name, item in results_of(source).items()}
    return {table.attribute: partial(_of_table, table, source) for table in TABLES}


def _of_result(result: Result) -> pd.DataFrame:
    return pd.DataFrame({name: _series(column.kind, cells) for name, column, cells in wide(result)})


def _of_table(table: Table, budget: Budget) -> pd.DataFrame:
    records = table.records(budget)
    columns: dict[str, pd.Series] = {}
    for field in table.fields:
        values = [getattr(record, field.name) for record in records]
        if field.yearly:
            columns |= _yearly(field, values, budget.district.years)
        else:
            columns[field.name] = _series(field.kind, values)
    return pd.DataFrame(columns)


def _yearly(field: Field, values: Sequence[Years], plan: Sequence[int]) -> dict[str, pd.Series]:
    """Return a column for each year of the plan, and for each other year that has an amount."""
    return {
        f"{field.name}_{year}": _series(field.kind, [value.get(year) for value in values])
        for year in sorted({*plan, *chain.from_iterable(values)})
    }


def _series(kind: Kind, values: Iterable[object]) -> pd.Series:
    """Return values as a series of the type that their kind has, be there any or none."""
    return pd.Series([_plain(kind, value) for value in values], dtype=_TYPES.get(kind, "str"))


def _plain(kind: Kind, value: object) -> object:
    match kind:
        case Kind.MONEY | Kind.NUMBER | Kind.SHARE | Kind.RATE:
            return float("nan") if value is None else float(str(value))
        case Kind.WHOLE | Kind.YEAR:
            return pd.NA if value is None else int(Decimal(str(value)))
        case Kind.DATE:
            return pd.NaT if value is None else value
        case Kind.YES_NO:
            return bool(value)
        case Kind.TAGS:
            return ";".join(value) if isinstance(value, tuple) else ""
    return "" if value is None else str(value)
