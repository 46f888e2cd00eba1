"""Make the font files under resources/fonts from the makers' own TrueType files.

Run `python scripts/fonts.py SOURCES` where SOURCES holds these packages, unpacked, as they were
published: @expo-google-fonts/inter 0.4.2 (Inter 4.001), @expo-google-fonts/noto-emoji 0.4.7
(Noto Emoji 3.006), @expo-google-fonts/noto-sans-arabic 0.4.3 (Noto Sans Arabic 2.012),
@expo-google-fonts/noto-sans-sc 0.4.3 (Noto Sans SC 2.004). All four are under the SIL Open Font
License, and none has its own name reserved; equal sources give equal bytes.

Inter loses its stylistic sets, contextual alternates and hinting: what is left is drawn alike by
every program, and "->" stays the two characters that were typed. InterTab is Inter with digits of
one width. Noto Sans SC is cut to the characters of the national standards that names and plain text
keep to (GB 2312, the common level of Big5, the first of JIS X 0208): a third of the whole.
JourneyBox is our own: one empty box for every character that no other face has.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = ("400Regular", "500Medium", "600SemiBold", "700Bold")
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case"]
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
FIRST_HAN = 0x2E80  # below it stand letters and signs that Inter draws
EPOCH = 3_786_912_000  # seconds from 1904 to 2024: the fixed date inside our own font


def main(sources: Path) -> None:
    """Write every cut into resources/fonts."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        source = _find(sources, f"Inter_{weight}.ttf")
        _inter(source, TARGET / f"Inter-{weight[3:]}.ttf", tabular=False)
        _inter(source, TARGET / f"InterTab-{weight[3:]}.ttf", tabular=True)
    for name in ("NotoEmoji_400Regular", "NotoSansArabic_400Regular", "NotoSansArabic_600SemiBold"):
        family, _, weight = name.partition("_")
        shutil.copyfile(_find(sources, f"{name}.ttf"), TARGET / f"{family}-{weight[3:]}.ttf")
    _han(_find(sources, "NotoSansSC_400Regular.ttf"), TARGET / "NotoSansSC-Regular.ttf")
    _box(TARGET / "JourneyBox.ttf")


def _find(sources: Path, name: str) -> Path:
    found = sorted(sources.rglob(name))
    if not found:
        raise SystemExit(f"{name} is not under {sources}.")
    return found[0]


def _inter(source: Path, target: Path, *, tabular: bool) -> None:
    font = TTFont(source, recalcTimestamp=False)
    if tabular:
        _tabular_digits(font)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.glyph_names = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)
    font.save(target, reorderTables=True)


def _han(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    wanted = {ord(char) for char in _common_han() if ord(char) >= FIRST_HAN}
    options = Options()
    options.layout_features = ["ccmp", "locl"]
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(wanted & set(font.getBestCmap())))
    subsetter.subset(font)
    font.save(target, reorderTables=True)


def _common_han() -> set[str]:
    """Every character of the double bytes of three national standards."""
    found: set[str] = set()
    for codec, first, last in (("gb2312", 0xA1, 0xF8), ("big5", 0xA1, 0xC7), ("euc_jp", 0xA1, 0xD0)):
        for high in range(first, last):
            for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
                found.update(bytes([high, low]).decode(codec, "ignore"))
    return found


def _tabular_digits(font: TTFont) -> None:
    for table in font["cmap"].tables:
        for digit, name in enumerate(DIGITS):
            table.cmap[ord("0") + digit] = f"{name}.tf"
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = str(record).replace("Inter", "InterTab")


def _box(target: Path) -> None:
    """A hollow box, cap height, on Inter's grid."""
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupCharacterMap({0x25A1: "box", 0xFFFD: "box"})
    glyph = _hollow(160, 0, 1340, 1490, line=130)
    builder.setupGlyf({".notdef": glyph, "box": glyph})
    builder.setupHorizontalMetrics({".notdef": (1500, 160), "box": (1500, 160)})
    builder.setupHorizontalHeader(ascent=1984, descent=-494)
    builder.setupNameTable(
        {
            "familyName": "JourneyBox",
            "styleName": "Regular",
            "uniqueFontIdentifier": "JourneyBox-1",
            "fullName": "JourneyBox",
            "psName": "JourneyBox",
            "version": "Version 1.000",
            "licenseDescription": "Part of journeymap, under the licence of journeymap.",
        }
    )
    builder.setupOS2(
        sTypoAscender=1984, sTypoDescender=-494, usWinAscent=1984, usWinDescent=494, sCapHeight=1490
    )
    builder.setupPost()
    builder.updateHead(created=EPOCH, modified=EPOCH)
    builder.font.recalcTimestamp = False
    builder.save(target)


def _hollow(left: int, bottom: int, right: int, top: int, *, line: int) -> object:
    pen = TTGlyphPen(None)
    outer = [(left, bottom), (left, top), (right, top), (right, bottom)]
    inner = [
        (left + line, bottom + line),
        (right - line, bottom + line),
        (right - line, top - line),
        (left + line, top - line),
    ]
    for corners in (outer, inner):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
