"""XLR-03: what a figure depends on is never blank."""

import pytest

from samples import seen, severities, with_first, with_more
from xlbudget.model import Assumption, Driver, Meeting, TeamMember
from xlbudget.model.rules.missing_fact import RULE


@pytest.mark.parametrize(
    ("table", "column", "severity"),
    [
        ("lines", "line_id", "fatal"),
        ("lines", "cost_type", "fatal"),
        ("lines", "status", "fatal"),
        ("lines", "area", "fatal"),
        ("lines", "description", "warning"),
        ("lines", "first_fiscal_year", "warning"),
        ("sources", "stream", "fatal"),
        ("savings", "program_id", "fatal"),
        ("schools", "name", "warning"),
        ("goals", "statement", "warning"),
    ],
)
def test_a_missing_fact_is_found(table, column, severity):
    blank = None if column.endswith("year") else ""
    budget = with_first(table, **{column: blank})
    ((place, _),) = seen(RULE, budget)
    assert column in place
    assert severities(RULE, budget) == [severity]


def test_a_finding_says_what_is_missing_and_what_it_may_be():
    (finding,) = RULE.check(with_first("lines", need=""))
    assert finding.saw == "Line L1 has no need"
    assert finding.fix == "Choose one of: recurring, one-time, starts"


def test_records_without_an_id_are_named_by_their_noun():
    assert seen(RULE, with_first("lines", line_id=""))[0][1] == "A line has no id"
    budget = with_more("drivers", Driver(scenario_id="SC1", dimension="tag"))
    assert seen(RULE, budget) == [("drivers.csv, row 2, key", "A driver has no key")]


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("assumptions", Assumption(key="own")),
        ("team", TeamMember()),
        ("calendar", Meeting(event="Hearing")),
    ],
)
def test_other_facts_are_a_warning(table, record):
    assert severities(RULE, with_more(table, record)) == ["warning"]
