"""The command that judges a workbook: findings in groups, as JSON, or as SARIF."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console

from xlbudget.hosts.as_json import findings_json, put_json
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.terminal import next_step, put, put_table, shown_path, stdout, working
from xlbudget.model.finding import Finding, Severity, in_words, worst
from xlbudget.workbook.lint import Profile, lint
from xlbudget.workbook.lint.sarif import sarif
from xlbudget.workbook.lint.suppress import ENDING, Judged, judged, suppressions_beside

_TITLES = {
    Severity.FATAL: "Fatal: to be mended",
    Severity.WARNING: "Warnings: to be corrected or explained",
    Severity.INFORMATION: "Remarks: good to know",
}
_HEADERS = ("Rule", "Sheet", "Cell", "Seen")
_WORDS = (False, False, False, False)


def judge(path: Path, profile: Profile | None = None) -> Judged:
    """Return what the rules find in a workbook, parted from what is let stand beside it."""
    suppressions = suppressions_beside(path)
    return judged(lint(path, profile), suppressions)


def show_lint(
    path: Path, profile: Profile | None = None, *, as_json: bool = False, as_sarif: bool = False
) -> None:
    """Show what the rules find in a workbook; exit with 1 when something is to be done."""
    with working(f"Looking through {path.name}"):
        result = judge(path, profile)
    if as_sarif:
        json.dump(sarif(path, result.findings, result.suppressed), sys.stdout, indent=2)
    elif as_json:
        put_json(sys.stdout, {"file": str(path), **_facts(result)})
    else:
        put_judged(stdout(), path, result)
    gravest = worst(result.findings)
    if gravest in (Severity.FATAL, Severity.WARNING):
        beside = shown_path(path.with_name(path.name + ENDING))
        next_step(f"mend what is found, or let it stand with a reason in {beside}.")
        raise typer.Exit(ExitCode.FINDINGS)
    next_step("nothing has to be mended.")


def put_judged(console: Console, path: Path, result: Judged) -> None:
    """Print findings in a table for each severity, then of each rule once what to do."""
    put(console, f"{path.name}", accent=True)
    put(console)
    for severity, title in _TITLES.items():
        chosen = [one for one in result.findings if one.severity is severity]
        if chosen:
            _put_group(console, f"{title} ({len(chosen)})", chosen)
    for finding, why in result.suppressed:
        place = str(finding.place)
        put(console, f"Let stand: {finding.code}, {place}: {why.reason} ({why.by}, {why.date})")
    for unused in result.unused:
        put(console, f"Of no use any more: the suppression of {unused.code}: {unused.reason}")
    count = len(result.suppressed)
    explained = f"; {count} let stand with a reason" if count else ""
    put(console, f"Findings: {in_words(result.findings)}{explained}.")


def _put_group(console: Console, title: str, findings: Sequence[Finding]) -> None:
    rows = [(one.code, one.place.sheet, one.place.cell, one.saw) for one in findings]
    put_table(console, title, _HEADERS, rows, numbers=_WORDS)
    for code in dict.fromkeys(one.code for one in findings):
        first = next(one for one in findings if one.code == code)
        put(console, f"  {code}: {first.wants}.")
        put(console, f"    To do: {first.fix}.")
    put(console)


def _facts(result: Judged) -> dict[str, object]:
    return {
        "findings": findings_json(result.findings),
        "suppressed": [
            {
                "code": finding.code,
                "sheet": finding.place.sheet,
                "cell": finding.place.cell,
                "saw": finding.saw,
                "reason": why.reason,
                "by": why.by,
                "date": why.date,
            }
            for finding, why in result.suppressed
        ],
        "unused": [f"{one.code}: {one.reason}" for one in result.unused],
    }
