"""The report's own words, beside those that it shares with tables and spreadsheets."""

from __future__ import annotations

from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.sheets.terms import (
    ACTION,
    CARRIER,
    CAUSE,
    DEMAND,
    EVIDENCE,
    FRICTION_KIND,
    FRICTION_STATUS,
    INFORMED,
    LANE_KIND,
    LINK_KIND,
    MANDATE,
    PROCESS,
    STATE,
    STATUS,
    SYSTEM,
    WHO,
    term,
)

CERTAINTY = {"firm": N_("firm"), "likely": N_("likely"), "open": N_("open")}
CUSTOMER_WORD = {
    "customer": N_("customer"),
    "user": N_("user"),
    "citizen": N_("citizen"),
    "patient": N_("patient"),
    "guest": N_("guest"),
    "resident": N_("resident"),
    "student": N_("student"),
    "member": N_("member"),
}
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


def certainty(word: str, t: Catalogue) -> str:
    """How sure a place is: firm, likely or open."""
    return t(CERTAINTY[word])


__all__ = [
    "ACTION",
    "CARRIER",
    "CAUSE",
    "CERTAINTY",
    "CUSTOMER_WORD",
    "DEMAND",
    "EVIDENCE",
    "FRICTION_KIND",
    "FRICTION_STATUS",
    "INFORMED",
    "LANE_KIND",
    "LINK_KIND",
    "MANDATE",
    "MISSING",
    "PROCESS",
    "PROFILE",
    "STATE",
    "STATUS",
    "SYSTEM",
    "WHO",
    "certainty",
    "term",
]
