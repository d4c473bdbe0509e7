"""Rows that follow another table: one for each row there, spare ones included."""

from dataclasses import replace
from decimal import Decimal

import pytest

from learning_budget import GOALS, learning_budget
from xlbudget.sheets.context import context_of
from xlbudget.sheets.live_rows import cents, places, text_at, total, years_block


def test_spare_rows_follow_the_records():
    found = list(places(context_of(learning_budget(), ()), "Goals", GOALS))
    assert [place for place, _ in found] == list(range(1, 10))
    assert [record for _, record in found] == [*GOALS, *[None] * 5]


def test_a_deleted_row_reads_as_a_blank_one():
    assert text_at("Goals", "Goal", 3) == '=IFERROR(INDEX(Goals[Goal],3)&"","")'


@pytest.mark.parametrize(
    ("years", "block"), [(1, "LineItems[Year 1]"), (3, "LineItems[[Year 1]:[Year 3]]")]
)
def test_the_block_of_years_is_as_wide_as_the_plan(years, block):
    district = replace(learning_budget().district, horizon_years=years)
    assert years_block(context_of(learning_budget(district=district), ())) == block


def test_sums_are_exact_and_rounded_to_the_cent():
    assert total([Decimal("0.1"), Decimal("0.2")]) == Decimal("0.3")
    assert cents("SUM(A1:A2)") == "ROUND(SUM(A1:A2),2)"
