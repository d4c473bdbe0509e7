"""A comparison of two budgets as JSON with stable keys, for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from xlbudget.analysis.breakdown import Amounts
from xlbudget.analysis.comparison import Comparison, LineChange
from xlbudget.analysis.figure_changes import FigureChange
from xlbudget.analysis.headline_changes import HeadlineChange
from xlbudget.analysis.record_changes import FieldChange, RecordChange
from xlbudget.model.table import text_of


def comparison_json(comparison: Comparison, old: str, new: str) -> Mapping[str, object]:
    """Return a comparison: amounts are numbers by fiscal year, the values of fields are text."""
    return {
        "old": old,
        "new": new,
        "same": comparison.is_empty,
        "years": list(comparison.years),
        "old_years": list(comparison.old_years),
        "new_years": list(comparison.new_years),
        "same_lines": comparison.same_lines,
        "lines": [_line(line, comparison) for line in comparison.lines],
        "records": [{"table": noun, **_record(change)} for noun, change in comparison.records],
        "headlines": [_headline(one) for one in comparison.changed_headlines],
        "figures": {
            group.name: [_figure(row, comparison) for row in group.changed]
            for group in comparison.groups
        },
    }


def _line(line: LineChange, comparison: Comparison) -> Mapping[str, object]:
    return {
        **_record(line.record),
        "effect": _by_year(line.effect, comparison),
        "total": float(line.total),
    }


def _record(record: RecordChange) -> Mapping[str, object]:
    return {
        "id": record.record_id,
        "label": record.label,
        "change": record.change.value,
        "fields": [_field(field) for field in record.fields],
    }


def _field(field: FieldChange) -> Mapping[str, object]:
    return {"field": field.name, "old": text_of(field.old), "new": text_of(field.new)}


def _headline(one: HeadlineChange) -> Mapping[str, object]:
    return {
        "key": one.key,
        "label": one.label,
        "old": _number(one.old),
        "new": _number(one.new),
        "change": _number(one.change),
    }


def _figure(row: FigureChange, comparison: Comparison) -> Mapping[str, object]:
    return {
        "key": row.key,
        "label": row.label,
        "old": _by_year(row.old, comparison),
        "new": _by_year(row.new, comparison),
        "change": _by_year(row.change, comparison),
    }


def _by_year(amounts: Amounts, comparison: Comparison) -> Mapping[str, float]:
    pairs = zip(comparison.years, amounts, strict=True)
    return {str(year): float(amount) for year, amount in pairs}


def _number(value: Decimal | int | None) -> float | int | None:
    return float(value) if isinstance(value, Decimal) else value
