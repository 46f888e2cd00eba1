"""The map one works on: what is selected, the keyboard's place, gestures, and titles changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from journeymap.canvas.accessible import announce, name_map, spoken
from journeymap.canvas.bridge import Bridge
from journeymap.canvas.chain_marks import Chained, ChainMarks
from journeymap.canvas.chosen import Chosen
from journeymap.canvas.clicks import Clicks
from journeymap.canvas.drag_marks import DragMarks
from journeymap.canvas.ghost_step import WrittenGhost
from journeymap.canvas.guard import guard
from journeymap.canvas.hands import Hands
from journeymap.canvas.highlight import Highlight
from journeymap.canvas.hits import Hits
from journeymap.canvas.keyboard import command_of, typed_text
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.notice import Notice
from journeymap.canvas.places import Place, place_at
from journeymap.canvas.pointer import Pointer
from journeymap.canvas.ready import Ready
from journeymap.canvas.renaming import Renaming
from journeymap.canvas.sheet import Sheet
from journeymap.canvas.sight import Sight
from journeymap.canvas.travel import Traveller
from journeymap.canvas.walk import Direction
from journeymap.edit.document import Document, Edited
from journeymap.edit.message import Message
from journeymap.edit.rules import RefusedError
from journeymap.i18n import Catalogue, catalogue
from journeymap.model.ids import Id
from journeymap.picture.prims import Box, Node
from journeymap.picture.theme import Theme


class MapView(Sheet):
    """What is selected is kept as ids; the view is never asked what is true."""

    selection_changed = Signal(tuple)
    """The selected ids, in the order they were chosen."""
    typed = Signal(str)
    """Words typed on the map: the line writes them."""
    composed = Signal(object)
    """A QInputMethodEvent: the line goes on with it."""
    menu_asked = Signal(tuple, QPoint)
    """Ids (none: the ground) and where on the screen; `place_at` tells the cell."""
    opened = Signal(str)
    """A double click on something that has no title to change."""
    cell_opened = Signal(str, float)
    """A double click on empty ground: lane and column."""
    space_struck = Signal()
    """Space came up, and the map was not pushed while it was held."""
    lane_delete_asked = Signal(str)
    """A lane with steps shall go: people must say where its steps go."""

    def __init__(self, t: Catalogue | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.t = t or catalogue("en")
        self.chosen = Chosen()
        self.marks = DragMarks(self._drawing)
        self.hands = Hands(self)
        self._bridge = Bridge(self)
        self._notice = Notice(self.viewport())
        self._highlight = Highlight(self._drawing, self._map)
        self._ghost = WrittenGhost(self._drawing)
        self._hits = Hits(self._drawing)
        self._chain = ChainMarks(self._drawing)
        self.leave_focus: Callable[[], bool] = lambda: False
        """Esc shows all of the map again, where only a part of it is at full strength."""
        self._renaming = Renaming(self, self, self.hands)
        self._pointer = Pointer(self, self.viewport())
        self._traveller = Traveller(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setMouseTracking(True)
        self._bridge.edited.connect(self._ground_moved)
        self._clicks = Clicks(self, self)
        self._clicks.menu_asked.connect(self.menu_asked)
        self._clicks.opened.connect(self.opened)
        self._clicks.cell_opened.connect(self.cell_opened)
        self._pointer.clicked.connect(self._clicks.once)
        self._clicks.listen(self.fingers)
        self.fingers.carrier = self._pointer
        self.moved.connect(self._renaming.follow)
        self.zoomed.connect(self._look_from)

    # -- what the window says to the map ----------------------------------------------------------

    def set_document(self, document: Document | None) -> None:
        """The document that gestures edit. Pictures of it come by `show_picture`."""
        self._pointer.cancel()
        self._renaming.drop()
        self._bridge.listen_to(document)
        self.choose(Chosen())

    def set_catalogue(self, t: Catalogue) -> None:
        """Speak another language from now on."""
        self.t = t
        name_map(self, self.picture.title, t)

    def show_ready(self, shown: Ready, theme: Theme) -> None:
        """Show a picture that was made ready elsewhere to follow the one that is shown."""
        before, title = self.sight, self.picture.title
        self.marks.theme = theme
        self._notice.dress(theme)
        super().show_ready(shown, theme)
        self._look_again(before)
        if self.picture.title != title:
            name_map(self, self.picture.title, self.t)

    def retouch(self, nodes: Sequence[Node], aside: Sequence[Node] = ()) -> None:
        """Show these nodes at once, and not those that step aside; the whole picture follows."""
        before = self.sight
        super().retouch(nodes, aside)
        self._look_again(before)

    def _look_again(self, before: Sight) -> None:
        """What is selected stays so, as far as it is still there; marks follow what moved."""
        self.choose(self.chosen.kept(before, self.sight))
        self._mark()
        self.show_hits(self._hits.ids)
        self._chain.follow(self.sight, self.theme)
        self._renaming.follow()

    def show_ghost(self, lane: Id, column: float, title: str | None) -> None:
        """Show where the step being written will land, with its words so far; it is brought in sight."""
        self._bring_ghost(self._ghost.show(self.sight, lane, column, title or "", self.theme))

    def show_ghost_lane(self, name: str, column: float, title: str) -> None:
        """Show the lane that Enter will make below the others, and the step in it."""
        self._bring_ghost(self._ghost.show_lane(self.sight, name, column, title, self.theme))

    def _bring_ghost(self, box: Box | None) -> None:
        """What is being written is in sight, also beyond the edge of the map."""
        if box is not None:
            self.camera.look_beside(rect_of(box))
            self.camera.reveal(rect_of(box))

    def hide_ghost(self) -> None:
        """Nothing is being written."""
        self._ghost.hide()
        self.camera.look_beside(QRectF())

    @property
    def document(self) -> Document | None:
        """The document that gestures edit."""
        return self._bridge.document

    @property
    def selection(self) -> tuple[Id, ...]:
        """Ids of the selected records and findings, in the order they were chosen."""
        return self.chosen.ids

    @property
    def current(self) -> Id | None:
        """The id that has the keyboard."""
        return self.chosen.current

    def select(self, ids: Iterable[Id]) -> None:
        """Select exactly these, as far as they are on the map; the first has the keyboard."""
        self.choose(Chosen().with_all(id for id in ids if id in self.sight))

    def select_all(self) -> None:
        """Every step."""
        self.select(self.sight.steps)

    def show_selection(self) -> None:
        """Bring what is selected into sight, zoomed out if it needs to be."""
        self.show_all_of(self.selection)

    def show_all_of(self, ids: Iterable[Id], least: float = 0.0) -> None:
        """Bring all of these into sight, zoomed out if it needs to be, but not below `least`."""
        around = QRectF()
        for id in ids:
            box = self.sight.box_of(id)
            around = around if box is None else around.united(rect_of(box))
        if not around.isEmpty():
            self.camera.show(around, least)

    def show_hits(self, ids: Iterable[str]) -> None:
        """Light what a search found; nothing: no search."""
        self._hits.show(ids, self.sight, self.theme, self.zoom)

    def show_chain(self, chained: Chained) -> None:
        """Mark the back chain: depths of its steps, padlocks on its links; an empty one marks nothing."""
        self._chain.show_chain(chained, self.sight, self.theme)

    def rename(self, id: Id | None = None) -> None:
        """Change a title in place; without an id that of what has the keyboard."""
        self._renaming.begin(id or self.current)

    @property
    def is_renaming(self) -> bool:
        """Whether a title is being changed in place."""
        return self._renaming.field is not None

    def delete(self) -> None:
        """Delete what is selected; a lane with steps is asked about by `lane_delete_asked`."""
        for lane in self.hands.delete(self.selection):
            self.lane_delete_asked.emit(lane)

    def go(self, towards: Direction, extend: bool = False) -> None:
        """To the nearest step in a direction; with `extend` the selection grows to it."""
        self._traveller.go(towards, extend)

    def go_along(self, onward: bool) -> None:
        """To the next or previous step of the road."""
        self._traveller.go_along(onward)

    def go_to_end(self, last: bool, of_journey: bool = False) -> None:
        """To the first or last step of the lane, or of the journey."""
        self._traveller.go_to_end(last, of_journey)

    def go_to_part(self, onward: bool) -> bool:
        """To the next badge, wall or link of the step; False past the last."""
        return self._traveller.go_to_part(onward)

    def push(self, towards: Direction) -> None:
        """Move what is selected one column or lane on."""
        self.hands.push(self.selection, towards)

    def back_out(self) -> bool:
        """Esc: call off a drag, else show all, else let go of the selection; False when there was none."""
        return self._pointer.cancel() or self.leave_focus() or self._traveller.back_out()

    def place_at(self, at: QPointF) -> Place | None:
        """The lane and column under a viewport point."""
        scene = self.on_map(at)
        return place_at(self.sight, scene.x(), scene.y())

    # -- what gestures use ------------------------------------------------------------------------

    @property
    def shows_dot(self) -> Id | None:
        """The step that shows the dot from which links are drawn."""
        return self._highlight.shows_dot

    def choose(self, chosen: Chosen) -> None:
        """Make this the selection and the keyboard's place."""
        before, self.chosen = self.chosen, chosen
        if chosen == before:
            return
        self._mark()
        if chosen.ids != before.ids:
            self.selection_changed.emit(chosen.ids)
        node = self.sight.node(chosen.current) if chosen.current is not None else None
        if node is not None and chosen.current != before.current and self.hasFocus():
            announce(self, spoken(node.alt, len(chosen.ids), self.t))

    def refuse(self, reason: Message, at: QPointF, stays: bool = False) -> None:
        """Say at the pointer why something cannot be; with `stays` it is also said aloud."""
        sentence = reason.said(self.t)
        self._notice.say(sentence, at, stays)
        if stays:
            announce(self, sentence, urgent=True)

    def refuse_here(self, reason: Message) -> None:
        """Say why not, beside what has the keyboard."""
        box = self.where(self.current) if self.current is not None else None
        at = QPointF(self.viewport().rect().center()) if box is None else box.bottomLeft()
        self.refuse(reason, at, stays=True)

    def attempt(self, call: Callable[[], object]) -> bool:
        """Do something that the rules may refuse; the reason is then said beside what has the keyboard."""
        try:
            call()
        except RefusedError as refused:
            self.refuse_here(refused.verdict.reason)
            return False
        return True

    def be_quiet(self, quiet: bool) -> None:
        """While something is dragged no ring stands where it came from."""
        self._highlight.be_quiet(quiet)

    def hush(self) -> None:
        """Take the refusal at the pointer away."""
        self._notice.hush()

    # -- inside -----------------------------------------------------------------------------------

    def _ground_moved(self, _news: Edited) -> None:
        """The journey changed under a drag or a title: what it was about may be gone."""
        self._pointer.cancel()
        self._renaming.follow()

    def _mark(self) -> None:
        self._highlight.show(self.sight, self.chosen, self.theme, self.hasFocus(), self.document)
        lit = frozenset(self.chosen.ids) & self._headers.ids
        if lit != self.lit:
            self.lit = lit
            self.update_headers()

    def _look_from(self, scale: float) -> None:
        self._highlight.look_from(scale)
        self._mark()
        self._renaming.follow()

    # -- Qt's overrides ---------------------------------------------------------------------------

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._renaming.keep()
        self._pointer.press(event)

    @guard(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.move(event) and not self._pointer.on_handle(self._pointer.spot(event)):
            self._highlight.hover(self.sight, self.node_at(event.position()), self.theme)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    @guard(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pointer.on_handle(self._pointer.spot(event)):
            self._pointer.press(event)  # two links drawn quickly one after the other
        else:
            self._clicks.twice(event.position())

    @guard(None)
    def leaveEvent(self, event: QEvent) -> None:
        self._highlight.hover(self.sight, None, self.theme)
        super().leaveEvent(event)

    @guard(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._clicks.menu_here()
        else:
            self._clicks.menu(QPointF(event.pos()))

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command, words = command_of(event), typed_text(event)
        if command is not None:
            event.setAccepted(command(self) is not False)
        elif words:
            event.accept()
            self.typed.emit(words)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._pointer.hold_space()
        else:
            event.ignore()

    @guard(None)
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            event.ignore()
        elif not event.isAutoRepeat() and self._pointer.let_go_space():
            self.space_struck.emit()

    @guard(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.accept()
        self.composed.emit(event)

    @guard(False)
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return self.go_to_part(next) or super().focusNextPrevChild(next)

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pointer.let_go_space()
        self._mark()
