"""A package is copied part by part, byte for byte; what is made to do harm is refused."""

import io
import struct
import subprocess
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook import parts
from xlbudget.workbook.parts import open_package, read_part, write_package

TYPES = "[Content_Types].xml"
BOOK = {TYPES: b"<Types/>", "xl/workbook.xml": b"<workbook/>" * 99, "xl/media/image1.png": b"\x89P"}
NAMES = st.from_regex(r"xl/[a-z\u00e9]{1,8}\.(xml|bin)", fullmatch=True)
PARTS = st.dictionaries(NAMES, st.binary(max_size=400), max_size=6)


def packed(contents, method=zipfile.ZIP_DEFLATED, stream=False):
    """The bytes of a package."""
    held = io.BytesIO()
    target = Unseekable(held) if stream else held
    with zipfile.ZipFile(target, "w", method) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return held.getvalue()


class Unseekable(io.RawIOBase):
    """A stream that is written once, so that sizes stand behind each member."""

    def __init__(self, held):
        self.held = held

    def writable(self):
        return True

    def write(self, data):
        return self.held.write(data)


def raw(path):
    """The packed bytes of each member, as another program finds them."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        found = {}
        for info in package.infolist():
            lengths = struct.unpack_from("<2H", data, info.header_offset + 26)
            start = info.header_offset + 30 + sum(lengths)
            found[info.filename] = data[start : start + info.compress_size]
        return found


@pytest.fixture
def file(tmp_path):
    """Return a function that writes bytes to a file and returns its path."""

    def write(data):
        path = tmp_path / "book.xlsx"
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def copy(tmp_path):
    """Return a function that copies a file with changes and returns the copy's path."""

    def write(path, **changed):
        target = tmp_path / "copy.xlsx"
        write_package(open_package(path), target, changed)
        return target

    return write


