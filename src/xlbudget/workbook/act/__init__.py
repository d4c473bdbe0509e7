"""Actions on a file: what an action looks at is read from it, and its edits are put into it."""

from xlbudget.workbook.act.apply import Applied, apply
from xlbudget.workbook.act.blocks import Block, blocks
from xlbudget.workbook.act.kept import Kept, keep, kept_copies
from xlbudget.workbook.act.restored import restored
from xlbudget.workbook.act.snapshot_of import snapshot_of
from xlbudget.workbook.act.standing import Stand, Standing, standing_of

__all__ = [
    "Applied",
    "Block",
    "Kept",
    "Stand",
    "Standing",
    "apply",
    "blocks",
    "keep",
    "kept_copies",
    "restored",
    "snapshot_of",
    "standing_of",
]
