"""A district's folder becomes its budget workbook.  For finance staff who like a script.

Give the folder and the file as arguments, or run it as it is for the sample district.
"""

import sys
from pathlib import Path

import xlbudget

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else xlbudget.sample_folder()
target = Path(sys.argv[2] if len(sys.argv) > 2 else "riverbend-budget.xlsx")  # noqa: PLR2004

budget = xlbudget.load(folder)
for finding in xlbudget.findings(budget):
    print(finding)
print(f"Written: {xlbudget.write(budget, target, force=True).name}")
