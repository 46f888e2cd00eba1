"""Cases for the rules about lanes and the road (CLAIMS S0, S3)."""

from __future__ import annotations

from rule_case import Case, bare, friction, lane, nearly, speaks, unknown
from small_maps import link, step

from journeymap.model.ids import Id
from journeymap.model.records import Step

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
START = step("a", "offers", start=True)
VALUE = step("c", "customer", value_in_use=True)
SURE, MAYBE = "certain", "suspected"


def step_in(id: str, lane: str) -> Step:
    return Step(id=Id(id), title=id, lane=Id(lane), customer_present=True)


LANES: tuple[Case, ...] = (
    bare("LANE-NO-OWNER", "speaks", {"LANE-NO-OWNER:x": SURE}, lane("x", unit=" / ")),
    bare(
        "LANE-NO-OWNER",
        "nearly",
        {},
        lane("x", owner="Chef"),
        lane("y", unit="H"),
        lane("c", kind="customer"),
    ),
    bare("LANE-NO-OWNER", "unknown", {}, why="no lanes"),
    bare("SUP-ACCOUNT", "speaks", {"SUP-ACCOUNT:s": SURE}, lane("s", kind="supplier", unit="Ren AB")),
    bare(
        "SUP-ACCOUNT",
        "speaks",
        {"SUP-ACCOUNT:s": SURE},
        lane("s", kind="supplier", unit="Ren AB", accountable="Ren AB/Kontor"),
        why="answers for itself",
    ),
    bare(
        "SUP-ACCOUNT",
        "nearly",
        {},
        lane("s", kind="supplier", unit="Ren AB", accountable="Hotel AB/Huset"),
        why="answered for",
    ),
    bare(
        "SUP-ACCOUNT",
        "nearly",
        {},
        lane("s", kind="supplier", unit="Koncernen/Ren", accountable="Koncernen/Huset"),
        lane("h", unit="Koncernen/Huset"),
        why="one group",
    ),
    bare(
        "SUP-ACCOUNT",
        "nearly",
        {},
        lane("Rides", kind="supplier", unit="Rides Ltd", accountable="Hospital/Service/Rides"),
        lane("h", unit="Hospital/Ward"),
        why="a unit called as its supplier",
    ),
    bare("SUP-ACCOUNT", "unknown", {}, lane("d", unit="H"), why="no supplier"),
    speaks(
        "SUP-ACCOUNT",
        {"SUP-ACCOUNT:cleaner": SURE, "SUP-ACCOUNT:f:cleaner": SURE},
        A,
        friction(owner="ren ab"),
        why="owns a friction",
    ),
    bare(
        "ONE-FACE",
        "speaks",
        {"ONE-FACE:x:y": SURE},
        lane("x", shown_as="FixIt"),
        lane("y", shown_as="Northphone"),
        step_in("1", "x"),
        step_in("2", "y"),
    ),
    bare(
        "ONE-FACE",
        "nearly",
        {},
        lane("x", shown_as="FixIt"),
        lane("y", shown_as="fixit "),
        step_in("1", "x"),
        step_in("2", "y"),
        why="the same name",
    ),
    bare(
        "ONE-FACE",
        "nearly",
        {},
        lane("x", shown_as="FixIt"),
        lane("y", shown_as="Other"),
        step_in("1", "x"),
        why="the other is never met",
    ),
    bare(
        "ONE-FACE",
        "unknown",
        {"ONE-FACE:x": MAYBE},
        lane("x", shown_as="FixIt"),
        lane("y"),
        step_in("1", "x"),
        step_in("2", "y"),
        organisation="Northphone",
        why="the other says nothing",
    ),
)

ROAD: tuple[Case, ...] = (
    speaks("PROB-SUM", {"PROB-SUM:a": SURE}, A, B, C, link("a", "b", share=0.7), link("a", "c", share=0.4)),
    nearly("PROB-SUM", A, B, C, link("a", "b", share=0.6), link("a", "c", share=0.4)),
    unknown("PROB-SUM", A, B, C, link("a", "b", share=1), link("a", "c"), why="one share is not said"),
    speaks(
        "NO-EXIT",
        {"NO-EXIT:b": SURE, "NO-EXIT:c": SURE},
        START,
        B,
        C,
        link("a", "b", share=0.5),
        link("b", "c"),
        link("c", "b"),
    ),
    nearly(
        "NO-EXIT",
        START,
        B,
        C,
        link("a", "b"),
        link("b", "c"),
        link("c", "b", share=0.9),
        why="a tenth leaves",
    ),
    unknown("NO-EXIT", A, B, link("a", "b"), link("b", "a"), why="no start"),
    speaks("NO-VALUE-STEP", {"NO-VALUE-STEP": SURE}, A, complete=True),
    nearly("NO-VALUE-STEP", A, VALUE, complete=True),
    unknown("NO-VALUE-STEP", A, why="not finished"),
    speaks("VALUE-UNREACHED", {"VALUE-UNREACHED:c": SURE}, START, B, VALUE, link("a", "b")),
    nearly("VALUE-UNREACHED", START, VALUE, link("a", "c")),
    unknown(
        "VALUE-UNREACHED",
        A,
        B,
        VALUE,
        link("a", "b"),
        found={"VALUE-UNREACHED:c": MAYBE},
        why="start guessed",
    ),
    speaks("PURPOSE-MISSING", {"PURPOSE-MISSING": SURE}, A, purpose="  ", complete=True),
    speaks(
        "PURPOSE-MISSING",
        {"PURPOSE-MISSING": MAYBE},
        A,
        purpose="Vi bedriver vård",
        complete=True,
        why="activity",
    ),
    nearly("PURPOSE-MISSING", A, purpose="Vi hjälper människor att bli friska", complete=True),
    unknown("PURPOSE-MISSING", A, why="not finished"),
)
