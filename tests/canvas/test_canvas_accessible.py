"""What the map says aloud, and its name."""

from __future__ import annotations

import pytest

from journeymap.canvas import accessible, view
from journeymap.canvas.view import MapView
from journeymap.i18n import catalogue
from journeymap.model.ids import Id

pytestmark = pytest.mark.qt


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []

    def hear(_widget: object, sentence: str, urgent: bool = False) -> bool:
        heard.append((sentence, urgent))
        return True

    monkeypatch.setattr(view, "announce", hear)
    return heard


def test_the_map_has_a_name_in_the_windows_language(map_view: MapView) -> None:
    assert map_view.accessibleName() == "Map: Map"
    map_view.set_catalogue(catalogue("sv"))
    assert map_view.accessibleName() == "Karta: Map"
    assert map_view.accessibleDescription()


def test_the_place_one_comes_to_is_said(map_view: MapView, said: list[tuple[str, bool]]) -> None:
    map_view.select([Id("plan")])
    map_view.go("right")
    assert said[-1] == ("Books a room.", False) or said[-1] == ("Queues.", False)
    map_view.go("right", extend=True)
    assert said[-1][0].endswith("Selected: 2.")


def test_refusals_are_said_at_once(map_view: MapView, said: list[tuple[str, bool]]) -> None:
    map_view.select([Id("desk")])
    map_view.push("up")
    assert said[-1] == ("The customer's lane always stays on top.", True)


def test_soft_hyphens_are_for_the_eye() -> None:
    assert accessible.spoken("Rums\u00adtilldelning.", 1, catalogue("sv")) == "Rumstilldelning."


def test_nothing_is_said_where_nobody_listens(map_view: MapView) -> None:
    assert accessible.announce(map_view, "") is False
