r"""What a school's file is called: safe on every system, and never that of another school.

The name's last word is the school's id, set apart by ``_``, which stands nowhere else: so no two
ids share a name, even where capitals do not count.  An id that is no plain word is made plain,
and a digest of it follows after another ``_``.
"""

from __future__ import annotations

import re
from hashlib import sha256
from unicodedata import category, combining, normalize

from xlbudget.model.text import cleaned_id

ENDING = ".xlsx"
LONGEST_NAME = 80
_ROOM_OF_ID = 24
_DIGITS = 12
_ROOM_OF_NAME = LONGEST_NAME - _ROOM_OF_ID - _DIGITS - len(ENDING) - 2
_PLAIN_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_DROPPED = re.compile("['’ʻʼ`]")
_NO_ASCII = re.compile(r"[^A-Za-z0-9]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O"}
    | {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)


def file_name(school_id: str, name: str) -> str:
    """Return the name of a school's workbook; the same school always gets the same name.

    Args:
        school_id: Id of the school.  Ids that differ only by capitals are one id.
        name: Name of the school; it makes the file easy to find, and may be blank.

    Example:
        >>> file_name("014", "O'Neill Elementary / Año")
        'ONeill-Elementary-Ano_014.xlsx'

    """
    return f"{_word(name, _ROOM_OF_NAME) or 'school'}_{_id(cleaned_id(school_id))}{ENDING}"


def _id(school_id: str) -> str:
    if len(school_id) <= _ROOM_OF_ID and _PLAIN_ID.fullmatch(school_id):
        return school_id
    digest = sha256(school_id.casefold().encode("utf-8")).hexdigest()[:_DIGITS]
    return f"{_word(school_id, _ROOM_OF_ID) or 'id'}_{digest}"


def _word(text: str, room: int) -> str:
    """Return a text as one word: in plain letters, or in its own when it has no plain ones."""
    plain = normalize("NFKD", _DROPPED.sub("", text).translate(_LETTERS))
    ascii_word = _cut(_NO_ASCII.sub("-", "".join(x for x in plain if not combining(x))), room)
    if ascii_word and any(letter.isalpha() for letter in ascii_word):
        return ascii_word
    own = "".join(x if category(x)[0] in "LMN" else "-" for x in normalize("NFC", text))
    return normalize("NFC", _cut(re.sub("-+", "-", own), room)) or ascii_word


def _cut(word: str, room: int) -> str:
    return word.strip("-")[:room].rstrip("-")
