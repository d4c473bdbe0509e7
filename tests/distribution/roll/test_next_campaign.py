"""The facts of next year's campaign."""

from dataclasses import replace
from datetime import date

import pytest

from distribution.played import FACTS
from xlbudget.distribution.roll import next_facts


def test_every_fact_moves_a_year_on():
    assert next_facts(FACTS) == replace(
        FACTS,
        campaign_id="fy2028",
        title="Technology budgets 2027-28",
        base_fiscal_year=2028,
        due_date=date(2027, 4, 15),
        template="template.xlsx",
    )


def test_a_shared_register_stays_and_a_due_date_may_be_given():
    shared = replace(FACTS, register="postgresql+psycopg://server/budgets", template="own.xlsx")
    facts = next_facts(shared, date(2027, 3, 1))
    assert (facts.register, facts.due_date) == (shared.register, date(2027, 3, 1))
    assert facts.template == "template.xlsx"


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("FY2027 budgets", "FY2028 budgets"),
        ("Budgets 2026/27", "Budgets 2027/28"),
        ("Budgets 2026–2027", "Budgets 2027–2028"),
        ("Budgets", "Budgets 2028"),
        ("Room 12027", "Room 12027 2028"),
    ],
)
def test_the_title_names_the_new_year(title, after):
    assert next_facts(replace(FACTS, title=title)).title == after


def test_an_id_without_a_year_gets_one():
    assert next_facts(replace(FACTS, campaign_id="millbrook")).campaign_id == "millbrook-2028"
