"""What is checked in a school's workbook: what lines and goals lack, money, signature, ties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from xlbudget.model.school_answer import SIGNED
from xlbudget.model.school_line import LACKS
from xlbudget.model.split import ZERO
from xlbudget.sheets.check import Check, CheckKind
from xlbudget.sheets.context import year_header
from xlbudget.sheets.missing import COMPLETE
from xlbudget.sheets.plan import column_range, ref, text, whole
from xlbudget.sheets.school import goals, money_parts, my_lines, my_money
from xlbudget.sheets.school.frame import Frame

TITLE, SIGN_OFF, ENTRY = "Check and send", "SignOff", "Entry"


@dataclass(frozen=True, slots=True)
class Point:
    """A check, and what it counts in a word or two: ``a goal``."""

    check: Check
    noun: str


@lru_cache(maxsize=1)
def points_of(frame: Frame) -> tuple[Point, ...]:
    """Return every check of a school's workbook, in order."""
    return (*_lacks(frame), _goals(frame), _over(frame), _signed(frame), *_ties())


def _lacks(frame: Frame) -> tuple[Point, ...]:
    column = whole(my_lines.MISSING, my_lines.TABLE)
    return tuple(
        Point(
            Check(
                check_id=f"L{i + 1:02d}",
                kind=CheckKind.ALERT,
                says=lack.fix,
                formula=f"=COUNTIF({column},{text('*' + lack.noun + '*')})",
                value=frame.lacking[lack.noun],
                sheet=my_lines.TITLE,
            ),
            lack.noun,
        )
        for i, lack in enumerate(LACKS)
    )


def _goals(frame: Frame) -> Point:
    words = whole(my_lines.MISSING, goals.OWN)
    check = Check(
        check_id="G01",
        kind=CheckKind.ALERT,
        says="Each goal of the building has a sentence, a measure, and a district goal it serves",
        formula=f'=COUNTIF({words},"?*")-COUNTIF({words},"{COMPLETE}")',
        value=goals.incomplete(frame),
        sheet=goals.TITLE,
    )
    return Point(check, "goals to complete")


def _over(frame: Frame) -> Point:
    over = my_money.years_over(frame)
    check = Check(
        check_id="M01",
        kind=CheckKind.SENSITIVITY,
        says="The lines fit the money allocated in each year. If they do not, say why in the note",
        formula=over.formula,
        value=int(str(over.value)),
        sheet=my_money.TITLE,
    )
    return Point(check, "years over the money allocated")


def _signed(frame: Frame) -> Point:
    cells = ref(SIGN_OFF, f"{SIGNED[0]}..{SIGNED[-1]}", ENTRY)
    check = Check(
        check_id="S01",
        kind=CheckKind.ALERT,
        says="Name, role and date of who answers for it stand above",
        formula=f"=ROWS({cells})-COUNTA({cells})",
        value=len(frame.answer.sign_off.lacks),
        sheet=TITLE,
    )
    return Point(check, "name, role or date")


@cache
def _ties() -> tuple[Point, ...]:
    first = year_header(1)
    planned = f"SUM({whole(first, my_lines.FIGURES)})"
    ids, table = whole("Line", my_lines.TABLE), whole(my_lines.COST, my_lines.TABLE)
    rows = (
        (
            "T01",
            "Each id stands once on My lines",
            f"=SUMPRODUCT((COUNTIF({ids},{ids})>1)*1)",
            "ids that stand twice",
            my_lines.TITLE,
        ),
        (
            "T02",
            "Each row of My lines is worked out on Lists",
            f"=ROWS({ids})-ROWS({whole('Line', my_lines.FIGURES)})",
            "rows that are not worked out",
            my_lines.TITLE,
        ),
        (
            "T03",
            "The costs on My lines add up to what is planned",
            f"=ROUND(SUM({table})-{planned},2)",
            "dollars that do not agree with My lines",
            my_lines.TITLE,
        ),
        (
            "T04",
            "The costs by goal add up to what is planned",
            f"=ROUND(SUM({column_range(money_parts.BY_GOAL, first)})-{planned},2)",
            "dollars that do not agree by goal",
            my_money.TITLE,
        ),
        (
            "T05",
            "The costs by who pays add up to what is planned",
            f"=ROUND(SUM({column_range(money_parts.BY_SOURCE, first)})-{planned},2)",
            "dollars that do not agree by who pays",
            my_money.TITLE,
        ),
    )
    return tuple(
        Point(
            Check(
                check_id=key,
                kind=CheckKind.ERROR,
                says=says,
                formula=formula,
                value=ZERO,
                sheet=sheet,
            ),
            noun,
        )
        for key, says, formula, noun, sheet in rows
    )
