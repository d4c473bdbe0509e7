"""All that is said of a workbook: as a budget and as a workbook, each thing once."""

from collections import Counter
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from xlsxwriter import Workbook

from hosts.folders import LINES, folder
from workbook.lint.logs import explain
from xlbudget.model.folder import load_folder
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.school import empty_pack, school_book
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.whole import judge_workbook
from xlbudget.workbook.write import write_book

SCHOOLS = "school_id,name,enrollment_2027,enrollment_2028,enrollment_2029\nS1,Elm,400,400,400\n"
GOALLESS = LINES.replace(",G1,", ",,")
SIDECAR = (
    '[[suppress]]\ncode = "XLR-09"\nrecord = "L1"\nreason = "May"\nby = "A"\ndate = 2026-09-01\n'
)


def written(place, lines=LINES, edition="working"):
    """Return the workbook of a small district folder."""
    budget, findings = load_folder(folder(place / "elm", line_items_csv=lines, schools_csv=SCHOOLS))
    path = place / "elm-valley-budget.xlsx"
    write_book(district_book(budget, findings, edition), path)
    return path


@pytest.fixture(scope="module")
def goalless(tmp_path_factory):
    """A workbook whose one line names no goal."""
    return written(tmp_path_factory.mktemp("whole"), GOALLESS).read_bytes()


@pytest.fixture
def book(goalless, tmp_path):
    path = tmp_path / "elm-valley-budget.xlsx"
    path.write_bytes(goalless)
    return path


def codes(whole):
    return Counter(one.code for one in whole.judged.findings)


def test_a_sound_workbook_of_ours_is_judged_by_both(tmp_path):
    whole = judge_workbook(written(tmp_path))
    assert (whole.profile, whole.has_budget) == (Profile.DISTRICT, True)
    assert whole.judged.in_words == "0 fatal; 0 warnings; 0 remarks"


def test_a_line_without_a_goal_is_said_once_and_not_by_its_check(book):
    whole = judge_workbook(book)
    assert codes(whole) == {"XLR-09": 1, "XLR-12": 1}
    assert {one.place.sheet for one in whole.judged.findings} == {"Line items", "Goals"}
    assert all(one.place.cell for one in whole.judged.findings)


def test_a_row_of_the_log_explains_a_finding_of_a_budget(book):
    explain(book, "XLR-09 L1: The board decides in May (J. Ortiz)")
    judged = judge_workbook(book, Profile.ANY).judged
    ((one, why),) = judged.suppressed
    assert (one.code, why.kept_in.split("!")[0]) == ("XLR-09", "Log")
    assert "XLR-09" not in {left.code for left in judged.findings}
    assert " warnings, 1 explained; " in judged.in_words


def test_what_a_person_types_into_the_next_row_of_the_log_counts(book):
    opened = openpyxl.load_workbook(book)
    sheet = opened["Log"]
    row = next(cell.row for (cell,) in sheet["B6:B40"] if cell.value == "generated") + 1
    typed = (date(2026, 9, 1), "Explained", "xlr-09 L1: The board decides in May (J. Ortiz)")
    for column, value in enumerate(typed, start=1):
        assert sheet.cell(row, column).protection.locked is False
        sheet.cell(row, column, value)
    opened.save(book)
    ((one, why),) = judge_workbook(book).judged.suppressed
    assert (one.code, why.date, why.kept_in) == ("XLR-09", "2026-09-01", f"Log!C{row}")


def test_log_and_file_beside_are_read_together(book):
    explain(book, "XLR-12 Goals: Money comes in May (J. Ortiz)")
    book.with_name(f"{book.name}.lint.toml").write_text(SIDECAR)
    judged = judge_workbook(book, Profile.ANY).judged
    assert {why.kept_in.split("!")[0] for _, why in judged.suppressed} == {
        "Log",
        "elm-valley-budget.xlsx.lint.toml",
    }
    assert " warnings, 2 explained; " in judged.in_words


def test_an_explanation_without_a_name_explains_nothing_and_is_found(book):
    explain(book, "XLR-09 L1: The board decides in May")
    found = codes(judge_workbook(book, Profile.ANY))
    assert found["E01"] == found["XLR-09"] == 1


def test_a_bad_file_beside_is_a_finding_that_names_it(book):
    book.with_name(f"{book.name}.lint.toml").write_text("[[suppress]\n")
    (one,) = [one for one in judge_workbook(book).judged.findings if one.code == "E01"]
    assert one.place.file == "elm-valley-budget.xlsx.lint.toml"
    assert "no sound TOML" in one.saw


def test_text_for_a_number_is_said_once(book):
    opened = openpyxl.load_workbook(book)
    sheet = opened["Line items"]
    headers = {cell.value: cell.column for row in sheet["A1:Z12"] for cell in row if cell.value}
    row = next(cell.row for (cell,) in sheet["A1:A40"] if cell.value == "L1")
    sheet.cell(row, headers["Quantity"], "300").data_type = "s"
    opened.save(book)
    where = (sheet.title, sheet.cell(row, headers["Quantity"]).coordinate)
    places = [(one.place.sheet, one.place.cell) for one in judge_workbook(book).judged.findings]
    assert places.count(where) == 1


def test_a_workbook_that_is_not_ours_is_not_asked_for_a_budget(tmp_path):
    with Workbook(tmp_path / "a.xlsx") as other:
        other.add_worksheet("Goals").write("A1", "Goals of the year")
        other.add_worksheet("Line items").write("A1", "Things")
    whole = judge_workbook(tmp_path / "a.xlsx")
    assert (whole.profile, whole.has_budget) == (Profile.ANY, False)
    assert not [code for code in codes(whole) if code.startswith(("XLI", "XLR"))]


def test_a_workbook_that_somebody_has_open_says_so_whoever_made_it(tmp_path):
    with Workbook(tmp_path / "a.xlsx") as other:
        other.add_worksheet("Costs").write("A1", "Costs")
    (tmp_path / "~$a.xlsx").write_bytes(b"\x05Ana R" + bytes(100))
    assert codes(judge_workbook(tmp_path / "a.xlsx"))["XLI-18"] == 1


def test_a_workbook_of_ours_without_its_lines_says_what_is_missing(tmp_path):
    opened = openpyxl.load_workbook(written(tmp_path))
    del opened["Line items"]
    opened.save(tmp_path / "b.xlsx")
    whole = judge_workbook(tmp_path / "b.xlsx")
    assert whole.has_budget
    assert codes(whole)["XLI-01"] == 1


def test_the_accessible_edition_says_that_it_is_one(tmp_path):
    path = written(tmp_path, edition="accessible")
    assert judge_workbook(path).profile is Profile.ACCESSIBLE


def test_an_accessible_workbook_of_a_school_is_judged_as_a_schools(tmp_path):
    path = tmp_path / "oak-budget.xlsx"
    identity = Identity(template="xlbudget school", edition="accessible")
    write_book(replace(school_book(empty_pack(), identity=identity), locks_structure=False), path)
    assert judge_workbook(path).profile is Profile.ACCESSIBLE
    assert codes(judge_workbook(path)) == {"I04": 1}


def test_a_profile_that_is_named_overrides_the_manifest(book):
    assert judge_workbook(book, Profile.SCHOOL).profile is Profile.SCHOOL
    assert "I04" in codes(judge_workbook(book, Profile.SCHOOL))
