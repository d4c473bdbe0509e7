"""check: what passes, and how the state of all checks is put in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from xlbudget.sheets.check import Check, CheckKind, Explanation, Tally, tally


def check(value, kind=CheckKind.ALERT, tolerance=0.0):
    return Check(
        check_id="X01",
        kind=kind,
        says="Nothing is wrong",
        formula="=0",
        value=value,
        sheet="Line items",
        tolerance=tolerance,
    )


@pytest.mark.parametrize(
    ("value", "tolerance", "passes"),
    [
        (0, 0.0, True),
        (1, 0.0, False),
        (-1, 0.0, False),
        (Decimal("0.005"), 0.005, True),
        (Decimal("-0.005"), 0.005, True),
        (Decimal("-0.0051"), 0.005, False),
    ],
)
def test_a_check_passes_within_its_tolerance_of_zero(value, tolerance, passes):
    assert check(value, tolerance=tolerance).passes is passes


def test_the_tally_counts_what_does_not_pass():
    error, alert, known = (check(1, kind) for kind in CheckKind)
    assert tally([check(0), error, alert, known, error]) == Tally(5, 2, 2, 0)


@pytest.mark.parametrize(
    ("kind", "value", "status"),
    [
        (CheckKind.ALERT, 1, "explained"),
        (CheckKind.SENSITIVITY, 1, "explained"),
        (CheckKind.ERROR, 1, "look"),
        (CheckKind.ALERT, 0, "OK"),
    ],
)
def test_a_warning_can_be_explained_and_an_error_cannot(kind, value, status):
    told = replace(check(value, kind), explanation=Explanation("The state decides in May."))
    assert told.status == status
    assert tally([told, check(1)]).explained == (status == "explained")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Tally(38, 0, 0), "All 38 checks pass"),
        (Tally(38, 1, 0), "1 error; 0 warnings, 0 explained: see Checks"),
        (Tally(38, 0, 1, 1), "0 errors; 1 warning, 1 explained: see Checks"),
        (Tally(38, 2, 3, 2), "2 errors; 3 warnings, 2 explained: see Checks"),
    ],
)
def test_the_state_of_all_checks_is_one_sentence(found, words):
    assert found.in_words == words
