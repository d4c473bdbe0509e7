"""Link goals: each line without a goal, one by one, and the goals that it may serve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlbudget.actions.ask import Answers, Ask, Option, Taken
from xlbudget.actions.edit import TableEdit
from xlbudget.actions.goal_suggestions import Goals, clearly_best, goals_of
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import Select
from xlbudget.actions.snapshot import Snapshot, TableNow
from xlbudget.actions.unreadable import lacking, unreadable
from xlbudget.model import Budget, LineItem
from xlbudget.model.fault import short, shown
from xlbudget.model.field import field_named
from xlbudget.model.placement import asked_lines
from xlbudget.model.split import ONE
from xlbudget.model.tables import table_of
from xlbudget.model.text import as_spreadsheets_see
from xlbudget.sheets.labels import MARK, labels_of

TABLE = table_of(LineItem)
GOAL, SHARE = (field_named(LineItem, name).header for name in ("goal_1", "goal_share_1"))
LEAVE = Option("", "Leave it without a goal for now")
DONE = "Every line serves a goal. Nothing is to be linked."
NO_LINES = "There is no line yet. Add lines first."
NO_GOALS = "The plan has no goal yet. List the goals on the sheet Goals first."


@dataclass(frozen=True, slots=True)
class _Case:
    """A line without a goal, its row, and what was answered: a goal's id, "" or nothing yet."""

    line: LineItem
    row: int
    goal_id: str | None = None
    wrong: str = ""


def link_goals(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return a question for each line without a goal, and the links that were answered.

    Args:
        snapshot: The workbook.
        answers: For the id of a line the id or the label of a goal; "" leaves the line.

    """
    budget, table = snapshot.budget, snapshot.tables.get(TABLE.name)
    if budget is None:
        return unreadable(snapshot)
    if table is None:
        return lacking(TABLE.sheet)
    cases = [_case(budget, line, table, answers) for line in _unlinked(budget, table)]
    if not cases:
        return Outcome(says=DONE if budget.lines else NO_LINES)
    if not budget.goals:
        return Outcome(says=NO_GOALS, refused=True)
    goals = goals_of(budget)
    return Outcome(
        says=_says(cases),
        edits=tuple(_edits(cases, labels_of(budget)["PlanGoal"])),
        requests=(Select(table.sheet),) if any(case.goal_id for case in cases) else (),
        asks=tuple(_ask(case, goals) for case in cases if case.goal_id is None),
    )


def _unlinked(budget: Budget, table: TableNow) -> Iterator[LineItem]:
    for _, line in asked_lines(budget):
        goalless = not (line.goal_1 or line.goal_2 or line.goal_3)
        if goalless and line.line_id in table.ids:
            yield line


def _case(budget: Budget, line: LineItem, table: TableNow, answers: Answers) -> _Case:
    row, answer = table.ids[line.line_id], answers.get(line.line_id)
    if answer is None:
        return _Case(line, row)
    wanted = as_spreadsheets_see(answer.partition(MARK)[0].strip())
    ids = {as_spreadsheets_see(goal.goal_id): goal.goal_id for goal in budget.goals}
    if wanted and wanted not in ids:
        return _Case(line, row, wrong=f"There is no goal {shown(answer)}. ")
    return _Case(line, row, ids.get(wanted, ""))


def _ask(case: _Case, goals: Goals) -> Ask:
    line, suggested = case.line, goals.for_line(case.line)
    best = clearly_best(suggested)
    named = f"{line.line_id}{MARK}{short(line.description)}"
    return Ask(
        key=line.line_id,
        question=f"{case.wrong}Which goal does {named} serve?",
        takes=Taken.CHOICE,
        options=(
            *(Option(one.goal.goal_id, one.goal.statement) for one in suggested),
            LEAVE,
        ),
        suggested=best.goal_id if best else "",
        needed=bool(case.wrong),
    )


def _edits(cases: Sequence[_Case], labels: Mapping[str, str]) -> Iterator[TableEdit]:
    for case in cases:
        if case.goal_id:
            yield TableEdit(TABLE.name, case.row, GOAL, labels[case.goal_id])
            if case.line.goal_share_1 != ONE:
                yield TableEdit(TABLE.name, case.row, SHARE, ONE)


def _says(cases: Sequence[_Case]) -> str:
    linked = sum(bool(case.goal_id) for case in cases)
    left = len(cases) - linked
    without = f"{left} line{'s have' if left > 1 else ' has'} no goal"
    if not linked:
        return f"{without}. A line without one is asked for, never planned."
    done = f"{linked} line{'s serve' if linked > 1 else ' serves'} a goal now"
    return f"{done}; {without}." if left else f"{done}. Every line serves a goal."
