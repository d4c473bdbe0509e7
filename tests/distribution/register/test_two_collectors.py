"""Two collectors at once: each file is recorded exactly once, and nobody sees an error."""

import pytest
from sqlalchemy import event

from distribution.register.made import AT, ID, collect, everything, record
from distribution.register.processes import collect_into, open_only, together
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.submissions.roll_up import rescan, roll_up
from xlbudget.distribution.register.submissions.state import State

SCHOOLS, VERSIONS = 100, 2


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What a register says after one collector alone."""
    with open_register(tmp_path_factory.mktemp("alone"), at=AT) as register:
        collect(register, SCHOOLS, versions=VERSIONS)
        return everything(register)


def test_two_collectors_of_the_same_files_leave_what_one_would(where, undisturbed):
    codes, answers = together(collect_into, where, SCHOOLS, VERSIONS, times=2)
    assert (codes, answers) == ([0, 0], [None, None])
    with open_register(where, at=AT) as register:
        assert everything(register) == undisturbed
        assert len(undisturbed["submission"]) == SCHOOLS * VERSIONS
        assert roll_up(register, ID) == rescan(register, ID)


def test_bytes_that_another_run_records_in_between_are_known(postgresql):
    where = postgresql.schema()
    with open_register(where, at=AT) as register, open_register(where, at=AT) as other:
        collect(register, 1)
        once = []

        def overtake(_connection, _cursor, statement, *_rest):
            if statement.startswith("INSERT INTO submission") and not once:
                once.append(record(other, 99, None, judged=State.REJECTED))

        event.listen(register.engine, "before_cursor_execute", overtake)
        found = record(register, 99, None, judged=State.REJECTED)
        assert (once[0].is_new, found.is_new) == (True, False)
        assert found.submission_id == once[0].submission_id


def test_programs_that_make_a_register_at_once_make_one(where):
    codes, answers = together(open_only, where, times=4)
    assert (codes, answers) == ([0] * 4, [None] * 4)
    open_only(where)
