"""What is said of an answer: each kind once, with its weight and its place."""

from dataclasses import replace
from decimal import Decimal

import pytest

from school_answers import REASON, answered, new_line, school_pack
from xlbudget.model.finding import Place
from xlbudget.model.school_answer import SIGNATURE, BuildingGoal, SignOff
from xlbudget.model.school_findings import SchoolCode
from xlbudget.model.school_lines import line_items_of


def said(answer, pack=None):
    _, findings = line_items_of(answer, pack or school_pack())
    return [(finding.code, finding.severity.value, finding.place.record) for finding in findings]


def test_a_sound_answer_has_no_finding():
    assert said(answered(new_line())) == []


@pytest.mark.parametrize(
    ("changes", "severity"),
    [({"goal_id": "G99"}, "fatal"), ({"item_id": ""}, "fatal"), ({"source_id": "F99"}, "fatal"),
     ({"quantity": None}, "fatal"), ({"why": "short"}, "warning"),
     ({"item_id": "I1", "quantity": Decimal("1.5")}, "warning")],
)  # fmt: skip
def test_a_lack_weighs(changes, severity):
    assert said(answered(new_line(**changes))) == [("XLS-01", severity, "S1-N01")]


def test_a_lack_says_what_the_cell_holds_and_what_to_do():
    _, findings = line_items_of(answered(new_line(goal_id="G99")), school_pack())
    assert findings[0].saw == "Line S1-N01 lacks a goal: it says “G99”"
    assert findings[0].fix == "Choose a goal of the list"


def test_the_place_of_a_finding_is_the_cell_that_was_read():
    place = Place(file="a.xlsx", sheet="My lines", cell="J9")
    answer = replace(answered(new_line(goal_id="")), places={("S1-N01", "goal_id"): place})
    _, findings = line_items_of(answer, school_pack())
    assert findings[0].place is place


def test_an_id_that_stands_twice_is_fatal():
    assert ("XLS-02", "fatal", "S1-N01") in said(answered(new_line(), new_line()))


def test_a_line_of_last_year_that_is_gone_is_fatal():
    answer = answered()
    gone = replace(answer, lines=answer.lines[1:])
    assert said(gone) == [("XLS-03", "fatal", "L1")]


def test_an_id_that_was_not_given_out_is_told():
    assert said(answered(new_line("MINE"))) == [("XLS-04", "warning", "MINE")]


def test_a_dropped_line_is_told():
    assert said(answered(L1={"action": "Drop"})) == [("XLS-05", "information", "L1")]


def test_a_kept_line_that_differs_is_told():
    changed = {"why": REASON + " and a charger"}
    assert said(answered(L1=changed)) == [("XLS-06", "information", "L1")]


def test_a_goal_that_lacks_something_is_told():
    goal = BuildingGoal(goal_id="S1-G01", statement="Read", parent_goal_id="G1")
    own = answered().goals
    assert said(answered(goals=(*own, goal))) == [("XLS-07", "warning", "S1-G01")]
    unchained = replace(goal, parent_goal_id="G9", measure="minutes")
    assert said(answered(goals=(*own, unchained))) == [("XLS-07", "fatal", "S1-G01")]


def test_more_cost_than_money_is_told_with_year_and_dollars():
    _, findings = line_items_of(answered(new_line(quantity=Decimal(1000))), school_pack())
    (over,) = findings
    assert (over.code, over.place.sheet) == ("XLS-08", "My money")
    assert "FY2027 by 13,240.00 dollars" in over.saw  # 10,240 + 1,000 + 500 + 16,500 - 15,000


def test_a_school_without_an_allocation_is_never_over():
    pack = school_pack()
    poor = replace(pack, school=replace(pack.school, allocation={}))
    assert said(answered(new_line(quantity=Decimal(1000))), poor) == []


def test_a_thing_off_the_list_is_told():
    other = new_line(item_id="Other", description="Lamp", price=Decimal(9))
    assert said(answered(other)) == [("XLS-09", "information", "S1-N01")]


def test_an_answer_that_nobody_signed_is_told():
    answer = replace(answered(), sign_off=SignOff(name="Dana", role="Principal"))
    assert said(answer) == [("XLS-10", "warning", "S1")]


def test_a_signature_is_told_with_its_first_blank_cell():
    cells = {(SIGNATURE, name): Place(sheet="Check and send", cell=f"B{row}")
             for row, name in enumerate(("name", "role", "day"), start=9)}  # fmt: skip
    answer = replace(answered(), sign_off=SignOff(name="Dana"), places=cells)
    (finding,) = line_items_of(answer, school_pack())[1]
    assert (finding.place.cell, finding.saw) == (
        "B10",
        "Who answers for it: role and date are blank",
    )


def test_an_answer_of_another_school_is_fatal():
    assert ("XLS-11", "fatal", "S2") in said(replace(answered(), school_id="S2"))


def test_every_kind_says_what_it_means():
    assert len({code.value for code in SchoolCode}) == len(SchoolCode)
    assert all(code.says.endswith(".") for code in SchoolCode)
