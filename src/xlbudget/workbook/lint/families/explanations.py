"""The rule about explanations: one counts only with rule, reason, name and date."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.identity import EXPLANATION
from xlbudget.workbook.lint.log_rows import explained_rows, unsigned_checks
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Check, Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.lint.suppression import Suppression

FLAWED = "E01"


def explanations(codes: Collection[str]) -> Family:
    """Return the family of rules about explanations.

    Args:
        codes: The rules whose findings can be explained.

    """
    family = Family()
    family.rule(
        FLAWED,
        "Explanation that does not count",
        ours(Severity.WARNING, Severity.WARNING),
        wants="An explanation says which rule, why, who and when: on Log with its date, the event"
        f" explained, and in words “{EXPLANATION}”; on Checks with name and date",
        fix="Complete it; what it is meant to explain stays open until then",
        source="ICAEW principle 17; SSRB 11-1",
    )(_flawed(codes))
    return family


def kept_in_log(subject: Subject, codes: Collection[str]) -> tuple[Suppression, ...]:
    """Return the explanations of a workbook's Log that count."""
    return tuple(one for _, _, one in explained_rows(subject) if not one.flaw(codes))


def _flawed(codes: Collection[str]) -> Check:
    def check(subject: Subject) -> Iterator[Fault]:
        for leaf, cell, one in explained_rows(subject):
            if flaw := one.flaw(codes):
                yield Fault(flaw, leaf.name, cell)
        for leaf, cell, lacks in unsigned_checks(subject):
            yield Fault(f"The explanation of a check lacks its {lacks}", leaf.name, cell)

    return check
