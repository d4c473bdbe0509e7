"""import: another system's file into a district folder, by a mapping; previewed, never over."""

import csv
import json

import pytest

from foreign import (
    ACTUALS,
    ACTUALS_MAPPING,
    DEVICES_MAPPING,
    WITHOUT_TRAVEL,
    write_devices,
)
from hosts.folders import LINES

MAP = ("--mapping", "map.toml")


@pytest.fixture
def actuals(here):
    """Return the folder with the actuals, all of which map, and their mapping."""
    (here / "actuals.csv").write_text(WITHOUT_TRAVEL)
    (here / "map.toml").write_text(ACTUALS_MAPPING)
    return here


@pytest.fixture
def travel(actuals):
    """Return the same folder, with a row whose code is on no list."""
    (actuals / "actuals.csv").write_text(ACTUALS)
    return actuals


def lines_in(file):
    with file.open(newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_file_becomes_the_lines_of_a_folder(xlbudget, actuals):
    done = xlbudget("import", "actuals.csv", *MAP, "--into", "elm")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "elm/line_items.csv"
    assert "Written: 4 added." in done.stderr
    lines = lines_in(actuals / "elm" / "line_items.csv")
    assert [line["unit_price"] for line in lines] == ["3750.00", "12400.50", "-250.25", "48000.00"]
    assert lines[3]["school_id"] == "041"
    assert lines[2]["description"] == "'=SUM(A1)"


def test_what_is_written_is_read_back_as_lines(xlbudget, actuals, sound):
    (actuals / "map.toml").write_text(
        ACTUALS_MAPPING.replace('school_id = "Org"\n', "").split("[codes.school_id]")[0]
        + '[skip]\n"Account Code" = ["Total*"]\n'
    )
    assert xlbudget("import", "actuals.csv", *MAP, "--into", sound).exit_code == 0
    assert (sound / "line_items.csv").read_text().startswith(LINES.splitlines()[0])
    found = json.loads(xlbudget("analyze", sound, "--json").stdout)
    assert found["findings"]["fatal"] == 0
    (first, *_) = found["results"]["funding_by_year"]
    # the folder's own line of 300 at 12.50, and the actuals
    assert first["cost"] == 3750 + 63900.25


@pytest.mark.usefixtures("actuals")
def test_a_dry_run_shows_records_counts_and_control_totals_and_writes_nothing(xlbudget, files):
    before = files()
    done = xlbudget("import", "actuals.csv", *MAP, "--dry-run")
    assert (done.exit_code, files()) == (0, before)
    told = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "line_items.csv: the first 4 of 4 as they will be" in told
    assert "Rows below row 4: 5. Records: 4. Left out: 1. Did not map: 0." in told
    assert "Actual Amount unit_price 128,600.50 64,700.25 0 63,900.25 yes" in told


@pytest.mark.usefixtures("travel")
def test_while_a_row_does_not_map_nothing_is_written(xlbudget, files):
    done = xlbudget("import", "actuals.csv", *MAP, "--into", "elm")
    assert done.exit_code == 3
    assert "elm" not in files()
    assert "actuals.csv, row 9, Account Code [XLI-12]" in done.stdout
    assert 'Add "6411" = ' in done.stdout


def test_with_partial_the_other_rows_are_written_and_it_ends_with_1(xlbudget, travel):
    done = xlbudget("import", "actuals.csv", *MAP, "--into", "elm", "--partial")
    assert done.exit_code == 1
    assert len(lines_in(travel / "elm" / "line_items.csv")) == 4


def test_lines_that_are_there_are_not_overwritten_unasked(xlbudget, actuals):
    words = ("import", "actuals.csv", *MAP, "--into", "elm")
    xlbudget(*words)
    file = actuals / "elm" / "line_items.csv"
    before = file.read_bytes()
    done = xlbudget(*words)
    assert (done.exit_code, file.read_bytes()) == (2, before)
    assert "199-11-6399-00-001-6-11" in done.stderr
    assert "--force" in done.stderr


def test_with_force_they_take_the_new_values_and_a_person_s_words_stay(xlbudget, actuals):
    words = ("import", "actuals.csv", *MAP, "--into", "elm")
    xlbudget(*words)
    file = actuals / "elm" / "line_items.csv"
    text = file.read_text().replace("line_id,", "goal_1,line_id,").replace("\n199", "\nG1,199")
    file.write_text(text)
    (actuals / "actuals.csv").write_text(WITHOUT_TRAVEL.replace("3,750.00", "3,999.00"))
    done = xlbudget(*words, "--force")
    assert done.exit_code == 0
    assert "0 added, 4 replaced" in done.stderr
    first = lines_in(file)[0]
    assert (first["goal_1"], first["unit_price"]) == ("G1", "3999.00")
    (kept,) = (actuals / "elm").glob("line_items.csv.bak-*")
    assert kept.read_text() == text


def test_a_workbook_is_imported_by_its_sheet(xlbudget, here):
    write_devices(here / "devices.xlsx")
    (here / "map.toml").write_text(DEVICES_MAPPING)
    done = xlbudget("import", "devices.xlsx", *MAP)
    assert done.exit_code == 0
    first, second = lines_in(here / "line_items.csv")
    assert (first["line_id"], first["quantity"], first["unit_price"]) == ("00017", "120", "289.9")
    assert (first["school_id"], first["refresh"], first["notes"]) == ("S07", "yes", "2025-12-09")
    assert (second["unit_price"], second["first_fiscal_year"]) == ("640.3", "2028")


FUNDING = """\
table = "funding"
[columns]
source_id = "Fund"
name = "Title"
amount_2027 = "FY27"
[constants]
stream = "recurring"
status = "secured"
"""
GOALS = """\
table = "goals"
[columns]
goal_id = "No"
statement = "Goal"
target = "By"
[constants]
plan = "district"
"""
SCHOOLS = """\
table = "schools"
[columns]
school_id = "Campus"
name = "Name"
enrollment_2027 = "Fall"
"""


@pytest.mark.parametrize(
    ("mapping", "text", "written"),
    [
        (FUNDING, "Fund,Title,FY27\n010,General,100.10\n", ("010", "General", "100.10")),
        (GOALS, "No,Goal,By\n1.1,Reading,75\n", ("1.1", "Reading", "75")),
        (SCHOOLS, "Campus,Name,Fall\n001,Oak,310\n", ("001", "Oak", "310")),
    ],
    ids=["funding", "goals", "schools"],
)
def test_each_table_is_imported(xlbudget, here, mapping, text, written):
    (here / "a.csv").write_text(text)
    (here / "map.toml").write_text(mapping)
    done = xlbudget("import", "a.csv", *MAP)
    assert done.exit_code == 0
    (row,) = lines_in(here / done.stdout.splitlines()[-1])
    assert set(written) <= set(row.values())


def test_every_odd_cell_of_a_workbook_is_told_at_once(xlbudget, here):
    write_devices(here / "devices.xlsx", faulty=True)
    (here / "map.toml").write_text(DEVICES_MAPPING)
    done = xlbudget("import", "devices.xlsx", *MAP, "--json")
    facts = json.loads(done.stdout)
    assert (done.exit_code, facts["written"]) == (3, False)
    assert [(one["row"], one["column"]) for one in facts["findings"]["list"]] == [
        (3, "Bought in"),
        (2, "Price"),
    ][::-1]


@pytest.mark.usefixtures("travel")
def test_json_has_records_rows_and_control_totals(xlbudget):
    done = xlbudget("import", "actuals.csv", *MAP, "--dry-run", "--json")
    facts = json.loads(done.stdout)
    assert (facts["rows"], facts["not_mapped"], facts["left_out"]) == ([5, 6, 7, 8], [9], [10])
    assert facts["records"][0]["unit_price"] == "3750.00"
    total = facts["control_totals"][0]
    assert (total["in_file"], total["imported"], total["missing"]) == (
        "129400.50",
        "63900.25",
        "0.00",
    )


def test_a_bad_mapping_is_refused_with_everything_that_is_wrong(xlbudget, actuals):
    text = ACTUALS_MAPPING.replace("unit_price", "unit_prize").replace('"proposed"', '"maybe"')
    (actuals / "map.toml").write_text(text)
    done = xlbudget("import", "actuals.csv", *MAP)
    assert (done.exit_code, done.stdout) == (3, "")
    assert "map.toml, columns.unit_prize" in done.stderr
    assert "map.toml, constants.status" in done.stderr


def test_a_column_that_is_not_there_is_told_with_its_nearest(xlbudget, actuals):
    (actuals / "actuals.csv").write_text(WITHOUT_TRAVEL.replace("Actual Amount", "Actual Amt"))
    done = xlbudget("import", "actuals.csv", *MAP)
    assert done.exit_code == 3
    assert "There is no column “Actual Amount” in row 4" in done.stderr
    assert "actual amt" in done.stderr


@pytest.mark.usefixtures("actuals")
def test_without_a_mapping_the_way_to_a_draft_is_told(xlbudget):
    done = xlbudget("import", "actuals.csv")
    assert done.exit_code == 2
    assert "import --suggest actuals.csv" in " ".join(done.stderr.replace("│", " ").split())


def test_a_folder_s_own_faulty_file_is_not_added_to(xlbudget, actuals):
    (actuals / "elm").mkdir()
    (actuals / "elm" / "line_items.csv").write_text(LINES.replace("12.50", "about 5"))
    done = xlbudget("import", "actuals.csv", *MAP, "--into", "elm")
    assert done.exit_code == 3
    assert "about 5" in done.stderr


@pytest.mark.usefixtures("actuals")
def test_a_file_that_a_spreadsheet_holds_is_not_added_to(xlbudget, sound):
    (sound / ".~lock.line_items.csv#").write_text("Ana Ruiz,,;")
    done = xlbudget("import", "actuals.csv", *MAP, "--into", sound)
    assert done.exit_code == 4
    assert "Ana Ruiz" in done.stderr


def test_a_file_whose_rows_are_all_left_out_imports_nothing(xlbudget, actuals, files):
    (actuals / "actuals.csv").write_text("".join(ACTUALS.splitlines(keepends=True)[:4]))
    done = xlbudget("import", "actuals.csv", *MAP, "--into", "elm")
    assert done.exit_code == 3
    assert "elm" not in files()
