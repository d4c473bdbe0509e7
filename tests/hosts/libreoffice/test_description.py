"""What the extension says about itself."""

from xml.etree import ElementTree as ET

import xlbudget
from xlbudget.hosts.libreoffice.description import LICENSE, description_text, manifest_text

DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
LIBREOFFICE = "{http://libreoffice.org/extensions/description/2011}"
MANIFEST = "{http://openoffice.org/2001/manifest}"


def described():
    return ET.fromstring(description_text())  # noqa: S314 - ours


def test_it_has_the_version_of_the_package():
    assert described().find(f"{DESCRIPTION}version").get("value") == xlbudget.__version__


def test_it_has_the_identifier_by_which_it_is_removed():
    assert described().find(f"{DESCRIPTION}identifier").get("value") == "org.xlbudget.functions"


def test_it_refuses_versions_in_which_saved_books_would_break():
    oldest = described().find(f".//{LIBREOFFICE}LibreOffice-minimal-version")
    assert oldest.get("value") == "25.2"


def test_it_shows_its_license():
    shown = described().find(f".//{DESCRIPTION}license-text")
    assert LICENSE in shown.attrib.values()


def test_it_names_no_address_on_the_web():
    links = [value for each in described().iter() for value in each.attrib.values()]
    assert not [link for link in links if "://" in link]


def test_the_manifest_says_which_file_is_what():
    entries = ET.fromstring(manifest_text())  # noqa: S314 - ours
    kinds = {e.get(f"{MANIFEST}full-path"): e.get(f"{MANIFEST}media-type") for e in entries}
    assert kinds == {
        "functions.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
        "component.py": "application/vnd.sun.star.uno-component;type=Python",
        "CalcAddIns.xcu": "application/vnd.sun.star.configuration-data",
    }
