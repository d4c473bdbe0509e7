"""Close the cliff: for each line that loses its source, a way out, and a plan to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from xlbudget.actions.ask import Answers, Ask, Taken
from xlbudget.actions.cliff_answer import FIELDS, in_words, options, remedy_of
from xlbudget.actions.edit import TableEdit
from xlbudget.actions.outcome import Facts, Outcome
from xlbudget.actions.request import WriteWorkbook
from xlbudget.actions.snapshot import Snapshot, TableNow
from xlbudget.actions.unreadable import lacking, unreadable
from xlbudget.analysis import analyze
from xlbudget.analysis.breakdown import ZERO, Amounts
from xlbudget.analysis.exposed_line import ExposedLine, exposed_lines, funding_with, lost_by_line
from xlbudget.analysis.funding_plan import FundingPlan
from xlbudget.analysis.remedy import Remedy, Successor, Way, successors
from xlbudget.model import Budget, LineItem
from xlbudget.model.field import fields_of
from xlbudget.model.tables import table_of
from xlbudget.sheets.cliff_plan import Promise, cliff_plan_book
from xlbudget.sheets.labels import labels_of
from xlbudget.sheets.words import grouped, signed

TABLE = table_of(LineItem)
PLAN = "plan-file"
NONE = "No recurring need loses its source within the plan. Nothing is to be closed."
HEADERS = {field.name: field.header for field in fields_of(LineItem)}


@dataclass(frozen=True, slots=True)
class _Case:
    """A line that loses its source, who could take over, and what was decided."""

    exposed: ExposedLine
    takers: Sequence[Successor]
    chosen: Remedy | None = None
    wrong: str = ""

    @property
    def key(self) -> str:
        """Return the id of the line."""
        return self.exposed.line.line_id


def close_cliff(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return the ways out of each line that loses its source, or the edits that were decided.

    Args:
        snapshot: The workbook.
        answers: For the id of a line ``successor:ID``, ``life:YEARS``, ``fewer:UNITS``, ``stop``
            or "" to leave it; for ``plan-file`` the file of the plan to sign, or "" for none.

    """
    budget, table = snapshot.budget, snapshot.tables.get(TABLE.name)
    if budget is None:
        return unreadable(snapshot)
    if table is None:
        return lacking(TABLE.sheet)
    plan = analyze(budget).funding
    lines = [one for one in exposed_lines(budget) if one.line.line_id in table.ids]
    cases = [_case(budget, plan, exposed, answers) for exposed in lines]
    if not cases:
        return Outcome(says=NONE)
    chosen = [case.chosen for case in cases if case.chosen]
    after = funding_with(budget, (remedy.line for remedy in chosen))
    asks = (*_asks(budget, cases, answers), *_ask_plan(snapshot, answers))
    return Outcome(
        says=_says(cases, plan, after),
        edits=tuple(_edits(budget, table, chosen)),
        requests=_requests(snapshot, budget, cases, answers),
        asks=asks,
        facts=(_facts(plan, after),),
    )


def _case(budget: Budget, plan: FundingPlan, exposed: ExposedLine, answers: Answers) -> _Case:
    takers = successors(budget, plan, exposed)
    answer = answers.get(exposed.line.line_id, "").strip()
    if not answer:
        return _Case(exposed, takers)
    found = remedy_of(exposed, takers, answer)
    if isinstance(found, str):
        return _Case(exposed, takers, wrong=found)
    return _Case(exposed, takers, found)


def _asks(budget: Budget, cases: Iterable[_Case], answers: Answers) -> Iterable[Ask]:
    """Yield a question for each line not decided yet, and for each answer that does not do."""
    for case in cases:
        if case.wrong or case.key not in answers:
            line, first = case.exposed.line, case.exposed.first_year
            lost = grouped(sum(case.exposed.lost, ZERO))
            asked = f"{line.description} ({case.key}) loses ${lost} from FY{first} on. What then?"
            yield Ask(
                key=case.key,
                question=f"{case.wrong}. {asked}" if case.wrong else asked,
                takes=Taken.CHOICE,
                options=options(budget, case.exposed, case.takers),
                needed=bool(case.wrong),
            )


def _ask_plan(snapshot: Snapshot, answers: Answers) -> tuple[Ask, ...]:
    if PLAN in answers:
        return ()
    name = f"{PurePath(snapshot.file).stem}-cliff-plan.xlsx"
    question = "Where does the plan to sign go?"
    ask = Ask(
        key=PLAN,
        question=question,
        takes=Taken.SAVE_FILE,
        suggested=name,
        needed=False,
        ending=".xlsx",
    )
    return (ask,)


def _edits(budget: Budget, table: TableNow, chosen: Iterable[Remedy]) -> Iterable[TableEdit]:
    names = labels_of(budget)["FundingSource"]
    for remedy in chosen:
        value: Decimal | str = getattr(remedy.line, FIELDS[remedy.way])
        shown = names[str(value)] if remedy.way is Way.SUCCESSOR else value
        row = table.ids[remedy.line.line_id]
        yield TableEdit(table.name, row, HEADERS[FIELDS[remedy.way]], shown)


def _requests(
    snapshot: Snapshot, budget: Budget, cases: Iterable[_Case], answers: Mapping[str, str]
) -> tuple[WriteWorkbook, ...]:
    path = answers.get(PLAN, "").strip()
    decided = [case for case in cases if case.chosen]
    if not path or not decided:
        return ()
    promises = tuple(
        Promise(
            line=case.chosen.line,
            says=in_words(case.chosen, case.takers),
            before=case.exposed.lost,
            after=lost_by_line(budget, case.chosen.line),
        )
        for case in decided
        if case.chosen
    )
    book = cliff_plan_book(budget, promises, snapshot.file, snapshot.day)
    return (WriteWorkbook(book, path, "The plan to sign"),)


def _says(cases: Sequence[_Case], before: FundingPlan, after: FundingPlan) -> str:
    decided = sum(case.chosen is not None for case in cases)
    lines = f"{len(cases)} line{'s' * (len(cases) != 1)}"
    lose = "loses its" if len(cases) == 1 else "lose their"
    then = f"; then {_cliff(after)}" if decided else ""
    return f"{lines} {lose} source within the plan, {decided} decided. Now {_cliff(before)}{then}."


def _cliff(plan: FundingPlan) -> str:
    if plan.cliff_year is None:
        return "there is no cliff"
    return f"the cliff is in FY{plan.cliff_year}, with ${grouped(plan.cliff_amount)}"


def _facts(before: FundingPlan, after: FundingPlan) -> Facts:
    """Return the loss and the structural gap by year, before and after."""
    rows: tuple[tuple[str, Amounts], ...] = (
        ("Recurring need that loses its source, now", before.lost),
        ("Recurring need that loses its source, then", after.lost),
        ("Structural gap, now", before.secured.structural_gap),
        ("Structural gap, then", after.secured.structural_gap),
    )
    return Facts(
        "The effect on the gap ($)",
        ("Figure", *(f"FY{year}" for year in before.years)),
        tuple((name, *map(signed, amounts)) for name, amounts in rows),
    )
