"""Names the editor gives of itself, in the language of the map."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n.catalogue import N_, catalogue
from journeymap.model.records import CustomerWord, Head

_CUSTOMERS: Mapping[CustomerWord, str] = {
    "customer": N_("Customer"),
    "user": N_("User"),
    "citizen": N_("Citizen"),
    "patient": N_("Patient"),
    "guest": N_("Guest"),
    "resident": N_("Resident"),
    "student": N_("Student"),
    "member": N_("Member"),
}


def customer_lane_name(head: Head) -> str:
    """What the customer's lane is called when nobody has said it: the map's word for the customer."""
    return catalogue(head.language or "en")(_CUSTOMERS[head.customer_word or "customer"])
