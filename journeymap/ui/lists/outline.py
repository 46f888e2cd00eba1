"""The outline: stages, steps and what stands at them as a tree, the map's twin for who reads by list."""

from __future__ import annotations

from collections.abc import Sequence, Set
from contextlib import nullcontext

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.canvas.hands import Hands
from journeymap.canvas.keyboard import typed_text
from journeymap.canvas.walk import Direction
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.message import Message
from journeymap.edit.rules import RefusedError
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.sheets.known import Known, unmoved
from journeymap.ui.desk import Desk
from journeymap.ui.lists.branches import (
    LANE_SIGNS,
    Branch,
    Shape,
    occupied,
    shape_of,
    stage_branch,
    step_branch,
    twigs,
)
from journeymap.ui.lists.outline_looks import Rows
from journeymap.ui.lists.outline_speech import OutlineSpeech
from journeymap.ui.lists.replanting import NOWHERE, Plan, Where, planned
from journeymap.ui.lists.twig import Twig

SIGNS = LANE_SIGNS
ALT = Qt.KeyboardModifier.AltModifier
EDGE = 5.5
"""Above and below a row are this part of its height, as Qt draws its mark."""
PUSHES: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class Outline(QTreeWidget):
    """Keys are the map's: arrows go, Alt+arrows move, F2 renames, Del deletes, letters write.

    `picked(ids)` when the reader goes somewhere, `shown(id)` on a double click, `typed(words)` for the
    line, `keyed(event)` for keys that are actions of the map, `refused(sentence)`, `menu_asked(ids, place)`.
    """

    picked = Signal(tuple)
    shown = Signal(str)
    typed = Signal(str)
    keyed = Signal(QKeyEvent)
    refused = Signal(str)
    menu_asked = Signal(tuple, QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.known = Known(desk.journey, desk.work.findings, desk.t)
        self._speech = OutlineSpeech(self.known)
        self._shape: Shape | None = None
        self._occupied: Set[str] = frozenset()
        self._rows: dict[str, Twig] = {}
        self._open: set[str] = set()
        self._closed: set[str] = set()
        self._quiet = False
        self._hands = Hands(self)
        self._dress()
        self.itemSelectionChanged.connect(self._went)
        self.itemExpanded.connect(lambda item: self._toggled(item, opened=True))
        self.itemCollapsed.connect(lambda item: self._toggled(item, opened=False))
        self.itemDoubleClicked.connect(lambda item, _: self.shown.emit(item.id))

    def _dress(self) -> None:
        self.setObjectName("outline")
        self.setHeaderHidden(True)
        self.setHeaderLabel(self._desk.t("Outline"))
        self.setColumnCount(1)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(self._desk.look.px(16))
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setItemDelegate(Rows(self._desk.look, self))
        self.setAccessibleName(self._desk.t("Outline"))

    # -- what hands need of a desk ----------------------------------------------------------------

    @property
    def document(self) -> Document | None:
        """The document that keys edit."""
        return self._desk.document

    def refuse_here(self, reason: Message) -> None:
        """Say why not, on screen and aloud."""
        sentence = reason.said(self._desk.t)
        self.refused.emit(sentence)
        announce(self, sentence, urgent=True)

    # -- what is shown ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the journey as it is now, unless nobody looks; open branches and the place are kept."""
        journey, findings, before = self._desk.journey, self._desk.work.findings, self.known
        same = before.journey is journey and before.findings is findings
        if not self.isVisible() or (same and self._shape is not None):
            return
        self.known = before.then(journey, findings)
        self._speech = OutlineSpeech(self.known)
        stands = self._shape is not None and unmoved(before.journey, journey)
        shape = self._shape if stands and self._shape is not None else shape_of(self.known)
        self._quiet = True
        if shape != self._shape:
            self._shape = shape
            self._plant()
        self._offer()
        self._renew()
        self._quiet = False
        self.viewport().update()
        self.mark(self._desk.selection.ids)

    def _plant(self) -> None:
        """All rows anew, in another order; scrolled as it was, and the keyboard where it was."""
        bar, held = self.verticalScrollBar(), self.currentItem()
        scrolled, here = bar.value(), held.key if isinstance(held, Twig) else None
        self.clear()
        self._rows = {}
        journey = self.known.journey
        for stage, steps in self._shape or ():
            above = self._twig(stage_branch(self.known, journey.stages[stage])) if stage is not None else None
            below = [self._twig(step_branch(self.known, journey.steps[step])) for step in steps]
            if above is None:
                self.addTopLevelItems(below)
            else:
                self.addTopLevelItem(above)
                above.addChildren(below)
                above.setExpanded(above.key not in self._closed)
        for key in self._open & self._rows.keys():
            self._fill(self._rows[key])
            self._rows[key].setExpanded(True)
        if here in self._rows:
            self.stand_on(self._rows[here])
        bar.setValue(scrolled)

    def _twig(self, branch: Branch) -> Twig:
        row = self._rows[branch.key] = Twig(self, branch)
        return row

    def _offer(self) -> None:
        """Steps at which something stands can be opened."""
        now = occupied(self.known)
        for id in now ^ self._occupied:
            if id in self._rows:
                self._rows[id].offer(opening=id in now)
        self._occupied = now

    def _renew(self) -> None:
        """What stands at opened steps, where it is not what it was."""
        for row in [row for row in self._rows.values() if row.under is not None]:
            if row.under != tuple(twigs(self.known, Id(row.id))):
                self._empty(row)
                self._fill(row)

    def _fill(self, row: Twig) -> None:
        """What stands at a step is put into the tree when the step is opened."""
        if row.kind == "step" and row.under is None:
            row.under = tuple(twigs(self.known, Id(row.id)))
            row.addChildren([self._twig(branch) for branch in row.under])

    def _empty(self, row: Twig) -> None:
        for branch in row.under or ():
            self._rows.pop(branch.key, None)
        row.takeChildren()
        row.under = None

    def _toggled(self, item: QTreeWidgetItem, *, opened: bool) -> None:
        if not isinstance(item, Twig) or self._quiet:
            return
        (self._open if opened else self._closed).add(item.key)
        (self._closed if opened else self._open).discard(item.key)
        if opened:
            self._fill(item)

    def speak(self, branch: Branch) -> str:
        """What is heard of a row."""
        return self._speech.of(branch)

    # -- selection --------------------------------------------------------------------------------

    def mark(self, ids: tuple[str, ...]) -> None:
        """Stand on what is selected on the map; what stands at a closed step opens it."""
        if not self.isVisible() or ids == self._chosen():
            return
        self._quiet = True
        self.clearSelection()
        found = [row for id in ids if (row := self._row_of(id)) is not None]
        for row in found:
            row.setSelected(True)
        if found and not found[0].isHidden():
            self.setCurrentItem(found[-1], 0, self.selectionModel().SelectionFlag.NoUpdate)
            self.scrollToItem(found[0])
        self._quiet = False

    def stand_on(self, row: Twig) -> None:
        """The keyboard goes to a row, and nothing else is selected."""
        self.setCurrentItem(row, 0, self.selectionModel().SelectionFlag.ClearAndSelect)

    def _row_of(self, id: str) -> Twig | None:
        if id in self._rows:
            return self._rows[id]
        for row in self._rows.values():
            if row.id == id:
                return row
        step = self._step_of(id)
        if step is None or step not in self._rows:
            return None
        self._fill(self._rows[step])
        self._rows[step].setExpanded(True)
        return next((row for row in self._rows.values() if row.id == id), None)

    def _step_of(self, id: str) -> str | None:
        """The step at which something stands that is not in the tree yet."""
        journey = self.known.journey
        friction, link = journey.frictions.get(Id(id)), journey.links.get(Id(id))
        if friction is not None:
            link = journey.links.get(friction.at)
            return link.source if link is not None else friction.at
        if link is not None:
            return link.source
        mark = self.known.marks.get(id)
        return (mark.source or mark.target) if mark is not None else None

    def _chosen(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.selectedItems() if isinstance(item, Twig))

    def _went(self) -> None:
        ids = tuple(dict.fromkeys(self._chosen()))
        if ids and not self._quiet:
            self.picked.emit(ids)

    # -- edits ------------------------------------------------------------------------------------

    def rename(self) -> None:
        """Open the field over the row one stands on."""
        row = self.currentItem()
        if row is not None:
            self.editItem(row, 0)

    def renamed(self, branch: Branch, words: str) -> None:
        """The field over a row was left: once it is gone, the new words are the record's."""
        if words != branch.words:
            QTimer.singleShot(0, self, lambda: self._rename(Id(branch.id), words))

    def _rename(self, id: Id, words: str) -> None:
        try:
            verbs.rename(self._desk.document, id, words)
        except RefusedError as refused:
            self.refuse_here(refused.verdict.reason)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """Delete records, as on the map; a wall that was found is dismissed instead."""
        rows = [item for item in self.selectedItems() if isinstance(item, Twig)]
        walls = [row.id for row in rows if row.kind == "wall"]
        others = [Id(row.id) for row in rows if row.kind != "wall"]
        after = self._next_after(rows)
        with self._desk.document.edit(N_("Delete")) if walls else nullcontext():
            for key in walls:
                verbs.dismiss_wall(self._desk.document, key)
            self._hands.delete(others)
        self.refresh()
        if after is not None and after in self._rows:
            self.stand_on(self._rows[after])

    def _next_after(self, rows: Sequence[Twig]) -> str | None:
        """Where the keyboard goes after a deletion: the row before."""
        above = self.itemAbove(rows[0]) if rows else None
        return above.key if isinstance(above, Twig) else None

    def _push(self, towards: Direction) -> None:
        ids = [Id(id) for id in self._chosen()]
        stage = bool(ids) and ids[0] in self.known.journey.stages
        if stage and towards in ("up", "down"):
            towards = "left" if towards == "up" else "right"
        self._hands.push(ids, towards)
        self.refresh()
        item = self.currentItem()
        if isinstance(item, Twig):
            announce(self, self.speak(item.branch))

    # -- Qt's overrides ---------------------------------------------------------------------------

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        words = typed_text(event)
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # a key that the field over a row passed on is no key of the tree
        elif key in PUSHES and held == ALT:
            self._push(PUSHES[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif words:
            self.typed.emit(words)
        elif key in GOING and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        else:
            event.ignore()
            self.keyed.emit(event)

    @guard(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu as on the map; by the keyboard it stands below the row."""
        row = self.currentItem()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self.itemAt(event.pos())
        if not isinstance(row, Twig):
            return
        if not row.isSelected():
            self.stand_on(row)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = event.pos() if by_mouse else self.visualItemRect(row).bottomLeft()
        self.menu_asked.emit(self._chosen(), self.viewport().mapToGlobal(place))

    @guard(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._plan(event.position().toPoint()).do is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @guard(None)
    def dropEvent(self, event: QDropEvent) -> None:
        plan = self._plan(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if plan.do is not None:
            try:
                plan.do(self._desk.document)
            except RefusedError as refused:
                self.refuse_here(refused.verdict.reason)
        elif plan.refusal:
            self.refuse_here(plan.refusal)
        self.refresh()

    def _plan(self, at: QPoint) -> Plan:
        item = self.itemAt(at)
        if not isinstance(item, Twig):
            return NOWHERE
        area = self.visualItemRect(item)
        edge = round(area.height() / EDGE)
        where: Where = "on"
        if at.y() < area.top() + edge or at.y() > area.bottom() - edge:
            where = "above" if at.y() < area.center().y() else "below"
        return planned(self.known.journey, self._chosen(), item.id, where)

    @guard(None)
    def showEvent(self, event: object) -> None:
        self.refresh()
        self.mark(self._desk.selection.ids)


GOING = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2, Qt.Key.Key_Asterisk, Qt.Key.Key_Tab),
        Qt.Key.Key_Backtab,
    }
)
"""Keys that are the tree's own."""
