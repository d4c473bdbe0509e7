"""How it stands with a school."""

from decimal import Decimal

from xlbudget.model.school_standing import Counted, SchoolStanding


def test_what_remains_is_below_zero_when_a_school_asks_for_more():
    standing = SchoolStanding(
        school_id="S1",
        name="Oak",
        state="accepted",
        counted=Counted.YES,
        year_1=Decimal("120.50"),
        allocated=Decimal(100),
    )
    assert standing.remaining == Decimal("-20.50")
