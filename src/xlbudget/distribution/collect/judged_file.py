"""Judge one file that came back: a function of its bytes, its campaign, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.collect.desk import Desk
from xlbudget.distribution.collect.figures import figure_findings
from xlbudget.distribution.collect.identity import Whose, whose
from xlbudget.distribution.collect.judged import KNOWN, Judged, answer_digest, judged_by
from xlbudget.distribution.collect.structure import structure_findings
from xlbudget.distribution.inbox import Reply
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.state import State
from xlbudget.errors import FileError
from xlbudget.model.cost import line_costs
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.school_answer import Action, SchoolAnswer
from xlbudget.model.school_lines import line_items_of
from xlbudget.model.school_pack import SchoolPack
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.migrate.school import with_issued
from xlbudget.workbook.migrate.version import is_older
from xlbudget.workbook.read import Book, open_book


@dataclass(frozen=True, slots=True)
class Task:
    """A file that is to be judged, and what it is judged by.

    Attributes:
        reply: The file.
        desk: The campaign.
        is_known: Whether its bytes were taken over before.

    """

    reply: Reply
    desk: Desk
    is_known: bool = False


def judged_file(task: Task) -> Judged:
    """Return what comes of a file; a file that cannot be read is rejected in words.

    Whether the workbook was issued, and whether it is the newest one, the register knows.
    """
    reply, desk = task.reply, task.desk
    if task.is_known:
        return KNOWN
    if reply.path is None or reply.is_rejected:
        return judged_by(reply.findings, school_id=desk.names.of_file(reply.name))
    try:
        book = open_book(reply.path)
        judged = _judged(book, reply, desk)
    except FileError as error:
        refused = unreadable(reply.name, error.saw, error.wants, error.fix)
        known = desk.names.of_file(reply.name)
        return judged_by((*reply.findings, refused), school_id=known)
    return replace(judged, findings=tuple(_placed(judged.findings, reply)))


def unreadable(name: str, saw: str, wants: str, fix: str) -> Finding:
    """Return the finding that a file cannot be read as a workbook."""
    return CollectCode.UNREADABLE.about(Place(file=name), saw, wants, fix)


def _judged(book: Book, reply: Reply, desk: Desk) -> Judged:
    owner = whose(book, reply.name, desk)
    known = {
        "school_id": owner.school_id,
        "workbook_id": owner.stamp.workbook_id,
        "version": owner.stamp.version,
    }
    if not owner.school_id:
        judged = judged_by((*owner.findings, *reply.findings), **known)
        return replace(judged, state=State.NOT_ISSUED)
    if any(one.severity is Severity.FATAL for one in owner.findings):
        return judged_by((*owner.findings, *reply.findings), **known)
    return _read(book, reply, desk, owner, known)


def _read(book: Book, reply: Reply, desk: Desk, owner: Whose, known: dict[str, str]) -> Judged:
    pack = desk.packs.of(owner.school_id)
    structure = structure_findings(book, desk.book, reply.name)
    answer, read = read_school_book(book)
    found = (*owner.findings, *reply.findings, *read, *structure)
    if answer is None:
        return judged_by(found, **known)
    if is_older(owner.stamp.version):
        answer = with_issued(answer, book, pack)
    items, said = line_items_of(replace(answer, school_id=owner.school_id), pack)
    lines = tuple(_lines(items, answer, desk))
    planned = _planned(lines, pack)
    is_altered = any(one.severity is Severity.WARNING for one in structure)
    shown = tuple(figure_findings(book, planned, reply.name, is_altered=is_altered))
    judged = judged_by((*found, *said, *shown), **known)
    if not judged.state.counts:
        return replace(judged, facts=_facts(answer, planned, pack))
    return replace(judged, facts=_facts(answer, planned, pack), lines=lines)


def _lines(items: tuple[LineItem, ...], answer: SchoolAnswer, desk: Desk) -> Iterator[Line]:
    """Yield the lines with what each costs by year, as analysis computes it."""
    budget = replace(desk.packs.budget, lines=items)
    actions = {line.line_id: line.action or Action.NEW.value for line in answer.lines}
    for cost in line_costs(budget):
        place = answer.place(cost.line.line_id, "line_id")
        yield Line(
            item=cost.line,
            amounts=dict(zip(budget.district.years, cost.years, strict=True)),
            sheet=place.sheet,
            row=place.row,
            action=actions.get(cost.line.line_id, ""),
        )


def _planned(lines: tuple[Line, ...], pack: SchoolPack) -> list[tuple[int, Decimal]]:
    years = pack.district.years
    return [(year, sum((line.amounts[year] for line in lines), Decimal(0))) for year in years]


def _facts(
    answer: SchoolAnswer, planned: list[tuple[int, Decimal]], pack: SchoolPack
) -> dict[str, object]:
    """Return what an answer says beside its lines, plain as in JSON."""
    allocated = pack.school.allocation
    left = {year: allocated[year] - cost for year, cost in planned if year in allocated}
    return {
        "answer": answer_digest(answer),
        "goals": [_plain(goal) for goal in answer.goals],
        "sign_off": _plain(answer.sign_off),
        "planned": {str(year): str(cost) for year, cost in planned},
        "remaining": {str(year): str(amount) for year, amount in left.items()},
    }


def _plain(record: object) -> dict[str, str | None]:
    values = {item.name: getattr(record, item.name) for item in fields(record)}  # type: ignore[arg-type]
    return {name: None if value is None else str(value) for name, value in values.items()}


def _placed(findings: tuple[Finding, ...], reply: Reply) -> Iterator[Finding]:
    """Yield findings by the name that the file came back under, not by that of its copy."""
    for one in findings:
        if one.code == IntakeCode.OPEN:
            continue
        yield replace(one, place=replace(one.place, file=reply.name))
