"""What lines ask of sources, and who pays: the rules of docs/figures.md, "Funding"."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samples import BUDGET, LINE, SOURCE, YEARS, with_source
from xlbudget.model.request import costed, costed_once, ended_by_date, unpaid_after_end


def payers(budget):
    work = costed(budget)
    (request,) = work.requests
    payers = (work.payers.payer(request.claim, year) for year in YEARS)
    return [payer and payer.source.source_id for payer in payers]


def test_a_request_knows_its_line_source_and_parts():
    (request,) = costed(BUDGET).requests
    assert (request.line, request.source) == (LINE, SOURCE)
    assert request.claim == ("F1", "", "hardware")
    assert (request.column, request.place.row) == ("source_1", 2)
    assert request.payer_named == "F1 (General fund)"
    assert request.parts == (36_500, 0, 0, 0, 36_500)


def test_a_source_without_a_name_goes_by_its_id():
    (request,) = costed(with_source(name=" ")).requests
    assert request.payer_named == "F2"


def test_parts_of_two_sources_add_up():
    other = replace(SOURCE, source_id="F2")
    line = replace(
        LINE,
        source_share_1=Decimal("0.3"),
        source_2="F2",
        source_share_2=Decimal("0.7"),
        source_3="F9",
    )
    requests = costed(replace(BUDGET, lines=(line,), sources=(SOURCE, other))).requests
    assert [request.column for request in requests] == ["source_1", "source_2"]
    assert [request.parts[0] for request in requests] == [10_950, 25_550]


@pytest.mark.parametrize(
    ("facts", "line", "expected"),
    [
        ({}, {}, ["F2"] * 5),
        ({"last_fiscal_year": 2028}, {}, ["F2", "F2", None, None, None]),
        ({"last_fiscal_year": 2028}, {"successor": "F1"}, ["F2", "F2", "F1", "F1", "F1"]),
        ({"first_fiscal_year": 2029}, {"successor": "F1"}, [None, None, "F2", "F2", "F2"]),
        ({"obligation_date": date(2027, 9, 30)}, {}, ["F2", "F2", None, None, None]),
        ({"allowed_areas": ("broadband",)}, {"successor": "F1"}, [None] * 5),
        ({"allowed_areas": ("hardware",)}, {}, ["F2"] * 5),
    ],
)
def test_who_pays(facts, line, expected):
    assert payers(with_source(line, **facts)) == expected


def test_wanted_is_what_payers_are_asked_for():
    work = costed(with_source({"successor": "F1"}, last_fiscal_year=2028))
    assert {key: [part for _, part in parts] for key, parts in work.wanted().items()} == {
        ("F2", 2027): [36_500],
        ("F1", 2031): [36_500],
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, False),
        ({"last_fiscal_year": 2028}, False),
        ({"obligation_date": date(2027, 9, 30)}, True),
        ({"last_fiscal_year": 2028, "obligation_date": date(2027, 9, 30)}, False),
        ({"last_fiscal_year": 2029, "obligation_date": date(2027, 9, 30)}, True),
    ],
)
def test_knows_whether_the_obligation_date_ends_a_source(facts, expected):
    work = costed(with_source(**facts))
    assert ended_by_date(work, work.requests[0].source) is expected


def test_finds_the_first_year_that_nobody_pays():
    work = costed(with_source(last_fiscal_year=2028))
    assert unpaid_after_end(work, work.requests[0]) == (2031, 36_500)
    assert unpaid_after_end(costed(BUDGET), costed(BUDGET).requests[0]) is None


def test_rules_share_one_costing():
    with costed_once(BUDGET):
        assert costed(BUDGET) is costed(BUDGET)
        assert costed(with_source()) is not costed(BUDGET)
    assert costed(BUDGET) is not costed(BUDGET)
