"""issue: every school gets its own, all of it, and nothing of another; again changes nothing."""

import csv
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import pytest
from openpyxl import load_workbook

from distribution.issue.made import AT, BY, MARK, few, go, parts_of, tree, whole
from judges import cached, validator
from xlbudget.distribution.issue import State
from xlbudget.distribution.packs import packs_of
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.issued import issued_workbooks
from xlbudget.distribution.register.school import CampaignSchool, record_schools, schools_of
from xlbudget.errors import ExistingFileError
from xlbudget.model.school_answer import opening_answer
from xlbudget.sheets.identity import Event, Fact
from xlbudget.workbook.intake.school import read_school_book
from xlbudget.workbook.lint import Profile
from xlbudget.workbook.lint.run import lint
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import changed_sheets, read_log, read_stamp

SECOND = "ZZS02"


@pytest.fixture
def small(district, tmp_path):
    """A campaign of two schools that a test may change: its folder, and its budget."""
    budget = few(district, 2)
    root = tmp_path / "fy27"
    go(root, budget)
    return root, budget


def states(result):
    """The state of each school's workbook."""
    return [school.state for school in result.schools]


def codes(result):
    """The codes of the findings."""
    return [finding.code for finding in result.findings]


# --- what schools get


def test_every_school_gets_its_opening_answer_and_nothing_else(campaign, district):
    root, result = campaign
    packs = packs_of(district)
    expected = {it.file: opening_answer(packs.of(it.school_id)) for it in result.schools}
    read = {path.name: read_school_book(path) for path in (root / "out").glob("*.xlsx")}
    assert {name: answer for name, (answer, _) in read.items()} == expected
    assert [found for _, found in read.values() if found] == []
    assert len(read) == 12


def test_no_part_of_a_file_has_a_word_of_another_school(campaign):
    root, result = campaign
    marks = {
        school.file: {
            mark
            for text in parts_of(root / "out" / school.file).values()
            for mark in MARK.findall(text)
        }
        for school in result.schools
    }
    assert marks == {school.file: {school.school_id} for school in result.schools}


def test_each_workbook_says_which_one_it_is(campaign):
    root, result = campaign
    books = {it.school_id: open_book(root / "out" / it.file) for it in result.schools}
    stamps = {key: read_stamp(book) for key, book in books.items()}
    assert {key: stamp.school_id for key, stamp in stamps.items()} == {key: key for key in books}
    assert {it.workbook_id for it in result.schools} == {it.workbook_id for it in stamps.values()}
    assert {stamp.fact(Fact.ORIGIN) for stamp in stamps.values()} == {"riverbend-unified-2027"}
    assert [book.path.name for book in books.values() if changed_sheets(book)] == []
    log = read_log(books[SECOND])
    assert [entry.event for entry in log] == [Event.GENERATED, Event.ISSUED]
    assert SECOND in log[1].what


def test_each_file_has_a_title_of_its_own(campaign):
    root, result = campaign
    titles = {it.file: open_book(root / "out" / it.file).facts.properties for it in result.schools}
    assert {file: told["title"] for file, told in titles.items()} == {
        it.file: f"School budget 2027 · {it.name}" for it in result.schools
    }


def test_the_accessible_edition_is_one_for_other_programs_too(district, tmp_path):
    budget, root = few(district, 1), tmp_path / "fy27"
    (school,) = go(root, budget, edition="accessible").schools
    path = root / "out" / school.file
    book = open_book(path)
    assert (read_stamp(book).fact(Fact.EDITION), changed_sheets(book)) == ("accessible", ())
    assert [sheet.freeze_panes for sheet in load_workbook(path).worksheets] == [None] * 9
    assert validator.findings(path) == []
    assert [str(item) for item in (*lint(path), *lint(path, Profile.SCHOOL))] == []
    assert read_school_book(book)[0] == opening_answer(packs_of(budget).of(school.school_id))
    assert states(go(root, budget)) == states(go(root, budget, edition="accessible"))
    with pytest.raises(ExistingFileError, match="its workbooks are of the accessible edition"):
        go(root, budget, edition="working")


@pytest.mark.parametrize("school_id", ["ZZS02", "ZZS11"])
def test_other_programs_agree_with_a_workbook(campaign, school_id, libreoffice):
    root, result = campaign
    path = root / "out" / next(it.file for it in result.schools if it.school_id == school_id)
    assert [str(item) for item in cached.disagreements(path, libreoffice)] == []
    assert validator.findings(path) == []
    assert [str(item) for item in lint(path, Profile.SCHOOL)] == []


