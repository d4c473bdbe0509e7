"""line_columns: what a line costs, when, and who pays, worked by hand for a few lines."""

from decimal import Decimal

import pytest

from analysis.budgets import by_year, every_year, line, purchase, source
from sheets.reading import by_years, described, first_line, line_items, spare_of
from xlbudget.model import Program
from xlbudget.sheets.plan import Form

TABLETS = {
    "cost_type": "purchase",
    "quantity": 100,
    "unit_price": 400,
    "unit_setup": 12.5,
    "spare_share": 0.05,
    "service_life": 4,
    "refresh": True,
    "escalation_class": "hardware",
}
GROWS = {"rates": {"escalation_hardware": "0.02"}}


def tablets(**facts):
    return line(**(TABLETS | facts))


# --- what a line costs before years


@pytest.mark.parametrize(
    ("facts", "units"),
    [
        ({"quantity": 100, "spare_share": 0.05}, 105),
        ({"quantity": 101, "spare_share": 0.05}, 107),
        ({"quantity": 100, "spare_share": 0}, 100),
        ({"quantity": 100, "spare_share": None}, 100),
        ({"quantity": 0.5}, 1),
        ({"quantity": None}, 0),
        ({"quantity": 30, "spare_share": 0.1}, 33),  # 33.000000000000004 in binary
    ],
)
def test_a_purchase_takes_whole_units_with_spares(facts, units):
    assert first_line("Units", purchase(**facts)) == units


def test_what_is_not_bought_has_no_spares_and_is_not_rounded():
    assert first_line("Units", line(quantity=0.5, spare_share=0.05)) == Decimal("0.5")


@pytest.mark.parametrize(
    ("facts", "dollars"),
    [
        ({"cost_type": "purchase", "unit_setup": 12.5}, 112.5),
        ({"cost_type": "annual", "unit_setup": 12.5}, 100),
        ({"cost_type": "one-time service"}, 100),
        ({"cost_type": "staff", "benefit_rate": 0.3, "flat_benefit": 5}, 135),
        ({"cost_type": "contract"}, 1),
    ],
)
def test_the_cost_of_a_unit_depends_on_the_type(facts, dollars):
    assert first_line("Unit cost", line(**facts)) == dollars


@pytest.mark.parametrize(
    ("facts", "dollars"),
    [({}, 43312.5), ({"status": "lapsed"}, 0), ({"cost_type": "contract"}, 1)],
)
def test_the_base_cost_is_units_times_unit_cost(facts, dollars):
    assert first_line("Base cost", tablets(**facts)) == dollars


@pytest.mark.parametrize(
    ("name", "rate"),
    [("", "0.01"), ("hardware", "0.02"), ("unknown", "0")],
)
def test_growth_is_the_rate_of_the_class(name, rate):
    rates = {"escalation_general": "0.01", "escalation_hardware": "0.02"}
    assert first_line("Growth", line(escalation_class=name), rates=rates) == Decimal(rate)


@pytest.mark.parametrize(
    ("facts", "interval"),
    [
        ({"cost_type": "purchase", "refresh": True, "service_life": 4}, 4),
        ({"cost_type": "purchase", "refresh": True}, 1),
        ({"cost_type": "purchase", "refresh": False, "service_life": 4}, 99),
        ({"cost_type": "one-time service"}, 99),
        ({"cost_type": "annual", "refresh": True, "service_life": 4}, 1),
        ({"cost_type": "staff"}, 1),
        ({"cost_type": "contract"}, 1),
        ({"cost_type": ""}, 1),
    ],
)
def test_the_interval_is_99_for_what_comes_once(facts, interval):
    assert first_line("Interval", line(**facts)) == interval


@pytest.mark.parametrize(
    ("need", "year"), [("recurring", 2028), ("starts", 2029), ("one-time", 2032), ("", 2032)]
)
def test_recurring_need_begins_with_the_need(need, year):
    assert first_line("Recurring from", line(need=need, first_fiscal_year=2028)) == year


@pytest.mark.parametrize(("last", "ends"), [(None, 2031), (2029, 2029), (2035, 2035)])
def test_a_cost_without_a_last_year_ends_with_the_plan(last, ends):
    assert first_line("Ends", line(last_fiscal_year=last)) == ends


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"status": "justified", "goal_1": "G"}, 1),
        ({"status": "released", "goal_1": "G"}, 1),
        ({"status": "proposed", "goal_1": "G"}, 0),
        ({"status": "lapsed", "goal_1": "G"}, 0),
        ({"status": "justified", "goal_1": ""}, 0),
    ],
)
def test_planned_is_what_is_decided_and_serves_a_goal(facts, found):
    assert first_line("Planned", line(**facts)) == found


