"""The district's own facts out of ``district.toml``, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from xlbudget.model.district import District
from xlbudget.model.facts_file import facts_of, facts_text, read_toml
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.finding import Finding, Place

DECIMAL_COMMA = "decimal_comma"  # an option of intake, no fact of the district


@dataclass(frozen=True, slots=True)
class DistrictRead:
    """The district that a file tells of, how its folder writes numbers, and the findings."""

    district: District | None
    decimal_comma: bool = False
    findings: tuple[Finding, ...] = ()


def read_district(path: Path) -> DistrictRead:
    """Return the district that a file tells of; None when a fatal finding stands."""
    given, findings = read_toml(path)
    if given is None:
        return DistrictRead(None, findings=findings)
    place = Place(file=path.name)
    comma = given.pop(DECIMAL_COMMA, False)
    district, said = facts_of(given, District, place)
    if isinstance(comma, bool):
        return DistrictRead(district, comma, findings + said)
    fault = _not_yes_no(comma).at(replace(place, column=DECIMAL_COMMA))
    return DistrictRead(None, findings=(*findings, fault, *said))


def district_text(district: District) -> str:
    """Return the text of the file that ``read_district`` reads back as the same district."""
    return facts_text(district)


def _not_yes_no(value: object) -> Fault:
    return Fault(
        IntakeCode.YES_NO,
        f"{DECIMAL_COMMA} is {shown(str(value))}",
        "It is true or false",
        f"Write {DECIMAL_COMMA} = true where files have 1.234,50",
    )
