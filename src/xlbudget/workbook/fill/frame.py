"""What is the same in every filled copy of a template: packed once, and copied as bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from zipfile import ZipInfo

from xlbudget.workbook.parts import Package, directory_record, end_record, local_record, member

_THREADS = 2
_MUCH = 1_000_000  # bytes; below this a second thread costs more than it saves


@dataclass(frozen=True, slots=True)
class Frame:
    """The start of every copy: its members that do not change, and their directory."""

    members: bytes
    directory: bytes
    count: int

    def around(self, package: Package, parts: Mapping[str, bytes], level: int) -> bytes:
        """Return a whole package: the frame, and the parts that change behind it."""
        return self.around_packed(_packed(package, parts, level))

    def around_packed(self, members: Iterable[tuple[ZipInfo, memoryview]]) -> bytes:
        """Return a whole package: the frame, and behind it the members that change."""
        pieces: list[bytes | memoryview] = [self.members]
        records = [self.directory]
        offset = len(self.members)
        for info, packed in members:
            head = local_record(info)
            pieces += (head, packed)
            records.append(directory_record(info, offset))
            offset += len(head) + len(packed)
        size = sum(map(len, records))
        end = end_record(self.count + len(records) - 1, size, offset)
        return b"".join((*pieces, *records, end))


def _packed(
    package: Package, parts: Mapping[str, bytes], level: int
) -> Iterable[tuple[ZipInfo, memoryview]]:
    """Return the parts that change, packed: where they are large, two at a time."""

    def pack(name: str) -> tuple[ZipInfo, memoryview]:
        return member(package, name, parts[name], level)

    if len(parts) < _THREADS or sum(map(len, parts.values())) < _MUCH:
        return map(pack, parts)
    largest_first = sorted(parts, key=lambda name: len(parts[name]), reverse=True)
    with ThreadPoolExecutor(_THREADS) as pool:  # packing lets other threads run meanwhile
        packed = dict(zip(largest_first, pool.map(pack, largest_first), strict=True))
    return [packed[name] for name in parts]


def frame_of(package: Package, without: Collection[str], changed: Mapping[str, bytes]) -> Frame:
    """Return the frame of all copies in which some parts change.

    Args:
        package: The template.
        without: The parts that differ from copy to copy; they come behind the frame.
        changed: Parts that differ from the template, and are the same in these copies.

    """
    pieces: list[bytes | memoryview] = []
    records: list[bytes] = []
    offset = 0
    for name in package.members:
        if name in without:
            continue
        info, packed = member(package, name, changed.get(name))
        head = local_record(info)
        pieces += (head, packed)
        records.append(directory_record(info, offset))
        offset += len(head) + len(packed)
    return Frame(b"".join(pieces), b"".join(records), len(records))
