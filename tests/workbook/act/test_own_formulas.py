"""A formula that a person wrote: whether cells that changed may make its result another one."""

import pytest

from xlbudget.workbook.act.own_formulas import may_differ

CHANGES = {"line items": {"K7", "K8"}, "notes": {"B2"}}


@pytest.mark.parametrize(
    "formula",
    [
        "K7*2",
        "$K$8+1",
        "SUM(A1:Z9)",
        "'Notes'!B2",
        "notes!$A$1:$C$3",
        "SUM(LineItems[Year 1])",
        "BaseYear+1",
        "SUM(K:K)",
        "[1]Other!A1",
    ],
)
def test_a_formula_that_looks_at_what_changed_may_differ(formula):
    assert may_differ("Line items", formula, CHANGES)


@pytest.mark.parametrize(
    "formula", ["1200*1.03", "K9*2", "SUM(A1:J99)", "Goals!K7", "TODAY()", '"K7"', "Notes!B3:C9"]
)
def test_another_formula_does_not(formula):
    assert not may_differ("Line items", formula, CHANGES)


@pytest.mark.parametrize(("formula", "may"), [("A1", True), ("2*3", False), ("TODAY()", False)])
def test_where_anything_may_have_changed_any_reference_counts(formula, may):
    assert may_differ("Line items", formula, None) is may
