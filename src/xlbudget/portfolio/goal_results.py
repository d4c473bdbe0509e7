"""How the money of the plan's first year serves its goals, as plain tables."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.analysis import Analysis
from xlbudget.analysis.matrix import Matrix
from xlbudget.model.field import Kind
from xlbudget.portfolio.result import Result, ResultColumn, money, texts, whole

_ASKED = ("asked", "planned", "with_buildings", "planned_with_buildings")
_GOAL = (
    *texts("goal_id", "statement", "plan", "school_id"),
    *whole("lines"),
    *money(*_ASKED),
)
_CELL = (*texts("row", "row_label", "column", "column_label"), *money("amount"))
_LINE = (*texts("line_id", "description"), *money("year_1", "total"))
_CONDITION = (ResultColumn("due", Kind.DATE), *_LINE)


def goal_results(analysis: Analysis) -> Iterator[Result]:
    """Yield the money linked to goals, and the lines without a goal or on a condition."""
    years, aligned = analysis.years, analysis.alignment
    goals = tuple(
        (
            item.goal.goal_id,
            item.goal.statement,
            item.goal.plan,
            item.goal.school_id,
            item.lines,
            *(getattr(item, name) for name in _ASKED),
        )
        for item in aligned.goals
    )
    says = "Money of year 1 linked to each goal; a district goal also with its buildings' goals."
    yield Result("money_by_goal", says, years, _GOAL, goals)
    matrices = (
        ("goal_by_area", "Money of year 1 by goal and area.", aligned.goal_area),
        ("goal_by_school", "Money of year 1 by goal and school.", aligned.goal_school),
        (
            "department_by_source",
            "Money of year 1 by the programs' department and source.",
            aligned.department_source,
        ),
    )
    for name, says, matrix in matrices:
        yield Result(name, says, years, _CELL, _cells(matrix))
    without = tuple(
        (item.line.line_id, item.line.description, item.year_1, item.total)
        for item in aligned.without_goal
    )
    yield Result("lines_without_goal", "Asked lines that name no goal.", years, _LINE, without)
    conditional = tuple(
        (day.due, item.line.line_id, item.line.description, item.year_1, item.total)
        for day in aligned.conditional
        for item in day.lines
    )
    says = "Lines whose money hangs on a condition, by the day on which it is decided."
    yield Result("conditional_lines", says, years, _CONDITION, conditional)


def _cells(matrix: Matrix) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (*row, *column, amount)
        for row, amounts in zip(matrix.rows, matrix.cells, strict=True)
        for column, amount in zip(matrix.columns, amounts, strict=True)
    )
