"""A map that grows stays calm: early questions only from what somebody has said, none from silence."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import random_map
from test_rules import NEEDS_A_FINISHED_MAP

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import waits
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import steps_in_order
from journeymap.model.records import Head, Item, Lane, Link, Promise, Stage, Step
from journeymap.resources import samples
from journeymap.storage import files

SAMPLES = sorted(path for path in samples().glob("*.journey") if not path.stem.startswith("practice"))
"""Those to practise on are full of statements that ask for an answer; that is what they are for."""


def drawn_so_far(journey: Journey, count: int, *, bare: bool) -> Journey:
    """The first steps as people read the map, with lanes and links; `bare`: as typed in the line."""
    steps = {step.id: _bare(step) if bare else step for step in steps_in_order(journey)[:count]}
    lanes = {step.lane for step in steps.values()}
    kept = [
        *(one for one in journey if isinstance(one, Stage | Promise | Item)),
        *(one for one in journey if isinstance(one, Lane) and one.id in lanes),
        *steps.values(),
        *(
            _joined(one) if bare else one
            for one in journey.links.values()
            if {one.source, one.target} <= set(steps)
        ),
    ]
    return journey_of(*kept, head=msgspec.structs.replace(journey.head, complete=None))


def _bare(step: Step) -> Step:
    """A title in a lane and a column: what the line writes."""
    return Step(id=step.id, title=step.title, lane=step.lane, column=step.column, stage=step.stage)


def _joined(link: Link) -> Link:
    return Link(id=link.id, source=link.source, target=link.target, kind=link.kind)


def shown(journey: Journey) -> list[RuleFinding]:
    """What the window lists at once."""
    return [one for one in examine(journey, trials=0).rules if not waits(one, journey)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_is_asked_of_steps_and_links_alone(path: object) -> None:
    """Titles, lanes and the road: only walls, whom a lane is known as and who answers may be seen in them."""
    journey = files.load(path).journey  # type: ignore[arg-type]
    for count in range(len(journey.steps) + 1):
        found = {one.rule for one in shown(drawn_so_far(journey, count, bare=True))}
        assert found <= {
            "DIAG-1",
            "DIAG-3",
            "HANDOFF-EXCESS",
            "ONE-FACE",
            "PASS-THROUGH",
            "SHADOW-WORK",
            "SUP-ACCOUNT",
        }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_rules_for_finished_maps_never_speak_early(path: object) -> None:
    journey = files.load(path).journey  # type: ignore[arg-type]
    for count in range(len(journey.steps) + 1):
        for bare in (True, False):
            found = {one.rule for one in examine(drawn_so_far(journey, count, bare=bare), trials=0).rules}
            assert not found & NEEDS_A_FINISHED_MAP


@pytest.mark.parametrize(("count", "most"), [(0, 0), (3, 2), (6, 4), (10, 9)])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_few_findings_early_on(path: object, count: int, most: int) -> None:
    """Even with every fact of the sample said at once, at most so many rules speak after so many steps."""
    journey = files.load(path).journey  # type: ignore[arg-type]
    assert len({one.rule for one in shown(drawn_so_far(journey, count, bare=False))}) <= most


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_what_waits_speaks_when_the_map_is_finished(seed: int) -> None:
    """Finishing a map takes nothing away and lets nothing wait."""
    journey = random_map(seed)
    head = msgspec.structs.replace(journey.head, complete=True)
    finished = journey_of(*journey, head=head)
    before = {one.key for one in examine(journey, trials=0).rules}
    after = examine(finished, trials=0).rules
    assert before <= {one.key for one in after}
    assert not any(waits(one, finished) for one in after)


def test_a_map_of_lanes_only_asks_who_they_are() -> None:
    named = journey_of(
        Lane(id=Id("d"), name="Desk", kind="department", unit="Hotel/Desk"), head=Head(title="New")
    )
    assert shown(named) == []
    nameless = journey_of(Lane(id=Id("d"), name="Desk", kind="department"))
    assert [one.key for one in shown(nameless)] == ["LANE-NO-OWNER:d"]
