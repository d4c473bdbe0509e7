"""judged_by: the gravest finding makes the state, and the first of them the reason."""

from dataclasses import replace

from school_answers import answered
from xlbudget.distribution.collect.judged import answer_digest, judged_by, with_finding
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.finding import Finding, Place, Severity

FATAL = Finding(
    Severity.FATAL, "XLI-09", Place(sheet="My lines", cell="G9"), "It is a word", "A number", "Type"
)
WARNING = replace(FATAL, severity=Severity.WARNING, code="XLS-10", saw="Nobody signed")
REMARK = replace(FATAL, severity=Severity.INFORMATION)


def test_the_gravest_finding_makes_the_state():
    assert judged_by(()).state is State.ACCEPTED
    assert judged_by((REMARK,)).state is State.ACCEPTED
    assert judged_by((REMARK, WARNING)).state is State.WITH_WARNINGS
    assert judged_by((WARNING, FATAL)).state is State.REJECTED


def test_the_reason_names_the_first_grave_finding_and_its_cell():
    told = judged_by((WARNING, FATAL)).reason
    assert told == "It is a word (My lines, G9); 1 fatal; 1 warning; 0 remarks in all"


def test_a_fatal_finding_more_takes_the_lines_away():
    judged = replace(judged_by(()), lines=("a line",))
    assert with_finding(judged, WARNING).lines == ("a line",)
    assert with_finding(judged, FATAL).lines == ()
    assert with_finding(judged_by((FATAL,)), WARNING).state is State.REJECTED
    assert with_finding(judged, FATAL, State.NOT_ISSUED).state is State.NOT_ISSUED


def test_the_digest_of_an_answer_is_that_of_what_it_says():
    answer = answered()
    turned = replace(answer, lines=answer.lines[::-1], places={})
    other = answered(L1={"quantity": answer.lines[0].quantity + 1})
    assert answer_digest(answer) == answer_digest(turned) != answer_digest(other)
