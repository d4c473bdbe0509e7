"""A sheet whose rows are put aside holds the same cells as one that keeps them in memory."""

from datetime import date

import pytest
from openpyxl import load_workbook

from judges import validator
from workbook import parts
from xlbudget.sheets.plan import Column, Form, Link, Part, Row, Table
from xlbudget.workbook import block
from xlbudget.workbook.write import write_book

COLUMNS = (
    Column(header="Words", part=Part.LABEL),
    Column(header="Value", part=Part.INPUT, form=Form.CENTS),
    Column(header="Day", part=Part.LABEL, form=Form.DATE),
    Column(header="Link", part=Part.LABEL),
    Column(header="Twice", formula="=2*Facts[[#This Row],[Value]]"),
)
ROWS = tuple(
    Row(
        key=str(number),
        cells=(f"=Row {number}", number, date(2027, 1, 1), Link("Up", "Data"), 2 * number),
    )
    for number in range(25)
)
TABLE = Table(
    name="Facts", heading="Facts", columns=COLUMNS, rows=ROWS, spare_rows=2, spare_cells=(None,) * 5
)
BELOW = Table(
    name="Below",
    columns=(Column(header="Last", part=Part.LABEL),),
    rows=(Row(key="one", cells=("Last",)),),
)


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    """The same book, written with all rows in memory, and with ten in memory at a time."""
    place = tmp_path_factory.mktemp("aside")
    files = place / "kept.xlsx", place / "aside.xlsx"
    book = parts.book_of(tables=(TABLE, BELOW))
    write_book(book, files[0])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "_MOST_ROWS", 5)
        patch.setattr(block, "_STEP", 10)
        write_book(book, files[1])
    return files


def cells(path):
    page = load_workbook(path)["Data"]
    return {
        cell.coordinate: (cell.value, cell.data_type, cell.number_format, cell.fill.fgColor.rgb)
        for row in page.iter_rows()
        for cell in row
    }


def test_every_cell_is_the_same(paths):
    kept, aside = map(cells, paths)
    assert kept == aside
    assert len(kept) > 25 * 5
    assert kept["E9"][0] == "=2*Facts[[#This Row],[Value]]"


def test_links_and_tables_are_the_same(paths):
    kept, aside = (load_workbook(path)["Data"] for path in paths)
    for page in (kept, aside):
        assert dict(page.tables.items()) == {
            "Facts": "A6:E33",
            "Below": "A35:A36",
        }
    links = [
        [cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink]
        for page in (kept, aside)
    ]
    assert links[0] == links[1]
    assert len(links[0]) == 25


def test_the_sdk_validator_finds_nothing_in_it(paths):
    assert validator.findings(paths[1]) == []
