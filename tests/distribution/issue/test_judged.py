"""What is found about schools before they get a workbook."""

from dataclasses import replace

import pytest

from distribution.issue.made import few, go
from xlbudget.distribution.issue.judged import changed_schools, unknown_schools
from xlbudget.distribution.packs import packs_of


def test_a_district_without_schools_is_told_where_to_enter_them(district):
    (finding,) = unknown_schools(replace(district, schools=()), ())
    assert (finding.code, finding.place.file) == ("XLO-03", "schools.csv")


def test_every_school_that_is_not_there_is_named(district):
    found = unknown_schools(district, ("ZZS01", "a", "b"))
    assert [finding.place.record for finding in found] == ["a", "b"]


def test_what_the_district_does_not_offer_is_said_once(district, tmp_path):
    budget = few(district, 2)
    lines = tuple(replace(line, goal_1="", source_1="") for line in budget.lines)
    poor = replace(budget, standard_items=(), sources=(), lines=lines)
    result = go(tmp_path / "fy27", poor, dry_run=True)
    (finding,) = result.findings
    assert finding.saw == "Schools are offered no standard items, no funding sources"


@pytest.fixture(scope="module")
def begun(district, tmp_path_factory):
    """A campaign of two schools, its folder and its budget."""
    budget = few(district, 2)
    result = go(tmp_path_factory.mktemp("begun") / "fy27", budget)
    return result.folder, budget


def test_only_schools_that_are_given_something_else_are_named(begun):
    folder, budget = begun
    first, second = budget.schools
    other = replace(budget, schools=(first, replace(second, name="Birch")))
    keys = [first.school_id, second.school_id]
    found = changed_schools(packs_of(other), folder, keys)
    assert [finding.place.record for finding in found] == [second.school_id]
    assert list(changed_schools(packs_of(budget), folder, keys)) == []


def test_a_school_that_left_the_data_is_named(begun):
    folder, budget = begun
    found = changed_schools(packs_of(few(budget, 1)), folder, ["ZZS01", "ZZS02"])
    assert [finding.place.record for finding in found] == ["ZZS02"]


def test_data_that_cannot_be_read_any_more_is_said(begun):
    folder, budget = begun
    file = folder.district / "schools.csv"
    before = file.read_bytes()
    file.write_bytes(b"nothing\n")
    found = list(changed_schools(packs_of(budget), folder, ["ZZS01"]))
    file.write_bytes(before)
    assert [finding.code for finding in found] == ["XLO-04"]
    assert "cannot be read" in found[0].saw
