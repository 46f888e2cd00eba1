"""The title block: what the map is called, what is on it, and whose journey it is."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.i18n.catalogue import Catalogue
from journeymap.model.quantity import PLAIN, read_quantity
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Node, Prim
from journeymap.picture.scene import Scene
from journeymap.picture.text import TextStyle, break_lines, width

TITLE = TextStyle(30, 700, tracking=-0.7)
SUB = TextStyle(13, 400)
BETWEEN = "  ·  "


def title_nodes(scene: Scene) -> Iterator[Node]:
    """One node with title, counts and, at the right, state, organisation and volume."""
    if scene.options.title_block:
        title = scene.journey.head.title or scene.t("Untitled map")
        known = bool(scene.journey.head.title)
        facts = (title, known, counts(scene), whose(scene), scene.width, scene.measures.left, scene.language)
        yield scene.memo.get("title", facts, _title_node)


def _title_node(
    title: str, known: bool, counted: str, owner: str, wide: float, left: float, language: str
) -> Node:
    room = wide - 2 * left
    line = break_lines(title, TITLE, room, language, 1)
    prims: list[Prim] = [letters(left - 1, 50, line[0] if line else "", TITLE, "ink" if known else "ink3")]
    prims.append(letters(left, 76, counted, SUB, "ink2"))
    taken = width(counted, SUB) + 40
    if owner and taken + width(owner, SUB) < room:
        prims.append(letters(wide - 60, 76, owner, SUB, "ink2", anchor="end"))
    elif owner and width(line[0], TITLE) + width(owner, SUB) + 40 < room:
        prims.append(letters(wide - 60, 50, owner, SUB, "ink2", anchor="end"))
    return Node("title", "title", tuple(prims), None, title, middle=tuple(prims), far=tuple(prims[:1]))


def counts(scene: Scene) -> str:
    """ "17 steps · 6 lanes · 5 walls · 3 decisive moments · 8 531 customer hours a year"."""
    t, figures = scene.t, scene.findings.figures
    if not scene.journey.steps:
        return t("Who is the customer, and what do they want done?")
    parts = [
        t.plural("{n} step", "{n} steps", len(scene.journey.steps)),
        t.plural("{n} lane", "{n} lanes", len(scene.journey.lanes)),
    ]
    if scene.findings.marks:
        parts.append(t.plural("{n} wall", "{n} walls", len(scene.findings.marks)))
    if figures.critical_moments:
        parts.append(t.plural("{n} decisive moment", "{n} decisive moments", figures.critical_moments))
    if figures.customer_hours_per_year:
        hours = round(figures.customer_hours_per_year)
        parts.append(t.plural("{n} customer hour a year", "{n} customer hours a year", hours))
    return BETWEEN.join(parts)


def whose(scene: Scene) -> str:
    """ "Current state · Hotel AB · 20 000 journeys a year"."""
    t, head = scene.t, scene.journey.head
    parts = [_state(head.state, t), head.organisation or ""]
    volume = read_quantity(head.journeys_per_year, PLAIN)
    if volume is not None and volume.point > 0:
        parts.append(t.plural("{n} journey a year", "{n} journeys a year", round(volume.point)))
    return BETWEEN.join(part for part in parts if part)


def _state(state: str | None, t: Catalogue) -> str:
    return {
        "as_is": t("Current state"),
        "to_be": t("Future state"),
        "planned": t("Planned journey"),
        "actual": t("Actual journey"),
    }.get(state or "", "")
