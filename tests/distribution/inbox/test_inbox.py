"""look_into: every file once, in a fixed order, and nothing of the inbox changed."""

import os
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trees import tree_of
from xlbudget.distribution.inbox import each_reply, look_into
from zips import workbook, zipped

A, B = workbook("a"), workbook("b")


def fill(mail):
    """Put into the inbox what people put there."""
    os.utime(mail.put("North/budget.xlsx", A), (1_000, 1_000))
    mail.put("North/budget (1).xlsx", A)
    mail.put("North/budget final.xlsx", B)
    mail.put("South/reply.zip", zipped([("budget.xlsx", B), ("notes.pdf", b"%PDF")]))
    mail.put("South/.DS_Store", b"x")
    mail.put("West/budget.xls", b"\xd0\xcf\x11\xe0")
    mail.put("West/bad.zip", b"PK\5\6")
    mail.put("West/fake.xlsx", b"Line,Amount\n")


def test_every_file_once_with_all_its_names(mail):
    fill(mail)
    got = mail.look()
    assert [reply.names for reply in got.replies] == [
        ("North/budget (1).xlsx", "North/budget.xlsx"),
        ("North/budget final.xlsx", "South/reply.zip/budget.xlsx"),
        ("South/reply.zip/notes.pdf",),
        ("West/bad.zip",),
        ("West/budget.xls",),
        ("West/fake.xlsx",),
    ]
    assert got.replies[0].modified == datetime.fromtimestamp(1_000, UTC)
    assert [reply.name for reply in got.rejected] == [
        "South/reply.zip/notes.pdf",
        "West/bad.zip",
        "West/budget.xls",
    ]
    assert got.passed_over == 1


def test_every_name_comes_by_itself_where_nothing_is_remembered(mail):
    fill(mail)
    replies = list(each_reply([mail.inbox], mail.copies))
    assert [reply.names for reply in replies if reply] == [
        ("North/budget (1).xlsx",),
        ("North/budget final.xlsx",),
        ("North/budget.xlsx",),
        ("South/reply.zip/budget.xlsx",),
        ("South/reply.zip/notes.pdf",),
        ("West/bad.zip",),
        ("West/budget.xls",),
        ("West/fake.xlsx",),
    ]
    assert replies.count(None) == 1
    assert replies[0].path == replies[2].path


def test_nothing_of_the_inbox_changes(mail):
    fill(mail)
    before = tree_of(mail.inbox)
    mail.look()
    assert tree_of(mail.inbox) == before


def test_running_again_gives_the_same_and_keeps_the_same(mail):
    fill(mail)
    first, kept = mail.look(), tree_of(mail.copies)
    assert mail.look() == first
    assert tree_of(mail.copies) == kept
    assert len([path for path in mail.copies.rglob("*") if path.is_file()]) == 3


def test_copies_that_lie_in_the_inbox_do_not_come_back(mail):
    mail.put("a.xlsx", A)
    copies = mail.inbox / "received"
    for _ in range(2):
        (reply,) = look_into([mail.inbox], copies).replies
        assert reply.names == ("a.xlsx",)


def test_progress_is_told_after_each_file(mail):
    fill(mail)
    told = []
    mail.look(progress=lambda done, of: told.append((done, of)))
    assert told == [(count, None) for count in range(1, 10)]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=1))
def test_no_bytes_are_lost_and_none_come_twice(tmp_path_factory, marks):
    folder = tmp_path_factory.mktemp("law")
    for name, mark in marks.items():
        (folder / f"{name}.xlsx").write_bytes(workbook(str(mark)))
    replies = look_into([folder], folder / "received").replies
    assert len(replies) == len(set(marks.values()))
    assert sorted(name for reply in replies for name in reply.names) == sorted(
        f"{name}.xlsx" for name in marks
    )
