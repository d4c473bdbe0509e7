"""load_workbook: there and back, what people do to a workbook, and what is said of it."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from judges.libreoffice import LibreOffice
from samples import BUDGET, LINE, with_first, with_more
from strategies import budgets
from workbook.intake.filled import (
    cell_of,
    error,
    formula,
    number,
    places,
    plain_sheets,
    put,
    text,
    truth,
    write_filled,
    write_plain,
)
from xlbudget.errors import MissingFileError, UnreadableFileError
from xlbudget.model import Assumption, TeamMember
from xlbudget.model.finding import Severity
from xlbudget.model.rules import findings_of
from xlbudget.model.tables import TABLES
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.template import template_book
from xlbudget.workbook.intake import load_workbook
from xlbudget.workbook.write import write_book

FATAL, WARNING, REMARK = Severity


GERMAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>de-DE</value></prop></item></oor:items>"""


def german(profile):
    """Make a LibreOffice profile that writes numbers and dates as in Germany."""
    folder = profile / "user" / "user"
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(GERMAN, "utf-8")


def facts(findings):
    """What findings say, wherever they stand."""
    return sorted((item.code, item.place.column, item.place.record, item.saw) for item in findings)


# --- there and back


@settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(budgets())
def test_a_budget_is_read_back_as_it_was_written(tmp_path, budget):
    loaded, findings = load_workbook(write_filled(budget, tmp_path / "a.xlsx"))
    assert loaded == budget
    assert facts(findings) == facts(findings_of(budget))


def test_the_sample_district_is_read_back_with_the_findings_of_its_folder(tmp_path, riverbend):
    loaded, findings = load_workbook(write_filled(riverbend, tmp_path / "a.xlsx"))
    assert loaded == riverbend
    assert len(findings) == 12
    assert facts(findings) == facts(findings_of(riverbend))


