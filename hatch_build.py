"""Builds the add-ins for Excel and LibreOffice, so that every wheel brings them along."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is packed, and before an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write what is generated into the package, and put it on the list of the wheel."""
        sources = Path(self.root) / "src"
        sys.path.insert(0, str(sources))
        try:
            # Only now: the package is imported from these very sources.
            from xlbudget.hosts.excel import xlam  # noqa: PLC0415
            from xlbudget.hosts.libreoffice import oxt  # noqa: PLC0415

            xlam.build()
            oxt.build(oxt.ARTIFACT)
        finally:
            sys.path.remove(str(sources))
        made = (xlam.ARTIFACT, xlam.ARTIFACT.with_name(xlam.NOTICE), oxt.ARTIFACT)
        build_data["artifacts"] += [f"/{path.relative_to(self.root).as_posix()}" for path in made]
