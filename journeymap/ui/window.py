"""The window: first its start page, which needs little; then the workbench, where maps are open (ADR 16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from journeymap.canvas.guard import guard
from journeymap.i18n import catalogue
from journeymap.storage import settings
from journeymap.ui import placing, preferences
from journeymap.ui.look import Look
from journeymap.ui.painted import once_painted
from journeymap.ui.sheet import wear
from journeymap.ui.slices import Slices
from journeymap.ui.start import StartPage
from journeymap.ui.welcoming import offer, start_page

if TYPE_CHECKING:
    from journeymap.edit.rules.verdict import Verdict
    from journeymap.model.records import Lane
    from journeymap.ui.desk import Desk
    from journeymap.ui.parts import Parts
    from journeymap.ui.selection import Selection
    from journeymap.ui.workbench import Workbench
    from journeymap.ui.workpage import WorkPage
    from journeymap.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Shows the start page, or the map that is open on its workbench.

    The workbench is made when somebody asks for it: what comes after the start page has been painted does,
    a little at a time, and so does every click, key or file that wants it earlier.
    """

    def __init__(
        self, language: str | None = None, look: Look | None = None, wanted: Path | None = None
    ) -> None:
        """`wanted` is a file to open when the window is up, after what can be rescued was offered."""
        super().__init__()
        self.t = catalogue(language or preferences.language())
        self.look = look or preferences.look()
        self._bench: Workbench | None = None
        self._start: StartPage | None = None
        self._rest = Slices(self._arrive, lambda: (self._start,), lambda: False, self)
        self._offered = False
        preferences.follow_system(self._follow_system)
        room = self.screen().availableSize()
        self.setMinimumSize(placing.SMALLEST.boundedTo(room))
        self.resize(placing.USUAL.boundedTo(room))
        self.setAcceptDrops(True)
        self.setWindowTitle("journeymap")
        self._dress()
        if wanted is None:
            self._show_start()
        else:
            self._show_opening(wanted)

    # -- the workbench ----------------------------------------------------------------------------

    @property
    def bench(self) -> Workbench:
        """All that works on maps; made now if nobody has asked for it yet."""
        if self._bench is None:
            from journeymap.ui.qtwords import QT
            from journeymap.ui.workbench import Workbench

            QT.speak(self._app(), self.t)
            self._bench = Workbench(self)
        return self._bench

    @property
    def made(self) -> Workbench | None:
        """The workbench if it is there already: for those who would not have it made."""
        return self._bench

    @property
    def work(self) -> Workspace:
        """The open journey and its file."""
        return self.bench.work

    @property
    def desk(self) -> Desk:
        """What every panel works with."""
        return self.bench.desk

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.bench.selection

    @property
    def _page(self) -> WorkPage | None:
        return self.bench.page

    def parts_or_frame(self) -> Parts:
        """The parts of the open map, or those that wait behind the start page."""
        return self.bench.parts_or_frame()

    def do(self, action: str) -> None:
        """What a menu line would do, on the start page or with a map open."""
        self.bench.do(action)

    def _arrive(self) -> Iterator[None]:
        """What the start page did not need to be seen, in steps; the page is filled as soon as it can be."""
        from journeymap.ui import arriving

        page = self._start
        yield from arriving.workbench()
        bench = self.bench
        yield
        if page is not None:
            yield from bench.prepare()
            yield from offer(page, self.t, self.look)
            QTimer.singleShot(0, page, self._offer_once)
        yield from arriving.now_and_then()

    @property
    def is_whole(self) -> bool:
        """Whether everything is there that comes after the start page."""
        return self._rest.is_over

    def _offer_once(self) -> None:
        if QApplication.activeModalWidget() is None and not self._offered:
            self.offer_rescue()

    # -- what is shown ----------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Make every widget anew in the present language and look; the map keeps its place."""
        self._dress()
        if self._bench is not None and self._bench.work.is_open:
            self._bench.show_map()
            if not self.is_whole and self._bench.page is not None:
                once_painted(self._bench.page, self._rest.begin)
        else:
            self._show_start()

    def _dress(self) -> None:
        wear(self._app(), self.look)
        QLocale.setDefault(QLocale(self.t.locale))
        self.setLocale(QLocale())

    def _app(self) -> QApplication:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("a window needs a running QApplication")
        return app

    def _show_start(self) -> None:
        self.leave_start()
        self._start = page = start_page(self)
        if self._bench is not None:
            self._bench.page = None
            self._bench.drop_hidden_page()
        self.setCentralWidget(page)
        page.show()
        self.setWindowTitle("journeymap")
        page.new.goal.setFocus()
        once_painted(page, self._rest.begin)

    def leave_start(self) -> None:
        """The start page gives its place to a map."""
        if self._start is not None:
            self._start.leave()
        self._start = None

    def _show_opening(self, wanted: Path) -> None:
        from journeymap.ui.opening import OpeningPage

        page = OpeningPage(self.t, self.look, wanted)
        self.setCentralWidget(page)
        once_painted(page, lambda: self._open_wanted(wanted))

    def _open_wanted(self, wanted: Path) -> None:
        """The file that was named; where it cannot be opened the start page comes."""
        if not wanted.is_file():
            self._show_start()  # behind the words that say so
        try:
            _ = self.offer_rescue() or self.open_path(wanted)
        finally:
            if self._start is None and (self._bench is None or not self._bench.work.is_open):
                self._show_start()
        self._rest.begin()

    # -- maps -------------------------------------------------------------------------------------

    def begin(self, goal: str, who: str, lanes: Sequence[Lane] = ()) -> None:
        """A new map from the start page's two answers; the caret stands in the line."""
        from journeymap.ui.filing import Filing
        from journeymap.ui.starting.beginning import first_journey

        journey = first_journey(self.t, goal, who, lanes)
        self.work.open(journey, Filing(journey, None, None))

    def open_path(self, path: Path) -> bool:
        """Open a file, as from the command line or a double click."""
        from journeymap.ui.actions.opening import open_file

        return open_file(self.parts_or_frame(), path)

    def offer_rescue(self) -> bool:
        """Ask about what a killed program left behind; whether a map was opened by that."""
        from journeymap.ui.rescuing import offer_rescue

        self._offered = True
        return offer_rescue(self.desk, self, self.open_path)

    def after_rescue(self, call: Callable[[], object]) -> None:
        """Do what was asked for early; what a killed program left is offered before anything is opened."""
        if self._offered or not self.offer_rescue():
            call()

    def say_refusal(self, verdict: Verdict) -> None:
        """Why something may not be done, said calmly over the map."""
        self.bench.say_refusal(verdict)

    def put_away(self) -> None:
        """The program must go now: what is not saved is in the journal and is offered at the next start."""
        if self._bench is not None:
            self._bench.work.filing.keep_journal()
            self._bench.work.stop()

    def secure(self) -> None:
        """The computer may go at any moment now: every change is on the disk before this returns."""
        if self._bench is not None:
            self._bench.work.filing.secure()

    # -- language and look ------------------------------------------------------------------------

    def speak(self, language: str) -> None:
        """Another language, at once."""
        from journeymap.ui.qtwords import QT

        settings.put("language", language)
        self.t = catalogue(language)
        QT.speak(self._app(), self.t)
        self._wear_anew()

    def wear(self, theme: str, scale: float) -> None:
        """Another theme or text size, at once."""
        settings.put("theme", theme)
        settings.put("text_size", float(scale))
        self.look = preferences.look()
        self._wear_anew()

    def _follow_system(self) -> None:
        """The system became dark or light, or asks for high contrast."""
        if preferences.theme_choice() == "system" and preferences.look() != self.look:
            self.look = preferences.look()
            self._wear_anew()

    def _wear_anew(self) -> None:
        if self._bench is not None:
            self._bench.wear_anew()
        else:
            self.rebuild()

    def widget(self) -> QMainWindow:
        """The window itself, for those who know it as a host."""
        return self

    # -- Qt's overrides ---------------------------------------------------------------------------

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing took: before there are menus to hear it, it brings them."""
        super().keyPressEvent(event)
        if event.key() not in MODIFIERS and not (self._bench is not None and self._bench.is_ready):
            pressed = QKeySequence(event.keyCombination())
            self.after_rescue(lambda: self.bench.hear(pressed))

    @guard(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from journeymap.ui.actions import importing

        if importing.dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @guard(None)
    def dropEvent(self, event: QDropEvent) -> None:
        from journeymap.ui.actions import importing

        path = importing.dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: importing.drop(self.parts_or_frame(), path))

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bench is not None and not self._bench.leave():
            event.ignore()
            return
        self._rest.stop()
        event.accept()

    @guard(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        activated = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if activated and self._bench is not None:
            QTimer.singleShot(0, self._bench.watching, self._bench.watching.look)


MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
