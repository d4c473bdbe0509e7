"""stated_count: which assumptions of a sheet the district stated itself."""

from dataclasses import replace
from decimal import Decimal

import pytest

from xlbudget.model.assumption import Assumption
from xlbudget.model.defaults import default_assumptions, with_defaults
from xlbudget.workbook.intake.stated import stated_count

DEFAULTS = default_assumptions()
OWN = Assumption(key="own", value=Decimal(1))


@pytest.mark.parametrize(
    "given", [(), (OWN,), (OWN, DEFAULTS[3]), (DEFAULTS[3], OWN), (*DEFAULTS[::-1], OWN)]
)
def test_what_was_given_is_told_from_the_defaults_after_it(given):
    listed = with_defaults(given)
    assert listed[: stated_count(listed)] == given


def test_a_changed_default_and_all_before_it_were_stated():
    changed = (DEFAULTS[0], replace(DEFAULTS[1], value=Decimal(7)), *DEFAULTS[2:])
    assert stated_count(changed) == 2


def test_where_a_default_was_deleted_all_that_is_left_was_stated():
    assert stated_count(DEFAULTS[1:]) == len(DEFAULTS) - 1


def test_a_default_twice_is_kept_so_that_it_is_told():
    assert stated_count((*DEFAULTS, DEFAULTS[0])) == len(DEFAULTS) + 1
