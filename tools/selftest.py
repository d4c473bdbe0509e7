"""Write the self-test workbook, or with --check say whether the committed one is up to date."""

from __future__ import annotations

import sys

from templates import ROOT, write_or_check

from xlbudget.sheets.selftest import selftest_book

SELFTEST = ROOT / "examples" / "selftest.xlsx"

if __name__ == "__main__":
    sys.exit(write_or_check(SELFTEST, selftest_book(), __doc__))
