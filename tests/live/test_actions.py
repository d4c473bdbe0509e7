"""A person's story in a live workbook: add lines, link goals, choose, check, mend, print.

Every action looks at a copy that the program saves, as a live Excel does, and its edits go into the
open workbook block by block.
"""

import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbook.act.acted import now
from xlbudget.actions.request import ExportPages
from xlbudget.actions.verbs import verb
from xlbudget.hosts.act_asks import Ways, outcome_of
from xlbudget.hosts.act_pages import export_pages
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.workbook.act import blocks, standing_of
from xlbudget.workbook.act.located import located
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book

FIRST_DAY = date(1899, 12, 30)
THINGS = ("Hotspots", "Headsets", "Cameras", "Carts", "Printers")
LEFT = {"LN-179": ""}
"""The one line of the sample without a goal, which stays so."""

SCENARIO = "C03"
LINE = {"item": "Other", "category": "device hardware", "cost_type": "purchase", "quantity": "10"}


class Story:
    """A workbook open in LibreOffice, on which actions are done."""

    def __init__(self, office, path):
        self.office = office
        self.saved = path.with_name("saved copy.xlsx")
        self.handle = office.open(path)
        self.calls = 0

    def seen(self):
        """The workbook as an action looks at it: a copy is saved, and read as any file is."""
        self.office.save_as(self.handle, self.saved)
        return now(self.saved)

    def act(self, name, **answers):
        """Do an action: its edits go into the open workbook."""
        outcome = outcome_of(verb(name), self.seen(), Ways(answers, suggested=True))
        assert not outcome.refused, outcome.says
        assert not outcome.waits, outcome.asks
        standing = standing_of(open_book(self.saved))
        for block in blocks(located(outcome.edits, standing)):
            self.put(block)
        self.office.calculate(self.handle)
        return outcome

    def put(self, block):
        """Put the values of one block into its cells."""
        for i, row in enumerate(block.values):
            for k, value in enumerate(row):
                cell = address(block.row + i, block.column + k)
                self.office.set(self.handle, block.sheet, cell, plain(value))


def write_open(budget, path):
    """Write a workbook whose sheet Findings is open: a live host takes its protection off."""
    book = district_book(budget, findings_of(budget))
    sheets = (
        replace(one, protected=one.protected and one.title != "Findings") for one in book.sheets
    )
    write_book(replace(book, sheets=tuple(sheets)), path)


def plain(value):
    """A value as a cell takes it."""
    if isinstance(value, date):
        return float((value - FIRST_DAY).days)
    return float(value) if isinstance(value, Decimal | int | float) else value


@pytest.fixture(scope="module")
def story(tmp_path_factory, libreoffice, riverbend):
    """The sample after the story, with what was said on the way."""
    path = tmp_path_factory.mktemp("story") / "budget.xlsx"
    write_open(riverbend, path)
    told = Story(libreoffice, path)
    told.before = told.seen()
    told.added = [
        told.act("add-line", description=thing, unit_price=str(price), **LINE)
        for thing, price in zip(THINGS, (40, 25, 85, 900, 300), strict=True)
    ]
    told.found = told.act("check")
    new = [
        key
        for key in told.seen().tables["LineItems"].ids
        if key not in told.before.tables["LineItems"].ids
    ]
    told.linked = told.act("link-goals", **LEFT, **dict.fromkeys(new[:2], "G01"))
    told.chosen = told.act("compare", scenario=SCENARIO)
    told.mended = told.act("link-goals", **LEFT, **dict.fromkeys(new[2:], "G01"))
    told.last = told.act("check")
    told.after = told.seen()
    yield told
    libreoffice.close(told.handle)


def codes(snapshot_or_outcome):
    return [finding.code for finding in snapshot_or_outcome.findings]


def added(story):
    """The lines that were added."""
    count = len(story.before.budget.lines)
    assert story.after.budget.lines[:count] == story.before.budget.lines
    return story.after.budget.lines[count:]


def test_five_lines_are_added_one_below_the_other_and_no_other_changes(story):
    assert [line.description for line in added(story)] == list(THINGS)
    ids = [line.line_id for line in story.after.budget.lines]
    assert len(set(ids)) == len(ids)
    assert story.after.tables["LineItems"].free_row() == len(ids) + 1


def test_goals_are_linked(story):
    assert {line.goal_1 for line in added(story)} == {"G01"}
    count = len(story.before.budget.lines)
    first, rest = ({edit.row for edit in outcome.edits} for outcome in (story.linked, story.mended))
    assert first == {count + 1, count + 2}
    assert {count + 3, count + 4} <= rest <= {count + 3, count + 4, count + 5}


def test_what_check_found_is_listed_and_what_was_mended_is_gone(story):
    assert len(codes(story.found)) > len(codes(story.last))
    listed = [row["Rule"] for row in story.after.tables["Findings"].rows if row["Rule"]]
    assert listed == codes(story.last)


def test_the_scenario_stands_beside_the_plan(story):
    assert story.after.names["ChosenScenario"].startswith(f"{SCENARIO} · ")


def test_the_live_figures_are_those_of_python(story):
    assert verb("refresh").plan(story.after, {}).says.startswith("All 5 figures of Summary agree")
    asked = "Asked, year 1 ($)"
    cost = 10 * (40 + 25 + 85 + 900 + 300)
    assert story.after.headlines[asked] - story.before.headlines[asked] == pytest.approx(cost)


def test_the_board_page_is_exported(story, tmp_path):
    outcome = verb("board-page").plan(story.after, {"file": str(tmp_path / "page.pdf")})
    (request,) = outcome.requests
    assert isinstance(request, ExportPages)
    saved = export_pages(story.saved, request.sheet, tmp_path / "page.pdf")
    words = subprocess.run(
        ["pdftotext", saved.path, "-"], capture_output=True, text=True, check=True
    )
    assert "Asked, year 1" in words.stdout
