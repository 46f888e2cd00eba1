"""The window: the start page or an open map, and what concerns the program as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QCursor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit import verbs
from journeymap.edit.rules.verdict import Verdict
from journeymap.i18n import catalogue
from journeymap.model.ids import HEAD
from journeymap.model.records import Lane
from journeymap.storage import recents, settings
from journeymap.storage.files import Loaded
from journeymap.ui import hidden, placing, preferences
from journeymap.ui.actions import importing, saving
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
from journeymap.ui.filing import Filing
from journeymap.ui.further import Telling
from journeymap.ui.greeting import greet
from journeymap.ui.lists.panel import ListName
from journeymap.ui.look import Look
from journeymap.ui.menus import Menus
from journeymap.ui.painted import once_painted
from journeymap.ui.parts import Parts
from journeymap.ui.qtwords import QT
from journeymap.ui.rescuing import offer_rescue
from journeymap.ui.searching import ask_anything
from journeymap.ui.selection import Selection
from journeymap.ui.sheet import wear
from journeymap.ui.start import StartPage
from journeymap.ui.starting.beginning import first_journey
from journeymap.ui.table.kept import Kept
from journeymap.ui.watching import Watching, in_the_middle
from journeymap.ui.welcoming import fill, start_page
from journeymap.ui.workpage import WorkPage
from journeymap.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Holds one open journey at a time, or the start page."""

    def __init__(self, language: str | None = None, look: Look | None = None) -> None:
        super().__init__()
        self.work = Workspace()
        self.selection = Selection()
        self.desk = Desk(
            catalogue(language or preferences.language()),
            look or preferences.look(),
            self.work,
            self.selection,
            Telling(self.work),
        )
        self._opened_sections = Opened()
        self._kept = Kept()
        self._page: WorkPage | None = None
        self._parts_page: WorkPage | None = None
        self._menus: Menus | None = None
        self._start: StartPage | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self.work.opened.connect(self._map_opened)
        self.work.edited.connect(self._edited)
        self.work.examined.connect(self._soon.start)
        self.work.filed.connect(self._soon.start)
        self.work.late.connect(lambda outcome: saving.heard_late(self.parts_or_frame(), outcome))
        self._collecting = Collecting(self._doings, self)
        self._watching = Watching(self.work, self._is_busy, self)
        self._watching.saved_by_others.connect(self._others_saved)
        self._watching.found_beside.connect(self._soon.start)
        preferences.follow_system(self._follow_system)
        room = self.screen().availableSize()
        self.setMinimumSize(placing.SMALLEST.boundedTo(room))
        self.resize(placing.USUAL.boundedTo(room))
        self.setAcceptDrops(True)
        self.rebuild()

    def _doings(self) -> tuple[object, ...]:
        """What changes when somebody is at work."""
        work = self.work
        return (QCursor.pos(), work.document.generation, self.selection.ids, QApplication.focusWidget())

    # -- building ---------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Make every widget anew in the present language and look; the map keeps its place."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, self.desk.look)
            QT.speak(app, self.desk.t)
            self.setLocale(QLocale())
        if self.work.is_open:
            self._show_map()
        else:
            self._show_start()

    def _show_start(self) -> None:
        self._page = None
        self._leave_start()
        self._start = page = start_page(self)
        self._drop_hidden_page()
        self.setCentralWidget(page)
        page.show()
        self.setWindowTitle("journeymap")
        page.new.goal.setFocus()
        QTimer.singleShot(0, page, lambda: self._fill_start(page))
        once_painted(page, self.parts_or_frame)

    def _fill_start(self, page: StartPage) -> None:
        fill(page, self.desk.t)
        if QApplication.activeModalWidget() is None and not self._offered:
            self._offered = True
            wanted, self._wanted = self._wanted, None
            if not self.offer_rescue() and wanted is not None:
                self.open_path(wanted)

    def do(self, action: str) -> None:
        """What a menu line would do, on the start page or with a map open."""
        menus = self._menus_now()
        if menus is not None:
            menus.do(action)

    def _leave_start(self) -> None:
        if self._start is not None:
            self._start.leave()
        self._start = None

    _offered = False
    _wanted: Path | None = None

    def open_first(self, path: Path) -> None:
        """Open a file when the window is up, after what can be rescued was offered."""
        self._wanted = path

    def _hidden_page(self) -> WorkPage:
        """Menus and actions exist before a map does: open, settings, help and quit have keys."""
        if self._parts_page is None:
            self._parts_page = WorkPage(self.desk, self, self._opened_sections, self._kept)
            self._menus = self._menus_for(self._parts_page.parts)
            hidden.keep(self._parts_page, self._menus, self)
        return self._parts_page

    def _drop_hidden_page(self) -> None:
        if self._parts_page is not None:
            self._parts_page.deleteLater()
            self._parts_page = None

    def _menus_for(self, parts: Parts) -> Menus:
        for action in self.actions():
            self.removeAction(action)
        menus = Menus(
            parts,
            lambda path: open_file(parts, path),
            lambda: [Path(one.path) for one in recents.recents()],
        )
        menus.refresh()
        return menus

    def parts_or_frame(self) -> Parts:
        """The parts of the open map, or those that wait behind the start page."""
        return (self._page or self._hidden_page()).parts

    def _show_map(self) -> None:
        camera = (self._page.parts.map.zoom, self._page.parts.map.camera.shown) if self._page else None
        page = WorkPage(self.desk, self, self._opened_sections, self._kept)
        page.build(self._menus_for(page.parts))
        parts = page.parts
        parts.map.menu_asked.connect(self._context_menu)
        parts.lists.outline.menu_asked.connect(self._context_menu)
        parts.table.menu_asked.connect(self._table_menu)
        parts.map.lane_delete_asked.connect(lambda lane: delete_asking(parts, lane))
        parts.map.opened.connect(self.selection.choose)
        page.status.counted.connect(self._count)
        page.status.missing_asked.connect(lambda: page.menus is not None and page.menus.do("answers"))
        if page.bar is not None:
            page.bar.renamed.connect(self._rename)
            page.bar.report_asked.connect(lambda: make_report(parts))
            page.bar.trouble_asked.connect(lambda: saving.show_trouble(parts))
        self._leave_start()
        self._page = page
        self._drop_hidden_page()
        self.setCentralWidget(page)
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

    def fit(self) -> None:
        """The map whole if it is readable so; else its beginning, with all lanes in sight if they may be."""
        if self._page is None:
            return
        view, pane = self._page.parts.map, self._page.parts.pane
        pane.place()
        view.show_all()
        if view.zoom < READABLE:
            lanes = (view.viewport().height() - pane.covered) / max(1.0, view.picture.height)
            view.camera.zoom(min(1.0, max(READABLE, lanes)))
            view.horizontalScrollBar().setValue(view.horizontalScrollBar().minimum())
            view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())
        self._page.status.show_zoom(view.zoom)
        self._page.parts.pane.show_minimap()

    def say_refusal(self, verdict: Verdict) -> None:
        """Why something may not be done, said calmly over the map."""
        if self._page is not None:
            self._page.parts.news.say(verdict.said(self.desk.t))

    # -- news -------------------------------------------------------------------------------------

    def _map_opened(self) -> None:
        self.selection.choose()
        self._kept.view = "map"
        self._page = None
        self.rebuild()

    def _others_saved(self, loaded: object) -> None:
        if isinstance(loaded, Loaded) and self._page is not None:
            others_saved(self._page.parts, loaded)

    def _edited(self, news: object) -> None:
        self._soon.start()

    def _refresh(self) -> None:
        title = self.work.document.journey.head.title or self.desk.t("A map without a name")
        if self._page is not None:
            self._page.refresh()
            self.setWindowTitle(f"{title}[*] – journeymap")
            self.setWindowModified(self.work.needs_saving)

    def _context_menu(self, ids: tuple[str, ...], at: object) -> None:
        if self._page is not None and self._page.menus is not None:
            lines = lines_for(self._page.parts, ids)
            show_menu(self._page.parts, self._page.menus, lines, at)  # type: ignore[arg-type]

    def _table_menu(self, at: QPoint) -> None:
        if self._page is not None and self._page.menus is not None:
            show_menu(self._page.parts, self._page.menus, IN_TABLE, at)

    def _count(self, name: str) -> None:
        count(self.parts_or_frame(), name)

    def _rename(self, title: str) -> None:
        verbs.set_field(self.work.document, HEAD, title=title or None)

    # -- maps -------------------------------------------------------------------------------------

    def begin(self, goal: str, who: str, lanes: Sequence[Lane] = ()) -> None:
        """A new map from the start page's two answers; the caret stands in the line."""
        journey = first_journey(self.desk.t, goal, who, lanes)
        self.work.open(journey, Filing(journey, None, None))

    def open_path(self, path: Path) -> bool:
        """Open a file, as from the command line or a double click."""
        return open_file(self.parts_or_frame(), path)

    def offer_rescue(self) -> bool:
        """Ask about what a killed program left behind; whether a map was opened by that."""
        return offer_rescue(self.desk, self, self.open_path)

    # -- what actions ask of the window -----------------------------------------------------------

    def widget(self) -> QWidget:
        return self

    def show_list(self, name: ListName) -> None:
        if self._page is not None:
            self._page.show_list(name)

    def toggle_lists(self) -> None:
        if self._page is not None:
            self._page.toggle_lists()

    def toggle_details(self) -> None:
        if self._page is not None:
            self._page.details_open = not self._page.details_open
            self._page.arrange()
            self._page.parts.details.refresh()

    def toggle_map_only(self) -> None:
        page = self._page
        if page is not None:
            shown = page.details_open or page.lists_open
            page.details_open = page.lists_open = not shown
            page.arrange()

    def toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def next_pane(self, by: int) -> None:
        if self._page is not None:
            self._page.next_pane(by)

    def details_shown(self) -> bool:
        return self._page is not None and self._page.parts.details.isVisible()

    def lists_shown(self) -> bool:
        return self._page is not None and self._page.parts.lists.isVisible()

    def to_start(self) -> None:
        self.work.close()

    def search(self) -> None:
        menus = self._menus_now()
        if menus is not None:
            ask_anything(self.parts_or_frame(), menus)

    def _menus_now(self) -> Menus | None:
        if self._page is not None:
            return self._page.menus
        self._hidden_page()
        return self._menus

    def speak(self, language: str) -> None:
        """Another language, at once."""
        settings.put("language", language)
        self.desk.t = catalogue(language)
        self.rebuild()
        renew_guide(self.parts_or_frame())

    def wear(self, theme: str, scale: float) -> None:
        """Another theme or text size, at once."""
        settings.put("theme", theme)
        settings.put("text_size", float(scale))
        self._look_anew()

    def _look_anew(self) -> None:
        self.desk.look = preferences.look()
        self.rebuild()
        renew_guide(self.parts_or_frame())

    def _follow_system(self) -> None:
        """The system became dark or light, or asks for high contrast."""
        if preferences.theme_choice() == "system" and preferences.look() != self.desk.look:
            self._look_anew()

    def quit(self) -> None:
        self.close()

    # -- Qt's overrides ---------------------------------------------------------------------------

    @guard(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if importing.dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @guard(None)
    def dropEvent(self, event: QDropEvent) -> None:
        path = importing.dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: importing.drop(self.parts_or_frame(), path))

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if not saving.may_leave(self.parts_or_frame()):
            event.ignore()
            return
        self.work.leave()
        self.work.stop()
        self._watching.stop()
        event.accept()

    @guard(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self._watching, self._watching.look)

    def _is_busy(self) -> bool:
        """Whether this is no moment to change the map."""
        return in_the_middle(None if self._page is None else self._page.parts)


READABLE = 0.8
"""The least zoom at which a map is opened: below it step titles are cut (VISUAL 10)."""
