"""What every test may ask for."""

import sys

import pytest

from judges.libreoffice import LibreOffice, what_is_missing


@pytest.fixture(scope="session")
def libreoffice():
    """One LibreOffice for the whole run; on Linux a missing one is a failure, never a skip."""
    if missing := what_is_missing():
        message = f"{missing}; `make test` installs it on Debian"
        if sys.platform.startswith("linux"):
            pytest.fail(message)
        pytest.skip(message)
    with LibreOffice() as office:
        yield office
