"""layout: every block has its place, and every token its address."""

from dataclasses import replace
from datetime import date

import pytest

from xlbudget.errors import UnknownChoiceError
from xlbudget.sheets.layout import Layout, column_letters
from xlbudget.sheets.plan import (
    Book,
    Column,
    Headline,
    Name,
    Role,
    Row,
    Sheet,
    Table,
    column_range,
    label_of,
    ref,
    row_range,
)

MONEY = Table(
    name="Money",
    heading="Money",
    columns=(Column(header="What"), Column(header="Year 1"), Column(header="Year 2")),
    rows=(Row(key="a", cells=("a", 1, 2)), Row(key="b", cells=("b", 3, 4))),
    labels=(None, 2027, 2028),
    spare_rows=2,
)
NEXT = Table(name="Next", columns=(Column(header="One"),), rows=())


@pytest.fixture
def layout():
    first = Sheet(title="Cost by year", role=Role.CALCULATION, says="", tables=(MONEY, NEXT))
    second = Sheet(
        title="Other", role=Role.OUTPUT, says="", headlines=(Headline("x", 1),), tables=()
    )
    return Layout(
        Book(
            title="t",
            subject="s",
            author="a",
            sheets=(first, second),
            names=(),
            opens_on="Other",
            created=date(2026, 7, 1),
        )
    )


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_letters(column, letters):
    assert column_letters(column) == letters


def test_blocks_follow_one_another_with_a_blank_row_between(layout):
    money, following = layout.tables["Money"], layout.tables["Next"]
    assert (money.heading_row, money.label_row, money.header_row) == (4, 5, 6)
    assert (money.first_row, money.last_row) == (7, 10)
    assert following.header_row == 12


def test_a_table_without_rows_keeps_one(layout):
    assert layout.tables["Next"].rows == 1


@pytest.mark.parametrize(
    ("token", "address"),
    [
        (ref("Money", "b", "Year 2"), "C9"),
        (ref("Money", "b", "Year 2", fixed=True), "$C$9"),
        (row_range("Money", "a", "Year 1", "Year 2"), "B8:C8"),
        (column_range("Money", "Year 1"), "$B$8:$B$11"),
        (label_of("Money", "Year 1"), "B6"),
        (ref("Money", "a..b", "Year 1"), "B8:B9"),
    ],
)
def test_tokens_become_addresses(layout, token, address):
    assert layout.formula(f"={token}+1", "Cost by year") == f"={address}+1"


def test_another_sheet_is_named(layout):
    assert layout.formula(ref("Money", "a", "Year 1"), "Other") == "'Cost by year'!B8"


@pytest.mark.parametrize(
    "token",
    [ref("None", "a", "Year 1"), ref("Money", "z", "Year 1"), ref("Money", "a", "Year 9")],
)
def test_refuses_a_token_that_names_nothing(layout, token):
    with pytest.raises(UnknownChoiceError):
        layout.formula(token, "Other")


def test_a_cell_has_a_sheet_a_row_and_a_column(layout):
    assert layout.place(ref("Money", "b", "Year 2")) == ("Cost by year", 8, 2)


def test_refuses_to_place_what_is_no_token(layout):
    with pytest.raises(UnknownChoiceError):
        layout.place("Money")


@pytest.mark.parametrize("name", ["FY26", "TCO5", "roi3", "R1C1", "r", "C7"])
def test_refuses_a_name_that_a_spreadsheet_takes_for_a_cell(layout, name):
    book = replace(layout.book, names=(Name(name, ref("Money", "a", "Year 1"), "Wrong."),))
    with pytest.raises(UnknownChoiceError) as refusal:
        Layout(book)
    assert name in refusal.value.saw


@pytest.mark.parametrize("name", ["FY_26", "BaseYear", "Checks", "Rate", "Cliff"])
def test_takes_names_that_are_words(layout, name):
    book = replace(layout.book, names=(Name(name, ref("Money", "a", "Year 1"), "Right."),))
    assert Layout(book).book.names[0].name == name


@pytest.mark.parametrize(("column", "address"), [(".", "A6"), ("a..b", "B6"), ("...c", "A6:C6")])
def test_names_may_hold_points(column, address):
    headers = (".", "a..b", "c")
    table = Table(
        name="Points",
        columns=tuple(Column(header=header) for header in headers),
        rows=(Row(key="one", cells=(1, 2, 3)),),
    )
    sheet = Sheet(title="Data", role=Role.DATA, says="", tables=(table,))
    layout = Layout(
        Book(
            title="t",
            subject="s",
            author="a",
            sheets=(sheet,),
            names=(),
            opens_on="Data",
            created=date(2026, 7, 1),
        )
    )
    assert layout.formula(ref("Points", "one", column), "Data") == address
