"""Each library reads what is stored, from A1 on, and so sees a wrong stored value."""

import pytest
import xlsxwriter
from python_calamine import CalamineError

from judges.readers import READERS, read_cell


@pytest.fixture
def book(tmp_path):
    """A sheet that does not begin at A1, with a stale stored value."""
    path = tmp_path / "read.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Other")
        sheet = workbook.add_worksheet("Cost by year")
        sheet.write_row("B3", ["Wi-Fi", 250.5])
        sheet.write_formula("D3", "=C3*2", None, 501)
        sheet.write_formula("D4", "=C3*3", None, -1)
        sheet.write_string("B5", "NA")
        sheet.write_formula("D6", "=NA()", None, "#N/A")
    return path


@pytest.mark.parametrize(
    ("reader", "error"), [("openpyxl", "#N/A"), ("pandas", None), ("calamine", None)]
)
def test_a_sheet_is_read_from_its_first_cell(reader, error, book):
    blank = [None] * 4
    assert READERS[reader](book, "Cost by year") == [
        blank,
        blank,
        [None, "Wi-Fi", 250.5, 501],
        [None, None, None, -1],
        [None, "NA", None, None],
        [None, None, None, error],
    ]


@pytest.mark.parametrize("reader", READERS)
def test_a_stale_value_is_seen_as_it_is_stored(reader, book):
    assert read_cell(reader, book, "Cost by year", "D3") == 501
    assert read_cell(reader, book, "Cost by year", "D4") == -1


@pytest.mark.parametrize("reader", READERS)
def test_a_formula_without_a_stored_value_reads_as_nothing(reader, book, rewrite):
    rewrite(book, "xl/worksheets/sheet2.xml", "<v>501</v>", "")
    assert read_cell(reader, book, "Cost by year", "D3") is None


@pytest.mark.parametrize(
    ("reader", "error"),
    [("openpyxl", KeyError), ("pandas", ValueError), ("calamine", CalamineError)],
)
def test_an_unknown_sheet_is_an_error(reader, error, book):
    with pytest.raises(error, match="Nowhere"):
        READERS[reader](book, "Nowhere")
