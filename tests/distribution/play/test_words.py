"""Text that begins like a formula stays text in everything that a campaign writes, and whole."""

import csv
import json
import re

import openpyxl
import pytest

from distribution.play.conftest import run
from distribution.play.district import GOALS, RISKY, WHY
from xlbudget.model.delimited import read_data

NUMBER = re.compile(r"-?[0-9.]+")
TABLES = ("lines", "schools")


@pytest.fixture(scope="module")
def book(played):
    """The district's workbook of the consolidation."""
    return openpyxl.load_workbook(played.campaign / "results" / "play-2027-budget.xlsx")


@pytest.fixture(scope="module")
def reminders(played, tmp_path_factory):
    """The reminders as CSV."""
    path = tmp_path_factory.mktemp("mail") / "reminders.csv"
    assert run(["status", str(played.campaign), "--reminders", str(path)]).code == 0
    return path


def words_of(played):
    """Every risky word that counts: of lines, reasons, schools and goals."""
    lines = [line for school in played.counted for line in school.lines]
    return {
        *(line["words"] for line in lines),
        *(line["why"] for line in lines),
        *(school.name for school in played.schools),
        *GOALS.values(),
    }


def cells(path):
    """Every cell of a CSV file as it stands in it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row]


def written(played):
    """Every CSV file of the campaign."""
    return sorted(played.campaign.rglob("*.csv"))


def test_the_campaign_is_full_of_risky_words(played):
    assert words_of(played) >= {*RISKY, *WHY, "=Fir School 1", GOALS["G2"]}


def test_the_districts_workbook_calculates_no_word_of_a_school(played, book):
    formulas = {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert len(formulas) > 100
    assert formulas & words_of(played) == set()


@pytest.mark.parametrize(
    ("sheet", "heading", "kind"),
    [
        ("Line items", "Description", "words"),
        ("Line items", "Justification", "why"),
        ("Sources", "Description", "words"),
    ],
)
def test_the_districts_workbook_has_every_word_of_a_line(played, book, sheet, heading, kind):
    rows = list(book[sheet].iter_rows(values_only=True))
    at = next(row.index(heading) for row in rows if heading in row)
    held = {row[at] for row in rows}
    assert held >= {line[kind] for school in played.counted for line in school.lines}


def test_parquet_has_every_word_as_it_was_typed(played):
    rows = played.lines.set_index(["school_id", "line_id"])
    told = [
        (rows.loc[school.key, line["line"]]["description"], line["words"])
        for school in played.counted
        for line in school.lines
    ]
    assert [pair for pair in told if pair[0] != pair[1]] == []


def test_no_cell_of_any_csv_file_is_a_formula(played, reminders):
    paths = [*written(played), reminders]
    assert {"lines.csv", "schools.csv", "findings.csv", "manifest.csv"} <= {p.name for p in paths}
    risky = [
        (path.name, cell)
        for path in paths
        for cell in cells(path)
        if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not NUMBER.fullmatch(cell)
    ]
    assert risky == []


@pytest.mark.parametrize("name", TABLES)
def test_what_csv_holds_is_read_back_as_parquet_has_it(played, name):
    import pandas as pd  # noqa: PLC0415 - slow

    folder = played.campaign / "results" / "tables"
    (headers, *rows), faults = read_data(folder / f"{name}.csv")
    frame = pd.read_parquet(folder / f"{name}.parquet")
    texts = [header for header in headers if frame[header].map(type).isin([str]).any()]
    known = frame[texts].fillna("").to_numpy().tolist()
    assert [[row[headers.index(header)] for header in texts] for row in rows] == known
    assert faults == ()


def test_json_has_names_as_they_are(played):
    names = {one["name"] for one in played.consolidated["schools"]}
    assert names == {school.name for school in played.schools}
    status = json.loads(run(["status", str(played.campaign), "--json"]).out)
    assert "=Fir School 1" in json.dumps(status)


def test_reminders_name_schools_that_begin_like_a_formula(reminders):
    (headers, *rows), _ = read_data(reminders)
    names = {row[headers.index("school")] for row in rows}
    assert any(name.startswith("=Fir") for name in names)
