"""Four lines paid by a source of each stream; one source ends, another is only expected."""

from analysis.budgets import line, source
from sheets.reading import context

MIXED = context(
    line("L1", unit_price=500, source_1="GEN"),
    line("L2", unit_price=300, source_1="GRANT"),
    line("L3", unit_price=200, need="one-time", source_1="ERATE"),
    line("L4", unit_price=100, source_1="HOPE"),
    sources=(
        source("GEN", *[400] * 5),
        source("GRANT", 300, 100, stream="one-time", last_fiscal_year=2028),
        source("ERATE", *[200] * 5, stream="renewable", kind="E-rate Category Two"),
        source("HOPE", *[100] * 5, status="expected"),
    ),
)
