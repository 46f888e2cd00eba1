"""The file's fixed words as readers say them: kinds, causes, levels, answers."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n.catalogue import N_, Catalogue

CERTAINTY = {"firm": N_("firm"), "likely": N_("likely"), "open": N_("open")}
CAUSE = {
    "system": N_("System support"),
    "process": N_("Way of working"),
    "mandate": N_("Mandate"),
    "resources": N_("Resources"),
    "culture": N_("Culture"),
    "goal_conflict": N_("Conflicting goals"),
    "information": N_("Information"),
}
ACTION = {
    "training": N_("Training"),
    "system": N_("System support"),
    "process": N_("Way of working"),
    "mandate": N_("Mandate"),
    "resources": N_("Resources"),
    "goal": N_("Goals"),
}
EVIDENCE = {
    "measured": N_("Measured"),
    "observed": N_("Observed"),
    "heard": N_("Heard"),
    "assumed": N_("Assumed"),
}
LANE_KIND = {
    "customer": N_("Customer"),
    "customers_customer": N_("The customer's customer"),
    "department": N_("Department"),
    "supplier": N_("Supplier"),
    "system": N_("System"),
}
LINK_KIND = {
    "flow": N_("Road"),
    "refer": N_("Referral"),
    "info": N_("Information"),
    "order": N_("Order"),
    "status": N_("Status message"),
    "exit": N_("Exit"),
    "shadow": N_("Shadow work"),
}
CARRIER = {"customer": N_("The customer"), "company": N_("The organisation"), "unknown": N_("unknown")}
INFORMED = {"yes": N_("Yes"), "partial": N_("Partly"), "no": N_("No"), "unknown": N_("unknown")}
SYSTEM = {"good": N_("Good"), "partial": N_("Partial"), "none": N_("Missing"), "unknown": N_("unknown")}
MANDATE = {
    "can_solve": N_("Yes"),
    "must_ask": N_("Must ask"),
    "none": N_("No"),
    "unknown": N_("unknown"),
}
STATE = {
    "as_is": N_("as is"),
    "to_be": N_("to be"),
    "planned": N_("planned"),
    "actual": N_("actual"),
}
STATUS = {"draft": N_("draft"), "working": N_("working version"), "decided": N_("decided")}
PROFILE = {
    "full": N_("Full"),
    "pseudonymised": N_("Pseudonymised"),
    "no_quotes": N_("Without quotes"),
}
MISSING = {
    "hits": N_("how many it hits"),
    "wait_minutes": N_("waiting"),
    "work_minutes": N_("own work"),
    "value_lost": N_("value not received"),
    "goal_minutes": N_("minutes of the whole journey"),
    "visits": N_("visits to the step"),
}
FRICTION_STATUS = {
    "open": N_("Open"),
    "accepted": N_("Accepted"),
    "in_progress": N_("In progress"),
    "solved": N_("Solved"),
}
FRICTION_KIND = {
    "treatment": N_("Treatment"),
    "referral": N_("Referral"),
    "waiting": N_("Waiting"),
    "effort": N_("Effort"),
    "technology": N_("Technology"),
    "information": N_("Information"),
    "rule": N_("Rule"),
    "other": N_("Other"),
}


def term(words: Mapping[str, str], value: str | None, t: Catalogue) -> str:
    """The word for a value of the file; "" where the file does not say."""
    return t(words[value]) if value is not None and value in words else ""


def certainty(word: str, t: Catalogue) -> str:
    """How sure a place is: firm, likely or open."""
    return t(CERTAINTY[word])
