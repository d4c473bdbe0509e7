"""A budget open in the small Excel, and what comes of pressing buttons."""

from dataclasses import dataclass, replace

import pytest

from clean import clean_budget
from hosts.excel.live.excel import Workbook, opened
from xlbudget.hosts.excel.live import desk
from xlbudget.model.folder import judged
from xlbudget.sheets.book import district_book
from xlbudget.workbook.write import write_book


@dataclass
class Press:
    """The desk, and the workbook that is active."""

    desk: object
    workbook: object

    def __call__(self, name, **answers):
        """Press a button and answer its questions; return the words that end it."""
        kind, words, *_ = self.desk.press(name, lambda: opened(self.workbook))
        for _ in range(40):
            if kind == "say":
                return words
            asked = self.desk._session.asked.key  # noqa: SLF001 - which question it is
            kind, words, *_ = self.desk.answered(answers.get(asked, answers.get("other", "")))
        raise AssertionError(f"it does not end to ask: {words}")


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Return a workbook whose second line has no goal."""
    budget = clean_budget()
    first, second, *rest = budget.lines
    loose = replace(second, goal_1="", goal_share_1=None, goal_2="", goal_3="")
    budget = replace(budget, lines=(first, loose, *rest))
    path = tmp_path_factory.mktemp("open") / "budget.xlsx"
    write_book(district_book(budget, tuple(judged(budget, (), {}))), path)
    return path


@pytest.fixture
def press(written, tmp_path, monkeypatch):
    """Return a way to press buttons with the workbook open."""
    path = tmp_path / "budget.xlsx"
    path.write_bytes(written.read_bytes())
    monkeypatch.setattr(desk, "_KEPT_ELSEWHERE", tmp_path / "elsewhere")
    return Press(desk.Desk(), Workbook(path))
