"""The page of the manual tells every rule."""

from xlbudget.workbook.lint import LINT_RULES
from xlbudget.workbook.lint.manual import rules_page
from xlbudget.workbook.lint.run import NOT_ASKED


def test_the_page_tells_every_rule_with_its_remedy():
    page = rules_page()
    for rule in LINT_RULES:
        assert f"### {rule.code} {rule.title}\n\n{rule.wants}." in page
        assert f"To do: {rule.fix}." in page
    assert all(f"**{code}**" in page for code in NOT_ASKED)
