"""A page of the guide as a document: Qt reads the Markdown, we say how headings, keys and tables look.

Only our own pages are shown so; nothing anybody typed on a map ever comes here. HTML in a page is
not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
)

from journeymap.ui.help.pages import anchor
from journeymap.ui.look import Look
from journeymap.ui.sheet import font

BODY = 14
HEADINGS = {1: (24, 0, 12), 2: (17, 22, 6), 3: (14, 14, 4)}
"""Size, room above, room below, px at text size 100 %."""
FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
LINE_HEIGHT = 145.0
"""Per cent of the font's own."""


def render(document: QTextDocument, markdown: str, look: Look) -> None:
    """Fill the document with a page in this look."""
    document.setDefaultFont(font(look, BODY))
    document.setMarkdown(markdown, FEATURES)
    document.setDocumentMargin(0)
    document.setIndentWidth(look.px(22))
    for block in blocks(document):
        _dress(block, look)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)


def set_margins(document: QTextDocument, side: int, above: int) -> None:
    """Room at both sides of the text, and above its beginning and below its end, px."""
    shape = document.rootFrame().frameFormat()
    shape.setLeftMargin(side)
    shape.setRightMargin(side)
    shape.setTopMargin(above)
    shape.setBottomMargin(2 * above)
    document.rootFrame().setFrameFormat(shape)


def hang_pictures(document: QTextDocument, folder: Path, look: Look, width: int, ratio: float) -> None:
    """Give the document its pictures, as sharp as the screen (`ratio`) and no wider than `width` px.

    Only PNG files of the guide are read, whatever a page names; anything else is an empty picture.
    """
    kind = QTextDocument.ResourceType.ImageResource.value
    for fragment in (one for block in blocks(document) for one in _fragments(block)):
        if not fragment.charFormat().isImageFormat():
            continue
        name = fragment.charFormat().toImageFormat().name()
        path = (folder / name).resolve()
        ours = path.is_relative_to(folder.resolve().parent) and path.suffix == ".png" and path.is_file()
        picture = _fitted(QImage(str(path)), look, width, ratio) if ours else QImage()
        document.addResource(kind, QUrl(name), picture)
    document.markContentsDirty(0, document.characterCount())


def _fitted(image: QImage, look: Look, width: int, ratio: float) -> QImage:
    wide = min(image.width(), round(width * ratio))
    fitted = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
    fitted = fitted.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(fitted)
    painter.setPen(look.colour("line"))
    painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
    painter.end()
    fitted.setDevicePixelRatio(ratio)
    return fitted


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every paragraph of the document, also those in tables."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def place_of(document: QTextDocument, place: str) -> QTextBlock | None:
    """The heading that a link names."""
    heads = (block for block in blocks(document) if block.blockFormat().headingLevel())
    return next((block for block in heads if anchor(block.text()) == place), None)


def _dress(block: QTextBlock, look: Look) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    pictured = any(fragment.charFormat().isImageFormat() for fragment in _fragments(block))
    height = 100.0 if pictured else LINE_HEIGHT
    shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        size, above, below = HEADINGS[min(level, 3)]
        shape.setTopMargin(look.px(above))
        shape.setBottomMargin(look.px(below))
        words = QTextCharFormat()
        words.setFont(font(look, size, 600))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(words)
    else:
        in_list = block.textList() is not None
        in_table = cursor.currentTable() is not None
        shape.setTopMargin(0)
        shape.setBottomMargin(0 if in_table else look.px(4 if in_list else 10))
    QTextCursor(block).mergeBlockFormat(shape)
    for fragment in list(_fragments(block)):
        _dress_words(fragment, block, look)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _dress_words(fragment: QTextFragment, block: QTextBlock, look: Look) -> None:
    given = fragment.charFormat()
    words = QTextCharFormat()
    if given.isAnchor():
        words.setForeground(QBrush(look.colour("link")))
        words.setFontUnderline(False)
    elif given.fontFixedPitch():
        words.setFont(font(look, BODY - 1, 500))
        words.setBackground(QBrush(look.colour("key")))
    elif given.fontWeight() > QFont.Weight.Medium.value and not block.blockFormat().headingLevel():
        words.setFontWeight(QFont.Weight.DemiBold.value)
    else:
        return
    cursor = QTextCursor(block)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(words)


def _dress_table(table: QTextTable, look: Look) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setCellPadding(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setTopMargin(look.px(4))
    shape.setBottomMargin(look.px(14))
    shape.setColumnWidthConstraints([])
    table.setFormat(shape)
    for line in range(table.rows()):
        for place in range(table.columns()):
            _dress_cell(table.cellAt(line, place), look, head=line == 0)


def _dress_cell(cell: QTextTableCell, look: Look, *, head: bool) -> None:
    shape = QTextTableCellFormat(cell.format().toTableCellFormat())
    shape.setTopPadding(look.px(5))
    shape.setBottomPadding(look.px(5))
    shape.setRightPadding(look.px(18))
    shape.setBottomBorder(1)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(QBrush(look.colour("edge" if head else "line")))
    cell.setFormat(shape)
    if head:
        words = QTextCharFormat()
        words.setFont(font(look, 12, 600))
        words.setForeground(QBrush(look.colour("text2")))
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(words)
    cursor = cell.firstCursorPosition()
    left = QTextBlockFormat()
    left.setAlignment(Qt.AlignmentFlag.AlignLeft)
    cursor.mergeBlockFormat(left)
