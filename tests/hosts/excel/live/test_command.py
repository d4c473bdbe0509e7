"""A command run beside Excel."""

import pytest

from xlbudget import __version__
from xlbudget.errors import FileError
from xlbudget.hosts.excel.live.command import said_by


def test_it_says_what_the_command_says():
    assert __version__ in said_by("--version")


def test_a_refusal_comes_with_the_words_of_the_command(tmp_path):
    with pytest.raises(FileError, match="The command freeze was refused") as refused:
        said_by("freeze", str(tmp_path / "nowhere.xlsx"), "-o", str(tmp_path / "out.xlsx"))
    assert "Traceback" not in str(refused.value)
