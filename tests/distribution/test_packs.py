"""packs_of: what each school is given is what the whole budget gives it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from school_answers import school_budget
from strategies import budgets
from xlbudget.distribution.packs import packs_of
from xlbudget.errors import UnknownChoiceError
from xlbudget.model.school_pack import pack_of
from xlbudget.sheets.school.sizes import counts_of


def test_every_school_of_the_sample_is_given_what_its_budget_gives(riverbend):
    packs = packs_of(riverbend)
    keys = [school.school_id for school in riverbend.schools]
    assert [packs.of(key) for key in keys] == [pack_of(riverbend, key) for key in keys]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(budgets())
def test_every_school_of_any_budget_is_given_what_its_budget_gives(budget):
    packs = packs_of(budget, with_lines=False)
    keys = [school.school_id for school in budget.schools]
    expected = [pack_of(budget, key, with_lines=False) for key in keys]
    assert [packs.of(key) for key in keys] == expected


@pytest.mark.parametrize("line_id", ["S1-N07", "s1-n7"])
def test_an_id_that_another_school_took_along_is_not_given_twice(line_id):
    budget = school_budget()
    moved = replace(budget.lines[0], line_id=line_id, school_id="S2")
    budget = replace(budget, lines=(*budget.lines, moved))
    assert packs_of(budget).of("S1").next_line == 8
    assert packs_of(budget).of("S1") == pack_of(budget, "S1")


def test_where_answers_go_and_until_when_is_told():
    pack = packs_of(school_budget(), send_to="Ana Ruiz", due=date(2026, 3, 1)).of("S1")
    assert (pack.send_to, pack.due) == ("Ana Ruiz", date(2026, 3, 1))


def test_a_school_that_is_not_there_is_refused():
    with pytest.raises(UnknownChoiceError, match="no school"):
        packs_of(school_budget()).of("S9")


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(budgets(), st.booleans())
def test_counts_are_those_of_the_packs(budget, with_lines):
    packs = packs_of(budget, with_lines=with_lines)
    keys = [school.school_id for school in budget.schools]
    assert [packs.counts_of(key) for key in keys] == [counts_of(packs.of(key)) for key in keys]
