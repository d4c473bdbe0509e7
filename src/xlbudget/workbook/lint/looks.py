"""How cells look: the fonts, fills, number formats and named styles of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlbudget.workbook.elements import Element, elements

_NAMES = (
    *("styleSheet", "numFmts", "numFmt", "fonts", "font", "b", "i", "sz", "color", "name"),
    *("vertAlign", "fills", "fill", "patternFill", "gradientFill", "fgColor", "bgColor"),
    *("cellStyleXfs", "cellXfs", "xf", "alignment", "protection", "cellStyles", "cellStyle"),
    *("dxfs", "dxf", "borders", "border", "left", "right", "top", "bottom"),
)
_THEME = ("clrScheme", "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4")
_MORE = ("accent5", "accent6", "hlink", "folHlink", "sysClr", "srgbClr")
_ORDER = (*_THEME[1:], *_MORE[:4])
_INDEXED = {0: "000000", 1: "FFFFFF", 2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00"}
_INDEXED |= {index + 8: color for index, color in _INDEXED.items()} | {64: "000000", 65: "FFFFFF"}
_OLD_BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_LIBREOFFICE = "Excel Built-in "  # how it names the styles that every Excel has
_DARKEST = 0.04045  # where the curve of sRGB begins
DARK, LIGHT = "000000", "FFFFFF"


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks; colors as six hexadecimal digits."""

    ink: str = DARK
    ground: str = LIGHT
    has_fill: bool = False
    font: str = ""
    size: float = 11
    is_bold: bool = False
    is_italic: bool = False
    is_raised: bool = False
    has_border: bool = False
    turned: int = 0
    number: str = "General"
    style: str = "Normal"
    is_locked: bool = True
    wraps: bool = False
    shrinks: bool = False
    align: str = "general"
    indent: int = 0

    @property
    def is_adorned(self) -> bool:
        """Whether it has a fill, a border, a color or a weight of its own."""
        return self.has_fill or self.has_border or self.is_bold or self.is_italic


@dataclass(frozen=True, slots=True)
class LookBook:
    """The looks of a workbook, by the number that a cell names; and those of conditions."""

    looks: tuple[CellLook, ...] = ()
    conditions: tuple[Element, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)

    def of(self, style: int | None) -> CellLook:
        """Return the look of a style's number."""
        known = style is not None and 0 <= style < len(self.looks)
        return self.looks[style or 0] if known else CellLook()


def look_book(styles: bytes, theme: bytes, place: str) -> LookBook:
    """Return the looks that two parts describe."""
    roots = elements(styles, _NAMES, place)
    if not roots:
        return LookBook()
    root, colors = roots[0], _theme(theme, place) if theme else {}
    numbers = {
        one.facts.get("numFmtId", ""): one.facts.get("formatCode", "")
        for one in _in(root, "numFmts")
    }
    named = {
        one.facts.get("xfId", ""): one.facts.get("name", "").removeprefix(_LIBREOFFICE)
        for one in _in(root, "cellStyles")
    }
    lists = {kind: _in(root, kind) for kind in ("fonts", "fills", "borders")}
    looks = tuple(
        _look(xf, lists, numbers=numbers, named=named, colors=colors) for xf in _in(root, "cellXfs")
    )
    return LookBook(looks, tuple(_in(root, "dxfs")), numbers)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _look(
    xf: Element,
    lists: Mapping[str, list[Element]],
    *,
    numbers: Mapping[str, str],
    named: Mapping[str, str],
    colors: Mapping[int, str],
) -> CellLook:
    facts = xf.facts
    font, fill = _at(lists["fonts"], facts.get("fontId")), _at(lists["fills"], facts.get("fillId"))
    border = _at(lists["borders"], facts.get("borderId"))
    alignment, protection = xf.child("alignment"), xf.child("protection")
    aligned = alignment.facts if alignment else {}
    number = facts.get("numFmtId", "0")
    ground = _ground(fill, colors)
    return CellLook(
        ink=color_of(font.child("color") if font else None, colors) or DARK,
        ground=ground or LIGHT,
        has_fill=bool(ground),
        font=_value(font, "name"),
        size=float(_value(font, "sz") or 11),
        is_bold=_is_on(font, "b"),
        is_italic=_is_on(font, "i"),
        is_raised=_value(font, "vertAlign") in {"superscript", "subscript"},
        has_border=border is not None
        and any(side.facts.get("style", "none") != "none" for side in border.inside),
        turned=int(aligned.get("textRotation", "0") or 0),
        number=numbers.get(number) or _OLD_BUILT_IN.get(int(number or 0), f"built-in {number}"),
        style=named.get(facts.get("xfId", "0"), ""),
        is_locked=protection is None or protection.facts.get("locked", "1") not in {"0", "false"},
        wraps=aligned.get("wrapText") in {"1", "true"},
        shrinks=aligned.get("shrinkToFit") in {"1", "true"},
        align=aligned.get("horizontal", "general"),
        indent=int(aligned.get("indent", "0") or 0),
    )


def color_of(element: Element | None, colors: Mapping[int, str]) -> str:
    """Return a color's six digits; "" where none or an automatic one is told."""
    if element is None:
        return ""
    facts = element.facts
    if "rgb" in facts:
        return facts["rgb"][-6:].upper()
    if "theme" in facts:
        tint = float(facts.get("tint", "0") or 0)
        return _tinted(colors.get(int(facts["theme"]), ""), tint)
    return _INDEXED.get(int(facts["indexed"]), "") if "indexed" in facts else ""


def _ground(fill: Element | None, colors: Mapping[int, str]) -> str:
    pattern = fill.child("patternFill") if fill else None
    if pattern is None or pattern.facts.get("patternType", "none") != "solid":
        return ""
    return color_of(pattern.child("fgColor"), colors)


def _theme(theme: bytes, place: str) -> dict[int, str]:
    schemes = elements(theme, (*_THEME, *_MORE), place)
    found: dict[int, str] = {}
    for scheme in schemes[:1]:
        for index, name in enumerate(_ORDER):
            held = scheme.child(name)
            inner = held.inside[0].facts if held and held.inside else {}
            found[index] = inner.get("lastClr", inner.get("val", ""))[-6:].upper()
    return found


def _tinted(color: str, tint: float) -> str:
    if not color or not tint:
        return color
    parts = [int(color[i : i + 2], 16) for i in (0, 2, 4)]
    mixed = [part * (1 + tint) if tint < 0 else part + (255 - part) * tint for part in parts]
    return "".join(f"{max(0, min(255, round(part))):02X}" for part in mixed)


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _in(root: Element, name: str) -> list[Element]:
    held = root.child(name)
    return held.inside if held else []


def _at(items: list[Element], number: str | None) -> Element | None:
    index = int(number or 0)
    return items[index] if index < len(items) else None


def _value(element: Element | None, name: str) -> str:
    held = element.child(name) if element else None
    return held.facts.get("val", "") if held else ""


def _is_on(font: Element | None, name: str) -> bool:
    held = font.child(name) if font else None
    return held is not None and held.facts.get("val", "1") not in {"0", "false"}
