"""The page about checking: its words are those of the program, and its examples count."""

import re
from pathlib import Path

import pytest

from xlbudget.hosts.check_json import checked_json
from xlbudget.hosts.checked import Checked, Kind
from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.beside import explanations_beside, file_beside
from xlbudget.workbook.lint.log_rows import suppression_in
from xlbudget.workbook.lint.run import EXPLAINABLE
from xlbudget.workbook.lint.suppress import counts_in_words

PAGE = (Path(__file__).parents[2] / "docs/how-to/check.md").read_text("utf-8")
ROWS = re.findall(r"\| (\S+) \| explained \| (.+) \|", PAGE)


@pytest.mark.parametrize(("day", "what"), ROWS)
def test_a_row_of_the_log_as_the_page_shows_it_counts(day, what):
    assert suppression_in(what, day, "Log!C9").flaw(EXPLAINABLE) == ""
    assert len(ROWS) == 2


def test_the_file_beside_as_the_page_shows_it_counts(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    book = tmp_path / "elm-valley-budget.xlsx"
    assert f"`{file_beside(book).name}`" in PAGE
    file_beside(book).write_text(example, "utf-8")
    ((kept,), faults) = explanations_beside(book, EXPLAINABLE)
    assert (kept.code, kept.record, faults) == ("XLR-09", "L1", ())


def test_the_counts_in_words_are_those_of_the_program():
    warning, remark = Severity.WARNING, Severity.INFORMATION
    words = counts_in_words([warning, remark], [warning] * 3)
    assert f"`Findings: {words}.`" in PAGE


def test_the_keys_are_those_of_the_program():
    keys = checked_json(Checked(Path("a.xlsx"), Kind.WORKBOOK))
    assert all(f"`{key}`" in PAGE for key in keys)
