"""Who pays: each case by hand, then the law that nobody's money has two fates."""

from datetime import date

import pytest
from hypothesis import given

from analysis.budgets import BASE, budgets, dollars, law, line, source
from xlbudget.model.payers import Claim, Route, claims_of, payers_of

SOURCES = (
    source("GEN"),
    source("GRANT", last_fiscal_year=2028),
    source("LATE", first_fiscal_year=2029),
    source("DATED", obligation_date=date(2027, 9, 30)),
    source("WIFI", allowed_areas=("network infrastructure",)),
)
PAYERS = payers_of(SOURCES, 7)
YEARS = (2027, 2028, 2029)


@pytest.mark.parametrize(
    ("source_id", "successor", "payers", "lost"),
    [
        pytest.param("GEN", "", ("GEN",) * 3, (0, 0, 0), id="goes-on"),
        pytest.param("GRANT", "", ("GRANT", "GRANT", ""), (0, 0, 1), id="ends"),
        pytest.param("GRANT", "GEN", ("GRANT", "GRANT", "GEN"), (0, 0, 0), id="is-succeeded"),
        pytest.param("GRANT", "none", ("GRANT", "GRANT", ""), (0, 0, 1), id="unknown-successor"),
        pytest.param("DATED", "LATE", ("DATED", "DATED", "LATE"), (0, 0, 0), id="by-date"),
        pytest.param("GRANT", "WIFI", ("GRANT", "GRANT", ""), (0, 0, 1), id="not-for-this-area"),
        pytest.param("WIFI", "GEN", ("", "", ""), (0, 0, 0), id="not-allowed-is-not-lost"),
        pytest.param("LATE", "GEN", ("", "", "LATE"), (0, 0, 0), id="not-yet"),
        pytest.param("none", "GEN", ("", "", ""), (0, 0, 0), id="unknown"),
        pytest.param("", "GEN", ("", "", ""), (0, 0, 0), id="blank"),
    ],
)
def test_routes(source_id, successor, payers, lost):
    claim = Claim(source_id, successor, "hardware")
    assert PAYERS.route(claim, YEARS) == Route(payers, tuple(map(bool, lost)))


def test_a_successor_that_starts_too_late_leaves_a_loss():
    claim = Claim("GRANT", "AFTER", "hardware")
    payers = payers_of((*SOURCES, source("AFTER", first_fiscal_year=2030)), 7)
    assert payers.is_lost(claim, 2029)
    assert payers.payer(claim, 2030) is payers.by_id["AFTER"]


def test_of_two_sources_with_one_id_the_first_counts():
    twice = payers_of((source("A", last_fiscal_year=2027), source("A")), 7)
    assert twice.payer(Claim("A", "", ""), 2028) is None


def test_claims_run_to_the_last_slot_that_names_a_source():
    item = line(source_2="GEN", source_share_2="0.4", successor="GRANT")
    claims, shares = claims_of(item)
    assert claims == (Claim("", "GRANT", "hardware"), Claim("GEN", "GRANT", "hardware"))
    assert shares == dollars("0.6", "0.4")
    assert claims_of(line()) == ((), ())


@law
@given(budgets)
def test_what_is_paid_is_not_lost(plan):
    payers = payers_of(plan.sources, plan.district.fiscal_year_start_month)
    for item in plan.lines:
        for claim in claims_of(item)[0]:
            route = payers.route(claim, tuple(range(BASE, BASE + 10)))
            assert not any(
                payer and lost for payer, lost in zip(route.payers, route.lost, strict=True)
            )
