"""For whom a workbook is judged: the same rule weighs more in one workbook than in another."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from xlbudget.model.finding import Severity
from xlbudget.sheets.identity import Fact


class Profile(StrEnum):
    """What a workbook is meant to be."""

    SCHOOL = "school"
    DISTRICT = "district"
    ACCESSIBLE = "accessible"
    ANY = "any"


def profile_told(facts: Mapping[str, str]) -> Profile:
    """Return what a workbook is meant to be by the facts of its Manifest; blank ones tell nothing.

    Example:
        >>> profile_told({"Template": "xlbudget district", "Edition": "accessible"}).value
        'accessible'
        >>> profile_told({}).value
        'any'

    """
    template, edition = facts.get(Fact.TEMPLATE, ""), facts.get(Fact.EDITION, "")
    if not template:
        return Profile.ANY
    if "accessible" in edition.casefold():
        return Profile.ACCESSIBLE
    return Profile.SCHOOL if "school" in template.casefold() else Profile.DISTRICT


Weights = Mapping[Profile, Severity]
"""How much a rule weighs by profile; where a profile is missing, the rule is not asked."""

_OURS = (Profile.SCHOOL, Profile.DISTRICT, Profile.ACCESSIBLE)


def ours(severity: Severity, elsewhere: Severity | None = None) -> Weights:
    """Return one weight for our own workbooks, and one for any other, or none."""
    weights = dict.fromkeys(_OURS, severity)
    return weights if elsewhere is None else weights | {Profile.ANY: elsewhere}


def only(*profiles: Profile, severity: Severity) -> Weights:
    """Return one weight for some profiles."""
    return dict.fromkeys(profiles, severity)
