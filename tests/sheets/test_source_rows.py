"""Rows of Sources: a line each, or sums of very many that keep every total."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from samples import BUDGET, LINE
from xlbudget.model.cost import line_costs
from xlbudget.model.origin import Origin
from xlbudget.sheets.source_rows import ELSEWHERE, source_rows

HALF = Decimal("0.5")
SPLIT = {"goal_2": "G2", "goal_share_1": HALF, "goal_share_2": HALF}
LINES = (
    LINE,
    replace(LINE, line_id="L2", unit_price=Decimal("365.01"), quantity=Decimal(1), **SPLIT),
    replace(LINE, line_id="L3", school_id="", area="broadband"),
)
COSTS = line_costs(replace(BUDGET, lines=LINES))
ORIGINS = [Origin(file="Oak.xlsx", sheet="My lines", row=n, sha256="ab") for n in (9, 10, 11)]


def by(rows, name):
    found = Counter()
    for row in rows:
        found[getattr(row, name)] += row.cents[0]
    return found


def test_a_line_is_a_row_and_a_split_one_is_a_row_for_each_part():
    rows = source_rows(COSTS, ORIGINS)
    assert [(row.line_id, row.goal, row.lines, row.origin.row) for row in rows] == [
        ("L1", "G1", 1, 9),
        ("L2", "G1", 1, 10),
        ("L2", "G2", 0, 10),
        ("L3", "G1", 1, 11),
    ]


@pytest.mark.parametrize("most", [2, 3])
def test_very_many_are_sums_that_keep_lines_and_money(most):
    rows, sums = source_rows(COSTS, ORIGINS), source_rows(COSTS, ORIGINS, most)
    assert sum(row.lines for row in sums) == len(LINES)
    for name in ("school_id",) if most == 2 else ("school_id", "area", "goal", "source"):
        assert by(sums, name) == by(rows, name)
    assert {row.description for row in sums} <= {ELSEWHERE, LINE.description}


def test_sums_are_by_file_where_even_sums_are_too_many():
    assert [(row.school_id, row.goal, row.lines) for row in source_rows(COSTS, ORIGINS, 1)] == [
        ("S1", "", 2),
        ("", "", 1),
    ]
