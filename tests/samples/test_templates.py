"""Templates: whole in three languages, nothing invented, every question open, new ids each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES
from journeymap.model.journey import Journey
from journeymap.model.records import Friction, Lane, Link, Step
from journeymap.resources import resource, samples
from journeymap.storage import files
from journeymap.storage.renewing import renewed
from journeymap.storage.templates import begun, names, templates

ALL = sorted(resource("templates").glob("*/*.journey"))
FIGURES = {
    Step: ("own_minutes", "wait_minutes", "minutes_needed", "minutes_given", "experience", "expectation"),
    Link: ("share", "wait_minutes", "lead_days", "info"),
}
"""What a template must not claim to know."""


def of(language: str) -> dict[str, Journey]:
    return {template.name: template.journey for template in templates(language)}


def words(journey: Journey) -> list[str]:
    return [step.title for step in journey.steps.values()] + [note.text for note in journey.notes.values()]


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_needs_no_repair_and_saves_to_the_same_bytes(path: Path, tmp_path: Path) -> None:
    loaded = files.load(path)
    assert not loaded.repairs
    assert loaded.journey.head.language == path.parent.name
    again = tmp_path / path.name
    files.save(loaded.journey, again)
    assert again.read_bytes() == path.read_bytes()


def test_the_four_sectors_stand_in_every_language() -> None:
    wanted = {"building-permit", "new-connection", "patient-path", "insurance-claim"}
    assert all(set(names(language)) == wanted for language in LANGUAGES)
    assert names("fi") == ()


@pytest.mark.parametrize("name", names("en"))
def test_languages_tell_the_same_road_in_words_of_their_own(name: str) -> None:
    english = of("en")[name]
    for language in ("sv", "nb"):
        journey = of(language)[name]
        for kind in (Lane, Step, Link):
            assert journey.of(kind).keys() == english.of(kind).keys()
        assert [link for link in journey.links.values() if link.kind] == [
            link for link in english.links.values() if link.kind
        ]
        assert not set(words(journey)) & set(words(english))


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_claimed_and_every_handoff_is_an_open_question(path: Path) -> None:
    journey = files.load(path).journey
    assert not journey.of(Friction)
    assert journey.head.journeys_per_year is None
    for kind, fields in FIGURES.items():
        assert not [r.id for r in journey.of(kind).values() if any(getattr(r, f) is not None for f in fields)]
    figures = examine(journey, trials=0).figures
    assert figures.walls_certain == 0
    assert figures.walls_suspected >= 4
    assert figures.minimum_handoffs, "the goal is reached, and somebody is handed over on the way"
    assert len(journey.notes) >= 3
    suppliers = [lane for lane in journey.lanes.values() if lane.kind == "supplier"]
    assert suppliers
    assert all(lane.accountable for lane in suppliers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_map_from_a_template_has_ids_of_its_own_and_says_the_same(language: str, tmp_path: Path) -> None:
    for template in templates(language):
        before = template.journey
        one, other = begun(template, "2026-11-27"), begun(template, "2026-11-27")
        ids = [{record.id for record in journey} for journey in (before, one, other)]
        assert not ids[0] & ids[1]
        assert not ids[1] & ids[2]
        assert len({journey.head.document for journey in (before, one, other)}) == 3
        assert words(one) == words(before)
        told = [examine(journey, trials=0).figures for journey in (before, one)]
        assert told[0] == told[1]
        saved = tmp_path / f"{template.name}.journey"
        files.save(one, saved)
        assert not files.load(saved).repairs


def test_a_map_with_settled_walls_is_not_renewed() -> None:
    hotel = files.load(samples() / "hotel.journey").journey
    with pytest.raises(ValueError, match="settled walls"):
        renewed(hotel)
