"""What the tests of packages share."""

import zipfile

import pytest


@pytest.fixture
def rewrite_all():
    """Replace words in every part of an .xlsx, in place, and return its path."""

    def change(path, words):
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                package.writestr(name, _with_words(text, words))
        return path

    return change


def _with_words(text, words):
    for old, new in words.items():
        text = text.replace(old, new)
    return text
