"""New budget: the empty standard workbook."""

from __future__ import annotations

from xlbudget.actions.ask import Answers, Ask, Taken
from xlbudget.actions.file_asked import file_asked
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import WriteWorkbook
from xlbudget.actions.snapshot import Snapshot
from xlbudget.model import District
from xlbudget.model.field import field_named
from xlbudget.model.parse import parse
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import HORIZON_YEARS, empty_budget
from xlbudget.sheets.template import ROOM

YEARS, NAME = "years", "district-budget.xlsx"
WRITTEN = "A new budget: begin on its sheet Guide"


def new_budget(snapshot: Snapshot, answers: Answers) -> Outcome:  # noqa: ARG001 - it needs no workbook
    """Return the request to write the empty standard workbook.

    Args:
        snapshot: The workbook, which plays no part.
        answers: For ``file`` the workbook to write, for ``years`` how many years it plans.

    """
    file = file_asked(answers, "Where does the new workbook go?", suggested=NAME, ending=".xlsx")
    years, wrong = _years(answers.get(YEARS, ""))
    asks = ([file] if isinstance(file, Ask) else []) + _ask_years(answers, wrong)
    if isinstance(file, Ask) or wrong:
        return Outcome(says="An empty workbook with all sheets is written.", asks=tuple(asks))
    book = district_book(empty_budget(years), (), room=ROOM)
    return Outcome(
        says=f"The new workbook is {file}. It plans {years} year{'s' * (years != 1)}.",
        requests=(WriteWorkbook(book, file, WRITTEN),),
        asks=tuple(asks),
    )


def _years(answer: str) -> tuple[int, str]:
    """Return how many years are wanted, and what is wrong with the answer."""
    read = parse(field_named(District, "horizon_years"), answer)
    wrong = f"{read.faults[0].saw}. {read.faults[0].wants}. " if read.faults else ""
    return (read.value if isinstance(read.value, int) else HORIZON_YEARS), wrong


def _ask_years(answers: Answers, wrong: str) -> list[Ask]:
    if YEARS in answers and not wrong:
        return []
    question = f"{wrong}How many years does it plan? The number stays as it is chosen now."
    suggested = str(HORIZON_YEARS)
    ask = Ask(
        key=YEARS,
        question=question,
        takes=Taken.NUMBER,
        suggested=suggested,
        needed=bool(wrong),
    )
    return [ask]
