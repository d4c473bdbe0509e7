"""What the tests of the judges share: a way to break a good file."""

import zipfile

import pytest


@pytest.fixture
def rewrite():
    """Replace words in one part of an .xlsx, in place, and return its path."""

    def change(path, part, old, new):
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        text = parts[part].decode()
        assert old in text
        parts[part] = text.replace(old, new).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return path

    return change
