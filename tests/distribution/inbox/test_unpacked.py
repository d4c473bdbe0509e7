"""unpacked: what is in a zip file, within bounds."""

import struct
from stat import S_IFLNK
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xlbudget.distribution.inbox import InboxCode, inbox
from xlbudget.distribution.inbox.unpacked import Allowance
from zips import WHEN, workbook, zipped

A, B = workbook("a"), workbook("b")


def names(replies):
    return [reply.name for reply in replies]


def codes(replies):
    return {reply.name: reply.findings[0].code for reply in replies if reply.findings}


@pytest.fixture
def small(monkeypatch):
    """Let little be unpacked."""

    def let(**most):
        monkeypatch.setattr(inbox, "Allowance", lambda: Allowance(**most))

    return let


def test_folders_in_a_zip_file(mail):
    mail.put("reply.zip", zipped([("North/", b""), ("North/a.xlsx", A), ("b.xlsx", B)]))
    replies = mail.look().replies
    assert names(replies) == ["reply.zip/North/a.xlsx", "reply.zip/b.xlsx"]
    assert [reply.path.read_bytes() for reply in replies] == [A, B]


def test_a_zip_file_in_a_zip_file(mail):
    inner = zipped([("a.xlsx", A)])
    mail.put("all.zip", zipped([("North.zip", inner), ("b.xlsx", B)], compression=ZIP_STORED))
    assert names(mail.look().replies) == ["all.zip/North.zip/a.xlsx", "all.zip/b.xlsx"]


def test_zip_files_deeper_than_people_make_are_told(mail):
    packed = zipped([("a.xlsx", A)])
    for name in ("3.zip", "2.zip"):
        packed = zipped([(name, packed), (f"{name}.xlsx", workbook(name))])
    mail.put("1.zip", packed)
    assert "1.zip/2.zip/3.zip/a.xlsx" in names(mail.look().workbooks)
    mail.put("0.zip", zipped([("1.zip", packed)]))
    assert codes(mail.look().replies) == {"0.zip/1.zip/2.zip/3.zip": InboxCode.ARCHIVE}


def test_a_workbook_that_a_mail_program_renamed_is_a_workbook(mail):
    mail.put("budget.zip", A)
    assert mail.the_reply().path.read_bytes() == A


def test_rubbish_in_a_zip_file_is_passed_over(mail):
    members = [("__MACOSX/._a.xlsx", b"x"), (".DS_Store", b"x"), ("~$a.xlsx", b"x"), ("a.xlsx", A)]
    mail.put("reply.zip", zipped(members))
    got = mail.look()
    assert names(got.replies) == ["reply.zip/a.xlsx"]
    assert got.passed_over == 3


@pytest.mark.parametrize(
    "name",
    ["../a.xlsx", "x/../../a.xlsx", "/etc/a.xlsx", "C:\\a.xlsx", "..\\a.xlsx", "a\0.xlsx", ""],
)
def test_a_name_that_leads_out_is_rejected_and_nothing_is_written_there(mail, tmp_path, name):
    info = ZipInfo("x", WHEN)
    info.filename = info.orig_filename = name
    mail.put("deep/reply.zip", zipped([(info, A), ("b.xlsx", B)]))
    got = mail.look()
    assert [reply.findings[0].code for reply in got.rejected] == [InboxCode.LEADS_OUT]
    assert names(got.workbooks) == ["deep/reply.zip/b.xlsx"]
    assert {path.name for path in tmp_path.rglob("*.xlsx")} == {f"{got.workbooks[0].sha256}.xlsx"}


def test_the_other_slash_of_old_programs_is_met(mail):
    info = ZipInfo("x", WHEN)
    info.filename = info.orig_filename = "North\\a.xlsx"
    mail.put("reply.zip", zipped([(info, A)]))
    assert mail.the_reply().name == "reply.zip/North/a.xlsx"


def test_a_link_in_a_zip_file_is_rejected(mail):
    info = ZipInfo("a.xlsx", WHEN)
    info.create_system, info.external_attr = 3, (S_IFLNK | 0o777) << 16
    mail.put("reply.zip", zipped([(info, "/etc/passwd")]))
    assert codes(mail.look().replies) == {"reply.zip/a.xlsx": InboxCode.LEADS_OUT}


