"""What a submission asks for by area, goal and year; nothing of a line is lost."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from distribution.register.made import line
from xlbudget.distribution.register.submissions.line import cents_of
from xlbudget.distribution.register.submissions.total import totals_of

shares = st.none() | st.decimals(0, 1, places=2)


def totals(*lines):
    return totals_of([(one, cents_of(one)) for one in lines])


def test_lines_of_one_area_and_goal_add_up():
    assert totals(line(2, amount="1.10"), line(4, amount="2.05")) == {
        ("hardware", "G1", 2027): 315,
        ("hardware", "G1", 2028): 315,
    }


def test_a_line_without_a_goal_stands_under_no_goal():
    assert totals(line(1, goal="", amount="1.00"))["broadband", "", 2027] == 100


def test_a_line_is_split_among_its_goals_to_the_cent():
    split = line(
        2, amount="0.05", goal_share_1=Decimal("0.5"), goal_2="G2", goal_share_2=Decimal("0.5")
    )
    found = totals(split)
    assert (found["hardware", "G1", 2027], found["hardware", "G2", 2027]) == (3, 2)


def test_what_goals_leave_stands_under_no_goal():
    found = totals(line(2, amount="1.00", goal_share_1=Decimal("0.4")))
    assert (found["hardware", "G1", 2027], found["hardware", "", 2027]) == (40, 60)


def test_goals_that_claim_more_than_the_line_leave_less_than_nothing():
    found = totals(
        line(2, amount="1.00", goal_share_1=Decimal(1), goal_2="G2", goal_share_2=Decimal("0.5"))
    )
    assert (found["hardware", "G2", 2027], found["hardware", "", 2027]) == (50, -50)


@given(cents=st.integers(-(10**9), 10**9), first=shares, second=shares)
def test_the_parts_always_add_up_to_the_line(cents, first, second):
    amount = str(Decimal(cents).scaleb(-2))
    found = totals(line(2, amount=amount, goal_share_1=first, goal_2="G2", goal_share_2=second))
    assert sum(found.values()) == 2 * cents
