"""What an action wants done beside its edits: said before, done in order, refused early."""

from datetime import datetime

import pytest

from xlbudget.actions.request import (
    Calculate,
    CollectReturns,
    ExportPages,
    FreezeCopy,
    KeepCopy,
    RestoreCopy,
    Select,
    WriteWorkbook,
)
from xlbudget.errors import ExistingFileError, MissingFileError
from xlbudget.hosts.act_requests import Work, carry_out, check_requests, in_words
from xlbudget.workbook.act import kept_copies

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the clock of the machine
REQUESTS = (
    Calculate(),
    Select("Findings", "B7"),
    KeepCopy("by hand"),
    RestoreCopy("2026-11-24T120000 by hand"),
    WriteWorkbook(None, "new.xlsx", "A new budget"),
    ExportPages("Summary", "page.pdf"),
    FreezeCopy("mail.xlsx"),
    CollectReturns("campaign", "inbox"),
)


def test_every_request_is_said_in_words():
    told = [in_words(request) for request in REQUESTS]
    assert len(set(told)) == len(REQUESTS)
    assert told[1] == "Show Findings, cell B7"
    assert told[-1] == "Collect the files in inbox into campaign"


def test_a_copy_is_kept_and_a_cell_is_named(tmp_path):
    book = tmp_path / "book.xlsx"
    book.write_bytes(b"as it is")
    told = list(carry_out(REQUESTS[:3], Work(book, NOON)))
    assert told[0] == "Look at Findings, cell B7"
    (kept,) = kept_copies(book)
    assert kept.path.read_bytes() == b"as it is"
    assert kept.path.name in told[1]


@pytest.mark.parametrize("wanted", [FreezeCopy("there.xlsx"), ExportPages("Summary", "there.pdf")])
def test_a_file_that_is_there_is_refused_before_anything_is_done(tmp_path, monkeypatch, wanted):
    monkeypatch.chdir(tmp_path)
    for name in ("there.xlsx", "there.pdf"):
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(ExistingFileError):
        check_requests([wanted], Work(None, NOON))
    check_requests([wanted], Work(None, NOON, force=True))


def test_an_action_without_its_workbook_is_refused():
    with pytest.raises(MissingFileError) as refusal:
        list(carry_out([KeepCopy("by hand")], Work(None, NOON)))
    assert "xlbudget act NAME BOOK" in refusal.value.fix
