"""A filled copy has the values, and everything else of its template."""

import subprocess
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judges.cached import disagreements
from judges.validator import findings
from workbook.fill.rich_template import (
    CUSTOM,
    INPUTS,
    RESULTS,
    inputs,
    results,
    rich_template,
)
from workbook.freezing import raw
from workbook.hand_made import book, cell, number, rows, sheet
from xlbudget.errors import InputError, NotANumberError, UnknownChoiceError, UnreadableFileError
from xlbudget.workbook.fill import fill, prepare
from xlbudget.workbook.fill.fill import filled_copy

OTHERS = (("Desks", 30, 210.0), ("=1+1", 2, 99_999.5), ("Zoë <b>&amp;", 7, 1e-3))
MAY_CHANGE = {
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/sharedStrings.xml",
}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return rich_template(tmp_path_factory.mktemp("rich") / "template.xlsx")


@pytest.fixture(scope="module")
def filled(template):
    out = template.with_name("filled.xlsx")
    fill(prepare(template), inputs(OTHERS) | results(OTHERS), out)
    return out


def small(folder, *cells, **facts):
    return book(folder / "small.xlsx", {"Data": sheet(rows(*cells), **facts)})


def part(path, name="xl/worksheets/sheet1.xml"):
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def copy(source, values, **options):
    out = source.with_name("copy.xlsx")
    fill(prepare(source), values, out, **options)
    return out


# --- other programs are the judges


def test_every_part_that_should_not_change_is_the_same_packed_bytes(template, filled):
    before, after = raw(template), raw(filled)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == MAY_CHANGE
    kinds = ("drawing", "vmlDrawing", "chart", "media", "theme", "table", "metadata", CUSTOM)
    assert all(any(kind in name for name in before) for kind in kinds)


def test_what_stands_in_a_filled_sheet_besides_its_cells_stays(template, filled):
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        before, after = part(template, name), part(filled, name)
        assert before.partition("<sheetData>")[0] == after.partition("<sheetData>")[0]
        assert before.partition("</sheetData>")[2] == after.partition("</sheetData>")[2]
        assert before.count("<f") == after.count("<f")
    for kept in ("sparkline", "x14:dataBar", "protectedRange", "dataValidation", "legacyDrawing"):
        assert kept in part(filled)


def test_the_open_xml_sdk_finds_nothing_new(template, filled):
    assert [str(found) for found in findings(filled)] == [
        str(found) for found in findings(template)
    ]


def test_libreoffice_recalculates_to_the_cached_values(filled, libreoffice):
    assert [str(one) for one in disagreements(filled, libreoffice)] == []


def test_libreoffice_would_see_a_stale_cached_value(template, libreoffice):
    stale = copy(template, inputs(OTHERS) | results(OTHERS) | {(RESULTS, "B2"): 1})
    assert [one.cell for one in disagreements(stale, libreoffice)] == ["B2"]


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_openpyxl_reads_every_value(filled):
    read = openpyxl.load_workbook(filled, data_only=True, rich_text=True)
    given = inputs(OTHERS) | results(OTHERS)
    assert {place: read[place[0]][place[1]].value for place in given} == given
    formulas = openpyxl.load_workbook(filled)
    assert formulas[RESULTS]["B2"].value == "=SUM(Lines[Cost])"
    assert str(read[INPUTS]["A1"].value) == "Fill in the yellow cells"
    assert formulas[INPUTS]["A7"].data_type != "f"


def test_unzip_finds_no_errors(filled):
    run = subprocess.run(["unzip", "-t", filled], capture_output=True, text=True, check=True)
    assert "No errors detected" in run.stdout
    with zipfile.ZipFile(filled) as package:
        assert package.testzip() is None


# --- what goes, and what stays


def test_no_word_of_the_school_that_stood_there_remains(template, filled):
    with zipfile.ZipFile(template) as package:
        assert b"Hidden Valley" in package.read("xl/sharedStrings.xml")
    with zipfile.ZipFile(filled) as package:
        held = b"".join(package.read(name) for name in package.namelist())
    assert not [word for word in (b"Hidden Valley", b"Chromebooks") if word in held]
    assert b"School" in held
    assert b"the yellow cells" in held


