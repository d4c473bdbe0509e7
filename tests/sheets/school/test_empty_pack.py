"""The pack of a district that has entered nothing yet."""

from xlbudget.sheets.school import empty_pack, school_book


def test_it_has_a_school_and_nothing_else():
    pack = empty_pack(3)
    assert (pack.school.name, len(pack.district.years)) == ("Your school", 3)
    assert (pack.goals, pack.lines, pack.sources) == ((), (), ())
    assert [item.item.item_id for item in pack.items] == ["Other"]


def test_a_workbook_can_be_made_of_it():
    assert school_book(empty_pack()).master == "Not ready: 1 point missing, see Check and send"
