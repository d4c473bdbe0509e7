"""A sheet's cells: as openpyxl reads them, whoever wrote the file and however it is written."""

import datetime as dt
import re

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbook.read.books import ours, parts_of, sheet, theirs, told, write
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.read import NOT_CALCULATED, ErrorValue, open_book
from xlbudget.workbook.read.limits import Count
from xlbudget.workbook.read.looks import Shared
from xlbudget.workbook.read.raw_cells import Unusual, quick_cells
from xlbudget.workbook.read.sheet_cells import read_cells

TABLE = Shared({"0": "one", "1": "two"}, frozenset({2}))


def cells_of(rows, root="worksheet", attributes=""):
    """The cells of rows, with two shared strings."""
    return read_cells(sheet(rows, root, attributes).encode(), TABLE, Count("book"), "book")


def is_quick(rows):
    """Whether the pattern alone reads these rows."""
    try:
        return all(all(ref for ref, *_ in cells) for cells in quick_cells(sheet(rows).encode()))
    except Unusual:
        return False


# --- another reader's word ------------------------------------------------------------------


@pytest.fixture
def rich_book(tmp_path):
    """A workbook by XlsxWriter with each kind of cell."""
    path = tmp_path / "rich.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        money = book.add_format({"num_format": '[Red]"days" #,##0.00'})
        bold = book.add_format({"bold": True})
        page = book.add_worksheet("It's <A> & B")
        page.write_string(0, 0, "  spaces & <signs> \"quoted\" 'so'\nline  ")
        page.write_rich_string(1, 0, "plain ", bold, "bold", " again")
        page.write_datetime(2, 0, dt.datetime(2026, 7, 1, 12, 30), day)  # noqa: DTZ001
        page.write_number(3, 0, 1234.5678901234567, money)
        page.write_boolean(4, 0, True)
        page.write_blank(5, 0, None, bold)
        page.write_formula(6, 0, '=IF(A4>1,"a&b<c","")', bold, "a&b<c")
        page.write_formula(7, 0, "=1/0", None, "#DIV/0!")
        page.write_formula(8, 0, "=A5", None, True)
        page.write_formula(9, 0, '=""', None, "")
        page.write_array_formula("C1:C3", "{=A3:A5*2}", None, 3)
        page.write_dynamic_array_formula("D1", "=SEQUENCE(2)", None, 1)
        page.write_string(1048575, 16383, "far")
        book.add_worksheet("Empty")
    return path


def test_reads_what_xlsxwriter_wrote_as_openpyxl_does(rich_book):
    assert ours(rich_book) == theirs(rich_book)


def test_reads_what_openpyxl_wrote_as_openpyxl_does(rich_book, tmp_path):
    path = tmp_path / "saved.xlsx"
    openpyxl.load_workbook(rich_book).save(path)
    assert ours(path) == theirs(path)


def test_reads_what_libreoffice_saved_as_openpyxl_does(rich_book, tmp_path, libreoffice):
    path = tmp_path / "saved.xlsx"
    handle = libreoffice.open(rich_book)
    libreoffice.save_as(handle, path)
    libreoffice.close(handle)
    found = ours(path)
    assert found == theirs(path)
    assert any(formula for _, formula, _, _ in found.values())


HEADS = [
    ("B2", "A1+$A1+A$1+$A$1", "D5"),
    ("B2", "SUM(A:A,$A:A,1:1,$1:1,A1:B$2)", "C9"),
    ("B2", "LOG10(A1)+TAX2026x+Rate_1+_A1+A1.x+1E5+ATAN2(A1,B1)", "B3"),
    ("B2", "'A1 ''B2'''!A1&\"A1 \"\"B2\"\"\"&Sheet1!B7+Lines[[#This Row],[A1]]", "B4"),
    ("C3", 'IF(A1="","",ROUND(B2*TRUE,2))-{1,2}', "D3"),
    ("C3", "[1]Sheet1!A1+'[Book A1.xlsx]B2'!A1+#REF!", "E9"),
    ("C3", "Jan!A1:B2+SUM(Jan:Mar!A1)", "D4"),
]


