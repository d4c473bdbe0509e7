"""beside: a file is made beside its place, and stands there whole or not at all."""

import pytest

from xlbudget.workbook.beside import PART, beside, put_whole, sweep


@pytest.fixture
def names(tmp_path):
    """Return a function that lists what stands in the folder, hidden files too."""
    return lambda: sorted(file.name for file in tmp_path.iterdir())


def test_a_file_takes_the_place_of_another_and_nothing_else_is_left(tmp_path, names):
    (tmp_path / "a [1].csv").write_bytes(b"old")
    (tmp_path / f".a [1].csv.77{PART}").write_bytes(b"what a killed run left")
    put_whole(tmp_path / "a [1].csv", lambda part: part.write_bytes(b"new"))
    assert ((tmp_path / "a [1].csv").read_bytes(), names()) == (b"new", ["a [1].csv"])


def test_a_maker_that_fails_leaves_the_old_file_as_it_was(tmp_path, names):
    (tmp_path / "a.csv").write_bytes(b"old")

    def half(part):
        part.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        put_whole(tmp_path / "a.csv", half)
    assert ((tmp_path / "a.csv").read_bytes(), names()) == (b"old", ["a.csv"])


def swept_away(target, times):
    """A maker whose file another run sweeps away so many times."""
    left = [times]

    def make(part):
        part.write_bytes(b"ours")
        left[0] -= 1
        if left[0] >= 0:
            sweep(target)

    return make


def test_a_run_that_another_one_swept_away_makes_its_file_again(tmp_path):
    put_whole(tmp_path / "a.csv", swept_away(tmp_path / "a.csv", 2), lasting=False)
    assert (tmp_path / "a.csv").read_bytes() == b"ours"


def test_a_run_that_is_swept_away_while_it_makes_its_file_makes_it_again(tmp_path):
    target, sweeps = tmp_path / "a.csv", [lambda: sweep(tmp_path / "a.csv"), lambda: None]

    def make(part):
        part.write_bytes(b"ours")
        sweeps.pop(0)()
        part.chmod(0o444)

    put_whole(target, make, lasting=False)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"ours", 0o444)


def test_a_file_that_is_swept_away_again_and_again_is_given_up(tmp_path, names):
    with pytest.raises(FileNotFoundError):
        put_whole(tmp_path / "a.csv", swept_away(tmp_path / "a.csv", 9), lasting=False)
    assert names() == []


def test_files_of_other_names_are_not_swept_away(tmp_path, names):
    others = [f".b.csv.77{PART}", f".a.csv{PART}", "a.csv.part", ".a.csv.77"]
    for name in others:
        (tmp_path / name).touch()
    sweep(tmp_path / "a.csv")
    assert names() == sorted(others)


def test_what_is_not_moved_goes(tmp_path, names):
    with beside(tmp_path / "a.csv") as part:
        part.write_bytes(b"half")
        assert part.parent == tmp_path
    assert names() == []
