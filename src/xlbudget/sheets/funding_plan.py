"""The sheet Funding plan: who pays year by year, the structural gap, and the cliff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from xlbudget.analysis.funding_plan import FundingView
from xlbudget.model.choices import ERATE, SourceStatus, Stream
from xlbudget.sheets.cliff import cliff_facts, cliff_in_words, cliff_lines
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.plan import (
    Calculated,
    Chart,
    Column,
    Emphasis,
    Form,
    Headline,
    Part,
    Role,
    Row,
    Series,
    Sheet,
    Table,
    label_of,
    ref,
    row_range,
    text,
    whole,
)
from xlbudget.sheets.timeline import YearRow, fiscal_years, timeline
from xlbudget.sheets.words import percent, percent_formula

SECURED, EXPECTED, SOURCES = "FundingPlan", "FundingWithExpected", "FundingBySource"


def funding_plan_sheet(context: Context) -> Sheet:
    """Return the sheet Funding plan."""
    plan = context.analysis.funding
    first = year_header(1)
    return Sheet(
        title="Funding plan",
        role=Role.OUTPUT,
        says="Read who pays in each year, which recurring need rests on money that ends, "
        "and what would close the gap.",
        headlines=(
            Headline(
                "Unfunded, year 1 ($)",
                Calculated("=" + ref(SECURED, "unfunded", first), plan.secured.unfunded[0]),
            ),
            Headline(
                "Structural gap, year 1 ($)",
                Calculated("=" + ref(SECURED, "gap", first), plan.secured.structural_gap[0]),
            ),
            Headline(
                "Cliff year",
                Calculated("=" + ref("Cliff", "year", "Value"), plan.cliff_year or "none"),
                Form.YEAR,
            ),
            Headline(
                "Lost in that year ($)",
                Calculated("=" + ref("Cliff", "amount", "Value"), plan.cliff_amount),
            ),
        ),
        judgements=(cliff_in_words(context), funded_in_words(context)),
        tables=(
            cliff_facts(context),
            _view(context, SECURED, "Secured money", plan.secured, (SourceStatus.SECURED,)),
            _view(
                context,
                EXPECTED,
                "With expected money",
                plan.with_expected,
                (SourceStatus.SECURED, SourceStatus.EXPECTED),
            ),
            _sources(context),
            cliff_lines(context),
        ),
        charts=(money_chart(context),),
        charts_first=True,
        landscape=True,
    )


def funded_in_words(context: Context) -> Calculated:
    """Return in one sentence whether secured money pays for every year."""
    first, last = year_header(1), year_header(len(context.years))
    span = row_range(SECURED, "unfunded", first, last)
    short = sum(amount > 0 for amount in context.analysis.funding.secured.unfunded)
    count = f"SUMPRODUCT(--({span}>0))"
    funded = "Secured money pays for every year of the plan"
    formula = (
        f'=IF({count}=0,"{funded}","Secured money falls short in "&{count}&" of "&Horizon&" years")'
    )
    years = len(context.years)
    said = funded if not short else f"Secured money falls short in {short} of {years} years"
    return Calculated(formula, said)


def _view(
    context: Context,
    name: str,
    heading: str,
    view: FundingView,
    statuses: Sequence[str],
) -> Table:
    plan = context.analysis.funding

    def paid(column: str, field: str, words: Sequence[str]) -> str:
        """Return the sum of a column of Funding over statuses and words of another column."""
        terms = [
            f"SUMIFS({whole(column, 'Funding')},{whole('Status', 'Funding')},{text(status)},"
            f"{whole(field, 'Funding')},{text(word)})"
            for status in statuses
            for word in words
        ]
        return "+".join(terms)

    def cell(key: str, k: int) -> str:
        return ref(name, key, year_header(k))

    def share(top: Sequence[str], bottom: str, k: int) -> str:
        whole_ = cell(bottom, k)
        return f'=IF({whole_}=0,"none",({"+".join(cell(key, k) for key in top)})/{whole_})'

    def rounded(formula: str) -> str:
        return f"=ROUND({formula},2)"

    recurring = whole("Recurring from")

    def by_stream(word: str) -> Callable[[int], str]:
        return lambda k: "=" + paid(f"Paid {k}", "Stream", (word,))

    streams = {
        "recurring": (Stream.RECURRING, "Paid by recurring sources", view.recurring),
        "renewable": (Stream.RENEWABLE, "Paid by renewable sources", view.renewable),
        "one_time": (Stream.ONE_TIME, "Paid by one-time sources", view.one_time),
    }
    rows = [
        YearRow(
            key="cost",
            label="Total cost",
            beside="$",
            formula=lambda k: rounded(f"SUM({whole(year_header(k))})"),
            values=plan.cost,
            emphasis=Emphasis.TOTAL,
        ),
        *(
            YearRow(
                key=key,
                label=label,
                beside="$",
                formula=by_stream(word),
                values=values,
            )
            for key, (word, label, values) in streams.items()
        ),
        YearRow(
            key="paid",
            label="Paid",
            beside="$",
            formula=lambda k: rounded("+".join(cell(key, k) for key in streams)),
            values=view.paid,
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="unfunded",
            label="Unfunded",
            beside="$",
            formula=lambda k: rounded(f"{cell('cost', k)}-{cell('paid', k)}"),
            values=view.unfunded,
        ),
        YearRow(
            key="need",
            label="Recurring need",
            beside="$",
            formula=lambda k: rounded(
                f"SUMPRODUCT(({recurring}<={label_of(name, year_header(k))})"
                f"*{whole(year_header(k))})"
            ),
            values=plan.recurring_need,
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="lasting",
            label="Met by recurring and renewable money",
            beside="$",
            formula=lambda k: (
                "=" + paid(f"Paid recurring {k}", "Stream", (Stream.RECURRING, Stream.RENEWABLE))
            ),
            values=view.stable_recurring,
        ),
        YearRow(
            key="gap",
            label="Structural gap",
            beside="$",
            formula=lambda k: rounded(f"{cell('need', k)}-{cell('lasting', k)}"),
            values=view.structural_gap,
        ),
        YearRow(
            key="exposed",
            label="Exposed: met by one-time money",
            beside="$",
            formula=lambda k: "=" + paid(f"Paid recurring {k}", "Stream", (Stream.ONE_TIME,)),
            values=view.exposed,
        ),
        YearRow(
            key="lost",
            label="Lost: its source has ended",
            beside="$",
            formula=lambda k: rounded(f"SUM({whole(f'Lost {k}')})"),
            values=plan.lost,
        ),
        YearRow(
            key="has_lost",
            label="Recurring need has lost a source (1 = yes)",
            beside="0 or 1",
            formula=lambda k: f"=({cell('lost', k)}>0)*1",
            values=[int(amount > 0) for amount in plan.lost],
            form=Form.WHOLE,
            total=False,
        ),
        YearRow(
            key="exposed_share",
            label="Exposed, share of recurring need",
            beside="share",
            formula=lambda k: share(("exposed",), "need", k),
            values=view.exposed_share,
            form=Form.SHARE,
            total=False,
        ),
        YearRow(
            key="one_time_share",
            label="One-time money, share of what is paid",
            beside="share",
            formula=lambda k: share(("one_time",), "paid", k),
            values=view.one_time_share,
            form=Form.SHARE,
            total=False,
        ),
        YearRow(
            key="reliance",
            label="Grant reliance: renewable and one-time",
            beside="share",
            formula=lambda k: share(("renewable", "one_time"), "paid", k),
            values=view.grant_reliance,
            form=Form.SHARE,
            total=False,
        ),
        YearRow(
            key="erate",
            label="E-rate",
            beside="$",
            formula=lambda k: "=" + paid(f"Paid {k}", "Kind", ERATE),
            values=view.erate,
        ),
        YearRow(
            key="net",
            label="Cost net of E-rate",
            beside="$",
            formula=lambda k: rounded(f"{cell('cost', k)}-{cell('erate', k)}"),
            values=view.net,
        ),
    ]
    return timeline(context, name=name, heading=heading, rows=rows, label="Money")


def _sources(context: Context) -> Table:
    sources = context.analysis.funding.sources
    years = [Column(header=year_header(k), form=Form.DOLLARS, width=13) for k in context.numbers]
    rows = []
    for i in range(len(sources) + context.spare_records):
        item = sources[i] if i < len(sources) else None

        def at(column: str, place: int = i + 1) -> str:
            return f"INDEX({whole(column, 'Funding')},{place})"

        paid = [
            Calculated(f"={at(f'Paid {k}')}", item.paid[k - 1] if item else 0)
            for k in context.numbers
        ]
        total = sum(item.paid, Decimal(0)) if item else 0
        span = row_range(SOURCES, str(i), year_header(1), year_header(len(context.years)))
        label = context.labels["FundingSource"][item.source.source_id] if item else ""
        stream = item.source.stream if item else ""
        rows.append(
            Row(
                key=str(i),
                cells=(
                    Calculated(f'={at("Label")}&""', label),
                    Calculated(f'={at("Stream")}&""', stream),
                    *paid,
                    Calculated(f"=SUM({span})", total),
                ),
                emphasis=Emphasis.NONE if item else Emphasis.NOTE,
            )
        )
    return Table(
        name=SOURCES,
        heading="What each source pays",
        columns=(
            Column(header="Source", part=Part.LABEL, form=Form.TEXT, width=38),
            Column(header="Stream", form=Form.TEXT, width=14),
            *years,
            Column(header="Total", form=Form.DOLLARS, width=13),
        ),
        rows=tuple(rows),
        labels=(None, None, *fiscal_years(context), None),
    )


def money_chart(context: Context) -> Chart:
    """Return the chart of who pays in each year."""
    last = len(context.years)
    first_year, last_year = year_header(1), year_header(last)
    place = ref(SECURED, "exposed_share", first_year)
    value = percent(context.analysis.funding.secured.exposed_share[0])
    formula = (
        f'="One-time money meets "&{percent_formula(place)}'
        f'&" of recurring need in FY"&{label_of(SECURED, first_year)}'
    )
    finding = f"One-time money meets {value} of recurring need in FY{context.years[0]}"
    parts = (
        ("Recurring", "recurring", 0),
        ("One-time", "one_time", 1),
        ("Renewable", "renewable", 2),
        ("Unfunded", "unfunded", 5),
    )
    return Chart(
        name="FundingChart",
        kind="stacked columns",
        finding=Calculated(formula, finding),
        categories=label_of(SECURED, f"{first_year}..{last_year}", fixed=True),
        series=(
            *(
                Series(
                    name=name,
                    values=row_range(SECURED, key, first_year, last_year, fixed=True),
                    color=color,
                )
                for name, key, color in parts
            ),
            Series(
                name="Recurring need",
                values=row_range(SECURED, "need", first_year, last_year, fixed=True),
                line=True,
            ),
        ),
        x_title="Fiscal year",
        y_title="Dollars",
        alt=f"Stacked columns by fiscal year of what recurring, one-time and renewable sources pay "
        f"and what is unfunded, with recurring need as a line. The cell above says: {finding}.",
    )
