"""Lines: cents are whole, and a row gives its line back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from distribution.register.made import line
from xlbudget.distribution.register.submissions.line import cents_of
from xlbudget.errors import ShapeError


def test_dollars_become_whole_cents():
    assert cents_of(line(1, amount="1200.50")) == {2027: 120_050, 2028: 120_050}
    assert cents_of(line(1, amount="-0.01"))[2027] == -1


def test_the_largest_amount_keeps_its_cents():
    assert cents_of(line(1, amount="9999999999999.99"))[2027] == 999_999_999_999_999


def test_parts_of_a_cent_are_refused():
    broken = replace(line(4), amounts={2027: Decimal(1), 2028: Decimal("1.005")})
    with pytest.raises(ShapeError, match=r"L004 costs 1\.005 in 2028"):
        cents_of(broken)
