"""Everything that is wrong in a school's answer, or worth knowing: all of it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xlbudget.model.fault import shown
from xlbudget.model.field import field_named
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.finding_code import FindingCode
from xlbudget.model.school_answer import SIGNATURE, SchoolAnswer, SignOff, same_as_before
from xlbudget.model.school_line import SchoolLine, goal_lacks, lacks_of
from xlbudget.model.school_pack import SchoolPack
from xlbudget.model.split import ZERO


class SchoolCode(FindingCode):
    """The kinds of findings about what a school sent."""

    LACK = "XLS-01", "A line of a school lacks what it needs, or names what was not offered."
    TWICE = "XLS-02", "Two lines or goals of a school have the same id."
    GONE = "XLS-03", "A line of last year is not in the school's workbook any more."
    STRANGE = "XLS-04", "A line has an id that was not given out."
    DROPPED = "XLS-05", "A school drops a line of last year."
    CHANGED = "XLS-06", "A line that is kept differs from last year's."
    GOAL = "XLS-07", "A building goal lacks its sentence, its measure or its district goal."
    OVER = "XLS-08", "The lines cost more than the school may plan with."
    OTHER = "XLS-09", "A line is for a thing that the district's list does not have."
    SIGN = "XLS-10", "Nobody signed for the school."
    SCHOOL = "XLS-11", "The answer is another school's."


def answer_findings(
    answer: SchoolAnswer, pack: SchoolPack, lines: Sequence[SchoolLine]
) -> tuple[Finding, ...]:
    """Return every finding about a school's answer.

    Args:
        answer: What came home.
        pack: What the district gave the school.
        lines: The answer's lines that are in use, beside what was given for them.

    """
    return (
        *_of_school(answer, pack),
        *_of_ids(answer, pack, lines),
        *(finding for it in lines for finding in _of_line(it, answer, pack)),
        *_of_goals(answer, pack),
        *_of_money(lines, pack),
    )


def _of_line(it: SchoolLine, answer: SchoolAnswer, pack: SchoolPack) -> Iterator[Finding]:
    line = it.line
    for lack in lacks_of(it):
        held = getattr(line, lack.column)
        said = "" if held in (None, "") else f": it says {shown(str(held))}"
        yield Finding(
            Severity.FATAL if lack.is_fatal else Severity.WARNING,
            SchoolCode.LACK,
            answer.place(line.line_id, lack.column),
            f"Line {line.line_id} lacks {lack.noun}{said}",
            "A line says what to do, what for, how many, who pays and why",
            lack.fix,
        )
    if it.is_dropped:
        yield _remark(
            SchoolCode.DROPPED,
            answer.place(line.line_id, "action"),
            f"Line {line.line_id}, {shown(line.description)}, is dropped",
            "A school may drop a line of last year",
        )
    elif it.is_kept and it.prior and not same_as_before(line, it.prior, pack):
        yield _remark(
            SchoolCode.CHANGED,
            answer.place(line.line_id, "action"),
            f"Line {line.line_id} is kept, and differs from last year's",
            "It is taken as changed, with what the school states now",
        )
    elif it.is_other:
        yield _remark(
            SchoolCode.OTHER,
            answer.place(line.line_id, "item_id"),
            f"Line {line.line_id}, {shown(line.description)}, is not on the district's list",
            "It is taken as bought once, under supplies, until the central office says otherwise",
        )


def _of_ids(
    answer: SchoolAnswer, pack: SchoolPack, lines: Sequence[SchoolLine]
) -> Iterator[Finding]:
    ids = [it.line.line_id for it in lines]
    ids += [goal.goal_id for goal in answer.goals if goal.in_use]
    counted = Counter(key.casefold() for key in ids)
    for key in {key.casefold(): key for key in ids}.values():
        if counted[key.casefold()] > 1:
            yield _fatal(
                SchoolCode.TWICE,
                answer.place(key, "line_id"),
                f"The id {key} stands {counted[key.casefold()]} times",
                "Each line has an id of its own; the sheet has them ready",
                "Take the row from the workbook that was issued, and enter the line again",
            )
    for prior in pack.lines:
        if prior.line.line_id.casefold() not in counted:
            yield _fatal(
                SchoolCode.GONE,
                Place(sheet="My lines", record=prior.line.line_id),
                f"Line {prior.line.line_id} of last year is not in the workbook",
                "A line that is not wanted stays, and says Drop",
                "Ask the school whether it drops the line",
            )
    stem = f"{pack.school.school_id}-N"
    for it in lines:
        if it.prior is None and not it.line.line_id.startswith(stem):
            yield Finding(
                Severity.WARNING,
                SchoolCode.STRANGE,
                answer.place(it.line.line_id, "line_id"),
                f"The id {it.line.line_id} was not given to this school",
                f"New lines have ids from {pack.line_id(1)} on, ready in the sheet",
                "Look whether the row came from another workbook; it is taken as a new line",
            )


def _of_goals(answer: SchoolAnswer, pack: SchoolPack) -> Iterator[Finding]:
    known = frozenset(goal.goal_id for goal in pack.goals)
    for goal in answer.goals:
        for noun, column in goal_lacks(goal, known):
            yield Finding(
                Severity.WARNING if column == "measure" else Severity.FATAL,
                SchoolCode.GOAL,
                answer.place(goal.goal_id, column),
                f"Goal {goal.goal_id} lacks {noun}",
                "A building goal says what it wants, serves a district goal, and is measured",
                f"Enter {noun} on the sheet Goals",
            )


def _of_money(lines: Sequence[SchoolLine], pack: SchoolPack) -> Iterator[Finding]:
    years = pack.district.years
    costs = [it.years(len(years)) for it in lines]
    over = {
        year: planned - allocated
        for k, year in enumerate(years)
        if (allocated := pack.school.allocation.get(year)) is not None
        and (planned := sum((cost[k] for cost in costs), ZERO)) > allocated
    }
    if over:
        told = ", ".join(f"FY{year} by {amount:,.2f} dollars" for year, amount in over.items())
        yield Finding(
            Severity.WARNING,
            SchoolCode.OVER,
            Place(sheet="My money", record=pack.school.school_id),
            f"The lines cost more than the school may plan with: {told}",
            "A school plans with what it is allocated, or says why not",
            "Drop or change lines, or agree on more money with the district",
        )


def _of_school(answer: SchoolAnswer, pack: SchoolPack) -> Iterator[Finding]:
    if answer.school_id and answer.school_id != pack.school.school_id:
        yield _fatal(
            SchoolCode.SCHOOL,
            Place(sheet="Manifest", record=answer.school_id),
            f"The answer is of school {answer.school_id}, not {pack.school.school_id}",
            "Each school sends the workbook that was issued to it",
            "Ask which school filled it in",
        )
    if blank := answer.sign_off.lacks:
        said = " and ".join(field_named(SignOff, name).header.lower() for name in blank)
        here = Place(sheet="Check and send", record=pack.school.school_id)
        yield Finding(
            Severity.WARNING,
            SchoolCode.SIGN,
            answer.places.get((SIGNATURE, blank[0]), here),
            f"Who answers for it: {said} {'is' if len(blank) == 1 else 'are'} blank",
            "A person answers for what a school sends, with name, role and date",
            "Enter them on the sheet Check and send",
        )


def _remark(code: SchoolCode, place: Place, saw: str, wants: str) -> Finding:
    return Finding(Severity.INFORMATION, code, place, saw, wants, "Nothing needs to be done")


def _fatal(code: SchoolCode, place: Place, saw: str, wants: str, fix: str) -> Finding:
    return Finding(Severity.FATAL, code, place, saw, wants, fix)
