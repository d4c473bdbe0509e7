"""split_sum: the parts of lines that belong to one source or goal, in one formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import dollars, law
from xlbudget.model.split import split, to_cents
from xlbudget.sheets.split_sum import split_sum

HOLDERS = ("Goal 1 id", "Goal 2 id", "Goal 3 id")
AMOUNT = "LineItems[Year 1]"
ROUNDED = [f"ROUND(LineItems[Goal reach {slot}]*{AMOUNT},2)" for slot in (1, 2, 3)]
shares = st.lists(st.decimals(0, 1, places=6), min_size=3, max_size=3)


def test_a_part_is_what_its_slot_reaches_less_what_the_slot_before_reaches():
    first, second, third = ROUNDED
    expected = (
        f'SUMPRODUCT(((LineItems[Goal 1 id]="G")*{first}'
        f'+(LineItems[Goal 2 id]="G")*({second}-{first})'
        f'+(LineItems[Goal 3 id]="G")*({third}-{second})))'
    )
    assert split_sum('"G"', HOLDERS, "Goal", AMOUNT) == expected


@pytest.mark.parametrize("conditions", [(), ("(A=1)",), ("(A=1)", "(B=2)")])
def test_conditions_are_factors_of_the_whole(conditions):
    formula = split_sum('"G"', HOLDERS, "Goal", AMOUNT, conditions)
    plain = split_sum('"G"', HOLDERS, "Goal", AMOUNT)
    assert formula == plain[:-1] + "".join(f"*{item}" for item in conditions) + ")"


def test_every_holder_needs_a_slot():
    with pytest.raises(ValueError, match="argument 2 is longer"):
        split_sum('"G"', HOLDERS[:2], "Goal", AMOUNT)


@law
@given(st.decimals(-9999, 9999, places=2), shares)
def test_python_splits_as_the_formula_does(amount, parts):
    reached = [to_cents(amount * sum(parts[: slot + 1])) for slot in range(3)]
    steps = (reached[0], reached[1] - reached[0], reached[2] - reached[1])
    assert split(amount, parts) == pytest.approx(steps, abs=0)


def test_half_a_cent_goes_to_the_first():
    assert split(dollars("0.05")[0], dollars("0.5", "0.5", "0")) == dollars("0.03", "0.02", "0")
