"""A run begins: the campaign is in its place and recorded, or nothing is touched."""

from dataclasses import replace

import pytest

from distribution.issue.made import AT, BY, few, go
from xlbudget.distribution.issue import Order
from xlbudget.distribution.issue.begin import begin, by_school, issued_before
from xlbudget.distribution.issue.ground import ground_of
from xlbudget.distribution.issue.opened_template import open_school_template
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.school import schools_of
from xlbudget.model.folder import load_folder


@pytest.fixture(scope="module")
def budget(district):
    return few(district, 2)


@pytest.fixture
def ground(budget, tmp_path):
    (tmp_path / "beside").mkdir()
    made, _ = ground_of(Order(root=tmp_path / "fy27"), budget, tmp_path / "beside")
    return made


def begun(ground, budget, **facts):
    """What ``begin`` gives for a ground."""
    template, _ = open_school_template(ground.template)
    order = Order(root=ground.folder.root, **facts)
    return begin(order, ground, budget, template.stamp, schools=budget.schools, at=AT, by=BY)


def test_the_campaign_is_put_in_its_place_and_recorded(ground, budget):
    with begun(ground, budget) as register:
        schools = schools_of(register, ground.folder.facts.campaign_id)
    assert [school.school_id for school in schools] == ["ZZS01", "ZZS02"]
    assert all(school.expected for school in schools)
    assert ground.folder.template.read_bytes() == ground.template.read_bytes()
    assert load_folder(ground.folder.district)[0] == budget


def test_a_dry_run_puts_nothing_anywhere(ground, budget):
    with begun(ground, budget, dry_run=True) as register:
        assert register is None
    assert not ground.folder.root.exists()


def test_before_there_is_a_register_nothing_was_issued(ground):
    order = Order(root=ground.folder.root)
    assert issued_before(order, ground, AT) == {}
    ground.folder.root.mkdir()
    assert issued_before(order, replace(ground, is_new=False), AT) == {}
    assert list(ground.folder.root.iterdir()) == []


def test_what_was_issued_is_told_by_school(budget, tmp_path):
    result = go(tmp_path / "fy27", budget)
    with open_register(tmp_path / "fy27", at=AT) as register:
        issued = by_school(register, result.folder.facts.campaign_id)
    digests = {key: [one.sha256 for one in mine] for key, mine in issued.items()}
    assert digests == {school.school_id: [school.sha256] for school in result.schools}
