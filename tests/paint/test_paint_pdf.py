"""The PDF holds vectors, our own fonts, and text that reads as it was typed."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paint_scenes import PHOTO, demanding, line, photo
from PIL import Image as Pillow
from reportlab.pdfgen.canvas import Canvas

from journeymap.paint.pdf import draw, markup, register_fonts, to_pdf
from journeymap.picture.prims import Node, Picture, Prim, Rect
from journeymap.picture.theme import LIGHT


def _text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return str(document[0].get_textpage().get_text_range())


def _picture(*prims: Prim, width: float = 200, height: float = 60) -> Picture:
    return Picture(width, height, (Node("a", "x", prims),), "Prov", "sv")


def test_same_picture_gives_the_same_bytes() -> None:
    assert to_pdf(demanding(), LIGHT) == to_pdf(demanding(), LIGHT)


def test_page_is_as_large_as_the_picture() -> None:
    document = pypdfium2.PdfDocument(to_pdf(demanding(), LIGHT))
    assert document[0].get_size() == pytest.approx((540 * 0.75, 410 * 0.75), abs=0.01)
    assert document.get_metadata_value("Title") == "Krävande bild <&>"


@pytest.mark.parametrize(
    "text",
    [
        "AVTAL LTAV",
        "Återkoppling på överlämningen – “ærlig” ø Øl",
        "1 111,1",
        "ring 📞 😀",
        "日本 och",
        "två mellanslag",
        "Ångstrom é",
        "مرحبا بالعالم",
    ],
)
def test_text_is_found_as_it_was_typed(text: str) -> None:
    found = " ".join(_text(to_pdf(demanding(), LIGHT)).split())
    assert text in found


def test_emoji_sequences_read_whole() -> None:
    found = _text(to_pdf(_picture(line(5, 20, "a 👩‍👩‍👧‍👦 🇸🇪 b")), LIGHT))
    assert "👩‍👩‍👧‍👦" in found
    assert "🇸🇪" in found


def test_a_halo_is_not_found_twice() -> None:
    assert _text(to_pdf(demanding(), LIGHT)).count("huvudkontoret") == 1


def test_only_our_fonts_all_embedded_with_text() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(demanding(), LIGHT))) as document:
        fonts = document.pages[0].Resources.Font
        names = {str(font.BaseFont).partition("+")[2] for font in fonts.values()}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())
        maps = [font.ToUnicode.read_bytes() for font in fonts.values()]
    assert "" not in names
    assert {"Inter-Regular", "NotoEmoji-Regular", "JourneyBox"} <= names
    assert not any(b"<0000>" in content or b"<FEFF>" in content for content in maps)


def test_more_than_one_subset_of_a_face() -> None:
    letters = "".join(chr(code) for code in range(0x100, 0x24F))
    picture = _picture(*(line(5, 20 + at, letters[at : at + 40], 8) for at in range(0, 320, 40)), height=400)
    found = _text(to_pdf(picture, LIGHT))
    assert all(char in found for char in letters[:320])


def test_the_canvas_is_left_as_it_was_found() -> None:
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 400), initialFontName="Inter-Regular")
    canvas.setFillColorRGB(1, 0, 0)
    draw(canvas, demanding(), LIGHT, x=10, y=200, scale=0.2)
    draw(canvas, demanding(), LIGHT, x=200, y=20, scale=0.3)
    canvas.rect(0, 0, 10, 10, stroke=0, fill=1)
    canvas.save()
    page = pypdfium2.PdfDocument(stream.getvalue())[0].render().to_pil().convert("RGB")
    assert page.getpixel((5, 395)) == (255, 0, 0)
    assert page.getpixel((10 + int(330 * 0.2), 400 - 200 - int((410 - 30) * 0.2))) == (20, 23, 27)


def test_nothing_is_drawn_outside_the_picture() -> None:
    stream = io.BytesIO()
    register_fonts()
    canvas = Canvas(stream, pagesize=(100, 100), initialFontName="Inter-Regular")
    draw(canvas, _picture(Rect(-50, -50, 300, 300, fill="crit"), width=20, height=20), x=40, y=40, scale=1)
    canvas.save()
    page = pypdfium2.PdfDocument(stream.getvalue())[0].render().to_pil().convert("RGB")
    assert page.getpixel((50, 50)) == (0, 0, 0)
    assert page.getpixel((50, 30)) == page.getpixel((30, 50)) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\nbroken", b"\xff\xd8\xff"])
def test_a_broken_photo_is_a_crossed_frame(data: bytes) -> None:
    assert to_pdf(photo(), LIGHT, images={PHOTO: data}) == to_pdf(photo(), LIGHT)


def test_a_photo_is_carried() -> None:
    stream = io.BytesIO()
    Pillow.new("RGB", (10, 6), (200, 30, 30)).save(stream, "PNG")
    data = to_pdf(photo(), LIGHT, images={PHOTO: stream.getvalue()})
    page = pypdfium2.PdfDocument(data)[0].render(scale=1 / 0.75).to_pil().convert("RGB")
    assert page.getpixel((60, 40)) == (200, 30, 30)


def test_markup_names_a_face_for_what_inter_lacks() -> None:
    assert markup("a < b") == "a &lt; b"
    assert markup("ja 😀") == 'ja <font name="NotoEmoji-Regular">😀</font>'
    assert markup("日") == '<font name="NotoSansSC-Regular">日</font>'
    assert markup("ไ").startswith('<font name="JourneyBox">')


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=20))
def test_any_text_can_be_drawn(text: str) -> None:
    data = to_pdf(_picture(line(5, 20, text, halo=2), line(5, 40, text, tracking=1.5, tabular=True)), LIGHT)
    assert data.startswith(b"%PDF")
