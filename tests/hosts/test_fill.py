"""fill: a budget goes into a template; what is written, refused, and said where."""

import json

import pytest

from hosts.folders import DISTRICT, LINES, folder
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

FIVE = DISTRICT.replace("horizon_years = 3", "horizon_years = 5")
MANY = LINES + LINES.splitlines()[-1].replace("L1,", "L2,") + "\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "template.xlsx"
    write_book(template_book(room=room_for(1, 2)), path)
    return path.read_bytes()


@pytest.fixture
def template(here, made):
    path = here / "template.xlsx"
    path.write_bytes(made)
    return path


@pytest.fixture
def elm(tmp_path):
    return folder(tmp_path / "elm", district_toml=FIVE)


def test_a_template_takes_a_folder_and_the_cells_that_changed_are_told(xlbudget, template, elm):
    before = template.read_bytes()
    done = xlbudget("fill", template, elm)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines()[0] == "elm-filled.xlsx"
    assert "Line items" in done.stdout
    assert done.stderr.splitlines()[-1].startswith("Next: open elm-filled.xlsx")
    goals = open_book(template.with_name("elm-filled.xlsx")).sheet("Goals").cells.values
    assert "Every third grader reads" in goals.values()
    assert template.read_bytes() == before


def test_a_filled_workbook_is_data_too_and_json_tells_all(xlbudget, template, elm):
    xlbudget("fill", template, elm, "-o", "first.xlsx")
    done = xlbudget("fill", template, "first.xlsx", "-o", "second.xlsx", "--json")
    facts = json.loads(done.stdout)
    assert facts["written"] is True
    assert facts["cells"]["Goals"] > 1
    assert facts["own_formulas"] == {}
    assert facts["template_findings"]["list"] == []
    one, two = (open_book(template.with_name(f"{name}.xlsx")) for name in ("first", "second"))
    assert [s.cells.formulas for s in one.sheets] == [s.cells.formulas for s in two.sheets]
    assert one.sheet("Line items").cells.values == two.sheet("Line items").cells.values


def test_a_dry_run_writes_nothing(xlbudget, template, elm, files):
    done = xlbudget("fill", template, elm, "--dry-run")
    assert done.exit_code == 0
    assert files() == ["template.xlsx"]
    assert "nothing was written" in done.stderr


def test_a_budget_that_does_not_fit_is_refused_in_words_and_nothing_is_written(
    xlbudget, template, tmp_path, files
):
    data = folder(tmp_path / "oak", district_toml=FIVE, line_items_csv=MANY)
    done = xlbudget("fill", template, data, "--json")
    assert done.exit_code == 3
    assert "LineItems has 1 rows, and the budget has 2 records for it: no row for L2" in done.stderr
    assert "xlbudget template --lines 2 --records 2" in done.stderr
    assert json.loads(done.stdout)["written"] is False
    assert files() == ["template.xlsx"]


def test_a_plan_of_three_years_is_refused(xlbudget, template, sound):
    done = xlbudget("fill", template, sound)
    assert done.exit_code == 3
    assert "The budget plans 3 years, the template 5" in done.stderr


def test_a_file_that_is_there_is_kept_unless_forced(xlbudget, template, elm, here):
    (here / "elm-filled.xlsx").write_bytes(b"mine")
    assert xlbudget("fill", template, elm).exit_code == 2
    done = xlbudget("fill", template, elm, "--force")
    assert done.exit_code == 0
    kept = [file for file in here.iterdir() if ".bak-" in file.name]
    assert [file.read_bytes() for file in kept] == [b"mine"]
    assert kept[0].name in done.stderr


def test_a_file_that_is_open_elsewhere_is_not_replaced(xlbudget, template, elm, here):
    (here / "elm-filled.xlsx").write_bytes(b"mine")
    (here / "~$elm-filled.xlsx").write_bytes(b"\x03Ana" + b" " * 51)
    done = xlbudget("fill", template, elm, "--force")
    assert done.exit_code == 4
    assert (here / "elm-filled.xlsx").read_bytes() == b"mine"


@pytest.mark.parametrize("out", ["template.xlsx", "./template.xlsx"])
def test_the_template_itself_is_never_the_copy(xlbudget, template, elm, out):
    before = template.read_bytes()
    done = xlbudget("fill", template, elm, "-o", out, "--force")
    assert done.exit_code == 2
    assert "would take the place of the template" in done.stderr
    assert template.read_bytes() == before


def test_a_template_that_somebody_has_open_is_read_and_that_is_told(xlbudget, template, elm, here):
    (here / "~$template.xlsx").write_bytes(b"\x03Ana" + b" " * 51)
    done = xlbudget("fill", template, elm)
    assert done.exit_code == 0
    assert "Ana has the workbook open" in done.stderr


@pytest.mark.parametrize("name", ["gone.xlsx", "notes.xlsx"])
def test_what_is_no_template_is_refused_without_a_traceback(xlbudget, here, elm, name):
    (here / "notes.xlsx").write_text("no workbook")
    done = xlbudget("fill", name, elm)
    assert done.exit_code in {2, 3}
    assert "Traceback" not in done.stderr


def test_a_template_with_more_room_is_made_by_two_numbers(xlbudget, here):
    done = xlbudget("template", "--lines", 3, "--records", 2, "-o", "small.xlsx")
    assert done.exit_code == 0
    refs = {table.name: table.ref for table in open_book(here / "small.xlsx").tables}
    assert refs["Goals"].endswith("10")
    assert refs["LineItems"].endswith("12")
