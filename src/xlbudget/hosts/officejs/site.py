"""Where the add-in's files will lie, and where Office.js lies: two addresses."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from xlbudget.errors import UnknownChoiceError

OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js"
"""Microsoft's own address of Office.js; it asks add-ins for its store to load it from there."""

_LOCAL = ("localhost", "127.0.0.1")


@dataclass(frozen=True, slots=True)
class Site:
    """The addresses of an add-in.

    Attributes:
        base: The folder on the web server that will hold the files, without a slash at the end.
        office_js: Where Office.js is loaded from.

    """

    base: str
    office_js: str = OFFICE_JS

    def at(self, name: str) -> str:
        """Return the address of one file."""
        return f"{self.base}/{name}"

    @property
    def host(self) -> str:
        """Return the server's name, with its port if it has one."""
        return urlsplit(self.base).netloc

    @property
    def policy(self) -> str:
        """Return the page's Content-Security-Policy; a header adds frame-ancestors to it."""
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src 'self' 'wasm-unsafe-eval' {_origin(self.office_js)}",
                "worker-src 'self'",
                "connect-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


def site(base: str, office_js: str = OFFICE_JS) -> Site:
    """Return the addresses, or refuse what Excel would.

    Raises:
        UnknownChoiceError: One is no full address, or not https; ``http`` does on this machine.

    """
    return Site(_address(base, "--base-url").rstrip("/"), _address(office_js, "--office-js"))


def _address(text: str, option: str) -> str:
    try:
        parts = urlsplit(text)
        local = parts.hostname in _LOCAL
    except ValueError:
        return _refuse(text, option)
    odd = parts.query or parts.fragment or parts.username or any(c in text for c in " \t\n\"'<>;,")
    good = parts.scheme == "https" or (parts.scheme == "http" and local)
    if odd or not (parts.hostname and good):
        return _refuse(text, option)
    return text


def _refuse(text: str, option: str) -> str:
    raise UnknownChoiceError(
        saw=f"{option} is “{text}”",
        wants="A full address that begins with https:// is needed; Excel loads no other",
        fix="Write it like https://apps.example.org/xlbudget",
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
