"""Verbs for what joins two steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.roads import between, is_road, kind_of
from journeymap.edit.rules import may_link, may_reattach
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.records import Link, LinkKind

HandoffAnswer = Literal["yes", "no", "unknown"]


def link(document: Document, source: Id, target: Id, kind: LinkKind = "flow") -> Id:
    """Join two steps."""
    may_link(document.present, source, target, kind).demand()
    with document.edit(N_("Link steps")) as draft:
        return draft.add(Link(source=source, target=target, kind=kind))


def unlink(document: Document, link: Id) -> None:
    """Take a link away."""
    with document.edit(N_("Delete link")) as draft:
        draft.remove(link)


def reattach(document: Document, link: Id, *, source: Id | None = None, target: Id | None = None) -> None:
    """Put an end of a link at another step; what was said of the link stays."""
    may_reattach(document.present, link, source=source, target=target).demand()
    with document.edit(N_("Re-attach link")) as draft:
        record = draft.of(Link)[link]
        draft.set(link, source=source or record.source, target=target or record.target)


def reverse(document: Document, link: Id) -> None:
    """Turn a link round. Its share of those leaving is taken back: others leave there now."""
    record = document.present.links[link]
    may_link(document.present, record.target, record.source, kind_of(record)).demand()
    with document.edit(N_("Reverse link")) as draft:
        draft.set(link, source=record.target, target=record.source, share=None)


def answer_handoff(
    document: Document, source: Id, target: Id, answer: HandoffAnswer, last_links: Sequence[Id] = ()
) -> None:
    """Answer "does B already know what A knows?" (METHOD 3).

    Yes says so on a direct link, else it adds an information link; no and don't know are said on
    the last link of each contact walk, which `last_links` names (a direct link is such a walk).
    A new answer takes the earlier one back.
    """
    with document.edit(N_("Answer hand-off")) as draft:
        direct = [link.id for link in between(draft.journey, source, target) if is_road(link)]
        last = dict.fromkeys((*direct, *last_links))
        if answer == "yes":
            _say_yes(draft, source, target, direct, last)
            return
        for told in between(draft.journey, source, target):
            if kind_of(told) == "info" and told.info in ("yes", "partial"):
                draft.remove(told.id)
        for id in last:
            if id in draft.of(Link):
                draft.set(id, info=answer)


def _say_yes(draft: Draft, source: Id, target: Id, direct: Sequence[Id], last: dict[Id, None]) -> None:
    for id in last:
        if draft.of(Link)[id].info in ("no", "unknown"):
            draft.set(id, info=None)
    for id in direct:
        draft.set(id, info="yes")
    if direct:
        return
    told = [link.id for link in between(draft.journey, source, target) if kind_of(link) == "info"]
    for id in told[:1]:
        draft.set(id, info="yes")
    if not told:
        draft.add(Link(source=source, target=target, kind="info", info="yes"))
