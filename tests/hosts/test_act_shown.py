"""Actions as a person reads them: options, edits and tables in words."""

from datetime import date
from decimal import Decimal

from xlbudget.actions.ask import Ask, Option, Taken
from xlbudget.actions.outcome import Facts, Outcome
from xlbudget.actions.snapshot import Formula
from xlbudget.hosts.act_edits import Change
from xlbudget.hosts.act_shown import put_asks, put_changes, put_outcome, told


def test_an_outcome_has_its_words_and_its_tables(capsys):
    facts = Facts("Effect", ("Figure", "Now"), (("Gap", "1,200"), ("Share", "3 %")))
    put_outcome(Outcome(says="Two lines.", facts=(facts, Facts("None", ("What",), ()))))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Two lines."
    assert "Gap     1,200" in lines


def test_a_question_says_how_it_is_answered_and_long_lists_are_cut(capsys):
    many = tuple(Option(f"S{n}", f"School {n}") for n in range(40))
    put_asks(
        [
            Ask(key="school", question="Which?", options=many, needed=False),
            Ask(key="file", question="Where?", takes=Taken.SAVE_FILE, suggested="a b.pdf"),
        ]
    )
    told = capsys.readouterr().err
    assert "Which? (may be left out)" in told
    assert "--answer school=S0" in told
    assert "and 10 more" in told
    assert '--answer "file=a b.pdf"' in told


def test_edits_tell_what_cells_hold_and_take(capsys):
    put_changes([Change("Goals", "C7", "Owner", "Ana", None), Change("Goals", "D7", "x", None, 5)])
    out = capsys.readouterr().out
    assert "Edits: 2 cells" in out
    assert "Goals  C7    Owner  Ana" in out


def test_values_are_told_in_words():
    values = (None, Formula("=A1"), Decimal("2.50"), date(2026, 7, 1), True, "x")
    assert [told(value) for value in values] == ["", "=A1", "2.50", "2026-07-01", "True", "x"]
