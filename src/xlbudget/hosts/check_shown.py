"""What a check found, as a person reads it: tables by severity, and a line for each of many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from xlbudget.hosts.checked import Checked, Kind
from xlbudget.hosts.terminal import put, put_table
from xlbudget.model.finding import Finding, Severity
from xlbudget.model.rules import RULES
from xlbudget.workbook.lint import LINT_RULES
from xlbudget.workbook.lint.suppress import counts_in_words
from xlbudget.workbook.lint.suppression import Suppression

_TITLES = {
    Severity.FATAL: "Fatal: to be mended",
    Severity.WARNING: "Warnings: to be corrected or explained",
    Severity.INFORMATION: "Remarks: good to know",
}
_SAYS = {rule.code: rule.wants for rule in LINT_RULES} | {
    rule.code: rule.says.rstrip(".") for rule in RULES
}
_MOST_REMEDIES = 3


def put_checked(console: Console, checked: Checked) -> None:
    """Print what was found in one: a table for each severity, and of each rule what to do."""
    if checked.refusal:
        put(console, f"Not read: {checked.refusal}")
        return
    judged = checked.judged
    for severity, title in _TITLES.items():
        chosen = [one for one in judged.findings if one.severity is severity]
        if chosen:
            _put_group(console, f"{title} ({len(chosen)})", chosen, checked.path)
    for finding, why in judged.suppressed:
        put(console, f"Explained: {finding.code}, {_where(finding)}: {_told(why)}")
    for unused in judged.unused:
        put(console, f"Explains nothing that is found: {unused.code}: {_told(unused)}")
    put(console, f"Findings: {judged.in_words}.")


def put_head(console: Console, checked: Checked) -> None:
    """Print what is checked: its name, what it is, and as what it is judged."""
    profile = f", judged as {checked.profile}" if checked.profile else ""
    put(console, f"{checked.name} ({checked.kind}{profile})", accent=True)
    put(console)


def put_all(console: Console, results: Sequence[Checked]) -> None:
    """Print a line for each of many, and all together in words."""
    headers = ("File", "What it is", "Fatal", "Warnings", "Remarks", "Explained")
    numbers = (False, False, True, True, True, True)
    rows = [(one.name, one.kind.value, *_counts(one)) for one in results]
    put_table(console, f"Checked ({len(results)})", headers, rows, numbers=numbers)
    put(console, f"{total_in_words(results)}.")


def total_in_words(results: Sequence[Checked]) -> str:
    """Return what came of many together: ``3 files, 1 of them not read: 0 fatal; ...``."""
    lost = sum(one.kind is Kind.NOT_READ for one in results)
    remaining = [found.severity for one in results for found in one.judged.findings]
    explained = [found.severity for one in results for found, _ in one.judged.suppressed]
    not_read = f", {lost} of them not read" if lost else ""
    return f"{len(results)} files{not_read}: {counts_in_words(remaining, explained)}"


def _counts(checked: Checked) -> tuple[str, ...]:
    if checked.refusal:
        return ("-", "-", "-", "-")
    seen = [finding.severity for finding in checked.judged.findings]
    explained = len(checked.judged.suppressed)
    return (*(f"{seen.count(severity):,}" for severity in Severity), f"{explained:,}")


def _put_group(console: Console, title: str, findings: Sequence[Finding], path: Path) -> None:
    columns: dict[str, list[str]] = {
        "Rule": [one.code for one in findings],
        "File": [one.place.file if one.place.file != path.name else "" for one in findings],
        "Sheet": [one.place.sheet for one in findings],
        "Cell": [one.place.cell for one in findings],
        "Row": ["" if one.place.cell else str(one.place.row or "") for one in findings],
        "Column": ["" if one.place.cell else one.place.column for one in findings],
        "Record": [one.place.record for one in findings],
        "Seen": [one.saw for one in findings],
    }
    kept = {header: cells for header, cells in columns.items() if any(cells)}
    rows = list(zip(*kept.values(), strict=True))
    put_table(console, title, tuple(kept), rows, numbers=[False] * len(kept))
    for code in dict.fromkeys(one.code for one in findings):
        _put_rule(console, [one for one in findings if one.code == code])
    put(console)


def _put_rule(console: Console, findings: Sequence[Finding]) -> None:
    """Print what the rule of some findings wants, and each thing to do once."""
    code = findings[0].code
    says = [_SAYS[code]] if code in _SAYS else list(dict.fromkeys(one.wants for one in findings))
    put(console, f"  {code}: {'; '.join(says[:_MOST_REMEDIES])}.")
    fixes = list(dict.fromkeys(one.fix for one in findings))
    for fix in fixes[:_MOST_REMEDIES]:
        put(console, f"    To do: {fix}.")
    if len(fixes) > _MOST_REMEDIES:
        put(console, f"    {len(fixes) - _MOST_REMEDIES:,} more ways; --json tells each.")


def _where(finding: Finding) -> str:
    place = finding.place
    row = f"row {place.row}" if place.row else ""
    parts = (place.sheet or place.file, place.cell or row, place.record)
    return ", ".join(part for part in parts if part)


def _told(why: Suppression) -> str:
    return f"{why.reason} ({why.by}, {why.date}; {why.kept_in})"