def test_names_that_stand_twice_are_both_met(mail):
    mail.put("reply.zip", zipped([("a.xlsx", A), ("a.xlsx", B)]))
    assert names(mail.look().replies) == ["reply.zip/a.xlsx", "reply.zip/a.xlsx (2)"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Año.xlsx".encode(), id="utf-8-without-saying-so"),
        pytest.param("An\u0303o.xlsx".encode(), id="utf-8-as-a-mac-spells-it"),
        pytest.param(b"A\xa4o.xlsx", id="code-page-437"),
    ],
)
def test_names_in_odd_encodings(mail, raw):
    packed = zipped([("?" * len(raw), A)]).replace(b"?" * len(raw), raw)
    mail.put("reply.zip", packed)
    assert mail.the_reply().name == "reply.zip/Año.xlsx"


def test_a_locked_file_is_told_and_stops_nothing(mail):
    packed = bytearray(zipped([("a.xlsx", A), ("b.xlsx", B)]))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        packed[packed.index(mark) + at] |= 1
    mail.put("reply.zip", bytes(packed))
    got = mail.look()
    assert "password" in got.rejected[0].findings[0].saw
    assert names(got.workbooks) == ["reply.zip/b.xlsx"]


def test_a_way_of_packing_that_is_not_opened_is_told(mail):
    mail.put("reply.zip", zipped([("a.xlsx", A)], compression=ZIP_BZIP2))
    assert codes(mail.look().replies) == {"reply.zip/a.xlsx": InboxCode.ARCHIVE}


def test_a_bomb_does_not_go_off(mail):
    mail.put("reply.zip", zipped([("a.xlsx", bytes(10_000_000)), ("b.xlsx", B)]))
    got = mail.look()
    assert "200 times" in got.rejected[0].findings[0].saw
    assert names(got.workbooks) == ["reply.zip/b.xlsx"]


def test_a_size_that_is_a_lie_is_found_out(mail):
    data = bytes(5_000_000)
    packed = zipped([("a.xlsx", data), ("b.xlsx", B)]).replace(
        struct.pack("<L", len(data)), struct.pack("<L", 4_000)
    )
    mail.put("reply.zip", packed)
    got = mail.look()
    assert codes(got.rejected) == {"reply.zip/a.xlsx": InboxCode.UNREADABLE}
    assert names(got.workbooks) == ["reply.zip/b.xlsx"]


def test_more_than_may_be_unpacked_is_refused_and_what_came_before_is_kept(mail, small):
    small(size=len(A) + 10)
    mail.put("reply.zip", zipped([("a.xlsx", A), ("b.xlsx", B), ("c.xlsx", workbook("c"))]))
    mail.put("z.xlsx", workbook("z"))
    got = mail.look()
    assert names(got.workbooks) == ["reply.zip/a.xlsx", "z.xlsx"]
    assert codes(got.rejected) == {"reply.zip": InboxCode.ARCHIVE}


def test_what_is_unpacked_counts_through_all_the_zip_files_in_a_zip_file(mail, small):
    small(files=5)
    inner = [
        zipped([(f"{name}{n}.xlsx", workbook(f"{name}{n}")) for n in range(2)]) for name in "ab"
    ]
    mail.put("all.zip", zipped([("a.zip", inner[0]), ("b.zip", inner[1])], compression=ZIP_STORED))
    got = mail.look()
    assert len(got.workbooks) == 3
    assert codes(got.rejected) == {"all.zip/b.zip": InboxCode.ARCHIVE}


def test_a_directory_beyond_all_bounds_is_not_read(mail):
    packed = bytearray(zipped([("a.xlsx", A)]) + bytes(7_000_000))
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 6_500_000, 100, 0)
    mail.put("reply.zip", bytes(packed) + end)
    assert "more files" in mail.the_reply().findings[0].saw


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", zipped([("a.xlsx", A)])[:-30]])
def test_a_damaged_zip_file_is_told(mail, data):
    mail.put("reply.zip", data)
    reply = mail.the_reply()
    assert reply.is_rejected
    assert "damaged" in reply.findings[0].saw


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6))
def test_no_damage_raises(mail, hits):
    inner = zipped([("c.xlsx", A)])
    packed = bytearray(zipped([("é/a.xlsx", A), ("n.zip", inner)], compression=ZIP_STORED))
    for at, byte in hits:
        packed[-1 - at % len(packed)] = byte
    mail.put("reply.zip", bytes(packed))
    assert mail.look().replies is not None
