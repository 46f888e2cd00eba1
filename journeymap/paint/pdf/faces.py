"""The bundled fonts as reportlab fonts that can draw any glyph and still know what it says.

reportlab addresses glyphs by character. A glyph that no character has by itself (joined Arabic
letters, emoji sequences, the box) gets a private character; what it stands for goes into the
font's ToUnicode map, so that searching and copying give the text that was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journeymap.picture.faces import BOX, BOX_GLYPH, FACES, face_path, shaper
from journeymap.picture.text import Glyph, Run

_FIRST_PRIVATE = 0xF0000
_SILENT = "\u200b"  # for the second glyph of one character: text it must have, but no visible one
_SECTION = 100  # a ToUnicode section holds at most a hundred entries


class GlyphFont(TTFont):  # type: ignore[misc]
    """A face under its own name, addressed by the glyphs HarfBuzz chose."""

    def __init__(self, face: str) -> None:
        super().__init__(face, str(face_path(face)), asciiReadable=False)
        _restore_advances(self.face.hmetrics, face)
        self._box = face == BOX
        if self._box:
            self.face.charToGlyph = _AllBoxes()
            self.face.charWidths = _AllBoxes(self.face.getCharWidth(0x25A1))
        self._meanings: dict[int, str] = {}
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}
        self._spelled: dict[tuple[str, bool], tuple[str, tuple[float, ...]]] = {}

    def code(self, glyph: Glyph) -> tuple[str, float]:
        """The character that draws this glyph, and its advance in thousandths of the size."""
        key = (glyph.number, glyph.text)
        known = self._codes.get(key)
        if known is None:
            known = self._codes[key] = self._new_code(*key)
        return known

    def spelled(self, run: Run, glyphs: Sequence[Glyph]) -> tuple[str, tuple[float, ...]]:
        """The characters that draw those of a run's glyphs that are written, and their advances as
        `code` gives them."""
        key = (run.text, run.rtl)
        known = self._spelled.get(key)
        if known is None:
            codes = [self.code(glyph) for glyph in glyphs]
            known = "".join(char for char, _ in codes), tuple(width for _, width in codes)
            self._spelled[key] = known
        return known

    def _new_code(self, number: int, text: str) -> tuple[str, float]:
        face = self.face
        own = len(text) == 1 and text != "\u00a0" and face.charToGlyph.get(ord(text)) == number
        if own:
            return text, float(face.charWidths[ord(text)])
        code = _FIRST_PRIVATE + len(self._meanings)
        self._meanings[code] = text or _SILENT
        width = face.hmetrics[number][0] * 1000 / face.unitsPerEm
        face.charToGlyph[code] = number
        face.charWidths[code] = width
        return chr(code), width

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Write the subsets used, then their ToUnicode maps anew.

        WORKAROUND reportlab 5.1: its own maps cut characters above U+FFFF and hold NUL entries.
        """
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = self._subset_name(number)
            doc.idToObject[f"toUnicodeCMap:{name}"].content = self._to_unicode(name, subset)

    def _subset_name(self, number: int) -> str:
        from reportlab.pdfbase.ttfonts import SUBSETN  # noqa: PLC0415 - used nowhere else

        return b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")

    def _to_unicode(self, name: str, subset: list[int]) -> str:
        entries = [
            f"<{at:02X}> <{self._meanings.get(code, chr(code)).encode('utf-16-be').hex().upper()}>"
            for at, code in enumerate(subset)
            if code
        ]
        sections = [entries[at : at + _SECTION] for at in range(0, len(entries), _SECTION)]
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
        ]
        for section in sections:
            lines += [f"{len(section)} beginbfchar", *section, "endbfchar"]
        return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


def _restore_advances(metrics: list[tuple[int, int]], face: str) -> None:
    """The advances of the glyphs that share one with the last of the table.

    WORKAROUND reportlab 5.1: it takes them in thousandths of an em instead of the font's own units,
    so that a font of glyphs alike is embedded with other widths than it is said to have.
    """
    font_ = shaper(face)
    for number in range(len(metrics) - 1, -1, -1):
        advance = font_.get_glyph_h_advance(number)
        if metrics[number][0] == advance:
            return
        metrics[number] = (advance, metrics[number][1])


class _AllBoxes(dict[int, Any]):
    """Every character has the box, or the box's width."""

    def __init__(self, value: float = BOX_GLYPH) -> None:
        super().__init__()
        self._value = value

    def __contains__(self, code: object) -> bool:
        return True

    def __missing__(self, code: int) -> float:
        return self._value

    def get(self, code: int, default: Any = None) -> Any:
        """The box's, whatever is asked for."""
        del default
        return super().get(code, self._value)


def register_fonts() -> None:
    """Make every face of FACES known to reportlab under its own name; once is enough."""
    rl_config.useA85 = 0  # streams as bytes, not as text a quarter longer
    known = set(pdfmetrics.getRegisteredFontNames())
    for face in FACES:
        if face not in known:
            pdfmetrics.registerFont(GlyphFont(face))


def font(face: str) -> GlyphFont:
    """The registered font of a face; KeyError before `register_fonts`."""
    found = pdfmetrics.getFont(face)
    if not isinstance(found, GlyphFont):
        raise KeyError(face)
    return found
