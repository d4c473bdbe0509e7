"""The parts of a workbook's package: read with limits, and copied as they are but for a few."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.no_package import check_content, check_head

MOST_BYTES = 1 << 29
"""The most bytes of a file, and of a part when it is unpacked: 512 MiB."""

MOST_PARTS = 10_000

_TIMES = 1_032  # what a packed byte comes to at most
_SMALL = 100_000  # packed bytes that come to 103 MB at most, whatever they state

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENTRY = b"PK\1\2"  # where the directory tells of a part
_VERSION = 20
_ENCRYPTED, _UTF_8 = 0x1, 0x800
_KEPT_FLAGS = _UTF_8 | 0x6  # the name's code, and how hard the packer tried
_NEW = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Package:
    """The bytes of a workbook, and where each part stands in them."""

    place: str
    data: bytes
    members: Mapping[str, ZipInfo]
    starts: Mapping[str, int]


def open_package(path: Path, *, with_macros: bool = False) -> Package:
    """Return the package of a workbook; nothing is unpacked yet.

    Args:
        path: The file.
        with_macros: Whether it may have macros, which are never run.

    Raises:
        UnreadableFileError: It is no .xlsx workbook, it is damaged, or it is made to do harm.

    """
    place = str(path)
    if path.stat().st_size > MOST_BYTES:
        _refuse(place, "It is larger than 512 MiB")
    data = path.read_bytes()
    check_head(data, place)
    if data.count(_ENTRY) > MOST_PARTS:
        _refuse(place, f"It holds more than {MOST_PARTS:,} parts")
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            starts = _starts(data, infos, archive.start_dir, place)
    except (BadZipFile, struct.error, ValueError, NotImplementedError) as error:
        _refuse(place, "The file is cut short or damaged", error)
    members = {info.filename: info for info in infos}
    check_content(members.keys(), place, with_macros=with_macros)
    return Package(place, data, members, starts)


def read_part(package: Package, name: str) -> bytes:
    """Return a part unpacked, never much more of it than it says it has.

    Raises:
        UnreadableFileError: The part is missing, or not what the package says it is.

    """
    if name not in package.members:
        _refuse(package.place, f"Its part {name} is missing")
    info, start = package.members[name], package.starts[name]
    packed = memoryview(package.data)[start : start + info.compress_size]
    content = bytes(packed)
    if info.compress_type == ZIP_DEFLATED:
        try:
            content = _unpacked(packed, info.file_size)
        except zlib.error as error:
            _refuse(package.place, f"Its part {name} is damaged", error)
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        _refuse(package.place, f"Its part {name} is not of the size or content that it states")
    return content


def _unpacked(packed: memoryview, size: int) -> bytes:
    """Return packed bytes unpacked; of what is not as large as it states, enough to tell."""
    if len(packed) <= _SMALL:
        # Room for all of it at once: the other way has it in pieces, and joins them.
        return zlib.decompress(packed, -zlib.MAX_WBITS, min(size, _TIMES * len(packed)))
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)


def write_package(package: Package, path: Path, changed: Mapping[str, bytes | None]) -> None:
    """Write a copy of a package: each part as it is packed, but for those that change.

    Args:
        package: The package to copy.
        path: Where the copy goes.
        changed: New content by the name of a part; None leaves the part out, a name that is
            not there yet adds one at the end.

    """
    directory = []
    with path.open("wb") as file:
        for name in (*package.members, *(name for name in changed if name not in package.members)):
            if name in changed and changed[name] is None:
                continue
            info, packed = member(package, name, changed.get(name))
            directory.append(directory_record(info, file.tell()))
            file.write(local_record(info))
            file.write(packed)
        start, records = file.tell(), b"".join(directory)
        file.write(records)
        file.write(end_record(len(directory), len(records), start))


def member(
    package: Package, name: str, content: bytes | None, level: int = -1
) -> tuple[ZipInfo, memoryview]:
    """Return the facts of a member and its packed bytes; unchanged ones are never unpacked."""
    if content is None:
        info, start = package.members[name], package.starts[name]
        return info, memoryview(package.data)[start : start + info.compress_size]
    old = package.members.get(name)
    info = ZipInfo(name, old.date_time if old else _NEW)
    info.flag_bits = old.flag_bits if old else 0 if name.isascii() else _UTF_8
    info.external_attr = old.external_attr if old else 0
    engine = zlib.compressobj(level, wbits=-zlib.MAX_WBITS)
    packed = engine.compress(content) + engine.flush()
    info.compress_type, info.CRC = ZIP_DEFLATED, zlib.crc32(content)
    info.compress_size, info.file_size = len(packed), len(content)
    return info, memoryview(packed)


def _starts(data: bytes, infos: Iterable[ZipInfo], directory: int, place: str) -> dict[str, int]:
    """Return where the packed bytes of each member begin, after every check of the package."""
    starts: dict[str, int] = {}
    seen: set[str] = set()
    before = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        _check(info, seen, place)
        head = _LOCAL.unpack_from(data, info.header_offset)
        name_at = info.header_offset + _LOCAL.size
        start = name_at + head[9] + head[10]
        named = data[name_at : name_at + head[9]] == _raw_name(info)
        if head[0] != b"PK\3\4" or not named or info.header_offset < before:
            _refuse(place, f"Its part {info.filename} is not where the package says")
        before = start + info.compress_size
        if before > directory:
            _refuse(place, "The file is cut short or damaged")
        starts[info.filename] = start
    return starts


def _check(info: ZipInfo, seen: set[str], place: str) -> None:
    name = info.filename
    if name.casefold() in seen:
        _refuse(place, f"It holds the part {name} twice")
    seen.add(name.casefold())
    steps = name.split("/")
    if name != info.orig_filename or ".." in steps or steps[0] == "" or {"\\", ":"} & set(name):
        _refuse(place, f"It holds a part of the name {name!r}, which leads out of the workbook")
    if info.flag_bits & _ENCRYPTED:
        _refuse(place, f"Its part {name} is locked with a password")
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        _refuse(place, f"Its part {name} is packed in a way that spreadsheets do not use")
    if info.file_size > MOST_BYTES or len(seen) > MOST_PARTS:
        _refuse(place, f"It unpacks to more than a workbook holds, at its part {name}")


def _raw_name(info: ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF_8 else "cp437")


def local_record(info: ZipInfo) -> bytes:
    """Return what stands before the packed bytes of a member."""
    name = _raw_name(info)
    return _LOCAL.pack(b"PK\3\4", _VERSION, *_facts(info), len(name), 0) + name


def directory_record(info: ZipInfo, offset: int) -> bytes:
    """Return what the directory tells of a member whose record stands at an offset."""
    name = _raw_name(info)
    rest = (len(name), 0, 0, 0, info.internal_attr, info.external_attr, offset)
    made_by = info.create_system << 8 | _VERSION
    return _CENTRAL.pack(b"PK\1\2", made_by, _VERSION, *_facts(info), *rest) + name


def end_record(count: int, size: int, start: int) -> bytes:
    """Return what stands at the end: how many members, and the directory's size and place."""
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)


def _facts(info: ZipInfo) -> tuple[int, ...]:
    """Return what both records of a member say: flags, method, time, sum and sizes."""
    year, month, day, hour, minute, second = info.date_time
    return (
        info.flag_bits & _KEPT_FLAGS,
        info.compress_type,
        hour << 11 | minute << 5 | second // 2,
        (year - _NEW[0]) << 9 | month << 5 | day,
        info.CRC,
        info.compress_size,
        info.file_size,
    )


def _refuse(place: str, saw: str, error: Exception | None = None) -> NoReturn:
    raise UnreadableFileError(
        saw=saw,
        wants="A sound workbook in the form .xlsx is needed",
        fix="Open it in Excel or LibreOffice and save it anew as an Excel workbook (.xlsx)",
        place=place,
    ) from error
