"""load_folder and save_folder: a budget and all its findings, there and back."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from samples import BUDGET, LINE, SCHOOL, with_first, with_more
from strategies import budgets
from xlbudget.errors import ExistingFileError, LockedFileError, MissingFileError
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Severity, worst
from xlbudget.model.folder import load_folder, save_folder
from xlbudget.model.rules import findings_of
from xlbudget.model.tables import TABLES

RIVERBEND = Path(__file__).parents[2] / "examples" / "riverbend"


@pytest.fixture
def folder(tmp_path):
    save_folder(BUDGET, tmp_path)
    return tmp_path


def edit(path, old, new):
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


def places(findings):
    return [str(finding.place) for finding in findings]


# --- round trip


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(budgets())
def test_a_budget_is_read_back_as_it_was_written(tmp_path, budget):
    save_folder(budget, tmp_path, overwrite=True)
    loaded, findings = load_folder(tmp_path)
    assert loaded == budget
    assert worst(findings) is not Severity.FATAL
    assert sorted(findings, key=str) == sorted(findings_of(budget), key=str)


def test_the_sample_budget_has_no_finding(folder):
    assert load_folder(folder) == (BUDGET, ())


def test_the_sample_district_is_read_without_a_fatal_finding():
    budget, findings = load_folder(RIVERBEND)
    assert budget is not None
    assert worst(findings) is Severity.WARNING


def test_amounts_of_years_outside_the_plan_are_kept(tmp_path):
    budget = with_first("schools", enrollment={**SCHOOL.enrollment, 2026: SCHOOL.enrollment[2027]})
    save_folder(budget, tmp_path)
    loaded, (finding,) = load_folder(tmp_path)
    assert loaded == budget
    assert str(finding.place) == "schools.csv, row 1, enrollment_2026"
    assert finding.severity is Severity.INFORMATION


# --- what is there and what is not


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(MissingFileError, match="is not there"):
        load_folder(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(MissingFileError, match="is a file"):
        load_folder(tmp_path / "file")


def test_an_empty_folder_lacks_two_files(tmp_path):
    budget, findings = load_folder(tmp_path)
    assert budget is None
    assert places(findings) == ["district.toml", "line_items.csv"]
    assert worst(findings) is Severity.FATAL


def test_two_files_make_a_budget(folder):
    for table in TABLES:
        (folder / table.file).unlink()
    header = (
        "line_id,description,cost_type,status,need,first_fiscal_year,category,quantity,unit_price"
    )
    row = "L1,Fiber,annual,proposed,recurring,2027,connectivity,1,900"
    (folder / "line_items.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    budget, findings = load_folder(folder)
    assert budget.lines[0].area == "broadband"
    assert {finding.code for finding in findings} == {"XLR-09", "XLR-10"}


def test_a_file_that_is_missed_is_a_remark_beside_the_unknown_ids(folder):
    (folder / "practices.csv").unlink()
    budget, findings = load_folder(folder)
    assert budget is None
    assert places(findings) == ["programs.csv, row 2, practice_id, P1", "practices.csv"]
    assert findings[1].severity is Severity.INFORMATION


def test_a_file_that_nothing_refers_to_is_not_missed(folder):
    (folder / "team.csv").unlink()
    (folder / "savings.csv").unlink()
    assert load_folder(folder) == (replace(BUDGET, savings=()), ())


def test_a_table_that_is_none_of_a_budget_is_a_remark(folder):
    (folder / "goal.csv").touch()
    (folder / "zzz.CSV").touch()
    findings = load_folder(folder)[1]
    assert places(findings) == ["goal.csv", "zzz.CSV"]
    assert findings[0].wants == "The nearest name is goals.csv"
    assert findings[1].wants.startswith("Files are: district.toml, ")


def test_line_items_need_a_header(folder):
    (folder / "line_items.csv").write_bytes(b"")
    budget, (finding,) = load_folder(folder)
    assert budget is None
    assert finding.saw == "The file is empty"


def test_a_header_alone_is_a_table_without_records(folder):
    header = (folder / "savings.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "savings.csv").write_text(header, encoding="utf-8")
    (folder / "team.csv").write_bytes(b"")
    assert load_folder(folder) == (replace(BUDGET, savings=()), ())


def test_a_file_that_cannot_be_read_is_fatal(folder):
    (folder / "schools.csv").write_bytes(b"PK\x03\x04")
    budget, (finding,) = load_folder(folder)
    assert budget is None
    assert (str(finding.place), finding.code) == ("schools.csv", IntakeCode.UNREADABLE)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_folder_that_cannot_be_opened_is_a_finding(folder, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(folder), "iterdir", refuse)
    budget, (finding,) = load_folder(folder)
    assert budget is None
    assert "Permission denied" in finding.saw


# --- findings


def test_all_findings_come_back_at_once(folder):
    edit(folder / "district.toml", "horizon_years = 5", "horizon_years = 50")
    edit(folder / "line_items.csv", "365.00", "about 365")
    edit(folder / "line_items.csv", "device hardware", "toys")
    edit(folder / "schools.csv", "Oak Elementary", "Oak\x07")
    edit(folder / "goals.csv", "goal_id,plan", "id,plan")
    assert places(load_folder(folder)[1]) == [
        "district.toml, horizon_years",
        "schools.csv, row 2, name, S1",
        "goals.csv, row 1, id",
        "goals.csv, row 1, goal_id",
        "line_items.csv, row 2, unit_price, L1",
        "line_items.csv, row 2, category, L1",
    ]


def test_a_faulty_cell_does_not_hide_what_else_is_fatal(folder):
    edit(folder / "line_items.csv", "365.00", "about 365")
    edit(folder / "line_items.csv", ",G1,", ",G7,")
    budget, findings = load_folder(folder)
    assert budget is None
    assert places(findings) == [
        "line_items.csv, row 2, unit_price, L1",
        "line_items.csv, row 2, goal_1, L1",
    ]


def test_a_cell_that_intake_refused_is_not_missing_as_well(folder):
    edit(folder / "line_items.csv", "recurring", "for ever")
    (finding,) = load_folder(folder)[1]
    assert finding.code == IntakeCode.CHOICE


def test_rows_are_counted_as_in_the_file(folder):
    path = folder / "line_items.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], "", lines[1], ",,", lines[1]]), encoding="utf-8")
    (finding,) = load_folder(folder)[1]
    assert str(finding.place) == "line_items.csv, row 5, line_id, L1"
    assert finding.saw == "The line id “L1” stands again"


def test_quoted_line_ends_do_not_disturb_the_count(folder):
    other = replace(LINE, line_id="L2", description="two\nlines", goal_1="G7")
    save_folder(with_more("lines", other, other), folder, overwrite=True)
    found = [finding.place.row for finding in load_folder(folder)[1]]
    assert found == [3, 4, 4]


def test_the_district_says_that_numbers_have_a_decimal_comma(folder):
    edit(folder / "district.toml", "name", "decimal_comma = true\nname")
    for table in TABLES:
        edit_numbers(folder / table.file)
    edit(folder / "line_items.csv", "365.00", "1.365,50")
    budget, findings = load_folder(folder)
    assert findings == ()
    assert str(budget.lines[0].unit_price) == "1365.50"


def edit_numbers(path):
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace(",", ";").replace("1.5", "1,5"), encoding="utf-8")


# --- saving


def test_nothing_is_overwritten_unasked(folder):
    with pytest.raises(ExistingFileError, match=r"district\.toml"):
        save_folder(BUDGET, folder)
    save_folder(BUDGET, folder, overwrite=True)
    assert not list(folder.glob("*.part"))


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    with pytest.raises(LockedFileError):
        save_folder(BUDGET, tmp_path / "file")
    with pytest.raises(LockedFileError):
        save_folder(BUDGET, tmp_path / "file" / "below")

    def refuse(*_):
        raise PermissionError(13, "Permission denied", "goals.csv")

    monkeypatch.setattr(type(tmp_path), "write_bytes", refuse)
    with pytest.raises(LockedFileError, match=r"goals\.csv cannot be written"):
        save_folder(BUDGET, tmp_path / "new")
