"""funding: what each source gives, what lines want of it, what it pays, what is left."""

from datetime import date

import pytest

from analysis.budgets import line, source
from sheets.reading import clean_context, column_of, context, spare_of
from sheets.rich import shown
from xlbudget.sheets.funding import FITS, OVER, funding_sheet

PAYS_60 = source("GEN", 60, 500, 0, 100, 100)


def funding(*lines, sources=(PAYS_60,), **parts):
    return funding_sheet(context(*lines, sources=sources, **parts)).tables[0]


def years_of(table, header, source_number=0):
    return tuple(column_of(table, f"{header} {k}")[source_number] for k in range(1, 6))


def test_wanted_paid_and_left_worked_by_hand():
    table = funding(line(source_1="GEN"))
    assert years_of(table, "Wanted") == (100,) * 5
    assert years_of(table, "Paid") == (60, 100, 0, 100, 100)
    assert years_of(table, "Left") == (0, 400, 0, 0, 0)


def test_recurring_need_is_paid_first():
    extra = line("L2", need="one-time", unit_price=50, source_1="GEN")
    table = funding(line(source_1="GEN"), extra)
    assert years_of(table, "Wanted")[:2] == (150, 150)
    assert years_of(table, "Wanted recurring")[:2] == (100, 100)
    assert years_of(table, "Paid recurring")[:2] == (60, 100)
    assert years_of(table, "Paid")[:2] == (60, 150)


@pytest.mark.parametrize(("price", "words"), [(60, FITS), (61, OVER)])
def test_a_source_is_over_planned_when_lines_want_more_than_it_gives(price, words):
    given = source("GEN", *[60] * 5)
    table = funding(line(unit_price=price, source_1="GEN"), sources=(given,))
    assert column_of(table, "In words") == [words]


def test_a_line_in_an_area_that_the_source_may_not_pay_for_wants_nothing():
    given = source("GEN", *[60] * 5, allowed_areas=("broadband", "technical support"))
    table = funding(line(source_1="GEN", area="hardware"), sources=(given,))
    assert (years_of(table, "Wanted"), column_of(table, "In words")) == ((0,) * 5, [FITS])


def test_nothing_is_wanted_before_a_source_begins_or_after_it_ends():
    given = source("GEN", *[60] * 5, first_fiscal_year=2028, last_fiscal_year=2029)
    table = funding(line(source_1="GEN"), sources=(given,))
    assert years_of(table, "Wanted") == (0, 100, 100, 0, 0)


def test_the_successor_is_asked_once_the_source_has_ended():
    grant = source("GRANT", 100, 100, last_fiscal_year=2028)
    table = funding(line(source_1="GRANT", successor="GEN"), sources=(grant, PAYS_60))
    assert years_of(table, "Wanted", 0) == (100, 100, 0, 0, 0)
    assert years_of(table, "Wanted", 1) == (0, 0, 100, 100, 100)


@pytest.mark.parametrize(
    ("month", "day", "ends"),
    [
        (7, date(2028, 6, 30), 2028),
        (7, date(2028, 7, 1), 2029),
        (1, date(2028, 1, 1), 2028),
        (1, date(2028, 12, 31), 2028),
        (10, date(2028, 9, 30), 2028),
        (10, date(2028, 10, 1), 2029),
    ],
)
def test_a_source_ends_in_the_fiscal_year_of_its_obligation_date(month, day, ends):
    table = funding(sources=(source("GEN", 60, obligation_date=day),), month=month)
    assert column_of(table, "Ends") == [ends]


@pytest.mark.parametrize(
    ("last", "day", "ends"),
    [
        (None, None, 9999),
        (2030, None, 2030),
        (2028, date(2029, 9, 30), 2028),
        (2031, date(2028, 9, 30), 2029),
    ],
)
def test_the_earlier_of_last_year_and_obligation_date_counts(last, day, ends):
    given = source("GEN", 60, last_fiscal_year=last, obligation_date=day)
    assert column_of(funding(sources=(given,)), "Ends") == [ends]


def test_the_head_sums_year_1_and_counts_sources_over_planned():
    made = context(line(source_1="GEN"), sources=(PAYS_60, source("B", 40)))
    assert [shown(headline.cell) for headline in funding_sheet(made).headlines] == [100, 1]


def test_years_stand_above_the_amounts():
    table = funding_sheet(clean_context()).tables[0]
    headers = [column.header for column in table.columns]
    above = dict(zip(headers, map(shown, table.labels), strict=True))
    assert (above["Amount 1"], above["Left 5"], above["Source"]) == (2027, 2031, None)


def test_a_spare_row_wants_nothing_and_says_nothing():
    table = funding_sheet(clean_context()).tables[0]
    found = [spare_of(table, name) for name in ("Ends", "In words", "Wanted 1", "Left 5", "Label")]
    assert found == [0, "", 0, 0, ""]
