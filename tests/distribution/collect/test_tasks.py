"""Tasks: files are drawn one by one, and what comes of each travels as plain rows."""

import pickle
import shutil
from pathlib import Path

import pytest

from distribution.collect.made import AT, BY, S1, issued
from xlbudget.distribution.collect.desk import desk_of
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.collect.tasks import Tasks, copies_of, packed_file
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.submissions.contents import LineRows, line_rows


@pytest.fixture
def drawn(tmp_path, answer):
    """The tasks of a campaign with one answer, and a file of a system."""
    campaign = issued(tmp_path / "fy27")
    shutil.copy(answer, campaign.inbox / S1)
    (campaign.inbox / "Thumbs.db").write_bytes(b"")
    folder = campaign.folder
    with open_register(campaign.root, at=AT) as register:
        recorder = Recorder(register, folder.facts.campaign_id, AT, BY)
        yield Tasks(folder, (), desk_of(folder, None), recorder, folder.received)


def test_the_inbox_is_drawn_and_files_of_systems_are_counted(drawn):
    (task,) = drawn
    assert (task.reply.name, task.is_known, drawn.passed_over) == (S1, False, 1)


def test_what_comes_of_a_file_travels_as_rows(drawn):
    (task,) = pickle.loads(pickle.dumps(list(drawn)))  # noqa: S301 - made in this line
    judged = packed_file(task)
    assert isinstance(judged.lines, LineRows)
    assert [row[0] for row in judged.lines.lines] == ["L1", "L3", "S1-N01"]
    assert sum(cents for *_, year, cents in judged.lines.totals if year == 2027) == 1_122_500
    assert b"LineItem" not in pickle.dumps(judged)


def test_rows_are_those_of_the_lines(gone_out, answer):
    lines = gone_out.judge(answer).lines
    assert line_rows(lines).lines[0][0] == lines[0].item.line_id


@pytest.mark.parametrize("dry_run", [False, True])
def test_copies_of_a_dry_run_go_away(gone_out, dry_run):
    with copies_of(gone_out.folder, dry_run=dry_run) as place:
        assert place.is_dir()
        assert (place == gone_out.folder.received) is not dry_run
    assert Path(place).exists() is not dry_run
