"""The icons of the add-in, drawn here: three columns that grow, on a rounded tile."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

SIZES = (16, 32, 64, 80)
"""Sides in pixels that Excel asks for."""

COLOR, OUTLINE = 192, 32
"""Sides of the two pictures that the unified manifest asks for."""

_TILE, _COLUMN, _LAST, _WHITE = (15, 94, 89), (214, 236, 233), (255, 247, 219), (255, 255, 255)
_ROUND = 0.2
_FINE = 4
"""Samples along each side of a pixel."""

# Left, right and top of each column, in parts of the side; sharp where 16 pixels are a side.
_COLUMNS = ((3 / 16, 5 / 16, 9 / 16), (7 / 16, 9 / 16, 6 / 16), (11 / 16, 13 / 16, 3 / 16))
_GROUND = 13 / 16
_RIM = 0.08

Color = tuple[int, int, int]
Paint = Callable[[float, float], Color | None]


def icon(side: int) -> bytes:
    """Return the icon as a PNG picture of so many pixels to a side."""
    return _png(side, _tile)


def outline() -> bytes:
    """Return the icon in white lines on nothing."""
    return _png(OUTLINE, _lines)


def _tile(x: float, y: float) -> Color | None:
    """Return the color at a point, in parts of the side; None outside of the tile."""
    if not _inside(x, y, 0.0):
        return None
    for place, (left, right, top) in enumerate(_COLUMNS, start=1):
        if left <= x <= right and top <= y <= _GROUND:
            return _LAST if place == len(_COLUMNS) else _COLUMN
    return _TILE


def _lines(x: float, y: float) -> Color | None:
    rim = _inside(x, y, 0.0) and not _inside(x, y, _RIM)
    return _WHITE if rim or _tile(x, y) in (_COLUMN, _LAST) else None


def _inside(x: float, y: float, margin: float) -> bool:
    """Return whether a point lies in the rounded square."""
    reach, corner = 0.5 - margin, _ROUND - margin
    across, down = max(abs(x - 0.5) - reach + corner, 0), max(abs(y - 0.5) - reach + corner, 0)
    return across * across + down * down <= corner * corner


def _png(side: int, paint: Paint) -> bytes:
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    rows = b"".join(b"\0" + b"".join(_row(side, y, paint)) for y in range(side))
    # Not compressed: each zlib compresses in its own way, and the pictures are small.
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts)


def _row(side: int, y: int, paint: Paint) -> Iterator[bytes]:
    fine = side * _FINE
    for x in range(side):
        points = [
            paint((x * _FINE + dx + 0.5) / fine, (y * _FINE + dy + 0.5) / fine)
            for dx in range(_FINE)
            for dy in range(_FINE)
        ]
        yield _mixed([color for color in points if color], len(points))


def _mixed(colors: list[Color], of: int) -> bytes:
    """Return a pixel: the mean of its samples, as opaque as many of them are painted."""
    if not colors:
        return b"\0\0\0\0"
    mean = (round(sum(parts) / len(colors)) for parts in zip(*colors, strict=True))
    return bytes((*mean, round(255 * len(colors) / of)))


def _part(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
