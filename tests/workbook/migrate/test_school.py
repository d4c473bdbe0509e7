"""A school's workbook of an older layout: what it lacks, and what has no place any more."""

import pytest

from distribution.collect.made import LINES, S1, issued, type_in
from school_answers import school_budget
from workbook.migrate.older_school import FORMER, renamed, stamped, without_column
from xlbudget.model.former import FORMER_HEADERS
from xlbudget.model.school_pack import pack_of
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.migrate.school import with_issued, without_place
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A workbook that was issued to S1."""
    return issued(tmp_path_factory.mktemp("older") / "fy27").out / S1


@pytest.fixture
def altered(sent, tmp_path):
    """Make a workbook of an older layout: what S1 typed, in fewer or other columns."""

    def make(*steps, **options):
        path = type_in(sent, tmp_path / S1, *steps, **options)
        return open_book(stamped(path, tmp_path / "older.xlsx", "v1.0"))

    return make


def lost(book):
    return [(item.sheet, item.cell, item.what) for item in without_place(book)]


def test_what_stands_where_it_stood_has_a_place(altered):
    assert lost(altered()) == []


def test_a_column_or_sheet_that_it_lacks_is_no_loss(altered, monkeypatch):
    for key, name in FORMER.items():
        monkeypatch.setitem(FORMER_HEADERS, key, name)
    older = altered(
        renamed("L", "Reason"), without_column("H"), lambda book: book.remove(book["My money"])
    )
    assert lost(older) == []
    now, then = (read_school_book(book)[0] for book in (altered(), older))
    assert then == now


def test_a_column_that_it_lacks_holds_what_was_issued(altered):
    pack = pack_of(school_budget(), "S1")
    older = altered(without_column("K"))
    read = read_school_book(older)[0]
    assert {line.source_id for line in read.lines} == {""}
    carried = with_issued(read, older, pack)
    now = altered()
    assert carried == read_school_book(now)[0]
    assert with_issued(carried, now, pack) is carried


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (renamed("L", "Because"), (LINES, "L9", "The column Because")),
        (
            renamed("E", "Measured by", "Goals", "BuildingGoals"),
            ("Goals", "E10", "The column Measured by"),
        ),
    ],
)
def test_a_column_that_is_not_known_any_more_is_a_loss(altered, step, expected):
    ((sheet, cell, what),) = lost(altered(step))
    assert (sheet, cell, what.removesuffix(" is not in the template any more")) == expected


def test_an_empty_column_that_is_not_known_is_none(altered):
    assert lost(altered(renamed("H", "Price in euro"))) == []


def test_an_entry_of_the_signature_that_is_not_known_is_a_loss(altered):
    def ask(book):
        book["Check and send"]["A12"] = "Phone"
        book["Check and send"]["B12"] = "555-0100"

    assert lost(altered(ask)) == [
        ("Check and send", "B12", "The entry Phone is not in the template any more")
    ]


def test_a_sheet_to_fill_in_that_is_not_known_is_a_loss(altered):
    def wish(book):
        book["Scratch"].title = "Wishes"
        book["Wishes"]["A9"] = "A pool"
        (row,) = [row for row in book["Manifest"].iter_rows() if row[0].value == "Scratch"]
        row[0].value = "Wishes"

    assert lost(altered(wish)) == [("Wishes", "", "The sheet is not in the template any more")]


def test_a_sheet_that_a_person_added_is_not_the_templates(altered):
    assert lost(altered(lambda book: book.create_sheet("Notes of ours"))) == []
