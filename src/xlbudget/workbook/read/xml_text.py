"""The text of XML: its code, its references such as &amp;, and the escapes of spreadsheets."""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence

from xlbudget.errors import UnreadableFileError

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_DECLARATION = re.compile(r"\s*<\?xml\b.*?\?>", re.DOTALL)
_KNOWN = {"utf-8", "utf8", "us-ascii", "ascii"}
_NUMBERED = re.compile("&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_NAMED = (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"), ("&amp;", "&"))
BETWEEN = "\0"  # which XML never has
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def as_utf_8(data: bytes, place: str) -> bytes:
    """Return a part in UTF-8, whatever code it is in.

    Raises:
        UnreadableFileError: The part is not in the code that it states.

    """
    data = data.removeprefix(BOM_UTF8)
    code = _code(data)
    if code in _KNOWN:
        return data
    try:
        return _DECLARATION.sub("", data.decode(code), count=1).encode()
    except (LookupError, UnicodeError) as error:
        raise UnreadableFileError(
            saw=f"It is not written in the code that it states, {code}",
            wants="Each part of a workbook is plain XML",
            fix="Open the workbook in Excel or LibreOffice and save it anew",
            place=place,
        ) from error


def _code(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith((b"<\0", b"\0<")):
        return "utf-16-le" if data[0] else "utf-16-be"
    found = _DECLARED.match(data)
    return found[1].decode().lower() if found else "utf-8"


def plain(text: str) -> str:
    """Return the text that stands in XML, its references replaced."""
    if "&" not in text:
        return text
    if "&#" in text:
        # A numbered "&" must not begin a new reference, so it takes part in the last step.
        text = _NUMBERED.sub(_letter, text)
    for reference, letter in _NAMED:
        text = text.replace(reference, letter)
        if "&" not in text:
            break
    return text


def _letter(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    return "&amp;" if number == ord("&") else chr(number) if number <= sys.maxunicode else "\ufffd"


def words(text: str) -> str:
    """Return what a cell shows for a stored text: _x000D_ is a letter, as spreadsheets have it."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    # Two halves of one letter join; a half alone is no letter.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def all_plain(texts: Sequence[str]) -> Sequence[str]:
    """Return texts that stand in XML, their references replaced, all in one go."""
    joined = BETWEEN.join(texts)
    if "&" not in joined:
        return texts
    told = plain(joined).split(BETWEEN)
    return told if len(told) == len(texts) else [plain(text) for text in texts]


def all_words(texts: Sequence[str]) -> Sequence[str]:
    """Return what cells show for texts that stand in XML."""
    told = all_plain(texts)
    return [words(text) for text in told] if "_x" in BETWEEN.join(told) else told
