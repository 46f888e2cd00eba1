"""What Ctrl+K and Ctrl+F offer: every action by name, and every place on the map."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import words
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.ui.dialogs.anything import Anything, Offer
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of
from journeymap.ui.lists.outline import SIGNS
from journeymap.ui.lists.walls import mark_id, strongest
from journeymap.ui.menus import ACTIONS, Menus
from journeymap.ui.parts import Parts


def ask_anything(parts: Parts, menus: Menus, only_map: bool) -> Anything:
    """Show the field; `only_map` leaves the actions out."""
    t = parts.desk.t
    offers = [*_places(parts), *([] if only_map else _actions(parts, menus))]
    if not only_map:
        offers = [*_actions(parts, menus), *_places(parts)]
    hint = t("Find a step, lane, wall or friction") if only_map else t("What do you want to do?")
    dialog = Anything(parts.desk, offers, hint, t("Nothing is called that."), parts.frame.widget())
    window = parts.frame.widget()
    corner = window.mapToGlobal(window.rect().center())
    dialog.move(corner.x() - dialog.width() // 2, window.mapToGlobal(window.rect().topLeft()).y() + 80)
    dialog.show()
    dialog.field.setFocus()
    return dialog


def _actions(parts: Parts, menus: Menus) -> Iterator[Offer]:
    """Everything that can be done now, found by its name in any of the three languages."""
    for name, action in ACTIONS.items():
        if name not in menus.made or name == "do_anything":
            continue
        if action.when is not None and not action.when(parts):
            continue
        said = menus.words(name).partition("\t")[0].replace("&&", "&")
        also = " ".join(catalogue(language)(action.words) for language in LANGUAGES)
        keys = keys_of(name).here()
        note = named(parts.desk.t, keys[0]) if keys else action.sign
        yield Offer(said, also, note, "chevron-right", lambda name=name: menus.do(name))  # type: ignore[misc]


def _places(parts: Parts) -> Iterator[Offer]:
    """Steps, lanes, frictions by rank, walls by number."""
    journey, found, t = parts.desk.journey, parts.desk.work.findings, parts.desk.t
    for step in steps_in_order(journey):
        lane = journey.lanes.get(step.lane)
        sign = SIGNS.get(lane.kind if lane else "", "milestone")
        yield _place(parts, step.id, step.title, lane.name if lane else "", sign)
    for lane in lanes_in_order(journey):
        yield _place(parts, lane.id, lane.name, t("Lane"), SIGNS[lane.kind])
    for ranked in found.ranked:
        if ranked.id in journey.frictions:
            yield _place(
                parts, ranked.id, journey.frictions[ranked.id].title, str(ranked.rank), "triangle-alert"
            )
    for mark in found.marks:
        said = words.wall_sentence(strongest(mark), journey, t)
        yield _place(parts, mark_id(mark), said, words.wall_number(mark.number, t), "brick-wall")


def _place(parts: Parts, id: str, title: str, note: str, sign: str) -> Offer:
    return Offer(title, "", note, sign, lambda: parts.show(id), id)
