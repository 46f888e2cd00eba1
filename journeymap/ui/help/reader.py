"""The guide's window: contents and search at the left, the page at the right. It blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.help.pages import FIRST, contents, entries, glimpse, search
from journeymap.ui.help.reading import Reading
from journeymap.ui.lines import Lines
from journeymap.ui.pieces import button, column, row

SIDE = 264
USUAL = QSize(1060, 760)
FILE, PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole.value + 1


class Reader(QWidget):
    """One a window it belongs to; asked again it turns to the page that fits."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("window")
        t, look = desk.t, desk.look
        self._t, self._look, self.language = t, look, t.language
        self.setWindowTitle(f"{t('Guide')} – journeymap")
        self.reading = Reading(t.language, look)
        self.reading.setAccessibleName(t("Guide"))
        self.reading.turned.connect(self._turned)
        self.field = QLineEdit()
        self.field.setPlaceholderText(t("Find in the guide"))
        self.field.setAccessibleName(t("Find in the guide"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(t("Contents"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._soon.timeout.connect(self._fill)
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.field.returnPressed.connect(self._first)
        self.back = button(look, "", self.reading.back, role="quiet", sign="arrow-left", name=t("Back"))
        self._build()
        self._shortcuts()
        self.resize(USUAL.boundedTo(self.screen().availableSize() * 0.9))
        self._fill()
        self.show_page(FIRST)

    def _build(self) -> None:
        side = column(
            row(self.back, (self.field, 1), gap=4),
            (self.list, 1),
            gap=10,
            margins=(12, 14, 8, 8),
            name="lists",
        )
        side.setFixedWidth(self._look.px(SIDE))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self.reading, 1)

    def _shortcuts(self) -> None:
        for keys, call in (
            (("Alt+Left", "Backspace"), self.reading.back),
            (("Ctrl+F", "F3"), self._find),
            (("Esc", "Ctrl+W"), self._leave),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(call)

    def show_page(self, file: str, place: str = "") -> None:
        """Turn to a page; one that is not there is the contents."""
        there = {entry.file for entry in entries(self.language)}
        self.reading.show_page(file if file in there else FIRST, place)
        self.reading.setFocus()

    # -- contents and search ----------------------------------------------------------------------

    def _fill(self) -> None:
        self.list.clear()
        wanted = self.field.text()
        if wanted.strip():
            self._fill_hits(wanted)
        else:
            self._fill_contents()
            self._turned(self.reading.file)

    def _fill_contents(self) -> None:
        first = entries(self.language)[0]
        self._line(first.title, FIRST)
        for section in contents(self.language):
            head = self._line(section.title, "")
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setForeground(self._look.colour("text2"))
            small = head.font()
            small.setPixelSize(self._look.px(12))
            small.setWeight(small.Weight.DemiBold)
            head.setFont(small)
            for entry in section.entries:
                self._line(entry.title, entry.file)

    def _fill_hits(self, wanted: str) -> None:
        hits = search(self.language, wanted)
        for hit in hits:
            title = hit.page if hit.heading == hit.page else f"{hit.page} – {hit.heading}"
            item = self._line("", hit.file, hit.place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
            words, high = self._hit(title, glimpse(hit, wanted))
            item.setSizeHint(QSize(self.list.viewport().width(), high))
            self.list.setItemWidget(item, words)
        if not hits:
            self._line(self._t("Nothing in the guide says that."), "").setFlags(Qt.ItemFlag.NoItemFlags)

    def _hit(self, title: str, said: str) -> tuple[QWidget, int]:
        """The two lines of a hit, and how high they are in the list."""
        lines = Lines(title, "rowbold"), Lines(said, "caption", 3)
        made = column(*lines, gap=1, margins=(6, 6, 6, 6))
        made.ensurePolished()
        bar = self.list.verticalScrollBar().sizeHint().width()
        wide = self.list.width() - bar - 14
        return made, sum(line.heightForWidth(wide) for line in lines) + 14

    def _line(self, words: str, file: str, place: str = "") -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setData(FILE, file)
        item.setData(PLACE, place)
        self.list.addItem(item)
        return item

    def _take(self, item: QListWidgetItem) -> None:
        file = item.data(FILE)
        if file:
            self.reading.show_page(file, item.data(PLACE))
            self.reading.mark(self.field.text())

    def _first(self) -> None:
        self._soon.stop()
        self._fill()
        if self.field.text().strip() and self.list.count():
            self.list.setCurrentRow(0)
            self._take(self.list.item(0))

    def _turned(self, file: str) -> None:
        self.back.setEnabled(self.reading.may_go_back)
        if self.field.text().strip():
            return
        for place in range(self.list.count()):
            if self.list.item(place).data(FILE) == file:
                self.list.setCurrentRow(place)

    def _find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _leave(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.close()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field down into the list."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
            self.list.setCurrentRow(max(0, self.list.currentRow()))
        else:
            super().keyPressEvent(event)
