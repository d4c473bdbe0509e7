"""Carries the inputs of an older, altered or full workbook into the current template."""

from xlbudget.workbook.migrate.item import Item
from xlbudget.workbook.migrate.migrate import NOT_CARRIED, Migrated, migrate
from xlbudget.workbook.migrate.space import USUAL, Space

__all__ = ["NOT_CARRIED", "USUAL", "Item", "Migrated", "Space", "migrate"]
