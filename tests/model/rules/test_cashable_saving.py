"""XLR-26: a cashable saving reduces something."""

import pytest

from samples import seen, severities, with_first
from xlbudget.model.rules.cashable_saving import RULE


def test_a_cashable_saving_that_reduces_nothing_is_fatal():
    budget = with_first("savings", reduces="")
    assert seen(RULE, budget) == [
        (
            "savings.csv, row 2, reduces, V1",
            "Saving V1 is cashable and names nothing that it reduces",
        )
    ]
    assert severities(RULE, budget) == ["fatal"]


@pytest.mark.parametrize("kind", ["avoided", "productivity", "revenue"])
def test_other_savings_need_not_reduce_a_line(kind):
    assert seen(RULE, with_first("savings", type=kind, reduces="")) == []
