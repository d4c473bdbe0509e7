"""The sheet My money: allocated, planned and left by year; by goal and by who pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from xlbudget.model.split import ZERO
from xlbudget.sheets.context import year_header
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Chart,
    Emphasis,
    Form,
    Role,
    Row,
    Series,
    Sheet,
    Table,
    label_of,
    ref,
    row_range,
    whole,
)
from xlbudget.sheets.school.frame import Frame
from xlbudget.sheets.school.money_parts import by_goal, by_source, money_columns, money_labels
from xlbudget.sheets.school.my_lines import FIGURES
from xlbudget.sheets.words import grouped, grouped_formula

TITLE, BY_YEAR = "My money", "MoneyByYear"
UNKNOWN = "not stated"
PLANNED = "Planned: what your lines cost"
FITS = "The lines fit the money allocated, in every year"
OVER = "Years in which the lines cost more than is allocated: "


def my_money_sheet(frame: Frame) -> Sheet:
    """Return the sheet My money."""
    return Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says="What your building may plan with, what its lines cost, and what is left. Calculated: "
        "nothing to enter.",
        judgements=(money_words(frame),),
        tables=(_by_year(frame), by_goal(frame), by_source(frame)),
        charts=(_chart(frame),),
        charts_after=BY_YEAR,
        print_columns=1 + len(frame.years),
    )


def money_words(frame: Frame) -> Calculated:
    """Return this year's money in words, as My money, Start and Check and send say it."""
    first = year_header(1)
    allocated, planned = (ref(BY_YEAR, key, first) for key in ("allocated", "planned"))
    told = (f"{grouped_formula(f'ROUND({cell},0)')}" for cell in (allocated, planned))
    year, words = label_of(BY_YEAR, first), ref(BY_YEAR, "words", first)
    formula = '="FY"&{}&": "&{}&" dollars allocated, "&{}&" planned, "&{}'
    given = frame.pack.school.allocation.get(frame.years[0])
    return Calculated(
        formula.format(year, *told, words),
        f"FY{frame.years[0]}: {grouped(given or ZERO)} dollars allocated, "
        f"{grouped(frame.planned[0])} planned, {left_words(given, frame.planned[0])}",
    )


def left_words(allocated: Decimal | None, planned: Decimal) -> str:
    """Return what is left in words: ``1,200 left``, or ``300 too much``."""
    if allocated is None:
        return UNKNOWN
    return f"{grouped(allocated - planned)} {'left' if allocated >= planned else 'too much'}"


def _by_year(frame: Frame) -> Table:
    given = [frame.pack.school.allocation.get(year) for year in frame.years]
    planned = frame.planned
    recurring = tuple(_recurring(frame, k) for k in frame.numbers)
    rows = (
        Row(key="allocated", cells=("Allocated: what you may plan with", *given)),
        _calculated("planned", PLANNED, _planned, planned),
        _calculated(
            "left",
            "Left",
            _left,
            [ZERO if a is None else a - p for a, p in zip(given, planned, strict=True)],
            Emphasis.TOTAL,
        ),
        _words_row([left_words(a, p) for a, p in zip(given, planned, strict=True)]),
        _calculated("recurring", "Planned, comes back each year or cycle", _recurs, recurring),
        _calculated(
            "one_time",
            "Planned, only once",
            _once,
            [p - r for p, r in zip(planned, recurring, strict=True)],
        ),
    )
    return Table(
        name=BY_YEAR,
        heading="Money by fiscal year, in dollars",
        columns=money_columns(frame, "Figure"),
        rows=rows,
        labels=money_labels(frame),
    )


def _recurring(frame: Frame, k: int) -> Decimal:
    year = frame.years[k - 1]
    pairs = zip(frame.recurring_from, frame.costs, strict=True)
    costs = (cost[k - 1] for begins, cost in pairs if begins is not None and begins <= year)
    return sum(costs, ZERO)


def _calculated(
    key: str,
    name: str,
    formula: Callable[[str], str],
    values: Sequence[Decimal],
    emphasis: Emphasis = Emphasis.NONE,
) -> Row:
    cells = (Calculated(formula(year_header(k + 1)), value) for k, value in enumerate(values))
    return Row(key=key, cells=(name, *cells), emphasis=emphasis)


def _planned(year: str) -> str:
    return f"=SUM({whole(year, FIGURES)})"


def _left(year: str) -> str:
    given = ref(BY_YEAR, "allocated", year)
    return f'=IF({given}="",0,{given}-{ref(BY_YEAR, "planned", year)})'


def _recurs(year: str) -> str:
    begins = f"({whole('Recurring from', FIGURES)}<={label_of(BY_YEAR, year)})"
    return f"=SUMPRODUCT({begins}*{whole(year, FIGURES)})"


def _once(year: str) -> str:
    return f"={ref(BY_YEAR, 'planned', year)}-{ref(BY_YEAR, 'recurring', year)}"


def _words_row(values: Sequence[str]) -> Row:
    cells: list[Cell] = ["Left, in words"]
    for k, value in enumerate(values):
        year = year_header(k + 1)
        given, left = ref(BY_YEAR, "allocated", year), ref(BY_YEAR, "left", year)
        told = grouped_formula(f"ROUND(ABS({left}),0)")
        words = f'{told}&REPT(" left",({left}>=0)*1)&REPT(" too much",({left}<0)*1)'
        cells.append(Calculated(f'=IF({given}="","{UNKNOWN}",{words})', value))
    return Row(key="words", cells=tuple(cells), form=Form.PLAIN)


def years_over(frame: Frame) -> Calculated:
    """Return in how many years the lines cost more than is allocated."""
    first, last = year_header(1), year_header(len(frame.years))
    pairs = zip(frame.years, frame.planned, strict=True)
    given = frame.pack.school.allocation
    count = sum(planned > given.get(year, planned) for year, planned in pairs)
    return Calculated(f'=COUNTIF({row_range(BY_YEAR, "left", first, last)},"<0")', count)


def _chart(frame: Frame) -> Chart:
    first, last = year_header(1), year_header(len(frame.years))
    over = years_over(frame)
    count = over.formula.removeprefix("=")
    return Chart(
        name="MoneyChart",
        kind="columns",
        finding=Calculated(
            f'=IF({count}=0,"{FITS}","{OVER}"&{count})',
            f"{OVER}{over.value}" if over.value else FITS,
        ),
        categories=label_of(BY_YEAR, f"{first}..{last}", fixed=True),
        series=(
            Series(name="Planned", values=row_range(BY_YEAR, "planned", first, last)),
            Series(name="Allocated", values=row_range(BY_YEAR, "allocated", first, last)),
        ),
        x_title="Fiscal year",
        y_title="Dollars",
        alt="Columns by fiscal year: what the lines cost beside what the school may plan with. "
        "The sentence above the chart says whether any year is over its money; the figures stand "
        "in the table Money by fiscal year, as of the last calculation.",
        from_zero=True,
    )
