"""Hostile and unlucky files: each is refused in words or read, quickly and in little memory."""

import json
import random
import resource
import struct
import subprocess
import sys
import zipfile
import zlib

import pytest

from workbook.read.books import HEAD, MAIN, SHEET, parts_of, relations, sheet, workbook, write

SECONDS, BYTES = 5, 500_000_000
READ = """
import json, sys, time
from pathlib import Path
from xlbudget.errors import FileError
from xlbudget.workbook.read import open_book
start = time.perf_counter()
try:
    book = open_book(Path(sys.argv[1]))
    said = {sheet.name: len(sheet.cells.values) for sheet in book.sheets}, len(book.tables)
    said = {"read": said}
except FileError as error:
    said = {"refused": str(error), "kind": type(error).__name__, "saw": error.saw}
said["seconds"] = time.perf_counter() - start
# Not ru_maxrss: that also counts what the process that started this one held.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
said["bytes"] = int(peak.split()[1]) * 1024
print(json.dumps(said))
"""
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
EVERY = [
    ("xl/workbook.xml", "<workbook/>"),
    ("xl/workbook.xml", "not xml"),
    ("xl/_rels/workbook.xml.rels", "<Relationships"),
    (SHEET, "<worksheet><sheetData><row><c>"),
    ("xl/sharedStrings.xml", "<sst><si>"),
]


def limited():
    """Hold the process to its time and memory; what the interpreter reserves counts too."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))


def outcome(path):
    """What reading a file comes to, in a process that is held to its limits."""
    before = path.read_bytes() if path.is_file() else b""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["seconds"] < SECONDS, said
    assert said["bytes"] < BYTES, said
    assert not path.is_file() or path.read_bytes() == before
    return said


def refused(path, *words):
    """What a refusal says: it holds these words, and no sign of a program's fault."""
    said = outcome(path)
    assert "refused" in said, said
    for word in words:
        assert word in said["refused"], said["refused"]
    assert "Traceback" not in said["refused"]
    return said


def raw(path, data):
    path.write_bytes(data)
    return path


@pytest.fixture
def file(tmp_path):
    return tmp_path / "book.xlsx"


def part(name, content, rows=CELL):
    """A workbook in which one part is another."""
    return parts_of(rows, parts={name: content})


# --- what is no workbook --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"Line,Amount\r\n1,270\r\n", "CSV"),
        (b"<html><table></table></html>", "web page"),
        (b"%PDF-1.7 \xff\0", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + b"Workbook", ".xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"PK\3\4" + bytes(100), "damaged"),
        (bytes(200), "no workbook"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_kind(file, data, word):
    refused(raw(file, data), word)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    assert refused(tmp_path / "none.xlsx", "not there")["kind"] == "MissingFileError"
    assert refused(tmp_path, "folder")["kind"] == "MissingFileError"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(file, share):
    data = write(file, parts_of(CELL)).read_bytes()
    refused(raw(file, data[: int(len(data) * share)]), "damaged")


# --- too much -------------------------------------------------------------------------------


def test_a_file_of_more_than_50_mb_is_refused_unread(file):
    with file.open("wb") as made:
        made.truncate(60_000_000)
    refused(file, "60 MB", "50 MB")


def test_a_gigabyte_of_spaces_is_refused(file):
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(engine.compress(b" " * 1_000_000) for _ in range(1000)) + engine.flush()
    refused(with_member(file, packed, 1_000_000_000), "unpacks to more than")


def test_a_gigabyte_that_says_it_is_small_is_refused(file):
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(engine.compress(b" " * 1_000_000) for _ in range(1000)) + engine.flush()
    refused(with_member(file, packed, 1000), "size or content")


def test_a_claim_of_two_gigabytes_is_refused(file):
    refused(with_member(file, b"\3\0", 2_000_000_000), "unpacks to")


def with_member(path, packed, size):
    """A workbook whose sheet has these packed bytes and states this size."""
    write(path, part(SHEET, b""))
    data = path.read_bytes()
    name = SHEET.encode()
    with zipfile.ZipFile(path) as package:
        infos = package.infolist()
        end = package.start_dir
    at = next(info.header_offset for info in infos if info.filename == SHEET)
    start = at + 30 + len(name)
    held = next(info.compress_size for info in infos if info.filename == SHEET)
    grown = len(packed) - held
    local = bytearray(data[at:start])
    struct.pack_into("<3L", local, 14, 0, len(packed), size)
    directory = bytearray(data[end:])
    for info in infos:
        entry = directory.index(info.filename.encode()) - 46
        if info.filename == SHEET:
            struct.pack_into("<3L", directory, entry + 16, 0, len(packed), size)
        elif info.header_offset > at:
            struct.pack_into("<L", directory, entry + 42, info.header_offset + grown)
    struct.pack_into("<L", directory, directory.rindex(b"PK\5\6") + 16, end + grown)
    return raw(path, data[:at] + local + packed + data[start + held : end] + directory)


def test_many_large_parts_are_refused_together(file):
    parts = {f"xl/worksheets/x{i}.xml": bytes(90_000_000) for i in range(4)}
    refused(write(file, parts_of(CELL, parts=parts)), "361 MB", "300 MB")


def test_a_million_names_are_refused(file):
    names = "".join(f'<definedName name="n{i}">1</definedName>' for i in range(400_000))
    text = workbook("Data", after=f"<definedNames>{names}</definedNames>")
    refused(write(file, part("xl/workbook.xml", text)), "names", "250,000")


def test_a_million_names_and_more_are_refused_by_size(file):
    names = "".join(f'<definedName name="n{i}">1</definedName>' for i in range(1_000_000))
    text = workbook("Data", after=f"<definedNames>{names}</definedNames>")
    refused(write(file, part("xl/workbook.xml", text)), "20 MB")


@pytest.mark.parametrize("gap", ["", " "])
def test_more_than_a_million_cells_are_refused(file, gap):
    row = '<row r="1"><c r="A1"/><c r="B1"/><c r="C1"/><c r="D1"/></row>' + gap
    refused(write(file, part(SHEET, sheet(row * 260_000))), "1,000,000 cells")


def test_more_than_a_million_strings_are_refused(file):
    text = f'{HEAD}<sst xmlns="{MAIN}">{"<si><t>a</t></si>" * 1_000_001}</sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    refused(write(file, part("xl/sharedStrings.xml", text, rows)), "1,000,000 texts")


def test_more_parts_than_a_workbook_has_are_refused(file):
    parts = {f"xl/x{i}.xml": b"" for i in range(100_000)}
    refused(write(file, parts_of(CELL, parts=parts), zipfile.ZIP_STORED), "10,000 parts")


# --- made to do harm ------------------------------------------------------------------------

LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE, "<!DOCTYPE w>"])
@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_a_declared_document_type_is_refused_in_each_part(file, declared, name):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    text = parts_of(rows)[name].replace(HEAD, HEAD + declared).replace(">one<", ">&i;<")
    refused(write(file, part(name, text, rows)), "document type")


