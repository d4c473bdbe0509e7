"""Origin: the place of a line in what came in."""

from xlbudget.model.origin import Origin


def test_a_place_is_told_in_words():
    origin = Origin(file="Oak_S1.xlsx", sheet="My lines", row=12, sha256="0123456789abcdef")
    assert str(origin) == "Oak_S1.xlsx, My lines, row 12"
    assert origin.digest == "0123456789ab"


def test_what_is_not_known_is_left_out():
    assert str(Origin(file="riverbend")) == "riverbend"
