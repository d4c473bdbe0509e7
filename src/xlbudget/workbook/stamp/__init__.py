"""Which workbook a file is, and whether its structure is still as it was when it was made."""

from xlbudget.workbook.stamp.changed import ADDED, GONE, Change, changed_sheets
from xlbudget.workbook.stamp.digest import Digests
from xlbudget.workbook.stamp.identity import Stamp, read_stamp
from xlbudget.workbook.stamp.log import read_log
from xlbudget.workbook.stamp.of_book import digests_of
from xlbudget.workbook.stamp.of_plan import plan_digests, with_digests
from xlbudget.workbook.stamp.put import stamp

__all__ = [
    "ADDED",
    "GONE",
    "Change",
    "Digests",
    "Stamp",
    "changed_sheets",
    "digests_of",
    "plan_digests",
    "read_log",
    "read_stamp",
    "stamp",
    "with_digests",
]
