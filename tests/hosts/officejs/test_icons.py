"""The icons: pictures that another program reads, of the right size, the same every time."""

from io import BytesIO

import pytest
from PIL import Image

from xlbudget.hosts.officejs.icons import COLOR, OUTLINE, SIZES, icon, outline

TILE, LAST = (15, 94, 89, 255), (255, 247, 219, 255)


def read(png):
    picture = Image.open(BytesIO(png))
    picture.load()
    return picture


@pytest.mark.parametrize("side", [*SIZES, COLOR])
def test_it_is_a_tile_with_columns_and_clear_corners(side):
    picture = read(icon(side))
    assert (picture.mode, picture.size) == ("RGBA", (side, side))
    assert picture.getpixel((0, 0))[3] < 128
    assert picture.getpixel((side // 2, side // 10)) == TILE
    assert picture.getpixel((round(side * 0.72), side // 2)) == LAST


def test_the_outline_is_white_on_nothing():
    picture = read(outline())
    assert picture.size == (OUTLINE, OUTLINE)
    assert {color[:3] for _count, color in picture.getcolors() if color[3]} == {(255, 255, 255)}
    assert picture.getpixel((5, 5))[3] == 0


def test_it_is_the_same_every_time():
    assert icon(32) == icon(32)
