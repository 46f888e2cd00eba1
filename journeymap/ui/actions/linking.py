"""Actions that join steps by keys: from the selected step, between two, or one end of a link elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Link, LinkKind
from journeymap.sheets.terms import CARRIER, LINK_KIND
from journeymap.ui.actions.action import (
    Action,
    When,
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


def set_kind(kind: LinkKind, parts: Parts) -> None:
    """Say what goes over the selected link."""
    link = selected_link(parts)
    if link is not None:
        verbs.set_field(parts.desk.document, link.id, kind=kind)


def set_carrier(carrier: str, parts: Parts) -> None:
    """Say who carries it over; said again it is taken back."""
    link = selected_link(parts)
    if link is not None:
        value = None if link.carrier == carrier else carrier
        verbs.set_field(parts.desk.document, link.id, carrier=value)


def ask_requirement(parts: Parts) -> None:
    """What the receiver may demand, in the details."""
    link = selected_link(parts)
    if link is not None:
        parts.desk.selection.ask(link.id, "requirement.text")


def _is(name: str, value: str) -> When:
    """Whether the selected link says so; nothing said of its kind reads as the road."""

    def said(parts: Parts) -> bool:
        link = selected_link(parts)
        return link is not None and (getattr(link, name) or "flow") == value

    return said


LINK_KIND_ACTIONS = tuple(
    Action(f"link_{kind}", words, partial(set_kind, cast(LinkKind, kind)), link_selected, _is("kind", kind))
    for kind, words in LINK_KIND.items()
)
CARRIER_ACTIONS = tuple(
    Action(f"carrier_{who}", words, partial(set_carrier, who), link_selected, _is("carrier", who))
    for who, words in CARRIER.items()
    if who != "unknown"
)
LINKING = (
    *LINK_KIND_ACTIONS,
    *CARRIER_ACTIONS,
    Action("requirement", N_("Has a requirement…"), ask_requirement, link_selected),
    Action("link_to", N_("Link to …"), link_to, may_link_on),
    Action("link_target", N_("Let the link lead elsewhere …"), move_target, link_selected),
    Action("link_source", N_("Let the link come from elsewhere …"), move_source, link_selected),
    Action("reverse", N_("Reverse the link"), reverse, link_selected),
    Action("insert_in_link", N_("Insert a step in the link"), lambda p: p.line.prefill(""), link_selected),
)
