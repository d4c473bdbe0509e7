"""collect: every file ends in one state, totals are true, and running again changes nothing."""

import shutil
from decimal import Decimal

import pytest
from distributed import LocalCluster

from distribution.collect.made import (
    AT,
    S1,
    S2,
    STATES,
    bytes_of,
    dated,
    fill_inbox,
    issued,
    put_quantity,
    type_in,
)
from distribution.register.made import everything
from xlbudget.distribution.collect.findings_file import NAME
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.submissions.roll_up import rescan, roll_up
from xlbudget.errors import MissingFileError


@pytest.fixture(scope="module")
def done(tmp_path_factory, answer):
    """A campaign whose mixed inbox was collected, what came of it, and the inbox before."""
    root = tmp_path_factory.mktemp("collected") / "fy27"
    campaign = issued(root)
    fill_inbox(campaign.inbox, campaign.out, answer)
    before = bytes_of(campaign.inbox)
    return campaign, campaign.collect(), before


def totals(register, campaign):
    """Dollars of the first year, as the register keeps them and as it sums them anew."""
    key = campaign.folder.facts.campaign_id
    kept, anew = roll_up(register, key), rescan(register, key)
    assert kept == anew
    return sum((one.amount for one in kept if one.fiscal_year == 2027), Decimal(0))


def test_every_file_ends_in_one_state(done):
    _, collected, _ = done
    assert {one.name: one.state.value for one in collected.files} == STATES
    assert all(one.reason for one in collected.files)
    assert [school.school_id for school in collected.missing] == []


def test_nothing_of_the_inbox_changes(done):
    campaign, _, before = done
    assert bytes_of(campaign.inbox) == before
    assert not list(campaign.root.parent.rglob("evil.xlsx"))


def test_totals_are_an_independent_sum_to_the_cent(done):
    campaign, _, _ = done
    with open_register(campaign.root, at=AT) as register:
        # S1: 32 devices and 5 % spares are 34 at 320, a contract of 500, ten licences at 16.50;
        # S2: one line of ten at 100.
        expected = Decimal(34 * 320 + 500) + Decimal("165.00") + Decimal(10 * 100)
        assert totals(register, campaign) == expected


def test_all_findings_stand_in_results(done):
    campaign, collected, _ = done
    rows = (campaign.root / "results" / NAME).read_bytes().split(b"\r\n")
    expected = sum(len(one.findings) or 1 for one in collected.files)
    assert (rows[0][:8], len(rows)) == (b"\xef\xbb\xbffile,", expected + 2)


def test_collecting_again_changes_nothing(done):
    campaign, first, _ = done
    before = bytes_of(campaign.root / "results"), bytes_of(campaign.root / "received")
    with open_register(campaign.root, at=AT) as register:
        held = everything(register)
    again = campaign.collect()
    with open_register(campaign.root, at=AT) as register:
        assert everything(register) == held
    assert (bytes_of(campaign.root / "results"), bytes_of(campaign.root / "received")) == before
    assert [(one.name, one.state, one.reason) for one in again.files] == [
        (one.name, one.state, one.reason) for one in first.files
    ]
    assert not any(one.is_new for one in again.files)


def test_two_processes_end_as_one(done, tmp_path, answer):
    _, first, _ = done
    campaign = issued(tmp_path / "fy27")
    fill_inbox(campaign.inbox, campaign.out, answer)
    both = campaign.collect(workers=2)
    assert [(one.name, one.state, one.findings) for one in both.files] == [
        (one.name, one.state, one.findings) for one in first.files
    ]


def test_a_cluster_of_two_workers_ends_as_one_process(done, tmp_path):
    first, collected, _ = done
    campaign = issued(tmp_path / "fy27")
    shutil.copytree(first.inbox, campaign.inbox, dirs_exist_ok=True)
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=False,
        dashboard_address=None,
        host="127.0.0.1",
        protocol="tcp",
        scheduler_port=0,
    ) as cluster:
        there = campaign.collect(scheduler=cluster.scheduler_address)
    assert [(one.name, one.state, one.findings) for one in there.files] == [
        (one.name, one.state, one.findings) for one in collected.files
    ]
    name = f"results/{NAME}"
    assert (campaign.root / name).read_bytes() == (first.root / name).read_bytes()
    with open_register(first.root, at=AT) as one, open_register(campaign.root, at=AT) as other:
        assert everything(one) == everything(other)


