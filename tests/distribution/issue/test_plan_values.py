"""plan_values: the same values in the same order as plan_cells gives them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from school_answers import answers, packs
from xlbudget.distribution.issue.plan_values import plan_values
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.school import school_book
from xlbudget.sheets.template import template_book
from xlbudget.workbook.fill.plan_cells import plan_cells


def slow(book):
    """The values as plan_cells gives them."""
    return [cell.value for cell in plan_cells(Layout(book))]


@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_every_school_has_the_values_of_its_plan(data):
    packed = data.draw(packs())
    book = school_book(packed[0], data.draw(answers(packed)), sizes=packed[1])
    assert plan_values(book) == slow(book)


def test_a_districts_template_has_too():
    book = template_book()
    assert plan_values(book) == slow(book)
