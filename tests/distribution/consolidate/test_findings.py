"""What is found in a consolidated budget: two lines of one id, other data, other costs."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from distribution.consolidate.made import AT, BY, DATA, ID, campaign, contract, send
from xlbudget.distribution.consolidate.gathered import gathered
from xlbudget.distribution.consolidate.ground import ground_of
from xlbudget.distribution.consolidate.merged import merged_parts
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.model.finding import Severity


@pytest.fixture
def own(tmp_path):
    """A campaign of three schools that have not answered."""
    return campaign(tmp_path, schools=3, lines=0, missing=3, data=False)


def found(own, budget=None, base=2027):
    with own.register() as register:
        stands_on = ground_of(register, ID, budget or own.budget, DATA)
        parts = partial(merged_parts, register, stands_on)
        return gathered(stands_on, parts, base).found.told


def fatal(findings):
    return [finding for finding in findings if finding.severity is Severity.FATAL]


def two_files_with_one_id(own, first="N1", second="n1"):
    with own.register() as register:
        send(register, "0001", [contract(first, (100, 0, 0), school_id="0001")])
        send(register, "0002", [contract(second, (200, 0, 0), school_id="0002")])


def test_one_id_in_two_files_is_refused_with_both_places(own):
    two_files_with_one_id(own)
    (finding,) = fatal(found(own))
    assert finding.code == "XLC-01"
    assert str(finding.place) == "School-0002_0002.xlsx, My lines, row 9, line_id, n1"
    assert finding.saw == (
        "The line id n1 stands in School-0001_0001.xlsx, My lines, row 9 already, for school 0001"
    )
    assert "decide CAMPAIGN 0002/n1 --reject" in finding.fix


def test_an_id_of_the_districts_own_lines_is_refused_too(own):
    two_files_with_one_id(own, "C1", "N2")
    (finding,) = fatal(found(own))
    assert "millbrook, line_items.csv" in finding.saw
    assert "for the whole district" in finding.saw


def test_rejecting_one_of_the_two_settles_it(own):
    two_files_with_one_id(own)
    with own.register() as register:
        target = {"school_id": "0002", "line_id": "n1"}
        at = AT + timedelta(days=1)
        out = Decision(state=Verdict.REJECTED, reason="Twice", by=BY, at=at, **target)
        decide(register, ID, out)
    assert fatal(found(own)) == []


def test_a_rules_finding_tells_the_file_that_the_line_came_from(own):
    with own.register() as register:
        send(register, "0001", [contract("N1", (1, 0, 0), school_id="0001", goal_1="G9")])
    (finding,) = fatal(found(own))
    assert str(finding.place) == "School-0001_0001.xlsx, My lines, row 9, goal_1, N1"


def test_data_that_begins_in_another_year_is_refused(own):
    codes = {finding.code for finding in fatal(found(own, base=2028))}
    assert codes == {"XLC-03"}


def test_data_that_lacks_a_school_is_refused(own):
    fewer = replace(own.budget, schools=own.budget.schools[1:])
    (finding, *_) = fatal(found(own, fewer))
    assert (finding.code, finding.saw) == ("XLC-03", "The district's data has no school 0001")


def test_a_line_that_costs_other_than_when_it_was_collected_is_told_by_school(own):
    dearer = contract("N1", (100, 0, 0), school_id="0001", quantity=Decimal(3))
    with own.register() as register:
        send(register, "0001", [replace(dearer, cost_type="annual", unit_price=Decimal(2))])
    told = [finding.saw for finding in found(own) if finding.code == "XLC-02"]
    assert told == ["1 line costs other than when the file was collected"]


def test_a_sound_campaign_has_no_finding_of_its_own(preview):
    assert {finding.code for finding in preview.sum.found.told} == {"XLR-12"}  # goals without money
