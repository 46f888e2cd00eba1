"""Cases for the rules about moments, what lies behind, staff, frictions, knowledge and orders (S1-S4)."""

from __future__ import annotations

from rule_case import (
    Case,
    bare,
    friction,
    lane,
    nearly,
    required,
    speaks,
    unknown,
)
from small_maps import link, step

from journeymap.model.ids import Id
from journeymap.model.records import Record, Step, Votes

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
DECISIVE = step("b", "desk", critical=True)
BACK = step("k", "phone", customer_present=False)
VALUE = step("c", "customer", value_in_use=True)
SURE, MAYBE = "certain", "suspected"
CUSTOMERS = [step(f"s{n:02}", "customer") for n in range(16)]
FOUR_MOMENTS = [step(f"m{n}", "desk", critical=True) for n in range(4)]


def support(id: str, *, core: bool = True) -> list[Record]:
    """A step of a support lane, and one of a lane that may be the core process."""
    return [
        lane("s", process=("support",)),
        lane("m", process=("core",) if core else None),
        Step(id=Id(id), title=id, lane=Id("s")),
        Step(id=Id("b"), title="b", lane=Id("m"), customer_present=True),
    ]


MOMENTS: tuple[Case, ...] = (
    speaks("CRIT-INFLATION", {"CRIT-INFLATION:m0:m1:m2:m3": SURE}, FOUR_MOMENTS, CUSTOMERS),
    speaks(
        "CRIT-INFLATION",
        {"CRIT-INFLATION:x:y": SURE},
        step("x", "customer", critical=True),
        step("y", "customer", critical=True),
        CUSTOMERS[:7],
        why="two of nine own steps",
    ),
    nearly("CRIT-INFLATION", FOUR_MOMENTS[:3], CUSTOMERS, why="three"),
    nearly(
        "CRIT-INFLATION",
        step("x", "customer", critical=True),
        step("y", "customer", critical=True),
        CUSTOMERS[:8],
        why="two of ten own steps",
    ),
    nearly("CRIT-INFLATION", step("x", "customer", critical=True), why="the only one"),
    unknown(
        "CRIT-INFLATION",
        [step(f"v{n}", "desk", critical_votes=Votes(yes=3, of=0)) for n in range(4)],
        why="votes that cannot be",
    ),
    unknown(
        "TREATMENT-CRIT", A, friction(kind="treatment"), found={"TREATMENT-CRIT:f": MAYBE}, why="proposed"
    ),
    speaks("TREATMENT-CRIT", {"TREATMENT-CRIT:f": MAYBE}, A, friction(kind="treatment", hits=None)),
    nearly("TREATMENT-CRIT", A, friction(kind="treatment", critical=False), why="refused"),
    nearly("TREATMENT-CRIT", A, friction(kind="treatment", votes=Votes(yes=1, of=4)), why="voted"),
    nearly("TREATMENT-CRIT", A, friction(kind="waiting"), why="another kind"),
    speaks("EXIT-UNKNOWN", {"EXIT-UNKNOWN:b": SURE}, DECISIVE, C, link("b", "c", "exit")),
    nearly("EXIT-UNKNOWN", DECISIVE, C, link("b", "c", "exit", share=0.1)),
    unknown("EXIT-UNKNOWN", DECISIVE, found={"EXIT-UNKNOWN:b": MAYBE}, why="no exit drawn"),
    speaks("GAP", {"GAP:b": SURE}, step("b", "desk", honours=("p",), expectation=2, experience=1)),
    nearly("GAP", step("b", "desk", honours=("p",), expectation=2, experience=2)),
    nearly("GAP", step("b", "desk", expectation=2, experience=-3), why="no promise"),
    unknown("GAP", step("b", "desk", honours=("p",), experience=-3), why="nothing expected"),
)