# --- what another program reads -------------------------------------------------------------


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize("stream", [False, True], ids=["sizes-before", "sizes-behind"])
def test_unzip_finds_no_fault_in_a_copy(file, copy, method, stream):
    path = copy(file(packed(BOOK, method, stream)), **{"xl/workbook.xml": b"new", "xl/b.xml": b""})
    done = subprocess.run(["unzip", "-t", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No errors" in done.stdout


def test_a_copy_without_changes_has_the_same_packed_bytes_dates_and_names(file, copy):
    path = file(packed(BOOK))
    made = copy(path)
    assert raw(made) == raw(path)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made) as new:
        facts = [(i.filename, i.date_time, i.CRC, i.external_attr) for i in old.infolist()]
        assert [(i.filename, i.date_time, i.CRC, i.external_attr) for i in new.infolist()] == facts


def test_a_copy_is_the_same_bytes_each_time(file, copy):
    path = file(packed(BOOK))
    assert copy(path, **{TYPES: b"x"}).read_bytes() == copy(path, **{TYPES: b"x"}).read_bytes()


# --- laws -----------------------------------------------------------------------------------


@given(PARTS, st.dictionaries(NAMES, st.none() | st.binary(max_size=400), max_size=4))
def test_what_changes_changes_and_all_else_keeps_its_bytes(tmp_path_factory, contents, changed):
    folder = tmp_path_factory.mktemp("parts")
    path, made = folder / "a.xlsx", folder / "b.xlsx"
    before = {TYPES: b"<Types/>"} | contents
    path.write_bytes(packed(before))
    write_package(open_package(path), made, changed)
    with zipfile.ZipFile(made) as package:
        after = {name: package.read(name) for name in package.namelist()}
    wanted = before | changed
    assert after == {name: content for name, content in wanted.items() if content is not None}
    old, new = raw(path), raw(made)
    kept = [name for name in before if name not in changed]
    assert [new[name] for name in kept] == [old[name] for name in kept]


@given(PARTS)
def test_every_part_is_read_as_it_was_written(tmp_path_factory, contents):
    path = tmp_path_factory.mktemp("parts") / "a.xlsx"
    path.write_bytes(packed({TYPES: b"x"} | contents))
    package = open_package(path)
    assert {name: read_part(package, name) for name in contents} == contents


# --- refusals -------------------------------------------------------------------------------


def with_size(data, name, size):
    """The package whose directory states another size for a member."""
    at = data.rindex(name.encode()) - 46
    assert data[at : at + 4] == b"PK\1\2"
    return data[: at + 24] + struct.pack("<L", size) + data[at + 28 :]


def with_word(data, name, offset, word):
    """The package whose directory states another fact of two bytes for a member."""
    at = data.rindex(name.encode()) - 46
    return data[: at + offset] + struct.pack("<H", word) + data[at + offset + 2 :]


def twice():
    held = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(held, "w") as package:  # noqa: PT031 - one act
        package.writestr(TYPES, b"")
        package.writestr("xl/a.xml", b"1")
        package.writestr("xl/a.xml", b"2")
    return held.getvalue()


GOOD = packed(BOOK)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(packed(BOOK | {"XL/Workbook.xml": b""}), "twice", id="other-capitals"),
        pytest.param(packed(BOOK | {"../a.xml": b""}), "leads out", id="folder-above"),
        pytest.param(packed(BOOK | {"/etc/a.xml": b""}), "leads out", id="from-the-root"),
        pytest.param(packed(BOOK | {"xl\\a.xml": b""}), "leads out", id="backslash"),
        pytest.param(packed(BOOK | {"C:a.xml": b""}), "leads out", id="drive"),
        pytest.param(with_size(GOOD, "xl/workbook.xml", 1 << 30), "unpacks to more", id="bomb"),
        pytest.param(with_word(GOOD, "xl/workbook.xml", 8, 1), "password", id="locked"),
        pytest.param(with_word(GOOD, "xl/workbook.xml", 10, 12), "packed in a way", id="method"),
        pytest.param(GOOD[:-9], "cut short", id="cut-at-the-end"),
        pytest.param(GOOD[: len(GOOD) // 2], "cut short", id="cut-in-half"),
        pytest.param(
            GOOD.replace(b"xl/workbook.xml", b"xl/workbooK.xml", 1), "not where", id="name"
        ),
        pytest.param(b"PK\3\4" + b"\0" * 99, "cut short", id="head-only"),
    ],
)
def test_a_package_made_to_do_harm_is_refused(file, data, words):
    with pytest.raises(UnreadableFileError) as refusal:
        open_package(file(data))
    assert words in refusal.value.saw
    assert "book.xlsx" in refusal.value.place


def test_a_part_that_stands_twice_is_refused(file):
    with pytest.raises(UnreadableFileError, match=r"holds the part xl/a\.xml twice"):
        open_package(file(twice()))


@pytest.mark.parametrize("size", [1, 2000])
def test_a_part_of_another_size_than_stated_is_refused_when_it_is_read(file, size):
    package = open_package(file(with_size(GOOD, "xl/workbook.xml", size)))
    with pytest.raises(UnreadableFileError, match="not of the size or content"):
        read_part(package, "xl/workbook.xml")


@pytest.mark.parametrize("small", [10, 100_000])
def test_a_part_that_lies_about_its_size_is_refused_unpacked_whole_or_not(file, monkeypatch, small):
    monkeypatch.setattr(parts, "_SMALL", small)
    bomb = packed({TYPES: b"", "xl/a.xml": b" " * (64 << 20)})
    package = open_package(file(with_size(bomb, "xl/a.xml", 9)))
    with pytest.raises(UnreadableFileError):
        read_part(package, "xl/a.xml")


def test_a_damaged_part_is_refused_when_it_is_read_and_a_missing_one_too(file):
    start = 30 + len(TYPES)
    package = open_package(file(GOOD[:start] + b"\xff" + GOOD[start + 1 :]))
    with pytest.raises(UnreadableFileError, match=r"damaged|content"):
        read_part(package, TYPES)
    with pytest.raises(UnreadableFileError, match="is missing"):
        read_part(package, "xl/none.xml")


def test_too_large_a_file_and_too_many_parts_are_refused(file, monkeypatch):
    monkeypatch.setattr(parts, "MOST_PARTS", 2)
    with pytest.raises(UnreadableFileError, match="more than 2 parts"):
        open_package(file(GOOD))
    monkeypatch.setattr(parts, "MOST_BYTES", 100)
    with pytest.raises(UnreadableFileError, match="larger than"):
        open_package(file(GOOD))
