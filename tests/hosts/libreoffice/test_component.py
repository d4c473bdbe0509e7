"""The functions in LibreOffice itself: in formulas, in files, in the wizard, and gone again."""

import zipfile

import openpyxl
import pytest
import xlsxwriter

from hosts.libreoffice.routes import NOT_AVAILABLE
from judges import unopkg
from judges.libreoffice import CalcError, LibreOffice
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.libreoffice.names import IDENTIFIER
from xlbudget.hosts.libreoffice.oxt import build

SHEET = "Plan"
NPV = "=XLB_NPV(B1,A1:A3)"
WORTH = -100 + 60 / 1.05 + 60 / 1.05**2


@pytest.fixture
def book(tmp_path):
    """A workbook as our writer, or any other, leaves it: plain names of functions."""
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        sheet.write_column("A1", [-100, 60, 60])
        sheet.write("B1", 0.05)
        sheet.write_formula("B2", "=NA()")
        sheet.write_formula("D1", NPV)
        workbook.define_name("Worth", f"=XLB_NPV({SHEET}!$B$1,{SHEET}!$A$1:$A$3)")
    return path


@pytest.fixture
def opened(office, book):
    handle = office.open(book)
    yield handle
    office.close(handle)


def shown(office, handle, formula):
    """Return what a formula shows when a person types it."""
    office.set(handle, SHEET, "F1", formula)
    return office.get_exact(handle, SHEET, "F1")[0][0]


# --- formulas


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        pytest.param("=XLB_NPV(0.05,{-100,60,60})", WORTH, id="an-array-across"),
        pytest.param("=XLB_NPV(0.05,{-100;60;60})", WORTH, id="an-array-down"),
        pytest.param("=xlb_npv(5%,A1:A3)", WORTH, id="small-letters"),
        pytest.param("=XLB_NPV(0.05,A:A)", WORTH, id="a-whole-column"),
        pytest.param("=XLB_NPV(0.05,A1:A3,)", WORTH, id="nothing-after-a-comma"),
        pytest.param("=Worth", WORTH, id="a-name"),
        pytest.param("=ROUND(1+XLB_NPV(B1,A1:A3),2)", 12.56, id="inside-another"),
        pytest.param("=SUM(XLB_TCO_YEARS(400,0,4,7,0,1,0,1,6))", 800.0, id="all-of-an-array"),
        pytest.param("=INDEX(XLB_TCO_YEARS(400,0,4,7,0,1,0,1,6),1,6)", 300.0, id="one-of-an-array"),
        pytest.param("=XLB_TCO_YEARS(400,0,4,7,0,1,0,1,6)", 100.0, id="the-first-of-an-array"),
        pytest.param("=XLB_FISCAL_YEAR(DATE(2026,7,1))", 2027.0, id="a-date"),
        pytest.param('=IFERROR(XLB_ROI(1,0),"none")', "none", id="a-caught-error"),
    ],
)
def test_a_formula_shows_its_value(office, opened, formula, value):
    assert shown(office, opened, formula) == pytest.approx(value)


@pytest.mark.parametrize(
    ("formula", "number"),
    [
        pytest.param("XLB_ROI(1,0)", 2, id="division-by-zero"),
        pytest.param('XLB_NPV("5%",A1:A3)', 3, id="value"),
        pytest.param("XLB_NPV(-1,A1:A3)", 6, id="number"),
        pytest.param('XLB_ERATE_DISCOUNT(80,"lunar",1)', 7, id="not-available"),
        pytest.param("XLB_NPV(B2,A1:A3)", 7, id="an-error-that-comes-in"),
        pytest.param("SUM(XLB_TCO_YEARS(400,0,-1,7))", 6, id="an-array-that-fails"),
    ],
)
def test_an_error_is_the_one_that_excel_knows(office, opened, formula, number):
    assert shown(office, opened, f"=ERROR.TYPE({formula})") == number


def test_an_error_in_a_calculated_array_comes_out_as_itself(office, tmp_path):
    path = tmp_path / "array.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        sheet.write_column("A1", [-100, 60])
        sheet.write_formula("A3", "=NA()")
        sheet.write_array_formula("D1:D1", "=XLB_NPV(0.05,A1:A3*2)")
    handle = office.open(path)
    assert office.get_exact(handle, SHEET, "D1") == [[NOT_AVAILABLE]]
    office.close(handle)


