"""The questions of an action: put on a terminal, answered by number, or by what is given."""

import pytest
import typer
from typer.testing import CliRunner

from actions.snapshots import bare
from xlbudget.actions.ask import Ask, Option
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.verb import Group, Verb
from xlbudget.errors import InputError
from xlbudget.hosts.act_asks import Ways, answers_of, outcome_of

GOALS = (Option("G1", "Reading"), Option("G2", "Math"))
GOAL = Ask(key="goal", question="Which goal?", options=GOALS, suggested="G2")
NAME = Ask(key="name", question="What is it called?")
NOTE = Ask(key="note", question="Any note?", needed=False)


def verb(plan):
    facts = dict.fromkeys(("label", "image", "key_tip", "tip", "says"), "x")
    return Verb(name="try", group=Group.PLAN, plan=plan, **facts)


def asking(*asks):
    """An action that asks until all keys are answered; a name of digits is asked for again."""

    def plan(_, answers):
        left = [ask for ask in asks if ask.key not in answers]
        if answers.get("name", "").isdigit():
            left = [Ask(key="name", question="A name has letters. What is it called?"), *left]
        return Outcome(says=str(sorted(answers.items())), asks=tuple(left))

    return verb(plan)


def typed(action, words, **ways):
    """What an action comes to when a person types words on a terminal."""
    app = typer.Typer()

    @app.command()
    def run():
        outcome = outcome_of(action, bare(), Ways({}, asks=True, **ways))
        typer.echo(outcome.says)

    return CliRunner().invoke(app, input=words)


def test_what_is_given_is_answered_and_the_rest_stays_open():
    outcome = outcome_of(asking(GOAL, NAME), bare(), Ways({"name": "Carts"}))
    assert outcome.asks == (GOAL,)


def test_suggestions_answer_what_is_suggested_or_may_be_left_out():
    outcome = outcome_of(asking(GOAL, NAME, NOTE), bare(), Ways({}, suggested=True))
    assert outcome.asks == (NAME,)
    assert outcome.says == "[('goal', 'G2'), ('note', '')]"


def test_a_suggestion_that_is_not_taken_does_not_go_round_for_ever():
    stubborn = verb(lambda *_: Outcome(says="", asks=(GOAL,)))
    assert outcome_of(stubborn, bare(), Ways({}, suggested=True)).asks == (GOAL,)


@pytest.mark.parametrize(("words", "goal"), [("1\n", "G1"), ("G1\n", "G1"), ("\n", "G2")])
def test_an_option_is_named_by_its_number_by_itself_or_is_suggested(words, goal):
    done = typed(asking(GOAL), words)
    assert f"('goal', '{goal}')" in done.stdout
    assert "1  G1: Reading" in done.stderr


def test_a_wrong_answer_is_asked_again_with_the_reason():
    done = typed(asking(NAME), "12\nCarts\n")
    assert "A name has letters" in done.stderr
    assert "('name', 'Carts')" in done.stdout


def test_what_may_be_left_out_is_asked_once():
    done = typed(verb(lambda *_: Outcome(says="done", asks=(NOTE,))), "\n")
    assert done.stdout.strip() == "done"
    assert done.stderr.count("Any note?") == 1


def test_giving_up_ends_the_action():
    assert typed(asking(NAME), "").exit_code == 1


def test_words_go_before_a_file(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('{"name": "Carts", "goal": "G1"}', encoding="utf-8-sig")
    assert answers_of(["name=A=B"], file) == {"name": "A=B", "goal": "G1"}


def test_a_file_that_holds_no_answers_is_refused(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('["name"]')
    with pytest.raises(InputError):
        answers_of([], file)
