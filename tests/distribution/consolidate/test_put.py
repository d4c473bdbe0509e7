"""Finished files go to their places: all are allowed first, and the same bytes stay."""

import pytest

from distribution.consolidate.made import AT
from xlbudget.distribution.consolidate import put as put_module
from xlbudget.distribution.consolidate.put import put_files
from xlbudget.errors import ExistingFileError, FileError


@pytest.fixture
def pairs(tmp_path):
    """Two finished files, and where they go: a folder that is not there yet."""
    beside, there = tmp_path / "beside", tmp_path / "there"
    beside.mkdir()
    for name in ("a.csv", "b.xlsx"):
        (beside / name).write_bytes(name.encode())
    return [(beside / "a.csv", there / "a.csv"), (beside / "b.xlsx", tmp_path / "b.xlsx")]


def put(pairs, **options):
    return [saved.path.name for saved in put_files(pairs, **{"force": False, "at": AT} | options)]


def test_files_are_put_and_the_same_bytes_are_left_alone(pairs):
    assert put(pairs) == ["a.csv", "b.xlsx"]
    assert put(pairs) == []


def test_another_file_is_not_replaced_and_nothing_is_put(pairs):
    pairs[1][1].write_bytes(b"somebody's")
    with pytest.raises(ExistingFileError):
        put(pairs)
    assert not pairs[0][1].exists()
    assert pairs[1][1].read_bytes() == b"somebody's"


def test_with_force_a_dated_copy_is_kept(pairs):
    put(pairs)
    pairs[0][0].write_bytes(b"new")
    (saved,) = put_files(pairs, force=True, at=AT)
    assert saved.backup.name == "a.bak-20260301-123000.csv"
    assert (saved.backup.read_bytes(), saved.path.read_bytes()) == (b"a.csv", b"new")


def test_a_table_of_other_contents_is_not_replaced_unasked(pairs):
    put(pairs)
    pairs[0][0].write_bytes(b"new")
    with pytest.raises(ExistingFileError):
        put(pairs)


def test_what_a_killed_run_left_is_cleared_away(pairs):
    pairs[0][1].parent.mkdir()
    left = pairs[0][1].with_name(".a.csv.77.part")
    left.write_bytes(b"half")
    put(pairs)
    assert not left.exists()


def test_a_place_that_is_no_folder_is_refused_in_words(pairs, tmp_path):
    (tmp_path / "there").write_bytes(b"a file")
    with pytest.raises(FileError) as refusal:
        put(pairs)
    assert "cannot be written" in refusal.value.saw


def test_what_another_run_has_put_meanwhile_is_left_and_not_kept_twice(pairs, monkeypatch):
    """The other run comes between the look at all places and the writing of any."""
    looked = put_module._check  # noqa: SLF001 - where the other run comes in

    def look_then_other_run(target, *, force):
        looked(target, force=force)
        if target == pairs[-1][1]:
            for made, place in pairs:
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(made.read_bytes())

    monkeypatch.setattr(put_module, "_check", look_then_other_run)
    assert put(pairs) == []
    places = [place for _, place in pairs]
    assert all(place.read_bytes() == made.read_bytes() for made, place in pairs)
    assert sorted(places[0].parent.iterdir()) == [places[0]]


def test_what_comes_in_between_the_last_look_and_the_writing_is_no_fault(pairs, monkeypatch):
    made, place = pairs[1]

    def saved_by_the_other_run(_make, target, **_options):
        target.write_bytes(made.read_bytes())
        raise ExistingFileError(saw="It is there", wants="", fix="")

    monkeypatch.setattr(put_module, "save_file", saved_by_the_other_run)
    assert put(pairs[1:]) == []
    assert place.read_bytes() == made.read_bytes()


def test_another_file_that_comes_in_between_is_not_taken_for_ours(pairs, monkeypatch):
    def saved_by_somebody(_make, target, **_options):
        target.write_bytes(b"somebody's")
        raise ExistingFileError(saw="It is there", wants="", fix="")

    monkeypatch.setattr(put_module, "save_file", saved_by_somebody)
    with pytest.raises(ExistingFileError):
        put(pairs[1:])
