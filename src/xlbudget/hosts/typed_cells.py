"""What a person types in a terminal, word by word, as the cells of a function."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite

from xlbudget.catalogue import FUNCTIONS, OMITTED, Function, Kind, Parameter
from xlbudget.errors import InputError, ShapeError, UnknownChoiceError

LEFT_OUT = ("_", "")
_NAMED = re.compile(r"([a-z]\w*)=(.*)", re.DOTALL)
_NUMBER = re.compile(
    r"(?P<sign>[-+\u2212]?)(?P<dollar>\$?)(?P<inner>-?)"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?P<power>[eE][-+]?\d{1,3})?(?P<share>%?)"
)
_LINES = (Kind.NUMBERS, Kind.DATES, Kind.WORDS)
_QUOTED = r'(?=(?:[^"]*"[^"]*")*[^"]*$)'  # a mark outside quotation marks


def cells_of(function: Function, words: Sequence[str]) -> list[object]:
    """Return the cells of a function from the words that follow its name.

    The words are the arguments in order; ``name=value`` gives one by its name, and ``_`` leaves
    one out.  A list is ``1,2,3``, or ``{1,2,3}`` with ``;`` between rows.  Where a function has
    one list only, its members may stand as words of their own; what follows it and may be left
    out is then given by name.

    Raises:
        UnknownChoiceError: A name before an equal sign is none of the arguments.
        ShapeError: There are more words than arguments, or a word may be one number or several.

    """
    if function.takes_any_number:
        return _with_the_rest(function, words)
    named, placed = _parted(function, words)
    free = [item for item in function.parameters if item.name not in named]
    taken = dict(named)
    for parameter, held in _dealt(function, free, placed):
        taken[parameter.name] = held
    cells = [
        _cell(parameter, taken[parameter.name]) if parameter.name in taken else OMITTED
        for parameter in function.parameters
    ]
    while cells and cells[-1] is OMITTED:
        cells.pop()
    return cells


def number_in(word: str) -> float | None:
    """Return the number that a word is: with percent, dollar sign or thousands commas."""
    match = _NUMBER.fullmatch(word.strip())
    if match is None or (match["sign"] and match["inner"]):
        return None
    read = Decimal(match["digits"].replace(",", "") + (match["power"] or ""))
    value = float(read / 100 if match["share"] else read)
    if not isfinite(value):
        return None
    return -value if match["sign"] in {"-", "\u2212"} or match["inner"] else value


def _with_the_rest(function: Function, words: Sequence[str]) -> list[object]:
    """Return the cells of XLB_WHY: a name, then what the function of that name takes."""
    known = len(function.parameters) - 1
    first: list[object] = list(words[:known])
    other = FUNCTIONS.get(str(first[0]).upper()) if first else None
    rest = words[known:]
    return first + (cells_of(other, rest) if other else [_value(word) for word in rest])


def _parted(
    function: Function, words: Sequence[str]
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    named: dict[str, tuple[str, ...]] = {}
    placed: list[str] = []
    for word in words:
        match = _NAMED.fullmatch(word)
        if match is None:
            placed.append(word)
        else:
            named[_known(function, match[1], named)] = (match[2],)
    return named, placed


def _known(function: Function, name: str, named: dict[str, tuple[str, ...]]) -> str:
    names = [parameter.name for parameter in function.parameters]
    if name in named:
        raise InputError(
            saw=f'The argument "{name}" is given twice',
            wants="An argument is given once",
            fix="Take one of them out",
        )
    if name not in names:
        near = get_close_matches(name, names, 1)
        raise UnknownChoiceError(
            saw=f'{function.name} has no argument "{name}"'
            + (f"; near: {near[0]}" if near else ""),
            wants=f"Its arguments are {', '.join(names)}",
            fix="Correct the name; put a text with an equal sign between quotation marks",
        )
    return name


def _dealt(
    function: Function, free: Sequence[Parameter], words: Sequence[str]
) -> list[tuple[Parameter, tuple[str, ...]]]:
    """Return which words each argument gets."""
    lists = [item for item in free if item.kind.is_range]
    if len(lists) == 1 and lists[0].kind in _LINES:
        before = free.index(lists[0])
        after = [item for item in free[before + 1 :] if not function.is_optional(item)]
        end = len(words) - len(after)
        if end - before > 1 and not any(map(_is_list, words[before:end])):
            heads = [(item, (word,)) for item, word in zip(free, words[:before], strict=False)]
            tails = [(item, (word,)) for item, word in zip(after, words[end:], strict=True)]
            return [*heads, (lists[0], tuple(words[before:end])), *tails]
    if len(words) > len(free):
        raise ShapeError(
            saw=f"{function.name} was given {len(words)} words for {len(free)} arguments",
            wants="Each argument is one word, a list as {1,2,3}",
            fix="Put each list into braces, and the whole into quotation marks",
        )
    return [(item, (word,)) for item, word in zip(free, words, strict=False)]


def _cell(parameter: Parameter, words: tuple[str, ...]) -> object:
    if len(words) > 1:
        return tuple(_element(parameter, word) for word in words)
    word = words[0]
    if word in LEFT_OUT:
        return OMITTED
    if not parameter.kind.is_range:
        return _element(parameter, word)
    if not _is_list(word):
        _refuse_two_readings(parameter, word)
        return (_element(parameter, word),)
    rows = re.split(f";{_QUOTED}", word.removeprefix("{").removesuffix("}"))
    made = [tuple(_element(parameter, cell) for cell in _members(row)) for row in rows]
    return made[0] if len(made) == 1 and parameter.kind in _LINES else tuple(made)


def _members(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(f",{_QUOTED}", row)]


def _is_list(word: str) -> bool:
    return word.startswith("{") or (
        number_in(word) is None and bool(re.search(f"[,;]{_QUOTED}", word))
    )


def _refuse_two_readings(parameter: Parameter, word: str) -> None:
    if "," in word and "$" not in word:
        raise ShapeError(
            saw=f'"{word}" may be one number or several',
            wants=f'The argument "{parameter.name}" takes a list',
            fix=f"Write '{{{word}}}' for several, or {word.replace(',', '')} for one",
        )


def _element(parameter: Parameter, word: str) -> object:
    if parameter.kind in {Kind.WORD, Kind.WORDS, Kind.DATE, Kind.DATES}:
        return _text(word)
    return _value(word)


def _value(word: str) -> object:
    if word.upper() in {"TRUE", "FALSE"}:
        return word.upper() == "TRUE"
    number = number_in(word)
    return _text(word) if number is None else number


def _text(word: str) -> str:
    quoted = len(word) > 1 and word.startswith('"') and word.endswith('"')
    return word[1:-1].replace('""', '"') if quoted else word
