"""All rules together: a sound workbook raises nothing, and neither do our own."""

from collections import Counter
from pathlib import Path

import pytest

from workbook.lint.books import write
from xlbudget.model.finding import Severity
from xlbudget.model.folder import load_folder
from xlbudget.sheets.book import district_book
from xlbudget.sheets.template import template_book
from xlbudget.workbook.lint import LINT_RULES, Profile, lint
from xlbudget.workbook.lint.run import MOST_OF_ONE_RULE, NOT_ASKED
from xlbudget.workbook.write import write_book

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted((ROOT / "workbook_templates").glob("*.xlsx"))
OPEN_CHECKS = {"C05": 7}  # the sample district has them on purpose, and its Checks say so


def told(found):
    return [str(one) for one in found]


def test_a_sound_small_workbook_raises_nothing(tmp_path):
    assert told(lint(write(tmp_path / "small-budget.xlsx"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_our_own_templates_raise_nothing(path):
    assert told(lint(path)) == []


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Return the sample district's workbook."""
    path = tmp_path_factory.mktemp("lint") / "riverbend-budget.xlsx"
    budget, findings = load_folder(ROOT / "examples" / "riverbend")
    write_book(district_book(budget, findings), path)
    return path


def test_the_sample_workbook_raises_only_what_its_own_checks_say(sample):
    assert Counter(one.code for one in lint(sample)) == OPEN_CHECKS


@pytest.mark.parametrize("filled", [False, True])
def test_the_accessible_edition_raises_nothing_of_its_own(tmp_path, riverbend, filled):
    path = tmp_path / "accessible-budget.xlsx"
    sheets = district_book(riverbend, (), "accessible") if filled else template_book("accessible")
    write_book(sheets, path)
    found = Counter(one.code for one in lint(path, Profile.ACCESSIBLE))
    assert found == (OPEN_CHECKS if filled else {})


def test_what_libreoffice_drops_is_only_a_remark(sample, tmp_path, libreoffice):
    saved = tmp_path / "riverbend-saved.xlsx"
    handle = libreoffice.open(sample)
    libreoffice.save_as(handle, saved)
    libreoffice.close(handle)
    found = lint(saved)
    grave = [one for one in found if one.severity is not Severity.INFORMATION]
    assert Counter(one.code for one in grave) == OPEN_CHECKS
    assert {one.code for one in found} - OPEN_CHECKS.keys() <= {"L09"}


def test_the_profile_is_what_the_manifest_says(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    assert lint(path) == lint(path, Profile.DISTRICT)


def test_one_rule_does_not_drown_the_others(tmp_path):
    def seed(book):
        for row in range(MOST_OF_ONE_RULE + 50):
            book["Lists"].write_formula(row, 6, "=1/0", None, "#DIV/0!")

    found = [one for one in lint(write(tmp_path / "budget.xlsx", seed)) if one.code == "F15"]
    assert len(found) == MOST_OF_ONE_RULE + 1
    assert found[-1].saw == "Error in a cell: 50 more places"


# --- the declarations


def test_every_rule_of_the_list_stands_or_is_named_with_its_reason():
    counts = {"S": 15, "F": 20, "I": 12, "C": 5, "L": 17}
    wanted = {f"{letter}{i:02}" for letter, most in counts.items() for i in range(1, most + 1)}
    codes = [rule.code for rule in LINT_RULES]
    assert len(wanted) == 69
    assert len(codes) == len(set(codes))
    assert wanted == {code for code in codes if code[0] not in "PE"} | NOT_ASKED.keys()


@pytest.mark.parametrize("rule", LINT_RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_wants_what_to_do_and_who_asks(rule):
    words = (rule.title, rule.wants, rule.fix, rule.source)
    assert all(words)
    assert not any(text.endswith(".") for text in words)
    assert rule.weights