@pytest.mark.parametrize(("name", "content"), EVERY)
def test_a_part_that_is_no_sound_xml_is_refused(file, name, content):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    refused(write(file, part(name, content, rows)))


@pytest.mark.parametrize("name", ["xl/workbook.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_file_without_a_part_that_it_needs_is_refused(file, name):
    refused(write(file, part(name, None)))


def test_a_sheet_without_its_part_is_refused_by_name(file):
    said = refused(write(file, part(SHEET, None)), "'Data'", "missing")
    assert "sheet" in said["saw"]


def test_a_part_that_is_there_twice_is_refused(file):
    write(file, parts_of(CELL))
    with zipfile.ZipFile(file, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(SHEET, sheet(CELL))
    refused(file, "twice")


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "xl/../../evil.xml"])
def test_a_part_that_leads_out_of_the_workbook_is_refused(file, name):
    refused(write(file, part(name, "x")), "leads out")


def test_relations_that_go_in_a_circle_come_to_an_end(file):
    parts = {
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "workbook.xml"), ("externalLink", "workbook.xml")
        ),
    }
    said = outcome(write(file, parts_of(CELL, parts=parts)))
    assert said["read"][0] == {"Data": 0}


def test_a_relation_that_leads_out_of_the_package_finds_nothing(file):
    parts = {
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "../../../../etc/passwd")),
    }
    refused(write(file, parts_of(CELL, parts=parts)), "missing")


def test_elements_nested_without_end_are_refused_or_read(file):
    outcome(write(file, part(SHEET, sheet("<row>" * 100_000 + "</row>" * 100_000))))


@pytest.mark.parametrize("piece", ["<row ", '<c r="A1"', '<row r="1">', '<c r="A1"><f>', "<"])
def test_pieces_without_an_end_behind_a_table_are_refused_in_time(file, piece):
    rows = "".join(CELL.replace("1", str(i)) for i in range(1, 2000))
    refused(write(file, part(SHEET, sheet(rows + piece * 300_000))), "not sound XML")


@pytest.mark.parametrize("tag", ["row", "row spans='1:1'"])
def test_a_long_formula_told_once_for_many_cells_is_refused(file, tag):
    head = f'<c r="A1"><f t="shared" si="0" ref="A1:A20000">{"B1+" * 10_000}1</f><v>1</v></c>'
    rest = (
        f'<{tag} r="{i}"><c r="A{i}"><f t="shared" si="0"/><v>1</v></c></row>'
        for i in range(2, 20_001)
    )
    refused(write(file, parts_of(f'<row r="1">{head}</row>{"".join(rest)}')), "formulas")


# --- unlucky, and read ----------------------------------------------------------------------


def test_a_stray_cell_in_the_last_corner_is_read_and_harmless(file):
    rows = CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert outcome(write(file, parts_of(rows)))["read"][0] == {"Data": 2}


def test_an_absurd_dimension_is_harmless(file):
    text = sheet(CELL).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert outcome(write(file, part(SHEET, text)))["read"][0] == {"Data": 1}


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "iso-8859-1", "utf-8-sig"])
@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_other_codes_of_letters_are_read(file, code, name):
    text = parts_of(CELL)[name].replace("UTF-8", code.removesuffix("-sig"))
    assert outcome(write(file, part(name, text.encode(code))))["read"][0] == {"Data": 1}


def test_a_code_that_nobody_knows_is_refused(file):
    text = sheet(CELL).replace("UTF-8", "martian")
    refused(write(file, part(SHEET, text)), "martian")


@pytest.mark.parametrize("seed", range(3))
def test_a_file_with_bytes_changed_by_chance_never_ends_in_a_fault(file, seed):
    """Many files in one process: a fault would end it."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    data = write(file, parts_of(CELL), zipfile.ZIP_STORED).read_bytes()
    script = READ.split("start =", maxsplit=1)[0] + (
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try:\n"
        "        [sheet.cells for sheet in open_book(path).sheets]\n"
        "    except FileError:\n"
        "        pass\n"
    )
    folder = file.parent / "changed"
    folder.mkdir()
    for i in range(150):
        changed = bytearray(data)
        for _ in range(draw.randrange(1, 6)):
            changed[draw.randrange(len(data))] = draw.randrange(256)
        (folder / f"{i}.xlsx").write_bytes(changed)
    done = subprocess.run(
        [sys.executable, "-c", script, folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
