"""Orders to support functions: asked why, delivered or refused, advised, followed up (CLAIMS S4.3-S4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.analysis.graph import Graph
from journeymap.model.ids import Id
from journeymap.model.records import Order

_NOTHING_SAID = Order()


@dataclass(frozen=True, slots=True)
class SupportOrder:
    """One order link, from who orders to who delivers; None where nobody said."""

    link: Id
    source: Id
    target: Id
    asked_why: bool | None
    delivered: bool | None
    refused: bool | None
    advised_otherwise: bool | None
    next_order: bool | None
    reason: str
    shadow: tuple[Id, ...]
    """Shadow work done at either end: the links."""


@dataclass(frozen=True, slots=True)
class ShadowWork:
    """Work done a second time, or instead; `after` are the refused orders at either end."""

    link: Id
    source: Id
    target: Id
    after: tuple[Id, ...]


def support_orders(graph: Graph) -> tuple[SupportOrder, ...]:
    """Every order link of the map, by id."""
    touching: dict[Id, list[Id]] = {}
    for link in graph.links:
        if link.kind == "shadow":
            for step in (link.source, link.target):
                touching.setdefault(step, []).append(link.id)
    return tuple(_orders(graph, touching))


def _orders(graph: Graph, touching: dict[Id, list[Id]]) -> Iterator[SupportOrder]:
    for link in graph.links:
        if link.kind == "order":
            said = link.order or _NOTHING_SAID
            shadow = (*touching.get(link.source, ()), *touching.get(link.target, ()))
            yield SupportOrder(
                link=link.id,
                source=link.source,
                target=link.target,
                asked_why=said.asked_why,
                delivered=said.delivered,
                refused=said.refused,
                advised_otherwise=said.advised_otherwise,
                next_order=said.next_order,
                reason=(said.reason or "").strip(),
                shadow=tuple(dict.fromkeys(shadow)),
            )


def shadow_works(graph: Graph) -> tuple[ShadowWork, ...]:
    """Every shadow link with the refused orders that it may follow from."""
    refused: dict[Id, list[Id]] = {}
    for link in graph.links:
        if link.kind == "order" and link.order is not None and link.order.refused:
            for step in (link.source, link.target):
                refused.setdefault(step, []).append(link.id)
    return tuple(
        ShadowWork(
            link.id,
            link.source,
            link.target,
            tuple(dict.fromkeys((*refused.get(link.source, ()), *refused.get(link.target, ())))),
        )
        for link in graph.links
        if link.kind == "shadow"
    )
