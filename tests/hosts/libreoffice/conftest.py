"""A LibreOffice that has the extension, for the whole run."""

import pytest

from hosts.libreoffice.routes import office_with_functions


@pytest.fixture(scope="session")
def office(libreoffice):  # noqa: ARG001 - where it is missing, that fixture says so
    """One LibreOffice with the functions."""
    with office_with_functions() as started:
        yield started
