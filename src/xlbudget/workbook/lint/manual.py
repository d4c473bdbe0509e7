"""The page of the manual that lists all rules of workbooks, made from their declarations."""

from __future__ import annotations

from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.rule import LintRule
from xlbudget.workbook.lint.run import FAMILIES, NOT_ASKED


def rules_page() -> str:
    """Return the page in Markdown: each rule with its weights, what it wants, and its remedy."""
    pieces = ["# Rules of workbooks\n"]
    pieces.append(
        "`xlbudget check BOOK.xlsx` asks these rules. What a finding weighs depends on what the"
        " workbook is meant to be; a dash means that the rule is not asked.\n"
    )
    for name, family in FAMILIES.items():
        pieces.append(f"## {name}\n")
        pieces += [_piece(rule) for rule in family]
    pieces.append("## Not asked\n")
    pieces += [f"- **{code}**: {why}" for code, why in NOT_ASKED.items()]
    return "\n".join(pieces) + "\n"


def _piece(rule: LintRule) -> str:
    weights = ", ".join(
        f"{profile.value} {rule.weights[profile].value if profile in rule.weights else '-'}"
        for profile in Profile
    )
    return (
        f"### {rule.code} {rule.title}\n\n{rule.wants}.\n\n"
        f"To do: {rule.fix}.\n\nWeights: {weights}.\nSource: {rule.source}.\n"
    )
