"""The page with an open map: bar above, lists, map and details side by side, figures below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit.document import Edited
from journeymap.edit.told import deletion
from journeymap.ui.actions.editing import undo
from journeymap.ui.aloud import Aloud
from journeymap.ui.banner import Banner
from journeymap.ui.bar import Bar
from journeymap.ui.desk import Desk
from journeymap.ui.dropping import take_pictures
from journeymap.ui.first.leading import Leading
from journeymap.ui.line.ghost import Ghost
from journeymap.ui.lists.panel import ListName, Rail
from journeymap.ui.lists.settling import on_map
from journeymap.ui.menus import Menus
from journeymap.ui.notices import notice
from journeymap.ui.panes import go_on, holds_focus
from journeymap.ui.parts import Parts
from journeymap.ui.status import StatusBar

NARROW = 1500
"""Below this width (px) a rail stands for the lists; below SMALL the details are closed too."""
SMALL = 1180


class WorkPage(QWidget):
    """Lays the parts out, and lets them follow one another."""

    def __init__(self, desk: Desk, parts: Parts, menus: Menus) -> None:
        super().__init__()
        self.setObjectName("window")
        self._desk, self.parts, self.menus = desk, parts, menus
        self.rail = Rail(desk, self.parts.lists)
        self.status = StatusBar(desk)
        self.banner = Banner(desk.look, lambda: notice(self.parts))
        self.bar: Bar | None = None
        self.lists_open = True
        self._details_open = {"map": True, "both": True, "table": False}
        self._narrow: bool | None = None
        self._lists_asked = False
        self._echo = self._offers_undo = self._from_outline = False

    def build(self) -> None:
        """Put everything in its place: before that the page only waits."""
        self.bar = Bar(self._desk, self.menus.bar)
        parts, look = self.parts, self._desk.look
        parts.lists.setFixedWidth(look.size("lists"))
        parts.details.setFixedWidth(look.size("details"))
        parts.chain.panel.setFixedWidth(look.size("details"))
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        for part in (self.rail, parts.lists, parts.views, parts.aside, parts.details, parts.chain.panel):
            self._middle.addWidget(part, part is parts.views)
        parts.aside.join(self.to_map, self.arrange, self._list_chose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addLayout(self._middle, 1)
        layout.addWidget(self.status)
        self.leading = Leading(self._desk, self, parts.pane, parts.foot, self.bar.report)
        self._connect()
        Aloud(self._desk, self)
        self.bar.view_asked.connect(parts.views.turn_to)
        self.bar.show_view(parts.views.name)
        self.arrange()

    def _connect(self) -> None:
        parts, view = self.parts, self.parts.map
        parts.drawing.follow()
        parts.views.turned.connect(self._turned)
        parts.table.chose.connect(self._picked)
        self._desk.work.edited.connect(self._edited)
        view.selection_changed.connect(self._map_chose)
        self._desk.selection.changed.connect(self._follow)
        self._desk.selection.asked.connect(self._answer)
        view.typed.connect(parts.writing.type)
        view.composed.connect(self._compose)
        view.cell_opened.connect(parts.writing.stand_at)
        view.space_struck.connect(lambda: self._do_key(QKeySequence(Qt.Key.Key_Space)))
        view.zoomed.connect(self.status.show_zoom)
        view.zoomed.connect(lambda _: parts.pane.show_minimap())
        view.moved.connect(parts.pane.show_minimap)
        parts.writing.left.connect(self._line_left)
        parts.writing.passed_on.connect(self.pass_on)
        parts.writing.ghosted.connect(self._ghost)
        parts.writing.wrote.connect(lambda: self._reveal(""))
        parts.lists.chose.connect(self._list_chose)
        parts.lists.keyed.connect(self._list_keyed)
        parts.lists.left.connect(self._lists_left)
        outline = parts.lists.outline
        outline.picked.connect(self._picked)
        outline.typed.connect(self._outline_typed)
        outline.keyed.connect(self._outline_keyed)
        outline.refused.connect(self._say)
        parts.details.left.connect(self.to_map)
        parts.chain.turned.connect(lambda: self._ask_lists(False))
        parts.pane.resized.connect(parts.focus.banner.place)
        view.leave_focus = parts.focus.off
        take_pictures(parts)
        parts.pane.finder.shown.connect(self._found)
        parts.pane.finder.closed.connect(self.to_map)
        parts.pane.finder.written.connect(parts.writing.prefill)
        parts.details.answered.connect(parts.writing.focus)
        self.rail.asked.connect(self.show_list)
        self.status.out.clicked.connect(lambda: view.camera.step(up=False))
        self.status.larger.clicked.connect(lambda: view.camera.step(up=True))
        self.status.zoom.clicked.connect(lambda: view.camera.zoom(1.0))
        self.status.whole.clicked.connect(view.show_all)

    # -- following one another --------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything but the map shows what is known now."""
        self.parts.lists.refresh()
        self.parts.details.refresh()
        self.status.refresh()
        self.banner.refresh()
        self.parts.pane.finder.refresh()
        if self.bar is not None:
            self.bar.refresh()
            self.menus.follow()
            self.leading.refresh()

    def _edited(self, news: Edited) -> None:
        """After undo and redo the writing is where they were; a deletion can be taken back at once."""
        self.parts.writing.follow_edit(news)
        self.parts.table.follow_edit(news)
        self.parts.lists.outline.refresh()
        news_strip, t = self.parts.news, self._desk.t
        told = deletion(news) if news.origin == "edit" else ()
        if told:
            words = " ".join(message.said(t) for message in told)
            news_strip.say(words, t("Undo"), lambda: undo(self.parts))
        elif self._offers_undo:
            news_strip.hide()
        self._offers_undo = bool(told)

    def _map_chose(self, ids: tuple[str, ...]) -> None:
        if not self._echo:
            self._desk.selection.choose(*ids)

    def _follow(self) -> None:
        """The map shows what is selected; what is not on the map leaves nothing selected there."""
        view, ids = self.parts.map, on_map(self._desk, self._desk.selection.ids)
        if self.parts.views.shows_map and tuple(view.selection) != ids:
            self._echo = True
            view.select(ids)  # type: ignore[arg-type]
            self._echo = False
        self.menus.follow()

    def _answer(self, name: str) -> None:
        """Somebody wants an answer to be given: its control gets the keyboard."""
        self.details_open = True
        self.arrange()
        if not self.parts.details.answer(name):
            self.parts.details.take_focus()

    def _list_chose(self, id: str, show: bool) -> None:
        self._desk.selection.choose(id)
        self._reveal(id)
        if show:
            self._ask_lists(False)
            self.to_map()

    def _picked(self, ids: tuple[str, ...]) -> None:
        self._desk.selection.choose(*ids)
        if self.parts.views.shows_map:
            self._reveal(ids[0])

    def _say(self, sentence: str) -> None:
        self.parts.news.say(sentence)

    def _outline_typed(self, words: str) -> None:
        """Letters write, wherever one stands; the line gives the keyboard back to the outline."""
        self.parts.line.type(words)
        self._from_outline = True

    def _outline_keyed(self, event: QKeyEvent) -> None:
        if self._is_action(event):
            event.accept()
            self._from_outline = holds_focus(self.parts.foot)

    def _line_left(self) -> None:
        """Back to where the writing began: the outline, else the map."""
        outline = self.parts.lists.outline
        back, self._from_outline = self._from_outline and outline.isVisible(), False
        (outline.setFocus if back else self.to_map)()

    def _turned(self) -> None:
        """Another view: what is selected is selected in it too, panels lie where there is room for them."""
        self._ask_lists(False)
        self.status.offer_zoom(self.parts.views.shows_map)
        self.arrange()
        if self.parts.views.shows_map:
            self._follow()
        if self.bar is not None:
            self.bar.show_view(self.parts.views.name)
            self.menus.refresh()

    def _found(self, id: str) -> None:
        self._desk.selection.choose(*([id] if id else []))
        self._reveal(id)

    def _reveal(self, id: str) -> None:
        view = self.parts.map
        for one in view.selection or (id,):
            view.reveal(one)  # type: ignore[arg-type]

    def _list_keyed(self, about: tuple[str, ...], event: QKeyEvent) -> None:
        """In the lists Space says "so it is", Delete dismisses, letters go to the line."""
        name = {Qt.Key.Key_Space: "settle", Qt.Key.Key_Delete: "dismiss"}.get(Qt.Key(event.key()))
        if name is not None:
            event.setAccepted(self.menus.do(name))

    def _compose(self, event: object) -> None:
        self.parts.writing.focus()
        QApplication.sendEvent(self.parts.foot.bar.field, event)  # type: ignore[arg-type]

    def _ghost(self, ghost: Ghost | None) -> None:
        if ghost is None:
            self.parts.map.hide_ghost()
        elif ghost.lane is None:
            self.parts.map.show_ghost_lane(ghost.new_lane, ghost.column, ghost.title)
        else:
            self.parts.map.show_ghost(ghost.lane, ghost.column, ghost.title)

    # -- keys -------------------------------------------------------------------------------------

    def to_map(self) -> None:
        """The keyboard goes to the map, or to the table where that is alone."""
        self.parts.views.take_focus()

    def pass_on(self, event: QKeyEvent) -> None:
        """A key the line had no use for, pressed or let go: the map's, else an action's."""
        if event.type() == QEvent.Type.KeyRelease:
            self.parts.map.keyReleaseEvent(event)
        elif event.key() == Qt.Key.Key_Space or not self._is_action(event):
            self.parts.map.keyPressEvent(event)

    def _is_action(self, event: QKeyEvent) -> bool:
        return self._do_key(QKeySequence(event.keyCombination()))

    def _do_key(self, pressed: QKeySequence) -> bool:
        name = self.menus.meant(pressed)
        return name is not None and self.menus.do(name)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the map itself had no use for come here."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        on_map = self.parts.map.hasFocus() or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
        if on_map and not event.isAutoRepeat() and self._is_action(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    # -- layout -----------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Wide: lists beside the map. Narrow: a rail, and lists laid over the map when asked for."""
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow, self._lists_asked = narrow, False
            self._place_lists(over=False)
        self.rail.setVisible(narrow and self.lists_open is not None)
        self.parts.lists.setVisible(self._lists_asked if narrow else self.lists_open)
        chained = self.parts.chain.is_on and self.parts.views.shows_map
        wide = self.width() >= SMALL + self.parts.aside.needed
        self.parts.details.setVisible(self.details_open and wide and not chained)
        self.parts.chain.panel.setVisible(chained)
        self.parts.pane.narrow = narrow
        QTimer.singleShot(0, self.parts.pane, self.parts.pane.place)

    @property
    def details_open(self) -> bool:
        """Whether the details stand beside what is shown; the table alone begins without them."""
        return self._details_open[self.parts.views.name]

    @details_open.setter
    def details_open(self, opened: bool) -> None:
        self._details_open[self.parts.views.name] = opened

    def _ask_lists(self, asked: bool) -> None:
        """In a narrow window: lay the lists over the map, beside the table where that is alone."""
        if self._narrow:
            self._lists_asked = asked
            self._place_lists(over=asked and self.parts.views.shows_map)
        self.arrange()

    def _place_lists(self, *, over: bool) -> None:
        lists, pane = self.parts.lists, self.parts.pane
        lists.setProperty("over", over)
        if over:
            self._middle.removeWidget(lists)
            pane.lay_over(lists)
        else:
            pane.lay_over(None)
            self._middle.insertWidget(1, lists)
        lists.style().unpolish(lists)
        lists.style().polish(lists)

    def show_list(self, name: ListName) -> None:
        """Bring a list to the front, laid over the map where there is no room beside it."""
        lists = self.parts.lists
        again = lists.name == name and bool(self._narrow) and self._lists_asked
        if self._narrow:
            self._ask_lists(not again)
        elif not self.lists_open:
            self.lists_open = True
            self.arrange()
        lists.show_list(name)
        if not again:
            lists.refresh_now()
            lists.take_focus()

    def toggle_lists(self) -> None:
        """Show or hide the lists."""
        if self._narrow:
            self._ask_lists(not self._lists_asked)
        else:
            self.lists_open = not self.lists_open
            self.arrange()
        if self.parts.lists.isVisible():
            self.parts.lists.take_focus()
        else:
            self.to_map()

    def _lists_left(self) -> None:
        self._ask_lists(False)
        self.to_map()

    def next_pane(self, by: int) -> None:
        """F6: lists, map, line, details, figures, and round again."""
        parts = self.parts
        stops = [
            (parts.lists, parts.lists.take_focus),
            (parts.map, lambda: parts.map.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (parts.table, parts.table.take_focus),
            (parts.foot, parts.writing.focus),
            (parts.aside, parts.aside.take_focus),
            (parts.details, parts.details.take_focus),
            (parts.chain.panel, parts.chain.panel.take_focus),
            (self.status, self.status.take_focus),
        ]
        go_on(stops, by)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
