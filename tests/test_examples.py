"""Each numbered example runs, and says what it is there to say."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
SAYS = {
    "01_one_function.py": "Chromebook, four years: 145.27 dollars a year",
    "02_district_workbook.py": "Written: riverbend-budget.xlsx",
    "03_what_if_the_levy_fails.py": "Money runs out in FY2029:",
}


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.glob("*.py")))
def test_an_example_runs_and_says_its_figure(example, tmp_path):
    done = subprocess.run(
        [sys.executable, EXAMPLES / example],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert SAYS[example] in done.stdout
