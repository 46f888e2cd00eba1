"""What a column (or a row of a grid) of a table may hold: the one list that matching and reading share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from journeymap.i18n.catalogue import N_

Form = Literal["place", "text", "flag", "number", "quantity", "choice", "more"]
"""place: where the step stands; more: records beside the step; the rest: a field of the step itself."""


class Meaning(NamedTuple):
    """One thing a column may hold. `many`: several columns may; `usual`: offered by name to people."""

    name: str
    words: str
    form: Form = "place"
    many: bool = False
    usual: bool = True


MEANINGS: tuple[Meaning, ...] = (
    Meaning("step", N_("Step")),
    Meaning("id", N_("The step's number or id")),
    Meaning("lane", N_("Lane")),
    Meaning("lane_tick", N_("A lane, ticked where it does the step"), many=True),
    Meaning("stage", N_("Stage")),
    Meaning("behind", N_("Lane behind the scenes"), usual=False),
    Meaning("whose", N_("Lanes of the steps"), usual=False),
    Meaning("next", N_("Goes on to"), many=True),
    Meaning("previous", N_("Comes from"), many=True),
    Meaning("link_label", N_("Words on the link")),
    Meaning("friction", N_("Friction"), "more", many=True),
    Meaning("quote", N_("Quote"), "more", many=True),
    Meaning("thought", N_("Thought"), "more", many=True),
    Meaning("experience", N_("Experience"), "number"),
    Meaning("expectation", N_("Expectation"), "number"),
    Meaning("channel", N_("Channel"), "text"),
    Meaning("description", N_("Description"), "text", many=True),
    Meaning("owner", N_("Owner"), "text"),
    Meaning("action", N_("Action or idea"), "more", many=True),
    Meaning("own_minutes", N_("Minutes of own work"), "quantity"),
    Meaning("wait_minutes", N_("Minutes of waiting"), "quantity"),
    Meaning("critical", N_("Critical moment"), "flag"),
    Meaning("critical_reason", N_("Why it is critical"), "text"),
    Meaning("promise", N_("Promise made"), "more", many=True),
    Meaning("kept_promise", N_("Promise to be kept"), "more", many=True),
    Meaning("item", N_("Information asked for"), "more", many=True),
    Meaning("hours", N_("Opening hours"), "text"),
    Meaning("note", N_("Note"), "more", many=True),
    Meaning("shape", N_("Shape (start, end)")),
    Meaning("lane_kind", N_("Kind of lane")),
    Meaning("unit", N_("Unit of the lane")),
    Meaning("accountable", N_("Who answers for the supplier")),
    Meaning("start", N_("Start"), "flag"),
    Meaning("end", N_("End"), "flag"),
    Meaning("goal", N_("Goal"), "flag"),
    Meaning("value_in_use", N_("Value in use"), "flag"),
    Meaning("high_point", N_("High point"), "flag"),
    Meaning("recovery", N_("Takes complaints"), "flag", usual=False),
    Meaning("customer_present", N_("Customer present"), "flag", usual=False),
    Meaning("reask_required", N_("Must be asked again by law"), "flag", usual=False),
    Meaning("demand", N_("Demand"), "choice", usual=False),
    Meaning("system_support", N_("System support"), "choice", usual=False),
    Meaning("mandate", N_("Mandate"), "choice", usual=False),
    Meaning("minutes_needed", N_("Staff minutes needed"), "quantity", usual=False),
    Meaning("minutes_given", N_("Staff minutes given"), "quantity", usual=False),
    Meaning("time", N_("Place in time (number)")),
    Meaning("row_place", N_("Place in the column (number)"), usual=False),
    Meaning("link_kind", N_("Kind of the link"), usual=False),
    Meaning("link_share", N_("Share of the link"), usual=False),
    Meaning("link_carrier", N_("Who carries the link"), usual=False),
    Meaning("link_info", N_("Knows what the sender knows"), usual=False),
    Meaning("link_source", N_("The line comes from (id)"), usual=False),
    Meaning("link_target", N_("The line goes to (id)"), usual=False),
    Meaning("container", N_("Stands inside (id)"), usual=False),
    Meaning("lane_id", N_("The lane's id"), usual=False),
    Meaning("lane_order", N_("The lane's place"), usual=False),
    Meaning("stage_id", N_("The stage's id"), usual=False),
    Meaning("stage_order", N_("The stage's place"), usual=False),
)
"""In the order in which people are offered them."""

IN_A_GRID = (
    "stage", "step", "lane", "behind", "whose", "friction", "quote", "thought", "experience",
    "expectation", "channel", "description", "owner", "action", "own_minutes", "wait_minutes",
    "critical", "promise", "item", "note",
)  # fmt: skip
"""What a row of a grid may hold, in the order in which people are offered it."""

MEANING: Mapping[str, Meaning] = {meaning.name: meaning for meaning in MEANINGS}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "demand": {"value": N_("value demand"), "failure": N_("failure demand"), "unknown": N_("not known")},
    "system_support": {
        "good": N_("good"), "partial": N_("partial"), "none": N_("missing"), "unknown": N_("not known"),
    },
    "mandate": {
        "can_solve": N_("can solve it"), "must_ask": N_("must ask"), "none": N_("no mandate"),
        "unknown": N_("not known"),
    },
    "lane_kind": {
        "customer": N_("customer"), "customers_customer": N_("the customer's customer"),
        "department": N_("department"), "supplier": N_("supplier"), "system": N_("system"),
    },
    "link_kind": {
        "flow": N_("road"), "refer": N_("referral"), "info": N_("information"), "order": N_("order"),
        "status": N_("status message"), "exit": N_("exit"), "shadow": N_("shadow work"),
    },
    "link_carrier": {
        "customer": N_("the customer"), "company": N_("the organisation"), "unknown": N_("not known"),
    },
    "link_info": {
        "yes": N_("yes"), "partial": N_("partly"), "no": N_("no"), "unknown": N_("not known"),
    },
}  # fmt: skip
"""The fixed words a cell may say, as people write them; the file's own words are read too."""
