"""Run as a program: every guarded override of the window fails in one way, reached through Qt itself.

For each override a stand-in of the same Qt class gets the same guard with the same answer, and fails as
soon as Qt calls it. That is what a fault means at the border of the binding: nothing but the guard and
its answer reach Qt. Arguments: IndexError, TypeError or RuntimeError. Prints one JSON object.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
)  # fmt: skip
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)  # fmt: skip

import journeymap.canvas
import journeymap.ui
from journeymap.canvas import guard as guards

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
AT = QPoint(5, 5)


def index_error() -> None:
    list[int]()[1]


def type_error() -> None:
    "a" + 1  # type: ignore[operator] # noqa: B018


def gone() -> None:
    thing = QObject()
    shiboken6.delete(thing)
    thing.objectName()


FAULTS = {"IndexError": index_error, "TypeError": type_error, "RuntimeError": gone}
Override = tuple[type, str, Any]
"""Our class, the method, what the guard answers."""


def overrides() -> Iterator[Override]:
    """Every method of our rooms that stands under the guard."""
    for package in (journeymap.canvas, journeymap.ui):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            module = importlib.import_module(found.name)
            for ours in vars(module).values():
                if isinstance(ours, type) and ours.__module__ == found.name:
                    for name, method in vars(ours).items():
                        if getattr(method, "__guarded__", False):
                            yield ours, name, answer_of(method)


def answer_of(method: Any) -> Any:
    cells = zip(method.__code__.co_freevars, method.__closure__, strict=True)
    return next(cell.cell_contents for name, cell in cells if name == "default")


def qt_base(ours: type) -> type:
    return next(each for each in ours.__mro__ if each.__module__.startswith("PySide6."))


class Trial:
    """One override of one class failing while Qt calls it."""

    def __init__(self, override: Override, fault: Callable[[], None]) -> None:
        ours, self.name, answer = override
        self.base, self.hits = qt_base(ours), 0

        def failing(*_: Any, **__: Any) -> Any:
            self.hits += 1
            fault()

        methods = {self.name: guards.guard(answer)(failing), **self.others()}
        self.stand_in = type("StandIn", (self.base,), methods)

    def others(self) -> dict[str, Any]:
        """What an abstract class of Qt wants besides, so that it can be made at all."""
        sound: dict[str, Any] = {}
        if issubclass(self.base, QGraphicsItem):
            sound = {"boundingRect": lambda _self: QRectF(0, 0, 9, 9),
                     "paint": lambda _self, *_: None}  # fmt: skip
        elif "ItemModel" in self.base.__name__ or "TableModel" in self.base.__name__:
            sound = {"rowCount": lambda _self, *_: 1, "columnCount": lambda _self, *_: 1,
                     "data": lambda _self, *_: None}  # fmt: skip
        return {name: method for name, method in sound.items() if name != self.name}

    def run(self) -> int:
        """Let Qt call it in every way we know; how often it did."""
        for kind, way in WAYS:
            if issubclass(self.base, kind):
                way(self)
                break
        QApplication.processEvents()
        return self.hits


def graphics_item(trial: Trial) -> None:
    scene = QGraphicsScene()
    scene.addItem(trial.stand_in())
    image = QImage(QSize(40, 40), QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    scene.render(painter)
    painter.end()


def delegate(trial: Trial) -> None:
    table = QTableWidget(1, 1)
    table.setItemDelegate(trial.stand_in(table))
    table.resize(120, 80)
    table.show()
    table.resizeRowsToContents()
    table.resizeColumnsToContents()
    table.grab()
    table.edit(table.model().index(0, 0))


def tree_item(trial: Trial) -> None:
    tree = QTreeWidget()
    item = trial.stand_in(["a"])
    tree.addTopLevelItem(item)
    tree.grab()
    tree.model().setData(tree.model().index(0, 0), "b", Qt.ItemDataRole.EditRole)


def header(trial: Trial) -> None:
    table = QTableWidget(2, 2)
    head = trial.stand_in(Qt.Orientation.Horizontal)
    table.setHorizontalHeader(head)
    table.resize(200, 100)
    table.show()
    table.resizeColumnsToContents()
    table.grab()
    scrolled(head, menus=trial.name == "contextMenuEvent")


def model(trial: Trial) -> None:
    made = trial.stand_in()
    table = QTableView()
    table.setModel(made)
    table.resize(120, 80)
    table.show()
    table.grab()
    table.setCurrentIndex(made.index(0, 0))


def plain_object(trial: Trial) -> None:
    watcher, watched = trial.stand_in(), QWidget()
    watched.installEventFilter(watcher)
    QApplication.sendEvent(watched, QEvent(QEvent.Type.LayoutRequest))
    watched.removeEventFilter(watcher)


def widget(trial: Trial) -> None:
    made = trial.stand_in()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.resize(80, 60)
    made.show()
    if trial.name == "eventFilter":
        other = QWidget()
        other.installEventFilter(made)
        QApplication.sendEvent(other, QEvent(QEvent.Type.LayoutRequest))
        other.removeEventFilter(made)
    sizes(made)
    menus = trial.name == "contextMenuEvent"
    events(made, menus=menus)
    if isinstance(made, QAbstractScrollArea):
        scrolled(made, menus=menus)
    if isinstance(made, QDialog):
        made.accept() if trial.name == "accept" else QTest.keyClick(made, Qt.Key.Key_Escape)
    made.close()
    made.deleteLater()


def sizes(made: QWidget) -> None:
    """A layout asks."""
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    item = QWidgetItem(made)
    item.sizeHint()
    item.minimumSize()
    item.heightForWidth(50)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    layout.totalHeightForWidth(60)
    layout.activate()
    made.setParent(None)
    made.show()


def scrolled(made: QAbstractScrollArea, *, menus: bool) -> None:
    if isinstance(made, QAbstractItemView):
        made.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)  # a drag of Qt's own would wait
    events(made.viewport(), menus=menus)
    if isinstance(made, QGraphicsView):
        made.setScene(QGraphicsScene(0, 0, 900, 900, made))
        made.verticalScrollBar().setValue(40)
    if isinstance(made, QAbstractItemView) and made.model() is not None:
        made.setCurrentIndex(made.model().index(0, 0))
    made.grab()


def events(made: QWidget, *, menus: bool) -> None:
    """Everything that can happen to a widget, as Qt itself would tell of it."""
    at, copy = QPointF(AT), Qt.DropAction.CopyAction
    mouse = QEvent.Type
    mime = QMimeData()
    mime.setText("words")
    mime.setData("application/x-qabstractitemmodeldatalist", b"")
    made.setAcceptDrops(True)
    for event in (
        *(QMouseEvent(kind, at, at, LEFT, LEFT, NONE) for kind in
          (mouse.MouseButtonPress, mouse.MouseMove, mouse.MouseButtonRelease, mouse.MouseButtonDblClick)),
        QKeyEvent(mouse.KeyPress, Qt.Key.Key_A, NONE, "a"), QKeyEvent(mouse.KeyRelease, Qt.Key.Key_A, NONE),
        QKeyEvent(mouse.KeyPress, Qt.Key.Key_Tab, NONE),
        QFocusEvent(mouse.FocusIn), QFocusEvent(mouse.FocusOut), QEvent(mouse.Leave),
        QWheelEvent(at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
                    Qt.ScrollPhase.NoScrollPhase, False),
        QInputMethodEvent("e", []),
        QDragEnterEvent(AT, copy, mime, LEFT, NONE), QDragMoveEvent(AT, copy, mime, LEFT, NONE),
        QResizeEvent(QSize(70, 50), QSize(80, 60)), QShowEvent(), QEvent(mouse.LanguageChange),
        QCloseEvent(),
    ):  # fmt: skip
        QApplication.sendEvent(made, event)
    drop(made, mime)
    if menus:  # a text field of Qt's own would open its menu and wait
        QApplication.sendEvent(made, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, AT, AT))
    made.grab()


class Welcome(QObject):
    """Takes a drag in a widget's place: Qt drops only where the drag was taken."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if event.type() == QEvent.Type.DragEnter:
            event.accept()
            return True
        return False


