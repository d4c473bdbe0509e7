"""Many faults in one workbook: each is found at its place, and nothing beside them."""

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from judges.libreoffice import LibreOffice
from livebook import LiveBook
from samples import BUDGET
from workbook.intake.test_records import german
from workbook.lint.crowd import FOLLOWS, crowded
from workbook.lint.typed import FOLLOWED, type_into
from xlbudget.sheets.book import district_book
from xlbudget.workbook.lint import LINT_RULES, Profile, lint
from xlbudget.workbook.write import write_book

EDITIONS = {"working": Profile.DISTRICT, "accessible": Profile.ACCESSIBLE}


def found(path, profile):
    """What the rules find: rule, sheet, cell."""
    return {(one.code, one.place.sheet, one.place.cell) for one in lint(path, profile)}


def test_a_crowd_of_faults_is_found_and_nothing_else(tmp_path):
    path, expected = crowded(tmp_path / "crowded-budget.xlsx")
    assert len(expected) > 75
    assert {code[0] for code, _, _ in expected} == {"S", "F", "I", "C", "L", "P"}
    assert found(path, Profile.DISTRICT) == expected | FOLLOWS


def test_the_crowd_breaks_most_rules(tmp_path):
    _, expected = crowded(tmp_path / "crowded-budget.xlsx")
    assert len({code for code, _, _ in expected}) > len(LINT_RULES) * 0.75


# --- what a person types into our workbooks, in a German LibreOffice


@pytest.fixture(scope="module")
def german_office():
    """A LibreOffice that writes numbers and dates as in Germany."""
    with LibreOffice(prepare=german) as office:
        yield office


@pytest.fixture(scope="module", params=EDITIONS)
def typed(request, german_office, tmp_path_factory):
    """What is found in a workbook as made, as saved, and after a person typed; the typed faults."""
    folder, edition = tmp_path_factory.mktemp("typed"), request.param
    book = district_book(BUDGET, (), edition)
    paths = [folder / f"millbrook-{name}.xlsx" for name in ("made", "saved", "typed")]
    write_book(book, paths[0])
    live = LiveBook.open(german_office, book, paths[0])
    german_office.save_as(live.handle, paths[1])
    expected = type_into(live)
    german_office.save_as(live.handle, paths[2])
    live.close()
    return *(found(path, EDITIONS[edition]) for path in paths), expected


def test_what_a_german_libreoffice_saves_is_as_sound_as_it_was(typed):
    made, saved, _, _ = typed
    assert {code for code, _, _ in saved - made} <= {"L09"}


def test_each_fault_that_was_typed_is_found_and_nothing_else(typed):
    _, saved, now, expected = typed
    assert sorted(expected - now) == []
    more = now - expected - saved
    assert {(code, sheet) for code, sheet, _ in more} <= FOLLOWED


# --- a workbook that is not ours


def foreign(path):
    """A workbook by openpyxl with faults; the faults: rule, sheet, cell."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Item", "Jan", "Feb", "Mar", "Apr"])
    for row in range(2, 8):
        sheet.append([f"Item {row}", *(f"={column}$20*10" for column in "BCDE")])
    sheet["D4"] = 55
    for row, formula in enumerate(FOREIGN, start=30):
        sheet[f"H{row}"] = formula
    sheet["B22"] = "@SUM(A1)"
    sheet["A24"] = "here"
    sheet["A24"].hyperlink = "https://example.org"
    sheet["A26"] = "faint"
    sheet["A26"].font = Font(color="BBBBBB", size=8, italic=True)
    sheet["A27"].comment = Comment("A note", "somebody")
    sheet.merge_cells("A28:C28")
    sheet.row_dimensions[29].hidden = True
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=7), titles_from_data=True)
    sheet.add_chart(chart, "J2")
    other = book.create_sheet("Prices")
    other.append(["Item", "Item "])
    other.append(["Laptop", 1234567890.5])
    other["B2"].number_format = "#,##0.00"
    other.add_table(Table(displayName="Table1", ref="A1:B2"))
    other.freeze_panes = "E9"
    other.sheet_state = "hidden"
    book.create_sheet("Empty")
    book.defined_names["Lost"] = DefinedName("Lost", attr_text="#REF!")
    book.defined_names["Gone"] = DefinedName("Gone", attr_text="Nowhere!$A$1")
    book.save(path)
    return path


FOREIGN = {
    "=SUM(OFFSET(B2,0,0,2,2))": "F07",
    "=NPV(B2,C2:E2)": "F08",
    "=CHOOSE(B2,C2,D2)": "F09",
    "=SUM(C:C)": "F14",
    "=IFERROR(B2/C2,0)": "F16",
    "=ROUND(SUM(B2:E2),-3)": "F17",
    "=Prices!B2-Empty!A1": "F18",
    "=B2*1.19": "F03",
    "=IF(B2>0,IF(C2>0,IF(D2>0,1,0),0),0)": "F06",
    "=B2+C2+D2+E2+B3+C3+D3+E3": "F04",
    "=H40": "F13",
    "='[prices.xlsx]A'!A1": "S13",
}
EXPECTED = {
    *((code, "Sheet", f"H{row}") for row, code in enumerate(FOREIGN.values(), start=30)),
    ("F04", "Sheet", "H38"),
    ("S07", "Sheet", "A1"),
    ("S05", "Prices", "A1"),
    ("S08", "Empty", "A1"),
    ("S06", "Sheet", "A29"),
    ("F02", "Sheet", "D4"),
    ("F19", "Sheet", "B2"),
    ("F20", "", ""),
    ("P01", "", ""),
    ("I12", "Sheet", "B22"),
    ("L01", "Sheet", "A28"),
    ("L02", "Prices", "A1"),
    ("L02", "Prices", "B1"),
    ("L05", "Empty", "A1"),
    ("L07", "Sheet", "A26"),
    ("L09", "Sheet", "J2"),
    ("L10", "Sheet", "A26"),
    ("L11", "Prices", "B2"),
    ("L12", "Sheet", "A24"),
    ("L14", "Prices", "E9"),
    ("L16", "", ""),
}


def test_a_workbook_of_another_program_is_judged(tmp_path):
    assert found(foreign(tmp_path / "Book1.xlsx"), Profile.ANY) == EXPECTED
