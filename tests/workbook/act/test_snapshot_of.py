"""A file as an action looks at it: inputs by our headers, wherever and whatever they are now."""

from datetime import date

import pytest
import xlsxwriter

from judges.cached import read_cached
from workbook.act.acted import DAY, now, small_book
from workbook.fill.branded import branded_template
from workbook.intake.filled import error, formula, number, put, text
from xlbudget.actions.snapshot import Formula
from xlbudget.workbook.act import snapshot_of
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return small_book(tmp_path_factory.mktemp("made") / "book.xlsx")


@pytest.fixture(scope="module")
def whole(made):
    return now(made)


@pytest.fixture
def book(made, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(made.read_bytes())
    return path


def test_it_tells_the_file_the_day_and_the_budget(whole):
    assert (whole.file, whole.day) == ("book.xlsx", DAY)
    assert [line.line_id for line in whole.budget.lines] == ["L1", "L2"]
    assert whole.findings == ()


def test_rows_are_told_by_header_with_the_blank_ones_that_are_left(whole):
    lines = whole.tables["LineItems"]
    assert (lines.sheet, len(lines.rows), lines.free_row()) == ("Line items", 4, 3)
    assert lines.ids == {"L1": 1, "L2": 2}
    first = lines.rows[0]
    assert first["Goal 1"].startswith("G1 · ")
    assert first["First fiscal year"] == 2027
    assert set(lines.rows[3].values()) == {None}
    assert "Year 1" not in first


def test_all_tables_that_people_fill_are_there_and_those_of_checks(whole):
    assert {"Schools", "Goals", "Drivers", "Calendar", "Frame", "ScenarioChoice"} <= set(
        whole.tables
    )
    assert {"Findings", "Checks", "Log"} <= set(whole.tables)
    assert "CostByArea" not in whole.tables
    assert whole.tables["Findings"].headers[0] == "Severity"
    assert "Go to" not in whole.tables["Findings"].headers


def test_named_input_cells_and_headline_figures_are_told(whole, made):
    assert whole.names["BaseYear"] == 2027
    assert "ChosenScenario" in whole.names
    assert "LastYear" not in whole.names
    assert "MasterCheck" not in whole.names
    shown = read_cached(made)["Summary"]
    assert whole.headlines["Asked, year 1 ($)"] == pytest.approx(shown["A6"].value)
    assert len(whole.headlines) == 5


def test_what_a_person_typed_is_told_as_it_stands(book):
    put(book, "LineItems", "Unit price", formula("2*300", 600))
    put(book, "LineItems", "Quantity", error("#N/A"))
    put(book, "LineItems", "Notes", text("=1+1"))
    put(book, "LineItems", "User hours", number(2.5))
    row = now(book).tables["LineItems"].rows[0]
    assert row["Unit price"] == Formula("=2*300")
    assert row["Quantity"] == Formula("=#N/A")
    assert row["Notes"] == "=1+1"
    assert row["User hours"] == 2.5


def test_a_day_is_a_date(whole):
    frame = whole.tables["Frame"].rows
    assert date(2026, 3, 1) in [row["Value"] for row in frame]


def test_a_header_that_was_renamed_and_a_tab_are_told_as_we_call_them(book, rewrite_all):
    rewrite_all(
        book,
        {
            ">Justification<": ">JUSTIFICATION (why)<",
            '"Justification"': '"JUSTIFICATION (why)"',
            'name="Line items"': 'name="Our lines"',
            "'Line items'!": "'Our lines'!",
        },
    )
    lines = now(book).tables["LineItems"]
    assert lines.sheet == "Our lines"
    assert lines.rows[0]["Justification"]


def test_a_workbook_that_an_office_made_its_own_is_read_the_same(tmp_path):
    book = open_book(branded_template(tmp_path / "branded.xlsx"))
    seen = snapshot_of(book, DAY)
    assert seen.tables["Goals"].sheet == "Goals of our plan"
    assert "Owner" in seen.tables["Goals"].headers
    assert seen.tables["LineItems"].free_row() == 1


def test_a_fault_leaves_no_budget_but_all_tables(book):
    put(book, "LineItems", "Quantity", text("many"))
    seen = now(book)
    assert seen.budget is None
    assert any(finding.place.cell for finding in seen.findings)
    assert seen.tables["LineItems"].rows[0]["Quantity"] == "many"


def test_a_workbook_that_is_none_of_ours_has_no_tables(tmp_path):
    path = tmp_path / "other.xlsx"
    with xlsxwriter.Workbook(path) as other:
        other.add_worksheet("Data").write(0, 0, "Anything")
    seen = now(path)
    assert (seen.budget, seen.tables, seen.headlines) == (None, {}, {})
