"""What the empty budget and its opposite show alike is what every budget shows."""

from hypothesis import HealthCheck, Phase, given, settings

from sheets.test_room import ROWS
from strategies import budgets
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.room import Room
from xlbudget.workbook.fill.match import words_of
from xlbudget.workbook.fill.plan_cells import plan_cells
from xlbudget.workbook.fill.probe import probe, probe_findings, probe_identity

ROOM = Room(rows=ROWS)


def cells_of(budget, findings, **facts):
    return list(plan_cells(Layout(district_book(budget, findings, room=ROOM, **facts))))


def words(years):
    other = cells_of(probe(years), probe_findings(), identity=probe_identity())
    return set(words_of(cells_of(empty_budget(years), ()), other))


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(budget=budgets())
def test_no_budget_shows_another_word_where_both_show_the_same(budget):
    cells = cells_of(budget, findings_of(budget))
    assert words(len(budget.district.years)) <= set(cells)


def test_words_are_labels_and_no_facts():
    found = words(5)
    assert {cell.value for cell in found if cell.unit == "CostByArea"} >= {"Hardware", "Total"}
    assert not any(cell.value == "Your district" for cell in found)
    assert not any(cell.unit == "LineItems" for cell in found)
