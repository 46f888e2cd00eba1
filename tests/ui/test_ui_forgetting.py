"""Forget a person: asked for by name, told what it is, deleted only when one is sure; maps stay."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.resources import samples
from journeymap.storage import forget, recents, versions
from journeymap.ui.actions.forgetting import forget_person
from journeymap.ui.dialogs.ask import Ask
from journeymap.ui.dialogs.forgetting import Forgetting
from journeymap.ui.window import MainWindow


@pytest.fixture
def spoken_of(window: MainWindow, tmp_path: Path) -> Path:
    """A saved map whose earlier version, title and place among the recent ones say a name."""
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    assert window.open_path(path)
    for title in ("Anna Åkesson's day", "A guest's day"):
        verbs.set_field(window.work.document, HEAD, title=title)
        window.do("save")
    recents.add(path, "Anna Åkesson's day", "hotel-offer")
    return path


def answer(monkeypatch: pytest.MonkeyPatch, word: str) -> list[Ask]:
    asked: list[Ask] = []
    monkeypatch.setattr(Ask, "ask", lambda dialog: asked.append(dialog) or word)
    return asked


def dialog_for(window: MainWindow, name: str) -> Forgetting:
    dialog = forget_person(window.parts_or_frame())
    dialog.name.setText(name)
    dialog.delete.click()
    return dialog


def test_what_says_the_name_is_deleted_and_the_map_stays(
    window: MainWindow, spoken_of: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = spoken_of.read_bytes()
    asked = answer(monkeypatch, "delete")
    n = forget.find_words("anna åkesson").count
    assert n >= 2
    dialog = dialog_for(window, "anna åkesson")
    assert len(asked) == 1
    assert forget.find_words("anna åkesson").count == 0
    assert f"{n} things that said it are deleted." in dialog.came.text()
    assert "open map" not in dialog.came.text()
    assert spoken_of.read_bytes() == before
    assert recents.recents() == () and len(versions.versions("hotel-offer")) == 2
    dialog.reject()


def test_somebody_who_is_not_sure_loses_nothing(
    window: MainWindow, spoken_of: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "keep")
    before = forget.find_words("anna åkesson")
    dialog = dialog_for(window, "Anna Åkesson")
    assert forget.find_words("anna åkesson") == before
    assert dialog.came.isHidden()
    dialog.reject()


def test_what_the_open_map_still_says_is_told(
    window: MainWindow, spoken_of: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbs.set_field(window.work.document, HEAD, title="Anna Åkesson again")
    answer(monkeypatch, "delete")
    dialog = dialog_for(window, "Anna Åkesson")
    assert "The open map says it in 1 place" in dialog.came.text()
    dialog.reject()


def test_a_name_nobody_says_and_one_too_short(window: MainWindow, spoken_of: Path) -> None:
    dialog = dialog_for(window, "Nobody Here")
    assert "Nothing kept on this computer says “Nobody Here”." in dialog.came.text()
    dialog.name.setText(" a ")
    assert not dialog.delete.isEnabled() and dialog.came.isHidden()
    dialog.reject()
