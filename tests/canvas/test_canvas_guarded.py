"""Every override of a Qt virtual stands under the guard, and the guard holds (RELIABILITY 0.2)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import journeymap

pytestmark = pytest.mark.qt

PACKAGE = Path(journeymap.__file__).parent
ROOMS = ("canvas", "ui", "paint/qt", "app")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def qt_names() -> dict[str, frozenset[str]]:
    """Every class of the Qt modules we use, with the names of its methods."""
    from PySide6 import QtCore, QtGui, QtWidgets

    found: dict[str, frozenset[str]] = {}
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):  # the binding makes a class when it is first asked for
            value = getattr(module, name)
            if isinstance(value, type):
                found[name] = frozenset(n for n in dir(value) if not n.startswith("__"))
    return found


def unguarded(trees: list[tuple[Path, ast.Module]]) -> list[str]:
    """Where a class that comes from Qt, directly or not, defines a method Qt has, without the guard."""
    inherited = dict(qt_names())
    classes = [(path, c) for path, tree in trees for c in ast.walk(tree) if isinstance(c, ast.ClassDef)]
    for _ in range(6):  # as deep as our own classes inherit from one another
        for _, c in classes:
            bases = [b.id if isinstance(b, ast.Name) else getattr(b, "attr", "") for b in c.bases]
            names = [inherited[base] for base in bases if base in inherited]
            if names:
                inherited[c.name] = frozenset().union(*names)
    return [
        f"{path.name}: {c.name}.{method.name}"
        for path, c in classes
        for method in c.body
        if isinstance(method, ast.FunctionDef)
        and method.name in inherited.get(c.name, ())
        and not any("guard" in ast.dump(decorator) for decorator in method.decorator_list)
    ]


def test_every_override_is_guarded() -> None:
    assert unguarded(list(modules())) == []


def test_the_search_finds_an_unguarded_override_also_through_our_own_classes() -> None:
    source = """
class Ours(QWidget):
    @guard(None)
    def paintEvent(self, event): ...
    def harmless(self): ...
class Theirs(Ours):
    def sizeHint(self): ...
"""
    assert unguarded([(Path("x.py"), ast.parse(source))]) == ["x.py: Theirs.sizeHint"]


def test_no_slots_on_qt_classes() -> None:
    qt = set(qt_names())
    for path, tree in modules():
        for c in ast.walk(tree):
            if isinstance(c, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id in qt for b in c.bases):
                assert "__slots__" not in ast.dump(c), f"{path.name}: {c.name}"


FAULTS = """
import sys
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
sys.path[:0] = sys.argv[2:3]
from canvas_pictures import drawn, hotel_like
from journeymap.canvas import copied, guard, inline_edit, map_item, minimap, sheet, view
from journeymap.edit.document import Document
from journeymap.picture.theme import DARK, LIGHT

def raise_index(): return [][1]
def raise_type(): return "a" + 1
def raise_gone():
    from PySide6.QtCore import QObject
    import shiboken6
    object = QObject(); shiboken6.delete(object); object.objectName()

fault = {"IndexError": raise_index, "TypeError": raise_type, "RuntimeError": raise_gone}[sys.argv[1]]
seen = []
guard.set_sink(lambda error: seen.append(type(error).__name__))
hit = set()

def broken(cls, name):
    guarded = vars(cls)[name]
    default = next(c.cell_contents for c, n in zip(guarded.__closure__, guarded.__code__.co_freevars)
                   if n == "default")
    def failing(*_args, **_kwargs):
        hit.add(f"{cls.__name__}.{name}")
        fault()
    setattr(cls, name, guard.guard(default)(failing))

GATES = ("viewportEvent", "boundingRect")  # what fails here keeps the rest from being reached
# before the first object is made: the binding remembers overrides it has seen
overrides = [
    (cls, name)
    for cls in (sheet.Sheet, view.MapView, map_item.MapItem, copied.Copied, inline_edit.InlineEdit,
                minimap.MiniMap)
    for name, value in list(vars(cls).items())
    if getattr(value, "__guarded__", False) and (name in GATES) == (sys.argv[3] == "gates")
]
for cls, name in overrides:
    broken(cls, name)

app = QApplication([])
journey = hotel_like()
map = view.MapView()
map.set_document(Document(journey))
map.resize(900, 500)
map.show_picture(drawn(journey), LIGHT)
map.show()
small = minimap.MiniMap(map)
small.show()
QTest.qWaitForWindowExposed(map)
def use():
    map.select([next(iter(journey.steps))])
    map.rename()
    field = map._renaming.field
    place = QPoint(300, 110)
    QTest.mouseMove(map.viewport(), place)
    QTest.mousePress(map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseMove(map.viewport(), place + QPoint(40, 40))
    QTest.mouseRelease(map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.keyClick(map, Qt.Key.Key_Right)
    QTest.keyClick(map, Qt.Key.Key_Tab)
    if field is not None:
        QTest.keyClick(field, Qt.Key.Key_A)
        QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    QTest.mousePress(small, Qt.MouseButton.LeftButton)
    QTest.mouseMove(small, QPoint(20, 20))
    at = QPointF(place)
    QApplication.sendEvent(map.viewport(), QWheelEvent(at, at, QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))
    QApplication.sendEvent(map.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    QApplication.sendEvent(map, QInputMethodEvent("e", []))
    QApplication.sendEvent(map, QEvent(QEvent.Type.Leave))
    map.camera.pan(-60, -20)
    map.resize(800, 450)
    map.marks.lift([map.sight.node("plan")], [map.sight.box_of("plan")])
    map.show_picture(drawn(journey), DARK)
    map.clearFocus()
    map.setFocus()
    map.grab()
    small.grab()
    small.resize(100, 50)
    app.processEvents()

use()
missed = {f"{cls.__name__}.{name}" for cls, name in overrides} - hit
assert not missed, missed
assert set(seen) == {sys.argv[1]}, set(seen)
print(len(hit), "overrides failed, the program lives")
"""


@pytest.mark.parametrize("which", ["gates", "rooms"])
@pytest.mark.parametrize("fault", ["IndexError", "TypeError", "RuntimeError"])
def test_a_fault_in_any_override_leaves_the_program_alive(fault: str, which: str, tmp_path: Path) -> None:
    script = tmp_path / "faults.py"
    script.write_text(FAULTS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), fault, str(Path(__file__).parent), which],
        capture_output=True, text=True, timeout=60, check=False, cwd=PACKAGE.parent,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PACKAGE.parent), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "the program lives" in done.stdout
