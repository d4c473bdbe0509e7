"""What is planned by goal and by who pays, in each year of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from xlbudget.sheets.context import year_header
from xlbudget.sheets.plan import Calculated, Cell, Column, Form, Part, Row, Table, ref, whole
from xlbudget.sheets.school.frame import Frame
from xlbudget.sheets.school.my_lines import FIGURES

BY_GOAL, BY_SOURCE = "MoneyByGoal", "MoneyBySource"
_FIELD = {"Goal": "goal_id", "Source": "source_id"}


def by_goal(frame: Frame) -> Table:
    """Return what is planned by goal."""
    rows = _split(frame, "Goal", "GoalChoices", frame.goal_labels)
    count = frame.sizes.goals + frame.sizes.district_goals
    return _parts(frame, BY_GOAL, "goal", rows(count))


def by_source(frame: Frame) -> Table:
    """Return what is planned by who pays."""
    rows = _split(frame, "Source", "Sources", frame.source_labels)
    return _parts(frame, BY_SOURCE, "who pays", rows(frame.sizes.sources))


def _parts(frame: Frame, name: str, noun: str, rows: tuple[Row, ...]) -> Table:
    return Table(
        name=name,
        heading=f"Planned by {noun}, in dollars",
        columns=money_columns(frame, noun.capitalize()),
        rows=rows,
        labels=money_labels(frame),
    )


def _split(
    frame: Frame, noun: str, table: str, labels: Mapping[str, str]
) -> Callable[[int], tuple[Row, ...]]:
    """Return the rows of cost by what lines name, last what names none, for a count of them."""
    field, pairs = _FIELD[noun], list(labels.items())
    named = [(getattr(row.line, field), row) for row in frame.rows]

    def row(i: int) -> Row:
        key, words = pairs[i] if i < len(pairs) else ("", "")
        total = frame.total([line for name, line in named if key and name == key])
        listed = ref(table, str(i + 1), noun)
        first = Calculated(f'={ref(table, str(i + 1), "Label")}&""', words)
        formulas = (_sum_of(noun, listed, year_header(k)) for k in frame.numbers)
        return Row(key=str(i + 1), cells=(first, *map(Calculated, formulas, total)))

    rest = frame.total([line for name, line in named if name not in labels])
    formulas = (_rest_of(noun, table, year_header(k)) for k in frame.numbers)
    none: tuple[Cell, ...] = (f"No {noun.lower()} yet", *map(Calculated, formulas, rest))
    return lambda count: (*(row(i) for i in range(count)), Row(key="none", cells=none))


def _sum_of(noun: str, key: str, year: str) -> str:
    return f'=IF({key}="",0,SUMIFS({whole(year, FIGURES)},{whole(noun, FIGURES)},{key}))'


def _rest_of(noun: str, table: str, year: str) -> str:
    named = whole(noun, FIGURES)
    known = f'ISNUMBER(MATCH({named},{whole(noun, table)},0))*({named}<>"")'
    return f"=SUMPRODUCT((1-{known})*{whole(year, FIGURES)})"


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
