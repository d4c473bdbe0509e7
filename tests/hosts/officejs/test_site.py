"""The addresses: https alone, but for this machine; and the policy names Office.js's origin."""

import pytest

from xlbudget.errors import UnknownChoiceError
from xlbudget.hosts.officejs.site import OFFICE_JS, site


def test_a_file_lies_below_the_base():
    assert site("https://apps.example.org/xlb/").at("help.html") == (
        "https://apps.example.org/xlb/help.html"
    )


@pytest.mark.parametrize("base", ["http://localhost:3000", "http://127.0.0.1:3000/xlb"])
def test_this_machine_needs_no_certificate(base):
    assert site(base).base == base


@pytest.mark.parametrize(
    "base",
    [
        "",
        "apps.example.org",
        "http://apps.example.org",
        "https://",
        "ftp://localhost",
        "file:///srv/xlb",
        "https://apps.example.org/?a=1",
        "https://apps.example.org/#top",
        "https://me:secret@apps.example.org",
        "https://apps.example.org/a b",
        'https://apps.example.org/"x"',
        "https://apps.example.org/;script-src",
        "https://[::1",
    ],
)
def test_what_excel_does_not_load_is_refused(base):
    with pytest.raises(UnknownChoiceError, match="begins with https://"):
        site(base)


def test_the_policy_lets_in_our_scripts_and_those_of_office_js():
    policy = dict(
        part.split(" ", 1) for part in site("https://apps.example.org").policy.split("; ")
    )
    assert OFFICE_JS.startswith("https://appsforoffice.microsoft.com/")
    assert policy["script-src"] == ("'self' 'wasm-unsafe-eval' https://appsforoffice.microsoft.com")
    assert policy["default-src"] == "'none'"
    assert policy["worker-src"] == policy["connect-src"] == "'self'"
