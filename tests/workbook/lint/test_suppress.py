"""What a person lets stand: by rule, sheet and cell, with a reason, a name and a date."""

import pytest

from workbook.lint.books import write
from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.lint import lint
from xlbudget.workbook.lint.suppress import judged, suppressions_beside

REASON = 'reason = "Letterhead"\nby = "J. Ortiz"\ndate = 2026-09-01\n'


@pytest.fixture
def merged(tmp_path):
    """Return a workbook with merged cells on two sheets."""
    path = tmp_path / "budget.xlsx"

    def seed(book):
        book["Log"].merge_range("A9:C9", "Notes")
        book["Lists"].merge_range("A9:C9", "Notes")

    return write(path, seed)


def beside(path, text):
    path.with_name("budget.xlsx.lint.toml").write_text(text, encoding="utf-8")
    return suppressions_beside(path)


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ("", 0),
        ('sheet = "log"\n', 1),
        ('sheet = "Log"\ncell = "a9"\n', 1),
        ('cell = "B2"\n', 2),
    ],
)
def test_a_suppression_covers_what_it_names(merged, narrowed, left):
    stands = beside(merged, f'[[suppress]]\ncode = "L01"\n{narrowed}{REASON}')
    result = judged(lint(merged), stands)
    assert len(result.findings) == left
    assert len(result.suppressed) == 2 - left
    assert [why.reason for _, why in result.suppressed] == ["Letterhead"] * (2 - left)
    assert len(result.unused) == (left == 2)


def test_without_a_file_nothing_is_let_stand(merged):
    assert suppressions_beside(merged) == ()


@pytest.mark.parametrize(
    ("text", "saw"),
    [
        ("[[suppress]\n", "no sound TOML"),
        ('suppress = "all"\n', "no list"),
        (f"[[suppress]]\n{REASON}", "lacks its code"),
        ('[[suppress]]\ncode = "L01"\n', "lacks its reason"),
        (f'[[suppress]]\ncode = "Z99"\n{REASON}', "no rule 'Z99'"),
        (f'[[suppress]]\ncode = "L01"\ncells = "A1"\n{REASON}', "'cells'"),
    ],
)
def test_a_file_that_is_not_sound_is_refused(merged, text, saw):
    with pytest.raises(UnreadableFileError) as refusal:
        beside(merged, text)
    assert saw in refusal.value.saw
