"""The component that LibreOffice loads; it stands beside ``pythonpath`` in the extension."""

import sys
from pathlib import Path

# Before all others: another xlbudget that this Python knows may be of another version.
sys.path.insert(0, str(Path(__file__).with_name("pythonpath")))

import unohelper  # type: ignore[import-not-found]
from org.xlbudget import XFunctions  # type: ignore[import-not-found]

from xlbudget.hosts.libreoffice.answers import methods
from xlbudget.hosts.libreoffice.names import SERVICE


def _take_context(_self: object, _context: object) -> None:
    """Make the component; LibreOffice hands over a context that no function needs."""


Functions = type(
    "Functions", (unohelper.Base, XFunctions), {"__init__": _take_context, **methods()}
)

g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - LibreOffice looks for it
g_ImplementationHelper.addImplementation(Functions, SERVICE, ("com.sun.star.sheet.AddIn", SERVICE))
