"""lines_file: the lines of each school, read from where they stand in a file of any length."""

import csv
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from school_answers import school_budget
from strategies import budgets
from xlbudget.distribution.collect.lines_file import lines_file
from xlbudget.distribution.packs import keys_of
from xlbudget.model.folder import load_folder, save_folder

YEARS = tuple(range(2027, 2032))


@pytest.fixture
def folder(tmp_path):
    """The folder of a small district."""
    save_folder(school_budget(), tmp_path)
    return tmp_path


def test_the_lines_of_a_school_are_those_of_the_whole_file(folder):
    whole, _ = load_folder(folder)
    read = lines_file(folder / "line_items.csv", YEARS)
    assert read.of("s1").records == tuple(it for it in whole.lines if it.school_id == "S1")
    assert read.of("S9").records == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(budget=budgets())
def test_of_any_budget_each_school_gets_its_lines(tmp_path, budget):
    save_folder(budget, tmp_path, overwrite=True)
    years = budget.district.years
    read = lines_file(tmp_path / "line_items.csv", years)
    keys = {school.school_id.casefold() for school in budget.schools}
    expected = {
        key: [it for it in budget.lines if key in keys_of(it.school_id, it.line_id)] for key in keys
    }
    assert {key: list(read.of(key).records) for key in keys} == expected


def test_a_cell_of_several_lines_stays_one_cell(tmp_path):
    budget = school_budget()
    odd = [replace(it, justification="Two\u2028lines, “two”\x85 of it") for it in budget.lines]
    save_folder(replace(budget, lines=tuple(odd)), tmp_path)
    path = tmp_path / "line_items.csv"
    path.write_bytes(path.read_bytes().replace(b"lines, ", b"lines,\n"))
    whole, _ = load_folder(tmp_path)
    expected = tuple(it for it in whole.lines if it.school_id == "S1")
    assert lines_file(path, YEARS).of("S1").records == expected


@pytest.mark.parametrize(
    "rewrite",
    [
        pytest.param(lambda data: data.replace(b",", b";"), id="semicolons"),
        pytest.param(lambda data: data.replace(b"school_id", b"School"), id="other-headings"),
        pytest.param(lambda data: data.replace(b"Thing", b"Th\xefng"), id="another-encoding"),
        pytest.param(lambda data: data + b"short\n", id="a-short-row"),
        pytest.param(lambda data: data + b'"open', id="an-open-quotation-mark"),
        pytest.param(lambda _: b"", id="nothing"),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_left_to_the_whole_reader(folder, rewrite):
    path = folder / "line_items.csv"
    path.write_bytes(rewrite(path.read_bytes()))
    assert lines_file(path, YEARS) is None


def test_rows_that_stand_together_are_one_part(folder):
    read = lines_file(folder / "line_items.csv", YEARS)
    rows = list(csv.reader((folder / "line_items.csv").read_text("utf-8").splitlines()))
    assert sum(len(parts) for parts in read.parts.values()) < len(rows)
