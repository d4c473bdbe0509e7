"""line_losses: what of a line has lost its source, by year, and how it ranks at the cliff."""

from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import budgets, law, line, source
from sheets.reading import by_years, column_of, context, first_line, line_items, spare_of
from xlbudget.sheets.context import context_of
from xlbudget.sheets.line_losses import losses, losses_at_cliff

GRANT = source("GRANT", *[1000] * 5, last_fiscal_year=2028)
GENERAL = source("GEN", *[1000] * 5)
LATE = source("LATE", *[1000] * 5, first_fiscal_year=2030)
SOURCES = {"sources": (GRANT, GENERAL, LATE)}


@pytest.mark.parametrize(
    ("facts", "lost"),
    [
        ({}, (0, 0, 100, 100, 100)),
        ({"successor": "GEN"}, (0,) * 5),
        ({"successor": "LATE"}, (0, 0, 100, 0, 0)),
        ({"successor": "unknown"}, (0, 0, 100, 100, 100)),
        ({"need": "one-time"}, (0,) * 5),
        ({"need": "starts", "first_fiscal_year": 2029}, (0, 0, 0, 100, 100)),
        ({"source_1": "unknown"}, (0,) * 5),
        ({"source_1": "GEN"}, (0,) * 5),
        ({"source_share_1": 0.25, "source_2": "GEN", "source_share_2": 0.75}, (0, 0, 25, 25, 25)),
        ({"last_fiscal_year": 2029}, (0, 0, 100, 0, 0)),
    ],
)
def test_what_is_lost_worked_by_hand(facts, lost):
    assert by_years("Lost {k}", line(**({"source_1": "GRANT"} | facts)), **SOURCES) == lost


def test_parts_are_split_to_the_cent():
    made = line(
        unit_price=0.05, source_1="GEN", source_share_1=0.5, source_2="GRANT", source_share_2=0.5
    )
    assert first_line("Lost 3", made, **SOURCES) == Decimal("0.02")


def test_lines_rank_by_what_they_lose_and_equals_in_order():
    lines = [line(f"L{i}", unit_price=price, source_1="GRANT") for i, price in enumerate((5, 9, 5))]
    table = line_items(*lines, line("L9"), **SOURCES)
    assert column_of(table, "Lost at cliff") == [5, 9, 5, 0]
    assert column_of(table, "Cliff rank") == [2, 1, 3, 0]


def test_without_a_cliff_nothing_is_lost_at_it():
    table = line_items(line(source_1="GEN"), **SOURCES)
    assert column_of(table, "Lost at cliff") == [0]
    assert [spare_of(table, name) for name in ("Lost 1", "Lost at cliff", "Cliff rank")] == [0] * 3


@law
@given(budgets)
def test_the_lines_add_up_to_the_plan(made):
    found = context_of(made, ())
    lost = losses(found)
    plan = found.analysis.funding
    assert tuple(sum(years, Decimal(0)) for years in zip(*lost, strict=True)) in {plan.lost, ()}
    assert sum(losses_at_cliff(found, lost)) == plan.cliff_amount


def test_the_losses_of_an_empty_plan_are_none():
    assert losses(context()) == []
