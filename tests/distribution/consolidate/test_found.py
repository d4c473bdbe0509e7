"""All findings are counted, and of each kind the first ones are told, by the order of rules."""

from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.distribution.consolidate.found import FoundSoFar
from xlbudget.model.finding import Finding, Place, Severity


def finding(code, number, severity=Severity.WARNING):
    return Finding(severity, code, Place(row=number), "It is", "It is not", "Mend it")


def found(*given, most=2):
    so_far = FoundSoFar(most)
    so_far.add(given)
    return so_far.found()


def test_of_many_of_a_kind_the_first_are_told_and_all_are_counted():
    many = found(*(finding("XLR-09", number) for number in range(5)), finding("XLR-10", 1))
    assert [(one.code, one.place.row) for one in many.told] == [
        ("XLR-09", 0),
        ("XLR-09", 1),
        ("XLR-10", 1),
    ]
    assert (many.in_words, many.untold) == ("0 fatal; 6 warnings; 0 remarks", 3)


def test_they_are_told_in_the_order_of_the_rules():
    told = found(
        finding("XLR-29", 1),
        finding("XLR-01", 1, Severity.FATAL),
        finding(ConsolidationCode.DOUBLE, 1, Severity.FATAL),
    ).told
    assert [one.code for one in told] == ["XLC-01", "XLR-01", "XLR-29"]
