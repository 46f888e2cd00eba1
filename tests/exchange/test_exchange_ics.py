"""Actions as a calendar: one event a day that is said, escaped and folded as RFC 5545 wants it."""

from __future__ import annotations

import pytest

from journeymap.exchange import ExportError, exporters
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Action, Friction, Head, Lane, Step
from journeymap.resources import samples
from journeymap.storage import files


def a_map(*actions: Action) -> Journey:
    return journey_of(
        Lane(id=Id("l"), name="Guest", kind="customer"),
        Step(id=Id("s"), title="Waits", lane=Id("l")),
        Friction(id=Id("f"), title="A queue; long, too", at=Id("s")),
        *actions,
        head=Head(document="map1"),
    )


def lines(data: bytes) -> list[str]:
    """Unfolded as any reader does it."""
    assert data.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_an_action_stands_on_its_day_with_owner_and_friction() -> None:
    act = Action(id=Id("a"), title="Two; at the desk", due="2026-12-31", owner="Desk", frictions=(Id("f"),))
    found = lines(
        exporters["ics"](a_map(act, Action(id=Id("b"), title="Some day", due="soon")), catalogue("en"))
    )
    assert found.count("BEGIN:VEVENT") == 1, "words are no day"
    for line in (
        "UID:a@map1.journeymap", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Ready: Two\\; at the desk",
        "DESCRIPTION:Owner: Desk\\nAgainst: A queue\\; long\\, too",
    ):  # fmt: skip
        assert line in found


def test_long_swedish_words_are_folded_between_letters() -> None:
    title = "Återkopplingsöverlämningsförändring " * 6
    act = Action(id=Id("a"), title=title, due="2026-12-31")
    found = lines(exporters["ics"](a_map(act), catalogue("sv")))
    assert any(line.endswith(title) for line in found if line.startswith("SUMMARY:"))


def test_the_sample_in_every_language_and_the_same_each_time() -> None:
    journey = files.load(samples() / "hotel.journey").journey
    for language in ("sv", "nb", "en"):
        data = exporters["ics"](journey, catalogue(language))
        assert lines(data).count("BEGIN:VEVENT") == 3
        assert data == exporters["ics"](journey, catalogue(language))


def test_without_a_day_it_says_what_to_do() -> None:
    with pytest.raises(ExportError) as failure:
        exporters["ics"](a_map(), catalogue("en"))
    assert "No action has a day yet" in failure.value.sentence(catalogue("en"))
