"""The run: what stands comes first, the rest is made, recorded and put in batches."""

import pytest

from distribution.issue.made import AT, BY, few, go
from xlbudget.distribution.issue import Order, State
from xlbudget.distribution.issue.begin import by_school
from xlbudget.distribution.issue.bench import Bench
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.issue.put import digest_of
from xlbudget.distribution.issue.run import run_through
from xlbudget.distribution.issue.steps import steps_of
from xlbudget.distribution.packs import packs_of
from xlbudget.distribution.register import open_register


@pytest.fixture
def issued(district, tmp_path):
    """The folder of a campaign with three schools, and their budget."""
    budget = few(district, 3)
    return go(tmp_path / "fy27", budget).folder, budget


def ran(folder, budget, *, dry_run=False):
    """What a run over all schools of a campaign yields: id, state and why; and its progress."""
    order, seen = Order(root=folder.root, dry_run=dry_run), []
    template, _ = open_school_template(folder.template)
    named = (str(folder.template), digest_of(folder.template))
    with open_register(folder.root, at=AT) as register:
        known = by_school(register, folder.facts.campaign_id)
        steps = tuple(steps_of(order, folder, budget.schools, known, AT))
        own = None if dry_run else register
        bench = Bench(folder, packs_of(budget), named, template.stamp, own, AT, BY)
        settled = list(run_through(bench, steps, order, lambda *told: seen.append(told)))
    return [(school.school_id, school.state, why) for school, why in settled], seen


def test_what_stands_comes_first_and_what_is_gone_is_put_back(issued):
    folder, budget = issued
    gone = next(folder.out.glob("*ZZS01*.xlsx"))
    before = gone.read_bytes()
    gone.unlink()
    settled, seen = ran(folder, budget)
    assert settled == [
        ("ZZS02", State.KEPT, None),
        ("ZZS03", State.KEPT, None),
        ("ZZS01", State.RESTORED, None),
    ]
    assert gone.read_bytes() == before
    assert len(seen) > 0


def test_a_dry_run_makes_files_and_puts_none(issued):
    folder, budget = issued
    gone = next(folder.out.glob("*ZZS01*.xlsx"))
    gone.unlink()
    assert ran(folder, budget, dry_run=True)[0][-1] == ("ZZS01", State.RESTORED, None)
    assert not gone.exists()


def test_an_edited_file_is_left_and_said(issued):
    folder, budget = issued
    edited = next(folder.out.glob("*ZZS03*.xlsx"))
    edited.write_bytes(b"mine")
    settled, _ = ran(folder, budget)
    states = {key: (state, why.code if why else "") for key, state, why in settled}
    assert states["ZZS03"] == (State.LEFT, "XLO-05")
    assert edited.read_bytes() == b"mine"
