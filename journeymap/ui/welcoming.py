"""The start page in the window: what it is filled with, and what its signals do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from journeymap.i18n import Catalogue
from journeymap.model.records import Lane
from journeymap.resources import samples
from journeymap.storage import lane_sets, recents, settings
from journeymap.storage.templates import templates
from journeymap.ui.actions import beginning
from journeymap.ui.actions.opening import ask_open
from journeymap.ui.desk import Desk
from journeymap.ui.first.leading import CLOSED
from journeymap.ui.parts import Parts
from journeymap.ui.start import StartPage
from journeymap.ui.starting.shelf import Found, listed


class Host(Protocol):
    """The window, as its start page sees it."""

    desk: Desk

    def parts_or_frame(self) -> Parts: ...

    def begin(self, goal: str, who: str, lanes: Sequence[Lane] = ()) -> None: ...

    def open_path(self, path: Path) -> bool: ...

    def speak(self, language: str) -> None: ...

    def do(self, action: str) -> None: ...


def start_page(host: Host) -> StartPage:
    """A page in the window's words and look, empty yet."""
    offers_first = not settings.get(CLOSED, False)
    page = StartPage(host.desk.t, host.desk.look, lane_sets.kept(), offers_first=offers_first)
    page.begun.connect(host.begin)
    page.opened.connect(host.open_path)
    page.copied.connect(lambda path: beginning.open_copy(host.parts_or_frame(), path))
    page.template_taken.connect(lambda one: beginning.begin_from(host.parts_or_frame(), one))
    page.first_asked.connect(lambda *said: beginning.first_map(host.parts_or_frame(), *said))
    page.missed.connect(lambda path: beginning.look_for(host.parts_or_frame(), path))
    page.open_asked.connect(lambda: ask_open(host.parts_or_frame()))
    page.import_asked.connect(lambda: host.do("import"))
    page.settings_asked.connect(lambda: host.do("settings"))
    page.help_asked.connect(lambda: host.do("help"))
    page.language_asked.connect(host.speak)
    page.dropped.connect(recents.remove)
    return page


def fill(page: StartPage, t: Catalogue) -> None:
    """Maps opened lately, maps that come with the program, templates."""
    there = sorted(samples().glob("*.journey"), key=lambda path: (path.stem.startswith("practice"), path))
    finished = [Found(path, path.stem, comes_along=True) for path in there]
    page.show_files([listed(t, one) for one in recents.recents()], finished)
    page.show_templates(templates(t.language))
