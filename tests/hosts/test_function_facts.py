"""function_facts: finding a function by its name, and everything about it for other programs."""

import json

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.errors import UnknownChoiceError
from xlbudget.hosts.function_facts import facts, find, returns_in_words, shape, twin

KEYS = [
    "name",
    "family",
    "says",
    "syntax",
    "parameters",
    "returns",
    "example",
    "formula",
    "source",
    "errors",
    "unlike",
    "twin",
    "since",
]


@pytest.mark.parametrize(
    "asked", ["XLB_LEASE_OR_BUY", "lease_or_buy", "Lease-or-buy", " xlb_lease_or_buy "]
)
def test_prefix_and_capitals_may_be_left_out(asked):
    assert find(asked).name == "XLB_LEASE_OR_BUY"


def test_an_unknown_name_is_refused_with_the_nearest_ones():
    with pytest.raises(UnknownChoiceError) as refusal:
        find("XLB_NPVV")
    assert '"XLB_NPVV"' in refusal.value.saw
    assert "XLB_NPV" in refusal.value.wants


def test_a_name_near_to_none_is_refused_with_an_example():
    with pytest.raises(UnknownChoiceError) as refusal:
        find("????????????????")
    assert refusal.value.wants == "A name is such as XLB_NPV"


@pytest.mark.parametrize(
    ("name", "cells", "words"),
    [
        ("NPV", "one cell", "dollars"),
        ("IRR_ALL", "one column of cells", "one column of cells, rate per period, such as 3%"),
        ("TCO_YEARS", "one row of cells", "one row of cells, dollars a year"),
        ("TORNADO", "a table of cells", "a table of cells"),
    ],
)
def test_an_answer_in_words(name, cells, words):
    function = FUNCTIONS[f"XLB_{name}"]
    assert (shape(function), returns_in_words(function)) == (cells, words)


def test_a_twin_names_the_arguments():
    assert twin(FUNCTIONS["XLB_MIRR"]) == "=MIRR(flows,finance_rate,reinvest_rate)"
    assert twin(FUNCTIONS["XLB_IRR"]) == ""


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda item: item.name)
def test_the_facts_of_every_function_have_the_same_keys_and_fit_into_json(function):
    told = facts(function)
    assert list(told) == KEYS
    assert json.loads(json.dumps(told, allow_nan=False))["name"] == function.name


def test_the_facts_of_npv():
    told = facts(FUNCTIONS["XLB_NPV"])
    assert told["parameters"][2] == {
        "name": "first_period",
        "unit": "periods",
        "unit_says": "periods",
        "kind": "number",
        "kind_says": "a number",
        "says": "When the first flow falls: 0 is now, 1 the end of the first period.",
        "optional": True,
        "default": "0",
    }
    assert told["returns"] == {"unit": "dollars", "unit_says": "dollars", "shape": "one cell"}
    assert told["example"]["formula"].startswith("=XLB_NPV(9%,{-16000,")
    assert told["errors"][1] == {
        "error": "#NUM!",
        "code": "XLB-101",
        "name": "RateError",
        "when": "rate is -1 or less.",
    }
