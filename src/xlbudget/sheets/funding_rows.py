"""The rows of a view of Funding plan: what is paid, what must recur, what rests on grants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xlbudget.analysis import FundingPlan, FundingView
from xlbudget.model.choices import ERATE, Stream
from xlbudget.sheets.context import year_header
from xlbudget.sheets.plan import Emphasis, Form, label_of, ref, text, whole
from xlbudget.sheets.timeline import Figure, YearRow

STREAMS = {
    "recurring": Stream.RECURRING,
    "renewable": Stream.RENEWABLE,
    "one_time": Stream.ONE_TIME,
}

Formula = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class View:
    """A view of who pays: the name of its table, the statuses that count, its figures."""

    name: str
    statuses: Sequence[str]
    figures: FundingView

    def cell(self, key: str, k: int) -> str:
        """Return the cell of a row in year k."""
        return ref(self.name, key, year_header(k))

    def paid(self, column: str, field: str, words: Sequence[str]) -> Formula:
        """Return the sum of a column of Funding by year, where a field is one of some words."""
        terms = [
            f"{whole('Status', 'Funding')},{text(status)},{whole(field, 'Funding')},{text(word)})"
            for status in self.statuses
            for word in words
        ]
        return lambda k: (
            "=" + "+".join(f"SUMIFS({whole(f'{column} {k}', 'Funding')},{term}" for term in terms)
        )

    def less(self, key: str, taken: str) -> Formula:
        """Return a row less another, by year."""
        return _rounded(lambda k: f"{self.cell(key, k)}-{self.cell(taken, k)}")


def funding_rows(plan: FundingPlan, view: View) -> list[YearRow]:
    """Return the rows of a view in reading order."""
    return [
        *_paid(plan, view),
        *_need(plan, view),
        *_lost(plan, view),
        *_shares(view),
        *_erate(view),
    ]


def _paid(plan: FundingPlan, view: View) -> list[YearRow]:
    figures = view.figures
    cost = _rounded(lambda k: f"SUM({whole(year_header(k))})")
    paid = _rounded(lambda k: "+".join(view.cell(key, k) for key in STREAMS))
    return [
        _dollars("cost", "Total cost", cost, plan.cost, Emphasis.TOTAL),
        _by_stream(view, "recurring", figures.recurring),
        _by_stream(view, "renewable", figures.renewable),
        _by_stream(view, "one_time", figures.one_time),
        _dollars("paid", "Paid", paid, figures.paid, Emphasis.TOTAL),
        _dollars("unfunded", "Unfunded", view.less("cost", "paid"), figures.unfunded),
    ]


def _need(plan: FundingPlan, view: View) -> list[YearRow]:
    figures = view.figures
    recurring = whole("Recurring from")
    need = _rounded(
        lambda k: (
            f"SUMPRODUCT(({recurring}<={label_of(view.name, year_header(k))})"
            f"*{whole(year_header(k))})"
        )
    )
    lasting = view.paid("Paid recurring", "Stream", (Stream.RECURRING, Stream.RENEWABLE))
    exposed = view.paid("Paid recurring", "Stream", (Stream.ONE_TIME,))
    met, at_risk = "Met by recurring and renewable money", "Exposed: met by one-time money"
    return [
        _dollars("need", "Recurring need", need, plan.recurring_need, Emphasis.TOTAL),
        _dollars("lasting", met, lasting, figures.stable_recurring),
        _dollars("gap", "Structural gap", view.less("need", "lasting"), figures.structural_gap),
        _dollars("exposed", at_risk, exposed, figures.exposed),
    ]


def _lost(plan: FundingPlan, view: View) -> list[YearRow]:
    lost = _rounded(lambda k: f"SUM({whole(f'Lost {k}')})")
    return [
        _dollars("lost", "Lost: its source has ended", lost, plan.lost),
        YearRow(
            key="has_lost",
            label="Recurring need has lost a source (1 = yes)",
            beside="0 or 1",
            formula=lambda k: f"=({view.cell('lost', k)}>0)*1",
            values=[int(amount > 0) for amount in plan.lost],
            form=Form.WHOLE,
            total=False,
        ),
    ]


def _shares(view: View) -> list[YearRow]:
    exposed, one_time, reliance = (
        "Exposed, share of recurring need",
        "One-time money, share of what is paid",
        "Grant reliance: renewable and one-time",
    )
    figures, grants = view.figures, ("renewable", "one_time")
    return [
        _share(view, "exposed_share", exposed, (("exposed",), "need"), figures.exposed_share),
        _share(view, "one_time_share", one_time, (("one_time",), "paid"), figures.one_time_share),
        _share(view, "reliance", reliance, (grants, "paid"), figures.grant_reliance),
    ]


def _erate(view: View) -> list[YearRow]:
    figures = view.figures
    return [
        _dollars("erate", "E-rate", view.paid("Paid", "Kind", ERATE), figures.erate),
        _dollars("net", "Cost net of E-rate", view.less("cost", "erate"), figures.net),
    ]


def _by_stream(view: View, key: str, values: Sequence[Figure]) -> YearRow:
    stream = STREAMS[key]
    formula = view.paid("Paid", "Stream", (stream,))
    return _dollars(key, f"Paid by {stream} sources", formula, values)


def _dollars(
    key: str,
    label: str,
    formula: Formula,
    values: Sequence[Figure],
    emphasis: Emphasis = Emphasis.NONE,
) -> YearRow:
    return YearRow(
        key=key, label=label, beside="$", formula=formula, values=values, emphasis=emphasis
    )


def _share(
    view: View,
    key: str,
    label: str,
    parts: tuple[Sequence[str], str],
    values: Sequence[Figure | None],
) -> YearRow:
    """Return a row of the share that some rows have in another one: "none" when that is 0."""
    top, bottom = parts

    def formula(k: int) -> str:
        below = view.cell(bottom, k)
        return f'=IF({below}=0,"none",({"+".join(view.cell(row, k) for row in top)})/{below})'

    return YearRow(
        key=key,
        label=label,
        beside="share",
        formula=formula,
        values=values,
        form=Form.SHARE,
        total=False,
    )


def _rounded(formula: Formula) -> Formula:
    return lambda k: f"=ROUND({formula(k)},2)"
