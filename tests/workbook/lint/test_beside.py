"""Explanations in a file beside a workbook or a folder, and what may be wrong with that file."""

from pathlib import Path

import pytest

from xlbudget.workbook.lint.beside import MOST_BYTES, explanations_beside, file_beside

CODES = {"L01", "XLR-09"}
REASON = 'reason = "Letterhead"\nby = "J. Ortiz"\ndate = 2026-09-01\n'


def beside(folder, text, name="budget.xlsx"):
    (folder / f"{name}.lint.toml").write_text(text, encoding="utf-8")
    return explanations_beside(folder / name, CODES)


def test_each_one_is_read_with_all_that_narrows_it(tmp_path):
    narrowed = 'code = "l01"\nsheet = "Log"\ncell = "A9"\nrecord = "L1"\n'
    (one,), faults = beside(tmp_path, f"[[suppress]]\n{narrowed}{REASON}")
    assert (one.code, one.sheet, one.cell, one.record) == ("L01", "Log", "A9", "L1")
    assert (one.reason, one.by, one.date) == ("Letterhead", "J. Ortiz", "2026-09-01")
    assert one.kept_in == "budget.xlsx.lint.toml"
    assert not one.is_in_log
    assert faults == ()


def test_without_a_file_nothing_is_explained(tmp_path):
    assert explanations_beside(tmp_path / "budget.xlsx", CODES) == ((), ())


def test_a_folder_has_its_file_beside_it_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert file_beside(Path("elm")) == Path("elm.lint.toml")
    assert file_beside(Path()) == tmp_path.with_name(f"{tmp_path.name}.lint.toml")
    assert file_beside(tmp_path / "elm" / "..").name == f"{tmp_path.name}.lint.toml"


@pytest.mark.parametrize(
    ("text", "saw"),
    [
        ("[[suppress]\n", "no sound TOML"),
        ('suppress = "all"\n', "no list"),
        (f"[[suppress]]\n{REASON}", "lacks its rule"),
        ('[[suppress]]\ncode = "L01"\n', "lacks its reason and its name and its date"),
        (f'[[suppress]]\ncode = "Z99"\n{REASON}', "names the rule 'Z99'"),
        (f'[[suppress]]\ncode = "L01"\ncells = "A1"\n{REASON}', "the word 'cells'"),
        ("#" * (MOST_BYTES + 1), "larger than a megabyte"),
        ("a = " + "[" * 5000, "no sound TOML"),
    ],
    ids=lambda text: text[:20],
)
def test_a_fault_of_the_file_is_told_with_what_it_should_be(tmp_path, text, saw):
    kept, (fault,) = beside(tmp_path, text)
    assert kept == ()
    assert saw in fault.saw
    assert "code, reason, by and date" in fault.saw


def test_one_that_is_not_whole_does_not_harm_the_others(tmp_path):
    kept, faults = beside(
        tmp_path, f'[[suppress]]\ncode = "L01"\n[[suppress]]\ncode = "XLR-09"\n{REASON}'
    )
    assert [one.code for one in kept] == ["XLR-09"]
    assert len(faults) == 1


def test_a_file_in_another_code_than_utf_8_is_told(tmp_path):
    (tmp_path / "budget.xlsx.lint.toml").write_bytes(b'a = "\xff"')
    (fault,) = explanations_beside(tmp_path / "budget.xlsx", CODES)[1]
    assert "no sound TOML" in fault.saw
