"""The sheet My lines: last year's lines to keep, change or drop, and room for new ones."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from xlbudget.model.field import field_named
from xlbudget.model.school_answer import AnswerLine
from xlbudget.model.school_line import SchoolLine
from xlbudget.sheets.missing import COMPLETE
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Headline,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    ref,
    whole,
)
from xlbudget.sheets.school.frame import Frame

TABLE, TITLE = "MyLines", "My lines"
FIGURES = "LineFigures"
MISSING, LAST_YEAR, COST = "Still missing", "Last year", "Dollars this year"
CALCULATED = (MISSING, COST)
UNLOCK = "Protected without a password: Review > Unprotect Sheet."


def field_header(name: str) -> str:
    """Return the header of what a school states of a line, by the field's name."""
    return field_named(AnswerLine, name).header


def line_cell(row: str, name: str) -> str:
    """Return the token of a cell that a school fills in, by row and field."""
    return ref(TABLE, row, field_header(name))


def my_lines_sheet(frame: Frame) -> Sheet:
    """Return the sheet My lines."""
    return Sheet(
        title=TITLE,
        role=Role.DATA,
        says="Last year's lines: Keep, Change or Drop. New lines: use the free rows. Cream or "
        f"framed cells are yours; column A says what a line lacks. {UNLOCK}",
        headlines=_headlines(frame),
        tables=(
            Table(
                name=TABLE,
                columns=_columns(),
                rows=tuple(_row(frame, i) for i in range(frame.sizes.rows)),
                filtered=True,
            ),
        ),
        frozen_columns=2,
        landscape=True,
    )


def missing_words(frame: Frame, i: int) -> str:
    """Return what the line of a row lacks in words; "" for a row that does not count."""
    if not frame.counted[i]:
        return ""
    return ", ".join([lack.noun for lack in frame.lacks[i]]) or COMPLETE


def is_used(line: SchoolLine) -> bool:
    """Return whether a row is no free one any more."""
    return line.prior is not None or line.line.in_use


def _headlines(frame: Frame) -> tuple[Headline, ...]:
    pairs = zip(frame.counted, frame.lacks, strict=True)
    lacking = sum(counts and bool(lacks) for counts, lacks in pairs)
    free = sum(not is_used(row) for row in frame.rows)
    used = f"SUM({whole('In use', FIGURES)})"
    counts = f"SUM({whole('Counts', FIGURES)})"
    left = ref("MoneyByYear", "left", "Year 1")
    allocated = frame.pack.school.allocation.get(frame.years[0])
    cost = frame.planned[0]
    return (
        Headline(
            "Lines that lack something",
            Calculated(f'={counts}-COUNTIF({whole(MISSING, TABLE)},"{COMPLETE}")', lacking),
            Form.WHOLE,
        ),
        Headline(
            "Free rows", Calculated(f"=ROWS({whole('Line', FIGURES)})-{used}", free), Form.WHOLE
        ),
        Headline("Cost this year", Calculated(f"=SUM({whole('Year 1', FIGURES)})", cost)),
        Headline(
            "Left this year, in dollars",
            Calculated(f"={left}", Decimal(0) if allocated is None else allocated - cost),
        ),
    )


@cache
def _columns() -> tuple[Column, ...]:
    return (
        Column(
            header=MISSING,
            form=Form.WRAPPED,
            width=18,
            good=COMPLETE,
            says="What the line still lacks, in words.",
        ),
        Column(header=field_header("line_id"), part=Part.LABEL, width=10.5),
        _asked("action", Form.TEXT, 10, "ActionList"),
        _asked("item_id", Form.LABEL, 25, "ItemList"),
        _asked("description", Form.WRAPPED, 25),
        Column(header=LAST_YEAR, part=Part.LABEL, form=Form.WRAPPED, width=14),
        _asked("quantity", Form.PLAIN, 10),
        _asked("price", Form.CENTS, 11),
        Column(header=COST, form=Form.DOLLARS, width=11, says="What the line costs this year."),
        _asked("goal_id", Form.LABEL, 23, "GoalList"),
        _asked("source_id", Form.LABEL, 18, "SourceList"),
        _asked("why", Form.WRAPPED, 34),
    )


def _asked(name: str, form: Form, width: float, choices: str = "") -> Column:
    field = field_named(AnswerLine, name)
    return Column(
        header=field.header,
        part=Part.INPUT,
        form=form,
        width=width,
        says=field.says,
        choices=choices,
        low=field.low,
    )


def _row(frame: Frame, i: int) -> Row:
    state, key = frame.rows[i], str(i + 1)
    line = state.line
    words, cost = _formulas(key)
    cells: tuple[Cell, ...] = (
        Calculated(words, missing_words(frame, i)),
        line.line_id,
        line.action or None,
        frame.item_labels.get(line.item_id, line.item_id) or None,
        line.description or None,
        _last_year(state),
        line.quantity,
        line.price,
        Calculated(cost, frame.costs[i][0]),
        frame.goal_labels.get(line.goal_id, line.goal_id) or None,
        frame.source_labels.get(line.source_id, line.source_id) or None,
        line.why or None,
    )
    return Row(key=key, cells=cells)


@lru_cache(maxsize=2_000)
def _formulas(key: str) -> tuple[str, str]:
    """Return the formulas of a row: what the line lacks, and what it costs this year."""
    lacks, counts = ref(FIGURES, key, "Lacks"), ref(FIGURES, key, "Counts")
    words = f'=IF({counts}=0,"",IF({lacks}="","{COMPLETE}",{lacks}))'
    return words, f"={ref(FIGURES, key, 'Year 1')}"


def _last_year(state: SchoolLine) -> str | None:
    """Return last year's quantity and price in words; None for a new line."""
    prior = state.prior
    if prior is None:
        return None
    price = prior.line.unit_price
    return f"{prior.quantity:,f}" + ("" if price is None else f" at {price:,.2f}")
