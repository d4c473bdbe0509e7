"""One file that came back: by which names, when, where its kept copy is, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from xlbudget.distribution.inbox.kept_copy import copy_path
from xlbudget.model.finding import Finding, Severity

EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Reply:
    """One file that came back, with all names that its bytes came under.

    Attributes:
        names: As people know it: ``North/budget.xlsx`` or ``reply.zip/North/budget.xlsx``.
        sha256: Digest of its bytes; blank when they were not read.
        size: Bytes.
        modified: When it was last changed, the earliest of all its names.
        copies: Where its copy is kept; None when none is, for it is rejected.
        findings: What is wrong with the file as it lies there.

    """

    names: tuple[str, ...]
    sha256: str = ""
    size: int = 0
    modified: datetime = EPOCH
    copies: Path | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """The first of its names."""
        return self.names[0]

    @property
    def path(self) -> Path | None:
        """The kept copy, which is read and never written; None when there is none."""
        return copy_path(self.sha256, self.copies) if self.copies else None

    @property
    def identity(self) -> str:
        """A digest that stands for it in a register: of its bytes, or of its facts when unread."""
        facts = f"{self.name}\n{self.size}\n{self.modified.isoformat()}"
        return self.sha256 or sha256(facts.encode("utf-8")).hexdigest()

    @property
    def is_rejected(self) -> bool:
        """Whether it cannot be looked into as a workbook."""
        return any(finding.severity is Severity.FATAL for finding in self.findings)

    def with_another(self, other: Reply) -> Reply:
        """Return the reply that two of the same bytes are."""
        return replace(
            self,
            names=(*self.names, *other.names),
            modified=min(self.modified, other.modified),
            copies=self.copies or other.copies,
            findings=tuple(dict.fromkeys(self.findings + other.findings)),
        )


def shown_name(name: str) -> str:
    """Return a name of a file as it can be shown: no control characters, nothing undecodable."""
    return "".join(letter if letter.isprintable() else "�" for letter in normalize("NFC", name))
