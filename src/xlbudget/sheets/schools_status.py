"""The sheet Schools status: what came from each school, what it comes to, and what is to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from xlbudget.model.school_standing import Counted, LeftOut, SchoolStanding
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Headline,
    Link,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    keyed,
    ref,
    text,
    this,
    whole,
)
from xlbudget.sheets.sources import LINES, SCHOOL_ID, SOURCES, agree_in_words
from xlbudget.sheets.sources import TITLE as SOURCES_SHEET

TITLE, STATUS, OUT = "Schools status", "SchoolsStatus", "LeftOut"
COUNTED = "In the budget"
_NOTHING = "nothing"
_NO_LINES = "no line"


def schools_status_sheet(
    schools: Sequence[SchoolStanding],
    left_out: Sequence[LeftOut],
    first_rows: Mapping[str, str],
    answers: Calculated | None = None,
) -> Sheet:
    """Return the sheet Schools status.

    Args:
        schools: How it stands with each school of the campaign.
        left_out: The lines that decisions keep out of the budget.
        first_rows: By school, the key of its first row of the sheet Sources.
        answers: How many schools' answers are in it, where not every school has a row.

    """
    return Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says="See what came from each school, whether it is in the budget, and what to do next. "
        "The last column leads to the school's lines.",
        headlines=_headlines(schools),
        judgements=(answers or answers_in_words(schools), agree_in_words()),
        tables=(_status(schools, first_rows), _left_out(left_out)),
        landscape=True,
        print_columns=10,
    )


def answers_in_words(schools: Sequence[SchoolStanding]) -> Calculated:
    """Return in words how many schools' answers are in the budget, and what stands for others."""
    counted, counts = whole(COUNTED, STATUS), Counter(school.counted for school in schools)

    def count(which: Counted) -> str:
        return f'COUNTIF({counted},"{which}")'

    formula = (
        f'={count(Counted.YES)}&" of "&ROWS({counted})&" schools have their answer in it; "'
        f'&{count(Counted.NO)}&" left out, "'
        f'&{count(Counted.LAST_YEAR)}&" with last year\'s lines"'
    )
    yes, no, last = (counts[one] for one in (Counted.YES, Counted.NO, Counted.LAST_YEAR))
    words = f"{yes} of {len(schools) or 1} schools have their answer in it; {no} left out, "
    return Calculated(formula, f"{words}{last} with last year's lines")


def answers_told(schools: Sequence[SchoolStanding]) -> Calculated:
    """Return the same words as ``answers_in_words``, of schools that have no rows to be counted."""
    words = str(answers_in_words(schools).value)
    return Calculated(f"={text(words)}", words)


def _headlines(schools: Sequence[SchoolStanding]) -> tuple[Headline, ...]:
    money = (
        ("Asked by schools, year 1 ($)", "Year 1", sum(one.year_1 for one in schools)),
        ("Allocated to schools, year 1 ($)", "Allocated", sum(one.allocated for one in schools)),
        ("Remaining, year 1 ($)", "Remaining", sum(one.remaining for one in schools)),
    )
    return tuple(
        Headline(label, Calculated(f"=SUM({whole(header, STATUS)})", value), Form.CURRENCY)
        for label, header, value in money
    )


def _status(schools: Sequence[SchoolStanding], first_rows: Mapping[str, str]) -> Table:
    key = this(SCHOOL_ID, STATUS)

    def of_school(header: str) -> str:
        return f"=SUMIFS({whole(header, SOURCES)},{whole(SCHOOL_ID, SOURCES)},{key})"

    remaining = f"={this('Allocated', STATUS)}-{this('Year 1', STATUS)}"
    columns = (
        Column(header="School", part=Part.LABEL, form=Form.WRAPPED, width=28),
        Column(header=SCHOOL_ID, part=Part.LABEL, form=Form.WRAPPED, width=18),
        Column(header="State", part=Part.LABEL, form=Form.WRAPPED, width=22),
        Column(header=COUNTED, part=Part.LABEL, width=17),
        Column(header="To do", part=Part.LABEL, form=Form.WRAPPED, width=40),
        Column(header="Lines", form=Form.WHOLE, width=8, formula=of_school(LINES)),
        Column(header="Year 1", form=Form.CENTS, width=16, formula=of_school("Year 1")),
        Column(header="Allocated", part=Part.LABEL, form=Form.CENTS, width=16),
        Column(header="Remaining", form=Form.CENTS, width=16, formula=remaining),
        Column(header="Whole plan", part=Part.OUTPUT, form=Form.CENTS, width=17),
        Column(header="Rejected lines", part=Part.LABEL, form=Form.WHOLE, width=10),
        Column(header="Warnings", part=Part.LABEL, form=Form.WHOLE, width=10),
        Column(header="File", part=Part.LABEL, form=Form.WRAPPED, width=40),
        Column(header="Received", part=Part.LABEL, form=Form.DATE, width=12),
        Column(header="Its lines", part=Part.LABEL, width=14),
    )
    rows = tuple(_row(school, first_rows) for school in schools)
    return Table(
        name=STATUS,
        heading="Schools of the campaign ($)",
        columns=columns,
        rows=rows or (keyed("none", (*(["none"] * 5), 0, *(Decimal(0),) * 4, 0, 0, "", None, "")),),
        filtered=True,
    )


def _row(school: SchoolStanding, first_rows: Mapping[str, str]) -> Row:
    first = first_rows.get(school.school_id)
    to_lines: Cell = _NO_LINES
    if first is not None:
        to_lines = Link("Go to its lines", SOURCES_SHEET, ref(SOURCES, first, "Line"))
    return keyed(
        school.school_id,
        (
            school.name,
            school.school_id,
            school.state,
            school.counted.value,
            school.to_do or _NOTHING,
            school.lines,
            school.year_1,
            school.allocated,
            school.remaining,
            school.total,
            school.rejected,
            school.warnings,
            school.file or "none",
            school.received,
            to_lines,
        ),
    )


def _left_out(lines: Sequence[LeftOut]) -> Table:
    rows = [
        keyed(
            str(number),
            (
                line.school_id,
                line.line_id,
                line.description,
                line.reason,
                str(line.origin),
                line.year_1,
                line.total,
            ),
        )
        for number, line in enumerate(lines)
    ]
    none = keyed("none", ("none", "", "", "", "", Decimal(0), Decimal(0)))
    return Table(
        name=OUT,
        heading="Lines left out by a decision ($)",
        says="They are in no total of this workbook.",
        columns=(
            Column(header="School", part=Part.LABEL, form=Form.WRAPPED, width=28),
            Column(header="Line", part=Part.LABEL, form=Form.WRAPPED, width=18),
            Column(header="Description", part=Part.LABEL, form=Form.WRAPPED, width=22),
            Column(header="Reason", part=Part.LABEL, form=Form.WRAPPED, width=17),
            Column(header="File, sheet, row", part=Part.LABEL, form=Form.WRAPPED, width=40),
            Column(header="Year 1", part=Part.LABEL, form=Form.CENTS, width=14),
            Column(header="Whole plan", part=Part.LABEL, form=Form.CENTS, width=16),
        ),
        rows=tuple(rows) or (none,),
        filtered=True,
    )
