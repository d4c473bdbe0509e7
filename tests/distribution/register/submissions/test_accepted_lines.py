"""The lines that count: whole, in order, in chunks; and as a DataFrame."""

import pandas as pd
import pytest

from distribution.register.made import ID, collect, line, record
from xlbudget.distribution.register.submissions.accepted_lines import accepted_frame, accepted_lines
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


def test_a_frame_has_numbers_for_analysts(register):
    record(register, 1, lines=[line(2, amount="10.25"), line(3)])
    frame = accepted_frame(register, ID)
    assert frame["line_id"].tolist() == ["L002", "L003"]
    assert frame["unit_price"].tolist() == [0.4325, 0.4325]
    assert frame["amount_2028"].tolist() == [10.25, 1200.50]
    assert frame["school_id"].tolist() == ["0001", "0001"]
    assert frame["last_fiscal_year"].isna().all()
    assert frame["row"].tolist() == [10, 11]


def test_an_empty_frame_keeps_its_columns(register):
    frame = accepted_frame(register, ID)
    assert len(frame) == 0
    assert {"school_id", "line_id", "quantity"} <= set(frame.columns)
    assert pd.api.types.is_float_dtype(frame["quantity"])
