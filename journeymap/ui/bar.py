"""The one bar: menus, the journey's name, whether it is saved, and the one primary button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QPushButton

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.details.written import Words
from journeymap.ui.dialogs.questions import clock
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of
from journeymap.ui.label import tip
from journeymap.ui.pieces import Segments, button
from journeymap.ui.table.kept import VIEWS, ViewName

LEAST = 60
"""Of the journey's name, px at text size 100 %."""


class Bar(QFrame):
    """`renamed(title)`, `view_asked(name)`, `report_asked`, `trouble_asked`."""

    renamed = Signal(str)
    view_asked = Signal(str)
    report_asked = Signal()
    trouble_asked = Signal()

    def __init__(self, desk: Desk, menus: QMenuBar) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._desk, self._menus = desk, menus
        self._shown: tuple[object, ...] = ()
        self.title = Words("")
        self.title.setObjectName("journey_title")
        self.title.setAccessibleName(desk.t("The journey's name"))
        self.title.said.connect(self.renamed)
        self.state = QPushButton()
        self.state.setProperty("role", "figure")
        self.state.clicked.connect(self.trouble_asked)
        self.report = button(
            desk.look, desk.t("Make report"), self.report_asked.emit, role="primary", sign="file-text"
        )
        self.report.setAutoDefault(False)
        tip(self.report, desk.t("Make report") + "  Ctrl+P")
        words = [desk.t("Map"), desk.t("Table"), desk.t("Both")]
        keys = f"{desk.t('Next view')}  {named(desk.t, keys_of('next_view').here()[0])}"
        self.view = Segments(
            words, 0, lambda place: self.view_asked.emit(VIEWS[place]), equal=False, tips=[keys] * 3
        )
        self.view.setAccessibleName(desk.t("View"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(8)
        layout.addWidget(self.title, 100)
        layout.addWidget(self.state)
        layout.addStretch(1)
        layout.addWidget(self.view, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(8)
        layout.addWidget(self.report)
        self.setMinimumHeight(desk.look.size("bar"))

    def refresh(self) -> None:
        """Show the name and the saved state."""
        title = self._desk.journey.head.title or ""
        if self.title.text() != title and not self.title.hasFocus():
            self.title.show_text(title)
        shown = (title, self.title.text(), self.state_words(), self._desk.work.filing.trouble is not None,
                 self._desk.work.is_open)  # fmt: skip
        if shown == self._shown:
            return
        self._shown = shown
        self._follow()

    def _follow(self) -> None:
        self.title.setPlaceholderText(self._desk.t("A map without a name"))
        width = self.title.fontMetrics().horizontalAdvance(self.title.text() or self.title.placeholderText())
        most = self._desk.look.px(380)
        self.title.setMaximumWidth(min(most, width + self._desk.look.px(26)))
        self.title.setMinimumWidth(min(self.title.maximumWidth(), self._desk.look.px(LEAST)))
        self.state.setText(self.state_words())
        self.state.setEnabled(self._desk.work.filing.trouble is not None)
        for one in (self.title, self.state, self.view, self.report):
            one.setVisible(self._desk.work.is_open)
        self._keep_menus()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_menus()

    def _keep_menus(self) -> None:
        """Where it is narrow the name gives way before a menu does."""
        whole, least = self._menus.sizeHint().width(), self.minimumSizeHint().width()
        rest = least - max(self._menus.minimumWidth(), self._menus.minimumSizeHint().width())
        self._menus.setMinimumWidth(whole if rest + whole <= self.width() else 0)
        cut = self.title.fontMetrics().horizontalAdvance(self.title.text()) > self.title.width() - 8
        tip(self.title, self.title.text() if cut else "")

    def show_view(self, name: ViewName) -> None:
        """Which view is shown."""
        self.view.choose(VIEWS.index(name))

    def state_words(self) -> str:
        """ "Saved 10:42", "Saving…", "Not saved yet", "Cannot save: see why"."""
        t, work = self._desk.t, self._desk.work
        if work.saving is not None:
            return t("Saving…")
        if work.filing.trouble is not None:
            return t("Cannot save: see why")
        if work.filing.read_only:
            return t("Can be read, not changed")
        if work.needs_saving or work.filing.saved_at is None:
            return t("Not saved yet")
        return t("Saved {time}", time=clock(t, work.filing.saved_at))
