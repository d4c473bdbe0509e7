"""What is planned by goal and by who pays, in each year of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from xlbudget.model.split import ZERO
from xlbudget.sheets.context import year_header
from xlbudget.sheets.plan import Calculated, Cell, Column, Form, Part, Row, Table, ref, whole
from xlbudget.sheets.school.frame import Frame
from xlbudget.sheets.school.my_lines import FIGURES

BY_GOAL, BY_SOURCE = "MoneyByGoal", "MoneyBySource"


def by_goal(frame: Frame) -> Table:
    """Return what is planned by goal."""
    count = frame.sizes.goals + frame.sizes.district_goals
    named = _Named("Goal", "GoalChoices", frame.goal_labels, frame.by_goal)
    return _parts(frame, BY_GOAL, "goal", _rows(frame, named, count))


def by_source(frame: Frame) -> Table:
    """Return what is planned by who pays."""
    named = _Named("Source", "Sources", frame.source_labels, frame.by_source)
    return _parts(frame, BY_SOURCE, "who pays", _rows(frame, named, frame.sizes.sources))


def _parts(frame: Frame, name: str, noun: str, rows: tuple[Row, ...]) -> Table:
    return Table(
        name=name,
        heading=f"Planned by {noun}, in dollars",
        columns=money_columns(frame, noun.capitalize()),
        rows=rows,
        labels=money_labels(frame),
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """What lines name: its noun, the table of all of it, its labels, and what it costs, by id."""

    noun: str
    table: str
    labels: Mapping[str, str]
    totals: Mapping[str, tuple[Decimal, ...]]


def _rows(frame: Frame, named: _Named, count: int) -> tuple[Row, ...]:
    """Return so many rows of cost by what lines name, and last what names none of it."""
    noun, table, zeros = named.noun, named.table, (ZERO,) * len(frame.years)
    pairs = [*named.labels.items(), *[("", "")] * (count - len(named.labels))]
    totals = {**named.totals, "": zeros}
    rows = [
        _row(str(i + 1), _formulas(noun, table, i, len(zeros)), words, totals.get(key, zeros))
        for i, (key, words) in enumerate(pairs[:count])
    ]
    rest = [total for key, total in named.totals.items() if key not in named.labels]
    sums = (sum(amounts, ZERO) for amounts in zip(zeros, *rest, strict=True))
    none = map(Calculated, _rest_of(noun, table, len(zeros)), sums)
    return (*rows, Row(key="none", cells=(f"No {noun.lower()} yet", *none)))


def _row(key: str, formulas: Sequence[str], words: str, total: Sequence[Decimal]) -> Row:
    values: tuple[str | Decimal, ...] = (words, *total)
    return Row(key=key, cells=tuple(map(Calculated, formulas, values)))


@lru_cache(maxsize=500)
def _formulas(noun: str, table: str, i: int, years: int) -> tuple[str, ...]:
    """Return the formulas of a row: of the label, and of the cost in each year."""
    key, words = (ref(table, str(i + 1), header) for header in (noun, "Label"))
    costs = (
        f'=IF({key}="",0,SUMIFS({whole(year_header(k), FIGURES)},{whole(noun, FIGURES)},{key}))'
        for k in range(1, years + 1)
    )
    return (f'={words}&""', *costs)


def _rest_of(noun: str, table: str, years: int) -> Iterator[str]:
    named = whole(noun, FIGURES)
    known = f'ISNUMBER(MATCH({named},{whole(noun, table)},0))*({named}<>"")'
    columns = (whole(year_header(k), FIGURES) for k in range(1, years + 1))
    return (f"=SUMPRODUCT((1-{known})*{column})" for column in columns)


def money_columns(frame: Frame, first: str) -> tuple[Column, ...]:
    """Return the columns of a table of money: what it is, and each year of the plan."""
    years = (
        Column(header=year_header(k), part=Part.OUTPUT, form=Form.DOLLARS, width=14)
        for k in frame.numbers
    )
    return (Column(header=first, part=Part.LABEL, form=Form.WRAPPED, width=46), *years)


def money_labels(frame: Frame) -> tuple[Cell, ...]:
    """Return the fiscal years above the columns."""
    labels = (
        Calculated(f"=BaseYear+{k - 1}" if k > 1 else "=BaseYear", frame.years[k - 1])
        for k in frame.numbers
    )
    return (None, *labels)
