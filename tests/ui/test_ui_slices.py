"""Work in slices: it ends, it is begun anew for another state, waits under a button, and can be left off."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.maps import synthetic
from journeymap.edit import verbs
from journeymap.model.ids import HEAD, Id
from journeymap.ui.filing import Filing
from journeymap.ui.painted import once_painted
from journeymap.ui.slices import BLINK, Slices
from journeymap.ui.window import MainWindow
from journeymap.ui.workspace import SMALL


class Counting(QObject):
    """Counts to 50 in pieces of half a blink, about something."""

    def __init__(self) -> None:
        super().__init__()
        self.about, self.held = object(), False
        self.counted: list[tuple[object, int]] = []
        self.slices = Slices(self.count, lambda: (self.about,), lambda: self.held, self)

    def count(self) -> Iterator[None]:
        about = self.about
        for number in range(50):
            end = perf_counter() + BLINK / 2
            while perf_counter() < end:
                pass
            self.counted.append((about, number))
            yield

    @property
    def is_over(self) -> bool:
        return self.counted[-1:] == [(self.about, 49)]


@pytest.fixture
def counting(qtbot: QtBot) -> Counting:
    return Counting()


def test_it_goes_on_until_it_is_done_and_never_all_at_once(counting: Counting, qtbot: QtBot) -> None:
    counting.slices.begin()
    assert 0 < len(counting.counted) < 50
    qtbot.waitUntil(lambda: counting.is_over, timeout=60_000)
    assert [number for _, number in counting.counted] == list(range(50))


def test_another_state_is_gone_through_from_its_beginning(counting: Counting, qtbot: QtBot) -> None:
    counting.slices.begin()
    counting.about = other = object()
    qtbot.waitUntil(lambda: counting.is_over, timeout=60_000)
    assert [number for about, number in counting.counted if about is other] == list(range(50))


def test_while_a_button_is_held_nothing_moves(counting: Counting, qtbot: QtBot) -> None:
    counting.held = True
    counting.slices.begin()
    QApplication.processEvents()
    assert not counting.counted
    counting.held = False
    qtbot.waitUntil(lambda: counting.is_over, timeout=60_000)


def test_left_off_it_stays_undone(counting: Counting, qtbot: QtBot) -> None:
    counting.slices.begin()
    counting.slices.stop()
    done = len(counting.counted)
    for _ in range(5):
        QApplication.processEvents()
    assert len(counting.counted) == done < 50


def test_a_list_in_the_back_of_a_large_map_is_as_it_should_be_when_it_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    journey = synthetic(SMALL + 20)
    window.work.open(journey, Filing(journey, None, None))
    assert window._page is not None
    lists = window._page.parts.lists
    qtbot.waitUntil(lambda: window.work.is_examined and lists.isVisible(), timeout=60_000)
    lists.show_list("walls")
    lists.refresh_now()
    friction = next(iter(window.work.document.journey.frictions))
    verbs.rename(window.work.document, friction, "Brand new words")
    qtbot.waitUntil(lambda: "frictions" in lists._late, timeout=60_000)

    def named() -> bool:
        entries = lists._lists["frictions"].entries
        return any(friction in one.shown.about and "Brand new words" in one.shown.spoken for one in entries)

    assert not named()
    lists.show_list("frictions")
    assert named()


def test_the_page_of_a_large_map_follows_its_own_edits_at_once_and_others_when_examined(
    window: MainWindow, qtbot: QtBot
) -> None:
    journey = synthetic(SMALL + 20)
    window.work.open(journey, Filing(journey, None, None))
    assert window._page is not None
    details, document = window._page.parts.details, window.work.document
    qtbot.waitUntil(lambda: window.work.is_examined and details.isVisible(), timeout=60_000)
    details.refresh_now()
    before = details._area.widget()
    verbs.rename(document, Id("step1"), "Other words")
    details.refresh_now()
    assert details._area.widget() is before  # nothing of it is said there
    verbs.set_field(document, HEAD, title="Another title")
    details.refresh_now()
    assert details._area.widget() is not before
    qtbot.waitUntil(lambda: window.work.is_examined, timeout=60_000)


def test_what_can_wait_is_done_once_after_the_first_frame(qtbot: QtBot) -> None:
    seen, unseen = QWidget(), QWidget()
    qtbot.addWidget(seen)
    qtbot.addWidget(unseen)
    done: list[str] = []
    once_painted(seen, lambda: done.append("seen"))
    once_painted(unseen, lambda: done.append("unseen"))
    with qtbot.waitExposed(seen):
        seen.show()
    qtbot.waitUntil(lambda: len(done) == 2, timeout=60_000)
    seen.repaint()
    QApplication.processEvents()
    assert sorted(done) == ["seen", "unseen"]


def test_with_its_widget_gone_nothing_is_done(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[int]()
    once_painted(widget, lambda: done.append(1))
    with qtbot.waitSignal(widget.destroyed, timeout=60_000):
        widget.deleteLater()
    qtbot.wait(500)
    assert not done
