"""A district of twelve schools whose words can be told apart, and runs of issue over it."""

import re
import resource
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from distribution import moments
from distribution.register.made import everything
from distribution.register.processes import become_nobody
from xlbudget.distribution.issue import Order, issue
from xlbudget.distribution.register import open_register

AT = datetime(2026, 1, 5, 15, tzinfo=UTC)
BY = "Ana Ruiz"
ROOM = 30_000  # bytes: fewer than a sheet has
MARK = re.compile(r"ZZS\d\d")
"""What stands in every word that belongs to one school; no cell has such an address."""


def marked(budget):
    """The budget with the mark of its school in every text of a school."""

    def mark(record, *texts):
        if not record.school_id:
            return record
        facts = {name: f"{getattr(record, name)} ZZ{record.school_id}" for name in texts}
        return replace(record, school_id=f"ZZ{record.school_id}", **facts)

    schools = tuple(mark(school, "name") for school in budget.schools)
    goals = tuple(mark(goal, "statement", "measure") for goal in budget.goals)
    lines = tuple(mark(line, "description", "justification") for line in budget.lines)
    return replace(budget, schools=schools, goals=goals, lines=lines)


def few(budget, count=5):
    """The budget of the first schools, with what is theirs only."""
    schools = budget.schools[:count]
    kept = {school.school_id for school in schools}
    goals = tuple(goal for goal in budget.goals if goal.school_id in {"", *kept})
    lines = tuple(line for line in budget.lines if line.school_id in kept)
    return replace(budget, schools=schools, goals=goals, lines=lines, outcomes=())


def go(root, budget, *, at=AT, **facts):
    """Issue from a budget into a campaign's folder."""
    return issue(Order(root=root, **facts), budget, at=at, by=BY)


def tree(root):
    """The bytes of every file of a campaign but the register's, by its path."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith("register.sqlite")
    }


def whole(root):
    """The bytes of every file of a campaign, and everything that its register says."""
    with open_register(root, at=AT) as register:
        return tree(root), everything(register)


def parts_of(path):
    """The text of every part of a workbook, by its name."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def budget_of(folder):
    """The sample's budget in another process, with marks."""
    from xlbudget.model.folder import load_folder  # noqa: PLC0415

    budget, _ = load_folder(Path(folder))
    return few(marked(budget))


def issue_counted(root, folder):
    """Issue, and return at how many moments a run could be ended."""
    return moments.counted(root, lambda: go(Path(root), budget_of(folder)))


def issue_killed(root, folder, moment):
    """Issue, and be killed at a moment."""
    moments.killed(root, lambda: go(Path(root), budget_of(folder)), moment)


def issue_on_a_full_disk(root, folder):
    """Issue, while no file may grow beyond a size in bytes."""
    budget = budget_of(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
    go(Path(root), budget)


def issue_without_rights(root, folder):
    """Issue as a user who may read, and not write."""
    budget = budget_of(folder)
    go(Path(root), budget, dry_run=True)  # so that all is imported: nobody may read it later
    become_nobody()
    go(Path(root), budget)
