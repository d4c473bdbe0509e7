"""The judge that runs in Node: it says what is missing, and what went wrong."""

import pytest

from judges import node


def test_a_package_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match="no-such-package is not in node_modules"):
        node.package("no-such-package")


def test_what_a_program_says_is_read():
    assert node.run("-e", "console.log(JSON.stringify([1, 'two']))") == [1, "two"]


def test_a_program_that_fails_is_told_in_its_own_words():
    with pytest.raises(AssertionError, match="no luck"):
        node.run("-e", "throw new Error('no luck')")
