"""package: named styles, plain formulas, a locked structure."""

from zipfile import ZipFile

import pytest

from workbook.parts import SPACES, part, values
from xlbudget.sheets.plan import Emphasis, Form, Part
from xlbudget.workbook import look
from xlbudget.workbook.package import BudgetWorkbook
from xlbudget.workbook.read import open_book

STYLES = "xl/styles.xml"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.xlsx"


def made(path, *looks, **facts):
    """A workbook with one cell in each look."""
    workbook = BudgetWorkbook(path, **facts)
    page = workbook.add_sheet("Data")
    for row, (style, properties) in enumerate(looks):
        page.write_number(row, 0, row, workbook.look(style, properties))
    workbook.close()
    return workbook


def cell(part_, emphasis=Emphasis.NONE):
    return look.cell(part_, Form.NUMBER, emphasis, filled=True)


def test_the_style_gallery_shows_the_styles_that_are_used(path):
    made(path, look.title(), cell(Part.INPUT), cell(Part.CALCULATION, Emphasis.TOTAL))
    styles = part(path, STYLES)
    named = dict(
        zip(
            values(styles, "s:cellStyles/s:cellStyle", "name"),
            values(styles, "s:cellStyles/s:cellStyle", "builtinId"),
            strict=True,
        )
    )
    assert named == {"Normal": "0", "Heading 1": "16", "Input": "20", "Total": "25"}


def test_a_cell_belongs_to_its_style(path):
    made(path, look.prose(), cell(Part.INPUT), look.strong())
    styles = part(path, STYLES)
    names = dict(
        zip(
            values(styles, "s:cellStyles/s:cellStyle", "xfId"),
            values(styles, "s:cellStyles/s:cellStyle", "name"),
            strict=True,
        )
    )
    kinds = [names[place] for place in values(styles, "s:cellXfs/s:xf", "xfId")]
    assert kinds == ["Normal", "Explanatory Text", "Input", "Normal"]
    assert len(styles.findall("s:cellStyleXfs/s:xf", SPACES)) == len(names)


def test_counts_are_those_of_what_is_written(path):
    made(path, look.title(), cell(Part.INPUT))
    styles = part(path, STYLES)
    count = [values(styles, f"s:{name}", "count") for name in ("cellStyles", "cellStyleXfs")]
    assert count == [["3"], ["3"]]


def test_a_workbook_without_styles_of_its_own_has_normal(path):
    made(path, look.strong())
    assert values(part(path, STYLES), "s:cellStyles/s:cellStyle", "name") == ["Normal"]


def test_a_look_is_made_once_and_looks_of_one_style_share_it(path):
    workbook = BudgetWorkbook(path)
    first, again = workbook.look(*look.title()), workbook.look(*look.title())
    inputs = [look.cell(Part.INPUT, form, Emphasis.NONE, filled=True) for form in Form]
    places = {workbook.look(*shown).xf_id for shown in inputs}
    workbook.add_sheet("Data")
    workbook.close()
    assert first is again
    assert (first.xf_id, places) == (1, {2})


def test_formulas_and_texts_are_written_as_they_are(path):
    workbook = BudgetWorkbook(path)
    page = workbook.add_sheet("Data")
    page.write_formula(0, 0, "=SUM(Items[[#This Row],[Count]])", None, 5)
    page.write(0, 1, "=1+1")
    page.write(0, 2, "007")
    page.write(0, 3, "https://example.org")
    workbook.close()
    cells = part(path, "xl/worksheets/sheet1.xml").findall(".//s:c", SPACES)
    assert [(item.get("t"), item[0].text) for item in cells] == [
        (None, "SUM(Items[[#This Row],[Count]])"),
        ("s", "0"),
        ("s", "1"),
        ("s", "2"),
    ]


@pytest.mark.parametrize(("lock", "found"), [(True, ["1"]), (False, [])])
def test_the_structure_is_locked_when_told(lock, found, path):
    made(path, look.title(), lock_structure=lock)
    assert values(part(path, "xl/workbook.xml"), "s:workbookProtection", "lockStructure") == found


def test_an_empty_text_as_a_result_is_told_from_no_result(path):
    workbook = BudgetWorkbook(path)
    workbook.add_sheet("Notes").write_formula("A1", '=""', None, "")
    workbook.close()
    assert open_book(path).sheet("Notes").cells.values == {"A1": ""}


def test_equal_looks_of_two_styles_stay_apart(path):
    plain = {"font_name": "Calibri", "border": 1}
    made(path, (look.CALCULATION, plain), (look.LABEL, plain), (look.CALCULATION, plain))
    styles = part(path, STYLES)
    assert values(styles, "s:cellXfs/s:xf", "xfId") == ["0", "1", "2"]


def test_a_style_of_our_own_has_a_name_and_no_number(path):
    made(path, look.header(Form.TEXT))
    _, own = part(path, STYLES).findall("s:cellStyles/s:cellStyle", SPACES)
    assert own.attrib == {"name": "Column header", "xfId": "1"}


def test_the_language_is_told(path):
    made(path, look.title())
    with ZipFile(path) as package:
        assert b"<dc:language>en-US</dc:language>" in package.read("docProps/core.xml")
