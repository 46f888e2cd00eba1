"""Rules about orders to support functions (CLAIMS S4)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.analysis.support import shadow_works, support_orders
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id


def _facts(step: Id, next: Id) -> dict[str, object]:
    return {"step": step, "next": next}


def _shadow_work(matter: Matter) -> Iterator[Question]:
    """Work done instead by someone else; certain where the same step had an order refused."""
    for work in shadow_works(matter.ground.graph):
        facts = _facts(work.source, work.target)
        if work.after:
            yield Question((work.link,), "certain", facts, {"refused": list(work.after)})
        else:
            yield Question((work.link,), "suspected", facts, say="unsaid")


def _order_no_why(matter: Matter) -> Iterator[Question]:
    for order in support_orders(matter.ground.graph):
        if order.asked_why is False:
            yield Question((order.link,), facts=_facts(order.source, order.target))


def _no_learn_loop(matter: Matter) -> Iterator[Question]:
    for order in support_orders(matter.ground.graph):
        if order.advised_otherwise and not order.next_order:
            facts = _facts(order.source, order.target)
            if order.next_order is False:
                yield Question((order.link,), "certain", facts)
            else:
                yield Question((order.link,), "suspected", facts, say="unsaid")


RULES = (
    Rule(
        "SHADOW-WORK",
        ("S4.4",),
        "orders",
        _shadow_work,
        N_("Work done anyway"),
        N_("Shadow work, and whether an order between the same steps was refused."),
        {
            "": N_("What was refused is done anyway, between “{step}” and “{next}”."),
            "unsaid": N_("The same work may be done at “{step}” and at “{next}”."),
        },
    ),
    Rule(
        "ORDER-NO-WHY",
        ("S4.5",),
        "orders",
        _order_no_why,
        N_("Nobody asked why"),
        N_("Whether those who got an order asked what it was for."),
        {"": N_("“{step}” ordered from “{next}”, and nobody asked why.")},
        answer="order.asked_why",
    ),
    Rule(
        "NO-LEARN-LOOP",
        ("S4.6", "S4.7"),
        "orders",
        _no_learn_loop,
        N_("Advice that was not followed up"),
        N_("Whether advice against an order had an influence on the next one."),
        {
            "": N_("“{next}” advised otherwise, and nobody followed it up with “{step}”."),
            "unsaid": N_(
                "“{next}” advised otherwise; it is not said whether the next order from “{step}” changed."
            ),
        },
        answer="order.next_order",
    ),
)
