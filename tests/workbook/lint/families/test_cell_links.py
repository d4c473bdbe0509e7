"""Links between cells: each fault is found where it was put."""

import pytest

from workbook.lint.books import places, write

YEARS = "Cost by year"


def put(cell, formula, value=1, sheet=YEARS):
    return lambda book: book[sheet].write_formula(cell, formula, book.number, value)


def both(*seeds):
    return lambda book: [seed(book) for seed in seeds]


@pytest.mark.parametrize(
    ("code", "cell", "seed"),
    [
        ("F11", "A20", put("A20", "=Summary!A5", 22800)),
        ("F12", "A21", both(put("A20", "=MAX($B$7:$E$7)"), put("A21", "=MAX($B$7:$E$7)"))),
        ("F18", "A20", put("A20", "=Summary!A5-Assumptions!B6")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(YEARS, cell)]


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        ("F18", "=Summary!A5"),
    ],
)
def test_a_sound_formula_raises_no_alarm(tmp_path, code, formula):
    assert places(write(tmp_path / "budget.xlsx", put("A20", formula)), code) == []
