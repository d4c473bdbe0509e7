"""An open register: the one thing that every question to it needs."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Register:
    """An open register.  Close it, or use it in a ``with`` block."""

    engine: Engine
    place: str  # as people may see it: a file, or an address without its password

    def close(self) -> None:
        """Let go of the file, or of the connections to the server."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Return the register itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the register."""
        self.close()
