"""choice_lists: every list of words has its column, its name, and its length."""

from enum import StrEnum

import pytest

from xlbudget.model import choices
from xlbudget.sheets.choice_lists import choice_lists, choice_names, choices_table, list_for

KINDS = [
    kind
    for kind in vars(choices).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
EXTRA = {"EscalationList": ("general", "staff")}


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_of_choices_has_a_list_of_its_words(kind):
    words = tuple(item.value for item in kind)
    assert choice_lists()[f"{kind.__name__}List"] == words
    assert list_for(words) == f"{kind.__name__}List"


def test_yes_and_no_are_a_list_too():
    assert list_for(("yes", "no")) == "YesNoList"
    assert len(choice_lists()) == len(KINDS) + 1


@pytest.mark.parametrize("name", [*choice_lists(), *EXTRA])
def test_a_column_holds_the_words_and_then_blanks(name):
    table = choices_table(EXTRA)
    place = [column.header for column in table.columns].index(name)
    cells = [row.cells[place] for row in table.rows]
    words = (choice_lists() | EXTRA)[name]
    assert cells == [*words, *[None] * (len(cells) - len(words))]


def test_the_table_is_as_high_as_its_longest_list():
    assert len(choices_table({}).rows) == max(len(words) for words in choice_lists().values())
    assert len(choices_table({"Long": ("a",) * 40}).rows) == 40


def test_a_name_covers_its_words_and_no_blank():
    refers = {name.name: name.refers for name in choice_names(EXTRA)}
    assert refers["YesNoList"] == "{$Choices|0..1|YesNoList}"
    assert refers["AreaList"] == "{$Choices|0..5|AreaList}"
    assert refers["EscalationList"] == "{$Choices|0..1|EscalationList}"
