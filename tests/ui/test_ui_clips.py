"""Cut, copy, paste, duplicate: in the map, between two windows, and as text, table and picture for others."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from journeymap.edit.line_paste import read_paste
from journeymap.model.reading import column_of, lanes_in_order, steps_in_order
from journeymap.resources import samples
from journeymap.ui import clips
from journeymap.ui.actions.clipping import paste_at
from journeymap.ui.window import MainWindow


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    window._page.to_map()
    return window


def clipboard() -> QMimeData:
    return QApplication.clipboard().mimeData()


def titles(window: MainWindow) -> list[str]:
    return [step.title for step in steps_in_order(window.work.document.journey)]


def test_a_copy_is_records_for_us_and_words_and_a_table_for_others(hotel: MainWindow) -> None:
    hotel.selection.choose("desk", "queue")
    assert hotel._page.menus.do("copy")
    data = clipboard()
    assert clips.records_in(data)
    assert "Köar i lobbyn" in data.text() and "{" not in data.text()
    rows = list(csv.reader(io.StringIO(bytes(data.data(clips.TSV).data()).decode()), delimiter="\t"))
    assert rows[0][:2] == ["Step", "Lane"]
    assert [row[0].replace("\u00ad", "") for row in rows[1:]] == ["Köar i lobbyn", "Incheckningsdisken"]
    assert rows[1][4].replace("\u00ad", "") == "Incheckningsdisken", "what comes next, among what was copied"
    assert "<table>" in data.html() and "Receptionen" in data.html()


def test_the_copied_table_pasted_as_text_gives_the_same_steps(hotel: MainWindow) -> None:
    hotel._page.menus.do("copy_table")
    names = [lane.name for lane in lanes_in_order(hotel.work.document.journey)]
    pasted = read_paste(clipboard().text(), names)
    assert pasted.problems == () and pasted.new_lanes == () and pasted.linked
    assert [line.reading.text for line in pasted.lines] == titles(hotel)


def test_a_cell_that_looks_like_a_formula_is_text(window: MainWindow) -> None:
    window.begin("A journey", "Guest, =1+1")
    rows = [("Step",), ("=HYPERLINK(1)",), ("<b>x</b>",)]
    assert 'mso-number-format:\\@">=HYPERLINK(1)<' in clips.html(rows)
    assert "&lt;b&gt;" in clips.html(rows)


def test_a_picture_holds_the_chosen_part_or_the_whole_map(hotel: MainWindow) -> None:
    sizes = []
    for ids in ((), ("desk", "queue")):
        hotel.selection.choose(*ids)
        hotel._page.menus.do("copy_picture")
        image = QImage(clipboard().imageData())
        svg = bytes(clipboard().data(clips.SVG).data()).decode()
        assert not image.isNull() and svg.startswith("<?xml")
        assert ("Planerar" in svg) == (ids == ())
        sizes.append(image.width())
    assert sizes[1] < sizes[0] / 2


def test_what_is_pasted_stands_right_after_what_is_selected_or_in_the_cell_pointed_at(
    hotel: MainWindow,
) -> None:
    journey = hotel.work.document.journey
    hotel.selection.choose("queue")
    hotel._page.menus.do("copy")
    hotel.selection.choose("plan")
    hotel._page.menus.do("paste")
    (new,) = hotel.selection.ids
    after = hotel.work.document.journey
    assert column_of(journey.steps["plan"]) < column_of(after.steps[new]) < column_of(journey.steps["book"])
    hotel._page.menus.do("undo")
    lane = journey.steps["desk"].lane
    paste_at(hotel._page.parts, lane, 99)
    (new,) = hotel.selection.ids
    assert (after.steps["queue"].title, lane) == (
        hotel.work.document.journey.steps[new].title,
        hotel.work.document.journey.steps[new].lane,
    )


def test_steps_go_from_one_window_to_another(
    hotel: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    hotel.selection.choose("desk", "dispute", "F1")
    hotel._page.menus.do("copy")
    other = make_window()
    other.begin("Another", "Guest, Desk")
    other._page.to_map()
    assert other._page.menus.do("paste")
    journey = other.work.document.journey
    assert len(journey.steps) == 2 and len(journey.links) == 1
    assert any(lane.name == "Receptionen" for lane in journey.lanes.values())
    assert {friction.title for friction in journey.frictions.values()} >= {
        "Disken känner inte till det bekräftade erbjudandet"
    }


def test_cut_takes_away_and_one_undo_brings_back(hotel: MainWindow) -> None:
    before = hotel.work.document.journey
    hotel.selection.choose("queue")
    hotel._page.menus.do("cut")
    assert "queue" not in hotel.work.document.journey.steps
    hotel._page.menus.do("undo")
    assert hotel.work.document.journey == before


def test_duplicate_copies_several_and_selects_the_copies(hotel: MainWindow) -> None:
    hotel.selection.choose("desk", "dispute")
    assert hotel._page.menus.do("duplicate")
    assert len(hotel.selection.ids) == 2 and "desk" not in hotel.selection.ids


def test_nothing_on_the_clipboard_is_said(hotel: MainWindow) -> None:
    QApplication.clipboard().setMimeData(QMimeData())
    hotel._page.menus.do("paste")
    assert "nothing here" in hotel._page.parts.foot.refusal.accessibleName()
