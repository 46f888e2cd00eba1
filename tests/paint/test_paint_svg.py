"""The SVG is valid XML, speaks, carries its fonts and is the same each time."""

from __future__ import annotations

import base64
import io
import re
import zlib
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from paint_scenes import PHOTO, demanding, line, photo

from journeymap.paint.svg import to_svg
from journeymap.paint.svg.marks import number
from journeymap.picture.prims import Node, Picture, Rect
from journeymap.picture.theme import DARK, LIGHT, PRINT

SVG = "{http://www.w3.org/2000/svg}"


def _fonts(svg: str) -> dict[tuple[str, int], TTFont]:
    found = re.findall(
        r'font-family:"([\w ]+)";font-weight:(\d+);src:url\("data:font/woff;base64,([^"]+)"', svg
    )
    return {
        (family, int(weight)): TTFont(io.BytesIO(base64.b64decode(data))) for family, weight, data in found
    }


def test_same_picture_gives_the_same_text() -> None:
    assert to_svg(demanding(), LIGHT) == to_svg(demanding(), LIGHT)


def test_groups_have_names_roles_and_words() -> None:
    root = ET.fromstring(to_svg(demanding(), LIGHT))
    assert root.findtext(f"{SVG}title") == "Krävande bild <&>"
    assert root.get("lang") == "sv"
    group = root.find(f"{SVG}g[@class='step']")
    assert group is not None
    assert group.get("id") == "step-form----co-"
    assert group.get("data-about") == "s1"
    assert (group.findtext(f"{SVG}title"), group.findtext(f"{SVG}desc")) == ("Former.", "Alla & <mer>.")


def test_a_node_without_shapes_is_left_out() -> None:
    assert "osynlig" not in to_svg(demanding(), LIGHT)


def test_ids_are_names_and_unique() -> None:
    nodes = tuple(Node(name, "x", (Rect(0, 0, 1, 1),)) for name in ("a:b", "a b", "a-b", "1", "å"))
    names = re.findall('<g id="([^"]+)"', to_svg(Picture(1, 1, nodes, "", "sv"), LIGHT))
    assert names == ["a-b", "a-b.2", "a-b.3", "n-1", "n--"]


def test_fonts_hold_what_is_written_and_little_more() -> None:
    svg = to_svg(demanding(), LIGHT)
    fonts = _fonts(svg)
    texts = [node for node in ET.fromstring(svg).iter() if node.tag == f"{SVG}text"]
    for node in texts:
        if not node.text:
            continue
        family = str(node.get("font-family")).partition(",")[0]
        font = fonts[family, int(node.get("font-weight", "400"))]
        wanted = {ord(char) for char in node.text if char not in "\u200d\ufe0f\u200f"}
        assert wanted <= set(font.getBestCmap())
    assert len(svg) < 60_000


def test_embedded_fonts_keep_their_kerning() -> None:
    font = _fonts(to_svg(demanding(), LIGHT))["Inter", 400]
    assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


def test_theme_changes_colours_only() -> None:
    light, dark = (to_svg(demanding(), theme, embed_fonts=False) for theme in (LIGHT, DARK))
    strip = re.compile("#[0-9A-F]{6}")
    assert strip.sub("", light) == strip.sub("", dark)
    used = set(strip.findall(to_svg(demanding(), PRINT, embed_fonts=False)))
    assert used <= set(PRINT.colours.values())


def test_photo_is_carried_and_a_missing_one_is_crossed() -> None:
    png = b"\x89PNG\r\n\x1a\n" + zlib.compress(b"not looked at here")
    svg = to_svg(photo(), LIGHT, images={PHOTO: png})
    assert svg.count("<image") == 1
    assert base64.b64encode(png).decode() in svg
    assert "M120 10L220 70M220 10L120 70" in svg


def test_far_drawing_replaces_near() -> None:
    node = Node("a", "x", (line(0, 10, "nära"),), far=(Rect(0, 0, 5, 5, fill="road"),))
    picture = Picture(10, 10, (node,), "", "sv")
    assert "nära" in to_svg(picture, LIGHT)
    assert "nära" not in to_svg(picture, LIGHT, detail="far")
    assert "nära" in to_svg(picture, LIGHT, detail="middle")


@pytest.mark.parametrize(
    ("value", "short"), [(1.0, "1"), (-0.0001, "0"), (0, "0"), (10, "10"), (1.23456, "1.235")]
)
def test_numbers_are_short(value: float, short: str) -> None:
    assert number(value) == short


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(), max_size=20), st.text(st.characters(), max_size=10))
def test_any_text_is_valid_xml(text: str, name: str) -> None:
    node = Node(name, name, (line(0, 10, text, halo=2),), about=name, alt=text)
    ET.fromstring(to_svg(Picture(10, 10, (node,), text, name), LIGHT, embed_fonts=False))
