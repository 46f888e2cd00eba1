"""Notes of a silent round are kept until they are told, and forgotten with the person or the map."""

from __future__ import annotations

import json

import pytest

from journeymap.storage.forget import find_words, forget_document, forget_words
from journeymap.storage.piles import MOST, Pile, keep_pile, pile_of
from journeymap.storage.places import piles_folder

DOCUMENT = "doc0000001"


def test_a_pile_comes_back_as_it_was_kept_and_an_empty_one_leaves_nothing() -> None:
    pile = Pile("What rubs?", frictions=False, notes=("Nobody answers", "Told it three times, Ö"))
    assert keep_pile(DOCUMENT, pile)
    assert pile_of(DOCUMENT) == pile
    assert pile_of("doc0000002") == Pile()
    assert keep_pile(DOCUMENT, Pile("What rubs?"))
    assert list(piles_folder().iterdir()) == []


def test_a_map_without_an_id_keeps_nothing() -> None:
    assert not keep_pile("", Pile(notes=("a",)))
    assert pile_of("") == Pile()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"notes": "a"}', '{"question": 3, "frictions": "no", "notes": [1, null]}']
)
def test_a_spoilt_file_is_an_empty_pile(content: str) -> None:
    piles_folder().mkdir(parents=True)
    (piles_folder() / f"{DOCUMENT}.json").write_text(content)
    assert pile_of(DOCUMENT) == Pile()


def test_no_more_comes_back_than_a_room_writes() -> None:
    piles_folder().mkdir(parents=True)
    many = {"notes": [str(n) for n in range(MOST + 7)]}
    (piles_folder() / f"{DOCUMENT}.json").write_text(json.dumps(many))
    assert len(pile_of(DOCUMENT).notes) == MOST


def test_a_person_and_a_map_are_forgotten_in_the_notes_too() -> None:
    keep_pile(DOCUMENT, Pile(notes=("Anna said no",)))
    keep_pile("doc0000002", Pile(notes=("Nobody said no",)))
    assert len(find_words("anna").files) == 1
    assert forget_words("anna") == 1
    assert pile_of(DOCUMENT) == Pile()
    assert forget_document("doc0000002") == 1
    assert pile_of("doc0000002") == Pile()
