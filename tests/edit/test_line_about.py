"""On a wall, a link or a friction the line's signs speak of that, not of the step written last."""

from __future__ import annotations

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.line import parse
from journeymap.edit.line_about import speaks, step_of_wall, subject_of
from journeymap.edit.line_writer import WritingPosition, write
from journeymap.edit.rules import RefusedError
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.model.records import Requirement


@pytest.fixture
def story() -> Document:
    """Guest asks → desk answers → kitchen cooks; a friction at the desk."""
    document = Document(Journey())
    verbs.begin_map(document, "A meal", ["Guest", "Desk", "Kitchen", "Frost AB*"])
    lanes = [lane.id for lane in lanes_in_order(document.journey)]
    asks = verbs.new_step(document, "Asks", lane=lanes[0])
    answers = verbs.new_step(document, "Answers", lane=lanes[1], after=asks)
    verbs.new_step(document, "Cooks", lane=lanes[2], after=answers)
    verbs.add_friction(document, answers, "Asked twice")
    return document


def say(document: Document, line: str, about: str, **at: Id) -> WritingPosition:
    names = [lane.name for lane in lanes_in_order(document.journey)]
    return write(document, parse(line, names), WritingPosition(about=about, **at))


def wall_key(document: Document) -> str:
    _, answers, cooks = steps_in_order(document.journey)
    return f"referral:{answers.id}:{cooks.id}"


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ('"That is the kitchen, not us', "excuse", "That is the kitchen, not us"),
        ("+ the order", "handed_over", "the order"),
        ("! The guest waits", "effect", "The guest waits"),
        ("= within five minutes", "deadline", "within five minutes"),
        ("< The floor manager", "owner", "The floor manager"),
    ],
)
def test_every_sign_on_a_wall_fills_one_field_of_its_card(
    story: Document, line: str, field: str, said: str
) -> None:
    key = wall_key(story)
    before = story.journey.steps
    say(story, line, key)
    (wall,) = story.journey.walls.values()
    assert (wall.key, getattr(wall, field)) == (key, said)
    assert story.journey.steps == before, "nothing is said of a step"
    story.undo()
    assert not story.journey.walls


def test_a_friction_at_a_wall_sits_where_the_customer_comes_to_it(story: Document) -> None:
    at = say(story, "# Sent on without a word", wall_key(story))
    assert at.friction is not None
    assert story.journey.frictions[at.friction].at == steps_in_order(story.journey)[2].id


def test_a_wall_without_words_or_with_a_supplier_as_owner_is_refused(story: Document) -> None:
    for line in ("!", "< Frost AB"):
        with pytest.raises(RefusedError):
            say(story, line, wall_key(story))
    assert not story.journey.walls


def test_friction_quote_and_requirement_belong_to_the_link_itself(story: Document) -> None:
    link = next(iter(story.journey.links))
    at = say(story, "# Lost on the way", link)
    assert story.journey.frictions[at.friction or Id("")].at == link
    say(story, '"We never got it', link)
    assert [each.about for each in story.journey.evidence.values()] == [link]
    say(story, "= the number of the table", link)
    requirement = story.journey.links[link].requirement
    assert requirement is not None and requirement.text == "the number of the table"
    verbs.set_field(story, link, requirement=Requirement(text="x", level="always"))
    say(story, "= the number", link)
    kept = story.journey.links[link].requirement
    assert kept is not None and (kept.text, kept.level) == ("the number", "always")


def test_a_step_written_on_a_link_comes_between_its_ends(story: Document) -> None:
    asks, answers, _ = steps_in_order(story.journey)
    link = next(each for each in story.journey.links.values() if each.target == answers.id)
    at = say(story, "Waits", link.id, road=asks.id, lane=asks.lane)
    ways = {(each.source, each.target) for each in story.journey.links.values()}
    assert {(asks.id, at.last), (at.last, answers.id)} <= ways
    assert (asks.id, answers.id) not in ways


def test_quote_owner_and_mark_belong_to_the_friction(story: Document) -> None:
    friction = next(iter(story.journey.frictions))
    say(story, '"Three times, I counted', friction)
    say(story, "< Desk", friction)
    say(story, "! They do not come back", friction)
    record = story.journey.frictions[friction]
    assert (record.owner, record.critical) == ("Desk", True)
    assert record.description == "They do not come back"
    assert [each.about for each in story.journey.evidence.values()] == [friction]
    with pytest.raises(RefusedError):
        say(story, "< Frost AB", friction)


def test_what_a_sign_cannot_say_of_the_thing_goes_to_the_step_as_ever(story: Document) -> None:
    asks = steps_in_order(story.journey)[0]
    say(story, "+ a name", next(iter(story.journey.links)), last=asks.id)
    assert story.journey.steps[asks.id].asks
    assert not speaks(story.journey, "value", wall_key(story))
    assert not speaks(story.journey, "quote", asks.id)


def test_whose_word_an_id_is(story: Document) -> None:
    _, answers, cooks = steps_in_order(story.journey)
    assert subject_of(story.journey, None) is None
    assert subject_of(story.journey, answers.id) is None
    assert subject_of(story.journey, "gone") is None
    assert subject_of(story.journey, f"nobody:{answers.id}:") == "wall"
    assert step_of_wall(story.journey, f"nobody:{answers.id}:") == answers.id
    assert step_of_wall(story.journey, f"ping_pong:{answers.id}+{cooks.id}") == cooks.id
    assert step_of_wall(story.journey, "promise::gone:p") is None
