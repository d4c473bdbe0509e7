"""How wide words are on a screen, in digits: what the widths of columns count."""

from __future__ import annotations

_GROUPS = {  # of Carlito, which is as wide as Calibri, in hundredths of a digit
    45: " 'ijl",
    50: ",.I·’",
    55: ":;`",
    60: "()-[]f{}",
    65: "!Jt",
    70: "r",
    75: "/\\s",
    80: '"z',
    85: "Lcx",
    90: "?FSZkvy|",
    95: "ETYag",
    105: "BCKRbdhnopqu",
    110: "V",
    115: "A",
    120: "D",
    125: "GHNU",
    130: "O",
    135: "&Q…",
    140: "%w",
    160: "m",
    170: "M",
    175: "@W—",
}
_WIDTHS = {letter: width / 100 for width, letters in _GROUPS.items() for letter in letters}
STANDARD = 11  # points
_BOLD = 1.03


def width_of(words: str, size: float = STANDARD, *, is_bold: bool = False) -> float:
    """Return about how many digits of 11 points words are wide, in Calibri.

    Args:
        words: One line of text; a letter that is not known counts as a digit.
        size: Of the letters, in points.
        is_bold: Bold letters are a little wider.

    """
    digits = sum(_WIDTHS.get(letter, 1.0) for letter in words)
    return digits * size / STANDARD * (_BOLD if is_bold else 1.0)
