"""check_version: ours and not newer; a workbook that says nothing passes."""

import pytest

from xlbudget.errors import UnreadableFileError
from xlbudget.sheets.identity import TEMPLATE, VERSION, Fact
from xlbudget.workbook.migrate.version import check_version, numbers
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
