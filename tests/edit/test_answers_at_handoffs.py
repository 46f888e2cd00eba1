"""Does B already know what A knows? What each answer writes, as METHOD 3 says, and what it takes back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.verbs.links import HandoffAnswer
from journeymap.model.ids import Id

I = Id  # noqa: E741 - a table of ids reads better with a short word


def answer(
    document: Document, answer: HandoffAnswer, source: str, target: str, last: Sequence[str] = ()
) -> None:
    verbs.answer_handoff(document, I(source), I(target), answer, [I(id) for id in last])


def info(document: Document) -> dict[str, str | None]:
    return {id: link.info for id, link in document.journey.links.items() if len(id) == 2}


def told(document: Document, source: str, target: str) -> list[tuple[str | None, str | None]]:
    links = document.journey.links.values()
    return [(link.kind, link.info) for link in links if (link.source, link.target) == (source, target)]


def test_yes_over_a_walk_adds_an_information_link(document: Document) -> None:
    answer(document, "yes", "b", "d", ["cd"])
    assert told(document, "b", "d") == [("info", "yes")]
    assert info(document)["cd"] is None, "the earlier no is taken back"


def test_yes_again_adds_nothing_more(document: Document) -> None:
    answer(document, "yes", "b", "d", ["cd"])
    before = document.journey
    answer(document, "yes", "b", "d", ["cd"])
    assert document.journey is before


def test_yes_says_so_on_an_information_link_that_is_there(document: Document) -> None:
    verbs.link(document, I("b"), I("d"), "info")
    answer(document, "yes", "b", "d", ["cd"])
    assert told(document, "b", "d") == [("info", "yes")]


def test_yes_on_a_direct_link_says_so_there(document: Document) -> None:
    answer(document, "yes", "d", "e")
    assert told(document, "d", "e") == [("flow", "yes")]


@pytest.mark.parametrize("said", ["no", "unknown"])
def test_no_and_dont_know_are_said_on_the_last_link_of_each_walk(
    document: Document, said: HandoffAnswer
) -> None:
    answer(document, said, "b", "d", ["bc", "cd"])
    assert info(document) == {"ab": "yes", "bc": said, "cd": said, "de": None}
    answer(document, said, "d", "e")
    assert info(document)["de"] == said


@pytest.mark.parametrize("said", ["no", "unknown"])
def test_a_new_answer_takes_yes_back(document: Document, said: HandoffAnswer) -> None:
    answer(document, "yes", "b", "d", ["cd"])
    answer(document, said, "b", "d", ["cd"])
    assert told(document, "b", "d") == [] and info(document)["cd"] == said
    answer(document, "yes", "d", "e")
    answer(document, said, "d", "e")
    assert told(document, "d", "e") == [("flow", said)]


def test_partial_information_said_on_a_walk_is_left_by_yes(document: Document) -> None:
    verbs.set_field(document, I("cd"), info="partial")
    answer(document, "yes", "b", "d", ["cd"])
    assert info(document)["cd"] == "partial"


def test_a_last_link_that_is_gone_is_passed_over(document: Document) -> None:
    before = document.journey
    answer(document, "no", "b", "d", ["gone"])
    assert document.journey is before


def test_one_answer_is_one_undo_step(document: Document) -> None:
    start = document.journey
    answer(document, "no", "b", "d", ["bc", "cd"])
    assert document.undo() and document.journey == start and not document.undo()
