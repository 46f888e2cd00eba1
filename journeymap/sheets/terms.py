"""The file's fixed words as people say them: kinds, causes, levels, answers; one set for the whole house."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n.catalogue import N_, Catalogue

Terms = Mapping[str, str]
"""A stored value → its English word, in the order in which they are offered."""

CAUSE: Terms = {
    "system": N_("System support"),
    "process": N_("Way of working"),
    "mandate": N_("Mandate"),
    "resources": N_("Resources"),
    "culture": N_("Culture"),
    "goal_conflict": N_("Conflicting goals"),
    "information": N_("Information"),
}
ACTION: Terms = {
    "training": N_("Training"),
    "system": N_("System support"),
    "process": N_("Way of working"),
    "mandate": N_("Mandate"),
    "resources": N_("Resources"),
    "goal": N_("Goals"),
}
EVIDENCE: Terms = {
    "assumed": N_("Assumed"),
    "heard": N_("Heard"),
    "observed": N_("Observed"),
    "measured": N_("Measured"),
}
WHO: Terms = {"customer": N_("The customer"), "staff": N_("Staff"), "data": N_("Data")}
LANE_KIND: Terms = {
    "customer": N_("Customer"),
    "department": N_("Department"),
    "supplier": N_("Supplier"),
    "system": N_("System"),
    "customers_customer": N_("The customer's customer"),
}
PROCESS: Terms = {"core": N_("Core"), "support": N_("Support"), "management": N_("Management")}
LINK_KIND: Terms = {
    "flow": N_("Road"),
    "refer": N_("Referral"),
    "info": N_("Information"),
    "order": N_("Order"),
    "status": N_("Status message"),
    "exit": N_("Exit"),
    "shadow": N_("Shadow work"),
}
CARRIER: Terms = {"customer": N_("The customer"), "company": N_("The organisation"), "unknown": N_("unknown")}
INFORMED: Terms = {"yes": N_("Yes"), "partial": N_("Partly"), "no": N_("No"), "unknown": N_("unknown")}
SYSTEM: Terms = {
    "good": N_("Good"),
    "partial": N_("Partial"),
    "none": N_("Missing"),
    "unknown": N_("unknown"),
}
MANDATE: Terms = {
    "can_solve": N_("Yes"),
    "must_ask": N_("Must ask"),
    "none": N_("No"),
    "unknown": N_("unknown"),
}
DEMAND: Terms = {"value": N_("Wants something"), "failure": N_("Something failed"), "unknown": N_("unknown")}
STATE: Terms = {
    "as_is": N_("as is"),
    "to_be": N_("to be"),
    "planned": N_("planned"),
    "actual": N_("actual"),
}
STATUS: Terms = {"draft": N_("draft"), "working": N_("working version"), "decided": N_("decided")}
FRICTION_STATUS: Terms = {
    "open": N_("Open"),
    "accepted": N_("Accepted"),
    "in_progress": N_("In progress"),
    "solved": N_("Solved"),
}
FRICTION_KIND: Terms = {
    "treatment": N_("Treatment"),
    "referral": N_("Referral"),
    "waiting": N_("Waiting"),
    "effort": N_("Effort"),
    "technology": N_("Technology"),
    "information": N_("Information"),
    "rule": N_("Rule"),
    "other": N_("Other"),
}
PER: Terms = {"journey": N_("Journey"), "visit": N_("Visit to the step")}
WALL_STATE: Terms = {
    "confirmed": N_("So it is"),
    "dismissed": N_("It is no wall"),
    "drawn": N_("Drawn"),
}
CUSTOMER: Terms = {
    "customer": N_("Customer"),
    "user": N_("User"),
    "citizen": N_("Citizen"),
    "patient": N_("Patient"),
    "guest": N_("Guest"),
    "resident": N_("Resident"),
    "student": N_("Student"),
    "member": N_("Member"),
}
LANGUAGE: Terms = {"sv": "Svenska", "nb": "Norsk", "en": "English"}
YES_NO: Terms = {"yes": N_("Yes"), "no": N_("No")}


def term(words: Terms, value: str | None, t: Catalogue) -> str:
    """The word for a value of the file; "" where the file does not say."""
    return t(words[value]) if value is not None and value in words else ""