def drop(made: QWidget, mime: QMimeData) -> None:
    """A drag that is taken, then let go."""
    copy, welcome = Qt.DropAction.CopyAction, Welcome()
    made.installEventFilter(welcome)
    QApplication.sendEvent(made, QDragEnterEvent(AT, copy, mime, LEFT, NONE))
    made.removeEventFilter(welcome)
    QApplication.sendEvent(made, QDropEvent(QPointF(AT), copy, mime, LEFT, NONE))


WAYS: tuple[tuple[type, Callable[[Trial], None]], ...] = (
    (QGraphicsItem, graphics_item),
    (QStyledItemDelegate, delegate),
    (QTreeWidgetItem, tree_item),
    (QHeaderView, header),
    (QAbstractItemModel, model),
    (QWidget, widget),
    (QObject, plain_object),
)


def main(name: str) -> None:
    app = QApplication([])
    heard: set[str] = set()
    guards.set_sink(lambda error: heard.add(type(error).__name__))
    missed, tried = [], 0
    for override in overrides():
        tried += 1
        if not Trial(override, FAULTS[name]).run():
            missed.append(f"{override[0].__name__}.{override[1]}")
    app.processEvents()
    print(json.dumps({"tried": tried, "missed": missed, "heard": sorted(heard)}))  # noqa: T201 - the answer


if __name__ == "__main__":
    main(sys.argv[1])