def test_the_empty_template_is_read_back_as_a_budget_without_records(tmp_path):
    write_book(template_book(), tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx") == (empty_budget(), ())


def test_the_accessible_edition_is_read_back_as_well(tmp_path):
    write_book(district_book(BUDGET, (), "accessible"), tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx") == (BUDGET, ())


def test_money_comes_back_to_the_cent_and_shares_to_the_millionth(tmp_path):
    thirds = (Decimal("0.333333"), Decimal("0.333333"), Decimal("0.333334"))
    shares = {f"goal_share_{i}": share for i, share in enumerate(thirds, 1)}
    goals = dict.fromkeys(("goal_1", "goal_2", "goal_3"), "G1")
    budget = with_first("lines", unit_price=Decimal("0.1"), quantity=Decimal(3), **shares, **goals)
    amounts = {2027: Decimal("4035.10"), 2028: Decimal("0.30"), 2029: Decimal("123456789.01")}
    source = replace(BUDGET.sources[0], amount=amounts)
    budget = replace(budget, sources=(source,))
    loaded, _ = load_workbook(write_filled(budget, tmp_path / "a.xlsx"))
    assert loaded == budget


def test_words_that_look_like_something_else_stay_words(tmp_path):
    odd = "=1+1\n_x0041_ 007 TRUE 5% 課程 😀 <&>"
    budget = with_first("lines", description=odd, function="0100", notes="#REF!", owner="1E5")
    budget = replace(budget, team=(TeamMember(role="TRUE", name="2026-01-01"),))
    loaded, _ = load_workbook(write_filled(budget, tmp_path / "a.xlsx"))
    assert loaded == budget


# --- another program in between


def test_a_save_by_libreoffice_changes_nothing(tmp_path, libreoffice, riverbend):
    book = write_filled(riverbend, tmp_path / "a.xlsx")
    handle = libreoffice.open(book)
    libreoffice.save_as(handle, tmp_path / "b.xlsx")
    libreoffice.close(handle)
    loaded, findings = load_workbook(tmp_path / "b.xlsx")
    assert loaded == riverbend
    assert facts(findings) == facts(findings_of(riverbend))


def test_an_empty_workbook_saved_by_libreoffice_gives_no_remark(tmp_path, libreoffice):
    write_book(template_book(), tmp_path / "a.xlsx")
    handle = libreoffice.open(tmp_path / "a.xlsx")
    libreoffice.save_as(handle, tmp_path / "b.xlsx")
    libreoffice.close(handle)
    assert load_workbook(tmp_path / "b.xlsx") == (empty_budget(), ())


def test_what_a_person_types_in_libreoffice_is_read(tmp_path, libreoffice, book):
    sheet, quantity = cell_of(book, "LineItems", "Quantity")
    _, price = cell_of(book, "LineItems", "Unit price")
    handle = libreoffice.open(book)
    libreoffice.insert_rows(handle, sheet, 3, 2)
    libreoffice.set(handle, sheet, _lower(quantity, 2), "=270*180")
    libreoffice.set(handle, sheet, _lower(price, 2), 12.5)
    libreoffice.save_as(handle, tmp_path / "b.xlsx")
    libreoffice.close(handle)
    loaded, findings = load_workbook(tmp_path / "b.xlsx")
    line = replace(LINE, quantity=Decimal(48600), unit_price=Decimal("12.5"))
    assert loaded == replace(BUDGET, lines=(line,))
    assert ("XLI-16", sheet, _lower(quantity, 2), REMARK) in places(findings)


def _lower(ref, rows):
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", ref).groups()
    return f"{letters}{int(row) + rows}"


def test_a_save_by_openpyxl_changes_nothing(tmp_path, book):
    openpyxl.load_workbook(book).save(tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx") == (BUDGET, ())


def test_a_german_libreoffice_changes_nothing(tmp_path, riverbend):
    book = write_filled(riverbend, tmp_path / "a.xlsx")
    with LibreOffice(prepare=german) as office:
        handle = office.open(book)
        sheet, blank = cell_of(book, "LineItems", "Notes", row=40)
        office.set(handle, sheet, blank, '=TEXT(1.5,"0,0")')
        assert office.get(handle, sheet, blank) == ["1,5"]
        office.set(handle, sheet, blank, None)
        office.save_as(handle, tmp_path / "b.xlsx")
    loaded, findings = load_workbook(tmp_path / "b.xlsx")
    notes = [replace(line, notes="") if i == 39 else line for i, line in enumerate(riverbend.lines)]
    assert loaded == replace(riverbend, lines=tuple(notes))
    assert facts(findings) == facts(findings_of(loaded))


# --- what people do to a workbook


def test_tables_that_are_gone_are_found_by_their_headings(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    for page in opened.worksheets:
        for name in list(page.tables):
            del page.tables[name]
    opened.save(tmp_path / "b.xlsx")
    loaded, findings = load_workbook(tmp_path / "b.xlsx")
    assert loaded == BUDGET
    assert {item.code for item in findings} == {"XLI-17"}
    assert len(findings) == len(TABLES)


def test_rows_that_were_pasted_into_plain_sheets_are_read(tmp_path, riverbend):
    loaded, findings = load_workbook(write_plain(tmp_path / "a.xlsx", plain_sheets(riverbend)))
    assert loaded == riverbend
    assert not [item for item in findings if item.severity is FATAL]


@pytest.mark.parametrize(
    "renamed",
    [
        str.upper,
        lambda name: name.replace("_", "  "),
        lambda name: f" {name.replace('_', '-')}: ",
        lambda name: re.sub("_(20..)$", r" FY\1", name),
        lambda name: f"{name} ($)",
    ],
)
def test_headings_written_otherwise_are_known(tmp_path, renamed):
    path = write_plain(tmp_path / "a.xlsx", plain_sheets(BUDGET, renamed))
    assert load_workbook(path)[0] == BUDGET


def test_moved_columns_and_columns_of_ones_own_do_no_harm(tmp_path):
    sheets = plain_sheets(BUDGET)
    own = ["Vendor", *["Acme"] * len(BUDGET.lines)]
    rows = sheets["Line items"][2:]
    moved = [[own[i], *reversed(row)] for i, row in enumerate(rows)]
    sheets = {"My notes": [["Anything"]], **sheets, "Line items": [[], ["Lines"], *moved]}
    loaded, findings = load_workbook(write_plain(tmp_path / "a.xlsx", sheets))
    assert loaded == BUDGET
    (own_column,) = [item for item in findings if item.code == "XLI-05"]
    assert (own_column.place.cell, own_column.severity) == ("A3", REMARK)
    assert "“Vendor” is not known" in own_column.saw


def test_calculated_columns_pasted_as_values_do_not_count_twice(tmp_path):
    sheets = plain_sheets(BUDGET)
    header, *rows = sheets["Line items"][2:]
    sheets["Line items"] = [["Program id", *header], *[["P9", *row] for row in rows]]
    headings = {"program_id": "Program"}
    sheets["Line items"][0] = ["Program id", *[headings.get(name, name) for name in header]]
    assert load_workbook(write_plain(tmp_path / "a.xlsx", sheets))[0] == BUDGET


def test_a_row_below_the_table_is_read_and_told(book, tmp_path):
    opened = openpyxl.load_workbook(book)
    page = opened["Goals"]
    row = int(re.search("[0-9]+$", page.tables["Goals"].ref).group()) + 1
    for letter, words in zip("ABE", ("G2", "district", "Every student has a device"), strict=True):
        page[f"{letter}{row}"] = words
    opened.save(tmp_path / "b.xlsx")
    loaded, findings = load_workbook(tmp_path / "b.xlsx")
    assert [goal.goal_id for goal in loaded.goals] == ["G1", "G2"]
    assert ("XLI-17", row, WARNING) in [(f.code, f.place.row, f.severity) for f in findings]


def test_totals_typed_below_a_table_are_no_record(book, tmp_path):
    opened = openpyxl.load_workbook(book)
    page = opened["Funding"]
    row = int(re.search("[0-9]+$", page.tables["Funding"].ref).group()) + 1
    amount = re.match("[A-Z]+", cell_of(book, "Funding", "Amount 1")[1]).group()
    page[f"A{row}"], page[f"{amount}{row}"] = "Total", "=SUM(Funding[Amount 1])"
    opened.save(tmp_path / "b.xlsx")
    loaded, (finding,) = load_workbook(tmp_path / "b.xlsx")
    assert loaded == BUDGET
    assert (finding.code, finding.place.row, finding.severity) == ("XLI-17", row, WARNING)
    assert "is not read" in finding.saw


def test_a_column_of_formulas_under_a_name_in_files_is_read(tmp_path):
    sheets = plain_sheets(BUDGET)
    header, first = sheets["Line items"][2:]
    first[header.index("program_id")] = "=Programs!A4"
    path = write_plain(tmp_path / "a.xlsx", sheets)
    _, findings = load_workbook(path)
    assert "program_id" in {item.place.column for item in findings if item.code == "XLI-16"}


def test_a_blank_row_in_between_is_passed_over(tmp_path):
    sheets = plain_sheets(BUDGET)
    sheets["Line items"].insert(3, [])
    loaded, _ = load_workbook(write_plain(tmp_path / "a.xlsx", sheets))
    assert loaded == BUDGET


# --- odd cells


def test_an_amount_typed_as_a_formula_counts_as_its_value_and_is_noted(book):
    at = put(book, "LineItems", "Unit price", formula("270*180", 48600))
    loaded, findings = load_workbook(book)
    (finding,) = [item for item in findings if item.code == "XLI-16"]
    assert loaded.lines[0].unit_price == Decimal(48600)
    assert places([finding]) == [("XLI-16", "Line items", at, REMARK)]
    assert finding.saw == "Unit price holds the formula “=270*180”"
    assert (finding.place.file, finding.place.record) == ("millbrook.xlsx", "L1")


def test_binary_noise_of_a_formula_is_left_behind(book):
    put(book, "LineItems", "Unit price", formula("0.1+0.2", "0.30000000000000004"))
    assert load_workbook(book)[0].lines[0].unit_price == Decimal("0.3")


@pytest.mark.parametrize(
    ("header", "content", "code", "says"),
    [
        ("Unit price", formula("A1*2"), "XLI-15", "not in the file"),
        ("Unit price", error("#REF!"), "XLI-15", "shows #REF!"),
        ("Description", error("#N/A"), "XLI-15", "shows #N/A"),
        ("Unit price", text("about 300"), "XLI-09", "about 300"),
        ("Unit price", truth(is_true=True), "XLI-09", "TRUE"),
        ("Quantity", text("1.234,50"), "XLI-09", "1.234,50"),
        ("Spare share", number(5), "XLI-10", "“5”"),
    ],
)
def test_a_cell_without_a_usable_value_is_fatal_and_told_with_its_cell(
    book, header, content, code, says
):
    at = put(book, "LineItems", header, content)
    loaded, findings = load_workbook(book)
    assert loaded is None
    assert places(findings) == [(code, "Line items", at, FATAL)]
    assert says in findings[0].saw


@pytest.mark.parametrize(
    ("header", "content", "value", "severity"),
    [
        ("Quantity", text("120"), Decimal(120), WARNING),
        ("Unit price", text("$1,234.50"), Decimal("1234.50"), WARNING),
        ("Function", number(1100), "1100", REMARK),
        ("Description", truth(is_true=False), "FALSE", WARNING),
    ],
)
def test_a_value_of_another_kind_is_read_and_told(book, header, content, value, severity):
    at = put(book, "LineItems", header, content)
    loaded, findings = load_workbook(book)
    assert getattr(loaded.lines[0], header.lower().replace(" ", "_")) == value
    assert ("XLI-16", "Line items", at, severity) in places(findings)


def test_a_truth_value_says_yes(book):
    put(book, "LineItems", "Refresh", truth(is_true=False))
    loaded, _ = load_workbook(book)
    assert loaded.lines[0].refresh is False


def test_a_date_typed_as_text_is_read_and_told(book):
    at = put(book, "Programs", "Contract end", text("7/31/2027"))
    loaded, (finding,) = load_workbook(book)
    assert loaded.programs[0].contract_end == date(2027, 7, 31)
    assert places([finding]) == [("XLI-16", "Programs", at, WARNING)]


def test_a_bare_id_typed_in_place_of_a_label_is_read(book):
    put(book, "LineItems", "Goal 1", text("G1"))
    assert load_workbook(book) == (BUDGET, ())


def test_an_unknown_id_is_told_at_its_cell(book):
    at = put(book, "LineItems", "Goal 1", text("G9 · Something else"))
    loaded, findings = load_workbook(book)
    assert loaded is None
    assert ("XLR-01", "Line items", at, FATAL) in places(findings)


def test_all_faults_are_told_at_once(book):
    put(book, "Frame", "Value", text("soon"), row=9)
    put(book, "LineItems", "Unit price", text("about 300"))
    put(book, "Funding", "Amount 2", error("#DIV/0!"))
    put(book, "Schools", "Level", text("kindergarden"))
    found = {(item.place.sheet, item.code) for item in load_workbook(book)[1]}
    wrong = {("Assumptions", "XLI-13"), ("Line items", "XLI-09"), ("Funding", "XLI-15")}
    assert found == wrong | {("Schools", "XLI-12")}


def test_rows_and_cells_in_findings_are_those_of_the_sheet(tmp_path):
    budget = with_more("lines", replace(LINE, line_id="L2", goal_1="", goal_share_1=None))
    path = write_filled(budget, tmp_path / "a.xlsx")
    _, findings = load_workbook(path)
    (found,) = [item for item in findings if item.code == "XLR-09"]
    sheet, ref = cell_of(path, "LineItems", "Goal 1", row=2)
    assert (found.place.sheet, found.place.cell, found.place.record) == (sheet, ref, "L2")
    assert str(found.place.row) == re.sub("[A-Z]", "", ref)


# --- the district and its assumptions


def test_a_missing_fact_of_the_district_is_told_at_its_cell(book):
    at = put(book, "Frame", "Value", text(" "), row=1)
    loaded, findings = load_workbook(book)
    assert loaded is None
    assert places(findings) == [("XLI-05", "Assumptions", at, FATAL)]


def test_a_plan_of_more_years_than_the_sheets_have_is_told(book):
    put(book, "Frame", "Value", number(6), row=7)
    loaded, findings = load_workbook(book)
    assert loaded.district.years[-1] == 2032
    short = [item.saw for item in findings if item.code == "XLI-05"]
    assert "Amount has no column for FY2032" in short
    assert "Enrollment has no column for FY2032" in short


def test_many_columns_of_ones_own_are_told_once(tmp_path):
    sheets = plain_sheets(BUDGET)
    sheets["Savings"][2] += [f"My column {i}" for i in range(40)]
    loaded, findings = load_workbook(write_plain(tmp_path / "a.xlsx", sheets))
    (remark,) = [item for item in findings if item.code == "XLI-05"]
    assert loaded == BUDGET
    assert remark.saw.startswith("40 columns are not known: “My column 0”, ")


def test_a_column_that_stands_twice_is_fatal(tmp_path):
    sheets = plain_sheets(BUDGET)
    sheets["Savings"][2].append("planned_2027")
    loaded, findings = load_workbook(write_plain(tmp_path / "a.xlsx", sheets))
    assert loaded is None
    assert "The column planned_2027 stands 2 times" in [item.saw for item in findings]


def test_a_column_of_numbers_typed_as_text_is_told_once(tmp_path):
    lines = tuple(replace(LINE, line_id=f"L{i}") for i in range(1, 9))
    path = write_filled(replace(BUDGET, lines=lines), tmp_path / "a.xlsx")
    refs = [put(path, "LineItems", "Quantity", text("5"), row=row) for row in range(1, 9)]
    loaded, findings = load_workbook(path)
    (told,) = [item for item in findings if item.code == "XLI-16"]
    assert {line.quantity for line in loaded.lines} == {Decimal(5)}
    assert told.place.cell == refs[0]
    assert told.saw.endswith("in rows 11, 12, 13, 14, 15, 16, 17")


def test_a_date_that_a_spreadsheet_made_of_a_grade_band_is_told(book):
    opened = openpyxl.load_workbook(book)
    sheet, at = cell_of(book, "Outcomes", "Grade band")
    opened[sheet][at] = date(2026, 3, 5)
    opened.save(book)
    loaded, (finding,) = load_workbook(book)
    assert loaded.outcomes[0].grade_band == "2026-03-05"
    assert places([finding]) == [("XLI-16", "Outcomes", at, WARNING)]


def test_a_default_that_somebody_changed_is_the_districts_own(book):
    put(book, "Assumptions", "Value", number(0.05), row=1)
    loaded, _ = load_workbook(book)
    (changed,) = loaded.assumptions
    assert (changed.key, changed.value) == ("discount_rate", Decimal("0.05"))


def test_assumptions_keep_their_order(tmp_path):
    own = (
        Assumption(key="escalation_paper", value=Decimal("0.09")),
        Assumption(key="escalation_general", value=Decimal("0.02")),
        Assumption(key="discount_rate", value=Decimal("0.03")),
    )
    budget = replace(BUDGET, assumptions=own)
    assert load_workbook(write_filled(budget, tmp_path / "a.xlsx"))[0] == budget


# --- what is not a budget


def test_a_workbook_of_something_else_is_told_apart(tmp_path):
    path = write_plain(tmp_path / "a.xlsx", {"Sheet1": [["Name", "Amount"], ["a", 1]]})
    loaded, findings = load_workbook(path)
    assert loaded is None
    fatal = [item.saw for item in findings if item.severity is FATAL]
    assert fatal == [
        "The block “District and plan” is not in the workbook",
        "The table LineItems of the sheet Line items is not in the workbook",
    ]


def test_a_sheet_that_was_deleted_is_told_and_the_rest_is_read(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    del opened["Savings"]
    opened.save(tmp_path / "b.xlsx")
    loaded, findings = load_workbook(tmp_path / "b.xlsx")
    assert loaded == replace(BUDGET, savings=())
    assert [(item.code, item.severity) for item in findings] == [("XLI-01", REMARK)]


def test_a_workbook_somebody_has_open_is_read_and_told(book):
    lock = book.with_name(f".~lock.{book.name}#")
    lock.write_text(",Ann Smith,pc,01.01.2026 10:00,file:///home;", "utf-8")
    loaded, (finding,) = load_workbook(book)
    assert loaded == BUDGET
    assert "Ann Smith" in finding.saw
    assert finding.code == "XLI-18"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(MissingFileError):
        load_workbook(tmp_path / "none.xlsx")


def test_a_file_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UnreadableFileError):
        load_workbook(path)
