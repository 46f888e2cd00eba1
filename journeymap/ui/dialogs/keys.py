"""Every key there is, by where it holds; to search, and to print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from journeymap.edit.suggest import plain
from journeymap.i18n import Catalogue
from journeymap.storage.places import documents
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.keychart import Group, Line, Tree, chart, there
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row, scrolled

SIZE = 640, 640


class KeysPage(Page):
    """The chart with a field that narrows it; "Print…" writes it as a PDF of one page."""

    change_asked = Signal()
    """Other keys are wanted; the page has closed."""

    def __init__(self, desk: Desk, tree: Tree, parent: QWidget | None) -> None:
        t, look = desk.t, desk.look
        super().__init__(look, t("Keys"), SIZE[0], parent)
        self._t = t
        self.groups = there(chart(t, tree))
        self.field = QLineEdit()
        self.field.setPlaceholderText(t("Find a key or what it does"))
        self.field.setAccessibleName(t("Find a key or what it does"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.narrow)
        self._shown: list[tuple[Group, QWidget, list[tuple[Line, QWidget]]]] = []
        self._none = label(t("No key does that."), "quiet")
        self._none.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._build_rows()
        inner = column(self._rows, None, margins=(0, 0, 10, 0), name="scrolled")
        area = scrolled(inner)
        self._said = label("", "caption", wrap=True)
        self.print_button = button(look, t("Print…"), self.print_chart, sign="printer")
        self.change_button = button(look, t("Change keys…"), self._change, sign="keyboard")
        close = button(look, t("Close"), self.accept, role="primary")
        for made in (self.print_button, self.change_button, close):
            made.setAutoDefault(False)
        lead = t('Write, Enter. Ctrl+digit for who. # where it hurts. ! what decides. " what they said.')
        self.show_parts(
            label(lead, "row", wrap=True),
            self.field,
            (area, 1),
            self._said,
            row(self.print_button, self.change_button, None, close, gap=8),
        )
        self._said.hide()
        self.resize(look.px(SIZE[0]), look.px(SIZE[1]))
        self.field.setFocus()

    def _build_rows(self) -> None:
        for group in self.groups:
            head = label(group.title, "group")
            head.setContentsMargins(0, 12, 0, 0)
            self._rows.addWidget(head)
            lines = [(line, self._line(line)) for line in group.lines]
            for _, made in lines:
                self._rows.addWidget(made)
            self._shown.append((group, head, lines))
        self._rows.addWidget(self._none)

    def narrow(self, wanted: str) -> None:
        """Show the lines that hold every word."""
        words, left = plain(wanted).split(), 0
        for group, head, lines in self._shown:
            fitting = 0
            for line, made in lines:
                fits = _fits(group, line, words)
                made.setVisible(fits)
                fitting += fits
            head.setVisible(bool(fitting))
            left += fitting
        self._none.setVisible(not left)

    def _line(self, line: Line) -> QWidget:
        keys = row(*(label(key, "key") for key in line.keys), None, gap=4)
        keys.setFixedWidth(self.look.px(210))
        made = row(keys, (label(line.words, "row", wrap=True), 1), gap=10)
        made.setAccessibleName(f"{', '.join(line.keys)}: {line.words}")
        return made

    def _change(self) -> None:
        self.accept()
        self.change_asked.emit()

    def print_chart(self) -> None:
        """Write the chart where the person wants it, and open it: from there it is printed."""
        t = self._t
        place = str(documents() / f"{t('Keys')} – journeymap.pdf")
        path, _ = QFileDialog.getSaveFileName(self, t("Save the chart of keys"), place, "PDF (*.pdf)")
        if not path:
            return
        target = Path(path) if Path(path).suffix else Path(path).with_suffix(".pdf")
        try:
            target.write_bytes(on_paper(self.groups, t, date.today()))  # noqa: DTZ011 - on the own wall
        except OSError:
            said = t("Could not write {file}. Choose another place.", file=target.name)
        else:
            said = t("Saved {file}.", file=target.name)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
        self._said.setText(said)
        self._said.show()


def on_paper(groups: tuple[Group, ...], t: Catalogue, day: date) -> bytes:
    """The chart as a PDF."""
    from journeymap.report.key_chart import KeyGroup, key_chart  # noqa: PLC0415 - 0.3 s, not needed to start

    told = [KeyGroup(group.title, list(_told(group))) for group in groups]
    return key_chart(told, t("Keys of journeymap"), t("F1 opens the guide."), t, day)


def _told(group: Group) -> Iterator[tuple[tuple[str, ...], str]]:
    for line in group.lines:
        yield line.keys, line.words


def _fits(group: Group, line: Line, wanted: list[str]) -> bool:
    text = plain(f"{group.title} {line.words} {' '.join(line.keys)}")
    return all(word in text for word in wanted)
