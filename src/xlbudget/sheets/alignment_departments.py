"""The block of Alignment by department: which source is to pay for whose lines."""

from __future__ import annotations

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
    label_of,
    ref,
    row_range,
    text,
    whole,
)
from xlbudget.sheets.split_sum import split_sum

SOURCES = "DepartmentBySource"
OTHER = "Other departments"
MOST = 8
_PAYERS = tuple(f"Payer {slot} of year 1" for slot in (1, 2, 3))
_PLACES = tuple(f"Department {n}" for n in range(1, MOST + 1))
_NONE = 9_999  # more rows than Programs may have: where no further department stands


def department_by_source(context: Context) -> Table:
    """Return what each source is to pay in year 1, by the department that runs the program."""
    named = departments(context)
    headers = [*_PLACES, NO_DEPARTMENT, OTHER, TOTAL]
    sources = context.analysis.funding.sources
    rows = [_source_row(context, named, *slot) for slot in places(context, "Funding", sources)]
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
            cells=("All lines", None, *_total_cells(everything)),
            emphasis=Emphasis.TOTAL,
        ),
    ]
    return Table(
        name=SOURCES,
        heading="Source by department",
        says="Whom the lines of year 1 ask for money, whether or not the source has enough. "
        "Above each column stands its department, in the order of Programs.",
        columns=(
            Column(header="Source", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="Source id", form=Form.TEXT, width=WIDTH),
            *(Column(header=header, form=Form.DOLLARS, width=WIDTH) for header in headers),
        ),
        rows=tuple(rows),
        labels=(None, None, *_names(named), None, None, None),
    )


def departments(context: Context) -> list[str]:
    """Return the departments that have a column, each once whatever its case."""
    found: dict[str, str] = {}
    for program in context.budget.programs:
        if program.department:
            found.setdefault(program.department.casefold(), program.department)
    return list(found.values())[:MOST]


def _names(named: Sequence[str]) -> list[Cell]:
    """Return the departments above the columns: each is the first one that is not named yet."""
    column = whole("Department", "Programs")
    place = f"ROW({column})-ROW(Programs[[#Headers],[Department]])"
    cells: list[Cell] = []
    for n in range(MOST):
        before = "".join(f"+({column}={_name(earlier)})" for earlier in _PLACES[:n])
        first = f'SUMPRODUCT(MIN({place}+{_NONE}*((({column}=""){before})>0)))'
        value = named[n] if n < len(named) else ""
        cells.append(Calculated(f'=IFERROR(INDEX({column},{first}),"")', value))
    return cells


def _name(header: str) -> str:
    """Return the token of the department above a column."""
    return label_of(SOURCES, header, fixed=True)


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

    blank = [Decimal(0)] * (MOST - len(named))
    columns = [*(of(name) for name in named), *blank, of("")]
    everything = total([amount for _, amount in amounts])
    return [*columns, everything - total(columns), everything]


def _source_row(
    context: Context, named: Sequence[str], place: int, found: SourceFunding | None
) -> Row:
    key = str(place)
    source = ref(SOURCES, key, "Source id")
    source_id = found.source.source_id if found else ""
    amounts = _amounts(context, named, source_id) if found else [Decimal(0)] * (MOST + 3)

    def asked(department: str, *needed: str) -> str:
        lacks = "+".join(f'({cell}="")' for cell in (source, *needed))
        return f"=IF({lacks}>0,0,{cents(_claimed(place, source, department))})"

    headers = [*_PLACES, NO_DEPARTMENT]
    formulas = [asked(_name(header), _name(header)) for header in _PLACES]
    formulas.append(asked(text("")))
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
    run_by = f"({whole(DEPARTMENT)}={department})"
    asked = split_sum(source, _PAYERS, "Source", whole("Year 1"), (allowed, run_by))
    return f"({first}<=BaseYear)*(BaseYear<={ends})*{asked}"


def _total_cells(amounts: Sequence[Decimal]) -> list[Cell]:
    year_1 = whole("Year 1")

    def run_by(department: str) -> str:
        return cents(f"SUMPRODUCT(({whole(DEPARTMENT)}={department})*{year_1})")

    named = [f'=IF({_name(header)}="",0,{run_by(_name(header))})' for header in _PLACES]
    formulas = [*named, f"={run_by(text(''))}"]
    formulas += [_others("total", [*_PLACES, NO_DEPARTMENT]), "=" + cents(f"SUM({year_1})")]
    return list(map(Calculated, formulas, amounts))


def _others(key: str, headers: Sequence[str]) -> str:
    named = row_range(SOURCES, key, headers[0], headers[-1])
    return "=" + cents(f"{ref(SOURCES, key, TOTAL)}-SUM({named})")
