"""Rows of one shape are read by a pattern of their own, to the same cells as one by one."""

import random

import pytest

from workbook.read.books import sheet, told
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.read import row_shapes
from xlbudget.workbook.read.limits import Count
from xlbudget.workbook.read.looks import Shared
from xlbudget.workbook.read.raw_cells import quick_cells
from xlbudget.workbook.read.row_shapes import Rows, is_of, rows_of
from xlbudget.workbook.read.sheet_cells import read_cells

SHARED = Shared({str(i): f"text {i}" for i in range(9)}, frozenset({3}))
ROWS = 400


@pytest.fixture(autouse=True)
def _forget():
    """Begin each test without shapes, and leave none."""
    forget()
    yield
    forget()


def forget():
    row_shapes._PATTERNS.clear()  # noqa: SLF001 - what is kept from file to file
    row_shapes._SEEN.clear()  # noqa: SLF001


def usual(i):
    """A row as a table has it: text, blank, date, formulas alike and unlike, shared ones."""
    head = 't="shared" si="0" ref="F1:F400"' if i == 1 else 't="shared" si="0"'
    shared = f"<f {head}>A{i}%&amp;$B{i}</f>" if i == 1 else f"<f {head}/>"
    return (
        f'<row r="{i}" spans="1:6"><c r="A{i}" s="1" t="s"><v>{i % 9}</v></c>'
        f'<c r="B{i}" s="2"/><c r="C{i}" s="3"><v>{46000 + i}</v></c>'
        f'<c r="D{i}"><f>C{i}*2&amp;"x"</f><v></v></c>'
        f'<c r="E{i}" t="str"><f>T[[#This Row],[A]]&lt;&gt;""</f><v>a &amp; b{i}</v></c>'
        f'<c r="F{i}">{shared}<v>{i}.5</v></c></row>'
    )


def odd(i, draw):
    """A row of another shape."""
    return draw.choice(
        [
            f'<row r="{i}"/>',
            f'<row r="{i}"></row>',
            f'<row r="{i}" ht="3"><c r="B{i}" t="inlineStr"><is><t>odd</t></is></c></row>',
            usual(i).replace(' s="2"/>', ' s="2"><v>7</v></c>'),
            usual(i).replace(f"<v>{i}.5</v>", "<v>1e3</v>").replace("<f ", '<f ca="1" '),
        ]
    )


def cells_of(rows):
    return read_cells(sheet(rows).encode(), SHARED, Count("book"), "book")


def shaped(rows):
    """How many rows are read by the pattern of their shape."""
    given = quick_cells(sheet(rows).encode())
    return sum(len(some.numbers) for some in given if isinstance(some, Rows))


@pytest.mark.parametrize("seed", range(5))
def test_rows_of_a_shape_among_others_are_read_as_with_care(seed):
    draw = random.Random(seed)  # noqa: S311 - no secret
    rows = usual(1) + "".join(
        odd(i, draw) if draw.random() < seed / 20 else usual(i) for i in range(2, ROWS)
    )
    found = cells_of(rows)
    assert shaped(rows) > ROWS / 2
    careful = cells_of(rows + " ")
    assert told(found) == told(careful)
    assert found.formulas["F9"] == "A9%&$B9"
    assert found.formulas["E9"] == 'T[[#This Row],[A]]<>""'
    assert "C9" in found.dates


def test_rows_whose_cells_alone_are_of_the_shape_are_read_one_by_one():
    rows = "".join(map(usual, range(1, ROWS)))
    usual_cells = told(cells_of(rows))
    other = rows.replace('spans="1:6"', "").replace("<row ", '<row spans="1:6" ')
    assert shaped(other) == 0
    assert told(cells_of(other)) == usual_cells


def test_a_few_rows_are_read_cell_by_cell():
    assert shaped("".join(map(usual, range(1, 25)))) == 0


def test_a_pattern_is_made_when_its_shape_was_seen_often_enough():
    rows = "".join(map(usual, range(1, 41)))
    below_the_first = 39  # which alone tells the shared formula
    assert [shaped(rows) for _ in range(4)] == [0, 0, below_the_first, below_the_first]


@pytest.mark.parametrize("stored", [" 7 ", "007"])
def test_a_number_of_a_text_may_be_written_in_other_ways(stored):
    rows = "".join(map(usual, range(1, ROWS))).replace("<v>7</v>", f"<v>{stored}</v>")
    assert cells_of(rows).values["A7"] == "text 7"
    assert shaped(rows)


@pytest.mark.parametrize("stored", ["NaN", "1e999", "many"])
def test_a_number_that_is_none_is_refused_with_its_cell(stored):
    rows = "".join(map(usual, range(1, ROWS))).replace("<v>46100</v>", f"<v>{stored}</v>")
    assert shaped(rows)
    with pytest.raises(UnreadableFileError, match="cell C100"):
        cells_of(rows)


def test_what_is_written_between_rows_is_never_passed_over():
    rows = "".join(map(usual, range(1, ROWS)))
    broken = rows.replace('<row r="200"', '<c r="Z1"><v>1</v></c><row r="200"')
    assert cells_of(broken).values["Z1"] == 1.0
    commented = rows.replace('<row r="200"', '<!-- <c r="Z1"><v>1</v></c> --><row r="200"')
    assert "Z1" not in cells_of(commented).values
    assert told(cells_of(commented)) == told(cells_of(rows))


def test_the_shapes_that_are_kept_are_few(monkeypatch):
    monkeypatch.setattr(row_shapes, "_MOST_SHAPES", 3)
    for i in range(9):
        rows_of(usual(1), (row_shapes.Column("A", f' s="{i}"', "", False, True),))
    assert len(row_shapes._SEEN) <= 4  # noqa: SLF001


def test_a_row_is_of_a_shape_only_when_its_pattern_knows_all_of_it():
    rows = "".join(map(usual, range(1, ROWS)))
    (found,) = (some for some in quick_cells(sheet(rows).encode()) if isinstance(some, Rows))
    assert is_of(found.shape, usual(7).removesuffix("</row>"))
    assert not is_of(found.shape, usual(7).replace(' s="2"/>', ' s="9"/>').removesuffix("</row>"))
    assert not is_of((), usual(7))
