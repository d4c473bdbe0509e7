"""Folders as people really have them: each ends in words, none in a traceback."""

from pathlib import Path

import pytest

from hosts.folders import DISTRICT, FUNDING, GOALS, LINES, folder
from judges.cached import read_cached


def with_columns(header: str, cell: str) -> str:
    """Return the sound lines with one more column."""
    first, line, *_ = LINES.splitlines()
    return f"{first},{header}\n{line},{cell}\n"


TWICE = LINES + LINES.splitlines()[1] + "\n"
FATAL = {
    "no-district-file": ({"district_toml": None}, "district.toml"),
    "district-file-is-not-toml": ({"district_toml": "name = Elm Valley"}, "district.toml"),
    "district-file-is-a-picture": ({"district_toml": b"\x89PNG\r\n\x1a\n\x00"}, "district.toml"),
    "no-name": ({"district_toml": DISTRICT.replace("name =", "nom =")}, "district.toml"),
    "horizon-of-40-years": (
        {"district_toml": DISTRICT.replace("horizon_years = 3", "horizon_years = 40")},
        "district.toml",
    ),
    "no-lines-file": ({"line_items_csv": None}, "line_items.csv"),
    "lines-file-is-empty": ({"line_items_csv": ""}, "line_items.csv"),
    "lines-file-is-a-workbook": ({"line_items_csv": b"PK\x03\x04\x00\x00"}, "line_items.csv"),
    "column-missing": (
        {"line_items_csv": LINES.replace("line_id,", "nummer,")},
        "line_items.csv",
    ),
    "price-in-words": (
        {"line_items_csv": LINES.replace("12.50", "about twelve")},
        "line_items.csv, row 2, unit_price, L1",
    ),
    "unknown-goal": (
        {"line_items_csv": LINES.replace(",G1,", ",G9,")},
        "line_items.csv, row 2, goal_1, L1",
    ),
    "unknown-source": (
        {"line_items_csv": LINES.replace(",F1,", ",F9,")},
        "line_items.csv, row 2, source_1, L1",
    ),
    "unknown-area": (
        {"line_items_csv": LINES.replace("instructional content", "stuff")},
        "line_items.csv, row 2, area, L1",
    ),
    "line-id-twice": ({"line_items_csv": TWICE}, "line_items.csv, row 3, line_id, L1"),
    "goal-id-twice": ({"goals_csv": GOALS + GOALS.splitlines()[1]}, "goals.csv, row 3"),
    "amount-with-two-points": (
        {"funding_csv": FUNDING.replace("50000", "5.00.00", 1)},
        "funding.csv, row 2",
    ),
    "shares-of-99.9-percent": (
        {"line_items_csv": with_columns("source_share_1", "0.999")},
        "line_items.csv, row 2, source_share_1, L1",
    ),
    "share-of-120-percent": (
        {"line_items_csv": with_columns("goal_share_1", "120%")},
        "line_items.csv, row 2, goal_share_1, L1",
    ),
    "unknown-program": (
        {"line_items_csv": with_columns("program_id", "P77")},
        "line_items.csv, row 2, program_id, L1",
    ),
    "unknown-school": (
        {"line_items_csv": with_columns("school_id", "S77")},
        "line_items.csv, row 2, school_id, L1",
    ),
    "quantity-below-zero": (
        {"line_items_csv": LINES.replace(",300,", ",-300,")},
        "line_items.csv, row 2, quantity, L1",
    ),
    "price-beyond-all-money": (
        {"line_items_csv": LINES.replace("12.50", "99999999999999")},
        "line_items.csv, row 2, unit_price, L1",
    ),
    "year-in-words": (
        {"line_items_csv": LINES.replace(",2027,", ",soon,")},
        "line_items.csv, row 2, first_fiscal_year, L1",
    ),
    "a-million-rows": (
        {"line_items_csv": LINES + "\n".join(f"X{i},more" for i in range(1_000_000))},
        "line_items.csv",
    ),
    "two-adopted-scenarios": (
        {"scenarios_csv": "scenario_id,name,adopted\nA,Plan,yes\nB,Other,yes\n"},
        "scenarios.csv",
    ),
    "seven-scenarios": (
        {"scenarios_csv": "scenario_id,name\n" + "".join(f"S{i},Plan {i}\n" for i in range(7))},
        "scenarios.csv",
    ),
    "cashable-saving-that-reduces-nothing": (
        {
            "programs_csv": "program_id,name\nP1,Reading\n",
            "savings_csv": "saving_id,program_id,type,planned_2027\nV1,P1,cashable,500\n",
        },
        "savings.csv",
    ),
    "heading-twice": (
        {"goals_csv": GOALS.replace("goal_id,plan", "goal_id,goal_id")},
        "goals.csv",
    ),
    "not-utf-8": ({"goals_csv": GOALS.replace("Ruiz", "Müller").encode("utf-16")}, "goals.csv"),
}
cases = pytest.mark.parametrize(("changed", "place"), FATAL.values(), ids=FATAL)


