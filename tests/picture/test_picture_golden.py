"""Pictures as text: any change of a drawing shows in a diff.

Run with JOURNEYMAP_GOLDEN=write to store what is drawn now; look at the pictures before you commit.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from picture_elements import elements
from picture_maps import findings_of, hotel, loops, picture_of

from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import RECORDS, Head, Lane
from journeymap.paint.svg import to_svg
from journeymap.picture import paging
from journeymap.picture.build import Options
from journeymap.picture.prims import Picture
from journeymap.picture.theme import LIGHT

GOLDEN = Path(__file__).parent / "golden"


def _empty() -> Journey:
    return journey_of(Lane(id="c", name="Kunden", kind="customer"), head=Head(language="sv"))  # type: ignore[arg-type]


def _overview() -> Picture:
    return paging.overview(hotel(), findings_of(hotel()), catalogue("sv"), 493.2)


PICTURES: dict[str, Callable[[], Picture]] = {
    "hotel": lambda: picture_of(hotel()),
    "hotel-overview": _overview,
    "elements": lambda: picture_of(elements()),
    "loops": lambda: picture_of(loops()),
    "empty": lambda: picture_of(_empty(), Options(hints=True)),
}


@pytest.mark.golden
@pytest.mark.parametrize("name", sorted(PICTURES))
def test_picture_is_as_it_was(name: str) -> None:
    drawn = to_svg(PICTURES[name](), LIGHT, embed_fonts=False)
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("JOURNEYMAP_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines() == drawn.splitlines()


def test_the_map_of_elements_shows_every_kind_of_legend_entry_but_one() -> None:
    shown = {node.id.removeprefix("legend:") for node in picture_of(elements()).nodes if "legend:" in node.id}
    walls = {"wall", "suspected", "confirmed"}
    steps = {"critical", "assumed", "recovery", "value", "evidence", "unknown", "flag", "note"}
    frictions = {"tier_a", "tier_b", "unranked", "solved"}
    links = {"road", "refer", "information", "not_given", "status", "order", "shadow", "exit", "promise"}
    signs = {"lock", "open_lock", "rucksack", "open_ring", "partial"}
    # the hollow step is missing: every step of this map does something of its own
    assert shown == walls | steps | frictions | links | signs


def test_every_record_that_has_a_place_on_the_map_is_drawn() -> None:
    """Those that have none: items and measures belong to panels, actions, walks, logs to reports."""
    journey = elements()
    nodes = {node.about for node in picture_of(journey).nodes}
    drawn = {kind.TABLE for kind in RECORDS if any(id in nodes for id in journey.of(kind))}
    assert drawn == {"lanes", "stages", "steps", "links", "frictions", "promises", "notes"}
