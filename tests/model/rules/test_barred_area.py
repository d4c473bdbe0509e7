"""XLR-21: a source may pay for the area of its lines."""

import pytest

from samples import seen, with_source
from xlbudget.model.rules.barred_area import RULE

BARRED = ("broadband", "professional learning")


def test_an_area_that_a_source_may_not_pay_for_is_found():
    (finding,) = RULE.check(with_source(allowed_areas=BARRED))
    assert str(finding.place) == "line_items.csv, row 2, source_1, L1"
    assert finding.saw == "Line L1 is for hardware, which F2 (Grant) may not pay for"
    assert finding.wants == "It may pay for broadband, professional learning"


@pytest.mark.parametrize(
    ("line", "areas"),
    [({}, ()), ({}, ("hardware",)), ({"status": "lapsed"}, BARRED)],
)
def test_fine(line, areas):
    assert seen(RULE, with_source(line, allowed_areas=areas)) == []
