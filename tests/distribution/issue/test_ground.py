"""The facts of a new campaign, and what is refused of one that is there."""

from datetime import date

import pytest

from distribution.issue.made import few
from xlbudget.distribution.campaign import new_campaign
from xlbudget.distribution.issue import Order
from xlbudget.distribution.issue.ground import ground_of
from xlbudget.errors import ExistingFileError


@pytest.fixture
def beside(tmp_path):
    (tmp_path / "beside").mkdir()
    return tmp_path / "beside"


def test_a_new_campaign_is_named_after_its_district_and_year(district, tmp_path, beside):
    ground, findings = ground_of(Order(root=tmp_path / "fy27"), few(district, 1), beside)
    facts = ground.folder.facts
    assert findings == ()
    assert (facts.campaign_id, facts.title, facts.due_date) == (
        "riverbend-unified-2027",
        "Digital learning budgets 2026-27",
        district.district.due,
    )
    assert ground.is_new
    assert not (tmp_path / "fy27").exists()


def test_what_a_campaigns_file_cannot_hold_is_said(district, tmp_path, beside):
    order = Order(root=tmp_path / "fy27", campaign_id="=1+1")
    ground, findings = ground_of(order, few(district, 1), beside)
    assert ground is None
    assert findings[0].place.column == "campaign_id"


def test_a_password_is_not_kept_in_the_folder(district, tmp_path, beside):
    order = Order(root=tmp_path / "fy27", register="postgresql+psycopg://ana:secret@server/budgets")
    ground, _ = ground_of(order, few(district, 1), beside)
    assert ground.folder.facts.register == "postgresql+psycopg://ana@server/budgets"


def test_all_that_differs_is_said_at_once(district, tmp_path, beside):
    order = Order(root=tmp_path / "fy27")
    ground, _ = ground_of(order, few(district, 1), beside)
    new_campaign(order.root, ground.folder.facts, ground.template)
    other = Order(root=order.root, campaign_id="x", due=date(2026, 3, 1), with_lines=False)
    with pytest.raises(ExistingFileError) as refusal:
        ground_of(other, few(district, 1), beside)
    assert refusal.value.saw.count(";") == 2
    assert ground_of(order, few(district, 1), beside)[0].is_new is False