@pytest.mark.parametrize(("head", "formula", "at"), HEADS)
def test_moves_a_shared_formula_as_openpyxl_does(tmp_path, head, formula, at):
    told = formula.replace("&", "&amp;").replace('"', "&quot;")
    row, other = re.search(r"\d+", head)[0], re.search(r"\d+", at)[0]
    first = f'<c r="{head}"><f t="shared" ref="{head}:{at}" si="0">{told}</f><v>1</v></c>'
    second = f'<c r="{at}"><f t="shared" si="0"/><v>2</v></c>'
    rows = f'<row r="{row}">{first}</row><row r="{other}">{second}</row>'
    if row == other:
        rows = f'<row r="{row}">{first}{second}</row>'
    path = write(tmp_path / "shared.xlsx", parts_of(rows))
    assert ours(path) == theirs(path)
    assert is_quick(rows)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>',
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="str"><v>x &amp; y</v></c></row>',
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>0</v></c></row>',
        '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>1e-3</v></c></row>',
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row>',
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        '<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row>',
        "<row r='1' ><c t='str' r='A1'\n><v >x</v></c></row>",
        '<!-- <c r="Z9"><v>1</v></c> --><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v><![CDATA[<b> & ]]>c</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#65;&#x42;&amp;amp;</v></c></row>',
        '<row r="1" spans="1:9" ht="30"/><row r="2"><c r="A2" s="0"/></row>',
        '<row r="1"><c r="A1" t="n"><v>7</v></c>\n  </row>\n',
    ],
)
def test_reads_what_the_standard_allows_as_openpyxl_does(tmp_path, rows):
    path = write(tmp_path / "book.xlsx", parts_of(rows))
    assert ours(path) == theirs(path)


# --- what openpyxl does not tell ------------------------------------------------------------


@pytest.mark.parametrize("tail", ["", " "])  # the second is left to the careful reader
def test_tells_apart_blank_empty_error_and_not_calculated(tail):
    cells = cells_of(
        '<row r="1"><c r="A1" s="3"/><c r="B1" t="str"><f>A1</f><v></v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>A1</f></c>'
        f'<c r="E1"><f>A1</f><v></v></c><c r="F1" t="str"><v>#DIV/0!</v></c></row>{tail}'
    )
    assert dict(cells.values) == {
        "A1": None,
        "B1": "",
        "C1": ErrorValue("#DIV/0!"),
        "D1": NOT_CALCULATED,
        "E1": "",
        "F1": "#DIV/0!",
    }


def test_no_formula_of_a_sheet_that_was_never_calculated_has_a_value(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "=1+1", 5
    path = tmp_path / "new.xlsx"
    book.save(path)
    assert open_book(path).sheets[0].cells.values == {"A1": NOT_CALCULATED, "A2": 5.0}


def test_escaped_letters_are_read_as_spreadsheets_show_them():
    text = "a_x000D_b _x005F_x000D_ _xD83D__xDE00_ _x00zz_"
    cells = cells_of(f'<row r="1"><c r="A1" t="str"><v>{text}</v></c></row>')
    assert cells.values["A1"] == "a\rb _x000D_ \U0001f600 _x00zz_"


@pytest.mark.parametrize(
    ("stored", "serial"),
    [
        ("2026-07-01", 46204),
        ("2026-07-01T12:00:00Z", 46204.5),
        ("1900-02-28", 59),
        ("1900-03-01", 61),
        ("T06:00:00", 0.25),
    ],
)
def test_a_date_in_words_is_its_serial_number(tmp_path, stored, serial):
    rows = f'<row r="1"><c r="A1" t="d"><v>{stored}</v></c></row>'
    page = open_book(write(tmp_path / "book.xlsx", parts_of(rows))).sheets[0]
    assert (page.cells.values["A1"], page.is_date("A1")) == (serial, True)


def test_a_data_table_is_told_as_spreadsheets_show_it():
    cells = cells_of(
        '<row r="1"><c r="B1"><f t="dataTable" ref="B1:B3" dt2D="0" dtr="0" r1="A9"/><v>1</v></c>'
        '<c r="C1"><f t="dataTable" ref="C1:D3" dt2D="1" dtr="1" r1="A8" r2="A9"/><v>1</v></c>'
        "</row>"
    )
    assert cells.formulas == {"B1": "TABLE(,A9)", "C1": "TABLE(A8,A9)"}
    assert cells.arrays == {"B1": "B1:B3", "C1": "C1:D3"}


def test_a_group_that_is_told_twice_has_the_formula_that_stands_before_each_cell():
    head = '<c r="{0}"><f t="shared" si="0" ref="{0}">{1}</f><v>1</v></c>'
    cell = '<c r="{0}"><f t="shared" si="0"/><v>1</v></c>'
    rows = (
        f'<row r="1">{head.format("B1", "A1")}{cell.format("C1")}</row>'
        f'<row r="2">{head.format("B2", "A2*2")}{cell.format("C2")}</row>'
    )
    assert cells_of(rows).formulas == {"B1": "A1", "C1": "B1", "B2": "A2*2", "C2": "B2*2"}


# --- laws -----------------------------------------------------------------------------------

USUAL = '<row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1"><f>A1&amp;"x"</f><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<row", "\n<row"),
        ('r="A1" s="2" t="s"', "t='s'  s='2' r='A1'"),
        ('r="A1" ', ""),
        ("<v>", "<!-- c --><v>"),
        ("A1&amp;", "<![CDATA[A1&]]>"),
        ("<v>0</v>", "<v> 0 </v>"),
        ("<v>0</v>", "<v>000</v>"),
        ('B1"><f>A1&amp;"x"', 'B1"><f>A1&#38;&quot;x&quot;'),
        ("</row>", "</row><row/>"),
    ],
)
def test_another_way_to_write_the_same_is_read_the_same(old, new):
    assert old in USUAL
    found, usual = cells_of(USUAL.replace(old, new)), cells_of(USUAL)
    assert (found.values, found.formulas) == ({"A1": "one", "B1": 1.0}, {"B1": 'A1&"x"'})
    assert told(found) == told(usual)


