"""The calculated columns of Line items: each a formula, and the value that analysis gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from xlbudget.model import LineItem
from xlbudget.model.choices import PLANNED, CostType, LineStatus, Need
from xlbudget.model.cost import LineCost
from xlbudget.model.split import goal_slots, last_paying_year, source_slots
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.labels import id_formula
from xlbudget.sheets.plan import Cell, Column, Form, label_of, text, this, whole

SLOTS = (1, 2, 3)
NO_END = 9999
TABLE = "LineItems"


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A calculated column: how it looks and computes, and its value for the line at a place.

    The place is None for a spare row.
    """

    column: Column
    value: Callable[[int | None], Cell]


def line_columns(context: Context) -> list[LineColumn]:
    """Return the calculated columns of Line items, scenarios apart, in table order."""
    made = _Columns(context)
    return [
        *made.ids(),
        *made.reach("Goal"),
        *made.reach("Source"),
        *made.basis(),
        *made.funding(),
        *made.yearly(),
    ]


@dataclass(frozen=True, slots=True)
class _Columns:
    context: Context

    def _line(
        self,
        header: str,
        formula: str,
        value: Callable[[LineItem], Cell],
        blank: Cell,
        form: Form = Form.TEXT,
    ) -> LineColumn:
        lines = self.context.budget.lines
        return LineColumn(
            Column(header=header, form=form, formula=formula, width=_width(form)),
            lambda index: blank if index is None else value(lines[index]),
        )

    def _cost(
        self,
        header: str,
        formula: str,
        value: Callable[[LineCost], Cell],
        blank: Cell = 0,
        form: Form = Form.NUMBER,
    ) -> LineColumn:
        costs = self.context.analysis.costs
        return LineColumn(
            Column(header=header, form=form, formula=formula, width=_width(form)),
            lambda index: blank if index is None else value(costs[index]),
        )

    def ids(self) -> list[LineColumn]:
        """Return the ids read back from labels."""
        fields = {
            "Program": "program_id",
            "School": "school_id",
            **{f"Goal {slot}": f"goal_{slot}" for slot in SLOTS},
            **{f"Source {slot}": f"source_{slot}" for slot in SLOTS},
            "Successor": "successor",
        }
        return [
            self._line(f"{header} id", id_formula(header), _getter(name), "")
            for header, name in fields.items()
        ]

    def reach(self, noun: str) -> list[LineColumn]:
        """Return the cumulated shares of goals or sources."""
        slots = goal_slots if noun == "Goal" else source_slots
        share = [this(f"{noun} share {slot}") for slot in SLOTS]
        formulas = [
            f'=IF({share[0]}="",ROUND(1-{share[1]}-{share[2]},6),{share[0]})',
            f"=ROUND({this(f'{noun} reach 1')}+{share[1]},6)",
            f"=ROUND({this(f'{noun} reach 2')}+{share[2]},6)",
        ]

        def reached(slot: int) -> Callable[[LineItem], Cell]:
            return lambda line: list(accumulate(part.share for part in slots(line)))[slot - 1]

        return [
            self._line(f"{noun} reach {slot}", formulas[slot - 1], reached(slot), 1, Form.SHARE)
            for slot in SLOTS
        ]

    def basis(self) -> list[LineColumn]:
        """Return what a line costs before years: units, unit cost, base, timing."""
        kind, price = this("Cost type"), this("Unit price")
        first, last = this("First fiscal year"), this("Last fiscal year")
        purchase, staff = _is(kind, CostType.PURCHASE), _is(kind, CostType.STAFF)
        service, contract = _is(kind, CostType.ONE_TIME_SERVICE), _is(kind, CostType.CONTRACT)
        need, asked = this("Need"), f"({this('Status')}<>{text(LineStatus.LAPSED)})"
        refreshed = f'({this("Refresh")}="yes")'
        lasting, starting = _is(need, Need.RECURRING), _is(need, Need.STARTS)
        planned = "+".join(_is(this("Status"), status) for status in PLANNED)
        growth = f'IF({this("Escalation class")}="","general",{this("Escalation class")})'
        left = f"({this('Last bought')}+{this('Life')}-1-LastYear)"
        return [
            self._cost(
                "Units",
                f"=IF({purchase},ROUNDUP(ROUND({this('Quantity')}*(1+{this('Spare share')}),6),0),"
                f"{this('Quantity')})",
                lambda cost: cost.units,
            ),
            self._cost(
                "Unit cost",
                f"={contract}+(1-{contract})*({price}*(1+{staff}*{this('Benefit rate')})"
                f"+{purchase}*{this('Unit setup')}+{staff}*{this('Flat benefit')})",
                lambda cost: cost.unit_cost,
                form=Form.CENTS,
            ),
            self._cost(
                "Base cost",
                f"={asked}*IF({contract},1,{this('Units')}*{this('Unit cost')})",
                lambda cost: cost.base,
                form=Form.CENTS,
            ),
            self._cost(
                "Growth",
                f"=SUMIFS({whole('Value', 'Assumptions')},{whole('Key', 'Assumptions')},"
                f'"escalation_"&{growth})',
                lambda cost: cost.growth,
                self._general_growth(),
                Form.RATE,
            ),
            self._cost(
                "Ends",
                f'=IF({last}="",LastYear,{last})',
                lambda cost: cost.ends,
                self.context.years[-1],
                Form.YEAR,
            ),
            self._cost(
                "Life", f"=MAX(1,{this('Service life')})", lambda cost: cost.life, 1, Form.WHOLE
            ),
            self._cost(
                "Interval",
                f"=MAX(1,{purchase}*{refreshed}*{this('Life')},"
                f"({purchase}*(1-{refreshed})+{service})*Once)",
                lambda cost: cost.interval,
                1,
                Form.WHOLE,
            ),
            self._cost(
                "Recurring from",
                f"={lasting}*{first}+{starting}*({first}+1)"
                f"+(1-{lasting})*(1-{starting})*(LastYear+1)",
                lambda cost: cost.recurring_from,
                self.context.years[-1] + 1,
                Form.YEAR,
            ),
            self._cost(
                "Charge",
                f"={asked}*{this('Units')}*({this('Unit cost')}-{price}*{this('Residual share')})"
                f"/{this('Life')}",
                _charge,
                form=Form.CENTS,
            ),
            self._cost(
                "Last bought",
                f"=MIN({this('Ends')},LastYear)"
                f"-MOD(MIN({this('Ends')},LastYear)-{first},{this('Interval')})",
                self._last_bought,
                self.context.years[-1],
                Form.YEAR,
            ),
            self._cost(
                "Horizon factor",
                f"=IF({purchase}*({first}>0)*({this('Unit cost')}<>0)"
                f"*({this('Last bought')}>=MAX(BaseYear,{first}))*({left}>0)"
                f'*(({last}="")+({last}>LastYear)>0),'
                f"{price}/{this('Unit cost')}*({this('Residual share')}"
                f"+(1-{this('Residual share')})*{left}/{this('Life')})"
                f"*(1+{this('Growth')})^({this('Last bought')}-BaseYear),0)",
                lambda cost: cost.horizon_factor,
                form=Form.FACTOR,
            ),
            self._cost(
                "At start",
                f"={purchase}+{service}",
                lambda cost: int(cost.at_start),
                form=Form.WHOLE,
            ),
            self._cost(
                "Planned",
                f'=({planned})*({this("Goal 1")}<>"")',
                lambda cost: int(cost.planned),
                form=Form.WHOLE,
            ),
            self._line(
                "Tags",
                f'=IFERROR(";"&INDEX({whole("Tags", "Programs")},'
                f'MATCH({this("Program id")},{whole("Program", "Programs")},0))&";",";;")',
                self._tags,
                ";;",
            ),
        ]

    def funding(self) -> list[LineColumn]:
        """Return until when the line's sources pay, and from when its successor."""
        columns = [
            self._line(
                f"Source {slot} ends",
                f"=SUMIFS({whole('Ends', 'Funding')},{whole('Source', 'Funding')},"
                f"{this(f'Source {slot} id')})",
                self._source_ends(f"source_{slot}"),
                0,
                Form.YEAR,
            )
            for slot in SLOTS
        ]
        match = f"MATCH({this('Successor id')},{whole('Source', 'Funding')},0)"
        allowed = f"INDEX({whole('Allowed areas', 'Funding')},{match})"
        area = this("Area")
        return [
            *columns,
            self._line(
                "Successor from",
                f"=SUMIFS({whole('First fiscal year', 'Funding')},{whole('Source', 'Funding')},"
                f"{this('Successor id')})",
                self._successor_from,
                0,
                Form.YEAR,
            ),
            self._line(
                "Successor ends",
                f"=SUMIFS({whole('Ends', 'Funding')},{whole('Source', 'Funding')},"
                f"{this('Successor id')})",
                self._source_ends("successor"),
                0,
                Form.YEAR,
            ),
            self._line(
                "Successor allowed",
                f'=IFERROR(({allowed}="")+ISNUMBER(SEARCH({area},{allowed}))'
                f'*({area}<>"")>0,FALSE)*1',
                self._successor_allowed,
                0,
                Form.WHOLE,
            ),
        ]

    def yearly(self) -> list[LineColumn]:
        """Return the columns of each year: who pays, factor, cash, ownership."""
        made: list[LineColumn] = []
        for maker in (self._factor, self._year, self._ownership):
            made += [maker(k) for k in self.context.numbers]
        for slot in SLOTS:
            made += [self._payer(slot, k) for k in self.context.numbers]
        return made

    def _factor(self, k: int) -> LineColumn:
        year, first = label_of(TABLE, year_header(k), fixed=True), this("First fiscal year")
        return self._cost(
            f"Factor {k}",
            f"=IF({_is(this('Cost type'), CostType.CONTRACT)},{this(f'Payment {k}')},"
            f"({first}>0)*({year}>={first})*({year}<={this('Ends')})"
            f"*(MOD({year}-{first},{this('Interval')})=0)"
            f"*(1+{this('Growth')})^({year}-BaseYear))",
            lambda cost: cost.factors[k - 1],
            form=Form.FACTOR,
        )

    def _year(self, k: int) -> LineColumn:
        return self._cost(
            year_header(k),
            f"=ROUND({this('Base cost')}*{this(f'Factor {k}')},2)",
            lambda cost: cost.years[k - 1],
            form=Form.DOLLARS,
        )

    def _ownership(self, k: int) -> LineColumn:
        year, first = label_of(TABLE, year_header(k), fixed=True), this("First fiscal year")
        age, life = f"MOD({year}-{first},{this('Interval')})", this("Life")
        serves = f"({first}>0)*({year}>={first})*({year}<={this('Ends')})*({age}<{life})"
        return self._cost(
            f"Ownership {k}",
            f"=IF({_is(this('Cost type'), CostType.PURCHASE)},"
            f"ROUND({this('Charge')}*{serves}*(1+{this('Growth')})^({year}-BaseYear-{age})"
            f"*IF({this('Last fiscal year')}={year},{life}-{age},1),2),{this(year_header(k))})",
            lambda cost: cost.ownership[k - 1],
            form=Form.DOLLARS,
        )

    def _payer(self, slot: int, k: int) -> LineColumn:
        year = label_of(TABLE, year_header(k), fixed=True)
        ends = self._source_ends(f"source_{slot}")
        fiscal_year = self.context.years[k - 1]
        name = f"source_{slot}"
        return self._line(
            f"Payer {slot} of year {k}",
            f"=IF({year}<={this(f'Source {slot} ends')},{this(f'Source {slot} id')},"
            f'IF({this(f"Source {slot} ends")}=0,"",{this("Successor id")}))',
            lambda line: (
                getattr(line, name)
                if fiscal_year <= ends(line)
                else (line.successor if ends(line) else "")
            ),
            "",
        )

    def _general_growth(self) -> Decimal:
        return self.context.values.get("escalation_general", Decimal(0))

    def _last_bought(self, cost: LineCost) -> Cell:
        last = min(cost.ends, self.context.years[-1])
        return last - (last - (cost.line.first_fiscal_year or 0)) % cost.interval

    def _tags(self, line: LineItem) -> Cell:
        program = self.context.programs.get(line.program_id)
        return f";{';'.join(program.tags)};" if program else ";;"

    def _source_ends(self, name: str) -> Callable[[LineItem], int]:
        start = self.context.budget.district.fiscal_year_start_month
        ends = {
            source.source_id: last_paying_year(source, start) or NO_END
            for source in self.context.budget.sources
        }
        return lambda line: ends.get(getattr(line, name), 0)

    def _successor_from(self, line: LineItem) -> Cell:
        source = self.context.sources.get(line.successor)
        return (source.first_fiscal_year or 0) if source else 0

    def _successor_allowed(self, line: LineItem) -> Cell:
        source = self.context.sources.get(line.successor)
        return int(bool(source and (not source.allowed_areas or line.area in source.allowed_areas)))


def _charge(cost: LineCost) -> Cell:
    if not cost.asked:
        return 0
    line = cost.line
    net = cost.unit_cost - (line.unit_price or 0) * (line.residual_share or 0)
    return cost.units * net / cost.life


def _is(cell: str, word: str) -> str:
    return f"({cell}={text(word)})"


def _getter(name: str) -> Callable[[LineItem], Cell]:
    return lambda line: str(getattr(line, name))


def _width(form: Form) -> float:
    return 16 if form is Form.TEXT else 11.5
