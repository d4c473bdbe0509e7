"""Can reminders reach each school?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed
from xlbudget.model.school import School

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\W_][\w-]*(?:\.[\w-]*[^\W_])+")


def _check(budget: Budget) -> Iterator[Finding]:
    for place, school in placed(budget, School):
        address = school.contact_email
        if address and not _ADDRESS.fullmatch(address):
            yield found(
                RULE,
                place,
                "contact_email",
                saw=f"The contact of school {school.school_id} has the address {shown(address)}",
                wants="One e-mail address has a name, the sign @, and a domain with a point: "
                "office@oak.example",
                fix="Write one work address, without a name or brackets around it",
            )


RULE = Rule(
    code="XLR-31",
    title="Address that cannot be right",
    severity=Severity.WARNING,
    says="A school's contact, where one is named, has one e-mail address of the usual shape.",
    source="RFC 5322 section 3.4.1 (an address is a local part, @, and a domain)",
    check=_check,
)
