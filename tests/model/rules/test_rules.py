"""The rules together: what each declares, and that a good budget trips none of them."""

import pkgutil
import re

import pytest
from hypothesis import given, settings

from samples import BUDGET
from strategies import budgets
from xlbudget.model import rules
from xlbudget.model.field import fields_of
from xlbudget.model.finding import Severity, worst
from xlbudget.model.rules import RULES, findings_of
from xlbudget.model.tables import TABLES

FILES = {table.file: table for table in TABLES}
EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def test_every_file_of_the_folder_is_a_rule_in_the_list():
    modules = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    assert {getattr(rules, name).RULE for name in modules} == set(RULES)
    assert len(modules) == len(RULES)


def test_codes_are_in_order():
    assert [rule.code for rule in RULES] == [f"XLR-{n:02d}" for n in range(1, len(RULES) + 1)]


def test_titles_are_unique():
    assert len({rule.title for rule in RULES}) == len(RULES)


@EACH
def test_a_rule_says_what_it_asks_and_names_its_source(rule):
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.says.endswith(".")
    assert rule.source


@EACH
def test_a_good_budget_is_not_found_fault_with(rule):
    assert list(rule.check(BUDGET)) == []


@settings(deadline=None)
@given(budgets())
def test_findings_are_complete_and_stand_where_a_record_is(budget):
    findings = findings_of(budget)
    assert worst(findings) is not Severity.FATAL
    for finding in findings:
        table = FILES[finding.place.file]
        assert (finding.place.row or 2) <= len(table.records(budget)) + 1
        names = {field.name for field in table.fields}
        assert re.sub(r"_\d{4}$", "", finding.place.column) in names | {""}
        assert all(text and text[-1] not in ".!" for text in (finding.saw, finding.wants))
        assert finding.fix
        words = f"{finding.saw} {finding.wants} {finding.fix}"
        assert not re.search(r"\bNone\b|Decimal\(|\bnan\b", words)


def test_only_some_rules_may_be_asked():
    assert findings_of(BUDGET, RULES[:1]) == ()


def test_every_record_type_has_columns():
    assert all(fields_of(table.record) for table in TABLES)
