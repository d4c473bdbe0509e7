"""Charts and pictures: words, titles, axes."""

from io import BytesIO

import pytest

from workbook.lint.books import GOOD_ALT, PICTURE, chart, faults, places, rewrite, write
from xlbudget.model.finding import Severity
from xlbudget.workbook.lint import Profile, lint

SUMMARY = "Summary"


def picture(book, **options):
    book[SUMMARY].insert_image("F30", "x.png", {"image_data": BytesIO(PICTURE), **options})


def drawn(alt=GOOD_ALT, **value_axis):
    return lambda book: book[SUMMARY].insert_chart("F30", chart(book, **value_axis), alt)


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("L09", SUMMARY, "F30", lambda book: book[SUMMARY].insert_chart("F30", chart(book))),
        (
            "L09",
            SUMMARY,
            "F30",
            lambda book: book[SUMMARY].insert_chart("F30", chart(book, name=None), GOOD_ALT),
        ),
        (
            "L09",
            SUMMARY,
            "F30",
            lambda book: book[SUMMARY].insert_chart("F30", chart(book, min=5000), GOOD_ALT),
        ),
        ("L09", SUMMARY, "F30", lambda book: picture(book, description="logo")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_a_picture_that_is_decoration_needs_no_words(tmp_path):
    path = write(tmp_path / "budget.xlsx", lambda book: picture(book, decorative=True))
    assert faults(path, "L09") == []


def test_in_a_workbook_from_libreoffice_only_what_it_drops_is_a_remark(tmp_path):
    def seed(book):
        book[SUMMARY].insert_chart("F30", chart(book))
        book[SUMMARY].insert_chart("F60", chart(book, min=5000), GOOD_ALT)
        book[SUMMARY].insert_image("F90", "x.png", {"image_data": BytesIO(PICTURE)})

    path = write(tmp_path / "budget.xlsx", seed)
    rewrite(path, "docProps/app.xml", "Microsoft Excel", "LibreOffice/7.4")
    found = [one for one in lint(path, Profile.DISTRICT) if one.code == "L09"]
    assert sorted((one.place.cell, one.severity) for one in found) == [
        ("F30", Severity.INFORMATION),  # it drops the words of charts
        ("F60", Severity.FATAL),
        ("F90", Severity.FATAL),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Chart 1",
        "1234567890 1234567890 12",
        "logo-of-the-district-2027.png",
        "Costcostcostcostcostcost",
    ],
)
def test_words_that_say_nothing_are_found(tmp_path, words):
    path = write(tmp_path / "budget.xlsx", drawn({"description": words}))
    assert places(path, "L09") == [(SUMMARY, "F30")]


def test_bars_that_are_alike_need_an_axis_from_zero(tmp_path):
    path = write(tmp_path / "budget.xlsx", drawn(min=None))
    assert ["so alike" in saw for *_, saw in faults(path, "L09")] == [True]


def test_an_axis_that_is_not_named_is_found(tmp_path):
    def seed(book):
        made = chart(book)
        made.set_x_axis({"name": None})
        book[SUMMARY].insert_chart("F30", made, GOOD_ALT)

    assert faults(write(tmp_path / "budget.xlsx", seed), "L09") == [
        (SUMMARY, "F30", "The category axis of Chart 2 does not say what it measures")
    ]


def test_a_chart_needs_a_title_or_a_sentence_above_it(tmp_path):
    def seed(book, words=""):
        made = chart(book)
        made.set_title({"none": True})
        book[SUMMARY].insert_chart("F30", made, GOOD_ALT)
        book[SUMMARY].write_string("F29", words)

    def told(book):
        seed(book, "Cost is level")

    assert places(write(tmp_path / "a-budget.xlsx", seed), "L09") == [(SUMMARY, "F30")]
    assert places(write(tmp_path / "b-budget.xlsx", told), "L09") == []
