"""Actions that join steps by keys: from the selected step, between two, or one end of a link elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Link
from journeymap.ui.actions.action import (
    Action,
    may_edit,
    selected_step,
    selected_steps,
    step_selected,
    two_steps,
)
from journeymap.ui.line.seeking import Seeking
from journeymap.ui.parts import Parts

Found = Callable[[Id], object]


def selected_link(parts: Parts) -> Link | None:
    """The selected link."""
    id = parts.desk.selection.one
    return parts.desk.journey.links.get(Id(id)) if id else None


def link_selected(parts: Parts) -> bool:
    """A link is selected, and may be changed."""
    return may_edit(parts) and selected_link(parts) is not None


def link_to(parts: Parts) -> None:
    """Join two selected steps; from one, ask in the line where to; of a link, ask for its new target."""
    steps = selected_steps(parts)
    if len(steps) == 2:
        parts.desk.selection.choose(verbs.link(parts.desk.document, steps[0], steps[1]))
    elif selected_link(parts) is not None:
        move_target(parts)
    else:
        _seek_target(parts, selected_step(parts))


def move_target(parts: Parts) -> None:
    """Let the selected link lead to another step."""
    link = selected_link(parts)
    if link is not None:
        document = parts.desk.document
        words = parts.desk.t("Link: leads to …")
        found = _done(parts, lambda step: verbs.reattach(document, link.id, target=step), link.id)
        parts.writing.seek(Seeking(words, found, link.source))


def move_source(parts: Parts) -> None:
    """Let the selected link come from another step."""
    link = selected_link(parts)
    if link is not None:
        document = parts.desk.document
        words = parts.desk.t("Link: comes from …")
        found = _done(parts, lambda step: verbs.reattach(document, link.id, source=step), link.id)
        parts.writing.seek(Seeking(words, found, link.target))


def reverse(parts: Parts) -> None:
    """Turn the selected link round."""
    link = selected_link(parts)
    if link is not None:
        verbs.reverse(parts.desk.document, link.id)


def _seek_target(parts: Parts, source: Id | None) -> None:
    if source is not None:
        document = parts.desk.document
        words = parts.desk.t("Link to …")
        found = _done(parts, lambda step: verbs.link(document, source, step), source)
        parts.writing.seek(Seeking(words, found, source))


def _done(parts: Parts, act: Found, about: Id) -> Found:
    """The act, and afterwards the keyboard stands where it stood."""

    def found(step: Id) -> None:
        act(step)
        parts.desk.selection.choose(about)

    return found


def may_link_on(parts: Parts) -> bool:
    """There is something to link from: a step, two of them, or a link to be led elsewhere."""
    return step_selected(parts) or link_selected(parts) or two_steps(parts)


LINKING = (
    Action("link_to", N_("Link to …"), link_to, may_link_on),
    Action("link_target", N_("Let the link lead elsewhere …"), move_target, link_selected),
    Action("link_source", N_("Let the link come from elsewhere …"), move_source, link_selected),
    Action("reverse", N_("Reverse the link"), reverse, link_selected),
    Action("insert_in_link", N_("Insert a step in the link"), lambda p: p.writing.prefill(""), link_selected),
)
