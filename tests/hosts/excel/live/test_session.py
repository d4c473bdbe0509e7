"""One press of a button, question by question."""

from dataclasses import replace
from datetime import date

from xlbudget.actions.ask import Ask, Option
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.verbs import VERBS
from xlbudget.hosts.excel.live.session import Session

SNAPSHOT = Snapshot(file="b.xlsx", day=date(2026, 11, 24), budget=None)
NEEDED = Ask(key="goal", question="Which goal?", options=(Option("G1", "Reading"),))
OPEN = Ask(key="note", question="A note?", needed=False)


def session(plan):
    return Session(replace(VERBS[0], plan=plan), SNAPSHOT)


def asking(_snapshot, answers):
    wants = [ask for ask in (NEEDED, OPEN) if ask.key not in answers]
    return Outcome(says=" ".join(answers.values()) or "nothing", asks=tuple(wants))


def test_questions_come_one_by_one_and_then_the_end():
    it = session(asking)
    assert it.next() == NEEDED
    it.answer("1")
    assert it.next() == OPEN
    it.answer(" so ")
    assert it.next().says == "G1 so"


def test_a_question_that_may_be_left_is_asked_once():
    it = session(lambda _snapshot, _answers: Outcome(says="done", asks=(OPEN,)))
    assert it.next() == OPEN
    it.answer("")
    assert it.next().says == "done"


def test_a_needed_question_is_asked_until_its_answer_does():
    it = session(lambda _snapshot, _answers: Outcome(says="done", asks=(NEEDED,)))
    for _ in range(3):
        assert it.next() == NEEDED
        it.answer("nonsense")


def test_what_is_refused_asks_nothing_more():
    it = session(lambda _snapshot, _answers: Outcome(says="no", asks=(NEEDED,), refused=True))
    assert it.next().says == "no"
    assert it.asked is None


def test_an_answer_without_a_question_is_dropped():
    it = session(asking)
    it.answer("1")
    assert it.answers == {}
