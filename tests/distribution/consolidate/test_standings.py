"""How it stands with each school, and what the totals leave out in words."""

from datetime import date, timedelta
from decimal import Decimal

from distribution.consolidate.made import AT, BY, ID, campaign, contract, ground, merged, send
from xlbudget.distribution.consolidate.ground import Missing
from xlbudget.distribution.consolidate.standings import Tally
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.distribution.register.submissions.state import State


def told(own, missing=Missing.LEAVE_OUT):
    """What is told of a campaign: its schools, its lines left out, and both in words."""
    tally, stands_on = Tally(), ground(own, missing=missing)
    tally.add(merged(own, missing=missing))
    return tally.standings(stands_on), tally.left_out(), tally.in_words(stands_on)


def test_a_school_that_answered_has_its_lines_and_money(preview, made):
    first, *_ = preview.sum.schools
    mine = [row for row in made.truth if row["school"] == "0001"]
    assert (first.name, first.state, first.counted, first.to_do) == (
        "School 0001",
        "accepted",
        "yes",
        "",
    )
    assert (first.lines, first.file, first.received) == (
        10,
        "School-0001_0001.xlsx",
        date(2026, 3, 1),
    )
    assert first.year_1 * 100 == sum(row[2027] for row in mine)
    assert first.total * 100 == sum(row[year] for row in mine for year in (2027, 2028, 2029))
    assert first.allocated == Decimal(50_000)


def test_a_school_that_did_not_answer_is_told_with_what_to_do(preview):
    last = preview.sum.schools[-1]
    assert (last.state, last.counted, last.lines) == ("missing", "no", 0)
    assert last.to_do == "Ask the school to send its workbook"


def test_what_is_left_out_is_said_in_words(preview):
    assert preview.sum.words == (
        "2 of 6 schools are not in it: School 0005 (0005), School 0006 (0006)."
    )


def test_that_nothing_is_left_out_is_said_too(tmp_path):
    own = campaign(tmp_path, schools=2, lines=1, missing=0, data=False)
    assert told(own)[-1] == "All 2 schools are in it."


def test_rejected_lines_and_last_years_lines_are_said(tmp_path):
    own = campaign(tmp_path, schools=2, lines=0, missing=2, data=False)
    with own.register() as register:
        send(register, "0001", [contract("N1", (123_456, 1, 0), school_id="0001")])
        facts = {"school_id": "0001", "line_id": "N1", "at": AT + timedelta(days=1)}
        decision = Decision(state=Verdict.REJECTED, reason="Too dear", by=BY, **facts)
        decide(register, ID, decision)
    schools, left_out, words = told(own, Missing.LAST_YEAR)
    assert words == (
        "All 2 schools are in it. 1 of 2 schools is in it with last year's lines: "
        "School 0002 (0002). 1 line is rejected and left out, $1,234.56 in year 1."
    )
    (out,) = left_out
    assert (out.line_id, out.reason, out.total) == ("N1", "Too dear", Decimal("1234.57"))
    assert [one.rejected for one in schools] == [1, 0]


def test_an_answer_that_counts_though_a_later_one_was_rejected_is_remarked(tmp_path):
    own = campaign(tmp_path, schools=1, lines=1, missing=0, data=False)
    with own.register() as register:
        send(register, "0001", [], number=2, state=State.REJECTED)
    ((one,), *_) = told(own)
    assert (one.counted, one.lines) == ("yes", 1)
    assert one.to_do.startswith("A later file was rejected")