BEHIND: tuple[Case, ...] = (
    speaks("CHAIN-CUT", {"CHAIN-CUT:k": SURE}, B, BACK, link("b", "k", "info"), complete=True),
    nearly("CHAIN-CUT", B, BACK, link("k", "b", "info"), complete=True),
    nearly("CHAIN-CUT", B, BACK, link("b", "k", "order"), complete=True, why="the delivery comes back"),
    unknown("CHAIN-CUT", B, BACK, link("b", "k", "info"), why="not finished"),
    speaks("LANE-NO-CUSTOMER", {"LANE-NO-CUSTOMER:phone": SURE}, B, BACK, complete=True),
    nearly("LANE-NO-CUSTOMER", B, BACK, link("k", "b"), complete=True),
    nearly("LANE-NO-CUSTOMER", B, complete=True, why="met there"),
    unknown("LANE-NO-CUSTOMER", BACK, why="not finished"),
    speaks(
        "REQ-GAP",
        {"REQ-GAP:b": SURE},
        A,
        DECISIVE,
        BACK,
        required(link("a", "b")),
        link("k", "b", "info"),
    ),
    nearly("REQ-GAP", A, DECISIVE, required(link("a", "b"))),
    nearly("REQ-GAP", DECISIVE, why="nothing behind"),
    unknown("REQ-GAP", A, DECISIVE, link("a", "b"), found={"REQ-GAP:b": MAYBE}, why="nobody spoke of any"),
    bare(
        "NO-CORE",
        "speaks",
        {"NO-CORE:x:y": SURE},
        lane("x", process=("support",)),
        lane("y", process=("management",)),
    ),
    bare("NO-CORE", "nearly", {}, lane("x", process=("support", "core")), lane("y", process=("management",))),
    bare("NO-CORE", "unknown", {}, lane("x"), lane("y"), why="nothing is sorted"),
    bare(
        "SUPPORT-ORPHAN",
        "speaks",
        {"SUPPORT-ORPHAN:k": SURE},
        *support("k"),
        complete=True,
    ),
    bare("SUPPORT-ORPHAN", "nearly", {}, *support("k"), link("k", "b", "info"), complete=True),
    bare("SUPPORT-ORPHAN", "unknown", {}, *support("k", core=False), complete=True, why="no core"),
)

STAFF: tuple[Case, ...] = (
    speaks("NO-MANDATE", {"NO-MANDATE:b": SURE}, step("b", "desk", critical=True, mandate="must_ask")),
    nearly("NO-MANDATE", step("b", "desk", critical=True, mandate="can_solve")),
    nearly("NO-MANDATE", step("b", "desk", mandate="none"), why="not decisive"),
    unknown(
        "NO-MANDATE",
        step("b", "desk", critical=True, mandate="unknown"),
        found={"NO-MANDATE:b": MAYBE},
        why="said to be unknown",
    ),
    unknown("NO-MANDATE", DECISIVE, why="not said"),
    speaks("SYS-GAP", {"SYS-GAP:b": SURE}, step("b", "desk", system_support="none")),
    speaks("SYS-GAP", {"SYS-GAP:b": MAYBE}, step("b", "desk", system_support="partial"), why="partial"),
    nearly("SYS-GAP", step("b", "desk", system_support="good")),
    nearly("SYS-GAP", step("k", "phone", customer_present=False, system_support="none"), why="behind"),
    unknown("SYS-GAP", step("b", "desk", system_support="unknown")),
    speaks("TIME-GAP", {"TIME-GAP:b": SURE}, step("b", "desk", minutes_needed=9, minutes_given=(4, 6))),
    speaks(
        "TIME-GAP",
        {"TIME-GAP:b": MAYBE},
        step("b", "desk", minutes_needed=(5, 9), minutes_given=(4, 6)),
        why="ranges overlap",
    ),
    nearly("TIME-GAP", step("b", "desk", minutes_needed=5, minutes_given=5)),
    unknown("TIME-GAP", step("b", "desk", minutes_needed=5)),
    speaks(
        "FAILURE-DEMAND",
        {"FAILURE-DEMAND:b": SURE},
        C,
        step("a", "offers", demand="value"),
        step("b", "desk", demand="failure"),
        link("c", "a"),
        link("a", "b"),
    ),
    nearly(
        "FAILURE-DEMAND",
        C,
        step("a", "offers", demand="value"),
        step("b", "desk", demand="value"),
        link("c", "a"),
        link("a", "b"),
    ),
    unknown(
        "FAILURE-DEMAND",
        C,
        step("a", "offers", demand="value"),
        step("b", "desk", demand="failure"),
        step("p", "phone"),
        link("c", "a"),
        link("a", "b"),
        link("b", "p"),
        found={"FAILURE-DEMAND:b": MAYBE},
        why="a third is unknown",
    ),
    unknown(
        "FAILURE-DEMAND",
        C,
        A,
        step("b", "desk", demand="failure"),
        link("c", "a"),
        link("a", "b"),
        why="half is unknown",
    ),
)
