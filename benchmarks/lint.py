"""Judging a workbook of 25 sheets with 10,000 formulas: ours, and spreadsheet-auditor.

    .venv/bin/python benchmarks/lint.py [rounds]

Goals: under 2 s, and at most a third of the peer's time in the same run.  The peer's recalculation
is off, which is the longer part of its work.  Both must find the number typed over a formula on
each sheet, or the figure counts for nothing.  Exits with 1 when a goal is missed.
spreadsheet-auditor is needed here only: pip install spreadsheet-auditor.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from interleaved import compare
from spreadsheet_auditor.audit import main as audit
from xlsxwriter import Workbook

from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.whole import judge_workbook

SHEETS, ROWS, COLUMNS = 25, 40, 10
SECONDS, SHARE = 2.0, 1 / 3
TYPED_OVER = {(f"School {number + 1}", "E21") for number in range(SHEETS)}


def make(path: Path) -> None:
    """Write a workbook that is not ours: each sheet has inputs, formulas, and one fault."""
    with Workbook(path) as book:
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"School {number + 1}")
            sheet.write_string("A1", f"Costs of school {number + 1}")
            for row in range(1, ROWS + 1):
                sheet.write_number(row, 0, row * 10)
                for column in range(1, COLUMNS + 1):
                    before = "ABCDEFGHIJ"[column - 1]
                    formula = f"=ROUND({before}{row + 1}*(1+$A$2/100),2)+SUM($A$2:$A${row + 1})"
                    sheet.write_formula(row, column, formula, None, 1)
            sheet.write_number(20, 4, 999)  # typed over a formula


def ours(path: Path) -> None:
    """Judge it as the command does, and assert what was found."""
    anatomy.cache_clear()  # what another file left is not ours to use
    found = judge_workbook(path).judged.findings
    assert {(one.place.sheet, one.place.cell) for one in found if one.code == "F02"} == TYPED_OVER


def peer(path: Path) -> None:
    """Let spreadsheet-auditor judge it, without a report, and assert what was found."""
    out, config = path.with_name("found.json"), path.with_name("config.json")
    config.write_text('{"recalc": {"enabled": false}}', "utf-8")
    audit([str(path), "--json", str(out), "--quiet", "--config", str(config)])
    found = json.loads(out.read_text("utf-8"))["findings"]
    wanted = "HARDCODE_IN_FORMULA_BLOCK"
    assert {(one["sheet"], one["cell"]) for one in found if one["rule_id"] == wanted} == TYPED_OVER


def main(rounds: int) -> int:
    """Time both, and say whether the goals are met."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "district-costs.xlsx"
        make(path)
        names = {"xlbudget": lambda: ours(path), "spreadsheet-auditor": lambda: peer(path)}
        medians = compare(rounds, **names)
    taken, share = medians["xlbudget"], medians["xlbudget"] / medians["spreadsheet-auditor"]
    print(f"{SHEETS} sheets, {SHEETS * ROWS * COLUMNS:,} formulas")
    print(f"{taken:.2f} s (goal: under {SECONDS:g} s); {share:.0%} of the peer's (goal: a third)")
    return int(taken >= SECONDS or share > SHARE)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
