"""Hidden sheets, rows, columns and values: each is found where it was put."""

import pytest

from workbook.lint.books import places, write


def hide(name, how="hide"):
    return lambda book: getattr(book[name], how)()


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("S05", "Lists", "A1", hide("Lists")),
        ("S05", "Log", "A1", hide("Log", "very_hidden")),
        ("S06", "Lists", "A6", lambda book: book["Lists"].set_row(5, None, None, {"hidden": True})),
        (
            "S06",
            "Lists",
            "C1",
            lambda book: book["Lists"].set_column("C:C", 9, None, {"hidden": 1}),
        ),
        (
            "S06",
            "Lists",
            "A7",
            lambda book: book["Lists"].write_string("A7", "G2", book.shape(font_color="#FFFFFF")),
        ),
        (
            "S06",
            "Lists",
            "B7",
            lambda book: book["Lists"].write_number("B7", 7, book.shape(num_format=";;;")),
        ),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    path = write(tmp_path / "budget.xlsx", seed)
    assert (sheet, cell) in places(path, code)
