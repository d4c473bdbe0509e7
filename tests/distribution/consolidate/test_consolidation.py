"""Consolidating: written and recorded once, completed after any fault, the same bytes again."""

import os
import shutil
import signal
from dataclasses import replace
from datetime import timedelta
from multiprocessing import get_context

import pytest

from distribution.consolidate.made import AT, BY, DATA, ID, campaign, contract, enter, send
from xlbudget.distribution.consolidate import consolidation
from xlbudget.distribution.consolidate.consolidation import (
    Targets,
    consolidate,
    is_done,
    targets_for,
)
from xlbudget.distribution.consolidate.preview import preview_of
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.consolidation import consolidations_of, submissions_in
from xlbudget.errors import ExistingFileError

LATER = AT + timedelta(days=1)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A campaign of three schools, consolidated once: its root, and what was done."""
    root = tmp_path_factory.mktemp("first")
    made = campaign(root, schools=3, lines=3, missing=1, data=False)
    return root, run(made)


@pytest.fixture
def own(first, tmp_path):
    """A copy of that campaign that a test may change."""
    made = campaign(tmp_path / "same", schools=3, lines=3, missing=1, data=False)
    root = made.folder.root
    shutil.rmtree(root)
    shutil.copytree(first[0] / "campaign", root)
    return made


def targets_of(made):
    return Targets(made.folder.results / "fy27.xlsx", made.folder.results / "tables")


def run(made, *, at=AT, **options):
    with made.register() as register:
        found = preview_of(made.folder, register, made.budget, DATA)
        return consolidate(found, made.folder, register, targets_of(made), by=BY, at=at, **options)


def recorded(made):
    with made.register() as register:
        return consolidations_of(register, ID)


def files(made):
    results = made.folder.results
    return {str(path.relative_to(results)): path.read_bytes() for path in _files(results)}


def _files(folder):
    return (path for path in folder.rglob("*") if path.is_file())


def test_workbook_and_tables_are_written_and_recorded(first, own):
    _, done = first
    assert done.is_new
    assert [path.name for path in done.files[:2]] == ["fy27.xlsx", "lines.csv"]
    (kept,) = recorded(own)
    assert (kept.consolidation.by, kept.consolidation.file) == (BY, "fy27.xlsx")
    assert kept.consolidation.totals["words"].startswith("1 of 3 schools is not in it")
    with own.register() as register:
        assert len(submissions_in(register, kept.consolidation_id)) == 2


def test_again_with_nothing_new_changes_nothing(own):
    before = files(own)
    with own.register() as register:
        found = preview_of(own.folder, register, own.budget, DATA)
        assert is_done(found, targets_of(own))
    done = run(own, at=LATER)
    assert (done.files, done.is_new) == ((), False)
    assert files(own) == before
    assert len(recorded(own)) == 1


def test_a_lost_file_is_written_again_with_the_same_bytes(own):
    before = files(own)
    (own.folder.results / "fy27.xlsx").unlink()
    (own.folder.results / "tables" / "lines.csv").unlink()
    with own.register() as register:
        assert not is_done(preview_of(own.folder, register, own.budget, DATA), targets_of(own))
    assert len(run(own, at=LATER).files) == 2
    assert files(own) == before


def test_a_file_that_somebody_changed_is_not_replaced_unasked(own):
    book = own.folder.results / "fy27.xlsx"
    book.write_bytes(b"notes of mine")
    with pytest.raises(ExistingFileError):
        run(own)
    done = run(own, force=True)
    assert [path.read_bytes() for path in done.backups] == [b"notes of mine"]


def test_a_new_answer_is_a_new_consolidation_beside_what_was_before(own):
    with own.register() as register:
        old = preview_of(own.folder, register, own.budget, DATA).sum.totals
        send(register, "0003", [contract("0003-N1", (100, 100, 100), school_id="0003")])
        found = preview_of(own.folder, register, own.budget, DATA)
    assert found.previous == old
    assert found.sum.totals.whole == tuple(cents + 100 for cents in old.whole)
    assert run(own, force=True).is_new
    assert len(recorded(own)) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda budget: replace(budget, team=()),
        lambda budget: replace(budget, lines=budget.lines[1:]),
    ],
    ids=["the same", "a line less"],
)
def test_the_digest_is_that_of_all_that_goes_in(own, change):
    with own.register() as register:
        one = preview_of(own.folder, register, own.budget, DATA)
        other = preview_of(own.folder, register, change(own.budget), DATA)
    assert (one.ground.digest == other.ground.digest) == (one.issued == other.issued)


@pytest.mark.parametrize("moment", ["district_workbook", "put_files", "record_consolidation"])
def test_a_run_killed_at_any_moment_is_completed_by_the_next(moment, first, tmp_path):
    made = campaign(tmp_path, schools=3, lines=3, missing=1, data=False)
    process = get_context("fork").Process(target=_killed, args=(made, moment))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    run(made)
    results = first[0] / "campaign" / "results"
    whole = {str(path.relative_to(results)): path.read_bytes() for path in _files(results)}
    assert files(made) == whole
    assert len(recorded(made)) == 1


def test_what_a_run_left_that_was_killed_while_it_wrote_is_cleared_away(own):
    left = own.folder.results / ".fy27.xlsx.4711.part"
    left.write_bytes(b"half")
    (own.folder.results / "fy27.xlsx").unlink()
    run(own)
    assert not left.exists()


def _killed(made, moment):
    """Consolidate, and be killed when a step begins; the step before it is done."""
    setattr(consolidation, moment, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
    run(made)


def test_the_same_is_recorded_in_postgresql(postgresql, tmp_path):
    made = campaign(tmp_path, schools=2, lines=1, missing=0, data=False)
    with open_register(postgresql.schema(), at=AT) as register:
        enter(register, 2)
        send(register, "0001", [contract("0001-N1", (100, 0, 0), school_id="0001")])
        for is_new in (True, False):
            found = preview_of(made.folder, register, made.budget, DATA)
            done = consolidate(found, made.folder, register, targets_of(made), by=BY, at=AT)
            assert done.is_new is is_new
        assert found.previous == found.sum.totals


def test_very_many_lines_always_have_their_tables(own):
    book = own.folder.results / "fy27.xlsx"
    with own.register() as register:
        some, many = (
            preview_of(own.folder, register, own.budget, DATA, most=most) for most in (5_000, 3)
        )
    assert targets_for(some, book, None).tables is None
    assert targets_for(many, book, None).tables == own.folder.results / "fy27-tables"
