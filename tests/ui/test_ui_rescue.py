"""After a kill: what is offered, what differs, several at once, and what stays whatever one chooses."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import HEAD
from journeymap.model.reading import steps_in_order
from journeymap.resources import samples
from journeymap.storage import files, versions
from journeymap.storage.journal import Journal, offers
from journeymap.storage.lines import line, read_line
from journeymap.storage.recovery import journals
from journeymap.ui.actions import opening
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.rescue import Rescue
from journeymap.ui.dialogs.versions import Versions
from journeymap.ui.rescuing import waiting
from journeymap.ui.window import MainWindow


def killed(path: Path | None, *titles: str) -> None:
    """Another program opened the file, renamed the map and its first step, and was killed."""
    loaded = files.load(path or samples() / "hotel.journey")
    document = Document(loaded.journey)
    more: dict[str, Any] = {"base": loaded.data, "path": path, "title": loaded.journey.head.title or ""}
    journal = Journal(f"{loaded.journey.head.document}{len(titles)}", loaded.sha256, **more)
    document.subscribe(lambda news: journal.append(news.label, news.change))
    for title in titles:
        verbs.set_field(document, HEAD, title=title)
    verbs.rename(document, steps_in_order(document.journey)[0].id, "Letar efter vem man klagar hos")
    journal.close(discard=False)
    dead = subprocess.Popen(["true"])
    dead.wait()
    head, rest = journal.file.read_bytes().split(b"\n", 1)
    journal.file.write_bytes(line({**(read_line(head) or {}), "pid": dead.pid}) + rest)


@pytest.fixture
def hotel(tmp_path: Path) -> Path:
    return Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))


Answer = Callable[..., None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers the rescue dialogue, one word a time it is shown; each was looked at before."""

    def with_these(*words: str, seen: list[Rescue] | None = None, row: int = 0) -> None:
        left = list(words)

        def ask(dialog: Rescue) -> str:
            dialog.list.setCurrentRow(row)
            if seen is not None:
                seen.append(dialog)
            return left.pop(0)

        monkeypatch.setattr(Rescue, "ask", ask)

    return with_these


def test_the_preview_says_when_what_and_how_it_differs(
    make_window: Callable[..., MainWindow], home: Path, hotel: Path
) -> None:
    window = make_window("sv")
    killed(hotel, "One", "Two")
    dialog = Rescue(window.desk.look, window.desk.t, waiting(), window)
    assert dialog.buttons["rescued"].isDefault()
    assert "3 ändringar finns kvar" in dialog._said.text()
    words = [label.text() for label in dialog.findChildren(type(dialog._said))]
    assert any("Senast skrivet: ”Letar efter vem man klagar hos”" in text for text in words)
    assert dialog.differences.isHidden()
    dialog.buttons["difference"].click()
    assert not dialog.differences.isHidden()
    assert dialog.differences.toPlainText().splitlines() == [
        "Ändrat: själva kartan, titel. Förut: Hotellerbjudandet. Nu: Two.",
        "Ändrat: steg ”Letar efter vem man klagar hos”, titel. Förut: Planerar en helg. "
        "Nu: Letar efter vem man klagar hos.",
    ]
    dialog.deleteLater()


def test_opening_the_one_on_disk_keeps_the_other_under_earlier_versions(
    window: MainWindow, hotel: Path, answer: Answer
) -> None:
    killed(hotel, "Rescued")
    answer("disk")
    assert window.offer_rescue()
    assert window.work.document.journey.head.title == "Hotellerbjudandet"
    assert not window.work.needs_saving and offers() == []
    kept = versions.versions("hotel-offer")
    assert [version.read().journey.head.title for version in kept] == ["Rescued"]


def test_esc_leaves_everything_for_another_time(window: MainWindow, hotel: Path, answer: Answer) -> None:
    killed(hotel, "Rescued")
    answer("later")
    assert not window.offer_rescue()
    assert len(offers()) == 1
    answer("rescued")
    assert opening.rescued(window.parts_or_frame())
    assert window.work.document.journey.head.title == "Rescued"
    assert len(offers()) == 1, "kept until a verified save"
    window.work.save()
    assert offers() == []


