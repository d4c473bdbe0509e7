"""blocks: areas of formulas as few blocks, which areas that overlap share."""

from hypothesis import given
from hypothesis import strategies as st

from xlbudget.workbook.lint.area import Area
from xlbudget.workbook.lint.blocks import Block, blocks_of

SHEET = "Costs"
places = st.sets(st.tuples(st.integers(1, 40), st.integers(1, 5)), max_size=80)
areas = st.tuples(st.integers(1, 40), st.integers(1, 5), st.integers(0, 40), st.integers(0, 20))


def cells_in(blocks, block):
    """All cells in a block."""
    inside = blocks.inside(block)
    inner = (cells_in(blocks, one) if isinstance(one, Block) else [one] for one in inside)
    return [cell for cells in inner for cell in cells]


@given(places, areas)
def test_the_blocks_of_an_area_are_its_formulas_each_once(places, sides):
    top, left, down, right = sides
    area = Area(top, left, top + down, left + right)
    blocks = blocks_of((SHEET, *place) for place in places)
    found = [cell for block in blocks.of(SHEET, area) for cell in cells_in(blocks, block)]
    assert sorted(found) == sorted((SHEET, *place) for place in places if area.holds(*place))


def test_running_totals_of_a_long_column_share_their_blocks():
    rows = 4_096
    blocks = blocks_of((SHEET, row, 2) for row in range(1, rows + 1))
    totals = [list(blocks.of(SHEET, Area(1, 2, row, 2))) for row in range(1, rows + 1)]
    assert max(map(len, totals)) == 12  # of 4,095 formulas
    assert len({block for total in totals for block in total}) == rows


def test_an_area_of_whole_columns_and_one_of_another_sheet():
    blocks = blocks_of([(SHEET, 7, 3), (SHEET, 9, 9)])
    assert list(blocks.of(SHEET, Area(1, 1, 1_048_576, 5))) == [Block(SHEET, 3, 0, 0)]
    assert list(blocks.of("Other", Area(1, 1, 9, 9))) == []
