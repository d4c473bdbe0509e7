"""Issued workbooks: recorded once, never replaced in silence."""

from dataclasses import replace

import pytest

from distribution.register.made import AT, BY, ID
from xlbudget.distribution.register.event import events_of
from xlbudget.distribution.register.issued import (
    IssuedWorkbook,
    issued_workbook,
    issued_workbooks,
    record_issued,
)
from xlbudget.errors import ExistingFileError, UnknownChoiceError

FIRST = IssuedWorkbook(
    workbook_id="w1",
    school_id="0001",
    file_name="0001 North.xlsx",
    sha256="aa",
    template_version="v1.0",
    structure_digest="dd",
    issued_at=AT,
)
SECOND = replace(FIRST, workbook_id="w2", school_id="0002", file_name="0002.xlsx", sha256="bb")
AGAIN = replace(
    FIRST,
    workbook_id="w3",
    sha256="cc",
    issued_at=AT.replace(hour=20),
    reason="The file was lost",
    supersedes="w1",
)


def test_what_was_issued_comes_back(register):
    assert record_issued(register, ID, [FIRST, SECOND, AGAIN], by=BY) == 3
    assert issued_workbooks(register, ID) == (FIRST, SECOND, AGAIN)
    assert issued_workbooks(register, ID, "0001") == (FIRST, AGAIN)
    assert issued_workbook(register, ID, "w2") == SECOND
    assert issued_workbook(register, ID, "w9") is None


def test_an_interrupted_issue_goes_on_where_it_stopped(register):
    record_issued(register, ID, [FIRST], by=BY)
    assert record_issued(register, ID, [FIRST, SECOND], by=BY) == 1
    assert len(issued_workbooks(register, ID)) == 2
    assert [one.what for one in events_of(register, ID, "0001")][1:] == ["workbook issued"]


def test_issuing_again_tells_why(register):
    record_issued(register, ID, [FIRST, AGAIN], by=BY)
    last = list(events_of(register, ID, "0001"))[-1]
    assert last.what == "workbook issued again"
    assert last.details["reason"] == "The file was lost"


def test_other_bytes_under_a_known_id_are_refused(register):
    record_issued(register, ID, [FIRST], by=BY)
    with pytest.raises(ExistingFileError, match="other contents"):
        record_issued(register, ID, [replace(FIRST, sha256="zz"), SECOND], by=BY)
    assert issued_workbooks(register, ID) == (FIRST,)


def test_a_school_that_is_not_in_the_campaign_is_refused_and_nothing_recorded(register):
    strangers = [replace(FIRST, school_id=f"x{n}", workbook_id=f"w{n}") for n in range(7)]
    with pytest.raises(UnknownChoiceError, match="x0, x1, x2, x3, x4 and 2 more"):
        record_issued(register, ID, [FIRST, *strangers], by=BY)
    assert issued_workbooks(register, ID) == ()


def test_thousands_at_once(register):
    many = [replace(FIRST, workbook_id=f"w{n:05}", sha256=str(n)) for n in range(1200)]
    assert record_issued(register, ID, many, by=BY) == 1200
    assert record_issued(register, ID, many, by=BY) == 0
