"""compare: two budgets side by side, for people, programs and meetings."""

import json

import pytest
from openpyxl import load_workbook

from hosts.folders import LINES, folder
from judges import cached

DEARER = LINES.replace("12.50", "15.00")


@pytest.fixture
def dearer(tmp_path):
    """Return the sound folder with a dearer line, and one line more."""
    more = DEARER.splitlines()[1].replace("L1,Reading", "L2,More reading")
    return folder(tmp_path / "dearer", line_items_csv=f"{DEARER}{more}\n")


def test_a_budget_is_the_same_as_itself(xlbudget, sound):
    done = xlbudget("compare", sound, sound)
    assert (done.exit_code, done.stdout) == (0, "The two budgets are the same.\n")


def test_an_order_of_lines_is_no_difference(xlbudget, dearer, tmp_path):
    header, *lines = (dearer / "line_items.csv").read_text().splitlines()
    turned = folder(tmp_path / "turned", line_items_csv="\n".join([header, *lines[::-1]]))
    assert xlbudget("compare", dearer, turned).stdout == "The two budgets are the same.\n"


def test_a_workbook_is_the_same_as_the_folder_it_was_made_of(xlbudget, sound):
    xlbudget("new", sound, "-o", "elm.xlsx")
    assert xlbudget("compare", sound, "elm.xlsx").stdout == "The two budgets are the same.\n"


def test_what_differs_is_told_line_by_line_and_figure_by_figure(xlbudget, sound, dearer):
    done = xlbudget("compare", sound, dearer)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    # 300 licenses: 2.50 more each is 750, another 300 at 15.00 are 4,500
    title = lines.index("Lines added (1), effect on cost in dollars")
    assert lines[title + 2].startswith("L2 More reading software for grade 3 4,500 ")
    assert lines[lines.index("Lines changed (1), effect on cost in dollars") + 2].startswith(
        "L1 unit_price 12.50 to 15.00 750 "
    )
    assert any(line.startswith("instructional content 5,250 ") for line in lines)
    assert "0 lines are the same." in lines


def test_with_fail_on_change_a_difference_ends_with_1(xlbudget, sound, dearer):
    assert xlbudget("compare", sound, dearer, "--fail-on-change").exit_code == 1
    assert xlbudget("compare", sound, sound, "--fail-on-change").exit_code == 0


def test_json_tells_every_difference_with_stable_keys(xlbudget, sound, dearer):
    facts = json.loads(xlbudget("compare", sound, dearer, "--json").stdout)
    changed, added = facts["lines"]
    assert facts["same"] is False
    assert changed["fields"] == [{"field": "unit_price", "old": "12.50", "new": "15.00"}]
    assert changed["effect"]["2027"] == 750
    assert (added["id"], added["change"], added["effect"]["2027"]) == ("L2", "added", 4500)
    (area,) = facts["figures"]["area"]
    assert (area["key"], area["change"]["2027"]) == ("instructional content", 5250)
    assert json.loads(xlbudget("compare", sound, sound, "--json").stdout)["same"] is True


def test_the_workbook_has_both_sheets_and_libreoffice_agrees(
    xlbudget, sound, dearer, here, libreoffice
):
    done = xlbudget("compare", sound, dearer, "-o", "c.xlsx")
    assert done.exit_code == 0
    assert load_workbook("c.xlsx").sheetnames == ["Figures", "Lines"]
    assert [str(item) for item in cached.disagreements(here / "c.xlsx", libreoffice)] == []
    assert xlbudget("compare", sound, dearer, "-o", "c.xlsx").exit_code == 2


def test_a_missing_folder_ends_with_2_and_a_fatal_one_with_3(xlbudget, sound, tmp_path):
    fatal = folder(tmp_path / "fatal", line_items_csv=LINES.replace(",G1,", ",G9,"))
    assert xlbudget("compare", sound, "nowhere").exit_code == 2
    done = xlbudget("compare", sound, fatal)
    assert (done.exit_code, done.stdout) == (3, "")
    assert "fatal" in done.stderr
