"""Crosswalk: another system's code in, our word out."""

import pytest

from xlbudget.model.crosswalk import ASK, Crosswalk

CODES = {"6399": "software subscriptions", "HW": "device hardware"}


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("6399", "software subscriptions"),
        (" hw ", "device hardware"),
        ("06399", None),
        ("", None),
    ],
)
def test_a_code_that_is_not_on_the_list_is_asked_for(code, meant):
    assert Crosswalk(CODES, ASK).of(code) == meant


def test_a_default_stands_for_every_other_code():
    assert Crosswalk(CODES, "digital content").of("9999") == "digital content"
