"""assumptions: the frame of the plan, and every rate once."""

from decimal import Decimal

import pytest

from sheets.reading import clean_context, column_of, context, described, table_of
from xlbudget.model.defaults import default_assumptions
from xlbudget.sheets.assumptions import assumption_names, assumptions_sheet, rate
from xlbudget.sheets.plan import Form, Part

CLEAN = assumptions_sheet(clean_context())


def frame_rows():
    return {row.key: row for row in table_of(CLEAN, "Frame").rows}


def rates_of(sheet):
    table = table_of(sheet, "Assumptions")
    return dict(zip(column_of(table, "Key"), column_of(table, "Value"), strict=True))


def test_the_frame_holds_the_facts_of_the_district():
    values = {key: row.cells[1] for key, row in frame_rows().items()}
    assert (values["name"], values["base_fiscal_year"]) == ("Clearwater Schools", 2027)
    assert (values["horizon_years"], values["fiscal_year_start_month"]) == (5, 7)


def test_a_blank_fact_is_an_empty_cell():
    assert frame_rows()["vision"].cells[1] is None
    assert frame_rows()["nces_id"].cells[0] == "NCES id"


@pytest.mark.parametrize(
    ("fact", "form"),
    [
        ("base_fiscal_year", Form.YEAR),
        ("as_of", Form.DATE),
        ("due", Form.DATE),
        ("horizon_years", Form.WHOLE),
    ],
)
def test_a_fact_is_shown_as_what_it_is(fact, form):
    assert frame_rows()[fact].takes.form is form


def test_the_horizon_alone_is_fixed():
    fixed = [key for key, row in frame_rows().items() if "Fixed when" in row.cells[2]]
    assert fixed == ["horizon_years"]


def test_an_assumption_given_takes_the_place_of_the_default():
    keys = [item.key for item in default_assumptions()]
    rates = rates_of(assumptions_sheet(context(rates={"discount_rate": "0.07"})))
    assert sorted(rates) == sorted(keys)
    assert (rates["discount_rate"], rates["sensitivity_swing"]) == (Decimal("0.07"), Decimal("0.2"))


def test_an_assumption_of_ones_own_stands_before_the_defaults_left_alone():
    rates = rates_of(assumptions_sheet(context(rates={"escalation_paper": "0.09"})))
    names = list(rates)
    assert rates["escalation_paper"] == Decimal("0.09")
    assert names.index("escalation_paper") < names.index("minimum_students")


def test_rates_are_inputs_with_source_and_day():
    table = table_of(CLEAN, "Assumptions")
    parts = [described(table, name).part for name in ("Key", "Value", "Source", "Valid until")]
    assert parts == [Part.KEY, Part.INPUT, Part.INPUT, Part.INPUT]
    assert table.spare_rows == 2


def test_formulas_read_the_frame_by_name():
    names = {name.name: name.refers for name in assumption_names()}
    assert names["BaseYear"] == "{$Frame|base_fiscal_year|Value}"
    assert names["LastYear"] == "BaseYear+Horizon-1"
    assert set(names) == {"BaseYear", "StartMonth", "Horizon", "LastYear", "Once", "NoEnd"}


def test_a_rate_is_read_by_its_key():
    assert rate("mid_year") == 'SUMIFS(Assumptions[Value],Assumptions[Key],"mid_year")'
