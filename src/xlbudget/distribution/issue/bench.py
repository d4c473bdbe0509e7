"""What workbooks are made with in a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.distribution.packs import Packs
from xlbudget.distribution.register import Register
from xlbudget.workbook.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Bench:
    """What workbooks are made with.

    Attributes:
        folder: The campaign.
        packs: What the district gives each school.
        template: The template, and its SHA-256.
        stamp: What the template says of itself.
        register: The open register; None in a dry run, which writes nothing.
        at: Now.
        by: Who does it.

    """

    folder: CampaignFolder
    packs: Packs
    template: tuple[str, str]
    stamp: Stamp
    register: Register | None
    at: datetime
    by: str
