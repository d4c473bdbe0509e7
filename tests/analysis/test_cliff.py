"""The cliff: which parts of which lines fall, by hand."""

from analysis.budgets import BASE, budget, dollars, line, source
from xlbudget.analysis import analyze
from xlbudget.analysis.cliff import LostPart, cliff_place

SOURCES = (
    source("GEN", *[999] * 3),
    source("GRANT", *[999] * 3, stream="one-time", last_fiscal_year=BASE),
    source("RELIEF", *[999] * 3, stream="one-time", last_fiscal_year=BASE + 1),
)


def funding(*lines):
    return analyze(budget(*lines, years=3, sources=SOURCES)).funding


def test_only_the_parts_that_fall_are_named():
    found = funding(
        line("shared", source_1="GRANT", source_2="GEN", source_share_2="0.25"),
        line("both", source_1="GRANT", source_share_1="0.5", source_2="RELIEF", successor="RELIEF"),
        line("safe", source_1="GRANT", successor="GEN"),
        line("once", need="one-time", source_1="GRANT"),
        line("starts", need="starts", first_fiscal_year=BASE + 1, source_1="GRANT"),
    )
    assert found.cliff_year == BASE + 1
    assert found.lost == dollars(0, 75, 75 + 50 + 100)
    assert found.cliff_parts == (LostPart("shared", "GRANT", "", dollars(75)[0]),)


def test_a_successor_that_does_not_pay_is_named():
    found = funding(line(source_1="GRANT", successor="gone"))
    assert [(part.source_id, part.successor) for part in found.cliff_parts] == [("GRANT", "gone")]


def test_a_loss_below_0_is_no_cliff():
    assert funding(line(unit_price=-5, source_1="GRANT")).cliff_year is None
    assert cliff_place(dollars(0, -5, 3)) == 2
    assert cliff_place(dollars(0, 0)) is None
