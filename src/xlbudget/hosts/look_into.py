"""The commands that read and write nothing: analyze, doctor."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import typer

from xlbudget.analysis import analyze
from xlbudget.hosts.as_json import district_json, findings_json, put_json, results_json
from xlbudget.hosts.doctor import examine
from xlbudget.hosts.exits import ExitCode
from xlbudget.hosts.given import read_budget
from xlbudget.hosts.health import put_answers
from xlbudget.hosts.shown import put_analysis, put_findings
from xlbudget.hosts.terminal import next_step, shown_path, stderr, stdout, working
from xlbudget.portfolio.results import results_of


def show_analysis(folder: Path, *, as_json: bool) -> None:
    """Show what the budget of a folder or workbook says; exit with 3 when a finding is fatal."""
    with working(f"Reading {folder}"):
        budget, findings = read_budget(folder)
    facts: dict[str, object] = {"folder": str(folder), "district": None, "years": []}
    if budget is None:
        if as_json:
            put_json(sys.stdout, facts | {"results": {}, "findings": findings_json(findings)})
        put_findings(stderr(), findings)
        next_step("mend what is fatal, then run the same command again.")
        raise typer.Exit(ExitCode.INVALID)
    with working("Working it out"):
        analysis = analyze(budget)
        results = results_of(analysis)
    if as_json:
        facts |= {"district": district_json(budget), "years": list(analysis.years)}
        facts |= {"results": results_json(results.values()), "findings": findings_json(findings)}
        put_json(sys.stdout, facts)
    else:
        put_analysis(stdout(), analysis, results, findings)
    if findings:
        next_step(f"see each finding with: xlbudget check {shown_path(folder)}")
    else:
        next_step(f"write the workbook with: xlbudget new {shown_path(folder)}")


def show_health(*, as_json: bool) -> None:
    """Show whether this machine is ready."""
    answers = examine(Path.cwd())
    wrong = [answer for answer in answers if not answer.well]
    if as_json:
        put_json(sys.stdout, {"ready": not wrong, "answers": [asdict(item) for item in answers]})
    else:
        put_answers("This machine", answers)
    if wrong:
        next_step("mend what is marked, then run xlbudget doctor again.")
    else:
        next_step("all is well; see a whole budget with: xlbudget demo")
