"""The words for those who cannot see a chart: each of ours tells the figures of its own budget."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.plan import Chart
from xlbudget.workbook.elements import Edit, elements, spliced
from xlbudget.workbook.fill.charts import drawing_parts
from xlbudget.workbook.parts import Package, read_part

_FINDING = "The cell above says: "  # after it the words differ from budget to budget
_WORDS = re.compile(rb"""\sdescr\s*=\s*("[^"]*"|'[^']*')""")
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;"}


@dataclass(frozen=True, slots=True)
class AltTexts:
    """Where the drawings of a template tell what our charts show.

    Attributes:
        data: The drawings that do.
        places: For each of them the places of the words with their quotes, and whose they are.

    """

    data: Mapping[str, bytes]
    places: Mapping[str, tuple[tuple[int, int, str], ...]]

    def told(self, plan: Plan) -> dict[str, bytes]:
        """Return the drawings with the words of a budget's charts."""
        words = {_begins(chart): chart.alt for chart in _charts(plan)}
        return {part: spliced(data, self._edits(part, words)) for part, data in self.data.items()}

    def _edits(self, part: str, words: Mapping[str, str]) -> Iterator[Edit]:
        for start, end, begins in self.places[part]:
            text = escape(words[begins], _IN_QUOTES).encode()
            yield start, end, b'"' + text + b'"'


def alt_texts(package: Package, settled: Mapping[str, bytes], plan: Plan) -> AltTexts:
    """Return where the drawings of a template tell what our charts show.

    A chart is known by how its words begin; words that the owner wrote are left as they are.

    Args:
        package: The template.
        settled: Drawings that differ from the template's in all copies.
        plan: The book of any budget.

    """
    known = {_begins(chart) for chart in _charts(plan)}
    data: dict[str, bytes] = {}
    places: defaultdict[str, tuple[tuple[int, int, str], ...]] = defaultdict(tuple)
    for part in drawing_parts(package):
        drawing = settled.get(part) or read_part(package, part)
        for shape in elements(drawing, ("cNvPr",), f"{package.place}: {part}"):
            begins = shape.facts.get("descr", "").partition(_FINDING)[0]
            found = _WORDS.search(drawing, shape.start, shape.opened)
            if begins in known and found:
                data[part] = drawing
                places[part] += ((*found.span(1), begins),)
    return AltTexts(data, places)


def _begins(chart: Chart) -> str:
    return chart.alt.partition(_FINDING)[0]


def _charts(plan: Plan) -> Iterator[Chart]:
    return (chart for sheet in plan.sheets for chart in sheet.charts)
