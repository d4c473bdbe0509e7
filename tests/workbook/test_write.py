"""write: a small book becomes a file that other programs read as it is meant."""

import zipfile
from datetime import date

import pytest

from judges import cached, readers, validator
from xlbudget.sheets.plan import (
    Book,
    Calculated,
    Chart,
    Column,
    Form,
    Headline,
    Link,
    Name,
    Part,
    Role,
    Row,
    Series,
    Sheet,
    Table,
    column_range,
    ref,
    this,
)
from xlbudget.workbook.write import write_book

ITEMS = Table(
    name="Items",
    heading="Items",
    columns=(
        Column(header="Item", part=Part.KEY, form=Form.TEXT, width=16, says="Name it."),
        Column(header="Count", part=Part.INPUT, form=Form.WHOLE, low=0, high=99, says="How many."),
        Column(header="Day", part=Part.INPUT, form=Form.DATE, says="When."),
        Column(header="Kind", part=Part.INPUT, choices="KindList", says="Pick one."),
        Column(header="Twice", form=Form.WHOLE, formula=f"={this('Count', 'Items')}*2", good="4"),
    ),
    rows=(
        Row(key="a", cells=("007", 2, date(2026, 7, 1), "one", 4)),
        Row(key="b", cells=("=1+1", 3, None, None, 6)),
    ),
    spare_rows=1,
    spare_cells=(None, None, None, None, 0),
    filtered=True,
)
KINDS = Table(
    name="Kinds",
    columns=(Column(header="Kind", part=Part.LABEL),),
    rows=(Row(key="one", cells=("one",)), Row(key="two", cells=("two",))),
)


@pytest.fixture
def book():
    chart = Chart(
        name="C",
        kind="columns",
        finding=Calculated('="Most is "&3', "Most is 3"),
        categories=column_range("Items", "Item"),
        series=(Series(name="Count", values=column_range("Items", "Count")),),
        x_title="Item",
        y_title="Count",
        alt="Columns of the count of each item; the cell above says which is most.",
    )
    total = Headline("Total", Calculated("=SUM(Items[Count])", 5), Form.WHOLE)
    items = Sheet(
        title="Items & more",
        role=Role.DATA,
        says="Fill it.",
        headlines=(total,),
        tables=(ITEMS,),
        charts=(chart,),
        frozen_columns=1,
        protected=False,
    )
    master = Table(
        name="Master",
        columns=(Column(header="Words"), Column(header="Go")),
        rows=(
            Row(
                key="w",
                cells=(Calculated('="All pass"', "All pass"), Link("Items", "Items & more")),
            ),
        ),
    )
    checks = Sheet(title="Checks", role=Role.CHECK, says="Look.", tables=(master, KINDS))
    return Book(
        title="A budget",
        subject="Budget",
        author="xlbudget",
        sheets=(items, checks),
        names=(
            Name("MasterCheck", ref("Master", "w", "Words", fixed=True), "State."),
            Name("KindList", column_range("Kinds", "Kind"), "List."),
        ),
        opens_on="Items & more",
        created=date(2026, 7, 1),
        master="All pass",
    )


@pytest.fixture
def path(book, tmp_path):
    made = tmp_path / "book.xlsx"
    write_book(book, made)
    return made


def test_the_open_xml_sdk_finds_nothing(path):
    assert validator.findings(path) == []


def test_libreoffice_computes_the_same(path, libreoffice):
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []


@pytest.mark.parametrize("reader", readers.READERS)
def test_readers_see_values_without_recalculating(path, reader):
    assert readers.read_cell(reader, path, "Items & more", "A6") == 5


def test_formula_like_text_stays_text(path):
    assert "Items & more" in cached.read_cached(path)
    formulas = {item.formula for item in cached.read_cached(path)["Items & more"].values()}
    assert "=1+1" not in formulas


def test_equal_books_give_equal_bytes(book, path, tmp_path):
    again = tmp_path / "again.xlsx"
    write_book(book, again)
    assert again.read_bytes() == path.read_bytes()


def test_cells_have_named_styles(path):
    with zipfile.ZipFile(path) as package:
        styles = package.read("xl/styles.xml").decode()
    assert 'name="Heading 1"' in styles
    assert 'name="Input"' in styles


def test_input_columns_say_what_they_take(path):
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "KindList" in sheet
    assert "Count takes a whole number from 0 to 99, without text." in sheet


def test_the_chart_has_words_for_those_who_cannot_see(path):
    with zipfile.ZipFile(path) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert "the cell above says which is most" in drawing