@pytest.mark.parametrize(
    ("kind", "found"),
    [("purchase", 1), ("one-time service", 1), ("annual", 0), ("staff", 0), ("contract", 0)],
)
def test_what_is_bought_falls_at_the_start_of_its_year(kind, found):
    assert first_line("At start", line(cost_type=kind)) == found


# --- the years


def test_a_refreshed_purchase_comes_again_in_year_5_at_the_price_of_then():
    found = by_years("Factor {k}", tablets(), **GROWS)
    assert found == (1, 0, 0, 0, Decimal("1.02") ** 4)
    # 43,312.50 x 1.08243216 = 46,882.842...
    cash = by_years("Year {k}", tablets(), **GROWS)
    assert cash == (Decimal("43312.50"), 0, 0, 0, Decimal("46882.84"))


def test_an_annual_cost_grows_from_year_1_and_ends():
    made = line(first_fiscal_year=2028, last_fiscal_year=2030, escalation_class="hardware")
    found = by_years("Year {k}", made, **GROWS)
    assert found == (0, 102, Decimal("104.04"), Decimal("106.12"), 0)


def test_a_contract_costs_its_payments_without_growth():
    made = line(cost_type="contract", payment=by_year(0, 5000, 5000.01, first=2027))
    assert by_years("Factor {k}", made, **GROWS) == (0, 5000, Decimal("5000.01"), 0, 0)
    assert by_years("Year {k}", made, **GROWS) == (0, 5000, Decimal("5000.01"), 0, 0)


def test_a_line_without_a_first_year_costs_nothing():
    assert by_years("Factor {k}", line(first_fiscal_year=None)) == (0,) * 5


def test_ownership_spreads_the_cost_over_the_life_and_keeps_the_price_paid():
    # 105 x (412.50 - 400 x 0.1) / 4 = 9,778.125; bought again in year 5 at 1.02 ^ 4
    made = tablets(residual_share=0.1)
    assert first_line("Charge", made) == Decimal("9778.125")
    found = by_years("Ownership {k}", made, **GROWS)
    assert found == (*[Decimal("9778.13")] * 4, Decimal("10584.16"))


def test_what_is_left_of_the_life_falls_in_the_last_year():
    made = tablets(last_fiscal_year=2028)
    assert by_years("Ownership {k}", made) == (Decimal("10828.13"), Decimal("32484.38"), 0, 0, 0)


def test_a_lapsed_line_is_charged_nothing():
    assert first_line("Charge", tablets(status="lapsed")) == 0
    assert by_years("Ownership {k}", tablets(status="lapsed")) == (0,) * 5


@pytest.mark.parametrize(
    ("facts", "factor"),
    [
        # bought in 2027 and 2031: serves three years beyond the plan, at the price of 2031
        ({}, 400 / 412.5 * 3 / 4 * 1.02**4),
        ({"residual_share": 0.1}, 400 / 412.5 * (0.1 + 0.9 * 3 / 4) * 1.02**4),
        ({"service_life": 5}, 0),
        ({"last_fiscal_year": 2031}, 0),
        ({"last_fiscal_year": 2032}, 400 / 412.5 * 3 / 4 * 1.02**4),
        ({"cost_type": "annual"}, 0),
        ({"unit_price": 0, "unit_setup": 0}, 0),
    ],
)
def test_the_horizon_factor_worked_by_hand(facts, factor):
    found = first_line("Horizon factor", tablets(**facts), **GROWS)
    assert float(found) == pytest.approx(factor, rel=1e-12)


@pytest.mark.parametrize(
    ("facts", "year"),
    [({}, 2031), ({"service_life": 3}, 2030), ({"refresh": False}, 2027)],
)
def test_the_last_purchase_within_the_plan(facts, year):
    assert first_line("Last bought", tablets(**facts)) == year


# --- who pays

GRANT = source("GRANT", *[100] * 5, last_fiscal_year=2028)
GENERAL = source("GEN", *every_year(100).values(), first_fiscal_year=2028)
SOURCES = {"sources": (GRANT, GENERAL)}


def test_the_payer_becomes_the_successor_after_the_source_has_ended():
    made = line(source_1="GRANT", successor="GEN")
    found = by_years("Payer 1 of year {k}", made, **SOURCES)
    assert found == ("GRANT", "GRANT", "GEN", "GEN", "GEN")


