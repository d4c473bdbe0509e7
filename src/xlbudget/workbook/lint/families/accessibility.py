"""Accessibility: what people who see little or no color, or hear a sheet read, need of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.elements import Element
from xlbudget.workbook.lint.area import areas_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.looks import contrast
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

ACCESSIBILITY = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_LEAST_CONTRAST, _LEAST_SIZE, _MOST_CELLS = 4.5, 10, 2_000
_SERIFS = frozenset({"times new roman", "times", "georgia", "garamond", "cambria", "courier new"})
_EMPTY_WORDS = frozenset({"here", "click here", "link", "this", "more", "read more", "see here"})
_COLOR_ONLY = {"colorScale": "a color scale", "iconSet": "icons"}
_URL = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


@ACCESSIBILITY.rule(
    "L07",
    "Too little contrast",
    ours(_E, _W),
    wants=f"Text stands out from its ground by {_LEAST_CONTRAST} to 1 or more",
    fix="Take a darker color for the text, or a lighter one for the ground",
    source="WCAG 2.1, 1.4.3",
)
def _contrast(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        faint = {
            style: contrast(look.ink, look.ground)
            for style in set(leaf.styles.values())
            if contrast((look := subject.looks.of(style)).ink, look.ground) < _LEAST_CONTRAST
        }
        for style, value in faint.items():
            refs = [ref for ref, own in leaf.styles.items() if own == style and leaf.text(ref)]
            if refs:
                look = subject.looks.of(style)
                saw = f"#{look.ink} on #{look.ground} has a contrast of {value:.1f} to 1"
                more = f", in {len(refs):,} cells" if len(refs) > 1 else ""
                yield Fault(saw + more, leaf.name, refs[0])


@ACCESSIBILITY.rule(
    "L08",
    "Meaning by color alone",
    ours(_E, _W),
    wants="What a color says is also said in words, in the cell or beside it",
    fix="Add a column that says it in words, such as OK or look",
    source="WCAG 2.1, 1.4.1",
)
def _color(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for block in leaf.all("conditionalFormatting"):
            areas = areas_of(block.facts.get("sqref", ""))
            for rule in block.inside:
                told = [_COLOR_ONLY[one.name] for one in rule.inside if one.name in _COLOR_ONLY]
                colors = rule.name == "cfRule" and _colors(subject, rule)
                if areas and (told or (colors and not _says_words(leaf, block))):
                    saw = f"{told[0] if told else 'A condition'} colors {areas[0]}, without words"
                    yield Fault(saw[0].upper() + saw[1:], leaf.name, areas[0].first)
                    break


@ACCESSIBILITY.rule(
    "L10",
    "Hard to read",
    ours(_W, _I),
    wants=f"Text is upright, of {_LEAST_SIZE} points or more, in a font without serifs, not turned"
    " and not raised",
    fix="Change the font, its size or its direction (Format Cells)",
    source="UK Analysis Function",
)
def _reading(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        seen: set[str] = set()
        for ref, style in leaf.styles.items():
            look = subject.looks.of(style)
            faults = {
                f"The text has {look.size:g} points": look.size < _LEAST_SIZE,
                f"The text is in {look.font}": look.font.casefold() in _SERIFS,
                "The text is in italics": look.is_italic,
                "The text is turned": look.turned not in {0, 255},
                "The text is raised or lowered": look.is_raised,
            }
            for saw, is_so in faults.items():
                if is_so and saw not in seen and leaf.text(ref):
                    seen.add(saw)
                    yield Fault(f"{saw}, this the first cell", leaf.name, ref)


@ACCESSIBILITY.rule(
    "L12",
    "Link that does not say where it leads",
    ours(_E, _W),
    wants="The words of a link say where it leads; readers hear links in a list, one by one",
    fix="Write the name of the place in the cell, and keep the address in the link",
    source="US AED COP 3; WCAG 2.1, 2.4.4",
)
def _link_words(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for link in leaf.all("hyperlinks", "hyperlink"):
            ref = link.facts.get("ref", "").partition(":")[0]
            words = leaf.text(ref).strip()
            if words.casefold() in _EMPTY_WORDS or _URL.fullmatch(words) or not words:
                said = repr(words) if words else "nothing"
                yield Fault(f"The link says {said}", leaf.name, ref)


def _colors(subject: Subject, rule: Element) -> bool:
    """Return whether a condition changes colors and nothing that is read."""
    number = rule.facts.get("dxfId", "")
    looks = subject.looks.conditions
    if not number.isdecimal() or int(number) >= len(looks):
        return False
    look = looks[int(number)]
    return bool(look.child("font") or look.child("fill")) and not look.child("numFmt")


def _says_words(leaf: Leaf, block: Element) -> bool:
    """Return whether the cells of a condition hold words, or are blank and take words."""
    for area in areas_of(block.facts.get("sqref", "")):
        for row in range(area.top, min(area.bottom, area.top + _MOST_CELLS) + 1):
            for column in range(area.left, area.right + 1):
                value = leaf.sheet.cells.values.get(leaf.grid.get((row, column), ""))
                if isinstance(value, float):
                    return False
    return True
