"""What every test may ask for."""

import sys
from pathlib import Path

import pytest

from judges.libreoffice import LibreOffice, what_is_missing
from xlbudget.model.folder import load_folder


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


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole run; on Linux a missing one is a failure, never a skip."""
    from judges import chromium  # noqa: PLC0415 - Playwright is for these tests alone

    if missing := chromium.what_is_missing():
        message = f"{missing}; `make test` installs it on Debian"
        if sys.platform.startswith("linux"):
            pytest.fail(message)
        pytest.skip(message)
    with chromium.chromium() as started:
        yield started


@pytest.fixture(scope="session")
def riverbend():
    """Return the sample district's budget."""
    budget, _ = load_folder(Path(__file__).parent.parent / "examples" / "riverbend")
    return budget
