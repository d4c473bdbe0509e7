"""docstring: formula, source and refusals, as the functions themselves tell them."""

import pytest

from xlbudget import errors
from xlbudget.catalogue import FUNCTIONS
from xlbudget.hosts.docstring import Refusal, as_markdown, readable, refusals, section

EVERY = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda item: item.name)


def test_a_section_is_one_line_of_words():
    assert section(FUNCTIONS["XLB_NPV"], "Source") == (
        "OpenStax, *Principles of Finance* 2e, section 16.2."
    )


def test_a_section_may_go_over_several_lines():
    told = section(FUNCTIONS["XLB_RATIONING"], "Source")
    assert told.endswith('Knapsack Problem", *Journal of the ACM* 21 (1974).')


@pytest.mark.parametrize("name", ["Formula", "Nowhere"])
def test_what_is_not_told_is_empty(name):
    assert section(FUNCTIONS["XLB_WHY"], name) == ""


@EVERY
def test_every_function_has_a_source_and_a_refusal(function):
    assert section(function, "Source")
    assert refusals(function)


@EVERY
def test_every_refusal_is_a_class_of_errors(function):
    for refusal in refusals(function):
        kind = getattr(errors, refusal.name or "XlbudgetError")
        assert refusal.code in {kind.code, ""}
        assert refusal.when.endswith(".")


def test_a_refusal_has_the_error_of_its_class():
    assert refusals(FUNCTIONS["XLB_ROI"])[1] == Refusal(
        "#DIV/0!", "XLB-106", "ZeroBaseError", "``costs`` is 0."
    )


def test_a_refusal_over_two_lines_is_whole():
    told = [item.when for item in refusals(FUNCTIONS["XLB_DECLINING_BALANCE"])]
    assert told[-1].endswith("or ``factor`` negative.")


@pytest.mark.parametrize(
    ("name", "error"),
    [("IRR_ALL", "#N/A"), ("CLIFF_YEAR", "#N/A"), ("PAYBACK", "#NUM!"), ("SIR", "#NUM!")],
)
def test_having_no_answer_shows_the_error_that_the_call_gives(name, error):
    last = refusals(FUNCTIONS[f"XLB_{name}"])[-1]
    assert (last.error, last.name) == (error, "")


@pytest.mark.parametrize(
    ("told", "plain", "page"),
    [
        (
            r":math:`\sum_k F_k (1 + r)^{-(p + k)}`",
            "Σ_k F_k (1 + r)^(-(p + k))",
            r"$`\sum_k F_k (1 + r)^{-(p + k)}`$",
        ),
        (
            r":math:`C \cdot r / (1 + r)^{-n}`",
            "C · r / (1 + r)^-n",
            r"$`C \cdot r / (1 + r)^{-n}`$",
        ),
        (r":math:`\sqrt{a^2 / 18}`", "√(a^2 / 18)", r"$`\sqrt{a^2 / 18}`$"),
        (r":math:`PV_{in} \le floor`", "PV_in ≤ floor", r"$`PV_{\text{in}} \le \text{floor}`$"),
        ("``rate`` of *a book*", "rate of a book", "`rate` of *a book*"),
        (
            "the factor UPV* as in :func:`~finance.npv`",
            "the factor UPV* as in finance.npv",
            "the factor UPV* as in `finance.npv`",
        ),
    ],
)
def test_words_for_a_terminal_and_for_a_page(told, plain, page):
    assert readable(told) == plain
    assert as_markdown(told) == page


@EVERY
@pytest.mark.parametrize("name", ["Formula", "Source"])
def test_no_markup_reaches_a_terminal(function, name):
    assert not set("\\{}`") & set(readable(section(function, name)))
