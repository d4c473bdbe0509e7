"""A line one year on: hand-computed amounts, and a law: later years cost what the old plan says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distribution.played import BUDGET, CABLING, DEVICES, GRANT, line_item
from samples import SOURCE, YEARS
from xlbudget.distribution.roll.next_line import leaving, next_line, notes_of
from xlbudget.distribution.roll.note import Topic
from xlbudget.model.cost import line_costs

NEXT = replace(BUDGET.district, base_fiscal_year=2028)


def cost_of(line, budget=BUDGET):
    (cost,) = line_costs(replace(budget, lines=(line,)))
    return cost


def one_year_on(line, *, keeps_price=False):
    cost = cost_of(line)
    return next_line(cost, cost.years[0], keeps_price=keeps_price)


def test_this_years_amount_is_the_prior_one_and_the_price_has_grown():
    # software grows by 4 %: 10 x 100.00 = 1,000.00 this year, 10 x 104.00 = 1,040.00 next
    line = one_year_on(line_item("L1"))
    assert (line.prior_amount, line.unit_price) == (Decimal("1000.00"), Decimal("104.00"))
    assert cost_of(line, replace(BUDGET, district=NEXT)).years[0] == Decimal("1040.00")


def test_setup_and_flat_benefits_grow_and_a_blank_price_stays_blank():
    line = one_year_on(
        line_item("L1", unit_price=None, unit_setup=Decimal(50), flat_benefit=Decimal(1))
    )
    assert (line.unit_price, line.unit_setup, line.flat_benefit) == (
        None,
        Decimal("52.00"),
        Decimal("1.04"),
    )


def test_a_price_of_the_districts_list_stays():
    assert one_year_on(line_item("L1"), keeps_price=True).unit_price == Decimal("100.00")


@given(
    st.decimals(1, 5000, places=2),
    st.integers(1, 400),
    st.integers(2023, 2031),
    st.sampled_from([{}, DEVICES, {**DEVICES, "refresh": False}, CABLING]),
)
def test_a_later_year_costs_what_the_old_plan_says(price, quantity, first, kind):
    facts = {"unit_price": price, "quantity": Decimal(quantity), "first_fiscal_year": first}
    line = line_item("L1", **{**kind, **facts})
    old = cost_of(line).years[1:]
    new = cost_of(one_year_on(line), replace(BUDGET, district=NEXT)).years[:-1]
    # the grown price is rounded to the cent, so each unit may differ by half a cent, grown on
    rounding = Decimal("0.01") + quantity * Decimal("0.006")
    assert all(abs(a - b) <= rounding for a, b in zip(old, new, strict=True))


@pytest.mark.parametrize(
    ("status", "after"),
    [
        ("approved", "justified"),
        ("conditional", "justified"),
        ("released", "justified"),
        ("justified", "justified"),
        ("proposed", "proposed"),
    ],
)
def test_what_was_decided_is_asked_anew(status, after):
    assert one_year_on(line_item("L1", status=status)).status == after


@pytest.mark.parametrize(
    ("facts", "topic"),
    [
        pytest.param({"last_fiscal_year": 2027}, Topic.ENDED, id="ended"),
        pytest.param(CABLING, Topic.DONE, id="one-time-service"),
        pytest.param({**CABLING, "last_fiscal_year": 2027}, Topic.DONE, id="one-time-ended"),
        pytest.param(
            {"need": "one-time", "cost_type": "contract", "payment": {2027: Decimal(5)}},
            Topic.DONE,
            id="last-payment",
        ),
        pytest.param({**CABLING, "first_fiscal_year": 2028}, None, id="one-time-to-come"),
        pytest.param({"need": "one-time", "last_fiscal_year": 2029}, None, id="goes-on"),
        pytest.param(
            {**DEVICES, "need": "one-time", "refresh": False}, None, id="bought-and-in-service"
        ),
        pytest.param({**DEVICES, "need": "starts"}, None, id="starts"),
        pytest.param({}, None, id="every-year"),
    ],
)
def test_a_line_leaves_when_it_is_over(facts, topic):
    note = leaving(cost_of(line_item("L1", **facts)), 2027, Decimal(7))
    assert (note and note.topic) == topic
    assert note is None or (note.subject, note.amount) == ("L1", Decimal(7))


def notes(line, last=2027):
    cost = cost_of(line)
    sources = {"F1": SOURCE, "F2": replace(GRANT, last_fiscal_year=last)}
    found = notes_of(next_line(cost, Decimal(7), keeps_price=False), cost, sources, 7, 2032)
    return [(note.topic, note.words) for note in found]


def test_a_source_that_no_longer_pays_is_named_with_what_follows():
    line = line_item("L1", description="Tutors", source_2="F2", source_share_2=Decimal("0.5"))
    assert notes(line) == [(Topic.SOURCE_ENDED, "Tutors: Grant paid to FY2027; no source follows")]
    assert notes(line, last=2028) == []  # it pays in the new plan's first year
    followed = replace(line, successor="F1")
    assert notes(followed) == [(Topic.SOURCE_ENDED, "Tutors: Grant paid to FY2027; F1 follows")]


def test_a_contract_without_a_payment_in_the_new_last_year_is_named():
    paid = dict.fromkeys(YEARS, Decimal(800))
    line = line_item("L1", description="Lease", cost_type="contract", payment=paid)
    assert notes(line) == [(Topic.NO_PAYMENT, "Lease: FY2032")]
    assert notes(replace(line, last_fiscal_year=2031)) == []
    assert notes(replace(line, payment={**paid, 2032: Decimal(1)})) == []
