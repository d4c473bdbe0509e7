"""What is made from the code is up to date: the manual's pages, the templates, the self-test."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("tool", ["docs", "templates", "selftest"])
def test_what_is_committed_is_what_the_code_makes(tool):
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / f"{tool}.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
