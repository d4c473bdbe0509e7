"""call_one: a function tried on a terminal gives what its cell would show."""

import json

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.catalogue.formula_text import formula_text
from xlbudget.hosts.answer_text import in_unit


def test_negative_numbers_are_no_options(xlbudget):
    done = xlbudget("call", "XLB_NPV", "5%", "-100", "60", "60")
    assert (done.exit_code, done.stdout) == (0, "$11.56\n")
    assert done.stderr.startswith("=XLB_NPV(5%,{-100,60,60})\n")


def test_the_published_truck_with_dollar_signs_and_commas(xlbudget):
    flows = ["-$16,000", "$2,000", "4,000", "5000", "5000", "5000", "5000"]
    assert xlbudget("call", "npv", "9%", *flows).stdout == "$2,835.62\n"


def test_a_column_is_one_line_for_each_cell(xlbudget):
    assert xlbudget("call", "irr-all", "-1000,2210,-1220.8").stdout == "9.00%\n12.00%\n"


def test_a_row_is_one_line(xlbudget):
    told = xlbudget("call", "straight_line", "10,000", "1,000", "2", "3").stdout
    assert told == "$1,125.00  $4,500.00  $3,375.00\n"


def test_a_table_has_its_heading(xlbudget):
    told = xlbudget("call", "rationing", "Fiber,Carts,Labs", "60,40;50,30;50,30", "100").stdout
    assert told.splitlines()[1:] == [
        "Project  Investment  NPV",
        "Carts            50   30",
        "Labs             50   30",
        "Total           100   60",
        "",
    ]


def test_a_refusal_shows_the_error_and_the_reason_and_ends_with_3(xlbudget):
    done = xlbudget("call", "npv", "-200%", "1", "2")
    assert (done.exit_code, done.stdout) == (3, "#NUM!\n")
    assert "A rate must be above -100 %" in done.stderr
    assert "functions show XLB_NPV" in done.stderr


def test_why_says_the_same_reason(xlbudget):
    told = xlbudget("call", "why", "XLB_NPV", "-200%", "1", "2")
    assert told.exit_code == 0
    assert "A rate must be above -100 %" in told.stdout


def test_json_of_an_answer(xlbudget):
    told = json.loads(xlbudget("call", "npv", "0%", "-100", "60", "60", "--json").stdout)
    assert told.pop("xlbudget")
    assert told == {
        "function": "XLB_NPV",
        "formula": "=XLB_NPV(0%,{-100,60,60})",
        "answer": 20.0,
        "unit": "dollars",
        "error": None,
        "code": None,
        "reason": None,
    }


def test_json_of_a_refusal(xlbudget):
    done = xlbudget("call", "roi", "1", "0", "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 3
    assert (told["answer"], told["error"], told["code"]) == (None, "#DIV/0!", "XLB-106")
    assert "The cost is 0" in told["reason"]


@pytest.mark.parametrize(
    ("words", "code"), [(["npvv", "1"], 2), (["npv", "rat=1"], 2), (["npv", "5%", "100,200"], 3)]
)
def test_what_is_not_understood_ends_in_words(xlbudget, words, code):
    done = xlbudget("call", *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr


SCALARS = [item for item in FUNCTIONS.values() if not item.spills and item.name != "XLB_WHY"]


@pytest.mark.parametrize("function", SCALARS, ids=lambda item: item.name)
def test_the_formula_of_every_example_can_be_typed_word_by_word(xlbudget, function):
    cells, result = function.example
    formula = formula_text(function, cells)
    words = _arguments(formula.removeprefix(f"={function.name}(").removesuffix(")"))
    done = xlbudget("call", function.name, *words)
    assert done.stdout == f"{in_unit(result, function.returns)}\n"
    assert done.stderr.splitlines()[0] == formula


def _arguments(text):
    """The arguments of a formula: parted at commas outside braces and quotation marks."""
    words, depth = [""], 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "," and not depth:
            words.append("")
        else:
            words[-1] += sign
    return words
