"""From another system's codes to our words: a list, and what becomes of a code not on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlbudget.model.text import cleaned

ASK = "ask"


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What each code means; ``default`` is a value, or ``ask``: a person must say it."""

    values: Mapping[str, str]
    default: str

    def of(self, code: str) -> str | None:
        """Return what a code means, whatever its case; None when a person must say it."""
        if code in self.values:
            return self.values[code]
        plain = _plain(code)
        found = (value for key, value in self.values.items() if _plain(key) == plain)
        return next(found, None if self.default == ASK else self.default)


def _plain(code: str) -> str:
    return cleaned(code).casefold()
