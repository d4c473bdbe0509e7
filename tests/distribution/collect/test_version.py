"""Answers of other versions of the template: read with a warning, or sent back with what to do."""

import pytest

from distribution.collect.made import LINES, S1, issued, type_in
from workbook.migrate.older_school import FORMER, renamed, stamped, without_column
from xlbudget.distribution.collect import version as version_module
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.former import FORMER_HEADERS
from xlbudget.workbook.migrate import version as rule_module


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """A campaign whose template is v1.2: newer than the workbooks that come home."""
    place = tmp_path_factory.mktemp("versions")
    first = issued(place / "first")
    template = stamped(first.root / "template.xlsx", place / "template.xlsx", "v1.2")
    return issued(place / "fy27", template=template)


@pytest.fixture
def judged(campaign, tmp_path, monkeypatch):
    """Judge what S1 typed into another version of the template, by a program that knows v1.2."""
    for key, name in FORMER.items():
        monkeypatch.setitem(FORMER_HEADERS, key, name)

    def judge(version, *steps, program="v1.2"):
        for module in (version_module, rule_module):
            monkeypatch.setattr(module, "VERSION", program)
        path = type_in(campaign.out / S1, tmp_path / "typed.xlsx", *steps)
        return campaign.judge(stamped(path, tmp_path / S1, version))

    return judge


def said(judged):
    return [
        (one.severity.value, one.place.sheet, one.place.cell, one.fix)
        for one in judged.findings
        if one.code == "XLH-05"
    ]


def lines(judged):
    return {line.item.line_id: (line.item, line.amounts, line.action) for line in judged.lines}


def test_the_campaigns_own_version_says_nothing(judged):
    found = judged("v1.2")
    assert (found.state, said(found)) == (State.ACCEPTED, [])


def test_an_older_one_is_read_without_loss_and_says_so(judged):
    older = judged(
        "v1.0",
        renamed("L", "Reason"),
        without_column("K"),
        without_column("H"),
        lambda book: book.remove(book["My money"]),
    )
    ((severity, sheet, _, fix),) = said(older)
    assert (older.state, older.version) == (State.WITH_WARNINGS, "v1.0")
    assert (severity, sheet) == ("warning", "Manifest")
    assert fix.startswith("Nothing needs to be done")
    assert older.reason.startswith("It was made from template v1.0, the campaign's is v1.2")
    assert [one for one in older.findings if one.code in {"XLH-06", "XLH-07"}] == []
    assert lines(older) == lines(judged("v1.2"))


def test_an_older_one_with_an_entry_that_has_no_place_is_sent_back(judged):
    found = judged("v1.0", renamed("L", "Because"))
    ((severity, sheet, cell, fix),) = said(found)
    assert (found.state, severity, sheet, cell) == (State.REJECTED, "fatal", LINES, "L9")
    assert fix.startswith("Issue the school's workbook again")


@pytest.mark.parametrize(
    ("version", "program", "fix"),
    [
        ("v0.9", "v1.2", "Issue the school's workbook again"),
        ("v1.3", "v1.2", "Update xlbudget, which knows templates up to v1.2"),
        ("v2.0", "v1.2", "Update xlbudget"),
        ("v1.3", "v1.4", "Look which campaign sent it"),
        ("v1.2", "v2.0", "Issue the school's workbook again"),
    ],
)
def test_one_that_cannot_be_read_is_sent_back_with_what_to_do(judged, version, program, fix):
    found = judged(version, program=program)
    ((severity, sheet, _, told),) = said(found)
    assert (found.state, severity, sheet) == (State.REJECTED, "fatal", "Manifest")
    assert told.startswith(fix)
    assert found.lines == ()


def test_a_campaign_that_began_before_an_update_goes_on(judged):
    found = judged("v1.2", program="v1.3")
    assert (found.state, said(found)) == (State.ACCEPTED, [])
