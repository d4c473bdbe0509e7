"""How it stands with each school, and what the totals leave out in words."""

from datetime import date, timedelta
from decimal import Decimal

from distribution.consolidate.made import AT, BY, DATA, ID, campaign, contract, send
from xlbudget.distribution.consolidate.home import home_of
from xlbudget.distribution.consolidate.merged import Missing, merge
from xlbudget.distribution.consolidate.standings import in_words, left_out, standings_of
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.distribution.register.submissions.state import State


def merged(own, missing=Missing.LEAVE_OUT):
    with own.register() as register:
        return merge(own.budget, home_of(register, ID), DATA, missing=missing)


def test_a_school_that_answered_has_its_lines_and_money(preview, made):
    first, *_ = standings_of(preview.merged)
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
    last = standings_of(preview.merged)[-1]
    assert (last.state, last.counted, last.lines) == ("missing", "no", 0)
    assert last.to_do == "Ask the school to send its workbook"


def test_what_is_left_out_is_said_in_words(preview):
    assert in_words(preview.merged) == (
        "2 of 6 schools are not in it: School 0005 (0005), School 0006 (0006)."
    )


def test_that_nothing_is_left_out_is_said_too(tmp_path):
    own = campaign(tmp_path, schools=2, lines=1, missing=0, data=False)
    assert in_words(merged(own)) == "All 2 schools are in it."


def test_rejected_lines_and_last_years_lines_are_said(tmp_path):
    own = campaign(tmp_path, schools=2, lines=0, missing=2, data=False)
    with own.register() as register:
        send(register, "0001", [contract("N1", (123_456, 1, 0), school_id="0001")])
        facts = {"school_id": "0001", "line_id": "N1", "at": AT + timedelta(days=1)}
        decision = Decision(state=Verdict.REJECTED, reason="Too dear", by=BY, **facts)
        decide(register, ID, decision)
    found = merged(own, Missing.LAST_YEAR)
    assert in_words(found) == (
        "All 2 schools are in it. 1 of 2 schools is in it with last year's lines: "
        "School 0002 (0002). 1 line is rejected and left out, $1,234.56 in year 1."
    )
    (out,) = left_out(found)
    assert (out.line_id, out.reason, out.total) == ("N1", "Too dear", Decimal("1234.57"))
    assert [one.rejected for one in standings_of(found)] == [1, 0]


def test_an_answer_that_counts_though_a_later_one_was_rejected_is_remarked(tmp_path):
    own = campaign(tmp_path, schools=1, lines=1, missing=0, data=False)
    with own.register() as register:
        send(register, "0001", [], number=2, state=State.REJECTED)
    (one,) = standings_of(merged(own))
    assert (one.counted, one.lines) == ("yes", 1)
    assert one.to_do.startswith("A later file was rejected")
