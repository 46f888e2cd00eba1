"""Cases for the four questions and the rules about hand-offs (CLAIMS S0, S1)."""

from __future__ import annotations

from rule_case import Case, nearly, speaks, unknown
from small_maps import carried, link, step

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
P, D = step("p", "phone"), step("d", "customer")
START, GOAL = step("a", "offers", start=True), step("b", "desk", goal=True)
VALUE = step("c", "customer", value_in_use=True)
DECISIVE = step("b", "desk", critical=True)
HELP = step("p", "phone", recovery=True)
SURE, MAYBE = "certain", "suspected"


# 0.6 of the journeys meet offers, phones and desk (3 contacts), 0.4 offers and desk (2): 2.6, not 2.
ROUND = [link("a", "p", share=0.6), link("p", "b"), link("a", "b", share=0.4)]
# Half a contact more is not more than half a contact.
HALF = [link("a", "p", share=0.5), link("p", "b"), link("a", "b", share=0.5)]

FOUR: tuple[Case, ...] = (
    speaks(
        "DIAG-1",
        {"DIAG-1:a": SURE},
        START,
        P,
        step("b", "desk", customer_present=True),
        VALUE,
        ROUND,
        link("b", "c"),
        why="until the value",
    ),
    speaks("DIAG-1", {"DIAG-1:a": SURE}, START, P, GOAL, ROUND),
    nearly("DIAG-1", START, P, GOAL, HALF, why="half a contact more"),
    unknown("DIAG-1", A, P, GOAL, link("p", "a"), link("a", "p"), why="no start"),
    unknown(
        "DIAG-1",
        START,
        P,
        step("x", "desk"),
        GOAL,
        link("a", "p"),
        link("p", "x"),
        link("x", "b"),
        link("a", "b"),
        link("x", "p"),
        link("p", "a"),
        found={"DIAG-1:a": MAYBE},
        why="shares assumed",
    ),
    speaks(
        "DIAG-2",
        {"DIAG-2:b": SURE},
        DECISIVE,
        A,
        HELP,
        link("b", "a"),
        link("a", "p"),
        why="two hand-offs away",
    ),
    speaks("DIAG-2", {"DIAG-2:b": SURE}, DECISIVE, complete=True, why="finished and nowhere"),
    speaks(
        "DIAG-2",
        {"DIAG-2:u": SURE},
        step("u", "unknown", recovery=True),
        DECISIVE,
        link("b", "u"),
        why="unowned",
    ),
    nearly("DIAG-2", DECISIVE, HELP, link("b", "p"), why="one hand-off away"),
    nearly("DIAG-2", step("b", "desk", critical=True, recovery=True), why="the step itself"),
    unknown("DIAG-2", DECISIVE, found={"DIAG-2:b": MAYBE}, why="no step is marked"),
    unknown("DIAG-2", HELP, B, link("b", "p"), why="nothing decisive"),
    speaks("DIAG-3", {"DIAG-3:a:b": SURE}, A, B, C, carried("a", "c", "b", info="no")),
    speaks("DIAG-3", {"DIAG-3:k:b": SURE}, step("k", "cleaner"), B, link("k", "b", "refer"), why="supplier"),
    nearly("DIAG-3", A, B, C, carried("a", "c", "b", info="yes"), why="the next one knows"),
    unknown("DIAG-3", A, B, C, carried("a", "c", "b"), why="only suspected"),
    speaks(
        "DIAG-4",
        {"DIAG-4:a:b": SURE},
        step("a", "offers", asks=("name",)),
        step("b", "desk", asks=("name",)),
        C,
        carried("a", "c", "b"),
    ),
    nearly(
        "DIAG-4",
        step("a", "offers", asks=("name",)),
        step("b", "desk", asks=("name",)),
        C,
        carried("a", "c", "b"),
        link("a", "b", "info", info="yes"),
        why="passed on",
    ),
    unknown(
        "DIAG-4",
        step("a", "offers", asks=("name",)),
        B,
        C,
        carried("a", "c", "b"),
        why="nobody says what B asks",
    ),
)

HANDOFFS: tuple[Case, ...] = (
    speaks("NO-CASE-OWNER", {"NO-CASE-OWNER:a:b": SURE}, A, B, C, carried("a", "c", "b")),
    nearly("NO-CASE-OWNER", step("a", "offers", owner="Anna"), B, C, carried("a", "c", "b"), why="one owner"),
    nearly("NO-CASE-OWNER", step("a", "desk-2"), B, C, carried("a", "c", "b"), why="one unit"),
    unknown(
        "NO-CASE-OWNER",
        step("u", "unknown"),
        B,
        C,
        carried("u", "c", "b"),
        found={"NO-CASE-OWNER:b:u": MAYBE},
        why="unit unknown",
    ),
    speaks("HANDOFF-EXCESS", {"HANDOFF-EXCESS": SURE}, START, P, GOAL, ROUND),
    nearly("HANDOFF-EXCESS", START, P, GOAL, HALF, why="half a hand-off more"),
    unknown("HANDOFF-EXCESS", A, P, B, link("a", "p"), link("p", "b"), link("b", "a"), why="no start"),
    unknown(
        "PASS-THROUGH",
        C,
        P,
        B,
        link("c", "p"),
        link("p", "b"),
        found={"PASS-THROUGH:p": MAYBE},
        why="it may do more than the map says",
    ),
    speaks(
        "PASS-THROUGH", {"PASS-THROUGH:p": MAYBE}, C, D, P, B, link("c", "p"), link("p", "d"), link("d", "b")
    ),
    nearly(
        "PASS-THROUGH", C, step("p", "phone", asks=("name",)), B, link("c", "p"), link("p", "b"), why="asks"
    ),
    nearly("PASS-THROUGH", C, D, P, B, link("c", "p"), link("d", "p"), link("p", "b"), why="two ways in"),
    nearly("PASS-THROUGH", C, step("x", "desk-2"), B, link("c", "x"), link("x", "b"), why="inside one unit"),
    speaks("WALL-CARRIER", {"WALL-CARRIER:a>c:flow": SURE}, A, B, C, carried("a", "c", "b", info="no")),
    nearly(
        "WALL-CARRIER",
        A,
        B,
        C,
        carried("a", "c", "b", info="no"),
        link("a", "b", "info", info="yes"),
        why="information path",
    ),
    nearly("WALL-CARRIER", step("a", "desk-2"), B, C, carried("a", "c", "b", info="no"), why="one unit"),
    nearly("WALL-CARRIER", A, B, C, link("a", "c", info="no"), link("c", "b"), why="nobody carries"),
    unknown(
        "WALL-CARRIER",
        A,
        B,
        C,
        carried("a", "c", "b"),
        found={"WALL-CARRIER:a>c:flow": MAYBE},
        why="not said",
    ),
    unknown(
        "WALL-CARRIER", A, B, C, carried("a", "c", "b", carrier="unknown", info="no"), why="carrier unknown"
    ),
)