def test_a_dry_run_writes_nothing(tmp_path, answer):
    campaign = issued(tmp_path / "fy27")
    fill_inbox(campaign.inbox, campaign.out, answer)
    before = {name: held for name, held in bytes_of(campaign.root).items() if "sqlite" not in name}
    with open_register(campaign.root, at=AT) as register:
        held = everything(register)
    collected = campaign.collect(dry_run=True)
    after = {name: held for name, held in bytes_of(campaign.root).items() if "sqlite" not in name}
    with open_register(campaign.root, at=AT) as register:
        assert everything(register) == held
    assert (after, collected.written, len(collected.files)) == (before, False, len(STATES))


def test_both_databases_keep_the_same(where, tmp_path, answer):
    url = where if isinstance(where, str) else None
    campaign = issued(tmp_path / "fy27", register=url)
    fill_inbox(campaign.inbox, campaign.out, answer)
    collected = campaign.collect(where=url)
    assert {one.name: one.state.value for one in collected.files} == STATES
    with open_register(url or campaign.root, at=AT) as register:
        assert totals(register, campaign) == Decimal("12545.00")


def test_a_workbook_of_another_campaign_is_not_ours(tmp_path):
    other = issued(tmp_path / "other", campaign_id="other")
    ours = issued(tmp_path / "ours")
    (ours.inbox / S1).write_bytes((other.out / S1).read_bytes())
    (one,) = ours.collect().files
    assert (one.state.value, one.school_id) == ("not issued by us", "")


def test_a_workbook_that_was_issued_again_tells_the_earlier_one(tmp_path, answer):
    campaign = issued(tmp_path / "fy27")
    issued(tmp_path / "fy27", again=True, reason="New prices")
    (campaign.inbox / S1).write_bytes(answer.read_bytes())
    (one,) = campaign.collect().files
    assert (one.state.value, one.findings[0].code) == ("accepted with warnings", "XLH-04")


def test_a_workbook_id_that_was_never_issued_is_not_ours(tmp_path, answer):
    campaign = issued(tmp_path / "fy27")
    type_in(answer, campaign.inbox / S1, _another_id, typed=())
    (one,) = campaign.collect().files
    assert (one.state.value, one.findings[0].code) == ("not issued by us", "XLH-02")


def test_a_stamp_of_another_school_is_refused(tmp_path, answer):
    campaign = issued(tmp_path / "fy27")
    type_in(answer, campaign.inbox / S1, _another_school, typed=())
    (one,) = campaign.collect().files
    assert (one.state.value, "XLH-11" in {it.code for it in one.findings}) == ("rejected", True)


def test_a_school_that_goes_back_to_its_first_answer_is_heard(tmp_path, answer):
    campaign = issued(tmp_path / "fy27")
    steps = {"1.xlsx": (), "2.xlsx": (put_quantity,), "3.xlsx": (_wide,)}
    for day, (name, step) in enumerate(steps.items()):
        path = type_in(answer, campaign.inbox / name, *step, typed=())
        dated(path, day)
    states = [one.state.value for one in campaign.collect().files]
    assert states == ["superseded", "superseded", "accepted"]


def test_without_the_districts_data_it_says_what_to_name(tmp_path):
    campaign = issued(tmp_path / "fy27")
    with pytest.raises(MissingFileError, match="--district"):
        campaign.collect(district=tmp_path / "nowhere")


def test_the_same_empty_file_of_two_schools_is_told_of_both_and_recorded_once(tmp_path):
    campaign = issued(tmp_path / "fy27")
    for name in (S1, S2):
        (campaign.inbox / name).write_bytes(b"")
    told = [[(one.school_id, one.state.value) for one in campaign.collect().files]]
    with open_register(campaign.root, at=AT) as register:
        held = everything(register)
    told.append([(one.school_id, one.state.value) for one in campaign.collect().files])
    assert told == [[("S1", "rejected"), ("S2", "rejected")]] * 2
    with open_register(campaign.root, at=AT) as register:
        assert everything(register) == held


def test_only_what_is_named_is_collected(tmp_path, answer):
    campaign = issued(tmp_path / "fy27")
    (campaign.inbox / S2).write_bytes((campaign.out / S2).read_bytes())
    place = tmp_path / "elsewhere"
    place.mkdir()
    (place / "r.xlsx").write_bytes(answer.read_bytes())
    collected = campaign.collect(roots=(place,))
    assert [one.name for one in collected.files] == ["r.xlsx"]
    assert [school.school_id for school in collected.missing] == ["S2"]


def _another_id(book):
    book["Manifest"]["B14"] = "00000000-0000-5000-8000-000000000000"


def _another_school(book):
    book["Manifest"]["B13"] = "S2"


def _wide(book):
    book["My lines"].column_dimensions["E"].width = 70