def test_the_register_and_the_list_tell_what_went_out(campaign):
    root, result = campaign
    told = {it.school_id: (it.file, it.sha256, it.workbook_id) for it in result.schools}
    with open_register(root, at=AT) as register:
        issued = issued_workbooks(register, "riverbend-unified-2027")
        assert len(schools_of(register, "riverbend-unified-2027")) == 12
    recorded = {it.school_id: (it.file_name, it.sha256, it.workbook_id) for it in issued}
    assert recorded == told
    with (root / "out" / "manifest.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["school_id"]: (row["file"], row["sha256"], row["workbook_id"]) for row in rows} == (
        told
    )
    assert {row["file"]: int(row["bytes"]) for row in rows} == {
        it.file: (root / "out" / it.file).stat().st_size for it in result.schools
    }
    for school in result.schools:
        assert sha256((root / "out" / school.file).read_bytes()).hexdigest() == school.sha256


def test_schools_may_start_from_nothing(district, tmp_path):
    budget = few(district, 1)
    result = go(tmp_path / "fy27", budget, with_lines=False)
    answer, _ = read_school_book(tmp_path / "fy27" / "out" / result.schools[0].file)
    assert answer.lines == ()
    assert 'starts_from = "nothing"' in (tmp_path / "fy27" / "campaign.toml").read_text("utf-8")


# --- again


def test_the_same_command_again_changes_nothing(small):
    root, budget = small
    before = whole(root)
    again = go(root, budget, at=AT.replace(month=2))
    assert states(again) == [State.KEPT] * 2
    assert whole(root) == before


def test_a_file_that_is_gone_is_put_back_as_it_was(small):
    root, budget = small
    before = tree(root)
    for path in (root / "out").iterdir():
        path.unlink()
    again = go(root, budget, at=AT.replace(month=2))
    assert states(again) == [State.RESTORED] * 2
    assert tree(root) == before


def test_schools_may_be_issued_one_after_another(district, tmp_path):
    root, budget = tmp_path / "fy27", few(district, 2)
    first = go(root, budget, schools=(SECOND,))
    assert [school.school_id for school in first.schools] == [SECOND]
    assert len(list((root / "out").glob("*.xlsx"))) == 1
    assert states(go(root, budget)) == [State.MADE, State.KEPT]


def test_workers_make_the_same_bytes(small, tmp_path):
    root, budget = small
    other = tmp_path / "workers"
    assert states(go(other, budget, workers=2)) == [State.MADE] * 2
    assert tree(other) == tree(root)


def test_a_dry_run_tells_sizes_and_writes_nothing(small, tmp_path):
    root, budget = small
    told = go(tmp_path / "new", budget, dry_run=True)
    assert not (tmp_path / "new").exists()
    assert not told.written
    kept = go(root, budget)
    assert [it.size for it in told.schools] == [it.size for it in kept.schools]
    before = whole(root)
    again = go(root, budget, again=True, reason="A goal was missing", dry_run=True)
    assert states(again) == [State.AGAIN] * 2
    assert whole(root) == before


# --- issued again


def test_a_new_issue_takes_the_place_of_the_old_one_which_is_kept(small):
    root, budget = small
    before = tree(root)
    facts = {"again": True, "schools": (SECOND,), "reason": "The allocation was wrong"}
    result = go(root, budget, at=AT.replace(month=2), **facts)
    (told,) = result.schools
    assert (told.state, told.number) == (State.AGAIN, 2)
    old = before[f"out/{told.file}"]
    assert tree(root)[f"out/earlier/{told.file.replace('.xlsx', '.1.xlsx')}"] == old
    with open_register(root, at=AT) as register:
        first, second = issued_workbooks(register, "riverbend-unified-2027", SECOND)
    assert second.supersedes == first.workbook_id
    assert second.reason == "The allocation was wrong"
    log = read_log(open_book(root / "out" / told.file))
    assert log[1].what.endswith("issue 2: The allocation was wrong")


def test_a_new_issue_for_the_same_reason_is_made_once(small):
    root, budget = small
    facts = {"again": True, "schools": (SECOND,), "reason": "The allocation was wrong"}
    go(root, budget, **facts)
    before = whole(root)
    assert states(go(root, budget, **facts)) == [State.KEPT]
    assert whole(root) == before
    assert states(go(root, budget)) == [State.KEPT] * 2


# --- what is left alone, and refused


def test_an_edited_file_is_not_replaced_and_said(small):
    root, budget = small
    path = root / "out" / "Birch-Hollow-Elementary-ZZS02_ZZS02.xlsx"
    path.write_bytes(path.read_bytes() + b"x")
    before = path.read_bytes()
    for facts in ({}, {"again": True, "reason": "New prices", "schools": (SECOND,)}):
        result = go(root, budget, **facts)
        assert states(result)[-1] is State.LEFT
        assert codes(result) == ["XLO-05"]
        assert path.read_bytes() == before


def test_a_stranger_in_the_place_of_a_new_file_is_not_replaced(district, tmp_path):
    root, budget = tmp_path / "fy27", few(district, 2)
    first = go(root, budget, schools=("ZZS01",))
    stranger = root / "out" / "Birch-Hollow-Elementary-ZZS02_ZZS02.xlsx"
    stranger.write_bytes(b"mine")
    result = go(root, budget)
    assert states(result) == [State.KEPT, State.LEFT]
    assert stranger.read_bytes() == b"mine"
    assert len(first.schools) == 1


