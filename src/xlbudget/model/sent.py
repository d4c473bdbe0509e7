"""Records that are sent to other processes by the thousand: a short way to pack and unpack them.

What frozen dataclasses with slots do by themselves asks for the fields of every record anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

T = TypeVar("T", bound=type)


def sent(record: T) -> T:
    """Give a class of records the short way; a decorator.

    Args:
        record: A frozen dataclass with slots and two fields or more.

    """
    names = [field.name for field in fields(record)]
    put: list[Callable[[object, object], None]] = [getattr(record, it).__set__ for it in names]

    held: Callable[[object], tuple[object, ...]] = attrgetter(*names)

    def packed(self: object) -> tuple[object, ...]:
        return held(self)  # a getter alone is no method

    def unpacked(self: object, values: tuple[object, ...]) -> None:
        for put_field, value in zip(put, values, strict=True):
            put_field(self, value)

    for name, method in (("__getstate__", packed), ("__setstate__", unpacked)):
        setattr(record, name, method)
    return record
