"""Pictures in the journey: attached once, gone with the last thing that showed them."""

from __future__ import annotations

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Attachment, Evidence, Lane, Step

PHOTO = Attachment(sha256="0" * 64, name="desk.jpg", width=800, height=600)
OTHER = Attachment(sha256="1" * 64, width=80, height=60)


@pytest.fixture
def document() -> Document:
    return Document(
        journey_of(
            Lane(id=Id("c"), name="Guest", kind="customer"),
            Step(id=Id("s"), title="Waits", lane=Id("c")),
            Evidence(id=Id("e"), about=Id("s"), quote="Twenty minutes"),
            Attachment(id=Id("loose"), sha256="f" * 64),
        )
    )


def pictures(document: Document) -> list[str]:
    return sorted(one.sha256[0] for one in document.journey.attachments.values())


def test_a_photo_of_evidence_that_is_there(document: Document) -> None:
    assert verbs.attach_picture(document, Id("e"), PHOTO) == Id("e")
    (one,) = (e for e in document.journey.evidence.values())
    kept = document.journey.attachments[one.attachment or Id("")]
    assert (kept.sha256, kept.name, kept.width, kept.height) == (PHOTO.sha256, "desk.jpg", 800, 600)
    assert one.quote == "Twenty minutes"


def test_a_photo_on_a_step_becomes_evidence_that_was_observed(document: Document) -> None:
    id = verbs.attach_picture(document, Id("s"), OTHER)
    one = document.journey.evidence[id]
    assert (one.about, one.level) == (Id("s"), "observed")
    assert document.journey.attachments[one.attachment or Id("")].name is None


def test_one_picture_shown_twice_is_kept_once_until_the_last_is_gone(document: Document) -> None:
    verbs.attach_picture(document, Id("e"), PHOTO)
    second = verbs.attach_picture(document, Id("s"), PHOTO)
    verbs.attach_picture(document, HEAD, PHOTO)
    assert pictures(document) == ["0", "f"]
    verbs.delete(document, [second])
    verbs.take_picture_away(document, HEAD)
    assert pictures(document) == ["0", "f"]
    verbs.attach_picture(document, Id("e"), OTHER)
    assert pictures(document) == ["1", "f"], "exchanged; what nobody ever showed is left alone"
    document.undo()
    assert pictures(document) == ["0", "f"]


def test_a_picture_goes_with_the_step_it_was_evidence_about(document: Document) -> None:
    verbs.attach_picture(document, Id("e"), PHOTO)
    verbs.delete(document, [Id("s")])
    assert pictures(document) == ["f"]
    document.undo()
    assert pictures(document) == ["0", "f"]
