"""One press of a button, from the first question to the last: what was asked and answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlbudget.actions.ask import Ask
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.verb import Verb
from xlbudget.hosts.excel.live.question import answer_to


@dataclass(slots=True)
class Session:
    """One press of a button: the verb, the workbook as it stood, the answers so far.

    While a dialog is open nobody can change the workbook, so that it is looked at once.
    """

    verb: Verb
    snapshot: Snapshot
    answers: dict[str, str] = field(default_factory=dict)
    asked: Ask | None = None

    def next(self) -> Ask | Outcome:
        """Return the next question, or what the action comes to when none is open."""
        outcome = self.verb.plan(self.snapshot, self.answers)
        waiting = (ask for ask in outcome.asks if ask.needed or ask.key not in self.answers)
        self.asked = None if outcome.refused else next(waiting, None)
        return self.asked or outcome

    def answer(self, typed: str) -> None:
        """Take the answer to the question that was asked last."""
        if self.asked is not None:
            self.answers[self.asked.key] = answer_to(self.asked, typed)
