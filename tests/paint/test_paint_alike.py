"""All three painters draw the same picture: block by block, against Qt's image."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PySide6")

from paint_rasters import CHROMIUM, by_browser, by_pdf, by_qt, by_svg, share_apart, steady
from paint_scenes import demanding

from journeymap.paint.pdf import faces, operators
from journeymap.paint.qt import application
from journeymap.picture.prims import Picture
from journeymap.picture.text import Run, TextStyle, runs
from journeymap.picture.theme import DARK, LIGHT, PRINT
from journeymap.resources import samples

pytestmark = pytest.mark.qt
LIMIT = 0.0005


@pytest.fixture(autouse=True, scope="module")
def _application() -> Any:
    return application()


def _sample(path: Path) -> Picture:
    """A sample as the editor draws it."""
    build = pytest.importorskip("journeymap.picture.build")
    from journeymap.analysis.examine import examine
    from journeymap.i18n.catalogue import catalogue
    from journeymap.storage import files

    journey = files.load(path).journey
    language = journey.head.language or "en"
    picture = build.build(journey, examine(journey, trials=200), build.Options(), catalogue(language))
    assert isinstance(picture, Picture)
    return picture


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_pdf_looks_like_qt(theme: Any) -> None:
    assert share_apart(by_qt(demanding(), theme), by_pdf(demanding(), theme)) <= LIMIT


def test_svg_looks_like_qt() -> None:
    picture = steady(demanding())
    assert share_apart(by_qt(picture), by_svg(picture)) <= LIMIT


@pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: its drawing of the SVG is not compared"
)
def test_a_browser_draws_the_svg_like_qt(tmp_path: Path) -> None:
    assert share_apart(by_qt(demanding()), by_browser(demanding(), tmp_path)) <= LIMIT


@pytest.mark.parametrize("path", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_every_sample_looks_alike(path: Path) -> None:
    picture = _sample(path)
    assert share_apart(by_qt(picture, PRINT), by_pdf(picture, PRINT)) <= LIMIT
    plain = steady(picture)
    assert share_apart(by_qt(plain), by_svg(plain)) <= LIMIT


def _without_kerning(text: str, style: TextStyle) -> tuple[Run, ...]:
    loose: list[Run] = []
    for run in runs(text, style):
        x = 0.0
        glyphs = []
        for glyph in run.glyphs:
            glyphs.append(glyph._replace(dx=x))
            x += faces.font(run.face).code(glyph)[1] * style.size / 1000
        loose.append(replace(run, glyphs=tuple(glyphs)))
    return tuple(loose)


def _half_a_px_off(text: str, style: TextStyle) -> tuple[Run, ...]:
    return tuple(replace(run, x=run.x + 0.5) for run in runs(text, style))


@pytest.mark.parametrize("fault", [_without_kerning, _half_a_px_off])
def test_the_measure_would_notice(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operators, "runs", fault)
    assert share_apart(by_qt(demanding()), by_pdf(demanding())) > 5 * LIMIT
