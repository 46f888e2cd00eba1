"""Every ending in the registry gives a file of its kind."""

from __future__ import annotations

import builtins
import io
import json
import struct
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from journeymap.exchange import ExportError, exporters, names
from journeymap.exchange.png import scale_for
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.journey import Journey
from journeymap.picture.prims import Picture
from journeymap.resources import samples
from journeymap.storage import files


@pytest.fixture(scope="module")
def hotel() -> Journey:
    return files.load(samples() / "hotel.journey").journey


def test_every_ending_has_a_name() -> None:
    assert set(names) == set(exporters) == {"svg", "png", "xlsx", "csv", "ics", "json"}


def test_svg_is_xml_in_the_language_asked_for(hotel: Journey) -> None:
    data = exporters["svg"](hotel, catalogue("nb"))
    root = ET.parse(io.BytesIO(data)).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert data == exporters["svg"](hotel, catalogue("nb"))


def test_json_is_the_file_itself(hotel: Journey) -> None:
    document = json.loads(exporters["json"](hotel, catalogue("sv")))
    assert document["format"] == "journeymap"
    assert document["title"] == hotel.head.title


@pytest.mark.qt
def test_png_is_twice_the_size(hotel: Journey) -> None:
    pytest.importorskip("PySide6")
    from journeymap.exchange.drawing import drawing

    data = exporters["png"](hotel, catalogue("sv"))
    width, height = struct.unpack(">II", data[16:24])
    picture = drawing(hotel, catalogue("sv"))
    assert (width, height) == (round(2 * picture.width), round(2 * picture.height))


def test_png_without_qt_says_what_to_do(hotel: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "journeymap.paint" and rest[2:3] == (("qt",),):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ExportError) as caught:
        exporters["png"](hotel, catalogue("sv"))
    monkeypatch.undo()
    sentences = {caught.value.sentence(catalogue(language)) for language in LANGUAGES}
    assert len(sentences) == 3
    assert all("PySide6" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(2400, 1300, 2), (100_000, 10, 0.3), (20_000, 20_000, (150_000_000 / 4e8) ** 0.5), (0, 0, 2)],
)
def test_very_large_maps_are_drawn_smaller(width: float, height: float, scale: float) -> None:
    assert scale_for(Picture(width, height, (), "", "sv")) == pytest.approx(scale)
