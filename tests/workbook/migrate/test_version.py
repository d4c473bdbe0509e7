"""check_version: ours and not newer; a workbook that says nothing passes."""

import pytest

from xlbudget.errors import UnreadableFileError
from xlbudget.sheets.identity import TEMPLATE, VERSION, Fact
from xlbudget.workbook.migrate.version import carries, check_version, is_older, numbers
from xlbudget.workbook.stamp import Stamp


def stamp(template, version):
    return Stamp({Fact.TEMPLATE: template, Fact.VERSION: version})


@pytest.mark.parametrize(
    "given", [stamp(TEMPLATE, VERSION), stamp(TEMPLATE, "v0.9"), stamp("", ""), Stamp()]
)
def test_ours_and_nobodys_pass(given):
    check_version(given, "a.xlsx")


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (stamp(TEMPLATE, "v1.1"), "newer xlbudget"),
        (stamp(TEMPLATE, "v10.0"), "newer xlbudget"),
        (stamp("xlbudget school", VERSION), "district's workbook"),
    ],
)
def test_others_are_refused_with_what_to_do(given, word):
    with pytest.raises(UnreadableFileError) as refusal:
        check_version(given, "a.xlsx")
    assert word in refusal.value.fix
    assert refusal.value.place == "a.xlsx"


def test_versions_are_ordered_by_their_numbers():
    words = ["", "v0.9", "v0.10", "v1.0", "v1.0.1", "v2"]
    assert sorted(words, key=numbers) == words


@pytest.mark.parametrize(
    ("old", "new", "fits"),
    [
        ("v1.0", "v1.0", True),
        ("v1.0", "v1.2", True),
        ("v1.2", "v1.10", True),
        ("v1.10", "v1.2", False),
        ("v0.9", "v1.0", False),
        ("v1.9", "v2.0", False),
        ("v2.0", "v1.9", False),
    ],
)
def test_what_is_typed_has_a_place_in_newer_templates_of_the_same_first_number(old, new, fits):
    assert carries(old, new) is fits


@pytest.mark.parametrize(
    ("version", "older"), [("v0.9", True), (VERSION, False), ("v99.0", False), ("", False)]
)
def test_a_template_is_older_than_those_of_this_program_or_not(version, older):
    assert is_older(version) is older
