"""What results go back to, judged by changing inputs and looking at what Python then computes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clean import clean_budget
from xlbudget.model.tables import TABLES
from xlbudget.sheets.book import district_book
from xlbudget.sheets.plan import Calculated
from xlbudget.sheets.precedents import Precedents

LINE = "LineItems"


@pytest.fixture(scope="module")
def book():
    return Precedents(district_book(clean_budget(), ()))


def headlines(budget):
    sheets = district_book(budget, ()).sheets
    heads = {(one.title, head.label): head.cell for one in sheets for head in one.headlines}
    return {place: cell for place, cell in heads.items() if isinstance(cell, Calculated)}


def test_a_formula_reads_the_cells_it_names(book):
    formula = book.formula((LINE, 1, "Year 1"))
    read = [(one.row, one.column) for one in book.read_by(formula, 1)]
    assert read == [("#", "Base cost"), ("#", "Factor 1")]
    nodes = [list(book.nodes(one, 1)) for one in book.read_by(formula, 1)]
    assert nodes == [[(LINE, 1, "Base cost")], [(LINE, 1, "Factor 1")]]


def test_a_name_is_looked_through(book):
    (one,) = book.read_by("=BaseYear+1", 0)
    assert (one.table, one.row, one.column) == ("Frame", "base_fiscal_year", "Value")


def test_a_cost_goes_back_to_what_was_typed_in_its_row(book):
    trace = book.trace(book.formula((LINE, 1, "Year 1")), 1)
    assert (LINE, 1, "Quantity") in trace.inputs
    assert (LINE, 1, "Unit price") in trace.inputs
    assert (LINE, 0, "Quantity") not in trace.inputs
    assert (LINE, 1, "Goal 1") not in trace.inputs


def test_labels_are_no_inputs(book):
    for label, cell in headlines(clean_budget()).items():
        trace = book.trace(cell.formula, 0)
        assert trace.inputs, label
        assert {row for _, row, _ in trace.inputs if row < 0} == set()


def other(value):
    """Another value of the same kind; None where there is none to try."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | Decimal):
        return value + 1
    if isinstance(value, dict):
        return {key: amount + 1000 for key, amount in value.items()}
    return None


def changes():
    """Each number of the records changed once, with its table, row and headers."""
    for table in TABLES:
        for row, record in enumerate(table.records(clean_budget())):
            for field in table.fields:
                value = other(getattr(record, field.name))
                if value is not None:
                    records = list(table.records(clean_budget()))
                    records[row] = replace(record, **{field.name: value})
                    headers = {field.header, f"{field.header} 1", f"{field.header} 2"}
                    yield table, row, headers, {table.attribute: tuple(records)}


def test_whatever_changes_a_headline_figure_is_among_its_inputs(book):
    before = headlines(clean_budget())
    traces = {label: book.trace(cell.formula, 0).inputs for label, cell in before.items()}
    moved = set()
    for table, row, headers, change in changes():
        after = headlines(replace(clean_budget(), **change))
        for label, cell in after.items():
            if cell.value != before[label].value:
                moved.add((label, table.name))
                cells = {(table.name, row, header) for header in headers}
                assert cells & traces[label], (label, table.name, headers)
    assert len(moved) >= 10


def test_every_calculated_cell_reads_cells_that_are_there(book):
    count = 0
    for name, block in book.blocks.items():
        for row in range(min(2, len(block.table.rows))):
            for column in block.table.columns:
                formula = book.formula((name, row, column.header))
                for one in book.read_by(formula, row):
                    for node in book.nodes(one, row):
                        book.cell(node)
                        count += 1
    assert count > 3000


def test_a_spare_row_has_the_formulas_of_its_columns(book):
    rows = len(book.blocks[LINE].table.rows)
    assert book.row(LINE, rows) is None
    assert book.formula((LINE, rows, "Year 1")) == book.formula((LINE, 0, "Year 1"))


def test_a_label_above_a_header_is_a_cell(book):
    cell = book.cell((LINE, -1, "Year 1"))
    assert isinstance(cell, Calculated)
    assert cell.formula == "=BaseYear"
