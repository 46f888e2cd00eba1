"""The workbench: all that works on an open map, its page, its menus, what actions ask of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from journeymap.edit import verbs
from journeymap.edit.rules.verdict import Verdict
from journeymap.i18n import Catalogue
from journeymap.model.ids import HEAD
from journeymap.storage import recents
from journeymap.storage.files import Loaded
from journeymap.ui import hidden
from journeymap.ui.actions import saving
from journeymap.ui.actions.files import make_report
from journeymap.ui.actions.lanes import delete_asking
from journeymap.ui.actions.opening import open_file
from journeymap.ui.actions.showing import renew_guide
from journeymap.ui.actions.together import others_saved
from journeymap.ui.actions.viewing import count
from journeymap.ui.collecting import Collecting
from journeymap.ui.contexts import IN_TABLE, lines_for, show_menu
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Opened
from journeymap.ui.further import Telling
from journeymap.ui.greeting import greet
from journeymap.ui.lists.panel import ListName
from journeymap.ui.look import Look
from journeymap.ui.making import parts_of
from journeymap.ui.menus import Menus
from journeymap.ui.parts import Parts
from journeymap.ui.selection import Selection
from journeymap.ui.table.kept import Kept
from journeymap.ui.watching import Watching, in_the_middle
from journeymap.ui.workpage import WorkPage
from journeymap.ui.workspace import Workspace

_OVER = object()
READABLE = 0.8
"""The least zoom at which a map is opened: below it step titles are cut (VISUAL 10)."""


class Host(Protocol):
    """The window, as the workbench in it sees it."""

    t: Catalogue
    look: Look

    def widget(self) -> QMainWindow: ...

    def rebuild(self) -> None: ...

    def leave_start(self) -> None: ...

    def speak(self, language: str) -> None: ...

    def wear(self, theme: str, scale: float) -> None: ...


class Workbench(QObject):
    """Holds one open journey at a time; it belongs to its window from the moment it is whole."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.work = Workspace()
        self.selection = Selection()
        self.desk = Desk(host.t, host.look, self.work, self.selection, Telling(self.work))
        self._opened_sections = Opened()
        self._kept = Kept()
        self.page: WorkPage | None = None
        self._waiting: WorkPage | None = None
        """The page behind the start page; the next map that is opened takes it."""
        self._making: Iterator[None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._collecting = Collecting(self._doings, self)
        self.watching = Watching(self.work, self.is_busy, self)
        self._listen()
        self.setParent(self.widget())

    def _listen(self) -> None:
        work = self.work
        self._soon.timeout.connect(self.refresh)
        work.opened.connect(self._map_opened)
        work.edited.connect(self._edited)
        work.examined.connect(self._soon.start)
        work.filed.connect(self._soon.start)
        work.late.connect(lambda outcome: saving.heard_late(self.parts_or_frame(), outcome))
        self.watching.saved_by_others.connect(self._others_saved)
        self.watching.found_beside.connect(self._soon.start)

    def _doings(self) -> tuple[object, ...]:
        """What changes when somebody is at work."""
        work = self.work
        return (QCursor.pos(), work.document.generation, self.selection.ids, QApplication.focusWidget())

    # -- the page and what waits behind the start page ---------------------------------------------

    def parts_or_frame(self) -> Parts:
        """The parts of the open map, or those that wait behind the start page."""
        return (self.page or self._hidden_page()).parts

    def menus_now(self) -> Menus:
        """The menus of the open map, or those that wait behind the start page."""
        return (self.page or self._hidden_page()).menus

    def do(self, action: str) -> None:
        """What a menu line would do, on the start page or with a map open."""
        self.menus_now().do(action)

    def hear(self, pressed: QKeySequence) -> None:
        """A key that came before the menus could hear it."""
        if not self.is_ready:
            self.menus_now().hear(pressed)

    @property
    def is_ready(self) -> bool:
        """Whether there are menus, which hear their keys themselves."""
        return self.page is not None or self._waiting is not None

    def prepare(self) -> Iterator[None]:
        """Make the page that waits, a part at a time; whoever needs it before has it made at once."""
        while self.page is None and not self._make_on():
            yield

    def _hidden_page(self) -> WorkPage:
        """Menus and actions exist before a map does: open, settings, help and quit have keys."""
        while self._waiting is None:
            self._make_on()
        return self._waiting

    def _make_on(self) -> bool:
        """One part more of the page that waits; whether it is whole. One that fails is begun anew."""
        if self._waiting is None:
            making, self._making = self._making or self._make(), None
            if next(making, _OVER) is not _OVER:
                self._making = making
        return self._waiting is not None

    def _make(self) -> Iterator[None]:
        parts = yield from parts_of(self.desk, self, self._opened_sections, self._kept)
        menus = self._menus_for(parts)
        yield
        page = WorkPage(self.desk, parts, menus)
        hidden.keep(page, self.widget())
        self._waiting = page

    def drop_hidden_page(self) -> None:
        """What waits speaks another language by now, or wears another look."""
        if self._waiting is not None or self._making is not None:
            self._hidden_page().deleteLater()
            self._waiting = None

    def _menus_for(self, parts: Parts) -> Menus:
        window = self.widget()
        for action in window.actions():
            window.removeAction(action)
        menus = Menus(
            parts,
            lambda path: open_file(parts, path),
            lambda: [Path(one.path) for one in recents.recents()],
        )
        menus.refresh()
        return menus

    def show_map(self) -> None:
        """A page for the open map, in the present language and look; the map keeps its place."""
        camera = (self.page.parts.map.zoom, self.page.parts.map.camera.shown) if self.page else None
        page = self._map_page()
        parts = page.parts
        self._host.leave_start()
        self.page = page
        self.widget().setCentralWidget(page)
        page.show()
        parts.map.set_document(self.work.document)
        parts.drawing.refresh()
        parts.lists.refresh_now()
        if camera is not None:
            parts.map.camera.zoom(camera[0])
            parts.map.camera.centre(camera[1].center())
        else:
            QTimer.singleShot(0, page, self.fit)
            greet(parts)
        parts.map.select(self.selection.ids)  # type: ignore[arg-type]
        page.refresh()
        parts.writing.begin()
        parts.writing.focus() if parts.views.shows_map else parts.views.take_focus()

    def _map_page(self) -> WorkPage:
        page = self._hidden_page()
        page.build()
        self._waiting = None
        parts = page.parts
        parts.table.show_sheet(self._kept.sheet)
        parts.map.menu_asked.connect(self.context_menu)
        parts.lists.outline.menu_asked.connect(self.context_menu)
        parts.table.menu_asked.connect(self._table_menu)
        parts.map.lane_delete_asked.connect(lambda lane: delete_asking(parts, lane))
        parts.map.opened.connect(self.selection.choose)
        page.status.counted.connect(self._count)
        page.status.missing_asked.connect(lambda: page.menus.do("answers"))
        if page.bar is not None:
            page.bar.renamed.connect(self._rename)
            page.bar.report_asked.connect(lambda: make_report(parts))
            page.bar.trouble_asked.connect(lambda: saving.show_trouble(parts))
        return page

    def fit(self) -> None:
        """The map whole if it is readable so; else its beginning, with all lanes in sight if they may be."""
        if self.page is None:
            return
        view, pane = self.page.parts.map, self.page.parts.pane
        pane.place()
        view.show_all()
        if view.zoom < READABLE:
            lanes = (view.viewport().height() - pane.covered) / max(1.0, view.picture.height)
            view.camera.zoom(min(1.0, max(READABLE, lanes)))
            view.horizontalScrollBar().setValue(view.horizontalScrollBar().minimum())
            view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())
        self.page.status.show_zoom(view.zoom)
        self.page.parts.pane.show_minimap()

    # -- news -------------------------------------------------------------------------------------

    def say_refusal(self, verdict: Verdict) -> None:
        """Why something may not be done, said calmly over the map."""
        if self.page is not None:
            self.page.parts.news.say(verdict.said(self.desk.t))

    def _map_opened(self) -> None:
        self.selection.choose()
        self._kept.view = "map"
        self.page = None
        self._host.rebuild()

    def _others_saved(self, loaded: object) -> None:
        if isinstance(loaded, Loaded) and self.page is not None:
            others_saved(self.page.parts, loaded)

    def _edited(self, news: object) -> None:
        self._soon.start()

    def refresh(self) -> None:
        """The page and the window's title show what is known now."""
        title = self.work.document.journey.head.title or self.desk.t("A map without a name")
        if self.page is not None:
            self.page.refresh()
            self.widget().setWindowTitle(f"{title}[*] – journeymap")
            self.widget().setWindowModified(self.work.needs_saving)

    def context_menu(self, ids: tuple[str, ...], at: object) -> None:
        """The menu of what lies there, on the map or in the outline."""
        if self.page is not None:
            lines = lines_for(self.page.parts, ids)
            show_menu(self.page.parts, self.page.menus, lines, at)  # type: ignore[arg-type]

    def _table_menu(self, at: QPoint) -> None:
        if self.page is not None:
            show_menu(self.page.parts, self.page.menus, IN_TABLE, at)

    def _count(self, name: str) -> None:
        count(self.parts_or_frame(), name)

    def _rename(self, title: str) -> None:
        verbs.set_field(self.work.document, HEAD, title=title or None)

    def wear_anew(self) -> None:
        """Another language or look: the desk's words and colours are the window's; an open guide follows."""
        self.desk.t, self.desk.look = self._host.t, self._host.look
        self._host.rebuild()
        renew_guide(self.parts_or_frame())

    def leave(self) -> bool:
        """Whether the window may close: saved, or dropped on purpose; then everything stops."""
        if not saving.may_leave(self.parts_or_frame()):
            return False
        self.work.leave()
        self.work.stop()
        self.watching.stop()
        return True

    def is_busy(self) -> bool:
        """Whether this is no moment to change the map."""
        return in_the_middle(None if self.page is None else self.page.parts)

    # -- what actions ask of the window -----------------------------------------------------------

    def widget(self) -> QMainWindow:
        return self._host.widget()

    def show_list(self, name: ListName) -> None:
        if self.page is not None:
            self.page.show_list(name)

    def toggle_lists(self) -> None:
        if self.page is not None:
            self.page.toggle_lists()

    def toggle_details(self) -> None:
        if self.page is not None:
            self.page.details_open = not self.page.details_open
            self.page.arrange()
            self.page.parts.details.refresh()

    def toggle_map_only(self) -> None:
        page = self.page
        if page is not None:
            shown = page.details_open or page.lists_open
            page.details_open = page.lists_open = not shown
            page.arrange()

    def toggle_full_screen(self) -> None:
        window = self.widget()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def next_pane(self, by: int) -> None:
        if self.page is not None:
            self.page.next_pane(by)

    def details_shown(self) -> bool:
        return self.page is not None and self.page.parts.details.isVisible()

    def lists_shown(self) -> bool:
        return self.page is not None and self.page.parts.lists.isVisible()

    def to_start(self) -> None:
        self.work.close()

    def search(self) -> None:
        from journeymap.ui.searching import ask_anything

        menus = self.menus_now()
        ask_anything(self.parts_or_frame(), menus)

    def rebuild(self) -> None:
        self._host.rebuild()

    def speak(self, language: str) -> None:
        self._host.speak(language)

    def wear(self, theme: str, scale: float) -> None:
        self._host.wear(theme, scale)

    def quit(self) -> None:
        self.widget().close()
