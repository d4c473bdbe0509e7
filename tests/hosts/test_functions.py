"""functions: the list by family, the page of one, and all of them as JSON."""

import json

import pytest

from xlbudget.catalogue import FUNCTIONS


@pytest.mark.parametrize("words", [["functions"], ["functions", "list"]], ids=" ".join)
def test_the_list_names_every_function_in_a_sentence(xlbudget, words):
    done = xlbudget(*words)
    assert done.exit_code == 0
    lines = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    told = {line[0]: line[1] for line in lines if line and line[0] in FUNCTIONS}
    assert told == {name: function.says for name, function in FUNCTIONS.items()}


def test_the_list_goes_by_family(xlbudget):
    lines = xlbudget("functions", "list").stdout.splitlines()
    families = [family for family in lines if family in {f.family for f in FUNCTIONS.values()}]
    assert families == list(dict.fromkeys(f.family for f in FUNCTIONS.values()))


@pytest.mark.parametrize(
    "words", [["functions", "--json"], ["functions", "list", "--json"]], ids=" ".join
)
def test_json_has_every_function(xlbudget, words):
    told = json.loads(xlbudget(*words).stdout)
    assert [item["name"] for item in told["functions"]] == list(FUNCTIONS)
    assert told["xlbudget"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_page_for_every_function(xlbudget, name):
    done = xlbudget("functions", "show", name)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{name}(")
    for parameter in FUNCTIONS[name].parameters:
        assert parameter.says in done.stdout


def test_the_page_of_npv(xlbudget):
    told = xlbudget("functions", "show", "npv").stdout
    assert "1 the end of the first period. Takes a number: periods. If left out: 0.\n" in told
    assert "Example: =XLB_NPV(9%,{-16000,2000,4000,5000,5000,5000,5000})\n" in told
    assert "Its answer: $2,835.62\n" in told
    assert "Σ_k F_k (1 + r)^(-(p + k))" in told
    assert "Unlike the spreadsheet's own: NPV takes" in told
    assert "#NUM!        XLB-101  rate is -1 or less." in told


def test_the_page_as_json(xlbudget):
    told = json.loads(xlbudget("functions", "show", "npv", "--json").stdout)
    assert [item["name"] for item in told["functions"]] == ["XLB_NPV"]


def test_an_unknown_name_ends_with_2_and_says_which_are_near(xlbudget):
    done = xlbudget("functions", "show", "XLB_NPW")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "XLB_NPV" in done.stderr
