"""The rules of accessibility: each finds its fault where it was put."""

from io import BytesIO

import pytest

from workbook.lint.books import PICTURE, faults, places, write

SUMMARY = "Summary"


def shape(cell, **properties):
    return lambda book: book["Lists"].write_string(cell, "words", book.shape(**properties))


def picture(book, **options):
    book[SUMMARY].insert_image("F30", "x.png", {"image_data": BytesIO(PICTURE), **options})


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("L07", "Lists", "B6", shape("B6", font_color="#999999")),
        ("L07", "Lists", "B6", shape("B6", font_color="#1F2937", bg_color="#0F5E59")),
        (
            "L08",
            "Cost by year",
            "B7",
            lambda book: book["Cost by year"].conditional_format(
                "B7:E8", {"type": "3_color_scale"}
            ),
        ),
        (
            "L08",
            "Cost by year",
            "B7",
            lambda book: book["Cost by year"].conditional_format(
                "B7:E8",
                {
                    "type": "cell",
                    "criteria": ">",
                    "value": 9,
                    "format": book.file.add_format({"font_color": "#B91C1C"}),
                },
            ),
        ),
        ("L10", "Lists", "B6", shape("B6", font_size=8)),
        ("L10", "Lists", "B6", shape("B6", italic=True)),
        ("L10", "Lists", "B6", shape("B6", rotation=45)),
        ("L10", "Lists", "B6", shape("B6", font_script=1)),
        (
            "L10",
            "Lists",
            "B6",
            lambda book: book["Lists"].write_string(
                "B6", "words", book.file.add_format({"font_name": "Times New Roman"})
            ),
        ),
        (
            "L12",
            "Lists",
            "B6",
            lambda book: book["Lists"].write_url("B6", "https://example.org", None, "click here"),
        ),
        (
            "L12",
            "Lists",
            "B6",
            lambda book: book["Lists"].write_url("B6", "https://example.org/a"),
        ),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_words_beside_a_color_are_enough(tmp_path):
    def seed(book):
        red = book.file.add_format({"font_color": "#B91C1C"})
        rule = {"type": "cell", "criteria": "==", "value": '"look"', "format": red}
        book["Checks"].conditional_format("F12:F13", rule)

    assert faults(write(tmp_path / "budget.xlsx", seed), "L08") == []
