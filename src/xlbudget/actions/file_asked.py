"""A file or folder that an action needs: the question for it, and the answer that does."""

from __future__ import annotations

from pathlib import PurePath

from xlbudget.actions.ask import Answers, Ask, Taken
from xlbudget.actions.snapshot import Snapshot

FILE = "file"


def file_asked(
    answers: Answers, question: str, *, suggested: str, ending: str, key: str = FILE
) -> Ask | str:
    """Return the file that was answered, or the question for it.

    Args:
        answers: What was answered; a name without its ending gets it.
        question: The question.
        suggested: The name that stands there at first.
        ending: How the name ends, such as ".pdf".
        key: The key of the answer.

    """
    answer = answers.get(key, "").strip()
    wrong = _wrong(answer, ending)
    if answer and not wrong:
        return answer if PurePath(answer).suffix else answer + ending
    return Ask(
        key=key,
        question=wrong + question,
        takes=Taken.SAVE_FILE,
        suggested=suggested,
        ending=ending,
    )


def folder_asked(answers: Answers, question: str, *, key: str) -> Ask | str:
    """Return the folder that was answered, or the question for it."""
    answer = answers.get(key, "").strip()
    return answer or Ask(key=key, question=question, takes=Taken.FOLDER)


def beside(snapshot: Snapshot, words: str) -> str:
    """Return the name of a file that goes with the workbook: ``budget-frozen.xlsx``."""
    return f"{PurePath(snapshot.file).stem}{words}"


def _wrong(answer: str, ending: str) -> str:
    suffix = PurePath(answer).suffix
    if suffix.casefold() in {"", ending}:
        return ""
    return f"The name ends in {suffix}, and a {ending} file is written. "
