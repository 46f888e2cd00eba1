"""The report's own words, beside those that it shares with tables and spreadsheets."""

from __future__ import annotations

from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.sheets.terms import (
    ACTION,
    CARRIER,
    CAUSE,
    EVIDENCE,
    FRICTION_KIND,
    FRICTION_STATUS,
    INFORMED,
    LANE_KIND,
    LINK_KIND,
    MANDATE,
    STATE,
    STATUS,
    SYSTEM,
    term,
)

CERTAINTY = {"firm": N_("firm"), "likely": N_("likely"), "open": N_("open")}
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
    "EVIDENCE",
    "FRICTION_KIND",
    "FRICTION_STATUS",
    "INFORMED",
    "LANE_KIND",
    "LINK_KIND",
    "MANDATE",
    "MISSING",
    "PROFILE",
    "STATE",
    "STATUS",
    "SYSTEM",
    "certainty",
    "term",
]