def test_a_string_that_nobody_uses_is_gone_before_anything_is_filled(tmp_path, template):
    data = zipfile.ZipFile(template).read("xl/sharedStrings.xml").decode()
    stray = tmp_path / "stray.xlsx"
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(stray, "w") as new:
        for name in old.namelist():
            text = data.replace("</sst>", "<si><t>Left over</t></si></sst>").encode()
            new.writestr(name, text if name == "xl/sharedStrings.xml" else old.read(name))
    assert "Left over" not in part(copy(stray, {}), "xl/sharedStrings.xml")


def test_a_string_that_another_cell_still_holds_stays(tmp_path):
    import xlsxwriter  # noqa: PLC0415

    path = tmp_path / "twice.xlsx"
    with xlsxwriter.Workbook(path) as out:
        out.add_worksheet("Data").write_column("A1", ["Oak", "Oak", "Elm"])
    prepared = prepare(path)
    fill(prepared, {("Data", "A1"): "Ash", ("Data", "A3"): "Ash"}, tmp_path / "one.xlsx")
    assert "Oak" in part(tmp_path / "one.xlsx", "xl/sharedStrings.xml")
    assert "Elm" not in part(tmp_path / "one.xlsx", "xl/sharedStrings.xml")
    fill(prepared, {("Data", "A1"): "Ash", ("Data", "A2"): "Ash"}, tmp_path / "two.xlsx")
    assert "Oak" not in part(tmp_path / "two.xlsx", "xl/sharedStrings.xml")
    assert "Elm" in part(tmp_path / "two.xlsx", "xl/sharedStrings.xml")
    read = openpyxl.load_workbook(tmp_path / "two.xlsx")["Data"]
    assert [read[at].value for at in ("A1", "A2", "A3")] == ["Ash", "Ash", "Elm"]


def test_values_that_are_there_already_change_nothing(template):
    values = {(INPUTS, "B2"): "Hidden Valley", (INPUTS, "B6"): 120, (RESULTS, "B4"): True}
    filled = filled_copy(prepare(template), values)
    assert filled.cells == {}
    out = template.with_name("same.xlsx")
    out.write_bytes(filled.data)
    assert raw(out) == raw(template)


def test_filling_twice_from_one_template_leaves_nothing_of_the_first_copy(template):
    prepared = prepare(template)
    first = filled_copy(prepared, inputs(OTHERS, "First") | results(OTHERS))
    filled_copy(prepared, {(INPUTS, "B2"): "Second", ("Untouched", "C9"): 1})
    assert filled_copy(prepared, inputs(OTHERS, "First") | results(OTHERS)).data == first.data


@pytest.mark.parametrize("level", [1, 9])
def test_how_hard_it_is_packed_changes_no_content(template, filled, level):
    other = copy(template, inputs(OTHERS) | results(OTHERS), level=level)
    with zipfile.ZipFile(other) as one, zipfile.ZipFile(filled) as two:
        assert {name: one.read(name) for name in one.namelist()} == {
            name: two.read(name) for name in two.namelist()
        }


# --- single cells

GIVEN = [
    pytest.param(5, '<c r="B2" s="3"><v>5</v></c>', id="whole"),
    pytest.param(0.1, '<c r="B2" s="3"><v>0.1</v></c>', id="fraction"),
    pytest.param(Decimal("12.50"), '<c r="B2" s="3"><v>12.5</v></c>', id="decimal"),
    pytest.param(True, '<c r="B2" s="3" t="b"><v>1</v></c>', id="truth"),
    pytest.param(None, '<c r="B2" s="3"/>', id="nothing"),
    pytest.param("", '<c r="B2" s="3"/>', id="empty-text"),
    pytest.param(date(2026, 7, 1), '<c r="B2" s="3"><v>46204</v></c>', id="day"),
    pytest.param(date(1900, 1, 1), '<c r="B2" s="3"><v>1</v></c>', id="first-day"),
    pytest.param(datetime(2026, 7, 1, 12), '<c r="B2" s="3"><v>46204.5</v></c>', id="noon"),  # noqa: DTZ001
    pytest.param(
        " =A1 ",
        '<c r="B2" s="3" t="inlineStr"><is><t xml:space="preserve"> =A1 </t></is></c>',
        id="text-like-a-formula",
    ),
]


