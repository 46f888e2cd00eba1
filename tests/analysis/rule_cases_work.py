"""Cases for the rules about frictions, how we know, and orders to support (CLAIMS S1-S4)."""

from __future__ import annotations

from rule_case import Case, action, friction, measure, nearly, ordered, speaks, told, unknown, walk
from small_maps import link, step

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
VALUE = step("c", "customer", value_in_use=True)
SURE, MAYBE = "certain", "suspected"

FRICTIONS: tuple[Case, ...] = (
    speaks("CAUSE-MISSING", {"CAUSE-MISSING:f": SURE}, A, friction()),
    nearly("CAUSE-MISSING", A, friction(cause="system")),
    nearly(
        "CAUSE-MISSING",
        A,
        [friction(f"g{n}", hits=0.5, cause="system") for n in range(5)],
        friction(),
        why="the sixth",
    ),
    unknown("CAUSE-MISSING", A, friction(hits=None), why="cannot be ranked"),
    speaks("FACADE", {"FACADE:f:t": SURE}, A, friction(cause="system"), action("t", "training", "f")),
    nearly("FACADE", A, friction(cause="system"), action("t", "training", "f"), action("r", "system", "f")),
    nearly("FACADE", A, friction(cause="culture"), action("t", "training", "f"), why="culture is learnt"),
    unknown("FACADE", A, friction(), action("t", "training", "f"), why="no cause"),
    unknown("FACADE", A, friction(cause="system"), action("t", None, "f"), why="no kind"),
    speaks("MGMT-OWNER", {"MGMT-OWNER:f": SURE}, A, friction(critical=True), complete=True),
    speaks(
        "MGMT-OWNER",
        {"MGMT-OWNER:f": SURE},
        A,
        friction(critical=True, hits=None),
        complete=True,
        why="unranked",
    ),
    nearly("MGMT-OWNER", A, friction(critical=True, decision_by="Chef"), complete=True),
    nearly("MGMT-OWNER", A, friction(), complete=True, why="not decisive"),
    unknown("MGMT-OWNER", A, friction(critical=True), why="not finished"),
    speaks("NO-NAME", {"NO-NAME:f": SURE}, A, friction(critical=True), complete=True),
    nearly("NO-NAME", A, friction(critical=True, owner="Anna"), complete=True),
    nearly(
        "NO-NAME",
        step("a", "offers", owner="Anna"),
        friction(critical=True),
        complete=True,
        why="the step has one",
    ),
    unknown("NO-NAME", A, friction(critical=True), why="not finished"),
)

KNOWN: tuple[Case, ...] = (
    speaks("EVIDENCE-GAP", {"EVIDENCE-GAP:f": SURE}, A, friction()),
    speaks(
        "EVIDENCE-GAP",
        {"EVIDENCE-GAP:f": SURE},
        A,
        friction(),
        told("f", who="staff", level="heard"),
        why="staff",
    ),
    nearly("EVIDENCE-GAP", A, friction(), told("f", who="customer", level="heard")),
    unknown(
        "EVIDENCE-GAP",
        A,
        friction(),
        told("f", level="heard"),
        found={"EVIDENCE-GAP:f": MAYBE},
        why="who is not said",
    ),
    speaks("NOT-WALKED", {"NOT-WALKED": SURE}, A, walk(date="2025-11-26"), complete=True),
    nearly("NOT-WALKED", A, walk(date="2025-11-27"), complete=True, why="twelve months to the day"),
    unknown(
        "NOT-WALKED", A, walk(date="in autumn"), found={"NOT-WALKED": MAYBE}, complete=True, why="no date"
    ),
    unknown("NOT-WALKED", A, why="not finished"),
    speaks("NO-PRAO", {"NO-PRAO": SURE}, A, walk(date="2026-10-01", role="Receptionist")),
    speaks("NO-PRAO", {"NO-PRAO": SURE}, A, complete=True, why="nobody at all"),
    nearly("NO-PRAO", A, walk(date="2026-10-01", role="Hotellchef")),
    nearly(
        "NO-PRAO",
        A,
        walk(date="2026-10-01", role="Overlege"),
        friction(decision_by="overlege"),
        why="who decides",
    ),
    unknown("NO-PRAO", A, walk(date="2026-10-01"), found={"NO-PRAO": MAYBE}, why="no role"),
    unknown("NO-PRAO", A, why="not walked and not finished"),
    speaks("ASKS-WRONG", {"ASKS-WRONG:m:c": SURE}, VALUE, B, measure("m", "b")),
    nearly("ASKS-WRONG", VALUE, B, measure("m", "b"), measure("v", "c")),
    unknown("ASKS-WRONG", C, B, measure("m", "b"), why="no step of value"),
    speaks("NO-WHY", {"NO-WHY:m": SURE}, B, measure("m", "b", open_text=False)),
    nearly("NO-WHY", B, measure("m", "b", open_text=True)),
    unknown("NO-WHY", B, measure("m", "b")),
    speaks(
        "MEASURE-UNUSED",
        {"MEASURE-UNUSED:m": SURE},
        B,
        measure("m", "b", last_decision="2025-11-26"),
        complete=True,
    ),
    nearly("MEASURE-UNUSED", B, measure("m", "b", last_decision="2025-11-27"), complete=True),
    unknown(
        "MEASURE-UNUSED",
        B,
        measure("m", "b"),
        found={"MEASURE-UNUSED:m": MAYBE},
        complete=True,
        why="no date",
    ),
    unknown("MEASURE-UNUSED", B, measure("m", "b"), why="not finished"),
)

SHADOW = link("b", "a", "shadow")
ORDERS: tuple[Case, ...] = (
    speaks("SHADOW-WORK", {"SHADOW-WORK:b>a:shadow": SURE}, A, B, ordered("a", "b", refused=True), SHADOW),
    nearly("SHADOW-WORK", A, B, ordered("a", "b", refused=True)),
    unknown("SHADOW-WORK", A, B, SHADOW, found={"SHADOW-WORK:b>a:shadow": MAYBE}, why="nothing refused"),
    speaks("ORDER-NO-WHY", {"ORDER-NO-WHY:a>b:order": SURE}, A, B, ordered("a", "b", asked_why=False)),
    nearly("ORDER-NO-WHY", A, B, ordered("a", "b", asked_why=True)),
    unknown("ORDER-NO-WHY", A, B, ordered("a", "b", delivered=True)),
    speaks(
        "NO-LEARN-LOOP",
        {"NO-LEARN-LOOP:a>b:order": SURE},
        A,
        B,
        ordered("a", "b", advised_otherwise=True, next_order=False),
    ),
    nearly("NO-LEARN-LOOP", A, B, ordered("a", "b", advised_otherwise=True, next_order=True)),
    nearly(
        "NO-LEARN-LOOP", A, B, ordered("a", "b", advised_otherwise=False, next_order=False), why="no advice"
    ),
    unknown(
        "NO-LEARN-LOOP",
        A,
        B,
        ordered("a", "b", advised_otherwise=True),
        found={"NO-LEARN-LOOP:a>b:order": MAYBE},
    ),
)
