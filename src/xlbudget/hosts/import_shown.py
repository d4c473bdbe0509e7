"""What an import makes of a file, for people and for programs: preview, counts, control totals."""

from __future__ import annotations

from collections.abc import Mapping as Facts
from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console

from xlbudget.hosts.as_json import findings_json
from xlbudget.hosts.import_write import Target
from xlbudget.hosts.shown import put_findings
from xlbudget.hosts.terminal import put, put_table
from xlbudget.model.control_total import ControlTotal
from xlbudget.model.finding import Finding
from xlbudget.model.mapped import Mapped
from xlbudget.model.mapping import Mapping
from xlbudget.model.table import table_rows

PREVIEW = 5


def put_import(
    console: Console, mapping: Mapping, mapped: Mapped, findings: Sequence[Finding]
) -> None:
    """Print the first records as they will be, the counts, the control totals, the findings."""
    if mapped.records:
        _preview(console, mapping, mapped)
    put(console, _counts(mapping, mapped))
    put(console)
    _totals(console, mapped.totals)
    if findings:
        put_findings(console, findings)


def import_json(
    mapping: Mapping | None,
    mapped: Mapped,
    target: Target | None,
    findings: Sequence[Finding],
    *,
    is_written: bool,
) -> Facts[str, object]:
    """Return what an import makes of a file; amounts are text, so that every cent is kept."""
    header, *rows = table_rows(mapping.table, mapped.records, ()) if mapping else [[]]
    return {
        "path": str(target.path) if target else None,
        "written": is_written,
        "added": target.merged.added if target else 0,
        "replaced": list(target.merged.there) if target else [],
        "rows": list(mapped.rows),
        "left_out": list(mapped.left_out),
        "not_mapped": list(mapped.not_mapped),
        "records": [
            {name: text for name, text in zip(header, row, strict=True) if text} for row in rows
        ],
        "control_totals": [_total(total) for total in mapped.totals],
        "findings": findings_json(findings),
    }


def _total(total: ControlTotal) -> Facts[str, object]:
    return {
        "column": total.column,
        "field": total.field,
        "in_file": f"{total.in_file:f}",
        "left_out": f"{total.left_out:f}",
        "not_mapped": f"{total.not_mapped:f}",
        "imported": f"{total.imported:f}",
        "missing": f"{total.missing:f}",
    }


def _preview(console: Console, mapping: Mapping, mapped: Mapped) -> None:
    header, *rows = table_rows(mapping.table, mapped.records[:PREVIEW], ())
    filled = [place for place in range(len(header)) if any(row[place] for row in rows)]
    names = ["Row", *(header[place] for place in filled)]
    cells = [
        [str(number), *(row[place] for place in filled)]
        for number, row in zip(mapped.rows, rows, strict=False)
    ]
    title = f"{mapping.table.file}: the first {len(cells)} of {len(mapped.records)} as they will be"
    put_table(console, title, names, cells, numbers=[name == "Row" for name in names])


def _counts(mapping: Mapping, mapped: Mapped) -> str:
    every = len(mapped.rows) + len(mapped.left_out) + len(mapped.not_mapped)
    return (
        f"Rows below row {mapping.header_row}: {every}. Records: {len(mapped.rows)}. "
        f"Left out: {len(mapped.left_out)}. Did not map: {len(mapped.not_mapped)}."
    )


def _totals(console: Console, totals: Sequence[ControlTotal]) -> None:
    rows = [
        (
            total.column,
            total.field,
            *map(_amount, (total.in_file, total.left_out, total.not_mapped, total.imported)),
            "yes" if not total.missing else f"no: {_amount(total.missing)} differs",
        )
        for total in totals
    ]
    if rows:
        headers = ("Column", "Field", "In file", "Left out", "Did not map", "Imported", "Ties")
        numbers = (False, False, True, True, True, True, False)
        put_table(console, "Control totals", headers, rows, numbers=numbers)


def _amount(value: Decimal) -> str:
    return f"{value:,f}"
