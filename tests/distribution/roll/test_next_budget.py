"""Next year's budget from what came home: every line accounted for, amounts by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from distribution.played import BUDGET, ID, TODAY, reject
from samples import with_more
from xlbudget.distribution.consolidate.ground import Missing, ground_of
from xlbudget.distribution.consolidate.merged import merge
from xlbudget.distribution.roll import Topic, next_budget, save_next
from xlbudget.model.cost import line_costs
from xlbudget.model.folder import load_folder, save_folder
from xlbudget.model.origin import Origin
from xlbudget.model.rules import findings_of
from xlbudget.model.team import Meeting, TeamMember

# By hand. Software grows by 4 % a year, hardware by 2 %; the year that ends is FY2027.
# line: prior amount (FY2027), then FY2028 to FY2032
BY_HAND = {
    "C1": ("1000.00", ["1040.00", "1081.60", "1124.86", "1169.86", "1216.65"]),
    "S1-L1": ("1200.00", ["1248.00", "1297.92", "1349.84", "1403.83", "1459.98"]),
    # 50 x 365.55 = 18,277.50 bought in FY2027, again in FY2031 at 372.86 x 1.02^3
    "S1-N01": ("18277.50", ["0.00", "0.00", "0.00", "19784.10", "0.00"]),
    "S1-N03": ("2500.00", ["2600.00", "2704.00", "2812.16", "2924.65", "3041.63"]),
    # 300 x 7.50, the price of the district's list, which stays
    "S1-N04": ("2250.00", ["2250.00", "2340.00", "2433.60", "2530.94", "2632.18"]),
    "S1-N05": ("800.00", ["800.00", "800.00", "800.00", "800.00", "0.00"]),
    "S2-L1": ("1000.00", ["1040.00", "1081.60", "1124.86", "1169.86", "1216.65"]),
    "S3-L1": ("1000.00", ["1040.00", "1081.60", "1124.86", "1169.86", "1216.65"]),
    "S4-L1": ("1000.00", ["1040.00", "1081.60", "1124.86", "1169.86", "1216.65"]),
}


@pytest.fixture(scope="module")
def merged(campaign):
    budget = with_more("team", TeamMember(role="Board", signed_off=date(2026, 3, 1)), budget=BUDGET)
    budget = with_more("calendar", Meeting(day=date(2025, 10, 6), event="Start"), budget=budget)
    with campaign.register() as register:
        return this_year(register, budget)


@pytest.fixture(scope="module")
def rolled(merged):
    return turned(*merged)


def this_year(register, budget=BUDGET):
    """What this year's budget stands on, and the budget with all its lines."""
    data = Origin(file="millbrook")
    found = ground_of(register, ID, budget, data, missing=Missing.LAST_YEAR)
    return found, merge(register, found)


def turned(ground, merged):
    return next_budget(ground, lambda: (merged,), BUDGET.lines, TODAY)


def whole(rolled):
    """Next year's budget with its lines."""
    return replace(rolled.budget, lines=tuple(rolled.next_lines()))


def noted(rolled, topic):
    return [note.subject for note in rolled.notes if note.topic is topic]


def test_every_line_costs_what_was_computed_by_hand(rolled):
    costs = {
        cost.line.line_id: (str(cost.line.prior_amount), [f"{year:.2f}" for year in cost.years])
        for cost in line_costs(whole(rolled))
    }
    assert costs == BY_HAND


def test_every_line_goes_on_or_is_named_with_its_money(merged, rolled):
    before = sum(cost.years[0] for cost in merged[1].costs)
    rejected = sum(one.cost.years[0] for one in merged[1].rejected)
    assert rolled.carried == Decimal("29027.50")  # the prior amounts above
    assert rolled.carried + rolled.left_out == before + rejected


@pytest.mark.parametrize(
    ("topic", "subjects"),
    [
        (Topic.NO_ANSWER, ["S3", "S4"]),
        (Topic.REJECTED, ["S2-N01"]),
        (Topic.DONE, ["S1-N02"]),
        (Topic.ENDED, ["C2"]),
        (Topic.LAPSED, ["C3"]),
        (Topic.SOURCE_ENDED, ["S1-N03"]),
        (Topic.NO_PAYMENT, ["S1-N05"]),
        (Topic.PRICE_PAST, ["I1"]),
        (Topic.MOVED, ["due", "calendar", "enrollment", "allocation", "amount"]),
    ],
)
def test_what_leaves_and_what_is_to_be_looked_at_is_named(rolled, topic, subjects):
    assert noted(rolled, topic) == subjects


def test_goals_of_the_building_come_as_the_school_stated_them(rolled):
    (goal,) = [one for one in rolled.budget.goals if one.school_id == "S1"]
    assert (goal.statement, goal.target) == ("Read every day", Decimal(5))


def test_the_district_and_its_dates_move_on(rolled):
    district = rolled.budget.district
    assert (district.base_fiscal_year, district.stage, district.as_of) == (2028, "requested", None)
    assert district.due == date(2027, 6, 15)
    assert rolled.budget.calendar[0].day == date(2026, 10, 6)
    assert rolled.budget.team[0].signed_off is None


def test_it_is_read_back_without_a_fatal_finding(rolled, tmp_path):
    save_next(rolled, tmp_path)
    budget, findings = load_folder(tmp_path)
    assert budget is not None
    assert not [finding for finding in findings if finding.severity == "fatal"]
    assert [line.prior_amount for line in budget.lines] == [
        line.prior_amount for line in rolled.next_lines()
    ]


def test_it_is_the_folder_of_the_whole_budget_byte_for_byte(rolled, tmp_path):
    save_next(rolled, tmp_path / "parts", chunk=2)
    save_folder(whole(rolled), tmp_path / "whole")
    parts, files = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("parts", "whole")
    )
    assert parts == files


def test_what_is_wrong_in_it_is_what_the_rules_find_in_the_whole(rolled):
    assert sorted(map(str, rolled.found.told)) == sorted(map(str, findings_of(whole(rolled))))
    assert rolled.found.untold == 0


def test_this_years_budget_stays_as_it_was(merged):
    before = replace(merged[1])
    turned(*merged)
    assert merged[1] == before


def test_both_databases_give_the_same_budget(played, rolled):
    reject(played)
    found = turned(*this_year(played))
    assert tuple(found.next_lines()) == tuple(rolled.next_lines())
    assert found.budget.goals == rolled.budget.goals