def test_too_many_arguments_are_refused_by_the_host(office, opened):
    assert shown(office, opened, "=XLB_NPV(0.05,A1:A3,0,1)") == CalcError(504)


def test_a_formula_follows_an_edit(office, opened):
    office.set(opened, SHEET, "A3", 0)
    assert office.get(opened, SHEET, "D1") == [pytest.approx(-100 + 60 / 1.05)]


# --- files


def test_an_xlsx_saved_again_still_names_the_function(office, opened, tmp_path):
    office.save_as(opened, tmp_path / "saved.xlsx")
    saved = openpyxl.load_workbook(tmp_path / "saved.xlsx")
    assert saved[SHEET]["D1"].value == NPV
    assert saved.defined_names["Worth"].value.startswith("XLB_NPV(")


def test_an_xlsx_saved_again_calculates(office, opened, tmp_path):
    office.save_as(opened, tmp_path / "saved.xlsx")
    assert office.recalculate(tmp_path / "saved.xlsx").values[SHEET]["D1"] == pytest.approx(WORTH)


def test_a_workbook_of_another_library_calculates(office, tmp_path):
    made = openpyxl.Workbook()
    made.active.title = SHEET
    for row, flow in enumerate((-100, 60, 60), start=1):
        made.active.cell(row, 1, flow)
    made.active["D1"] = "=XLB_NPV(0.05,A1:A3)"
    made.save(tmp_path / "made.xlsx")
    assert office.recalculate(tmp_path / "made.xlsx").values[SHEET]["D1"] == pytest.approx(WORTH)


def test_without_the_extension_a_cell_says_so(libreoffice, book):
    assert libreoffice.recalculate(book).values[SHEET]["D1"] == "#NAME?"


def test_without_the_extension_the_name_is_not_lost(libreoffice, book, tmp_path):
    handle = libreoffice.open(book)
    libreoffice.save_as(handle, tmp_path / "saved.xlsx")
    libreoffice.close(handle)
    with zipfile.ZipFile(tmp_path / "saved.xlsx") as package:
        assert "xlb_npv(B1,A1:A3)" in package.read("xl/worksheets/sheet1.xml").decode().replace(
            "XLB_NPV", "xlb_npv"
        )


# --- the function wizard


@pytest.fixture(scope="module")
def wizard(office):
    return office.help_of("XLB_")


def test_the_wizard_knows_every_function(wizard):
    assert set(wizard) == set(FUNCTIONS)


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda function: function.name)
def test_the_wizard_explains_a_function_and_its_arguments(wizard, function):
    told = wizard[function.name]
    assert told.says == function.says
    assert [name for name, _, _ in told.arguments] == [p.name for p in function.parameters]
    assert all(
        says.startswith(parameter.says)
        for (_, says, _), parameter in zip(told.arguments, function.parameters, strict=True)
    )


def test_all_functions_stand_in_one_category(wizard):
    assert len({told.category for told in wizard.values()}) == 1


# --- installing


def test_an_extension_that_is_taken_out_is_gone(book, tmp_path):
    build(tmp_path / "xlbudget.oxt")
    told = []

    def come_and_go(profile):
        unopkg.add(tmp_path / "xlbudget.oxt", profile)
        told.append(unopkg.listed(profile))
        unopkg.remove(IDENTIFIER, profile)
        told.append(unopkg.listed(profile))

    with LibreOffice(prepare=come_and_go) as without:
        assert without.recalculate(book).values[SHEET]["D1"] == "#NAME?"
    assert [IDENTIFIER in text for text in told] == [True, False]
    assert "is registered: no" not in told[0]
    assert f"{len(FUNCTIONS)} functions" in told[0]


def test_a_profile_that_cannot_be_prepared_leaves_nothing_behind(tmp_path):
    profiles = []

    def fail(profile):
        profiles.append(profile)
        unopkg.add(tmp_path / "missing.oxt", profile)

    with pytest.raises(FileNotFoundError):
        LibreOffice(prepare=fail)
    assert [profile.exists() for profile in profiles] == [False]