@pytest.mark.parametrize(("value", "xml"), GIVEN)
def test_an_input_cell_takes_its_value_and_keeps_its_style(tmp_path, value, xml):
    source = small(tmp_path, number("A2", 1), '<c r="B2" s="3" t="e"><v>#N/A</v></c>')
    assert xml in part(copy(source, {("Data", "B2"): value}))


@pytest.mark.parametrize(
    ("value", "xml"),
    [
        (2.5, '<c r="A1"><f>B1&amp;""</f><v>2.5</v></c>'),
        ("a<b", '<c r="A1" t="str"><f>B1&amp;""</f><v>a&lt;b</v></c>'),
        ("", '<c r="A1" t="str"><f>B1&amp;""</f><v></v></c>'),
        (False, '<c r="A1" t="b"><f>B1&amp;""</f><v>0</v></c>'),
        (None, '<c r="A1"><f>B1&amp;""</f></c>'),
    ],
)
def test_a_formula_keeps_and_takes_its_result(tmp_path, value, xml):
    source = small(tmp_path, cell("A1", 'B1&""', "old", "str"))
    assert xml.replace('"";', '""') in part(copy(source, {("Data", "A1"): value})).replace(
        "&quot;", '"'
    )


def test_a_cell_that_an_array_formula_fills_is_no_input(tmp_path):
    head = cell("A1", "B1:B2&C1", "x", "str", facts=' t="array" ref="A1:A2"', cell_facts=' cm="1"')
    out = part(copy(small(tmp_path, head), {("Data", "A1"): "y", ("Data", "A2"): "z"}))
    assert '<c r="A1" cm="1" t="str"><f t="array" ref="A1:A2">B1:B2&amp;C1</f><v>y</v></c>' in out
    assert '<row r="2"><c r="A2" t="str"><v>z</v></c></row>' in out


def test_missing_cells_and_rows_are_inserted_in_order(tmp_path):
    data = (
        '<row r="2" spans="2:3"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>'
        '<row r="4" s="7" customFormat="1"/>'
        '<row r="6"><c r="A6"><v>3</v></c></row>'
    )
    source = book(tmp_path / "gaps.xlsx", {"Data": sheet(data)})
    cells = ("A2", "C2", "E2", "B2", "A1", "B3", "A3", "C4", "A5", "B6", "A9", "A8")
    out = part(copy(source, {("Data", at): 5 for at in cells}))
    styled = {"C4": ' s="7"'}

    def row(number, *columns, facts=""):
        held = "".join(
            f'<c r="{c}{number}"{styled.get(c + str(number), "")}>'
            f"<v>{ {'D2': 2, 'A6': 3}.get(c + str(number), 5) }</v></c>"
            for c in columns
        )
        return f'<row r="{number}"{facts}>{held}</row>'

    expected = (
        row(1, "A") + row(2, *"ABCDE") + row(3, "A", "B")
        + row(4, "C", facts=' s="7" customFormat="1"')
        + row(5, "A") + row(6, "A", "B") + row(8, "A") + row(9, "A")
    )  # fmt: skip
    assert expected in out


def test_an_inserted_cell_has_its_columns_style_and_the_area_grows(tmp_path):
    before = '<dimension ref="A1:B2"/><cols><col min="3" max="4" style="2" width="9"/></cols>'
    xml = sheet("").replace("<sheetData></sheetData>", f"{before}<sheetData/>")
    out = part(copy(book(tmp_path / "empty.xlsx", {"Data": xml}), {("Data", "D7"): 1}))
    assert '<sheetData><row r="7"><c r="D7" s="2"><v>1</v></c></row></sheetData>' in out
    assert '<dimension ref="A1:D7"/>' in out


