"""Answers about a machine: what was found, then what to mend, and nothing about what is well."""

from xlbudget.hosts.doctor import Answer
from xlbudget.hosts.health import put_answers

WELL = Answer("xlwings", "0.37.8", fix="Never said")
SICK = Answer("DLL", "is not there", well=False, fix="Ask IT to allow it")


def test_what_is_to_be_mended_is_said_after_the_table(capsys):
    put_answers("The add-in", (WELL, SICK))
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "The add-in"
    assert told[-1] == "DLL: Ask IT to allow it."
    assert [line.split()[-1] for line in told if "0.37.8" in line] == ["well"]
    assert not [line for line in told if "Never said" in line]
