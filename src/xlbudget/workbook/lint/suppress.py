"""Findings that a person let stand, with a reason: in a file beside the workbook.

The file is called like the workbook with ``.lint.toml`` behind it::

    [[suppress]]
    code = "L01"
    sheet = "Summary"          # leave out for all sheets
    cell = "A1"                # leave out for all cells
    reason = "The letterhead of the board spans three columns"
    by = "J. Ortiz"
    date = 2026-09-01
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlbudget.errors import UnreadableFileError
from xlbudget.model.finding import Finding
from xlbudget.workbook.lint.run import LINT_RULES

ENDING = ".lint.toml"
MOST_BYTES = 1_000_000
_NEEDED = ("code", "reason", "by", "date")
_KNOWN = (*_NEEDED, "sheet", "cell")


@dataclass(frozen=True, slots=True)
class Suppression:
    """What is let stand, why, by whom and since when; sheet and cell may be blank."""

    code: str
    reason: str
    by: str
    date: str
    sheet: str = ""
    cell: str = ""

    def covers(self, finding: Finding) -> bool:
        """Return whether it means a finding."""
        place = finding.place
        return (
            finding.code == self.code
            and self.sheet.casefold() in {"", place.sheet.casefold()}
            and self.cell.upper() in {"", place.cell.upper()}
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings that remain, those let stand with the reason, and suppressions of nothing."""

    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...]
    unused: tuple[Suppression, ...]


def suppressions_beside(path: Path) -> tuple[Suppression, ...]:
    """Return what is let stand in a workbook; nothing where no file lies beside it.

    Raises:
        UnreadableFileError: The file beside it is not as it should be.

    """
    beside = path.with_name(path.name + ENDING)
    if not beside.is_file():
        return ()
    try:
        if beside.stat().st_size > MOST_BYTES:
            raise _refused(beside, "It is larger than a megabyte")
        facts = tomllib.loads(beside.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(beside, f"It is no sound TOML: {error}") from error
    rows = facts.get("suppress", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _refused(beside, "It holds no list of [[suppress]]")
    return tuple(_suppression(beside, row) for row in rows)


def judged(findings: Iterable[Finding], suppressions: Sequence[Suppression]) -> Judged:
    """Part findings into those that remain and those that are let stand."""
    remaining: list[Finding] = []
    suppressed: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        cover = next((one for one in suppressions if one.covers(finding)), None)
        if cover is None:
            remaining.append(finding)
        else:
            suppressed.append((finding, cover))
    used = {cover for _, cover in suppressed}
    unused = tuple(one for one in suppressions if one not in used)
    return Judged(tuple(remaining), tuple(suppressed), unused)


def _suppression(beside: Path, row: dict[str, object]) -> Suppression:
    facts = {name: str(row.get(name, "")).strip() for name in _KNOWN}
    if missing := [name for name in _NEEDED if not facts[name]]:
        raise _refused(beside, f"A suppression lacks its {missing[0]}")
    if unknown := sorted(set(row) - set(_KNOWN)):
        raise _refused(beside, f"A suppression has the word {unknown[0]!r}, which is not known")
    if facts["code"] not in {rule.code for rule in LINT_RULES}:
        raise _refused(beside, f"There is no rule {facts['code']!r}")
    return Suppression(**facts)


def _refused(beside: Path, saw: str) -> UnreadableFileError:
    return UnreadableFileError(
        saw=saw,
        wants="Each [[suppress]] has code, reason, by and date; sheet and cell narrow it",
        fix="Mend the file, or move it away",
        place=str(beside),
    )
