"""A frozen copy needs no add-in: the same values, the same bytes but for what had to change."""

import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from random import Random
from time import process_time

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from judges.cached import disagreements, read_cached
from judges.validator import findings
from workbook.freezing import frozen, of_cells, raw, rich_book
from workbook.hand_made import book, cell, number, rows, sheet
from xlbudget.errors import UnreadableFileError
from xlbudget.hosts.sample import sample_folder
from xlbudget.model.folder import load_folder
from xlbudget.sheets.book import district_book
from xlbudget.workbook.freeze import native
from xlbudget.workbook.write import write_book

SCRATCH = (
    '<row r="20"><c r="A20" s="1"><f>XLB_ROI(3840,2061)</f><v>0.8631732168850073</v></c>'
    '<c r="B20"><f>A20*100</f><v>86.317321688500732</v></c></row></sheetData>'
)


@pytest.fixture
def rich(tmp_path):
    return rich_book(tmp_path / "rich.xlsx")


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """The sample district's own workbook, with two cells more on its sheet Scratch."""
    path = tmp_path_factory.mktemp("district") / "district.xlsx"
    budget, found = load_folder(sample_folder())
    write_book(district_book(budget, found, "working"), path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert parts["xl/worksheets/sheet24.xml"].count(b"</sheetData>") == 1
    changed = parts["xl/worksheets/sheet24.xml"].replace(b"</sheetData>", SCRATCH.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (parts | {"xl/worksheets/sheet24.xml": changed}).items():
            package.writestr(name, content)
    return path


def values(path):
    """Every value of a file by sheet, the sheet of the note left out."""
    read = load_workbook(path, data_only=True)
    return {
        name: list(read[name].iter_rows(values_only=True))
        for name in read.sheetnames
        if not name.startswith("Frozen")
    }


def formulas(path):
    """Every formula of a file."""
    return [held.formula for cells in read_cached(path).values() for held in cells.values()]


# --- another program opens the copy -----------------------------------------------------------


@pytest.mark.parametrize("twins", [False, True])
def test_libreoffice_shows_the_same_values_without_the_add_in(rich, libreoffice, twins):
    before = libreoffice.recalculate(rich).errors
    assert "#NAME?" in {error.error for error in before}
    copy = frozen(rich, twins=twins)
    assert disagreements(copy.path, libreoffice) == []
    assert values(copy.path) == values(rich)


def test_the_validator_finds_nothing_and_openpyxl_reads_it(rich):
    copy = frozen(rich)
    assert findings(rich) == findings(copy.path) == []
    read = load_workbook(copy.path)
    assert read["Plan & cost"]["B4"].value == pytest.approx(2835.6177306705904, rel=0, abs=0)
    assert read["Plan & cost"]["B4"].number_format == "$#,##0.00"
    assert read["Plan & cost"]["B5"].value == "Well: <&> "
    assert read["Plan & cost"]["B8"].value == "#DIV/0!"
    assert read["Plan & cost"]["B10"].value is True
    assert read["Plan & cost"]["B6"].value == "=B4*2"


def test_every_part_that_need_not_change_keeps_its_packed_bytes(rich):
    copy = frozen(rich)
    old, new = raw(rich), raw(copy.path)
    changed = {name for name in old if old[name] != new.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    }
    assert set(new) - set(old) == {"xl/worksheets/sheet3.xml"}
    assert {"xl/charts/chart1.xml", "xl/comments1.xml", "xl/tables/table1.xml"} <= set(new)


def test_a_sheet_keeps_every_byte_outside_the_cells_concerned(rich):
    with zipfile.ZipFile(rich) as package:
        before = package.read("xl/worksheets/sheet1.xml").decode()
    after = frozen(rich).part()
    assert after == (
        before.replace("<f>XLB_NPV(B1,B2:H2)</f>", "")
        .replace("<f>xlb_roi(3840,2061)</f>", "")
        .replace("<f>XLB_ROI(1,0)</f>", "")
        .replace("<f>XLB_ROI(1,1)=0</f>", "")
        .replace(
            't="str"><f>IF(B4&gt;0,_xll.XLB_WHY("XLB_NPV",B1,B2:H2),"")</f>'
            "<v>Well: &lt;&amp;&gt; </v>",
            't="inlineStr"><is><t xml:space="preserve">Well: &lt;&amp;&gt; </t></is>',
        )
    )


def test_the_sample_district_keeps_every_value_and_check(district, libreoffice):
    copy = frozen(district)
    assert findings(copy.path) == []
    assert [(one.sheet, one.area, one.value) for one in copy.told.cells] == [
        ("Scratch", "A20", 0.8631732168850073)
    ]
    assert disagreements(copy.path, libreoffice) == []
    assert values(copy.path) == values(district)
    assert (
        sum(a != b for a, b in zip(raw(district).items(), raw(copy.path).items(), strict=False))
        == 4
    )


def test_a_book_saved_by_libreoffice_is_frozen(rich, libreoffice, tmp_path):
    handle = libreoffice.open(rich)
    saved = tmp_path / "office.xlsx"
    libreoffice.save_as(handle, saved)
    libreoffice.close(handle)
    with pytest.raises(UnreadableFileError, match="only #NAME"):
        frozen(saved)  # the judge has no add-in
    with zipfile.ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    part = "xl/worksheets/sheet1.xml"
    assert b"#NAME?" in parts[part]
    parts[part] = parts[part].replace(b"#NAME?", b"#N/A")
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"].replace(
        b"#NAME?", b"#N/A"
    )
    with zipfile.ZipFile(saved, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    copy = frozen(saved)
    assert len(copy.told.cells) == 6
    assert not any("XLB" in formula.upper() for formula in formulas(copy.path))


def test_a_book_of_openpyxl_has_no_values_and_is_refused(tmp_path):
    made = Workbook()
    made.active.append([1, "=XLB_ROI(A1,2)"])
    made.save(tmp_path / "made.xlsx")
    with pytest.raises(UnreadableFileError) as refusal:
        frozen(tmp_path / "made.xlsx")
    assert refusal.value.saw == "1 cell has no value, or only #NAME?: Sheet!B1"
    assert "Open it in Excel with the add-in" in refusal.value.fix


# --- which cells, and what becomes of them ------------------------------------------------------


def test_every_cell_of_a_shared_formula_is_frozen(tmp_path):
    source = of_cells(
        tmp_path,
        number("A1", 1),
        cell("B1", "[1]!XLB_ROI(A1,$A$1)", 11, facts=' t="shared" ref="B1:B3" si="0"'),
        cell("B2", "", 12, facts=' t="shared" si="0"'),
        cell("B3", "", 13, facts=' t="shared" si="0"'),
        cell("C1", "A1+1", 2, facts=' t="shared" ref="C1:C2" si="1"'),
        cell("C2", "", 1, facts=' t="shared" si="1"'),
    )
    copy = frozen(source)
    assert [(one.area, one.formula, one.value) for one in copy.told.cells] == [
        ("B1", "[1]!XLB_ROI(A1,$A$1)", 11),
        ("B2", "[1]!XLB_ROI(A2,$A$1)", 12),
        ("B3", "[1]!XLB_ROI(A3,$A$1)", 13),
    ]
    assert '<c r="B2"><v>12</v></c>' in copy.part()
    assert '<c r="C2"><f t="shared" si="1"></f><v>1</v></c>' in copy.part()


def test_a_shared_formula_takes_its_twin_cell_by_cell(tmp_path, libreoffice):
    source = of_cells(
        tmp_path,
        *(
            number(f"{column}{row}", row * size)
            for row in (1, 2)
            for column, size in (("A", 9), ("B", 4))
        ),
        cell("C1", "XLB_ROI(A1,B1)", 1.25, facts=' t="shared" ref="C1:C2" si="0"'),
        cell("C2", "", 1.25, facts=' t="shared" si="0"'),
    )
    copy = frozen(source, twins=True)
    assert formulas(copy.path) == ["(A1-B1)/B1", "(A2-B2)/B2"]
    assert disagreements(copy.path, libreoffice) == []


def test_the_cells_that_an_array_filled_keep_their_values(tmp_path):
    source = of_cells(
        tmp_path,
        cell("A1", "XLB_CRF(1,2)", 1, facts=' t="array" ref="A1:B2"', cell_facts=' cm="1" s="0"'),
        number("B1", 2),
        '<c r="A2" t="str"><v>three</v></c>',
        number("B2", 4),
    )
    copy = frozen(source, twins=True)
    assert [(one.area, one.value, one.twin) for one in copy.told.cells] == [("A1:B2", 1, "")]
    assert values(copy.path) == {"Data": [(1, 2), ("three", 4)]}
    assert '<c r="A1" s="0"><v>1</v></c>' in copy.part()


def test_an_array_of_one_cell_can_take_its_twin(tmp_path):
    facts = ' t="array" ref="A1"'
    copy = frozen(of_cells(tmp_path, cell("A1", "XLB_ROI(4,2)", 1, facts=facts)), twins=True)
    assert '<c r="A1"><f t="array" ref="A1">(4-2)/2</f><v>1</v></c>' in copy.part()


def test_a_what_if_table_becomes_its_values_since_its_formula_does(tmp_path):
    facts = ' t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="A9"'
    cells = (number("A9", 1), cell("B1", "XLB_ROI(A9,2)", 5), cell("B2", "", 6, facts=facts))
    copy = frozen(of_cells(tmp_path, *cells, number("B3", 7)))
    assert [(one.area, one.value) for one in copy.told.cells] == [("B1", 5), ("B2:B3", 6)]
    assert "dataTable" not in copy.part()
    kept = frozen(of_cells(tmp_path, *cells, number("B3", 7)), twins=True)
    assert "dataTable" in kept.part()


@pytest.mark.parametrize(
    ("formula", "value", "kind", "left"),
    [
        ("XLB_A()", "0.1234567890123456789", "", '<c r="A1"><v>0.1234567890123456789</v></c>'),
        ("XLB_A()", "-0", "n", '<c r="A1" t="n"><v>-0</v></c>'),
        ("XLB_A()", "1", "b", '<c r="A1" t="b"><v>1</v></c>'),
        ("XLB_A()", "#N/A", "e", '<c r="A1" t="e"><v>#N/A</v></c>'),
        ("XLB_A()", "2026-07-01", "d", '<c r="A1" t="d"><v>2026-07-01</v></c>'),
        ("XLB_A()", "0", "s", '<c r="A1" t="s"><v>0</v></c>'),
        (
            "XLB_A()",
            " a_x000D_<",
            "str",
            '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a_x000D_&lt;</t></is></c>',
        ),
        (
            "XLB_A()",
            "",
            "str",
            '<c r="A1" t="inlineStr"><is><t xml:space="preserve"></t></is></c>',
        ),
    ],
)
def test_a_value_of_each_kind_stays_to_the_last_digit(tmp_path, formula, value, kind, left):
    copy = frozen(of_cells(tmp_path, cell("A1", formula, value, kind)))
    assert left in copy.part()


@pytest.mark.parametrize(
    ("value", "kind"), [(None, ""), ("", ""), ("#NAME?", "e"), (None, "str"), ("", "b")]
)
def test_a_cell_that_was_not_calculated_is_refused_and_named(tmp_path, value, kind):
    cells = [cell(f"A{n}", "XLB_A()", value, kind) for n in range(1, 8)]
    with pytest.raises(UnreadableFileError) as refusal:
        frozen(of_cells(tmp_path, *cells, cell("B1", "A1", None)))
    assert "Data!A1, Data!A2, Data!A3, Data!A4, Data!A5 and 2 more" in refusal.value.saw


def test_a_cell_that_uses_a_name_of_ours_is_frozen_too(tmp_path):
    names = '<definedName name="Worth">XLB_NPV(0.1,Data!$B$1:$B$2)</definedName>'
    names += (
        '<definedName name="Twice">2*Worth</definedName><definedName name="Far">9</definedName>'
    )
    cells = (cell("A1", "Twice+1", 3), cell("A2", "Far", 9), number("B1", 1))
    copy = frozen(of_cells(tmp_path, *cells, names=names))
    assert [(one.area, one.formula) for one in copy.told.cells] == [("A1", "Twice+1")]
    assert [remark.place for remark in copy.told.remarks] == ["the name Worth", "the name Twice"]
    assert not copy.told.is_whole


def test_prefixed_parts_are_frozen_as_well(tmp_path):
    text = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>XLB_A()</x:f><x:v>a</x:v></x:c>'
        '<x:c r="B1"><x:f>XLB_ROI(2,1)</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    copy = frozen(book(tmp_path / "b.xlsx", {"Data": text}), twins=True)
    assert findings(copy.path) == []
    assert values(copy.path) == {"Data": [("a", 1)]}
    assert "<x:f>(2-1)/1</x:f>" in copy.part()


def test_the_calculation_chain_goes_and_excel_makes_it_anew(tmp_path):
    source = of_cells(
        tmp_path, cell("A1", "XLB_A()"), cell("B1", "A1"), chain='<c r="A1" i="1"/><c r="B1"/>'
    )
    assert "xl/calcChain.xml" in raw(source)
    copy = frozen(source)
    assert "xl/calcChain.xml" not in copy.names()
    assert "calcChain" not in copy.part("[Content_Types].xml") + copy.part(
        "xl/_rels/workbook.xml.rels"
    )
    assert findings(copy.path) == []


def test_the_calculation_chain_stays_where_all_cells_go_on_calculating(tmp_path):
    chain = '<c r="A1" i="1"/>'
    copy = frozen(of_cells(tmp_path, cell("A1", "XLB_ROI(2,1)"), chain=chain), twins=True)
    assert raw(copy.path)["xl/calcChain.xml"] == raw(copy.source)["xl/calcChain.xml"]


def test_a_book_without_our_functions_comes_out_the_same(tmp_path):
    copy = frozen(of_cells(tmp_path, cell("A1", '"XLB_NPV("', "XLB_NPV(", "str")))
    assert (copy.told.cells, copy.told.note, copy.told.changed) == ((), "", {})
    assert raw(copy.path) == raw(copy.source)


def test_a_book_that_no_spreadsheet_has_saved_is_told(rich, tmp_path):
    assert frozen(rich).told.never_saved
    assert not frozen(of_cells(tmp_path, cell("A1", "XLB_A()"))).told.never_saved


# --- twins ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "twin"),
    [
        ("XLB_ROI(A1,B1)", "(A1-B1)/B1"),
        ("[1]!XLB_ROI(A1,B1)", "(A1-B1)/B1"),
        ("XLB_GAP(XLB_GAP(3,2),_xll.xlb_gap(B1,1))", "(3-2)-(B1-1)"),
        ("XLB_NPV(0.1,B1:B3,XLB_GAP(1,1))", "NPV(0.1,B1:B3)*(1+0.1)^(1-(1-1))"),
        ("IF(A1>0,XLB_ROI(A1,B1),0)", ""),
        ("XLB_ROI(A1,B1)+1", ""),
        ("XLB_ROI(IFERROR(XLB_ROI(A1,B1),1),B1)", ""),
        ("XLB_ROI(XLB_IRR(A1:A3),B1)", ""),
        ("XLB_ROI(Worth,B1)", ""),
        ("XLB_LATER(1)", ""),
        ("1", ""),
    ],
)
def test_only_a_formula_that_is_one_call_has_a_twin(formula, twin):
    assert native(formula, {"WORTH"}) == twin


@pytest.mark.parametrize(("value", "kind"), [("#DIV/0!", "e"), ("text", "str"), ("1", "b")])
def test_what_is_no_number_keeps_its_value_and_takes_no_twin(tmp_path, value, kind):
    copy = frozen(of_cells(tmp_path, cell("A1", "XLB_ROI(A1,B1)", value, kind)), twins=True)
    assert [one.twin for one in copy.told.cells] == [""]
    assert formulas(copy.path) == []


# --- damage ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_is_frozen_or_refused_in_words(tmp_path, seed):
    path, chance = rich_book(tmp_path / "rich.xlsx"), Random(seed)  # noqa: S311 - no secret
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    part = chance.choice(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
    at = chance.randrange(len(parts[part]))
    word = chance.choice([b"", b"<", b'"', b"XLB_A(", b"<f>", b"1", b"/>", b"\0", b"<c/>"])
    parts[part] = parts[part][:at] + word + parts[part][at + chance.choice([0, 1, 9, 60]) :]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with suppress(UnreadableFileError):
        assert zipfile.ZipFile(frozen(path).path).testzip() is None


# --- size -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """A sheet of 20,000 cells of ours."""
    path = tmp_path_factory.mktemp("big") / "big.xlsx"
    with xlsxwriter.Workbook(path) as made:
        data = made.add_worksheet("Big")
        for row in range(20_000):
            data.write_row(row, 0, [0.1, -100, 60, 60])
            formula = f"=XLB_NPV(A{row + 1},B{row + 1}:D{row + 1})"
            data.write_formula(row, 4, formula, None, row + 0.5)
    return path


MEASURED = """
import re, sys
from datetime import date
from pathlib import Path
from time import process_time
from xlbudget.workbook.freeze import freeze
from xlbudget.workbook.parts import open_package, write_package
begun = process_time()
package = open_package(Path(sys.argv[1]))
told = freeze(package, day=date(2026, 7, 1), twins=sys.argv[2] == "True")
write_package(package, Path(sys.argv[3]), told.changed)
seconds = process_time() - begun
status = Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else 0
print(seconds, int(peak) / 1024)
"""


@pytest.mark.parametrize("twins", [False, True])
def test_twenty_thousand_cells_take_seconds_and_little_memory(big, tmp_path, twins):
    out = tmp_path / "out.xlsx"
    alone = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, "-c", MEASURED, big, str(twins), out]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=alone)
    seconds, mebibytes = map(float, done.stdout.split())
    assert seconds < 8
    assert mebibytes < 250
    assert len(formulas(out)) == (20_000 if twins else 0)
    assert load_workbook(out, data_only=True)["Big"]["E20000"].value == 19_999.5


def test_a_sheet_of_many_formulas_of_its_own_is_not_slowed_by_one_of_ours(tmp_path):
    cells = [cell(f"A{n}", "1+1", 2) for n in range(1, 20_001)]
    source = book(tmp_path / "b.xlsx", {"Data": sheet(rows(*cells, cell("B1", "XLB_A()")))})
    begun = process_time()
    assert len(frozen(source).told.cells) == 1
    assert process_time() - begun < 12
