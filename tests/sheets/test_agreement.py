"""Another program is the judge: LibreOffice agrees with every formula cell that Python valued."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from judges import cached, validator
from strategies import budgets
from xlbudget.model import Budget
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.workbook.write import write_book

MOST_LINES = 400


@dataclass(frozen=True, repr=False)
class Random:
    """A random budget that hypothesis may name without printing all of its lines."""

    budget: Budget


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(made=budgets(max_lines=MOST_LINES).map(Random))
def test_libreoffice_agrees_on_random_budgets(made, libreoffice, tmp_path_factory):
    path = tmp_path_factory.mktemp("random") / "random.xlsx"
    write_book(district_book(made.budget, findings_of(made.budget)), path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)][:5] == []


@pytest.mark.parametrize("edition", ["working", "accessible"])
def test_both_editions_of_the_sample_agree_and_are_valid(edition, riverbend, libreoffice, tmp_path):
    path = tmp_path / f"{edition}.xlsx"
    write_book(district_book(riverbend, findings_of(riverbend), edition), path)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []
    assert validator.findings(path) == []
