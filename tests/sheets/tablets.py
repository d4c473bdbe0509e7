"""A purchase to try the columns of Line items on: tablets, renewed every four years."""

from analysis.budgets import line

TABLETS = {
    "cost_type": "purchase",
    "quantity": 100,
    "unit_price": 400,
    "unit_setup": 12.5,
    "spare_share": 0.05,
    "service_life": 4,
    "refresh": True,
    "escalation_class": "hardware",
}
GROWS = {"rates": {"escalation_hardware": "0.02"}}


def tablets(**facts):
    """A refreshed purchase of a hundred tablets."""
    return line(**(TABLETS | facts))