def test_a_sheet_with_prefixed_names_is_filled_in_its_own_way(tmp_path):
    xml = sheet(rows(number("A1", 1), cell("B1", "A1", "1")))
    for name in ("worksheet", "sheetData", "row", "c", "v", "f"):
        for mark in (" ", ">"):
            xml = xml.replace(f"<{name}{mark}", f"<x:{name}{mark}")
        xml = xml.replace(f"</{name}>", f"</x:{name}>")
    source = book(tmp_path / "prefix.xlsx", {"Data": xml.replace("xmlns=", "xmlns:x=")})
    out = part(copy(source, {("Data", "A1"): "a", ("Data", "B1"): 2, ("Data", "C2"): True}))
    assert '<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c>' in out
    assert '<x:c r="B1"><x:f>A1</x:f><x:v>2</x:v></x:c>' in out
    assert '<x:row r="2"><x:c r="C2" t="b"><x:v>1</x:v></x:c></x:row>' in out


# --- laws

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.one_of(
    st.none(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False), TEXTS
)
PLACES = st.tuples(
    st.sampled_from([INPUTS, RESULTS, "Untouched"]),
    st.builds("{}{}".format, st.sampled_from(["A", "B", "E", "M", "AB"]), st.integers(6, 30)),
)


@settings(deadline=None, max_examples=60)
@given(values=st.dictionaries(PLACES, VALUES, max_size=12))
def test_random_values_stand_in_their_cells_and_the_rest_is_untouched(template, values):
    from xlbudget.workbook.read import open_book  # noqa: PLC0415

    source = open_book(template)
    before = {(s.name, at): v for s in source.sheets for at, v in s.cells.values.items()}
    formulas = {s.name: dict(s.cells.formulas) for s in source.sheets}
    out = open_book(copy(template, values))
    after = {(s.name, at): v for s in out.sheets for at, v in s.cells.values.items()}
    told = {place: value for place, value in values.items() if value not in (None, "")}
    emptied = set(values) - set(told)
    assert {p: v for p, v in after.items() if v is not None} == {
        p: v for p, v in (before | told).items() if p not in emptied and v is not None
    }
    assert {s.name: dict(s.cells.formulas) for s in out.sheets} == formulas
    same = {n: v for n, v in raw(template).items() if n not in MAY_CHANGE and "sheet3" not in n}
    assert same.items() <= raw(template.with_name("copy.xlsx")).items()


# --- refusals


@pytest.mark.parametrize("ref", ["", "7B", "b7", "B07", "$B$7", "B7:C8", "ZZZ1", "A1048577"])
def test_refuses_what_is_no_cell(template, ref):
    with pytest.raises(InputError, match="such as B7"):
        filled_copy(prepare(template), {(INPUTS, ref): 1})


def test_refuses_a_sheet_that_is_not_there_and_names_those_that_are(template):
    with pytest.raises(UnknownChoiceError) as refusal:
        filled_copy(prepare(template), {("Inputs", "A1"): 1})
    assert INPUTS in refusal.value.wants


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_refuses_what_is_no_finite_number(template, value):
    with pytest.raises(NotANumberError):
        filled_copy(prepare(template), {(INPUTS, "B6"): value})


def test_refuses_a_text_that_no_cell_holds(template):
    with pytest.raises(InputError, match="32,768"):
        filled_copy(prepare(template), {(INPUTS, "B2"): "x" * 32_768})


def test_refuses_to_rename_the_column_of_a_table(template):
    with pytest.raises(InputError, match="header of a column"):
        filled_copy(prepare(template), {(INPUTS, "A5"): "Thing"})


def test_refuses_what_is_no_workbook(tmp_path):
    path = tmp_path / "notes.xlsx"
    path.write_text("no workbook")
    with pytest.raises(UnreadableFileError):
        prepare(path)


def test_a_template_is_never_changed(template):
    before = template.read_bytes()
    copy(template, inputs(OTHERS))
    assert template.read_bytes() == before
