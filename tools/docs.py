"""Write the generated pages of the manual, or with --check say whether they are up to date."""

from __future__ import annotations

import argparse
import os
import sys
from difflib import unified_diff
from pathlib import Path

os.environ |= {"NO_COLOR": "1", "COLUMNS": "80"}  # pages are the same on every terminal

from pages import PAGES

DOCS = Path(__file__).resolve().parents[1] / "docs"
_SHOWN = 20


def main() -> int:
    """Write or check the pages; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    stale = [name for name, page in PAGES.items() if _differs(DOCS / name, page(), check=check)]
    if stale and check:
        print(f"Not up to date: {', '.join(stale)}; run: make docs", file=sys.stderr)
        return 1
    print(f"{'Written' if stale else 'Up to date'}: {', '.join(stale or PAGES)}")
    return 0


def _differs(file: Path, text: str, *, check: bool) -> bool:
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    if kept == text:
        return False
    if check:
        told = unified_diff(kept.splitlines(), text.splitlines(), file.name, "made anew", n=0)
        print("\n".join(list(told)[:_SHOWN]), file=sys.stderr)
    else:
        file.write_text(text, encoding="utf-8", newline="\n")
    return True


if __name__ == "__main__":
    sys.exit(main())
