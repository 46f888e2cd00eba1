"""Verbs about pictures: a photo as evidence, the organisation's logo. The bytes lie beside the journey."""

from __future__ import annotations

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Attachment, Evidence


def attach_picture(document: Document, about: Id, picture: Attachment) -> Id:
    """Show a picture: of a piece of evidence, as the logo (HEAD), else as new evidence about a record.

    `picture` needs no id: one that is there already is not kept twice. What it belongs to is returned.
    """
    with document.edit(N_("Attach picture")) as draft:
        attachment = _kept(draft, picture)
        record = draft.get(about)
        if about == HEAD:
            draft.set(HEAD, logo=attachment)
        elif isinstance(record, Evidence):
            draft.set(about, attachment=attachment)
        else:
            return draft.add(Evidence(about=about, level="observed", attachment=attachment))
    return about


def take_picture_away(document: Document, about: Id) -> None:
    """The evidence, or the map, stands without its picture."""
    with document.edit(N_("Remove picture")) as draft:
        if about == HEAD:
            draft.set(HEAD, logo=None)
        else:
            draft.set(about, attachment=None)


def _kept(draft: Draft, picture: Attachment) -> Id:
    for record in draft.of(Attachment).values():
        if record.sha256 == picture.sha256:
            return record.id
    return draft.add(picture)
