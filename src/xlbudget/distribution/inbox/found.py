"""A file as it was found, in a folder or in a zip file: its name, its facts, and how to read it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from xlbudget.distribution.inbox.kind import Kind
from xlbudget.distribution.inbox.reply import Reply
from xlbudget.model.finding import Finding
from xlbudget.workbook.lock_file import Lock


class Readable(Protocol):
    """What a found file is read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes, at most so many."""

    def seek(self, offset: int, whence: int = ..., /) -> int:
        """Go to a place in it."""

    def tell(self) -> int:
        """Return the place in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was found.

    Attributes:
        name: As people know it.
        kind: What is done with it.
        size: Bytes that it says it has.
        modified: When it was last changed.
        open: Opens it for reading.
        state: What changes when somebody writes to it.
        lock: The program that has it open.

    """

    name: str
    kind: Kind
    size: int
    modified: datetime
    open: Callable[[], AbstractContextManager[Readable]]
    state: Callable[[], object]
    lock: Lock | None = None

    def rejected(self, finding: Finding, sha256: str = "") -> Reply:
        """Return the reply that this file is when it cannot be looked into."""
        return Reply((self.name,), sha256, self.size, self.modified, findings=(finding,))
