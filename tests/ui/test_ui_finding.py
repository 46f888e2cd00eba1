"""Find on the map (Ctrl+F, F3) and do anything by name (Ctrl+K)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.canvas.extent import line_of, points_of
from journeymap.canvas.sight import LINK
from journeymap.picture.prims import Node
from journeymap.ui.dialogs.anything import Anything
from journeymap.ui.window import MainWindow

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def ask(window: MainWindow, words: str) -> Anything:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_K, CTRL)
    dialog = window.findChildren(Anything)[-1]
    dialog.field.setText(words)
    return dialog


def do(window: MainWindow, words: str, qtbot: QtBot) -> None:
    """Ctrl+K, the words, Enter."""
    dialog = ask(window, words)
    QTest.keyClick(dialog.field, Key.Key_Return)
    qtbot.wait(20)


def test_find_counts_lights_and_goes_round(hotel: MainWindow, qtbot: QtBot) -> None:
    bar, view = hotel._page.parts.pane.finder, hotel._page.parts.map
    QTest.keyClick(QApplication.focusWidget(), Key.Key_F, CTRL)
    assert bar.isVisible() and bar.field.hasFocus()
    QTest.keyClicks(bar.field, "telefonlinjen")
    qtbot.waitUntil(lambda: bar.count.text() != "")
    hits = [hit.id for hit in bar.hits]
    assert len(hits) >= 2 and bar.count.text() == str(len(hits))
    assert view._hits._item.isVisible() and set(view._hits.ids) == set(hits)
    seen = []
    for _ in range(len(hits) + 1):
        QTest.keyClick(bar.field, Key.Key_Return)
        seen.append(hotel.selection.one)
    assert seen == [*hits, hits[0]]
    assert bar.count.text() == f"1 of {len(hits)}"
    QTest.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert hotel.selection.one == hits[-1]
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible() and view.hasFocus() and not view._hits._item.isVisible()
    QTest.keyClick(view, Key.Key_F3)
    assert hotel.selection.one == hits[0], "the words are kept"
    QTest.keyClick(view, Key.Key_F3, SHIFT)
    QTest.keyClick(view, Key.Key_G, CTRL)
    assert hotel.selection.one == hits[0]


def test_find_follows_what_is_edited_and_writes_what_nobody_has_written(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    page = hotel._page
    bar = page.parts.pane.finder
    bar.open_bar()
    bar.field.setText("Ser katalogen")
    qtbot.waitUntil(lambda: bar.count.text() == "none")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert page.parts.foot.bar.field.text() == "Ser katalogen" and not bar.isVisible()
    QTest.keyClick(page.parts.foot.bar.field, Key.Key_Return)
    bar.open_bar()
    qtbot.waitUntil(lambda: bar.count.text() == "1")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("3", "Gästen skickas till telefonlinjen och tillbaka"),
        ("M2", "Receptionen"),
        ("spara som", "Save as…"),
        ("lagre som", "Save as…"),
        ("save as", "Save as…"),
        ("helskärm", "Full screen"),
        ("incheckningsdisken", "Incheckningsdisken"),
        ("kundtjänst", "Kundtjänst"),
        ("natten", "Natten"),
    ],
)
def test_control_k_jumps_to_ranks_walls_steps_lanes_and_stages(
    hotel: MainWindow, words: str, first: str
) -> None:
    dialog = ask(hotel, words)
    found = dialog._fitting()[0]
    assert first in found.words.replace("\u00ad", "")
    dialog.reject()


def test_facts_of_the_selection_are_answered_by_name(hotel: MainWindow, qtbot: QtBot) -> None:
    hotel.selection.choose("desk")
    do(hotel, "mandate must", qtbot)
    assert hotel.work.document.journey.steps["desk"].mandate == "must_ask"
    do(hotel, "mandat måste fråga", qtbot)
    assert hotel.work.document.journey.steps["desk"].mandate is None, "said again, it is taken back"
    do(hotel, "own minutes", qtbot)
    field = QApplication.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Key.Key_Return)
    assert hotel.work.document.journey.steps["desk"].own_minutes == 7
    assert hotel._page.parts.foot.bar.field.hasFocus(), "back where one came from"
    do(hotel, "know it measured", qtbot)
    assert any(
        one.about == "desk" and one.level == "measured"
        for one in hotel.work.document.journey.evidence.values()
    )


def test_a_fact_of_several_steps_is_said_once_and_undone_once(hotel: MainWindow, qtbot: QtBot) -> None:
    hotel.selection.choose("desk", "queue", "key")
    do(hotel, "place on the road", qtbot)
    do(hotel, "puts right", qtbot)
    steps = hotel.work.document.journey.steps
    assert [steps[id].recovery for id in ("desk", "queue", "key")] == [True] * 3
    hotel._page.menus.do("undo")
    steps = hotel.work.document.journey.steps
    assert not any(steps[id].recovery for id in ("desk", "queue", "key"))


def test_words_that_nothing_fits_become_a_step(hotel: MainWindow, qtbot: QtBot) -> None:
    dialog = ask(hotel, "Dansar i baren")
    assert "Press Enter to write it as a step" in dialog._empty.text()
    QTest.keyClick(dialog.field, Key.Key_Return)
    qtbot.waitUntil(lambda: hotel._page.parts.foot.bar.field.text() == "Dansar i baren")


def test_a_link_that_is_found_is_lit_along_its_line_and_not_over_all_it_goes_around(
    hotel: MainWindow,
) -> None:
    view = hotel._page.parts.map
    node, (left, right), (top, bottom) = max(
        ((node, *_spans(node)) for node in view.sight.of_role(LINK)),
        key=lambda each: (each[1][1] - each[1][0]) * (each[2][1] - each[2][0]),
    )
    view.show_hits([node.about or ""])
    lit = view._hits._item.path()
    inside = [
        lit.contains(QPointF(left + (right - left) * across / 20, top + (bottom - top) * down / 20))
        for across in range(21)
        for down in range(21)
    ]
    assert 0 < sum(inside) < len(inside) / 2


def _spans(node: Node) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where a link's line goes, across and down."""
    line = line_of(node)
    assert line is not None
    across, down = zip(*points_of(line), strict=True)
    return (min(across), max(across)), (min(down), max(down))
