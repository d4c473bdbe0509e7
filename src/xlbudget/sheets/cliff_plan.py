"""The plan to sign: who promises what about each line that would lose its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xlbudget.analysis.breakdown import Amounts
from xlbudget.model import Budget, LineItem
from xlbudget.sheets.plan import (
    Book,
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    keyed,
    ref,
)

TITLE, PROMISES, SIGNATURES = "Cliff plan", "Promises", "Signatures"
SIGNERS = ("Chief financial officer", "Technology director", "Superintendent")
NOW, THEN = "Now", "Then"


@dataclass(frozen=True, slots=True)
class Promise:
    """What is decided about a line.

    Attributes:
        line: The line as it then is.
        says: The way out, as a clause.
        before: Its recurring need that loses its source by year, as the budget stood.
        after: The same with the way out.

    """

    line: LineItem
    says: str
    before: Amounts
    after: Amounts


def cliff_plan_book(
    budget: Budget, promises: Sequence[Promise], origin: str, created: date
) -> Book:
    """Return the plan to sign as the data of a workbook of one sheet.

    Args:
        budget: The budget.
        promises: What is decided, line by line.
        origin: The name of the workbook in which it was decided.
        created: The day of the plan.

    """
    district = budget.district.name
    sheet = Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says=f"Sign what each line's owner promises, so that no recurring need of {district} "
        f"loses its source. Decided in {origin} on {created.isoformat()}.",
        tables=(_promises(promises), _signatures()),
        landscape=True,
        protected=False,
        pages=1,
    )
    return Book(
        title=f"{district}: plan to close the funding cliff",
        subject="What is done about each line that would lose its source",
        author="xlbudget",
        sheets=(sheet,),
        names=(),
        opens_on=TITLE,
        created=created,
    )


def _promises(promises: Sequence[Promise]) -> Table:
    rows = [_promise(one) for one in promises]
    first, last = rows[0].key, rows[-1].key
    span = f"{first}..{last}"
    sums = tuple(
        Calculated(f"=SUM({ref(PROMISES, span, header)})", sum(map(sum, amounts)))
        for header, amounts in (
            (NOW, [one.before for one in promises]),
            (THEN, [one.after for one in promises]),
        )
    )
    rows.append(Row(key="total", cells=("All", "", "", *sums, "", "", ""), emphasis=Emphasis.TOTAL))
    return Table(
        name=PROMISES,
        heading="What is promised ($ over the plan that lose their source)",
        columns=(
            Column(header="Line", part=Part.LABEL, form=Form.TEXT, width=22),
            Column(header="What", part=Part.LABEL, form=Form.WRAPPED, width=36),
            Column(header="Way out", part=Part.LABEL, form=Form.WRAPPED, width=40),
            Column(header=NOW, part=Part.LABEL, form=Form.DOLLARS, width=12),
            Column(header=THEN, part=Part.LABEL, form=Form.DOLLARS, width=12),
            Column(header="Owner", part=Part.INPUT, form=Form.TEXT, width=24, says="Who promises."),
            Column(header="Signed", part=Part.INPUT, form=Form.TEXT, width=22, says="Signature."),
            Column(header="Date", part=Part.INPUT, form=Form.DATE, width=12, says="Of signature."),
        ),
        rows=tuple(rows),
    )


def _promise(one: Promise) -> Row:
    cells: tuple[Cell, ...] = (
        one.line.line_id,
        one.line.description,
        one.says,
        sum(one.before),
        sum(one.after),
        one.line.owner or None,
        None,
        None,
    )
    return keyed(f"line {one.line.line_id}", cells)


def _signatures() -> Table:
    return Table(
        name=SIGNATURES,
        heading="Agreed",
        columns=(
            Column(header="Role", part=Part.LABEL, form=Form.TEXT, width=22),
            Column(header="Name", part=Part.INPUT, form=Form.TEXT, width=36, says="Who signs."),
            Column(
                header="Signature", part=Part.INPUT, form=Form.TEXT, width=40, says="Signature."
            ),
            Column(header="Day", part=Part.INPUT, form=Form.DATE, width=12, says="Of signature."),
        ),
        rows=tuple(keyed(role, (role, None, None, None)) for role in SIGNERS),
    )
