"""The sheet Funding: every source, what it gives, what lines want of it, what it pays."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from xlbudget.analysis.funding_plan import SourceFunding
from xlbudget.model import FundingSource
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_columns import NO_END
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Headline,
    Role,
    Sheet,
    label_of,
    this,
    whole,
)
from xlbudget.sheets.record_sheets import labeled
from xlbudget.sheets.record_table import Added, record_table
from xlbudget.sheets.split_sum import split_sum

TABLE = "Funding"
FITS, OVER = "fits", "over-planned"
PRINTED = 9  # columns before the amounts; what follows them is for the screen


def funding_sheet(context: Context) -> Sheet:
    """Return the sheet Funding: award, wanted, paid and left of each source by year."""
    made = _Columns(context)
    table = record_table(
        FundingSource,
        context.budget.sources,
        context.years,
        context.labels,
        name=TABLE,
        spare_rows=context.room.spare(TABLE, len(context.budget.sources)),
        added=(
            made.ends(),
            made.in_words(),
            *(made.wanted(k) for k in context.numbers),
            *(made.wanted_recurring(k) for k in context.numbers),
            *(made.paid(k, "Paid", "Wanted") for k in context.numbers),
            *(made.paid(k, "Paid recurring", "Wanted recurring") for k in context.numbers),
            *(made.left(k) for k in context.numbers),
            labeled("FundingSource"),
        ),
        widths={"name": 30.0, "successor_note": 30.0},
    )
    plan = context.analysis.funding
    over = sum(any(source.over_planned) for source in plan.sources)
    given = sum((source.amount[0] for source in plan.sources), Decimal(0))
    return Sheet(
        title="Funding",
        role=Role.INPUT,
        says="Enter each source of money once, with what it gives for technology in each year. "
        "To the right: what lines want of it, what it pays, what is left.",
        headlines=(
            Headline("Given in year 1 ($)", Calculated(f"=SUM({TABLE}[Amount 1])", given)),
            Headline(
                "Sources over-planned",
                Calculated(f'=COUNTIF({TABLE}[In words],"{OVER}")', over),
                Form.WHOLE,
            ),
        ),
        tables=(table,),
        frozen_columns=1,
        print_columns=PRINTED + len(context.years),
        landscape=True,
        protected=False,
    )


class _Columns:
    """The calculated columns of Funding."""

    def __init__(self, context: Context) -> None:
        self.context = context
        plans = context.analysis.funding.sources
        self.by_id = {plan.source.source_id: plan for plan in plans}

    def ends(self) -> Added:
        """Return the last year in which a source pays."""
        source, last = this("Source", TABLE), this("Last fiscal year", TABLE)
        day = this("Obligation date", TABLE)
        formula = (
            f'=IF({source}="",0,MIN(NoEnd,IF({last}="",NoEnd,{last}),IF({day}="",NoEnd,'
            f"YEAR({day})+(StartMonth>1)*(MONTH({day})>=StartMonth))))"
        )
        return self._column("Ends", formula, lambda plan: plan.last_year or NO_END, Form.YEAR)

    def in_words(self) -> Added:
        """Return whether lines want more of a source than it gives, in words."""
        years = len(self.context.years)
        wanted = f"{TABLE}[[#This Row],[Wanted 1]:[Wanted {years}]]"
        given = f"{TABLE}[[#This Row],[Amount 1]:[Amount {years}]]"
        over = f"SUMPRODUCT(--(ROUND({wanted}-{given},2)>0))"
        formula = (
            f'=IF({this("Source", TABLE)}="","",REPT("{OVER}",{over}>0)&REPT("{FITS}",{over}=0))'
        )
        column = Column(header="In words", form=Form.TEXT, width=13, formula=formula, good=FITS)
        return column, self._words

    def wanted(self, k: int) -> Added:
        """Return what lines want of a source in a year."""
        return self._column(f"Wanted {k}", self._sum(k, ()), lambda plan: plan.wanted[k - 1])

    def wanted_recurring(self, k: int) -> Added:
        """Return what recurring need wants of a source in a year."""
        recurring = f"({whole('Recurring from')}<={label_of(TABLE, f'Amount {k}', fixed=True)})"
        return self._column(
            f"Wanted recurring {k}",
            self._sum(k, (recurring,)),
            lambda plan: plan.wanted_recurring[k - 1],
        )

    def paid(self, k: int, header: str, wanted: str) -> Added:
        """Return what a source pays in a year: what is wanted, up to its money."""
        # 0+: a blank amount is 0 here; MIN would leave it out
        formula = f"=MAX(0,MIN({this(f'{wanted} {k}', TABLE)},0+{this(f'Amount {k}', TABLE)}))"
        field = header.lower().replace(" ", "_")
        return self._column(f"{header} {k}", formula, lambda plan: getattr(plan, field)[k - 1])

    def left(self, k: int) -> Added:
        """Return what is left of a source in a year."""
        formula = f"={this(f'Amount {k}', TABLE)}-{this(f'Paid {k}', TABLE)}"
        return self._column(f"Left {k}", formula, lambda plan: plan.remaining[k - 1])

    def _sum(self, k: int, conditions: tuple[str, ...]) -> str:
        year, areas = label_of(TABLE, f"Amount {k}", fixed=True), this("Allowed areas", TABLE)
        area = whole("Area")
        allowed = f'((({areas}="")+({area}<>"")*ISNUMBER(SEARCH({area},{areas})))>0)'
        holders = tuple(f"Payer {slot} of year {k}" for slot in (1, 2, 3))
        source = this("Source", TABLE)
        total = split_sum(source, holders, "Source", whole(year_header(k)), (allowed, *conditions))
        pays = f"({this('First fiscal year', TABLE)}<={year})*({year}<={this('Ends', TABLE)})"
        return f'=IF({source}="",0,{pays}*{total})'

    def _column(
        self,
        header: str,
        formula: str,
        value: Callable[[SourceFunding], Cell],
        form: Form = Form.DOLLARS,
    ) -> Added:
        column = Column(header=header, form=form, width=12, formula=formula)
        return column, lambda source: value(self.by_id[source.source_id]) if source else 0

    def _words(self, source: FundingSource | None) -> str:
        if source is None:
            return ""
        return OVER if any(self.by_id[source.source_id].over_planned) else FITS
