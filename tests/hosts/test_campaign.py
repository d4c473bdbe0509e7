"""What the commands of a campaign begin with: its folder, its register, who does it."""

import getpass
from datetime import UTC, datetime

import pytest

from distribution.played import AT, FACTS, on_disk
from trees import tree_of
from xlbudget.errors import BudgetError, MissingFileError, RegisterError
from xlbudget.hosts.campaign import campaign_folder, day_of, now, opened, who


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    return on_disk(tmp_path_factory.mktemp("played"))


def test_the_folder_is_opened_with_its_facts(campaign):
    assert campaign_folder(campaign.root).facts == FACTS


def test_a_campaign_file_with_a_fatal_finding_is_refused(tmp_path):
    (tmp_path / "campaign.toml").write_text('campaign_id = "x"\nbase_fiscal_year = "soon"\n')
    with pytest.raises(BudgetError, match="fatal"):
        campaign_folder(tmp_path)


def test_what_is_remarkable_about_the_file_is_told(tmp_path, campaign, capsys):
    text = (campaign.root / "campaign.toml").read_text()
    address = 'register = "postgresql+psycopg://me:secret@server/budgets"\n'
    (tmp_path / "campaign.toml").write_text(text + address)
    campaign_folder(tmp_path)
    told = capsys.readouterr().err
    assert "password" in told
    assert "secret" not in told


def test_a_campaign_without_a_register_is_refused_and_none_is_made(tmp_path, campaign):
    text = (campaign.root / "campaign.toml").read_text()
    (tmp_path / "campaign.toml").write_text(text)
    before = tree_of(tmp_path)
    with (
        pytest.raises(MissingFileError, match="no register yet"),
        opened(campaign_folder(tmp_path), None, AT),
    ):
        pass
    assert tree_of(tmp_path) == before


def test_another_register_may_be_named(campaign):
    address = "postgresql+psycopg://nobody@127.0.0.1:1/budgets?connect_timeout=1"
    with pytest.raises(RegisterError), opened(campaign_folder(campaign.root), address, AT):
        pass


def test_who_does_it_is_given_or_the_login_name(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "kim")
    assert (who(" Ana Ruiz "), who(""), who(None)) == ("Ana Ruiz", "kim", "kim")


def test_a_machine_that_knows_no_users_is_no_fault(monkeypatch):
    def nobody():
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert who(None) == "unknown"


def test_now_is_in_utc_and_a_day_is_the_machines():
    assert now().tzinfo is UTC
    assert day_of(datetime(2026, 3, 1, 12, tzinfo=UTC)).isoformat()[:8] == "2026-03-"
