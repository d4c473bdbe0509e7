"""All that is to be said of a workbook: as a budget, and as a workbook, each thing once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.intake import budget_in, holds_budget, said_of_book
from xlbudget.workbook.lint.beside import explanations_beside, file_beside
from xlbudget.workbook.lint.families.explanations import FLAWED, kept_in_log
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.rule import Fault
from xlbudget.workbook.lint.run import EXPLAINABLE, LINT_RULES, findings_of
from xlbudget.workbook.lint.said_once import said_once
from xlbudget.workbook.lint.subject import Subject, subject_of
from xlbudget.workbook.lint.suppress import Judged, judged
from xlbudget.workbook.lint.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Whole:
    """What was found in a workbook.

    Attributes:
        profile: What it was judged as.
        has_budget: Whether the rules of budgets were asked too.
        judged: The findings, and what a person explained.

    """

    profile: Profile
    has_budget: bool
    judged: Judged


def judge_workbook(
    path: Path, profile: Profile | None = None, *, recalculated: Path | None = None
) -> Whole:
    """Return all that is found in a workbook, parted from what is explained in or beside it.

    The rules of budgets are asked where it holds a budget of ours, those of workbooks always.

    Args:
        path: The file; it is never changed.
        profile: What it is meant to be; what its Manifest says, unless it is given.
        recalculated: A copy that another program calculated anew: results are compared.

    Raises:
        FileError: The file or its copy cannot be read.

    """
    subject = subject_of(path, profile, recalculated=recalculated)
    has_budget = _has_budget(subject)
    budget = budget_in(subject.book)[1] if has_budget else said_of_book(subject.book)
    found = said_once(subject, budget, findings_of(subject))
    return Whole(
        subject.profile,
        has_budget,
        judged_beside(path, found, kept_in_log(subject, EXPLAINABLE)),
    )


def judged_beside(
    path: Path, findings: tuple[Finding, ...], in_log: tuple[Suppression, ...] = ()
) -> Judged:
    """Return the findings of a workbook or a folder, parted by the explanations beside it too."""
    beside, faults = explanations_beside(path, EXPLAINABLE)
    flawed = (_flawed(file_beside(path).name, fault) for fault in faults)
    return judged((*findings, *flawed), (*in_log, *beside))


def _has_budget(subject: Subject) -> bool:
    """Return whether a workbook is meant as a budget: a school's is read with its campaign."""
    template = subject.facts.get("Template", "").casefold()
    return "school" not in template and (bool(template) or holds_budget(subject.book))


def _flawed(file: str, fault: Fault) -> Finding:
    rule = next(rule for rule in LINT_RULES if rule.code == FLAWED)
    return Finding(
        Severity.WARNING,
        FLAWED,
        Place(file=file),
        fault.saw,
        rule.wants,
        "Mend the file, or move it away",
    )
