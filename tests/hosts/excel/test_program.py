"""Which Excel: the registry as Click-to-Run, older installers and Outlook write it."""

import pytest

from xlbudget.hosts.excel.program import excel_bits, needed_bits
from xlbudget.hosts.excel.registry import MemoryRegistry

OFFICE = r"HKLM\SOFTWARE\Microsoft\Office"
OFFICE_32 = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Office"
ROOT = {"Path": r"C:\Program Files\Microsoft Office\Office16" + "\\"}


@pytest.mark.parametrize(
    ("content", "bits"),
    [
        pytest.param({rf"{OFFICE}\ClickToRun\Configuration": {"Platform": "x64"}}, 64, id="c2r-64"),
        pytest.param({rf"{OFFICE}\ClickToRun\Configuration": {"Platform": "x86"}}, 32, id="c2r-32"),
        pytest.param({rf"{OFFICE}\16.0\Outlook": {"Bitness": "x86"}}, 32, id="outlook"),
        pytest.param({rf"{OFFICE}\16.0\Excel\InstallRoot": ROOT}, 64, id="installer-64"),
        pytest.param({rf"{OFFICE_32}\16.0\Excel\InstallRoot": ROOT}, 32, id="installer-32"),
        pytest.param({rf"{OFFICE}\15.0\Excel\InstallRoot": ROOT}, None, id="excel-2013"),
        pytest.param({}, None, id="no-excel"),
    ],
)
def test_the_registry_tells_the_bits_of_excel(content, bits):
    assert excel_bits(MemoryRegistry(content)) == bits


def test_where_the_bits_are_not_known_both_libraries_are_needed():
    assert needed_bits(MemoryRegistry()) == (64, 32)