def test_prefixes_of_names_are_read_the_same():
    text = re.sub(r"<(/?)(\w)", r"<\1x:\2", sheet(USUAL)).replace("xmlns=", "xmlns:x=")
    text = text.replace("<x:?", "<?").replace("x:sheetData", "x:sheetData")
    found = read_cells(text.encode(), TABLE, Count("book"), "book")
    assert told(found) == told(cells_of(USUAL))


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=("Cc", "Cs"))
    | st.sampled_from("&<>\"'\n_x0D"),
    max_size=12,
).filter(lambda text: not re.search(r"_x[0-9A-Fa-f]{4}_|[\ufffe\uffff]", text))
NUMBERS = st.floats(-1e300, 1e300)
VALUES = st.one_of(st.booleans(), NUMBERS, TEXTS.filter(bool))


def _nearly(value):
    return pytest.approx(value, rel=1e-15) if type(value) is float else value


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.tuples(st.integers(0, 30), st.integers(0, 8)), VALUES, max_size=40))
def test_what_xlsxwriter_writes_comes_back_both_ways(tmp_path_factory, held):
    path = tmp_path_factory.mktemp("law") / "book.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        page = book.add_worksheet()
        for (row, column), value in held.items():
            write_one = page.write_string if isinstance(value, str) else page.write
            write_one(row, column, value)
    found = open_book(path).sheets[0].cells
    wanted = {xlsxwriter.utility.xl_rowcol_to_cell(*at): value for at, value in held.items()}
    digits = {
        ref: pytest.approx(v, rel=1e-15) if type(v) is float else v for ref, v in wanted.items()
    }
    assert dict(found.values) == digits


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["n", "str", "inlineStr"]), TEXTS, NUMBERS), max_size=20))
def test_the_careful_reader_agrees_with_the_pattern(held):
    def text_of(text):
        return text.replace("&", "&amp;").replace("<", "&lt;")

    rows = "".join(
        f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>{text_of(text)}</t></is></c></row>'
        if kind == "inlineStr"
        else f'<row r="{i}"><c r="A{i}" s="{i}" t="{kind}"><f>A{i}+1</f>'
        f"<v>{number if kind == 'n' else text_of(text)}</v></c></row>"
        for i, (kind, text, number) in enumerate(held, 1)
    )
    assert is_quick(rows) or not held
    assert told(cells_of(rows)) == told(cells_of(rows + " "))


# --- refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('<c r="B7"><v>12 apples</v></c>', "'12 apples'"),
        ('<c r="B7"><v>NaN</v></c>', "'NaN'"),
        ('<c r="B7"><v>1e999</v></c>', "'1e999'"),
        ('<c r="B7" t="s"><v>99</v></c>', "'99'"),
        ('<c r="B7" t="b"><v>maybe</v></c>', "'maybe'"),
        ('<c r="B7" t="d"><v>July</v></c>', "'July'"),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_refused_with_its_cell(cell, words):
    with pytest.raises(UnreadableFileError) as refusal:
        cells_of(f'<row r="7">{cell}</row>')
    assert "cell B7" in refusal.value.saw
    assert words in refusal.value.saw


@pytest.mark.parametrize("tail", ["", " "])
def test_more_cells_than_allowed_are_refused(tail):
    rows = "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 12)) + tail
    data = sheet(rows).encode()
    assert len(read_cells(data, TABLE, Count("book", most=11), "book").values) == 11
    with pytest.raises(UnreadableFileError, match="more than 10 cells"):
        read_cells(data, TABLE, Count("book", most=10), "book")


def test_the_cells_of_all_sheets_are_counted_together():
    data = sheet('<row r="1"><c r="A1"><v>1</v></c></row>').encode()
    count = Count("book", most=1)
    read_cells(data, TABLE, count, "book")
    with pytest.raises(UnreadableFileError, match="more than 1 cells"):
        read_cells(data, TABLE, count, "book")
