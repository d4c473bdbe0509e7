"""settle: what becomes of a file that was found."""

from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

import pytest

from xlbudget.distribution.inbox import InboxCode
from xlbudget.distribution.inbox.found import Found
from xlbudget.distribution.inbox.kind import Kind
from xlbudget.distribution.inbox.settle import settle
from xlbudget.model.finding import Severity
from zips import workbook

A = workbook("a")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def found(data=A, *, size=None, states=(1, 1), kind=Kind.WORKBOOK):
    """Return a file whose state is read before and after."""
    told = iter(states)
    size = len(data) if size is None else size
    return Found("a.xlsx", kind, size, NOON, lambda: BytesIO(data), lambda: next(told))


def test_a_workbook_is_told_by_its_bytes_and_kept(tmp_path):
    reply = settle(found(), tmp_path)
    assert reply.names == ("a.xlsx",)
    assert reply.sha256 == reply.identity == sha256(A).hexdigest()
    assert (reply.size, reply.modified) == (len(A), NOON)
    assert reply.path.read_bytes() == A
    assert reply.findings == ()


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(found(states=(1, 2)), id="changed-while-it-was-read"),
        pytest.param(found(size=len(A) - 1), id="has-grown"),
        pytest.param(found(size=len(A) + 1), id="has-shrunk"),
        pytest.param(found(kind=Kind.UNFINISHED), id="a-download-that-is-not-done"),
    ],
)
def test_a_file_that_is_still_being_copied_is_told_and_not_kept(tmp_path, file):
    reply = settle(file, tmp_path)
    assert reply.findings[0].code == InboxCode.COPYING
    assert "run the same command again" in reply.findings[0].fix
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    reply = settle(found(b"", size=50_000_001), tmp_path)
    assert (reply.findings[0].code, reply.findings[0].saw) == (InboxCode.TOO_LARGE, "It has 51 MB")
    assert reply.sha256 == ""
    assert reply.identity != settle(found(b"", size=50_000_002), tmp_path).identity


def test_a_file_that_goes_away_is_told(tmp_path):
    def gone():
        raise FileNotFoundError(2, "No such file or directory")

    file = Found("a.xlsx", Kind.WORKBOOK, 1, NOON, gone, lambda: None)
    assert settle(file, tmp_path).findings[0].code == InboxCode.UNREADABLE


def test_a_workbook_under_a_strange_name_is_a_workbook(mail):
    mail.put("budget.xlsx.renamed", A)
    assert mail.the_reply().path.read_bytes() == A


def test_what_is_no_workbook_is_told_by_its_kind_and_not_kept(mail):
    mail.put("budget.pdf", b"%PDF-1.7")
    reply = mail.the_reply()
    assert (reply.findings[0].saw, reply.path) == ("It is a PDF", None)
    assert reply.sha256 == sha256(b"%PDF-1.7").hexdigest()
    assert not mail.copies.exists()


def test_a_workbook_that_is_still_open_says_who_has_it(mail):
    mail.put("North/budget.xlsx", A)
    mail.put("North/~$budget.xlsx", b"\x08Ana Ruiz")
    got = mail.look()
    (finding,) = got.workbooks[0].findings
    assert finding.saw == "It is still open in Excel by Ana Ruiz"
    assert (finding.severity, finding.place.file) == (Severity.WARNING, "North/budget.xlsx")
    assert got.passed_over == 1
