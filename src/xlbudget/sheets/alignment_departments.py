"""The block of Alignment by department: which source is to pay for whose lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from xlbudget.analysis.funding_plan import SourceFunding
from xlbudget.analysis.headings import NO_DEPARTMENT
from xlbudget.sheets.alignment_goals import LABEL_WIDTH, TOTAL, WIDTH
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_links import DEPARTMENT
from xlbudget.sheets.live_rows import cents, nth, places, text_at, total
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    ref,
    row_range,
    text,
    whole,
)
from xlbudget.sheets.split_sum import split_sum

_MARKS = re.compile(r"[{}|]")  # what the layout reads as marks of a token
SOURCES = "DepartmentBySource"
OTHER = "Other departments"
MOST, LONGEST = 8, 60
_PAYERS = tuple(f"Payer {slot} of year 1" for slot in (1, 2, 3))
_RESERVED = {"source", "source id", NO_DEPARTMENT.casefold(), OTHER.casefold(), TOTAL.casefold()}


def department_by_source(context: Context) -> Table:
    """Return what each source is to pay in year 1, by the department that runs the program."""
    named = departments(context)
    headers = [*named, NO_DEPARTMENT, OTHER, TOTAL]
    sources = context.analysis.funding.sources
    rows = [_source_row(context, named, *slot) for slot in places(context, sources)]
    count = len(rows)
    by_source = [_amounts(context, named, source.source.source_id) for source in sources]
    paid = [total(column) for column in zip(*by_source, strict=True)]
    paid = paid or [Decimal(0)] * len(headers)
    everything = _all_amounts(context, named)
    rows += [
        Row(
            key="nobody",
            cells=(
                "No source",
                None,
                *(
                    Calculated(
                        "="
                        + cents(
                            f"{ref(SOURCES, 'total', header)}"
                            f"-SUM({ref(SOURCES, f'1..{count}', header)})"
                        ),
                        money - amount,
                    )
                    for header, money, amount in zip(headers, everything, paid, strict=True)
                ),
            ),
        ),
        Row(
            key="total",
            cells=("All lines", None, *_total_cells(named, everything)),
            emphasis=Emphasis.TOTAL,
        ),
    ]
    return Table(
        name=SOURCES,
        heading="Source by department",
        says="Whom the lines of year 1 ask for money, whether or not the source has enough. "
        "Departments are those of the programs when this workbook was made.",
        columns=(
            Column(header="Source", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="Source id", form=Form.TEXT, width=WIDTH),
            *(Column(header=header, form=Form.DOLLARS, width=WIDTH) for header in headers),
        ),
        rows=tuple(rows),
    )


def departments(context: Context) -> list[str]:
    """Return the departments that have a column: short names, each once whatever its case."""
    found: dict[str, str] = {}
    for program in context.budget.programs:
        name = program.department
        plain = name.isprintable() and 0 < len(name) <= LONGEST and not _MARKS.search(name)
        if plain and name.casefold() not in _RESERVED:
            found.setdefault(name.casefold(), name)
    return list(found.values())[:MOST]


def _amounts(context: Context, named: Sequence[str], source_id: str) -> list[Decimal]:
    """Return what a source is asked for, in the order of the columns."""
    matrix = context.analysis.alignment.department_source
    return _arranged(named, [(key, matrix.at(key, source_id)) for key, _ in matrix.rows])


def _all_amounts(context: Context, named: Sequence[str]) -> list[Decimal]:
    matrix = context.analysis.alignment.department_source
    sums = zip(matrix.rows, matrix.row_totals, strict=True)
    return _arranged(named, [(key, amount) for (key, _), amount in sums])


def _arranged(named: Sequence[str], amounts: Sequence[tuple[str, Decimal]]) -> list[Decimal]:
    def of(name: str) -> Decimal:
        return total([amount for key, amount in amounts if key.casefold() == name.casefold()])

    columns = [*(of(name) for name in named), of("")]
    everything = total([amount for _, amount in amounts])
    return [*columns, everything - total(columns), everything]


def _source_row(
    context: Context, named: Sequence[str], place: int, found: SourceFunding | None
) -> Row:
    key = str(place)
    source = ref(SOURCES, key, "Source id")
    source_id = found.source.source_id if found else ""
    amounts = _amounts(context, named, source_id) if found else [Decimal(0)] * (len(named) + 3)

    def asked(department: str) -> str:
        return f'=IF({source}="",0,{cents(_claimed(place, source, department))})'

    headers = [*named, NO_DEPARTMENT]
    formulas = [asked(department) for department in [*named, ""]]
    formulas += [_others(key, headers), f'=IF({source}="",0,{nth("Funding", "Wanted 1", place)})']
    return Row(
        key=key,
        cells=(
            Calculated(
                text_at("Funding", "Label", place),
                context.labels["FundingSource"][source_id] if found else "",
            ),
            Calculated(text_at("Funding", "Source", place), source_id),
            *map(Calculated, formulas, amounts),
        ),
        emphasis=Emphasis.NONE if found else Emphasis.NOTE,
    )


def _claimed(place: int, source: str, department: str) -> str:
    """Return the formula text of what a department's lines ask of a source in year 1."""
    areas = nth("Funding", "Allowed areas", place)
    first, ends = (nth("Funding", column, place) for column in ("First fiscal year", "Ends"))
    allowed = f'((({areas}="")+ISNUMBER(SEARCH({whole("Area")},{areas})))>0)'
    run_by = f"({whole(DEPARTMENT)}={text(department)})"
    asked = split_sum(source, _PAYERS, "Source", whole("Year 1"), (allowed, run_by))
    return f"({first}<=BaseYear)*(BaseYear<={ends})*{asked}"


def _total_cells(named: Sequence[str], amounts: Sequence[Decimal]) -> list[Cell]:
    year_1 = whole("Year 1")
    formulas = [
        "=" + cents(f"SUMPRODUCT(({whole(DEPARTMENT)}={text(department)})*{year_1})")
        for department in [*named, ""]
    ]
    formulas += [_others("total", [*named, NO_DEPARTMENT]), "=" + cents(f"SUM({year_1})")]
    return list(map(Calculated, formulas, amounts))


def _others(key: str, headers: Sequence[str]) -> str:
    named = row_range(SOURCES, key, headers[0], headers[-1])
    return "=" + cents(f"{ref(SOURCES, key, TOTAL)}-SUM({named})")
