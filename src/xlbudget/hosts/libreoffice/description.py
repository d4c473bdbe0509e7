"""What an extension says about itself: its name, version, license, and which file is what."""

from __future__ import annotations

from xlbudget import __version__
from xlbudget.hosts.libreoffice.names import IDENTIFIER

OLDEST = "25.2"
"""The oldest LibreOffice in which the functions are tested.

Versions before it save their names in an .xlsx file so that Excel does not know them.
"""

LICENSE = "LICENSE.txt"
DESCRIPTION = "description.txt"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MEDIA = {
    "functions.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
    "component.py": "application/vnd.sun.star.uno-component;type=Python",
    "CalcAddIns.xcu": "application/vnd.sun.star.configuration-data",
}


def manifest_text() -> str:
    """Return META-INF/manifest.xml: the files that LibreOffice is to load, and as what."""
    entries = "".join(
        f' <m:file-entry m:media-type="{media}" m:full-path="{name}"/>\n'
        for name, media in _MEDIA.items()
    )
    space = "http://openoffice.org/2001/manifest"
    return f'{_HEAD}<m:manifest xmlns:m="{space}">\n{entries}</m:manifest>\n'


def description_text() -> str:
    """Return description.xml, which the extension manager shows."""
    return f"""{_HEAD}<description xmlns="http://openoffice.org/extensions/description/2006"
 xmlns:d="http://openoffice.org/extensions/description/2006"
 xmlns:l="http://libreoffice.org/extensions/description/2011"
 xmlns:x="http://www.w3.org/1999/xlink">
 <identifier value="{IDENTIFIER}"/>
 <version value="{__version__}"/>
 <display-name><name lang="en">xlbudget functions</name></display-name>
 <publisher><name lang="en">The xlbudget founders</name></publisher>
 <extension-description><src x:href="{DESCRIPTION}" lang="en"/></extension-description>
 <dependencies>
  <l:LibreOffice-minimal-version value="{OLDEST}" d:name="LibreOffice {OLDEST}"/>
 </dependencies>
 <registration>
  <simple-license accept-by="admin" suppress-on-update="true">
   <license-text x:href="{LICENSE}" lang="en"/>
  </simple-license>
 </registration>
</description>
"""
