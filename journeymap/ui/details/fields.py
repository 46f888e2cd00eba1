"""What can be said about each kind of record, as data: the forms of the details are made of this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymap.i18n import N_
from journeymap.sheets import terms
from journeymap.sheets.figures import COUNT, DAYS, MINUTE, PERCENT, Unit

Kind = Literal[
    "text", "long", "choice", "flag", "yesno", "number", "quantity", "words", "feeling", "several", "day"
]
Choice = tuple[str, str]
"""A stored value and its word."""


@dataclass(frozen=True)
class Field:
    """One question. `name` is the record's field, "requirement.text" a field inside a part."""

    name: str
    words: str
    kind: Kind = "text"
    choices: tuple[Choice, ...] = ()
    unit: Unit | None = None
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """Questions that belong together; closed ones say in brief what they hold."""

    name: str
    words: str
    fields: tuple[Field, ...] = ()
    open: bool = False


def words_of(words: terms.Terms) -> tuple[Choice, ...]:
    """The words to choose from; "don't know" is asked by every control itself."""
    return tuple(choice for choice in words.items() if choice[0] != "unknown")


PER_YEAR = N_("Journeys per year")
GOAL_MINUTES = N_("Minutes when all goes well")
LANE_KINDS = words_of(terms.LANE_KIND)
LINK_KINDS = words_of(terms.LINK_KIND)