@pytest.fixture
def broken(tmp_path, changed):
    """Return the broken folder."""
    return folder(tmp_path / "elm", **changed)


@cases
def test_new_writes_nothing_and_says_where_and_what_to_do(xlbudget, files, broken, place):
    done = xlbudget("new", broken)
    assert done.exit_code == 3
    assert done.stdout == ""
    assert f"\n  {place}" in done.stderr
    assert "To do: " in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Next: mend what is fatal")
    assert "Traceback" not in done.stderr
    assert files() == []


@cases
def test_check_ends_with_1_and_shows_it_on_stdout(xlbudget, broken, place):
    done = xlbudget("check", broken)
    assert done.exit_code == 1
    words = place.replace("row ", "").split(", ")
    rows = [line.split()[1 : len(words) + 1] for line in done.stdout.splitlines()]
    assert words in rows
    assert done.stderr.startswith("Next: mend what is fatal")


@cases
def test_analyze_ends_with_3(xlbudget, broken, place):
    done = xlbudget("analyze", broken)
    assert done.exit_code == 3
    assert done.stdout == ""
    assert place in done.stderr


def test_all_fatal_findings_come_at_once(xlbudget, tmp_path):
    worse = folder(
        tmp_path / "elm",
        line_items_csv=LINES.replace("12.50", "about twelve").replace(",300,", ",many,"),
        goals_csv=GOALS.replace(",5\n", ",nine\n"),
    )
    told = xlbudget("new", worse).stderr
    assert "(3)" in told.splitlines()[0]
    assert told.count("To do: ") == 3


@pytest.mark.parametrize("command", ["new", "check", "analyze"])
def test_a_file_in_place_of_a_folder_is_usage(xlbudget, tmp_path, command):
    file = tmp_path / "line_items.csv"
    file.write_bytes(b"")
    assert xlbudget(command, file).exit_code == 2


@pytest.mark.parametrize("command", ["new", "check", "analyze"])
def test_an_empty_file_in_place_of_a_workbook_is_invalid(xlbudget, tmp_path, command):
    file = tmp_path / "budget.xlsx"
    file.write_bytes(b"")
    assert xlbudget(command, file).exit_code == 3


ODD = {
    "goals-in-a-circle": {
        "goals_csv": "goal_id,plan,parent_goal_id,statement\n"
        "G1,building,G2,Every third grader reads\nG2,building,G1,Every class reads daily\n"
    },
    "money-after-its-date": {
        "funding_csv": FUNDING.replace("status\n", "status,obligation_date\n").replace(
            "secured\n", "secured,2020-06-30\n"
        )
    },
    "last-year-before-the-first": {
        "line_items_csv": with_columns("last_fiscal_year", "2026"),
    },
    "no-goal": {"line_items_csv": LINES.replace(",G1,", ",,")},
    "windows-letters": {"goals_csv": GOALS.replace("Ruiz", "M\u00fcller").encode("cp1252")},
    "unknown-column": {"line_items_csv": with_columns("colour", "blue")},
}


@pytest.mark.parametrize("changed", ODD.values(), ids=ODD)
def test_what_is_odd_and_not_fatal_is_said_and_still_written(xlbudget, files, broken):
    done = xlbudget("new", broken, "-o", "odd.xlsx")
    assert done.exit_code == 0
    assert files() == ["odd.xlsx"]
    assert "To do: " in xlbudget("check", broken).stdout


def test_formula_text_stays_text(xlbudget, tmp_path):
    sly = folder(tmp_path / "elm", line_items_csv=LINES.replace("Reading software", "=1+1"))
    assert xlbudget("new", sly, "-o", "sly.xlsx").exit_code == 0
    cached_formulas = {
        item.formula for cells in read_cached(Path("sly.xlsx")).values() for item in cells.values()
    }
    assert not any("1+1 for grade" in formula for formula in cached_formulas)