def changed(budget, school_id, **facts):
    """The budget with another school in the place of one."""
    schools = [replace(it, **facts) if it.school_id == school_id else it for it in budget.schools]
    return replace(budget, schools=tuple(schools))


def test_data_that_changed_asks_for_a_new_issue(small):
    root, budget = small
    other = changed(budget, SECOND, allocation={2027: Decimal(1)})
    before = whole(root)
    refused = go(root, other)
    assert (codes(refused), refused.schools) == (["XLO-04"], ())
    assert whole(root) == before
    result = go(root, other, again=True, schools=(SECOND,), reason="New money")
    assert states(result) == [State.AGAIN]
    assert states(go(root, other)) == [State.KEPT] * 2


def test_a_school_that_opens_later_is_added(small, district):
    root, _ = small
    assert states(go(root, few(district, 3))) == [State.KEPT, State.KEPT, State.MADE]


def test_too_many_lines_are_refused_before_anything_is_written(small):
    root, budget = small
    line = next(line for line in budget.lines if line.school_id == SECOND)
    more = tuple(replace(line, line_id=f"more-{n}") for n in range(90))
    before = whole(root)
    facts = {"again": True, "schools": (SECOND,), "reason": "More lines"}
    result = go(root, replace(budget, lines=(*budget.lines, *more)), **facts)
    assert (codes(result), result.schools) == (["XLO-02"], ())
    assert "lines of last year (95)" in result.findings[0].saw
    assert whole(root) == before


def test_an_unknown_school_is_refused_in_words(district, tmp_path):
    result = go(tmp_path / "fy27", district, schools=("nobody",))
    assert codes(result) == ["XLO-03"]
    assert "ZZS01" in result.findings[0].wants
    assert not (tmp_path / "fy27").exists()


def test_a_campaign_goes_on_as_it_was_begun(small):
    root, budget = small
    with pytest.raises(ExistingFileError, match=r"its title is .*start from last year"):
        go(root, budget, title="Another", with_lines=False)


def test_schools_without_money_or_lines_are_said(district, tmp_path):
    budget = replace(changed(few(district, 1), "ZZS01", allocation={}), lines=())
    result = go(tmp_path / "fy27", budget, dry_run=True)
    assert codes(result) == ["XLO-06", "XLO-07"]


def test_whom_to_write_to_is_recorded_and_in_no_workbook(small):
    root, _ = small
    with open_register(root, at=AT) as register:
        schools = schools_of(register, "riverbend-unified-2027")
    assert [(it.contact_name, it.contact_email) for it in schools] == [
        ("Maren Oduya", "maren.oduya@riverbend.example"),
        ("Tomas Keller", "tomas.keller@riverbend.example"),
    ]
    texts = [text for path in (root / "out").glob("*.xlsx") for text in parts_of(path).values()]
    assert [text for text in texts if "riverbend.example" in text or "Oduya" in text] == []
    assert "Maren Oduya" in (root / "district" / "schools.csv").read_text("utf-8")


def test_another_contact_asks_for_no_new_issue(small):
    root, budget = small
    names = {"contact_name": "Kim Ortiz", "contact_email": "kim@riverbend.example"}
    assert states(go(root, changed(budget, SECOND, **names))) == [State.KEPT] * 2
    with open_register(root, at=AT) as register:
        school = schools_of(register, "riverbend-unified-2027")[1]
    assert (school.contact_name, school.contact_email) == tuple(names.values())


def test_whom_to_write_to_stays_as_it_is_recorded_where_the_data_is_silent(small):
    root, budget = small
    known = CampaignSchool(school_id=SECOND, name="Birch", contact_email="birch@example.org")
    with open_register(root, at=AT) as register:
        record_schools(register, "riverbend-unified-2027", [known], by=BY, at=AT)
    go(root, changed(budget, SECOND, contact_name="", contact_email=""))
    with open_register(root, at=AT) as register:
        school = schools_of(register, "riverbend-unified-2027")[1]
    assert (school.contact_email, school.name) == ("birch@example.org", budget.schools[1].name)


def test_a_shared_register_takes_what_went_out(district, tmp_path, postgresql):
    where = postgresql.schema()
    budget = few(district, 2)
    go(tmp_path / "fy27", budget, register=where)
    again = go(tmp_path / "fy27", budget, register=where)
    assert states(again) == [State.KEPT] * 2
    assert not (tmp_path / "fy27" / "register.sqlite").exists()
    assert "postgresql" in (tmp_path / "fy27" / "campaign.toml").read_text("utf-8")
    with open_register(where, at=AT) as register:
        assert len(issued_workbooks(register, "riverbend-unified-2027")) == 2