def test_several_at_once_are_listed_and_the_others_wait(
    window: MainWindow, hotel: Path, tmp_path: Path, answer: Answer
) -> None:
    other = Path(shutil.copy(samples() / "phone-repair.journey", tmp_path / "phone.journey"))
    killed(hotel, "First map")
    killed(other, "Second map", "Second map!")
    seen: list[Rescue] = []
    answer("rescued", seen=seen, row=1)
    assert window.offer_rescue()
    assert seen[0].list.count() == 2
    assert window.work.document.journey.head.title == seen[0]._found[1].title == "First map"
    assert window._page is not None
    assert "1 more rescued map waits" in window._page.parts.pane.news._words.text()
    assert len(offers()) == 2


def test_a_map_that_was_never_saved_is_discarded_only_when_one_is_sure(
    window: MainWindow, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(None, "Never saved")
    sure: list[bool] = []
    monkeypatch.setattr("journeymap.ui.rescuing._sure", lambda *_: bool(sure))
    answer("drop")
    window.offer_rescue()
    assert len(offers()) == 1
    sure.append(True)
    answer("drop")
    window.offer_rescue()
    assert offers() == []


def test_nothing_to_rescue_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "trouble", lambda _look, _t, words, *_: told.append(words))
    assert not opening.rescued(window.parts_or_frame())
    assert told == ["Nothing waits to be rescued. Every map was saved or left on purpose."]


@pytest.mark.parametrize("left", [b"", b"\0" * 900, b'{"format": "journeymap", "ver', None])
def test_a_file_that_something_emptied_leads_to_its_earlier_versions(
    window: MainWindow, hotel: Path, left: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(hotel)
    verbs.set_field(window.work.document, HEAD, title="Saved")
    window.work.save()
    window.bench.to_start()
    hotel.unlink() if left is None else hotel.write_bytes(left)
    offered: list[int] = []

    def trouble(*_: object, earlier: int = 0, **__: object) -> str:
        offered.append(earlier)
        return "earlier"

    def choose(dialog: Versions) -> str:
        dialog._say("open")
        return dialog.answer

    monkeypatch.setattr(questions, "trouble", trouble)
    monkeypatch.setattr(Versions, "ask", choose)
    assert window.open_path(hotel)
    assert offered == [2]
    assert window.work.document.journey.head.title == "Saved"
    assert window.work.filing.path is None and window.work.needs_saving


def test_earlier_versions_show_what_is_in_them(window: MainWindow, hotel: Path, qtbot: QtBot) -> None:
    window.open_path(hotel)
    verbs.set_field(window.work.document, HEAD, title="Saved")
    window.work.save()
    kept = versions.versions("hotel-offer")
    kept[-1].path.write_bytes(b"spoilt")
    dialog = opening.earlier(window.parts_or_frame())
    qtbot.waitUntil(lambda: "18 steps" in dialog.list.item(0).text() or "steps" in dialog.list.item(0).text())
    qtbot.waitUntil(lambda: "Cannot be read" in dialog.list.item(1).text())
    assert not dialog.list.item(0).icon().isNull()
    dialog.reject()


def test_a_large_file_is_opened_while_the_window_lives_and_can_be_given_up(
    window: MainWindow, hotel: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from journeymap.ui.dialogs.busy import Busy

    load = files.load

    def slowly(path: Path) -> files.Loaded:
        time.sleep(1.5)
        return load(path)

    monkeypatch.setattr(files, "load", slowly)
    beats: list[float] = []
    timer = QTimer(window, interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Busy):
            dialog.stop.click()

    timer.timeout.connect(give_up)
    timer.start()
    assert not window.open_path(hotel)
    assert not window.work.is_open and len(beats) > 5
    timer.stop()
    assert window.open_path(hotel)


def test_an_edit_after_the_signal_to_go_stays_in_the_one_offer(window: MainWindow, hotel: Path) -> None:
    """The loop may serve one more event between the signal and the end."""
    window.open_path(hotel)
    verbs.set_field(window.work.document, HEAD, title="before")
    window.work.filing.keep_journal()
    verbs.set_field(window.work.document, HEAD, title="after")
    window.work.filing.keep_journal()
    (offer,) = journals()
    assert offer.recover().head.title == "after"
