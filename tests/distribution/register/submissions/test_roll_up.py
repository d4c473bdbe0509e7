"""Totals kept by what changes: always equal to a sum over everything, to the cent."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from distribution.register.made import AT, ID, collect, line, record
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.submissions.roll_up import Total, rescan, roll_up
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import lines_of, submissions_of


def test_totals_stand_by_area_goal_and_year(register):
    record(register, 1, "0001", lines=[line(1, amount="1.10"), line(2, goal="")])
    record(register, 2, "0002", lines=[line(3, amount="2.20")])
    assert roll_up(register, ID) == (
        Total("broadband", "G1", 2027, Decimal("3.30")),
        Total("broadband", "G1", 2028, Decimal("3.30")),
        Total("hardware", "", 2027, Decimal("1200.50")),
        Total("hardware", "", 2028, Decimal("1200.50")),
    )


def test_what_no_longer_counts_leaves_the_totals(register):
    record(register, 1, lines=[line(1), line(2)])
    record(register, 2, later=1, lines=[line(1, amount="5.00")])
    assert [total.amount for total in roll_up(register, ID)] == [Decimal(5), Decimal(5)]
    record(register, 3, later=2)
    assert roll_up(register, ID) == ()


files = st.tuples(
    st.sampled_from(["0001", "0002"]),
    st.integers(1, 6),  # the file's bytes
    st.integers(0, 4),  # its time
    st.sampled_from([State.ACCEPTED, State.WITH_WARNINGS, State.REJECTED]),
    st.integers(-500, 500),  # cents of its line
    st.booleans(),  # judged anew
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(files, max_size=12))
def test_kept_totals_equal_a_sum_over_the_lines_after_any_run(tmp_path_factory, run):
    with open_register(tmp_path_factory.mktemp("run"), at=AT) as register:
        collect(register, 2, versions=0)
        for school_id, number, later, judged, cents, again in run:
            lines = [line(number, amount=str(Decimal(cents).scaleb(-2)))]
            facts = {"judged": judged, "later": later, "again": again}
            record(register, number, school_id, lines=lines, **facts)
        counting = [one for one in submissions_of(register, ID) if one.state.counts]
        schools = [one.submission.school_id for one in counting]
        assert len(schools) == len(set(schools))
        lines = [kept for one in counting for kept in lines_of(register, one.submission_id)]
        truth = sum(sum(kept.amounts.values()) for kept in lines)
        assert sum(total.amount for total in roll_up(register, ID)) == truth
        assert roll_up(register, ID) == rescan(register, ID)
