"""The school edition: what a principal with twenty minutes fills in, as data."""

from xlbudget.sheets.school.book import school_book
from xlbudget.sheets.school.empty_pack import empty_pack
from xlbudget.sheets.school.sizes import Sizes, sizes_for

__all__ = ["Sizes", "empty_pack", "school_book", "sizes_for"]
