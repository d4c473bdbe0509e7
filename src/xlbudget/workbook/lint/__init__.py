"""Judges a workbook by declared rules: faults of its package, formulas, inputs, layout, access."""

from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.rule import LintRule
from xlbudget.workbook.lint.run import LINT_RULES, lint

__all__ = ["LINT_RULES", "LintRule", "Profile", "lint"]
