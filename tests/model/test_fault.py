"""Fault, IntakeCode and the words shown of a person."""

from decimal import Decimal

import pytest

from xlbudget.model.fault import Fault, IntakeCode, Parsed, percent, refusal, remark, shown
from xlbudget.model.finding import Place, Severity


def test_a_fault_becomes_a_finding_at_a_place():
    fault = Fault(IntakeCode.DATE, "Due is “soon”", "It is a date", "Write it as 2026-07-31")
    finding = fault.at(Place(file="programs.csv", row=3, column="due"))
    assert str(finding) == (
        "programs.csv, row 3, due: Due is “soon”. It is a date. Write it as 2026-07-31. [XLI-13]"
    )


def test_a_refusal_is_fatal_and_a_remark_is_not():
    assert refusal(IntakeCode.NUMBER, "a", "b", "c").refused
    assert not Parsed(1, (remark(IntakeCode.ROUNDING, "a", "b"),)).refused
    assert remark(IntakeCode.ROUNDING, "a", "b").severity is Severity.INFORMATION


@pytest.mark.parametrize("code", IntakeCode)
def test_every_code_says_what_it_is_for(code):
    assert code.value.startswith("XLI-")
    assert code.says.endswith(".")


def test_codes_are_unique():
    assert len({code.value for code in IntakeCode}) == len(IntakeCode)


def test_shows_words_on_one_line_and_not_too_long():
    assert shown("two\nlines") == "“two lines”"
    assert shown("x" * 100) == f"“{'x' * 39}…”"


@pytest.mark.parametrize(
    ("share", "text"), [("0.15", "15 %"), ("0.1250", "12.5 %"), ("1", "100 %")]
)
def test_shows_a_share_in_percent(share, text):
    assert percent(Decimal(share)) == text
