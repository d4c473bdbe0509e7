"""How much room a school's workbook has, and the refusal of what does not fit."""

import pytest

from school_answers import answered, school_budget, school_pack
from xlbudget.errors import ShapeError
from xlbudget.model.school_answer import opening_answer
from xlbudget.model.school_pack import pack_of
from xlbudget.sheets.school.sizes import Sizes, counts_of, refuse_what_does_not_fit, sizes_for


def test_one_template_has_room_for_every_school():
    packs = [pack_of(school_budget(), key) for key in ("S1", "S2")]
    assert sizes_for(packs) == Sizes(
        lines=3, spare_lines=50, goals=4, district_goals=1, items=2, sources=2
    )


def test_there_is_room_for_nothing():
    assert sizes_for([]) == Sizes(
        lines=0, spare_lines=50, goals=3, district_goals=1, items=0, sources=1
    )


@pytest.mark.parametrize("key", ["S1", "S2"])
def test_the_sizes_of_all_schools_hold_each_of_them(key):
    packs = [pack_of(school_budget(), each) for each in ("S1", "S2")]
    pack = next(pack for pack in packs if pack.school.school_id == key)
    refuse_what_does_not_fit(key, counts_of(pack, opening_answer(pack)), sizes_for(packs))


def test_all_that_does_not_fit_is_named():
    sizes = Sizes(lines=2, spare_lines=3, goals=0, district_goals=0, items=1, sources=1)
    with pytest.raises(ShapeError) as refusal:
        refuse_what_does_not_fit("S1", counts_of(school_pack(), answered()), sizes)
    assert refusal.value.saw == (
        "The school S1 has lines of last year (3), goals (1), district goals (1), "
        "standard items (2), funding sources (2)"
    )
    assert "room for lines of last year (2), goals (0)" in refusal.value.wants
