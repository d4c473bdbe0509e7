"""Which functions a formula calls: every spelling that a spreadsheet writes, and no other text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.catalogue import FUNCTIONS
from xlbudget.workbook.formula import calls, is_ours, own_name

ARGUMENTS = st.sampled_from(
    [
        "",
        "A1",
        "$A$1:B$2",
        '"a,)""(b"',
        "'It''s, (here)'!A1",
        '{1,2;"),",4}',
        "(A1,B1)",
        "T[[#This Row],[Cost, (net)]]",
        "T[a']b]",
        "[2]Data!A1",
        "SUM(A1,MAX(B1,2))",
        "-5%",
        "#REF!",
        "1E+5",
    ]
)


@pytest.mark.parametrize(
    "spelled",
    [
        "XLB_NPV(",
        "xlb_npv(",
        "XLB_NPV (",
        "_xll.XLB_NPV(",
        "_xldudf_XLB_NPV(",
        "_xlfn._xldudf_XLB_NPV(",
        "[1]!XLB_NPV(",
        "[12]!xlb_npv(",
        "'C:\\Users\\A. Clerk\\xlbudget.xlam'!XLB_NPV(",
        "xlbudget.xlam!XLB_NPV(",
        "ORG.XLBUDGET.XLBUDGET.XLBNPV(",
        "org.xlbudget.Functions.xlb_npv(",
    ],
)
def test_every_spelling_of_a_function_is_known(spelled):
    formula = f"IF(A1>0,{spelled}A1,B1:D1),0)"
    (call,) = [found for found in calls(formula) if own_name(found.name)]
    assert own_name(call.name) == "XLB_NPV"
    assert call.arguments == ("A1", "B1:D1")
    assert formula[call.start : call.end] == f"{spelled}A1,B1:D1)"
    assert is_ours(formula)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_known_in_small_letters_and_by_its_path(name):
    assert own_name(name.lower()) == name
    assert own_name(f"org.xlbudget.{name.replace('_', '')}") == name


@pytest.mark.parametrize(
    "formula",
    [
        "NPV(A1,B1:D1)",
        '"XLB_NPV("&A1&")"',
        '"a""XLB_NPV(1)"',
        "'XLB_NPV(1)'!A1",
        "T[XLB_NPV(1)]+1",
        "XLB_RATE+1",
        "MYXLB_NPV(1)",
        "XLB(1)",
        "",
    ],
)
def test_what_only_looks_like_a_call_is_none(formula):
    assert not is_ours(formula)


def test_a_function_of_a_later_version_is_ours_as_well():
    assert is_ours("XLB_NOT_YET_MADE(1)")


def test_a_defined_name_that_leads_to_a_function_makes_a_formula_ours():
    assert is_ours("1+MyWorth", {"MYWORTH"})
    assert is_ours("MyWorth(2)", {"MYWORTH"})
    assert not is_ours("1+MyWorth2", {"MYWORTH"})
    assert not is_ours('"MyWorth"', {"MYWORTH"})


@given(st.lists(ARGUMENTS, min_size=2, max_size=4), st.lists(ARGUMENTS, min_size=2, max_size=3))
def test_arguments_are_cut_where_the_spreadsheet_cuts_them(outer, inner):
    within = f"XLB_SUM({','.join(inner)})"
    formula = f"XLB_NPV({','.join([*outer, within])})"
    ours = [call for call in calls(formula) if own_name(call.name)]
    assert [call.arguments for call in ours] == [tuple(inner), (*outer, within)]
    assert (ours[-1].start, ours[-1].end) == (0, len(formula))


@given(st.text(alphabet="XLB_NPV('\"[]{}(),!A1$ &é", max_size=40))
def test_no_text_is_too_odd(formula):
    assert all(0 <= call.start < call.end <= len(formula) for call in calls(formula))


def test_a_very_long_or_deep_formula_takes_no_time():
    assert not is_ours("[" * 100_000 + '"' + "'a[" * 100_000 + "XLB")
    assert len(calls("XLB_A(" * 50_000 + ")" * 50_000)) == 50_000
