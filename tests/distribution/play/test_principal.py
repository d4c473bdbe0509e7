"""A principal's twenty minutes: an issued workbook, filled in LibreOffice as a person types."""

import json

import openpyxl
import pytest

from distribution.collect.made import CHECK, LINES
from distribution.play.answers import DAY
from distribution.play.conftest import run
from distribution.play.district import Size
from distribution.play.inbox import file_names
from distribution.play.play import Play
from judges.libreoffice import LibreOfficeError

WHY = "Every third grader reads at home each evening"
CHANGES = tuple((row, row + 3) for row in (9, 14, 20, 26, 31))  # row, and how many are asked for
ADDED = (
    (34, "I1 · Laptop, 13 in (612.50)", 12, "G1 · Every student reads on grade level"),
    (35, "I2 · Reading licence (16.50)", 240, "BS0001 · Lunch hour coding at S0001"),
    (36, "I4 · Training day (450.00)", 2, "G3 · Families hear from us in their language"),
)
TYPED = (
    *(cell for row, count in CHANGES for cell in ((f"C{row}", "Change"), (f"G{row}", count))),
    *(
        cell
        for row, item, count, goal in ADDED
        for cell in ((f"D{row}", item), (f"G{row}", count), (f"J{row}", goal), (f"L{row}", WHY))
    ),
)
SIGNED = (("B9", "Dana Cruz"), ("B10", "Principal"), ("B11", DAY))
MOST_TYPED = 40


@pytest.fixture(scope="module")
def play(tmp_path_factory):
    """A campaign of one school with 25 lines of last year, that was issued."""
    made = Play(tmp_path_factory.mktemp("principal"), Size(schools=1, last_year=25, new=3), run)
    (school,) = made.schools
    school.lines = school.last_year * 40  # so that it is allocated more than it will ask for
    made.issue()
    return made


@pytest.fixture(scope="module")
def issued(play):
    """The file that the school got."""
    out = play.campaign / "out"
    return out / file_names(out)["S0001"]


@pytest.fixture(scope="module")
def filled(play, issued, libreoffice):
    """What the workbook said before and after it was filled in; it goes into the inbox."""
    handle = libreoffice.open(issued)
    words = [libreoffice.get(handle, LINES, "A3")[0]]
    for cell, value in TYPED:
        libreoffice.set(handle, LINES, cell, value)
    words.append(libreoffice.get(handle, LINES, "A3")[0])
    for cell, value in SIGNED:
        libreoffice.set(handle, CHECK, cell, value)
    libreoffice.calculate(handle)
    words += libreoffice.get(handle, CHECK, "A3", "A5")
    libreoffice.save_as(handle, play.campaign / "inbox" / issued.name)
    libreoffice.close(handle)
    return words


def test_at_most_forty_cells_are_typed():
    assert len(TYPED) + len(SIGNED) <= MOST_TYPED


def test_every_word_that_is_chosen_stands_in_a_list(issued):
    lists = openpyxl.load_workbook(issued, data_only=True)["Lists"]
    offered = {cell for row in lists.iter_rows(values_only=True) for cell in row}
    chosen = {value for cell, value in TYPED if cell[0] in "CDJ"}
    assert chosen <= offered


def test_it_says_what_is_missing_until_it_is_ready_to_send(filled):
    before, without_name, ready, missing = filled
    assert before.startswith("Not ready")
    assert without_name.startswith("Not ready: 1 point missing")
    assert (ready, missing) == ("Ready to send", "Still missing: nothing")


def test_what_comes_back_is_accepted_with_what_was_typed(play, filled):
    assert filled
    told = run(["collect", str(play.campaign), "--json"])
    (one,) = json.loads(told.out)["files"]
    grave = [it for it in one["findings"]["list"] if it["severity"] != "information"]
    assert (told.code, one["state"], grave) == (0, "accepted", [])


def test_no_cell_that_a_school_fills_in_is_locked_and_all_others_are(issued, libreoffice):
    handle = libreoffice.open(issued)
    for column in "CDEGHJKL":
        libreoffice.set(handle, LINES, f"{column}40", None)
    for row in (10, 13):
        for column in "CDEFG":
            libreoffice.set(handle, "Goals", f"{column}{row}", None)
    for cell in ("A40", "B40", "I40"):
        with pytest.raises(LibreOfficeError):
            libreoffice.set(handle, LINES, cell, 1)
    libreoffice.set(handle, "Scratch", "A9", "=2*3")
    libreoffice.close(handle)
