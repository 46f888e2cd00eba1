"""What each rule is about, so that questions stand together by subject (WINDOW 1)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.rules import RULES
from journeymap.i18n import N_

SUBJECTS: tuple[tuple[str, str, frozenset[str]], ...] = (
    (
        "moments",
        N_("Decisive moments and promises"),
        frozenset({"CRIT-INFLATION", "TREATMENT-CRIT", "NO-MANDATE", "EXIT-UNKNOWN", "GAP", "FACADE"}),
    ),
    (
        "road",
        N_("The road and who answers for it"),
        frozenset(
            {
                *("PROB-SUM", "NO-EXIT", "SUP-ACCOUNT", "LANE-NO-OWNER", "ONE-FACE"),
                *("WALL-CARRIER", "HANDOFF-EXCESS", "PASS-THROUGH", "MGMT-OWNER", "NO-NAME"),
            }
        ),
    ),
    (
        "behind",
        N_("Behind the scenes"),
        frozenset({"CHAIN-CUT", "LANE-NO-CUSTOMER", "REQ-GAP", "NO-CORE", "SUPPORT-ORPHAN"}),
    ),
    ("staff", N_("The staff's conditions"), frozenset({"SYS-GAP", "TIME-GAP", "FAILURE-DEMAND"})),
    (
        "known",
        N_("How we know, and what we ask"),
        frozenset(
            {
                *("CAUSE-MISSING", "EVIDENCE-GAP", "ASKS-WRONG", "NO-WHY", "NO-VALUE-STEP"),
                *("VALUE-UNREACHED", "MEASURE-UNUSED", "NOT-WALKED", "PURPOSE-MISSING"),
            }
        ),
    ),
    ("orders", N_("Orders"), frozenset({"SHADOW-WORK", "ORDER-NO-WHY", "NO-LEARN-LOOP"})),
)
"""Key, heading and rules; a rule in none of them stands with the last heading, "Other"."""
OTHER = N_("Other questions")
FINISHED = frozenset(rule.id for rule in RULES if rule.finished)
"""Rules that need a finished map."""
ANSWERS: Mapping[str, str] = {
    "LANE-NO-OWNER": "unit",
    "SUP-ACCOUNT": "accountable",
    "CAUSE-MISSING": "cause",
    "EVIDENCE-GAP": "evidence",
    "MGMT-OWNER": "decision_by",
    "NO-NAME": "owner",
    "NO-MANDATE": "mandate",
    "SYS-GAP": "system_support",
    "NO-CORE": "process",
    "PURPOSE-MISSING": "purpose",
    "WALL-CARRIER": "info",
    "ORDER-NO-WHY": "order.asked_why",
    "NO-LEARN-LOOP": "order.next_order",
}
"""The field in which the question of a rule is answered, where there is one."""


def subject_of(rule: str) -> str:
    """The key of a rule's subject."""
    return next((key for key, _, rules in SUBJECTS if rule in rules), "other")
