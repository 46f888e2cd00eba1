"""Texts that no page has room for are shown cut, without a look at what has not changed."""

from __future__ import annotations

import pytest

from journeymap.analysis.examine import examine
from journeymap.i18n import catalogue
from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Head, Lane, Link, Requirement, Step
from journeymap.picture import bounded as module
from journeymap.picture.bounded import MOST, bounded
from journeymap.picture.build import build
from journeymap.picture.options import Options
from journeymap.picture.prims import Text

LONG = "x" * (MOST + 1)
LANE = Lane(id=Id("l"), name="Desk", kind="department", process=("core",))
SHORT = Step(id=Id("s"), lane=Id("l"), title="Ask")
TOLD = Step(id=Id("t"), lane=Id("l"), title="y" * MOST, description=LONG)
ROAD = Link(id=Id("r"), source=Id("s"), target=Id("t"), requirement=Requirement(text=LONG, level="1 day"))


def test_a_map_with_nothing_too_long_is_the_same_object() -> None:
    journey = journey_of(LANE, SHORT, head=Head(title="x" * MOST))
    assert bounded(journey) is journey


def test_each_text_that_is_too_long_is_cut_and_the_rest_stays() -> None:
    journey = journey_of(LANE, SHORT, TOLD, ROAD, head=Head(title=LONG, participants=("Kim", LONG)))
    cut = bounded(journey)
    assert cut.head.title == "x" * (MOST - 1) + "…"
    assert cut.head.participants == ("Kim", "x" * (MOST - 1) + "…")
    assert cut.steps[TOLD.id].title == TOLD.title
    assert len(cut.steps[TOLD.id].description or "") == MOST
    assert cut.links[ROAD.id].requirement == Requirement(text="x" * (MOST - 1) + "…", level="1 day")
    assert cut.steps[SHORT.id] is SHORT and cut.lanes[LANE.id] is LANE
    assert journey.steps[TOLD.id].description == LONG, "the map itself keeps it"


def test_only_what_changed_is_looked_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    journey = journey_of(LANE, SHORT, TOLD)
    bounded(journey)
    looked: list[str] = []
    real = module.cut_part
    monkeypatch.setattr(module, "cut_part", lambda part: looked.append(part.id) or real(part))
    other = Step(id=Id("o"), lane=Id("l"), title="Answer")
    after = journey.apply(Change({other.id: (None, other)}))
    assert len(bounded(after).steps[TOLD.id].description or "") == MOST
    assert set(looked) == {"o", after.head.id}


def test_a_picture_of_a_million_letters_is_drawn() -> None:
    """One word, which no line can hold: what is drawn is bounded, whatever the file says."""
    step = Step(id=Id("m"), lane=Id("l"), title="x" * 1_000_000)
    journey = journey_of(LANE, step)
    picture = build(journey, examine(journey, trials=0), Options(), catalogue("en"))
    drawn = [prim.text for node in picture.nodes for prim in node.prims if isinstance(prim, Text)]
    assert max(map(len, drawn)) <= MOST
