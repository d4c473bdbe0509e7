"""The template of a campaign, ready to be filled with schools; and an empty one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from xlbudget.distribution.issue.plan_values import plan_values
from xlbudget.model.school_pack import SchoolPack
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.school import Sizes, empty_pack, school_book
from xlbudget.sheets.school.book import NOBODY
from xlbudget.workbook.fill.alt_texts import AltTexts
from xlbudget.workbook.fill.stencil import Stencil
from xlbudget.workbook.fill.title import Title
from xlbudget.workbook.save import save_book
from xlbudget.workbook.stamp import Stamp


@dataclass(frozen=True, slots=True)
class SchoolTemplate:
    """A template that schools are filled into.

    Attributes:
        stencil: Where it has each cell of a school's workbook, in the order of ``plan_cells``.
        alts: Where it tells what its charts show.
        title: Where it says its title.
        stamp: What it says of itself.
        sizes: The rows of its tables.
        years: Years of the plan.

    """

    stencil: Stencil
    alts: AltTexts
    title: Title
    stamp: Stamp
    sizes: Sizes
    years: int

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return Path(self.stencil.prepared.package.place).name

    def fill(self, pack: SchoolPack, identity: Identity) -> bytes:
        """Return the workbook of a school, as it opens: every line of last year is kept.

        Raises:
            ShapeError: The school has more of something than the template has room for.

        """
        plan = school_book(pack, sizes=self.sizes, identity=identity)
        return self.stencil.fill(
            plan_values(plan), self.alts.told(plan) | self.title.told(plan.title)
        )


def write_template(path: Path, sizes: Sizes, years: int, edition: str = "working") -> None:
    """Write an empty template with so much room, for a plan of so many years.

    Args:
        path: Where it goes.
        sizes: How many rows its tables have.
        years: Years of the plan.
        edition: ``working``, or ``accessible``: no fills on inputs, no frozen panes.

    Raises:
        FileError: It cannot be written.

    """
    identity = replace(NOBODY, edition=edition)
    save_book(school_book(empty_pack(years), sizes=sizes, identity=identity), path)
