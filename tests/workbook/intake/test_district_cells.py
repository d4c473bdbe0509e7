"""read_district_cells: the facts of a district, wherever and however they are written."""

from dataclasses import replace
from datetime import date

import pytest

from samples import DISTRICT
from workbook.intake.filled import frame_rows, write_plain
from xlbudget.model.finding import Severity
from xlbudget.sheets.assumptions import FRAME
from xlbudget.workbook.intake.district_cells import no_frame, read_district_cells
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.read import open_book


def read(tmp_path, rows):
    """What is read of a sheet Assumptions with these rows."""
    path = write_plain(tmp_path / "a.xlsx", {"Assumptions": rows})
    return read_district_cells(find_tables(open_book(path))[FRAME])


def test_every_fact_is_read_from_its_cell(tmp_path):
    whole = replace(
        DISTRICT, vision="All can learn", owner="CFO", due=date(2027, 3, 1), stage="adopted"
    )
    found = read(tmp_path, frame_rows(whole))
    assert (found.district, found.findings, found.first_year) == (whole, (), 2027)
    assert found.cells["name"] == (2, 2)


def test_facts_go_by_their_names_in_any_order_with_rows_of_ones_own_between(tmp_path):
    head, *facts = frame_rows(DISTRICT)
    rows = [["Our facts"], [], head, *reversed(facts), ["Superintendent", "Ann Smith"]]
    rows[-2][0] = "NAME"
    found = read(tmp_path, rows)
    assert (found.district, found.findings) == (DISTRICT, ())


@pytest.mark.parametrize("fact", ["Name", "Base fiscal year", "Horizon years"])
def test_a_required_fact_that_is_missing_is_told(tmp_path, fact):
    rows = [row for row in frame_rows(DISTRICT) if row[0] != fact]
    found = read(tmp_path, rows)
    (finding,) = found.findings
    assert found.district is None
    assert finding.saw == f"“{fact}” is blank or missing"


def test_what_is_wrong_with_several_facts_is_told_at_once(tmp_path):
    wrong = {"Horizon years": "many", "As of": "soon", "Fiscal year start month": 13}
    rows = [[row[0], wrong.get(row[0], row[1])] for row in frame_rows(DISTRICT)]
    columns = {
        item.place.column for item in read(tmp_path, [["Fact", "Value"], *rows[1:]]).findings
    }
    assert columns == {"horizon_years", "as_of", "fiscal_year_start_month"}


def test_a_workbook_without_the_block_is_told():
    assert no_frame().severity is Severity.FATAL
