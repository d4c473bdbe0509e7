"""Keep a copy of the workbook, and give its input cells back what they held in one."""

from __future__ import annotations

from xlbudget.actions.ask import Answers, Ask, Option, Taken
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import KeepCopy, RestoreCopy
from xlbudget.actions.snapshot import Snapshot
from xlbudget.model.fault import shown

COPY, BY_HAND = "copy", "by hand"
NONE = "No copy of this workbook is kept yet. Keep a copy before you change it."


def keep(snapshot: Snapshot, answers: Answers) -> Outcome:  # noqa: ARG001 - asks nothing
    """Return the request to keep a copy of the workbook as it stands.

    Args:
        snapshot: The workbook.
        answers: None are asked for.

    """
    return Outcome(
        says=f"A copy of {snapshot.file} is kept. Restore gives its inputs back.",
        requests=(KeepCopy(BY_HAND),),
    )


def restore(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return the request to restore the inputs of a kept copy.

    Args:
        snapshot: The workbook, with the names of its kept copies.
        answers: For ``copy`` the name of one of them.

    """
    if not snapshot.copies:
        return Outcome(says=NONE, refused=True)
    answer = answers.get(COPY, "").strip()
    if answer not in snapshot.copies:
        wrong = f"There is no kept copy {shown(answer)}. " if answer else ""
        return Outcome(says=_says(len(snapshot.copies)), asks=(_ask(snapshot.copies, wrong),))
    return Outcome(
        says=f"The input cells hold again what they held in {answer}.",
        requests=(RestoreCopy(answer),),
    )


def _ask(copies: tuple[str, ...], wrong: str) -> Ask:
    return Ask(
        key=COPY,
        question=f"{wrong}Which copy shall be restored?",
        takes=Taken.CHOICE,
        options=tuple(Option(name, name) for name in copies),
        suggested=copies[0],
    )


def _says(count: int) -> str:
    copies = f"{count} copies are" if count > 1 else "1 copy is"
    return f"{copies} kept. Restoring changes the input cells only, and can be taken back."
