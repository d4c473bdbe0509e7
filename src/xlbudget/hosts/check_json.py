"""What a check found, as JSON with stable keys, for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from xlbudget.hosts.as_json import findings_json
from xlbudget.hosts.check_shown import total_in_words
from xlbudget.hosts.checked import Checked, Kind
from xlbudget.model.finding import Finding, Severity
from xlbudget.workbook.lint.suppression import Suppression


def checked_json(checked: Checked) -> dict[str, object]:
    """Return what came of one workbook or folder."""
    judged = checked.judged
    return {
        "folder" if checked.kind is Kind.FOLDER else "file": str(checked.path),
        "findings": findings_json(judged.findings),
        "suppressed": [_suppressed(finding, why) for finding, why in judged.suppressed],
        "unused": [f"{one.code}: {one.reason}" for one in judged.unused],
        "kind": checked.kind.value,
        "profile": checked.profile.value if checked.profile else None,
        "in_words": checked.refusal or judged.in_words,
        "exit_code": int(checked.code),
    }


def all_json(results: Sequence[Checked]) -> dict[str, object]:
    """Return what came of many: each under "files", and the counts of all."""
    seen = [finding.severity for one in results for finding in one.judged.findings]
    return {
        "files": [checked_json(one) for one in results],
        "fatal": seen.count(Severity.FATAL),
        "warnings": seen.count(Severity.WARNING),
        "remarks": seen.count(Severity.INFORMATION),
        "explained": sum(len(one.judged.suppressed) for one in results),
        "not_read": sum(one.kind is Kind.NOT_READ for one in results),
        "in_words": total_in_words(results),
    }


def _suppressed(finding: Finding, why: Suppression) -> dict[str, object]:
    return {
        "code": finding.code,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "saw": finding.saw,
        "reason": why.reason,
        "by": why.by,
        "date": why.date,
        "severity": finding.severity.value,
        "place": str(finding.place),
        "kept_in": why.kept_in,
    }
