"""The sheet Sources: where every line of a district's budget came from, file, sheet and row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xlbudget.analysis.headings import NO_SCHOOL
from xlbudget.model import Budget
from xlbudget.sheets.context import year_header
from xlbudget.sheets.line_links import counts_for
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    keyed,
    whole,
)
from xlbudget.sheets.source_rows import SourceRow

TITLE, SOURCES = "Sources", "Sources"
LINES, SCHOOL_ID = "Lines", "School id"
_SAYS = (
    "Follow any figure to its file: filter by school, area, goal or source, and read file, sheet "
    "and row. A line that several goals or sources share has a row for each part; Lines counts it "
    "once."
)
_AGREE, _DIFFER = "Sources and Line items agree in year 1", "Sources and Line items differ"
_TEXTS = (
    ("Line", 14),
    (SCHOOL_ID, 12),
    ("School", 26),
    ("Description", 30),
    ("File", 34),
    ("Sheet", 16),
)
_FACTS = (("Area", 24), ("Category", 24), ("Goal id", 12), ("Serves", 12), ("Source", 12))


def sources_sheet(budget: Budget, rows: Sequence[SourceRow]) -> Sheet:
    """Return the sheet Sources.

    Args:
        budget: The district's budget: its schools, goals and years.
        rows: Where its money came from; ``source_rows`` gives them.

    """
    years = budget.district.years
    facts = _columns(0)
    return Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says=_SAYS,
        tables=(
            Table(
                name=SOURCES,
                columns=_columns(len(years)),
                rows=tuple(_rows(budget, rows)),
                labels=(*[None] * len(facts), *_fiscal_years(years)),
                filtered=True,
            ),
        ),
        frozen_columns=2,
        landscape=True,
    )


def agree_in_words() -> Calculated:
    """Return in words whether the sheet and Line items come to the same in year 1."""
    mine, theirs = f"SUM({whole('Year 1', SOURCES)})", f"SUM({whole('Year 1')})"
    return Calculated(f'=IF(ROUND({mine}-{theirs},2)=0,"{_AGREE}","{_DIFFER}")', _AGREE)


def first_rows(rows: Sequence[SourceRow]) -> dict[str, str]:
    """Return by school the key of its first row."""
    found: dict[str, str] = {}
    for index, row in enumerate(rows):
        found.setdefault(row.school_id, str(index))
    return found


def _columns(years: int) -> tuple[Column, ...]:
    texts, facts = (
        [Column(header=name, part=Part.LABEL, form=Form.WRAPPED, width=width) for name, width in of]
        for of in (_TEXTS, _FACTS)
    )
    return (
        *texts,
        Column(header="Row", part=Part.LABEL, form=Form.PLAIN, width=8),
        Column(header="File digest", part=Part.LABEL, width=16),
        *facts,
        Column(header="Status", part=Part.LABEL, width=14),
        Column(header=LINES, part=Part.OUTPUT, form=Form.WHOLE, width=8),
        *(
            Column(header=year_header(k), part=Part.OUTPUT, form=Form.CENTS, width=15)
            for k in range(1, years + 1)
        ),
    )


def _fiscal_years(years: Sequence[int]) -> Iterator[Calculated]:
    for k, year in enumerate(years):
        yield Calculated(f"=BaseYear+{k}" if k else "=BaseYear", year)


def _rows(budget: Budget, rows: Sequence[SourceRow]) -> Iterator[Row]:
    schools = {school.school_id: school.name for school in budget.schools}
    goals = {goal.goal_id: counts_for(goal) for goal in budget.goals}
    for index, row in enumerate(rows):
        school = schools.get(row.school_id, row.school_id or NO_SCHOOL)
        yield keyed(str(index), _cells(row, school, goals.get(row.goal, "")))


def _cells(row: SourceRow, school: str, served: str) -> tuple[Cell, ...]:
    origin = row.origin
    return (
        row.line_id,
        row.school_id,
        school,
        row.description,
        origin.file,
        origin.sheet,
        origin.row,
        origin.digest,
        row.area,
        row.category,
        row.goal,
        served,
        row.source,
        row.status,
        row.lines,
        *(Decimal(cents).scaleb(-2) for cents in row.cents),
    )
