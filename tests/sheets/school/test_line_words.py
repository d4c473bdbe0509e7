"""The formulas of what a line lacks: one for each lack, and no other."""

from xlbudget.model.school_line import LACKS
from xlbudget.sheets.school.line_words import lack_tests, lacks_formula


def test_each_lack_of_the_model_has_its_formula():
    assert list(lack_tests("1")) == [lack.noun for lack in LACKS]


def test_the_words_of_all_lacks_stand_in_one_formula():
    formula = lacks_formula("1")
    assert all(f'REPT(", {lack.noun}",' in formula for lack in LACKS)
    assert formula.startswith("=MID(")
    assert len(formula) < 8_000


def test_a_formula_reads_its_own_row_only():
    assert "{MyLines|7|Why}" in lacks_formula("7")
    assert "|1|" not in lacks_formula("7")
