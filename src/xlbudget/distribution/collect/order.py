"""What is to be collected, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be collected, and how.

    Attributes:
        roots: Folders, zip files and workbooks; the campaign's inbox when there are none.
        district: The district's data; the copy in the campaign's folder when there is none.
        workers: How many processes work on it.
        scheduler: Address of a Dask scheduler that does the work.
        dry_run: Whether everything is judged but nothing written.

    """

    roots: Sequence[Path] = ()
    district: Path | None = None
    workers: int = 1
    scheduler: str | None = None
    dry_run: bool = False
