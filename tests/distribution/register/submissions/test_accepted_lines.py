"""The lines that count: whole, in order, in chunks; and as a DataFrame."""

import pytest

from distribution.register.made import ID, collect, line, record
from xlbudget.distribution.register.submissions.accepted_lines import accepted_lines
from xlbudget.distribution.register.submissions.state import State


def found(register, **how):
    return [one for chunk in accepted_lines(register, ID, **how) for one in chunk]


def test_only_lines_that_count_are_given_in_the_order_of_schools_and_files(register):
    record(register, 1, "0003", lines=[line(7)])
    record(register, 2, "0001", lines=[line(9), line(2)])
    record(register, 3, "0001", later=-1, lines=[line(5)])
    record(register, 4, "0002", judged=State.REJECTED, lines=[line(6)])
    assert [(one.school_id, one.line) for one in found(register)] == [
        ("0001", line(9)),
        ("0001", line(2)),
        ("0003", line(7)),
    ]
    assert found(register)[0].received_name == "reply-2.xlsx"


@pytest.mark.parametrize("chunk", [1, 4, 9, 100])
def test_chunks_are_of_the_size_asked_for_and_lose_nothing(register, chunk):
    collect(register, 3)
    sizes = [len(lines) for lines in accepted_lines(register, ID, chunk=chunk)]
    assert sum(sizes) == 9
    assert max(sizes) == min(chunk, 9)
    assert found(register, chunk=chunk) == found(register)


def test_a_reader_sees_the_register_as_it_stood_when_it_began(register):
    collect(register, 3)
    chunks = accepted_lines(register, ID, chunk=2)
    first = next(chunks)
    record(register, 99, "0001", later=99)
    assert sum(len(lines) for lines in (first, *chunks)) == 9
    assert len(found(register)) == 6
