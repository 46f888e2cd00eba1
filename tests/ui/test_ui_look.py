"""How the window looks: themes, languages at once, long words, small windows, contrast of colours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from journeymap.i18n import catalogue
from journeymap.picture.theme import contrast
from journeymap.resources import resource, root, samples
from journeymap.ui.look import THEMES, Look, ThemeName
from journeymap.ui.sheet import sheet
from journeymap.ui.window import MainWindow


@pytest.mark.parametrize("theme", THEMES)
def test_the_sheet_is_filled_in_completely(theme: ThemeName) -> None:
    text = sheet(Look(theme, 1.25))
    assert "@" not in text
    assert "px" in text


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("text", "panel", 9.6),
        ("text2", "panel", 4.8),
        ("text3", "field", 4.8),
        ("text2", "hover", 4.5),
        ("text", "select", 7.0),
        ("accent", "panel", 5.5),
        ("on_accent", "accent", 5.0),
        ("wall", "panel", 4.9),
        ("warn", "warn_soft", 4.5),
        ("edge", "panel", 3.0),
        ("on_decides", "decides", 7.0),
        ("focus", "window", 3.0),
    ],
)
def test_everything_can_be_read_in_every_theme(theme: ThemeName, ink: str, ground: str, least: float) -> None:
    colours = Look(theme).colours
    assert contrast(colours[ink], colours[ground]) >= least


def test_another_language_comes_at_once_and_the_map_stays(window: MainWindow, tmp_path: Path) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    window.open_path(path)
    window.selection.choose("desk")
    before = window.work.document.journey
    for language, report, tab in (("sv", "Gör rapport", "Friktioner"), ("nb", "Lag rapport", "Friksjoner")):
        window.speak(language)
        assert window._page.bar.report.text().strip() == report
        assert tab in [button.text() for button in window._page.parts.lists.tabs.findChildren(QPushButton)]
        assert window.work.document.journey is before
        assert window._page.parts.map.selection == ("desk",)
        assert window._page.parts.map.t is catalogue(language)


def test_the_start_page_speaks_another_language_too(window: MainWindow) -> None:
    window.speak("nb")
    words = [label.text() for label in window.centralWidget().findChildren(QLabel)]
    assert "Nytt kart" in words


def test_theme_and_text_size_apply_at_once_and_are_remembered(window: MainWindow) -> None:
    window.begin("A journey", "Guest")
    window.wear("dark", 1.25)
    assert window.desk.look == Look("dark", 1.25)
    assert window._page.parts.map.theme.name == "dark"
    window.wear("contrast", 1.0)
    assert window._page.parts.map.theme.name == "contrast"


@pytest.mark.parametrize(
    ("language", "size"),
    [("sv", (1024, 640)), ("nb", (1366, 768)), ("sv", (1920, 1080)), ("en", (1366, 768))],
)
def test_buttons_are_never_cut(
    make_window: Callable[..., MainWindow], language: str, size: tuple[int, int], tmp_path: Path
) -> None:
    window = make_window(language, size=size)
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    window.open_path(path)
    window.selection.choose("F1")
    window._page.parts.details.refresh_now()
    cut = [
        button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible()
        and button.text()
        and button.property("role") not in ("section", "link")
        and button.fontMetrics().horizontalAdvance(button.text()) > button.width()
    ]
    assert cut == []
    assert window.width() == size[0]


def test_plain_text_everywhere(window: MainWindow) -> None:
    window.begin("<b>Bold</b> <img src='x'>", "Guest, <i>Desk</i>")
    labels = window.findChildren(QLabel)
    assert {label.textFormat().name for label in labels if label.text()} == {"PlainText"}


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90, check=False)


def test_every_icon_that_is_named_is_there() -> None:
    names = {"list-ordered", "brick-wall", "circle-help", "list-tree", "file-text", "milestone", "handshake"}
    assert [name for name in names if not resource("icons", f"{name}.svg").is_file()] == []


def test_nothing_heavy_is_imported_before_the_window_is_painted() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from journeymap.ui.window import MainWindow; w = MainWindow('sv'); w.show(); w.grab();"
        "heavy = {'networkx', 'numpy', 'reportlab', 'babel', 'pypdfium2', 'PIL'} & set(sys.modules);"
        "print(sorted(heavy))"
    )
    environment = {**os.environ, "PYTHONPATH": str(root()), "QT_QPA_PLATFORM": "offscreen"}
    said = run([sys.executable, "-c", code], environment)
    assert said.stdout.strip() == "[]", said.stderr


@pytest.mark.xvfb
def test_a_real_window_opens_paints_and_closes_under_xvfb(tmp_path: Path) -> None:
    if shutil.which("xvfb-run") is None:
        pytest.skip("NOT RUN: xvfb-run is not installed, so no real window was opened")
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from PySide6.QtTest import QTest; app = QApplication([]);"
        "from journeymap.ui import fonts; fonts.register();"
        "from journeymap.ui.window import MainWindow; w = MainWindow('sv'); w.show();"
        "w.open_path(Path(sys.argv[1])); QTest.qWait(400); image = w.grab().toImage();"
        "colours = {image.pixel(x, y) for x in range(0, 1000, 9) for y in range(0, 600, 9)};"
        "w.work.leave(); w.close(); print(app.platformName(), len(colours) > 20)"
    )
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    environment |= {"PYTHONPATH": str(root()), "JOURNEYMAP_HOME": str(tmp_path)}
    command = ["xvfb-run", "-a", sys.executable, "-c", code, str(samples() / "hotel.journey")]
    said = run(command, environment)
    assert said.stdout.split() == ["xcb", "True"], said.stderr
