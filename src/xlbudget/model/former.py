"""Headers that columns had in templates before: a renamed header is entered here, and stays."""

from __future__ import annotations

FORMER_HEADERS: dict[tuple[str, str], str] = {}
"""The column's name in files, by the table's name and the header that the column had before.

No template has renamed a header yet.  An entry reads
``("LineItems", "Price each"): "unit_price"``; a school's tables are ``MyLines`` and
``BuildingGoals``.
"""
