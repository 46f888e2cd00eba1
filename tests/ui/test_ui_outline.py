"""The outline is the map as a tree: it follows the selection, and its keys and drags are the map's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import stage_of_steps, steps_in_order
from journeymap.ui.filing import Filing
from journeymap.ui.lists.outline import Outline
from journeymap.ui.lists.replanting import Where, planned
from journeymap.ui.window import MainWindow
from tests.sheets.sheet_maps import visit
from tests.ui.typist import Key, Typist

ALT = Qt.KeyboardModifier.AltModifier


class Reader:
    """Somebody who reads the small map by its outline."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.hands = window, Typist(qtbot)
        journey = visit()
        window.work.open(journey, Filing(journey, None, None))
        window._page.show_list("outline")
        self.outline.setFocus()
        QTest.qWait(10)

    @property
    def outline(self) -> Outline:
        return self.window._page.parts.lists.outline

    @property
    def journey(self) -> Journey:
        return self.window.work.document.journey

    def go(self, id: str) -> None:
        row = self.outline._row_of(id)
        assert row is not None
        self.outline.stand_on(row)

    def titles(self) -> list[str]:
        return [step.title for step in steps_in_order(self.journey)]

    def press(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.hands.press(key, held)


@pytest.fixture
def reader(window: MainWindow, qtbot: QtBot) -> Iterator[Reader]:
    yield Reader(window, qtbot)


def rows(outline: Outline) -> list[tuple[str, int]]:
    """Every visible row and how deep it stands."""
    found, item = [], outline.topLevelItem(0)
    while item is not None:
        depth, above = 0, item.parent()
        while above is not None:
            depth, above = depth + 1, above.parent()
        found.append((item.text(0), depth))
        item = outline.itemBelow(item)
    return found


def test_the_tree_is_the_map(reader: Reader) -> None:
    assert rows(reader.outline) == [
        ("Before", 0), ("Asks", 1), ("Answers", 1), ("After", 0), ("Waits", 1), ("Decides", 1),
    ]  # fmt: skip
    reader.go("answers")
    reader.press(Key.Key_Right)
    assert [text for text, depth in rows(reader.outline) if depth == 2] == [
        "The customer goes from Desk to Office, and Office does not know what Desk knows.", "Waits",
    ]  # fmt: skip
    reader.press(Key.Key_Left)
    assert len(rows(reader.outline)) == 6


def test_map_and_outline_select_the_same(reader: Reader) -> None:
    parts = reader.window._page.parts
    reader.go("asks")
    reader.press(Key.Key_Down)
    assert parts.map.selection == ("answers",)
    parts.map.select([Id("f1")])
    assert next(text for text, depth in rows(reader.outline) if depth == 2) == "Nobody calls"
    assert reader.outline._chosen() == ("f1",)


def test_alt_arrows_move_as_on_the_map(reader: Reader) -> None:
    reader.go("answers")
    reader.press(Key.Key_Right, ALT)
    assert reader.titles()[:2] == ["Asks", "Waits"] or reader.titles().index("Answers") > 1
    reader.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.press(Key.Key_Down, ALT)
    assert reader.journey.steps[Id("answers")].lane == "office"
    assert reader.outline._chosen() == ("answers",), "the keyboard stays on the step"
    reader.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reader.go("s1")
    reader.press(Key.Key_Down, ALT)
    assert rows(reader.outline)[0] == ("After", 0)


def test_f2_renames_and_an_empty_name_is_refused(reader: Reader) -> None:
    reader.go("asks")
    reader.press(Key.Key_F2)
    reader.hands.write("Calls")
    reader.press(Key.Key_Return)
    QTest.qWait(20)
    assert reader.journey.steps[Id("asks")].title == "Calls"
    reader.press(Key.Key_F2)
    reader.press(Key.Key_Delete)
    reader.press(Key.Key_Return)
    QTest.qWait(20)
    assert reader.journey.steps[Id("asks")].title == "Calls"
    assert reader.window._page.parts.news.isVisible()
    assert reader.outline.hasFocus()
    assert ("Calls", 1) in rows(reader.outline)


def test_delete_goes_to_the_row_before_and_comes_back(reader: Reader) -> None:
    reader.go("waits")
    reader.press(Key.Key_Delete)
    assert reader.titles() == ["Asks", "Answers", "Decides"]
    assert reader.outline._chosen() == ("s2",)
    reader.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reader.titles() == ["Asks", "Answers", "Waits", "Decides"]


def test_enter_writes_after_it_and_the_outline_has_the_keyboard_back(reader: Reader) -> None:
    reader.go("answers")
    reader.press(Key.Key_Return)
    reader.hands.write("Looks it up")
    reader.press(Key.Key_Return)
    assert reader.titles() == ["Asks", "Answers", "Looks it up", "Waits", "Decides"]
    while not reader.outline.hasFocus():  # a hand-off may be asked about first
        reader.press(Key.Key_Return)
    assert ("Looks it up", 1) in rows(reader.outline)
    assert reader.outline.hasFocus()
    reader.hands.write("# Rubs")
    reader.press(Key.Key_Return)
    assert [one.title for one in reader.journey.frictions.values() if one.at not in ("waits",)] == ["Rubs"]


def test_letters_bring_the_line_although_only_the_table_is_shown(reader: Reader) -> None:
    page = reader.window._page
    page.parts.views.turn_to("table")
    page.show_list("outline")
    reader.outline.setFocus()
    reader.go("decides")
    reader.hands.write("Hears back")
    assert page.parts.views.name == "both"
    reader.press(Key.Key_Return)
    assert reader.titles()[-1] == "Hears back"


def test_a_wall_is_settled_and_dismissed_where_it_stands(reader: Reader) -> None:
    key = "referral:answers:decides"
    reader.go(key)
    reader.press(Key.Key_Space)
    assert [wall.state for wall in reader.journey.walls.values()] == ["confirmed"]
    reader.press(Key.Key_Delete)
    assert [wall.state for wall in reader.journey.walls.values()] == ["dismissed"]


PLANS: list[tuple[list[str], str, Where, list[str], dict[str, str]]] = [
    (["decides"], "asks", "above", ["Decides", "Asks", "Answers", "Waits"], {"decides": "s1"}),
    (["decides"], "asks", "below", ["Asks", "Decides", "Answers", "Waits"], {"decides": "s1"}),
    (["asks"], "decides", "below", ["Answers", "Waits", "Decides", "Asks"], {"asks": "s2"}),
    (["waits"], "s1", "on", ["Asks", "Answers", "Waits", "Decides"], {"waits": "s1"}),
    (["waits", "decides"], "asks", "below", ["Asks", "Waits", "Decides", "Answers"], {"waits": "s1"}),
    (["s2"], "s1", "above", ["Waits", "Decides", "Asks", "Answers"], {}),
    (["s1"], "decides", "below", ["Waits", "Decides", "Asks", "Answers"], {}),
]


@pytest.mark.parametrize(("ids", "onto", "where", "order", "stages"), PLANS)
def test_what_is_dropped_lands_where_it_was_shown(
    ids: list[str], onto: str, where: Where, order: list[str], stages: dict[str, str]
) -> None:
    document = Document(visit())
    plan = planned(document.journey, ids, onto, where)
    assert plan.do is not None
    plan.do(document)
    assert [step.title for step in steps_in_order(document.journey)] == order
    held = stage_of_steps(document.journey)
    assert {step: held[Id(step)] for step in stages} == stages
    assert document.undo() and not document.undo(), "one undo step"


@pytest.mark.parametrize(
    ("ids", "onto", "why"),
    [
        (["f1"], "s1", "A friction belongs to a step or to a hand-off."),
        (["asks"], "asks", ""),
        (["l1"], "asks", "This belongs to its step and stays there."),
        (["asks"], "f1", ""),
    ],
)
def test_what_cannot_be_dropped_says_why(ids: list[str], onto: str, why: str) -> None:
    plan = planned(visit(), ids, onto, "on")
    assert plan.do is None
    assert plan.refusal == why


def test_a_friction_is_dragged_to_another_step(reader: Reader) -> None:
    reader.go("f1")
    outline = reader.outline
    item = outline._rows["answers"]
    at = outline.visualItemRect(item).center()
    data = outline.mimeData(outline.selectedItems())
    both = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    outline.dropEvent(QDropEvent(at, *both))
    assert reader.journey.frictions[Id("f1")].at == "answers"
    reader.go("f1")
    stage = outline.visualItemRect(outline._rows["s1"]).center()
    move = QDragMoveEvent(stage, *both)
    outline.dragMoveEvent(move)
    assert not move.isAccepted(), "a stage takes no friction"
    step = QDragMoveEvent(outline.visualItemRect(outline._rows["asks"]).center(), *both)
    outline.dragMoveEvent(step)
    assert step.isAccepted()
