"""What Ctrl+K offers: every action, every fact of what is selected, and every place on the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from journeymap.analysis import words
from journeymap.i18n import LANGUAGES, N_, catalogue
from journeymap.model.reading import lanes_in_order, name_of, stages_in_order, steps_in_order
from journeymap.ui import saying
from journeymap.ui.actions.action import may_edit
from journeymap.ui.aliases import also_called
from journeymap.ui.details.fields import LINK_KINDS
from journeymap.ui.dialogs.anything import Anything, Offer
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of
from journeymap.ui.lists.outline import SIGNS
from journeymap.ui.lists.walls import mark_id, strongest
from journeymap.ui.menus import ACTIONS, Menus
from journeymap.ui.parts import Parts


def ask_anything(parts: Parts, menus: Menus) -> Anything:
    """Show the field over the window."""
    t, window = parts.desk.t, parts.frame.widget()
    offers = [*_actions(parts, menus)]
    if parts.desk.work.is_open:
        offers += [*(_attempted(parts, one) for one in saying.offers(parts.desk)), *_places(parts)]
    dialog = Anything(parts.desk, offers, t("What do you want to do?"), _empty(parts), window)
    dialog.written.connect(parts.writing.prefill)
    corner = window.mapToGlobal(window.rect().center())
    dialog.move(corner.x() - dialog.width() // 2, window.mapToGlobal(window.rect().topLeft()).y() + 80)
    dialog.show()
    dialog.field.setFocus()
    return dialog


def _empty(parts: Parts) -> str:
    """What stands there when nothing fits; on a map that can be changed Enter writes the words as a step."""
    if may_edit(parts):
        return N_("Nothing called “{words}”. Press Enter to write it as a step.")
    return N_("Nothing is called “{words}”.")


def _attempted(parts: Parts, offer: Offer) -> Offer:
    """The offer; what the rules refuse is said on the map."""

    return replace(offer, do=lambda: parts.map.attempt(offer.do))


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
        do = partial(menus.do, name)
        yield Offer(said, also, note, "chevron-right", do, called=also_called(name))


def _places(parts: Parts) -> Iterator[Offer]:
    """Steps, lanes, frictions by rank, walls by number."""
    journey, found, t = parts.desk.journey, parts.desk.work.findings, parts.desk.t
    for step in steps_in_order(journey):
        lane = journey.lanes.get(step.lane)
        sign = SIGNS.get(lane.kind if lane else "", "milestone")
        yield _place(parts, step.id, step.title, lane.name if lane else "", sign)
    for lane in lanes_in_order(journey):
        yield _place(parts, lane.id, lane.name, t("Lane"), SIGNS[lane.kind])
    for stage in stages_in_order(journey):
        yield _place(parts, stage.id, stage.name, t("Stage"), "columns-3")
    for link in journey.links.values():
        ends = (name_of(journey.steps.get(end)) for end in (link.source, link.target))
        kind = dict(LINK_KINDS)[link.kind or "flow"]
        yield _place(parts, link.id, " → ".join(ends), t(kind), "arrow-right")
    for ranked in found.ranked:
        if ranked.id in journey.frictions:
            yield _place(
                parts, ranked.id, journey.frictions[ranked.id].title, str(ranked.rank), "triangle-alert"
            )
    for mark in found.marks:
        said = words.wall_sentence(strongest(mark), journey, t)
        numbers = " ".join(words.wall_number(mark.number, catalogue(language)) for language in LANGUAGES)
        yield _place(
            parts, mark_id(mark), said, words.wall_number(mark.number, t), "brick-wall", also=numbers
        )


def _place(parts: Parts, id: str, title: str, note: str, sign: str, also: str = "") -> Offer:
    return Offer(title, also, note, sign, lambda: parts.show(id), id)
