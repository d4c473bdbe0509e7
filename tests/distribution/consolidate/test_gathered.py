"""What is gathered part by part is what the whole budget gives at once, to the cent."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from distribution.consolidate.made import AT, BY, DATA, ID, YEARS, campaign, contract, ground, send
from distribution.consolidate.made import merged as merged_of
from xlbudget.distribution.consolidate import answers, merged
from xlbudget.distribution.consolidate.preview import preview_of
from xlbudget.distribution.consolidate.standings import left_out_line
from xlbudget.distribution.consolidate.summarized import MOST_LINES
from xlbudget.distribution.consolidate.tables import write_tables
from xlbudget.distribution.consolidate.totals import totals_of
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.errors import RegisterError
from xlbudget.model.finding import in_words
from xlbudget.model.rules import findings_of
from xlbudget.sheets.source_rows import source_rows

FAULTS = (  # lines that rules find something in; the first names another school's goal
    contract("X1", (900_000_000, 1, 1), goal_1="0002-G01", source_1="F2"),
    contract("X2", (5, 0, 0), goal_1="", justification="short"),
    contract("X3", (7, 7, 7), goal_1="0001-G99"),
    contract("X4", (7, 7, 7), goal_share_1=Decimal("0.6"), quantity=Decimal(3)),
    contract("X5", (-7, 7, 7), status="lapsed", first_fiscal_year=2031),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A campaign of some hundred lines with faults and decisions; a school's goals are its own."""
    own = campaign(tmp_path_factory.mktemp("whole"), schools=7, lines=40, missing=1, data=False)
    sources = tuple(
        replace(source, amount=dict.fromkeys(YEARS, Decimal(90_000)), last_fiscal_year=YEARS[1])
        for source in own.budget.sources
    )
    with own.register() as register:
        lines = [replace(line, school_id="0003") for line in FAULTS]
        goals = [{"goal_id": "0003-G07", "statement": "Write", "parent_goal_id": "G1"}]
        send(register, "0003", lines, number=2, facts={"goals": goals})
        for number, (rule, state) in enumerate(
            (("area=broadband", Verdict.REJECTED), ("area=hardware", Verdict.CONDITIONAL)), 1
        ):
            facts = {"condition": "It serves", "due_date": AT.date(), "by": BY, "reason": "So"}
            at = AT + timedelta(days=number)
            decide(register, ID, Decision(rule=rule, state=state, at=at, **facts))
    return replace(own, budget=replace(own.budget, sources=sources))


@pytest.fixture(scope="module")
def whole(made):
    """The same budget with all its lines at once."""
    return merged_of(made)


def in_parts(made, monkeypatch, chunk, most=MOST_LINES):
    monkeypatch.setattr(answers, "CHUNK", chunk)
    monkeypatch.setattr(merged, "CHUNK", chunk)
    with made.register() as register:
        return preview_of(made.folder, register, made.budget, DATA, most=most)


@pytest.fixture(params=[7, 100_000], ids=["parts of seven lines", "one part"])
def preview(request, made, monkeypatch):
    return in_parts(made, monkeypatch, request.param)


def test_totals_are_those_of_all_lines(preview, whole):
    assert preview.sum.lines == len(whole.costs) > 100
    assert preview.sum.totals == totals_of(whole.costs, YEARS)


def test_findings_are_those_of_the_rules_in_all_lines(preview, whole):
    told = [found for found in preview.sum.found.told if found.code.startswith("XLR")]
    places = {
        line.line_id: str(origin)
        for line, origin in zip(whole.budget.lines, whole.origins, strict=True)
    }
    found = Counter(
        (one.code, one.severity, one.saw, one.fix, one.place.column)
        for one in findings_of(whole.budget)
    )
    assert Counter((t.code, t.severity, t.saw, t.fix, t.place.column) for t in told) == found
    assert len({one.code for one in told}) >= 8
    lines = [one for one in told if one.place.record in places]
    assert lines
    assert all(str(one.place).startswith(places[one.place.record]) for one in lines)


def test_findings_are_counted_by_severity(preview):
    found = preview.sum.found
    assert (found.in_words, found.untold) == (in_words(found.told), 0)


def test_the_workbooks_lines_and_sources_are_those_of_all_lines(preview, whole):
    assert preview.sum.held.budget == whole.budget
    assert preview.sum.sources == source_rows(whole.costs, whole.origins)


def test_every_school_has_its_lines_and_money(preview, whole):
    for one in preview.sum.schools:
        mine = [cost for cost in whole.costs if cost.line.school_id == one.school_id]
        rejected = [it for it in whole.rejected if it.cost.line.school_id == one.school_id]
        assert (one.lines, one.rejected) == (len(mine), len(rejected))
        assert one.total == sum(sum(cost.years) for cost in mine)
    assert preview.sum.left_out == tuple(map(left_out_line, whole.rejected))


def test_sums_are_the_same_however_the_lines_come(made, monkeypatch):
    small, large = (in_parts(made, monkeypatch, chunk, most=60).sum for chunk in (7, 100_000))
    assert small == large
    assert 0 < len(small.held.budget.lines) <= 60


def test_tables_are_the_same_bytes_however_the_lines_come(made, preview, whole, tmp_path):
    files = []
    with made.register() as register:
        for name, parts in (
            ("parts", merged.merged_parts(register, preview.ground)),
            ("whole", [whole]),
        ):
            (tmp_path / name).mkdir()
            files.append(write_tables(parts, preview.sum.schools, YEARS, tmp_path / name))
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_an_answer_that_comes_while_the_lines_are_read_is_refused(tmp_path, monkeypatch):
    own = campaign(tmp_path, schools=2, lines=9, missing=0, data=False)
    monkeypatch.setattr(answers, "CHUNK", 5)
    stands_on = ground(own)
    with own.register() as register:
        parts = merged.merged_parts(register, stands_on)
        next(parts)
        send(register, "0001", [contract("N", (1, 1, 1), school_id="0001")], number=2)
        with pytest.raises(RegisterError, match="being collected"):
            list(parts)
