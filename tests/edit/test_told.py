"""What the strip says after a deletion, in the words of WORDS 7.2."""

from __future__ import annotations

import pytest

from journeymap.edit import told, verbs
from journeymap.edit.document import Document, Edited
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id


def said(document: Document, *ids: str, language: str = "sv") -> list[str]:
    heard: list[Edited] = []
    document.subscribe(heard.append)
    verbs.delete(document, [Id(id) for id in ids])
    return [message.said(catalogue(language)) for message in told.deletion(heard[-1])]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "1 steg borttaget. Vägen är hopkopplad igen."),
        ("nb", "1 steg slettet. Veien er koblet sammen igjen."),
        ("en", "1 step deleted. The road is joined again."),
    ],
)
def test_the_road_closes(document: Document, language: str, sentence: str) -> None:
    assert said(document, "c", language=language) == [sentence]


def test_the_end_of_the_road_closes_nothing(document: Document) -> None:
    assert said(document, "e") == ["1 steg borttaget."]


def test_what_became_of_the_wall(document: Document) -> None:
    assert said(document, "b")[1:] == ["1 mur flyttade till nästa steg i sin bana."]
    document.undo()
    assert said(document, "d")[1:] == ["1 mur tappade en ände."]
    document.undo()
    assert said(document, "b", "d", "e") == [
        "3 steg borttagna. Vägen är hopkopplad igen.",
        "1 mur försvann med sina steg.",
    ]


def test_without_a_step_nothing_is_said(document: Document) -> None:
    assert said(document, "f") == []
