"""XLR-10: every line says why it is needed."""

import pytest

from samples import seen, with_first
from xlbudget.model.rules.short_justification import RULE

PLACE = "line_items.csv, row 2, justification, L1"


@pytest.mark.parametrize(
    ("justification", "saw"),
    [
        ("", "Line L1 has no justification"),
        ("needed", "Line L1 is justified by “needed”"),
        ("x" * 14, f"Line L1 is justified by “{'x' * 14}”"),
    ],
)
def test_too_short_a_justification_is_found(justification, saw):
    assert seen(RULE, with_first("lines", justification=justification)) == [(PLACE, saw)]


def test_fifteen_characters_are_fine_and_lapsed_lines_need_none():
    assert seen(RULE, with_first("lines", justification="x" * 15)) == []
    assert seen(RULE, with_first("lines", justification="", status="lapsed")) == []
