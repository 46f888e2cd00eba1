"""The start page in the window: what it is filled with, and what its signals do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMainWindow

from journeymap.i18n import Catalogue
from journeymap.resources import samples
from journeymap.storage import recents, settings
from journeymap.storage.places import lanes_file
from journeymap.ui.look import Look
from journeymap.ui.preferences import FIRST_MAP_CLOSED
from journeymap.ui.start import StartPage
from journeymap.ui.starting.found import listed

if TYPE_CHECKING:
    from journeymap.model.records import Lane
    from journeymap.storage.lane_sets import LaneSet
    from journeymap.storage.templates import Template
    from journeymap.ui.parts import Parts


class Host(Protocol):
    """The window, as its start page sees it."""

    t: Catalogue
    look: Look

    def parts_or_frame(self) -> Parts: ...

    def begin(self, goal: str, who: str, lanes: Sequence[Lane] = ()) -> None: ...

    def open_path(self, path: Path) -> bool: ...

    def widget(self) -> QMainWindow: ...

    def after_rescue(self, call: Callable[[], object]) -> None: ...

    def speak(self, language: str) -> None: ...

    def do(self, action: str) -> None: ...


def start_page(host: Host) -> StartPage:
    """A page in the window's words and look; the maps it offers come once they can be read."""
    offers_first = not settings.get(FIRST_MAP_CLOSED, False)
    lately = [listed(one) for one in recents.recents()]
    page = StartPage(host.t, host.look, _kept(), lately, offers_first=offers_first, parent=host.widget())
    after = host.after_rescue
    page.begun.connect(lambda *said: after(lambda: host.begin(*said)))
    page.opened.connect(lambda path: after(lambda: host.open_path(path)))
    page.copied.connect(lambda path: after(lambda: _copy(host, path)))
    page.template_taken.connect(lambda one: after(lambda: _begin_from(host, one)))
    page.first_asked.connect(lambda *said: after(lambda: _first_map(host, *said)))
    page.missed.connect(lambda path: after(lambda: _look_for(host, path)))
    page.open_asked.connect(lambda: after(lambda: host.do("open")))
    page.import_asked.connect(lambda: after(lambda: host.do("import")))
    page.settings_asked.connect(lambda: host.do("settings"))
    page.help_asked.connect(lambda: host.do("help"))
    page.language_asked.connect(host.speak)
    page.dropped.connect(recents.remove)
    return page


def offer(page: StartPage, t: Catalogue, look: Look) -> Iterator[None]:
    """Maps that come with the program, and templates; these and the recent ones are read meanwhile."""
    from journeymap.storage.templates import templates
    from journeymap.ui.starting.offered import Offered

    yield
    offered = Offered(t, look)
    page.offer(offered)
    yield
    there = templates(t.language)
    yield
    offered.show_templates(there)
    yield
    finished = samples().glob("*.journey")
    order = sorted(finished, key=lambda path: (path.stem.startswith("practice"), path))
    offered.read(order, page.lately)


def _kept() -> Sequence[LaneSet]:
    """Lanes used before; nobody who has none waits for what reads them."""
    if not lanes_file().is_file():
        return ()
    from journeymap.storage import lane_sets

    return lane_sets.kept()


def _copy(host: Host, path: Path) -> None:
    from journeymap.ui.actions import beginning

    beginning.open_copy(host.parts_or_frame(), path)


def _begin_from(host: Host, template: Template) -> None:
    from journeymap.ui.actions import beginning

    beginning.begin_from(host.parts_or_frame(), template)


def _first_map(host: Host, goal: str, who: str, lanes: Sequence[Lane]) -> None:
    from journeymap.ui.actions import beginning

    beginning.first_map(host.parts_or_frame(), goal, who, lanes)


def _look_for(host: Host, path: Path) -> None:
    from journeymap.ui.actions import beginning

    beginning.look_for(host.parts_or_frame(), path)
