"""paper: how a sheet prints, and what stays in view."""

import pytest
from openpyxl import load_workbook

from workbook import parts
from xlbudget.sheets.plan import Column, Row, Table
from xlbudget.workbook.write import write_book


def table_of(columns):
    """A table of so many columns."""
    return Table(
        name="Wide",
        columns=tuple(Column(header=f"Column {i}") for i in range(columns)),
        rows=(Row(key="one", cells=(1,) * columns),),
    )


@pytest.fixture
def printed(tmp_path):
    """Return a function that writes a book of one sheet and reads its page set-up."""

    def read(columns, edition="working", **facts):
        path = tmp_path / "paper.xlsx"
        book = parts.book_of(tables=(table_of(columns),), **facts)
        object.__setattr__(book, "edition", edition)
        write_book(book, path)
        return load_workbook(path)["Data"]

    return read


@pytest.mark.parametrize(("columns", "way"), [(3, None), (9, "landscape")])
def test_wide_sheets_lie_on_their_side(printed, columns, way):
    assert printed(columns).page_setup.orientation in {way, "portrait" if way is None else way}


def test_it_is_one_page_wide_and_as_long_as_it_takes(printed):
    setup = printed(3).page_setup
    assert (setup.fitToWidth, setup.fitToHeight) in {(1, 0), (None, 0)}


def test_headers_repeat_and_the_footer_counts(printed):
    sheet = printed(3)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.oddFooter.right.text == "Page &P of &N"


def test_what_is_frozen_stays_in_view_except_in_the_accessible_edition(printed):
    assert printed(3, frozen_columns=1).freeze_panes == "B6"
    assert printed(3, edition="accessible", frozen_columns=1).freeze_panes is None


def test_the_print_area_may_end_before_the_technical_columns(printed):
    assert printed(9, print_columns=2).print_area == "'Data'!$A$1:$B$8"
