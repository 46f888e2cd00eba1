"""Flags: one word at a step, for certain findings alone, and few enough for the map to stay calm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from picture_elements import elements
from picture_maps import findings_of, hotel, picture_of

from journeymap.analysis.rules import fingerprint
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Dismissal, Head, Lane, Link, Step
from journeymap.picture.flags import FEWEST, SHARE, flags_of
from journeymap.picture.options import Options
from journeymap.picture.prims import Box


def flags(journey: Journey, language: str = "en") -> dict[Id, str]:
    return dict(flags_of(journey, findings_of(journey), catalogue(language)))


def desk(*facts: dict[str, object]) -> Journey:
    """A customer who comes to one counter after another, each with these facts."""
    steps = [Step(id=Id("a"), lane=Id("c"), column=0, title="Asks", start=True)]
    links = []
    for at, own in enumerate(facts):
        steps.append(Step(id=Id(f"s{at}"), lane=Id("d"), column=at + 1, title="Answers", **own))  # type: ignore[arg-type]
        links.append(Link(id=Id(f"k{at}"), source=Id("a"), target=steps[-1].id))
    lanes = [
        Lane(id=Id("c"), name="Guest", kind="customer"),
        Lane(id=Id("d"), name="Desk", kind="department", order=1),
    ]
    return journey_of(*lanes, *steps, *links, head=Head(language="en"))


def test_the_hotel_has_one_flag() -> None:
    """Rumstilldelningen, whose work ends nowhere: all else has a mark of its own or no one place."""
    assert flags(hotel(), "sv") == {"allocate": "Når ingen"}


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"system_support": "none"}, "No system support"),
        ({"system_support": "partial"}, None),
        ({"system_support": "unknown"}, None),
        ({"minutes_needed": 15, "minutes_given": 6}, "Needs 15 min, has 6"),
        ({"minutes_needed": 6, "minutes_given": 6}, None),
        ({"critical": True, "mandate": "must_ask"}, "No mandate"),
        ({"critical": True, "mandate": "can_solve"}, None),
        ({"mandate": "none"}, None),
    ],
)
def test_a_certain_finding_at_a_step_has_its_word(facts: dict[str, object], word: str | None) -> None:
    assert flags(desk(facts)).get(Id("s0")) == word


def test_a_step_has_one_flag_the_weightiest() -> None:
    both = desk({"critical": True, "mandate": "none", "system_support": "none"})
    assert flags(both) == {"s0": "No mandate"}


@given(st.integers(1, 40))
def test_a_map_bears_few_flags(many: int) -> None:
    facts: dict[str, object] = {"system_support": "none"}
    journey = desk(*[facts] * many)
    assert len(flags(journey)) == min(many, max(FEWEST, (many + 1) // SHARE))


def test_a_dismissed_finding_has_no_flag_and_one_agreed_to_keeps_it() -> None:
    journey = desk({"system_support": "none"})
    finding = next(one for one in findings_of(journey).rules if one.rule == "SYS-GAP")
    record = Dismissal(id=Id("x"), finding=finding.key, reason="Bought", facts=fingerprint(finding))
    agreed = Dismissal(id=Id("x"), finding=finding.key, agreed=True, facts=fingerprint(finding))
    assert not flags(journey_of(*journey, record, head=journey.head))
    assert flags(journey_of(*journey, agreed, head=journey.head)) == {"s0": "No system support"}


def test_a_flag_is_read_out_with_its_step_and_drawn_near_only() -> None:
    picture = picture_of(desk({"system_support": "none"}), language="en")
    step = next(node for node in picture.nodes if node.id == "step:s0")
    flag = next(node for node in picture.nodes if node.id == "flag:s0")
    assert "No system support." in step.alt
    assert flag.about == "s0"
    assert not flag.far
    assert not flag.middle


def test_a_dimmed_step_and_a_projector_show_no_flag() -> None:
    journey = desk({"system_support": "none"})
    away = picture_of(journey, Options(focus=frozenset({Id("a")})), "en")
    room = picture_of(journey, Options(density="room"), "en")
    assert not [node for picture in (away, room) for node in picture.nodes if node.id.startswith("flag:")]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_flags_cover_no_box_and_no_wall(language: str) -> None:
    for journey in (hotel(), elements()):
        nodes = picture_of(journey, language=language).nodes
        solid = [node.hit for node in nodes if node.role in ("step", "wall") and node.hit]
        for flag in (node.hit for node in nodes if node.id.startswith("flag:")):
            assert isinstance(flag, Box)
            assert not [box for box in solid if box.meets(flag)]
