"""The district's workbook of a consolidation, judged by other programs and drilled into."""

from datetime import timedelta
from functools import partial

import pytest
from openpyxl import load_workbook

from distribution.consolidate.made import (
    AT,
    BY,
    DATA,
    ID,
    RISKY,
    campaign,
    contract,
    send,
)
from judges import cached, validator
from xlbudget.distribution.consolidate.district_workbook import district_workbook
from xlbudget.distribution.consolidate.gathered import gathered
from xlbudget.distribution.consolidate.ground import Missing, ground_of
from xlbudget.distribution.consolidate.merged import merged_parts
from xlbudget.distribution.consolidate.preview import preview_of
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.distribution.register.submissions.state import State
from xlbudget.sheets.book import district_book
from xlbudget.workbook.lint import Profile, lint
from xlbudget.workbook.write import write_book

HAS_LINES = ("0001", "0002", "0003")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Five schools: three answered, one was rejected, one is missing; a line is rejected."""
    made = campaign(tmp_path_factory.mktemp("five"), schools=5, lines=8, missing=2, data=False)
    with made.register() as register:
        send(register, "0004", [contract("X", (1, 1, 1))], state=State.REJECTED)
        facts = {"school_id": "0002", "line_id": "0002-N003", "at": AT + timedelta(days=1)}
        decide(register, ID, Decision(state=Verdict.REJECTED, reason="=Twice", by=BY, **facts))
    return made


@pytest.fixture(scope="module")
def found(made):
    return seen(made)


def seen(made, **options):
    with made.register() as register:
        return preview_of(made.folder, register, made.budget, DATA, **options)


@pytest.fixture(scope="module")
def path(found, tmp_path_factory):
    place = tmp_path_factory.mktemp("book") / "district.xlsx"
    write_book(district_workbook(found.sum, ID), place)
    return place


@pytest.fixture(scope="module")
def opened(path):
    return load_workbook(path, data_only=True)


def rows(opened, sheet, table):
    """The rows of a table by header."""
    page = opened[sheet]
    header, *body = page[page.tables[table].ref]
    names = [cell.value for cell in header]
    return [dict(zip(names, (cell.value for cell in row), strict=True)) for row in body]


def test_it_has_all_sheets_of_a_district_and_two_more(opened, found):
    names = opened.sheetnames
    at = names.index("Summary")
    assert names[at + 1 : at + 3] == ["Schools status", "Sources"]
    standard = [sheet.title for sheet in district_book(found.sum.held.budget, ()).sheets]
    assert [name for name in names if name not in names[at + 1 : at + 3]] == standard


def test_libreoffice_agrees_with_every_formula(path, libreoffice):
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []


def test_the_sdk_validator_finds_nothing(path):
    assert validator.findings(path) == []


def test_the_linter_finds_only_what_schools_wrote(path):
    told = {(finding.code, finding.place.sheet) for finding in lint(path, Profile.DISTRICT)}
    # texts of schools that begin like a formula; and, of any such budget, a goal without money
    assert {code for code, _ in told} == {"C05", "I12"}
    assert {code for code, sheet in told if sheet in {"Schools status", "Sources"}} == {"I12"}


def test_a_figure_of_alignment_is_the_sum_of_its_rows_of_sources(opened):
    page = opened["Alignment"]
    table = page.tables["GoalBySchool"]
    header, *_ = page[table.ref]
    goals = {
        cell.value: page.cell(cell.row - 1, cell.column).value
        for cell in header
        if str(cell.value).startswith("Goal ")
    }
    sources = rows(opened, "Sources", "Sources")
    figures = 0
    for row in rows(opened, "Alignment", "GoalBySchool"):
        if row["School id"] not in HAS_LINES:
            continue
        for column, goal in goals.items():
            mine = [
                one["Year 1"]
                for one in sources
                if (one["School id"], one["Serves"]) == (row["School id"], goal)
            ]
            assert row[column] == pytest.approx(sum(mine), abs=0.001)
            figures += bool(mine)
    assert figures >= len(HAS_LINES) * 2


def test_a_row_of_sources_names_file_sheet_and_row(opened):
    (row,) = [one for one in rows(opened, "Sources", "Sources") if one["Line"] == "0003-N002"]
    assert (row["File"], row["Sheet"], row["Row"]) == ("School-0003_0003.xlsx", "My lines", 10)


def test_a_school_leads_to_the_first_of_its_rows(opened):
    page = opened["Schools status"]
    links = [cell for row in page.iter_rows() for cell in row if cell.hyperlink]
    targets = [opened["Sources"][cell.hyperlink.location.split("!")[1]] for cell in links]
    schools = [opened["Sources"].cell(cell.row, 2).value for cell in targets]
    assert schools == list(HAS_LINES)
    assert all(
        opened["Sources"].cell(cell.row - 1, 2).value != school
        for cell, school in zip(targets, schools, strict=True)
    )


def test_every_sum_by_school_is_that_of_line_items(opened):
    lines = rows(opened, "Line items", "LineItems")
    for row in rows(opened, "Schools status", "SchoolsStatus"):
        mine = [
            line["Year 1"] for line in lines if str(line["School"]).startswith(row["School id"])
        ]
        assert row["Year 1"] == pytest.approx(sum(mine), abs=0.001)
        assert row["Lines"] == len(mine)


def test_what_is_answers_in_words_is_said_on_the_boards_page(opened):
    words = [cell.value for row in opened["Summary"].iter_rows() for cell in row]
    told = "3 of 5 schools have their answer in it; 2 left out, 0 with last year's lines"
    assert told in words


def test_the_rejected_line_is_named_and_in_no_total(opened):
    (row,) = rows(opened, "Schools status", "LeftOut")
    assert (row["Line"], row["Reason"]) == ("0002-N003", "=Twice")
    assert "0002-N003" not in {one["Line"] for one in rows(opened, "Sources", "Sources")}


def test_text_that_begins_like_a_formula_is_a_string_in_every_cell(path):
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    risky = [cell for cell in cells if cell.value in (*RISKY, "=Twice")]
    assert len(risky) >= 5
    assert {cell.data_type for cell in risky} == {"s"}


def test_more_lines_than_a_workbook_holds_are_sums_with_the_same_total(made, path, opened):
    sums = district_workbook(seen(made, most=20).sum, ID)
    place = path.with_name("sums.xlsx")
    write_book(sums, place)
    again = load_workbook(place, data_only=True)
    assert 0 < len(rows(again, "Line items", "LineItems")) <= 20
    for header in ("Year 1", "Year 3"):
        totals = [
            sum(row[header] for row in rows(book, "Line items", "LineItems"))
            for book in (opened, again)
        ]
        assert totals[0] == pytest.approx(totals[1], abs=0.001)
    assert "lines stand in Line items as" in again["Line items"]["A2"].value
    assert rows(again, "Sources", "Sources") == rows(opened, "Sources", "Sources")


def test_last_years_lines_are_marked(tmp_path):
    made = campaign(tmp_path, schools=1, lines=0, missing=1, data=False)
    with made.register() as register:
        found = preview_of(made.folder, register, made.budget, DATA, missing=Missing.LAST_YEAR)
    book = district_workbook(found.sum, ID)
    (status,) = [sheet for sheet in book.sheets if sheet.title == "Schools status"]
    assert status.tables[0].rows[0].cells[2:6] == (
        "missing",
        "last year's lines",
        "Ask the school to send its workbook",
        2,
    )


def test_more_schools_than_a_workbook_holds_are_one_and_the_rest_of_them_a_row(
    made, path, opened, libreoffice
):
    few = path.with_name("few.xlsx")
    with made.register() as register:
        stands_on = ground_of(register, ID, made.budget, DATA)
        parts = partial(merged_parts, register, stands_on)
        write_book(district_workbook(gathered(stands_on, parts, 2027, most_schools=3), ID), few)
    again = load_workbook(few, data_only=True)
    assert [row["School"] for row in rows(again, "Schools", "Schools")] == ["ALL"]
    names = ["School 0004", "School 0005", "3 other schools"]  # those first that are not in it
    status = rows(again, "Schools status", "SchoolsStatus")
    assert [row["School"] for row in status] == names
    for header in ("Year 1", "Allocated", "Lines"):
        whole = sum(row[header] for row in rows(opened, "Schools status", "SchoolsStatus"))
        assert sum(row[header] for row in status) == pytest.approx(whole, abs=0.001)
    assert again["Schools status"]["A8"].value == opened["Schools status"]["A8"].value
    assert [str(item) for item in cached.disagreements(few, libreoffice)] == []
    assert validator.findings(few) == []