STEP = (
    Section(
        "time",
        N_("Time"),
        (
            Field("own_minutes", N_("The customer's own minutes"), "quantity", unit=MINUTE),
            Field("wait_minutes", N_("Waiting that holds the customer"), "quantity", unit=MINUTE),
            Field("channel", N_("Channel"), hint=N_("Phone, desk, web …")),
        ),
    ),
    Section(
        "role",
        N_("Place on the road"),
        (
            Field("start", N_("The journey starts here"), "flag"),
            Field("goal", N_("Here the customer's goal is reached"), "flag"),
            Field("end", N_("The journey ends here"), "flag"),
            Field("value_in_use", N_("Value in use"), "flag"),
            Field("recovery", N_("Puts right what went wrong"), "flag"),
            Field("customer_present", N_("Is the customer there?"), "yesno"),
            Field(
                "demand",
                N_("What brings the customer here?"),
                "choice",
                words_of(terms.DEMAND),
            ),
        ),
    ),
    Section(
        "feeling",
        N_("Expected and experienced"),
        (
            Field("expectation", N_("Expected"), "feeling"),
            Field("experience", N_("Experienced"), "feeling"),
            Field("high_point", N_("A high point"), "flag"),
        ),
    ),
    Section(
        "staff",
        N_("Conditions for the staff"),
        (
            Field(
                "system_support",
                N_("System support"),
                "choice",
                words_of(terms.SYSTEM),
            ),
            Field("minutes_needed", N_("Minutes needed to do it well"), "quantity", unit=MINUTE),
            Field("minutes_given", N_("Minutes given"), "quantity", unit=MINUTE),
            Field(
                "mandate",
                N_("Mandate"),
                "choice",
                words_of(terms.MANDATE),
            ),
        ),
    ),
    Section(
        "more",
        N_("More"),
        (
            Field("owner", N_("Owner")),
            Field("hours", N_("Opening hours")),
            Field("reask_required", N_("Must be asked again by law"), "flag"),
            Field("description", N_("Description"), "long"),
        ),
    ),
)
LINK = (
    Section(
        "handover",
        N_("What goes over"),
        (
            Field("kind", N_("Kind"), "choice", LINK_KINDS),
            Field(
                "info",
                N_("Does the receiver know what the sender knows?"),
                "choice",
                words_of(terms.INFORMED),
            ),
            Field(
                "carrier",
                N_("Who carries it over?"),
                "choice",
                words_of(terms.CARRIER),
            ),
            Field("share", N_("Share that goes this way"), "number", unit=PERCENT),
            Field("label", N_("Words on the link")),
        ),
        open=True,
    ),
    Section(
        "delay",
        N_("Waiting on the way"),
        (
            Field("wait_minutes", N_("Waiting that holds the customer"), "quantity", unit=MINUTE),
            Field("lead_days", N_("Calendar days"), "quantity", unit=DAYS),
            Field("forced", N_("Must the customer change channel?"), "yesno"),
            Field("by_design", N_("Meant to be so"), "flag"),
        ),
    ),
    Section(
        "requirement",
        N_("Requirement"),
        (
            Field("requirement.text", N_("What may the receiver demand?"), "long"),
            Field("requirement.measure", N_("How is it measured?")),
            Field("requirement.level", N_("Agreed level")),
        ),
    ),
)
ORDER = Section(
    "order",
    N_("The order"),
    (
        Field("order.asked_why", N_("Was why asked?"), "yesno"),
        Field("order.delivered", N_("Was it delivered?"), "yesno"),
        Field("order.refused", N_("Was it refused?"), "yesno"),
        Field("order.advised_otherwise", N_("Was something else advised?"), "yesno"),
        Field("order.next_order", N_("Did it shape the next order?"), "yesno"),
        Field("order.reason", N_("Reason")),
    ),
    open=True,
)
FRICTION = (
    Section(
        "kind",
        N_("Kind and cause"),
        (
            Field(
                "kind",
                N_("What kind of friction?"),
                "choice",
                words_of(terms.FRICTION_KIND),
            ),
            Field(
                "cause",
                N_("What lies behind?"),
                "choice",
                words_of(terms.CAUSE),
            ),
            Field("lead_days", N_("Calendar days of delay"), "quantity", unit=DAYS),
            Field(
                "per",
                N_("How often counts per"),
                "choice",
                words_of(terms.PER),
            ),
        ),
    ),
    Section(
        "owner",
        N_("Owner and state"),
        (
            Field("owner", N_("Owner (own unit)"), hint=N_("Who of yours?")),
            Field("decision_by", N_("Decides")),
            Field(
                "status",
                N_("State"),
                "choice",
                words_of(terms.FRICTION_STATUS),
            ),
            Field("description", N_("Description"), "long"),
        ),
    ),
)
LANE = (
    Section(
        "lane",
        N_("Who this is"),
        (
            Field("kind", N_("Kind"), "choice", LANE_KINDS),
            Field("unit", N_("Unit"), hint=N_("Company/Division/Unit")),
            Field("accountable", N_("Own unit that answers for it"), hint=N_("Company/Division/Unit")),
            Field("owner", N_("Owner")),
            Field("shown_as", N_("What the customer sees it as")),
        ),
        open=True,
    ),
    Section(
        "work",
        N_("Work"),
        (
            Field(
                "process",
                N_("Process"),
                "several",
                words_of(terms.PROCESS),
            ),
            Field("hours", N_("Opening hours")),
            Field("measured_on", N_("What it is measured on")),
        ),
    ),
)
STAGE = (Section("stage", N_("Stage"), (Field("promise", N_("What is promised here"), "long"),), open=True),)
PROMISE = (
    Section(
        "promise",
        N_("Promise"),
        (
            Field("to", N_("To whom")),
            Field("due_minutes", N_("Within minutes"), "number", unit=COUNT),
        ),
        open=True,
    ),
)
WALL = (
    Field("handed_over", N_("What should be handed over?")),
    Field("receipt", N_("Is it acknowledged?"), "yesno"),
    Field("deadline", N_("At the latest")),
    Field("excuse", N_("The excuse we hear"), hint=N_("That is head office, not us")),
    Field("effect", N_("What happens to the customer?")),
    Field("owner", N_("Owner (own unit)"), hint=N_("Who of yours?")),
)
HEAD = (
    Section(
        "journey",
        N_("The journey"),
        (
            Field("purpose", N_("What does the customer want to achieve?"), "long"),
            Field("organisation", N_("Organisation")),
            Field(
                "customer_word",
                N_("Word for the customer"),
                "choice",
                words_of(terms.CUSTOMER),
            ),
            Field(
                "language",
                N_("Language of the report"),
                "choice",
                words_of(terms.LANGUAGE),
            ),
        ),
        open=True,
    ),
    Section(
        "figures",
        N_("Figures"),
        (
            Field("journeys_per_year", PER_YEAR, "quantity", unit=COUNT),
            Field("wall_level", N_("Walls count from unit level"), "number"),
        ),
        open=True,
    ),
    Section(
        "state",
        N_("State"),
        (
            Field(
                "state",
                N_("Shows"),
                "choice",
                words_of(terms.STATE),
            ),
            Field(
                "status",
                N_("Status"),
                "choice",
                words_of(terms.STATUS),
            ),
            Field("complete", N_("The map is finished"), "flag"),
        ),
    ),
    Section(
        "people",
        N_("Who took part"),
        (
            Field("participants", N_("Took part, one a line"), "words"),
            Field("absent", N_("Was missing, one a line"), "words"),
            Field("client", N_("Made for")),
        ),
    ),
    Section(
        "decision",
        N_("Decision"),
        (
            Field("decision.text", N_("What was decided"), "long"),
            Field("decision.by", N_("By whom")),
            Field("decision.date", N_("Date"), hint="2026-11-23"),
        ),
    ),
)
