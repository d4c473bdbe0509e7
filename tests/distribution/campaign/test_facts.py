"""campaign.toml: read with every fault in words, and back."""

from datetime import date

import pytest

from xlbudget.distribution.campaign.facts import CampaignFacts, campaign_text, read_campaign
from xlbudget.model.finding import Severity

FACTS = CampaignFacts(
    campaign_id="riverbend-2027",
    title="Technology budgets 2026-27",
    district="Riverbend Union",
    base_fiscal_year=2027,
    due_date=date(2026, 3, 31),
    contact='Ana "Annie" Ruiz, ana@riverbend.example',
)


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "campaign.toml"
        path.write_text(text, "utf-8")
        return read_campaign(path)

    return read_text


def test_what_is_written_is_read_back(read):
    assert read(campaign_text(FACTS)) == (FACTS, ())


def test_what_is_missing_is_said_all_at_once(read):
    facts, findings = read('due_date = "soon"')
    assert facts is None
    assert [str(finding.place) for finding in findings] == [
        "campaign.toml, due_date",
        "campaign.toml, campaign_id",
        "campaign.toml, title",
        "campaign.toml, district",
        "campaign.toml, base_fiscal_year",
    ]


def test_a_text_that_is_no_toml_is_said(read):
    facts, (finding,) = read("title = Technology")
    assert facts is None
    assert "not readable" in finding.saw


@pytest.mark.parametrize("name", ["../t.xlsx", "C:\\t.xlsx", "a/t.xlsx", "t.xls", "t"])
def test_a_template_elsewhere_is_refused(read, name):
    facts, (finding,) = read(campaign_text(FACTS) + f"template = '{name}'")
    assert facts is None
    assert finding.place.column == "template"


@pytest.mark.parametrize("address", ["sqlite:////etc/x", "budgets", "http://[x", "postgresql"])
def test_a_register_is_a_postgresql_database_or_here(read, address):
    facts, (finding,) = read(campaign_text(FACTS) + f"register = '{address}'")
    assert facts is None
    assert finding.place.column == "register"


def test_a_shared_register_is_taken(read):
    facts, findings = read(campaign_text(FACTS) + 'register = "postgresql+psycopg://pg/budgets"')
    assert facts.register == "postgresql+psycopg://pg/budgets"
    assert findings == ()


def test_a_password_in_the_address_is_remarked_and_not_shown(read):
    facts, (finding,) = read(campaign_text(FACTS) + 'register = "postgresql://ana:hunter2@pg/b"')
    assert facts is not None
    assert finding.severity is Severity.WARNING
    assert "hunter2" not in str(finding)