@pytest.mark.parametrize(
    ("facts", "last_payer"),
    [
        ({"source_1": "GRANT"}, ""),
        ({"source_1": "GEN", "successor": "GRANT"}, "GEN"),
        ({"source_1": "unknown", "successor": "GEN"}, ""),
        ({"source_1": "", "successor": "GEN"}, ""),
    ],
)
def test_a_source_that_goes_on_or_is_unknown_has_no_successor(facts, last_payer):
    assert first_line("Payer 1 of year 5", line(**facts), **SOURCES) == last_payer


def test_every_slot_has_its_own_payer():
    made = line(source_1="GEN", source_2="GRANT", source_share_2=0.4, successor="GEN")
    found = [first_line(f"Payer {slot} of year 3", made, **SOURCES) for slot in (1, 2, 3)]
    assert found == ["GEN", "GEN", ""]


@pytest.mark.parametrize(
    ("name", "ends"), [("GRANT", 2028), ("GEN", 9999), ("unknown", 0), ("", 0)]
)
def test_the_end_of_a_source_is_its_last_paying_year(name, ends):
    assert first_line("Source 1 ends", line(source_1=name), **SOURCES) == ends
    assert first_line("Successor ends", line(successor=name), **SOURCES) == ends


@pytest.mark.parametrize(("name", "first"), [("GEN", 2028), ("GRANT", 0), ("unknown", 0)])
def test_a_successor_pays_from_its_first_year(name, first):
    assert first_line("Successor from", line(successor=name), **SOURCES) == first


@pytest.mark.parametrize(
    ("areas", "area", "allowed"),
    [
        ((), "hardware", 1),
        ((), "", 1),
        (("hardware", "broadband"), "hardware", 1),
        (("broadband",), "hardware", 0),
        (("broadband",), "", 0),
    ],
)
def test_a_successor_pays_for_the_areas_it_may(areas, area, allowed):
    given = source("GEN", 100, allowed_areas=areas)
    made = line(successor="GEN", area=area)
    assert first_line("Successor allowed", made, sources=(given,)) == allowed
    assert first_line("Successor allowed", made) == 0


# --- what a line names


@pytest.mark.parametrize("noun", ["Goal", "Source"])
def test_shares_are_reached_step_by_step_and_a_blank_first_takes_the_rest(noun):
    key = noun.lower()
    made = line(**{f"{key}_share_2": 0.3, f"{key}_share_3": 0.2})
    found = [first_line(f"{noun} reach {slot}", made) for slot in (1, 2, 3)]
    assert found == [Decimal("0.5"), Decimal("0.8"), 1]


def test_shares_that_leave_something_out_do_not_reach_1():
    made = line(goal_share_1=0.5, goal_share_2=0.25)
    assert first_line("Goal reach 3", made) == Decimal("0.75")


def test_ids_are_read_back_from_what_the_line_names():
    made = line(program_id="P", school_id="S", goal_2="G", source_3="F", successor="F")
    names = ("Program", "School", "Goal 1", "Goal 2", "Source 3", "Successor")
    found = [first_line(f"{name} id", made) for name in names]
    assert found == ["P", "S", "", "G", "F", "F"]


@pytest.mark.parametrize(
    ("tags", "found"), [(("pilot", "new"), ";pilot;new;"), ((), ";;"), (None, ";;")]
)
def test_tags_of_the_program_stand_between_semicolons(tags, found):
    programs = () if tags is None else (Program(program_id="P", name="P", tags=tags),)
    assert first_line("Tags", line(program_id="P"), programs=programs) == found


# --- spare rows

SPARE = {
    "Units": 0,
    "Growth": Decimal("0.01"),
    "Ends": 2031,
    "Life": 1,
    "Interval": 1,
    "Recurring from": 2032,
    "Last bought": 2031,
    "Horizon factor": 0,
    "Planned": 0,
    "Tags": ";;",
    "Goal reach 1": 1,
    "Source reach 3": 1,
    "Goal 1 id": "",
    "Successor allowed": 0,
    "Source 1 ends": 0,
    "Payer 1 of year 1": "",
    "Year 5": 0,
    "Ownership 5": 0,
}


@pytest.mark.parametrize("header", SPARE)
def test_a_spare_row_holds_what_its_formulas_give_for_blanks(header):
    table = line_items(rates={"escalation_general": "0.01"})
    assert spare_of(table, header) == SPARE[header]


def test_figures_are_shown_as_what_they_are():
    table = line_items()
    forms = [described(table, name).form for name in ("Ends", "Growth", "Year 1", "Factor 1")]
    assert forms == [Form.YEAR, Form.RATE, Form.DOLLARS, Form.FACTOR]
