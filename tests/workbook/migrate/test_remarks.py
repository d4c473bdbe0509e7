"""remarks: explanations and a chosen scenario go along, by the ids of checks and scenarios."""

from dataclasses import replace
from datetime import date

import pytest

from judges.cached import disagreements
from samples import BUDGET
from workbook.intake.filled import cell_of, error, number, put, text, write_filled
from workbook.migrate.older import DAY, told
from xlbudget.model import Scenario
from xlbudget.sheets.check import Explanation
from xlbudget.workbook.fill.template import fill_budget, open_template
from xlbudget.workbook.migrate import migrate
from xlbudget.workbook.migrate.remarks import remarks_of, usual_scenario, written_beside
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

PLAN, LESS, MORE = (
    Scenario(scenario_id=key, name=name, adopted=key == "SC1")
    for key, name in (("SC1", "The plan"), ("LESS", "Fewer devices"), ("MORE", "More devices"))
)
SCENARIOS = (PLAN, LESS, MORE)
LINES = (replace(BUDGET.lines[0], justification=""), *BUDGET.lines[1:])
SOME = replace(BUDGET, scenarios=SCENARIOS, lines=LINES)  # its check L11 is an alert
CHOICE = "Compare the plan with"
DAY_SERIAL = 46_082  # 2026-03-01
WORDS = "The state decides in May."


def row_of(path, check):
    """The row of a check below the headings of the table Checks."""
    book = open_book(path)
    sheet, ref = cell_of(path, "Checks", "Check")
    cells, first = book.sheet(sheet).cells.values, int(ref[1:])
    return next(i for i in range(1, 200) if cells.get(f"{ref[0]}{first + i - 1}") == check)


def explain(path, check, header, content):
    return put(path, "Checks", header, content, row_of(path, check))


def shown(path, table, header, row=1):
    sheet, ref = cell_of(path, table, header, row)
    return open_book(path).sheet(sheet).cells.values.get(ref)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return write_filled(SOME, tmp_path_factory.mktemp("remarks") / "plain.xlsx")


@pytest.fixture
def old(plain, tmp_path):
    (tmp_path / "old.xlsx").write_bytes(plain.read_bytes())
    return tmp_path / "old.xlsx"


@pytest.fixture(scope="module")
def explained(plain, tmp_path_factory):
    """A workbook with an explanation, its name and day, and with another scenario chosen."""
    path = tmp_path_factory.mktemp("remarks") / "old.xlsx"
    path.write_bytes(plain.read_bytes())
    explain(path, "L11", "Explanation", text(WORDS))
    explain(path, "L11", "By", text("Ann Lee"))
    explain(path, "L11", "Date", number(DAY_SERIAL))
    put(path, "ScenarioChoice", CHOICE, text("MORE · More devices, an older name"))
    return path


@pytest.fixture(scope="module")
def found(explained):
    return migrate(explained, DAY)


@pytest.fixture(scope="module")
def new(found, tmp_path_factory):
    path = tmp_path_factory.mktemp("remarks") / "new.xlsx"
    write_book(found.book, path)
    return path


def test_explanations_and_the_chosen_scenario_are_carried_and_told(found):
    remarks = found.identity.remarks
    assert remarks.explanations == {"L11": Explanation(WORDS, "Ann Lee", date(2026, 3, 1))}
    assert remarks.scenario == "MORE"
    assert [(item[2], item[3]) for item in told(found.carried)] == [
        ("Explanation of the check L11", WORDS),
        ("By of the check L11", "Ann Lee"),
        ("Date of the check L11", "2026-03-01"),
        ("The scenario beside the adopted plan", "MORE · More devices, an older name"),
    ]
    assert (found.moved, found.homeless, found.new) == ((), (), ())


def test_the_new_workbook_counts_them_as_libreoffice_does(new, libreoffice):
    row = row_of(new, "L11")
    headers = ("Status", "Explanation", "By", "Date")
    assert [shown(new, "Checks", header, row) for header in headers] == [
        *("explained", WORDS, "Ann Lee"),
        DAY_SERIAL,
    ]
    assert shown(new, "ScenarioChoice", CHOICE) == "MORE · More devices"
    assert shown(new, "ScenarioChoice", "Place") == 3
    assert disagreements(new, libreoffice) == []


def test_once_more_they_are_carried_again(found, new):
    again = migrate(new, DAY)
    assert again.identity.remarks == found.identity.remarks
    assert again.homeless == ()


def test_a_template_of_ones_own_takes_them_too(found, plain, tmp_path):
    template, _ = open_template(plain)
    filled, _ = fill_budget(template, found.budget, (), identity=found.identity)
    (tmp_path / "new.xlsx").write_bytes(filled.data)
    assert shown(tmp_path / "new.xlsx", "ScenarioChoice", CHOICE) == "MORE · More devices"
    assert shown(tmp_path / "new.xlsx", "Checks", "Explanation", row_of(plain, "L11")) == WORDS


def test_what_nobody_changed_is_not_told(old):
    found = migrate(old, DAY)
    assert found.identity.remarks.scenario == "LESS"
    assert (found.carried, found.homeless) == ((), ())


def test_a_check_or_scenario_that_is_gone_has_no_place(old):
    ref = explain(old, "L11", "Explanation", text(WORDS))
    put(old, "Checks", "Check", text("X99"), row_of(old, "L11"))
    choice = put(old, "ScenarioChoice", CHOICE, text("GONE · A scenario of last year"))
    found = migrate(old, DAY)
    gone = {item[:2]: item[2:] for item in told(found.homeless)}
    assert gone["Checks", ref] == ("Explanation of the check X99, which there is no more", WORDS)
    assert gone["Scenarios", choice] == (
        "The scenario beside the adopted plan, which there is no more",
        "GONE · A scenario of last year",
    )
    assert (found.carried, found.identity.remarks.scenario) == ((), None)


def test_a_formula_is_told_and_an_error_is_left_behind(old):
    explain(old, "L11", "Explanation", (' t="str"', '<f>"By "&amp;"law"</f><v>By law</v>'))
    explain(old, "L11", "By", error("#N/A"))
    found = migrate(old, DAY)
    assert found.identity.remarks.explanations == {"L11": Explanation("By law")}
    said = {item.what for item in found.homeless}
    assert {"A formula; its value is carried", "By of the check L11 shows an error"} <= said


@pytest.mark.parametrize(
    ("typed", "scenario"),
    [("more", "MORE"), ("Fewer devices", "LESS"), ("", ""), ("LESS ·", "LESS"), ("Other", None)],
)
def test_a_scenario_is_known_by_its_id_or_its_name(old, typed, scenario):
    put(old, "ScenarioChoice", CHOICE, text(typed))
    assert remarks_of(written_beside(open_book(old)), SCENARIOS).scenario == scenario


def test_the_usual_scenario_is_the_second_in_order():
    assert usual_scenario((LESS, PLAN, MORE)) == "LESS"
    assert usual_scenario((PLAN,)) == "SC1"
    assert usual_scenario(()) == ""
