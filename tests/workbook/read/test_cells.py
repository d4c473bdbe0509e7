"""A sheet's cells: those of tables column by column, all of them by address."""

import pytest

from workbook.read.books import sheet
from xlbudget.workbook.read import NOT_CALCULATED
from xlbudget.workbook.read.cells import Cells, Single, Stretch
from xlbudget.workbook.read.limits import Count
from xlbudget.workbook.read.looks import Shared
from xlbudget.workbook.read.sheet_cells import read_cells

ROWS = range(2, 402)


@pytest.fixture(scope="module")
def cells():
    """A header, and a table of dates, numbers and a shared formula."""
    told = dict.fromkeys(ROWS, '<f t="shared" si="0"/>')
    told[ROWS[0]] = '<f t="shared" ref="C2:C401" si="0">B2*2</f>'
    rows = "".join(
        f'<row r="{i}"><c r="A{i}" s="3"><v>{46000 + i}</v></c><c r="B{i}"><v>{i}.5</v></c>'
        f'<c r="C{i}">{told[i]}<v>{2 * i + 1}</v></c></row>'
        for i in ROWS
    )
    header = '<row r="1"><c r="A1" t="str"><v>Day</v></c></row>'
    shared = Shared({}, frozenset({3}))
    return read_cells(sheet(header + rows).encode(), shared, Count("book"), "book")


def test_a_column_of_a_table_is_one_stretch_with_its_values_and_formulas(cells):
    below = [one for one in cells.stretches if one.column == "C"]
    assert [row for one in below for row in one.rows] == [str(i) for i in ROWS[1:]]
    assert [value for one in below for value in one.values] == [2.0 * i + 1 for i in ROWS[1:]]
    assert [text for one in below for text in one.formulas] == [f"B{i}*2" for i in ROWS[1:]]
    assert [one.is_date for one in cells.stretches[:3]] == [True, False, False]


def test_stretches_and_single_cells_together_are_all_cells(cells):
    assert set(cells.single.values) == {"A1", "A2", "B2", "C2"}
    assert cells.count == len(cells.values) == 1 + 3 * len(ROWS)


def test_a_cell_is_found_by_its_address_however_it_was_read(cells):
    assert (cells.values["A1"], cells.values["B400"]) == ("Day", 400.5)
    assert (cells.formulas["C2"], cells.formulas["C401"]) == ("B2*2", "B401*2")
    assert cells.dates == {f"A{i}" for i in ROWS}


def test_blank_cells_and_formulas_without_result_are_told_apart_in_stretches():
    stretch = Stretch("B", ("2", "3"), (None, NOT_CALCULATED), ("", "A3"), is_date=False)
    found = Cells((stretch,), Single({"A1": None}, {}, frozenset()), {})
    assert found.values == {"A1": None, "B2": None, "B3": NOT_CALCULATED}
    assert found.dates == frozenset()
