"""Given: a school is given the same, whether all lines are read or only its own."""

import pytest

from school_answers import school_budget
from xlbudget.distribution.collect.given import own_copy, stated
from xlbudget.distribution.packs import packs_of
from xlbudget.errors import BudgetError, UnknownChoiceError
from xlbudget.model.folder import load_folder, save_folder

HOW = {"with_lines": True, "send_to": "Kim", "due": None}


@pytest.fixture
def folder(tmp_path):
    """The folder of a small district."""
    save_folder(school_budget(), tmp_path)
    return tmp_path


def edit(path, old, new):
    path.write_bytes(path.read_bytes().replace(old, new))


@pytest.mark.parametrize("read", [own_copy, stated])
@pytest.mark.parametrize("school_id", ["S1", "S2"])
def test_a_school_is_given_what_its_whole_district_gives_it(folder, read, school_id):
    whole, _ = load_folder(folder)
    assert read(folder, **HOW).of(school_id) == packs_of(whole, **HOW).of(school_id)


def test_the_own_copy_does_not_hold_the_lines(folder):
    assert own_copy(folder, **HOW).budget.lines == ()
    assert stated(folder, **HOW).budget.lines != ()


def test_a_copy_that_somebody_saved_anew_is_read_whole(folder):
    edit(folder / "line_items.csv", b"school_id", b"School")
    given = own_copy(folder, **HOW)
    assert given.lines is None
    assert given.of("S1") == stated(folder, **HOW).of("S1")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        pytest.param("district.toml", b"=", b":", "fatal", id="no-district"),
        pytest.param("schools.csv", b"school_id", b"what", "school", id="no-schools"),
        pytest.param("goals.csv", b"goal_id", b"what", "goal", id="no-goals"),
    ],
)
def test_data_that_is_not_sound_is_refused_in_words(folder, name, old, new, said):
    edit(folder / name, old, new)
    with pytest.raises(BudgetError, match=said):
        own_copy(folder, **HOW)


def test_a_line_that_is_not_sound_is_told_when_its_school_is_read(folder):
    edit(folder / "line_items.csv", b"annual", b"yearly or so")
    given = own_copy(folder, **HOW)
    with pytest.raises(BudgetError, match=r"yearly or so"):
        given.of("S1")


def test_data_that_a_person_names_is_checked_by_all_rules(folder):
    edit(folder / "line_items.csv", b",G1,", b",G77,")
    with pytest.raises(BudgetError, match="G77"):
        stated(folder, **HOW)


def test_an_unknown_school_is_refused(folder):
    with pytest.raises(UnknownChoiceError, match="S9"):
        own_copy(folder, **HOW).of("S9")
