"""The customer's noun in the forms that sentences need, from the journey's word pack."""

from __future__ import annotations

from journeymap.analysis import words
from journeymap.report.matter import Matter


def customer(matter: Matter) -> dict[str, str]:
    """Placeholders for every message that names the customer: {guest} … {The_guests}."""
    return words.customer_forms(matter.journey, matter.t)
