"""Blocks that break the lines of the plan down: by a word they carry, or by a record they name.

Each block ends with a row for the lines whose word or record is blank or unknown, and with the
total of all lines, so that nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from xlbudget.analysis.breakdown import Amounts, sum_by_year
from xlbudget.analysis.headings import NO_WORD
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.labels import LABEL, LABELED
from xlbudget.sheets.live_rows import cents, nth, places, text_at, total
from xlbudget.sheets.plan import Calculated, Cell, Emphasis, Form, Table, ref, text, whole
from xlbudget.sheets.timeline import TOTAL, YearRow, timeline
from xlbudget.sheets.words import percent

REST, ALL = NO_WORD, "total"
PRIOR, PRIOR_COLUMN = "Prior year", "Prior amount"
LABEL_HEADERS = {"Area": "Area", "Category": "Category", "Cost type": "Type", "Need": "Need"}
NOTHING = "No line costs anything yet"


@dataclass(frozen=True, slots=True)
class Split:
    """What is broken down: a column of Line items for each year, and its sums by key."""

    column: Callable[[int], str]  # header of the column of year k
    years: Mapping[str, Amounts]  # what analysis computed, by key
    prior: Mapping[str, Decimal] | None = None  # amounts before the plan, by key


def by_word(
    context: Context,
    split: Split,
    *,
    name: str,
    heading: str,
    field: str,
    words: Iterable[str],
    below: Sequence[YearRow] = (),
    says: str = "",
) -> Table:
    """Return the lines broken down by a word that they carry.

    Args:
        context: The facts that builders share.
        split: What is broken down.
        name: Name of the Excel table; its rows are the words, ``not said`` and ``total``.
        heading: Heading above the block.
        field: Column of Line items that holds the word.
        words: The words, in order.
        below: Rows below the total, in no total.
        says: One sentence below the heading.

    """
    listed = [str(word) for word in words]

    def of(column: str, word: str) -> str:
        return cents(f"SUMIFS({whole(column)},{whole(field)},{text(word)})")

    def row(word: str) -> YearRow:
        return YearRow(
            key=word,
            label=word.capitalize(),
            beside=_prior_cell(split, of(PRIOR_COLUMN, word), (word,)),
            formula=lambda k: "=" + of(split.column(k), word),
            values=split.years[word],
        )

    return timeline(
        context,
        name=name,
        heading=heading,
        says=says,
        rows=(
            *(row(word) for word in listed),
            *_last_rows(context, split, name, listed, _Rest(NO_WORD.capitalize(), listed)),
            *below,
        ),
        beside="Unit" if split.prior is None else PRIOR,
        beside_form=Form.TEXT if split.prior is None else Form.DOLLARS,
        label=LABEL_HEADERS[field],
    )


def by_record(
    context: Context, split: Split, *, name: str, heading: str, kind: str, rest: str
) -> Table:
    """Return the lines broken down by a record that they name; rows are its places, from 1.

    Args:
        context: The facts that builders share.
        split: What is broken down.
        name: Name of the Excel table; its rows are places, ``not said`` and ``total``.
        heading: Heading above the block.
        kind: Kind of record, as ``LABELED`` names it.
        rest: Label of the lines that name no record, or an unknown one.

    """
    facts = LABELED[kind]
    id_header = f"{facts.id_header} id"
    ids = [getattr(record, facts.id_field) for record in getattr(context.budget, facts.records)]
    zeros = (Decimal(0),) * len(context.years)

    def row(place: int, key: str | None) -> YearRow:
        cell = ref(name, str(place), id_header, fixed=True)
        own = f"({whole(id_header)}={cell})"
        label = context.labels[kind][key] if key else ""
        return YearRow(
            key=str(place),
            label=Calculated(text_at(facts.table, LABEL, place), label),
            beside=Calculated(text_at(facts.table, facts.id_header, place), key or ""),
            formula=lambda k: (
                f'=IF({cell}="",0,{cents(f"SUMPRODUCT({own}*{whole(split.column(k))})")})'
            ),
            values=split.years[key] if key else zeros,
            emphasis=Emphasis.NONE if key else Emphasis.NOTE,
        )

    rows = [row(place, key) for place, key in places(context, facts.table, ids)]
    keys = [item.key for item in rows]
    return timeline(
        context,
        name=name,
        heading=heading,
        rows=(*rows, *_last_rows(context, split, name, keys, _Rest(rest, ids, None))),
        beside=id_header,
        label=facts.id_header,
    )


def nth_number(table: str, column: str, place: int) -> str:
    """Return the formula text of a number at a place; 0 for a blank or a missing row."""
    return f"IFERROR(0+{nth(table, column, place)},0)"


def largest_in_words(name: str, label: str, sums: Mapping[str, Decimal], noun: str) -> Calculated:
    """Return which row of a block is the largest over the plan, and its share, in words.

    Args:
        name: Name of the block.
        label: Header of its first column.
        sums: Dollars over the plan by row key, in order of the rows; the total left out.
        noun: What the whole is: ``cost``.

    """
    first, *_, last = sums
    span, everything = ref(name, f"{first}..{last}", TOTAL), ref(name, ALL, TOTAL)
    labels, most = ref(name, f"{first}..{last}", label), f"MAX({span})"
    sentence = (
        f'INDEX({labels},MATCH({most},{span},0))&" is the largest area: "'
        f'&ROUND(100*{most}/{everything},0)&" % of {noun} over the plan"'
    )
    formula = f'=IF({everything}<=0,"{NOTHING}",{sentence})'
    whole_sum = total(list(sums.values()))
    if whole_sum <= 0:
        return Calculated(formula, NOTHING)
    key = max(sums, key=lambda item: sums[item])  # the first of equals, as MATCH finds it
    share = percent(sums[key] / whole_sum)
    said = f"{key.capitalize()} is the largest area: {share} of {noun} over the plan"
    return Calculated(formula, said)


@dataclass(frozen=True, slots=True)
class _Rest:
    """The lines under no row of a block: how they are called, and the keys that have a row."""

    label: str
    known: Sequence[str]
    unit: str | None = "$"

    def of(self, amounts: Mapping[str, Amounts], years: int) -> Amounts:
        return sum_by_year((row for key, row in amounts.items() if key not in self.known), years)


def _last_rows(
    context: Context, split: Split, name: str, keys: Sequence[str], rest: _Rest
) -> tuple[YearRow, YearRow]:
    """Return the row of the lines under none of the keys, and the total of all lines."""
    count = len(context.years)

    def left(header: str) -> str:
        named = f"-SUM({ref(name, f'{keys[0]}..{keys[-1]}', header)})" if keys else ""
        return cents(ref(name, ALL, header) + named)

    prior = split.prior or {}
    others = [key for key in prior if key not in rest.known]
    return (
        YearRow(
            key=REST,
            label=rest.label,
            beside=_prior_cell(split, left(PRIOR), others, rest.unit),
            formula=lambda k: "=" + left(year_header(k)),
            values=rest.of(split.years, count),
        ),
        YearRow(
            key=ALL,
            label="Total",
            beside=_prior_cell(split, cents(f"SUM({whole(PRIOR_COLUMN)})"), list(prior), rest.unit),
            formula=lambda k: "=" + cents(f"SUM({whole(split.column(k))})"),
            values=sum_by_year(chain(split.years.values()), count),
            emphasis=Emphasis.TOTAL,
        ),
    )


def _prior_cell(split: Split, formula: str, keys: Sequence[str], unit: str | None = "$") -> Cell:
    if split.prior is None:
        return unit
    return Calculated("=" + formula, total([split.prior[key] for key in keys]))
