"""identity: the same budget has the same id, and another one never."""

from dataclasses import replace
from uuid import UUID

import pytest

from samples import BUDGET, with_first
from xlbudget.sheets.identity import NOBODY, NONE, identity_of, workbook_id_of


def test_a_workbook_has_an_id_and_tells_what_it_was_filled_from():
    identity = identity_of(BUDGET, "millbrook")
    assert str(UUID(identity.workbook_id)) == identity.workbook_id
    assert (identity.origin, identity.school_id) == ("millbrook", NONE)


def test_the_same_budget_has_the_same_id():
    again = replace(BUDGET, lines=tuple(replace(line) for line in BUDGET.lines))
    assert workbook_id_of(again, "a") == workbook_id_of(BUDGET, "a")


@pytest.mark.parametrize(
    ("budget", "origin"),
    [(BUDGET, "b"), (with_first("lines", notes="other"), "a"), (with_first("district"), "")],
)
def test_another_budget_or_origin_has_another_id(budget, origin):
    assert workbook_id_of(budget, origin) != workbook_id_of(BUDGET, "a")


def test_a_template_is_nobodys():
    assert {NOBODY.workbook_id, NOBODY.school_id, NOBODY.origin} == {NONE}
