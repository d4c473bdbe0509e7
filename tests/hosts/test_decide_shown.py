"""Decisions about many lines, and none at all, as they are told."""

from distribution.played import AT, BY, line_item, with_costs
from xlbudget.distribution.decide import DecidedLine, Outcome
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.hosts.decide_shown import outcome_json, put_decisions, put_outcome

WANTED = Decision(state=Verdict.APPROVED, reason="good", by=BY, at=AT, rule="cost>0")
LINES = [
    DecidedLine(AcceptedLine("S1", 1, "reply.xlsx", line), None, WANTED)
    for line in with_costs([line_item(f"L{number}") for number in range(45)])
]
OUTCOME = Outcome(tuple(LINES), 1, WANTED)


def test_of_many_lines_forty_are_told_and_all_are_summed(capsys):
    put_outcome(OUTCOME)
    told = capsys.readouterr().out.splitlines()
    assert len([line for line in told if line.startswith("S1 ")]) == 40
    assert told[-2:] == [
        "5 more lines; --json tells all.",
        "Together $243,734.40 over the plan.",  # 45 x 5,416.32
    ]


def test_json_tells_all_of_them():
    facts = outcome_json("fy27", OUTCOME, dry_run=False)
    assert (facts["recorded"], facts["dollars"], len(facts["lines"])) == (1, 243734.40, 45)


def test_where_nothing_is_decided_it_says_so(capsys):
    put_decisions((), (), ())
    assert capsys.readouterr().out == "Nothing has been decided yet.\n"
