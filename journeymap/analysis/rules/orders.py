"""Rules about orders to support functions (CLAIMS S4)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import Certainty
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.records import Link, Order


def _orders(matter: Matter) -> Iterator[tuple[Link, Order]]:
    for link in matter.ground.graph.links:
        if link.kind == "order" and link.order is not None:
            yield link, link.order


def _facts(link: Link) -> dict[str, object]:
    return {"step": link.source, "next": link.target}


def _shadow_work(matter: Matter) -> Iterator[Question]:
    """Work done instead by someone else; certain where the same step had an order refused."""
    refused = {link.source for link, order in _orders(matter) if order.refused}
    for link in matter.ground.graph.links:
        if link.kind == "shadow":
            sure: Certainty = "certain" if refused & {link.source, link.target} else "suspected"
            yield Question((link.id,), sure, _facts(link))


def _order_no_why(matter: Matter) -> Iterator[Question]:
    for link, order in _orders(matter):
        if order.asked_why is False:
            yield Question((link.id,), facts=_facts(link))


def _no_learn_loop(matter: Matter) -> Iterator[Question]:
    for link, order in _orders(matter):
        if order.advised_otherwise and not order.next_order:
            sure: Certainty = "certain" if order.next_order is False else "suspected"
            yield Question((link.id,), sure, _facts(link))


RULES = (
    Rule("SHADOW-WORK", _shadow_work, N_("Is work done twice between “{step}” and “{next}”?")),
    Rule("ORDER-NO-WHY", _order_no_why, N_("“{step}” ordered from “{next}”, and nobody asked why.")),
    Rule(
        "NO-LEARN-LOOP",
        _no_learn_loop,
        N_("“{next}” advised otherwise. Did it change the next order from “{step}”?"),
    ),
)
