"""Context menus by what is under the pointer: the lines of LINE 3, nine at most, each doing what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.ui.contexts import lines_for, show_menu
from journeymap.ui.mnemonics import plain
from journeymap.ui.window import MainWindow


def menu_of(window: MainWindow, *ids: str, at: QPoint | None = None) -> QMenu:
    window.selection.choose(*ids)
    view = window._page.parts.map
    place = at or view.viewport().mapToGlobal(QPoint(300, 200))
    return show_menu(window._page.parts, window._page.menus, lines_for(window._page.parts, ids), place)


def said(menu: QMenu) -> list[str]:
    return [plain(line.text()).partition("\t")[0] for line in menu.actions()]


@pytest.mark.parametrize(
    ("id", "lines"),
    [
        (
            "desk",
            ["Next step", "Or else: a branch", "Friction", "Decisive moment", "Quote", "Link to …",
             "Everything behind this step", "Move to lane", "Delete"],
        ),
        (
            "link:",
            ["Kind", "Who carries it over?", "Has a requirement…", "Insert a step in the link",
             "Let the link lead elsewhere …", "Let the link come from elsewhere …",
             "Reverse the link", "What if?", "Delete"],
        ),
        (
            "lane:",
            ["New lane below", "Rename", "Kind of lane", "Unit…", "Only this lane",
             "The lane's card", "Merge with another lane…", "Delete"],
        ),
        ("wall:", ["So it is", "Dismiss…", "Make it a friction", "Why is it so?", "Owner of the wall…",
                   "The excuse we hear…", "What if?"]),
        ("", ["New step here", "Lane", "Paste here", "Whole map"]),
    ],
)  # fmt: skip
def test_the_lines_of_every_menu(hotel: MainWindow, id: str, lines: list[str]) -> None:
    journey = hotel.work.document.journey
    found = {
        "link:": next(iter(journey.links)),
        "lane:": lanes_in_order(journey)[2].id,
        "wall:": hotel.work.findings.marks[0].findings[0].key,
    }
    chosen = found.get(id, id)
    menu = menu_of(hotel, *([chosen] if chosen else []))
    assert said(menu) == lines
    assert len(menu.actions()) <= 9
    menu.close()


def test_lines_show_their_keys(hotel: MainWindow) -> None:
    menu = menu_of(hotel, "desk")
    keys = [line.text().partition("\t")[2] or line.shortcut().toString() for line in menu.actions()[:7]]
    assert keys == ["Enter", "Shift+Enter", "#", "!", '"', "Ctrl+L", "Ctrl+Shift+B"]
    menu.close()


def test_steps_move_to_the_lane_that_is_chosen(hotel: MainWindow) -> None:
    lanes = lanes_in_order(hotel.work.document.journey)
    menu = menu_of(hotel, "key", "checkout")
    inner = next(line.menu() for line in menu.actions() if plain(line.text()) == "Move to lane")
    assert said(inner) == [f"{n}   {lane.name}" for n, lane in enumerate(lanes, 1)]
    assert not inner.actions()[2].isEnabled(), "they are there already"
    inner.actions()[3].trigger()
    steps = hotel.work.document.journey.steps
    assert {steps["key"].lane, steps["checkout"].lane} == {lanes[3].id}
    menu.close()


def test_a_new_step_in_the_cell_under_the_pointer(hotel: MainWindow) -> None:
    view, lanes = hotel._page.parts.map, lanes_in_order(hotel.work.document.journey)
    band = view.where(lanes[3].id)
    assert band is not None
    spot = QPoint(500, round(band.center().y()))
    place = view.place_at(spot.toPointF())
    menu = menu_of(hotel, at=view.viewport().mapToGlobal(spot))
    menu.actions()[0].trigger()
    QTest.keyClicks(hotel._page.parts.foot.bar.field, "Listens")
    QTest.keyClick(hotel._page.parts.foot.bar.field, Qt.Key.Key_Return)
    made = next(s for s in hotel.work.document.journey.steps.values() if s.title == "Listens")
    assert place is not None and (made.lane, made.column) == (lanes[3].id, place.column)
    menu.close()


def test_dismissing_asks_why_in_the_line(hotel: MainWindow) -> None:
    key = hotel.work.findings.marks[0].findings[0].key
    hotel.selection.choose(key)
    assert hotel._page.menus.do("dismiss")
    field = hotel._page.parts.foot.bar.field
    assert hotel._page.parts.foot.bar.chip.text() == "Why is it no wall?"
    QTest.keyClicks(field, "They share a table")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wall = next(w for w in hotel.work.document.journey.walls.values() if w.key == key)
    assert (wall.state, wall.reason) == ("dismissed", "They share a table")
    assert hotel._page.parts.pane.news.isVisible()


def test_lanes_are_merged_split_and_their_steps_selected(hotel: MainWindow) -> None:
    page, journey = hotel._page, hotel.work.document.journey
    offers, reception = lanes_in_order(journey)[1:3]
    hotel.selection.choose("key")
    page.menus.do("select_lane")
    own = [step.id for step in steps_in_order(journey) if step.lane == reception.id]
    assert list(hotel.selection.ids) == own
    hotel.selection.choose(*own[:2])
    assert page.menus.do("lane_split")
    split = hotel.selection.one
    assert {hotel.work.document.journey.steps[id].lane for id in own[:2]} == {split}
    page.parts.map._renaming.drop()
    page.menus.do("undo")
    hotel.selection.choose(reception.id)
    page.menus.do("lane_merge")
    assert "Which lane becomes part of Receptionen?" in page.parts.foot.choosing.accessibleName()
    QTest.keyClick(page.parts.foot.choosing, Qt.Key.Key_1)
    assert offers.id not in hotel.work.document.journey.lanes
    page.menus.do("undo")
    hotel.selection.choose("sleep")
    page.menus.do("select_stage")
    assert "sleep" in hotel.selection.ids


def test_every_line_of_every_menu_is_an_action_or_hangs_on_the_place(hotel: MainWindow) -> None:
    for ids in ((), ("desk",), ("desk", "queue"), ("F1",)):
        for line in lines_for(hotel._page.parts, ids):
            assert line is None or line.startswith("*") or line in hotel._page.menus.made


def test_the_table_has_a_menu_of_its_own(hotel: MainWindow) -> None:
    parts = hotel._page.parts
    parts.views.turn_to("table")
    view = parts.table.view
    view.go((2, 0))
    asked = list[QPoint]()
    parts.table.menu_asked.connect(asked.append)
    view.go((0, 0))
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = open_menu()
    assert said(menu) == [
        "Cut", "Copy", "Paste", "New row below", "Delete rows", "Fill down", "Filter this column…",
        "Sort upwards", "Choose columns…",
    ]  # fmt: skip
    first = steps_in_order(hotel.work.document.journey)[0].title
    menu.actions()[4].trigger()
    menu.close()
    assert steps_in_order(hotel.work.document.journey)[0].title != first
    assert asked


def test_a_click_with_the_other_button_takes_the_cell_under_it(hotel: MainWindow) -> None:
    parts = hotel._page.parts
    parts.views.turn_to("table")
    view = parts.table.view
    view.go((0, 0))
    at = view.visualRect(view.model().index(3, 2)).center()
    reason = QContextMenuEvent.Reason.Mouse
    view.contextMenuEvent(QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
    assert view.cell == (3, 2)
    open_menu().close()


def test_the_outline_has_the_menu_of_what_one_stands_on(hotel: MainWindow) -> None:
    page = hotel._page
    page.show_list("outline")
    outline = page.parts.lists.outline
    outline.setFocus()
    outline.stand_on(outline._rows["desk"])
    at = outline.visualItemRect(outline._rows["desk"]).center()
    reason = QContextMenuEvent.Reason.Keyboard
    outline.contextMenuEvent(QContextMenuEvent(reason, at, outline.viewport().mapToGlobal(at)))
    menu = open_menu()
    assert said(menu)[:2] == ["Next step", "Or else: a branch"]
    title = hotel.work.document.journey.steps[Id("desk")].title
    menu.actions()[-1].trigger()
    menu.close()
    assert title not in [step.title for step in hotel.work.document.journey.steps.values()]
    assert outline.hasFocus()


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
