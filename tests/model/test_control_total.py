"""ControlTotal: every dollar of a file is imported, left out, or told of."""

from decimal import Decimal

from xlbudget.model.control_total import Fate, Tally


def test_a_row_counts_where_it_went():
    tally = Tally("Amount", "unit_price")
    tally.add(Fate.IMPORTED, Decimal("10.10"), Decimal("10.10"))
    tally.add(Fate.LEFT_OUT, Decimal("30.30"), Decimal(0))
    tally.add(Fate.NOT_MAPPED, Decimal("20.20"), Decimal(0))
    total = tally.total()
    assert (total.in_file, total.left_out, total.not_mapped, total.imported) == (
        Decimal("60.60"),
        Decimal("30.30"),
        Decimal("20.20"),
        Decimal("10.10"),
    )
    assert total.missing == 0


def test_a_cent_lost_on_the_way_is_missing():
    tally = Tally("Amount", "amount_2027")
    tally.add(Fate.IMPORTED, Decimal("10.101"), Decimal("10.10"))
    assert tally.total().missing == Decimal("0.001")
