"""Which school a file is of, by its name: as it was issued, or with what mail programs add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xlbudget.distribution.campaign import file_name
from xlbudget.model.school import School


@dataclass(frozen=True, slots=True)
class SchoolNames:
    """Schools by the names of their files, by the last words of those, and by their own names."""

    files: Mapping[str, str]
    names: Mapping[str, str]

    def of_file(self, name: str) -> str:
        """Return the school whose file has a name, whatever stands before or after it; "" for none.

        Args:
            name: As it came back: ``reply.zip/Copy of Oak-School_S1 (2).xlsx``.

        """
        base = name.rpartition("/")[2].casefold()
        words = [found[0] for found in re.finditer(r"[^\s()\[\]]+", base)]
        stems = {re.sub(r"\.[a-z]{3,4}$", "", word) for word in words}
        known = {self.files[stem] for stem in stems if stem in self.files}
        known |= {self.names[own] for own in [base.rpartition(".")[0]] if own in self.names}
        return known.pop() if len(known) == 1 else ""

    def of_words(self, words: Iterable[str]) -> str:
        """Return the one school whose name, or name and id, is among some words; "" for none."""
        known = {
            self.names[key] for word in words if (key := word.strip().casefold()) in self.names
        }
        return known.pop() if len(known) == 1 else ""


def school_names(schools: Iterable[School]) -> SchoolNames:
    """Return the names by which schools can be told; a name that two of them have tells none."""
    files: dict[str, str] = {}
    names: dict[str, str] = {}
    twice: set[str] = set()
    for school in schools:
        key = school.school_id
        files[file_name(key, school.name).removesuffix(".xlsx").casefold()] = key
        own = school.name.strip().casefold()
        names[f"{own} ({key.casefold()})"] = key
        if own in names:
            twice.add(own)
        names[own] = key
    return SchoolNames(
        files, {name: key for name, key in names.items() if name and name not in twice}
    )
