"""Totals equal what pandas sums over the dice that made the lines, to the cent."""

from dataclasses import replace

import pandas as pd
import pytest

from distribution.consolidate.made import YEARS, campaign
from xlbudget.distribution.consolidate.totals import (
    AREA,
    GOAL,
    KINDS,
    SCHOOL,
    SOURCE,
    Totals,
    plain_totals,
    rows_of,
    totals_from,
    totals_of,
)
from xlbudget.distribution.register.submissions.accepted_lines import accepted_lines
from xlbudget.model.cost import line_costs

CENTRAL = (50_008, 50_002, 50_012)  # the district's own lines of made.py, added by hand


@pytest.fixture(scope="module")
def truth(made):
    return pd.DataFrame(made.truth)


def summed(frame, by):
    return {
        key: tuple(map(int, row)) for key, row in frame.groupby(by)[list(YEARS)].sum().T.items()
    }


def test_all_lines_come_to_what_the_dice_say(preview, truth):
    schools = truth[list(YEARS)].sum()
    expected = tuple(int(a + b) for a, b in zip(schools, CENTRAL, strict=True))
    assert preview.sum.totals.whole == expected


def test_every_school_comes_to_what_its_dice_say(preview, truth):
    found = dict(preview.sum.totals.by[SCHOOL])
    assert found.pop("") == CENTRAL
    assert found == summed(truth, "school")


def test_every_area_comes_to_what_its_dice_say(preview, truth):
    expected = summed(truth, "area")
    plus = zip(expected["hardware"], CENTRAL, strict=True)
    expected["hardware"] = tuple(a + b for a, b in plus)
    assert preview.sum.totals.by[AREA] == expected


@pytest.mark.parametrize(("kind", "name"), [(GOAL, "goal"), (SOURCE, "source")])
def test_lines_of_one_goal_and_source_come_to_what_their_dice_say(kind, name, made, truth):
    sole = truth[truth[name] != "split"]
    lines = {row["line"] for row in sole.to_dict("records")}
    costs = [cost for cost in line_costs(drawn_budget(made)) if cost.line.line_id in lines]
    assert totals_of(costs, YEARS).by[kind] == summed(sole, name)


def drawn_budget(made):
    """The budget of the lines that came home, read back from the register."""
    with made.register() as register:
        lines = [line for chunk in accepted_lines(register, "fy27") for line in chunk]
    return replace(made.budget, lines=tuple(line.line.item for line in lines))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_total_adds_up_to_all_lines(kind, preview):
    columns = zip(*preview.sum.totals.by[kind].values(), strict=True)
    assert tuple(map(sum, columns)) == preview.sum.totals.whole


def test_totals_survive_the_register(preview):
    assert totals_from(plain_totals(preview.sum.totals)) == preview.sum.totals
    assert totals_from({"other": 1}) is None


def test_years_that_only_one_plan_has_are_not_compared():
    now = Totals((2027, 2028), {kind: {"": (5, 7)} for kind in KINDS})
    before = Totals((2026, 2027), {kind: {"": (9, 4), "old": (1, 2)} for kind in KINDS})
    rows = {row.key: (row.now, row.before, row.change) for row in rows_of("all", now, before)}
    assert rows == {"": ((5, 7), (4, 0), 8), "old": ((0, 0), (2, 0), -2)}


def test_a_larger_campaign_is_right_too(tmp_path):
    made = campaign(tmp_path, schools=9, lines=40, missing=0, seed=99, data=False)
    truth = pd.DataFrame(made.truth)
    costs = line_costs(drawn_budget(made))
    assert totals_of(costs, YEARS).by[SCHOOL] == summed(truth, "school")
