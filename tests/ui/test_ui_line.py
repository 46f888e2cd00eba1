"""The line in the real window: ghosts, offers, refusals, what a sign means on what is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.canvas.map_item import rect_of
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.ui.line.field import LineField
from journeymap.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(window: MainWindow) -> LineField:
    """The line of a new map with three lanes."""
    window.begin("A journey", "Guest, Reception, Kundtjänst")
    return window._page.parts.foot.bar.field


def write(field: LineField, *lines: str) -> None:
    for line in lines:
        field.setText("")
        QTest.keyClicks(field, line)
        QTest.keyClick(field, Key.Key_Return)
        asking = field.window()._page.parts.foot.asking  # type: ignore[attr-defined]
        if asking is not None:
            QTest.keyClick(asking, Key.Key_Escape)


def meet_a_wall(field: LineField) -> None:
    """Sent on from one department to another that is told nothing."""
    write(field, "Asks", "Reception: Says no", "> g: Calls the phone line")
    QTest.keyClicks(field, "ku: Answers the phone")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field.window()._page.parts.foot.handoff, Key.Key_N)  # type: ignore[attr-defined]


def titles(window: MainWindow) -> list[str]:
    return [step.title for step in steps_in_order(window.work.document.journey)]


def test_what_was_written_stands_whole_in_sight_however_fast_one_types(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(size=(1366, 768))
    window.begin("A journey", "Guest, Reception")
    page = window._page
    view, field = page.parts.map, page.parts.foot.bar.field
    qtbot.waitUntil(lambda: view.zoom < 1)  # the empty map has been fitted
    for number in range(14):
        write(field, f"r: Step {number}" if number % 5 == 4 else f"Step {number}")
    last = steps_in_order(window.work.document.journey)[-1].id

    def in_sight() -> bool:
        box = view.sight.box_of(last)
        return box is not None and view.camera.shown.contains(rect_of(box))

    qtbot.waitUntil(in_sight)


def test_a_question_mark_answers_and_with_a_blank_behind_it_parks(
    window: MainWindow, field: LineField
) -> None:
    foot = window._page.parts.foot
    for typed, parked in (("?", 0), ("? Who decides", 1)):
        QTest.keyClicks(field, "r: Asks")
        QTest.keyClick(field, Key.Key_Return)
        QTest.keyClicks(field, "k: Answers")
        QTest.keyClick(field, Key.Key_Return)
        assert foot.asking is foot.handoff
        for letter in typed:
            QTest.keyClicks(QApplication.focusWidget(), letter)
        assert foot.asking is None and field.text() == (typed if parked else "")
        QTest.keyClick(field, Key.Key_Return)
        assert len(window.work.document.journey.notes) == parked
        field.setFocus()
    QTest.keyClicks(field, " ")
    assert field.text() == "", "the question is long past"


def test_ctrl_z_after_a_paste_takes_all_of_it_back_though_words_stand_in_the_line(
    window: MainWindow, field: LineField
) -> None:
    write(field, "Asks")
    QTest.keyClicks(field, "and then")
    QApplication.clipboard().setText("Waits\nPays")
    QTest.keyClick(field, Key.Key_V, CTRL)
    assert titles(window) == ["Asks", "Waits", "Pays"] and field.text() == "and then"
    said = window._page.parts.foot.refusal
    assert said.isVisible()
    QTest.keyClick(field, Key.Key_Z, CTRL)
    assert titles(window) == ["Asks"] and field.text() == "and then"
    assert not said.isVisible(), "what it said is not so any more"


@pytest.mark.parametrize(("sign", "lane"), [("", "Reception"), ("> ", "Ren AB"), ("< ", "Reception")])
def test_of_lanes_that_begin_alike_one_is_chosen_and_the_words_stay(
    window: MainWindow, sign: str, lane: str
) -> None:
    window.begin("A journey", "Guest, Reception, Ren AB*")
    field, foot = window._page.parts.foot.bar.field, window._page.parts.foot
    write(field, "Asks")
    QTest.keyClicks(field, f"{sign}re: Cleans")
    assert [offer.words for offer in foot.choices.offers] == ["Reception", "Ren AB"]
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == f"{sign}re: Cleans" and foot.refusal.isVisible()
    for _ in range(1 + (lane == "Ren AB")):
        QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == f"{sign}{lane}: Cleans"
    QTest.keyClick(field, Key.Key_Return)
    journey = window.work.document.journey
    assert [journey.lanes[step.lane].name for step in steps_in_order(journey) if step.title == "Cleans"] == [
        lane
    ]


def test_a_new_lane_is_a_ghost_before_enter_and_backspace_makes_it_text(
    window: MainWindow, field: LineField
) -> None:
    foot, ghost = window._page.parts.foot, window._page.parts.map._ghost._ghost
    QTest.keyClicks(field, "Finance:")
    assert foot.bar.chip.text() == "New lane: Finance"
    assert [node.role for node in ghost._nodes] == ["ghost"]
    assert ghost._area.y > window._page.parts.map.sight.ground.bottom - 10
    QTest.keyClick(field, Key.Key_Backspace)
    assert field.text() == "Finance:", "the colon stays"
    assert foot.bar.chip.text() == "1   Guest"
    QTest.keyClicks(field, " a word nobody knows")
    QTest.keyClick(field, Key.Key_Return)
    assert titles(window) == ["Finance: a word nobody knows"]
    assert len(window.work.document.journey.lanes) == 3
    QTest.keyClicks(field, "Finance: Sends the bill")
    assert [node.id for node in ghost._nodes] == ["ghost_lane", "ghost"]
    QTest.keyClick(field, Key.Key_Return)
    assert [lane.name for lane in lanes_in_order(window.work.document.journey)][-1] == "Finance"


def test_the_ghost_stands_where_the_step_will(window: MainWindow, field: LineField) -> None:
    write(field, "Orders", "Eats", "Pays")
    view = window._page.parts.map
    window.selection.choose(steps_in_order(window.work.document.journey)[0].id)
    QTest.keyClicks(field, "Waits")
    ghost = view._ghost._ghost._area
    first, second = sorted(view.sight.steps.values(), key=lambda box: box.x)[:2]
    assert first.x < ghost.x + ghost.w / 2 < second.x + second.w / 2, "between, as Enter will put it"
    QTest.keyClick(field, Key.Key_Return)
    assert titles(window) == ["Orders", "Waits", "Eats", "Pays"]


def test_rows_that_cannot_be_read_are_listed_and_the_others_wait_for_a_yes(
    window: MainWindow, field: LineField
) -> None:
    table = "step\tlane\tnext\nOrders\tGuest\tWaits\n\tGuest\tWaits\nWaits\tGuest\t\nEats\tGuest\tDances\n"
    foot = window._page.parts.foot
    for key, wanted in ((Key.Key_Escape, []), (Key.Key_Return, ["Orders", "Waits"])):
        QApplication.clipboard().setText(table)
        QTest.keyClick(field, Key.Key_V, CTRL)
        said = foot.choosing.accessibleName()
        assert foot.asking is foot.choosing
        assert "2 rows could not be read. Bring in the other 2?" in said
        assert "Row 3: Guest · Waits. This row has no step." in said
        assert "Row 5: Eats · Guest · Dances. No step here is called Dances." in said
        assert titles(window) == []
        QTest.keyClick(foot.choosing, key)
        assert titles(window) == wanted
    assert foot.asking is None and field.hasFocus()
    window._page.menus.do("undo")
    assert titles(window) == []


def test_enter_never_takes_what_was_not_chosen_and_an_arrow_chooses(
    window: MainWindow, field: LineField
) -> None:
    write(field, "Orders soup", "Waits", "Orders fish")
    QTest.keyClicks(field, "> ord")
    QTest.keyClick(field, Key.Key_Return)
    assert titles(window)[-1] == "ord", "nothing was chosen"
    window._page.menus.do("undo")
    window.selection.choose(steps_in_order(window.work.document.journey)[-1].id)
    QTest.keyClicks(field, "> ord")
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    journey = window.work.document.journey
    soup, _, fish = steps_in_order(journey)
    assert ("refer", fish.id, soup.id) in {(x.kind, x.source, x.target) for x in journey.links.values()}


def test_alt_down_offers_everything_before_a_letter(window: MainWindow, field: LineField) -> None:
    choices = window._page.parts.foot.choices
    QTest.keyClick(field, Key.Key_Down, ALT)
    assert [offer.words for offer in choices.offers] == ["Guest", "Reception", "Kundtjänst"]
    for _ in range(2):
        QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "Reception: "
    QTest.keyClicks(field, "Answers")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClicks(field, "= Soup within an hour")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClicks(field, "=")
    QTest.keyClick(field, Key.Key_Down, ALT)
    assert [offer.words for offer in choices.offers] == ["Soup within an hour"]
    QTest.keyClick(field, Key.Key_Escape)
    assert choices.offers == () and field.text() == "=", "Esc closes the list first"


def test_a_new_lane_is_the_last_offer(window: MainWindow, field: LineField) -> None:
    QTest.keyClicks(field, "ku")
    assert [offer.words for offer in window._page.parts.foot.choices.offers] == ["Kundtjänst", "Ku"]
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Tab)
    assert field.text() == "Ku: "
    assert window._page.parts.foot.bar.chip.text() == "New lane: Ku"


def test_control_l_links_to_a_step_by_its_words_and_moves_the_ends_of_a_link(
    window: MainWindow, field: LineField
) -> None:
    write(field, "Orders", "Waits", "Eats")
    orders, waits, eats = steps_in_order(window.work.document.journey)
    window.selection.choose(eats.id)
    QTest.keyClick(field, Key.Key_L, CTRL)
    assert window._page.parts.foot.bar.chip.text() == "Link to …"
    QTest.keyClicks(field, "nothing such")
    QTest.keyClick(field, Key.Key_Return)
    assert "nothing such" in window._page.parts.foot.refusal.accessibleName()
    field.setText("ord")
    QTest.keyClick(field, Key.Key_Return)
    made = {(link.source, link.target): link for link in window.work.document.journey.links.values()}
    assert made[eats.id, orders.id].kind == "flow"
    assert field.text() == "" and window.selection.one == eats.id
    window.selection.choose(made[eats.id, orders.id].id)
    QTest.keyClick(field, Key.Key_L, CTRL)
    QTest.keyClicks(field, "wai")
    QTest.keyClick(field, Key.Key_Return)
    assert window.work.document.journey.links[made[eats.id, orders.id].id].target == waits.id
    window._page.menus.do("link_source")
    QTest.keyClick(field, Key.Key_Escape)
    assert window._page.parts.writing.seeking is None


def test_two_selected_steps_are_joined_at_once_and_a_twin_is_refused_there(
    window: MainWindow, field: LineField
) -> None:
    write(field, "Orders", "Waits", "Eats")
    orders, waits, eats = steps_in_order(window.work.document.journey)
    window.selection.choose(orders.id, eats.id)
    assert window._page.menus.do("link_to")
    assert len(window.work.document.journey.links) == 3
    window.selection.choose(orders.id, waits.id)
    assert not window._page.menus.do("link_to")
    assert window._page.parts.map._notice.text() == "These two steps are already linked."


def test_signs_on_a_wall_fill_its_card_by_one_key(window: MainWindow, field: LineField) -> None:
    meet_a_wall(field)
    view = window._page.parts.map
    view.setFocus()
    QTest.keyClick(view, Key.Key_F4)
    assert window.selection.one == window.work.findings.marks[0].findings[0].key
    QTest.keyClicks(view, '"')
    QTest.keyClicks(field, "That is not our table")
    foot = window._page.parts.foot
    assert foot.bar.chip.text() == '" The excuse'
    assert foot.bar._belongs.text() == "on: Kundtjänst | Reception"
    QTest.keyClick(field, Key.Key_Return)
    (wall,) = window.work.document.journey.walls.values()
    assert wall.excuse == "That is not our table"
    assert window.selection.one == wall.key, "one stands on the wall still"


def test_space_settles_when_struck_pushes_when_held_and_writes_in_words(
    window: MainWindow, field: LineField
) -> None:
    meet_a_wall(field)
    view = window._page.parts.map

    def confirmed() -> bool:
        return any(wall.state == "confirmed" for wall in window.work.document.journey.walls.values())

    field.setFocus()
    QTest.keyClick(field, Key.Key_F4)
    QTest.keyClicks(field, "Two words")
    assert field.text() == "Two words" and not confirmed()
    field.clear()
    QTest.keyPress(view, Key.Key_Space)
    middle = QPoint(300, 300)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(view.viewport(), QPoint(280, 280))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.keyRelease(view, Key.Key_Space)
    assert not confirmed(), "it was held to push the map"
    QTest.keyClick(field, Key.Key_Space)
    assert confirmed()
    assert not view._pointer.space_held
