"""XLR-20: a source is asked for no more than it has."""

from decimal import Decimal

from samples import LINE, every_year, seen, with_first, with_source
from xlbudget.model.rules.over_planned import RULE


def test_what_is_asked_beyond_the_amount_is_found_year_by_year():
    budget = with_first("sources", amount=every_year("36499.99"))
    assert seen(RULE, budget) == [
        (
            f"funding.csv, row 2, amount_{year}, F1",
            f"Lines ask source F1 for $36,500.00 in FY{year}, and it has $36,499.99",
        )
        for year in (2027, 2031)
    ]


def test_a_blank_amount_is_nothing():
    (finding, _) = RULE.check(with_first("sources", amount={}))
    assert "it has $0.00" in finding.saw
    assert "$36,500.00 is unfunded" in finding.wants


def test_exactly_the_amount_is_fine():
    assert seen(RULE, with_first("sources", amount=every_year(36_500))) == []


def test_a_successor_is_asked_once_it_takes_over():
    budget = with_source({"successor": "F1", "quantity": Decimal(5000)}, last_fiscal_year=2028)
    assert LINE.refresh
    assert [place for place, _ in seen(RULE, budget)] == [
        "funding.csv, row 2, amount_2031, F1",
        "funding.csv, row 3, amount_2027, F2",
    ]
