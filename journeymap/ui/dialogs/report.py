"""Make report: what, in which language, for whose eyes, where to; then progress with a Cancel."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFileDialog,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeymap.canvas.guard import guard
from journeymap.i18n import LANGUAGES, N_
from journeymap.storage import settings
from journeymap.storage.errors import StorageError
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Choices
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import Segments, button, column, row, rule
from journeymap.ui.preferences import LANGUAGE_NAMES
from journeymap.ui.publishing import Order, Publishing

KINDS = (
    ("pdf", N_("PDF report"), N_("for the manager")),
    ("svg", N_("Picture, SVG"), N_("can be edited")),
    ("png", N_("Picture, PNG"), N_("for slides and mail")),
)
PROFILES = (
    ("pseudonymised", N_("Names replaced, quotes kept")),
    ("full", N_("Everything as it stands")),
    ("no_quotes", N_("Names replaced, no quotes")),
)
DONE = N_("Saved {file}.")


def file_name(desk: Desk) -> str:
    """The map's title as a file name that every system takes, without an ending."""
    title = desk.journey.head.title or desk.t("Map")
    bare = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title).split())
    return bare.strip(" .")[:80] or "map"


class ReportDialog(QDialog):
    """Not modal work: the child process runs on its own, and Cancel works at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, kind: str = "pdf") -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(desk.t("Make report"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.kind = kind
        self.language = desk.journey.head.language or desk.t.language
        self.profile = settings.get("report_profile", "pseudonymised")
        self.folder = self._usual_folder()
        self.chosen: Path | None = None
        self.publishing = Publishing(self)
        self.publishing.done.connect(self._done)
        self.publishing.failed.connect(self._failed)
        self._build()
        self._refresh()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        t, look = self._desk.t, self._desk.look
        kinds = Segments(
            [t(words) for _, words, _ in KINDS], [k for k, _, _ in KINDS].index(self.kind), self._say_kind
        )
        self._for = label("", "caption")
        languages = Segments(
            [LANGUAGE_NAMES[one] for one in LANGUAGES], LANGUAGES.index(self.language), self._say_language
        )
        self._profiles = Choices()
        for profile, words in PROFILES:
            self._profiles.addItem(t(words), profile)
        self._profiles.setCurrentIndex(max(0, self._profiles.findData(self.profile)))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        self._where = Elided("", "caption")
        self._report_only = column(
            column(label(t("Names and quotes"), "caption"), self._profiles, gap=3),
            column(label(t("Date on the report"), "caption"), self.day, gap=3),
            gap=12,
        )
        self._foot = QStackedWidget()
        self._foot.addWidget(self._buttons())
        self._foot.addWidget(self._progress())
        self._foot.addWidget(self._finished())
        self._said = label("", "warn", wrap=True)
        self._said.hide()
        made = column(
            label(t("Make report"), "title"),
            column(kinds, self._for, gap=4),
            column(label(t("Language of the report"), "caption"), languages, gap=3),
            self._report_only,
            rule(),
            self._said,
            row((self._where, 1), button(look, t("Change…"), self._choose, role="small")),
            self._foot,
            gap=14,
            margins=(24, 22, 24, 20),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.setMinimumWidth(look.px(520))

    def _buttons(self) -> QWidget:
        t, look = self._desk.t, self._desk.look
        self.save = button(look, "", self.start, role="primary")
        self.save.setDefault(True)
        return row(None, button(look, t("Cancel"), self.reject), self.save)

    def _progress(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        words = label(self._desk.t("The pages are being drawn …"), "quiet")
        return row(words, (bar, 1), button(self._desk.look, self._desk.t("Cancel"), self._cancel), gap=12)

    def _finished(self) -> QWidget:
        t, look = self._desk.t, self._desk.look
        self._done_words = Elided("", "row")
        self.open_file = button(look, t("Open the file"), self._open)
        self.close_button = button(look, t("Close"), self.accept, role="primary")
        return row((self._done_words, 1), self.open_file, self.close_button)

    # -- choices ----------------------------------------------------------------------------------

    def _say_kind(self, place: int) -> None:
        self.kind, self.chosen = KINDS[place][0], None
        self._refresh()

    def _say_language(self, place: int) -> None:
        self.language = LANGUAGES[place]
        self._refresh()

    def _refresh(self) -> None:
        t = self._desk.t
        self._for.setText(next(t(words) for kind, _, words in KINDS if kind == self.kind))
        self._report_only.setVisible(self.kind == "pdf")
        self.save.setText({"pdf": t("Save PDF"), "svg": t("Save SVG"), "png": t("Save PNG")}[self.kind])
        self._where.setText(str(self.target))

    @property
    def target(self) -> Path:
        """Where the file will lie."""
        return self.chosen or self.folder / f"{file_name(self._desk)} {self._day().isoformat()}.{self.kind}"

    def _day(self) -> date:
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _usual_folder(self) -> Path:
        path = self._desk.work.filing.path
        if path is not None:
            return path.parent
        documents = Path.home() / "Documents"
        return documents if documents.is_dir() else Path.home()

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self._desk.t("Save as"), str(self.target), f"{self.kind.upper()} (*.{self.kind})"
        )
        if path:
            self.chosen = Path(path).with_suffix(f".{self.kind}")
            self._refresh()

    # -- work -------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to make the file."""
        self.profile = str(self._profiles.currentData())
        settings.put("report_profile", self.profile)
        self._say("")
        try:
            self.publishing.start(
                self._desk.journey,
                Order(self.kind, self.target, self.language, self.profile, self._day()),
                self._desk.work.filing.attachments,
            )
        except StorageError as failure:
            self._say(failure.sentence(self._desk.t))
            return
        self._foot.setCurrentIndex(1)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _cancel(self) -> None:
        self.publishing.cancel()
        self._foot.setCurrentIndex(0)

    def _done(self, path: Path) -> None:
        self._done_words.setText(self._desk.t(DONE, file=path.name))
        self._foot.setCurrentIndex(2)
        self.close_button.setDefault(True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, sentence: str) -> None:
        self._say(sentence or self._desk.t("The report could not be made. The log says more."))
        self._foot.setCurrentIndex(0)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target)))

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self.publishing.cancel()
        super().closeEvent(event)

    @guard(None)
    def reject(self) -> None:
        self.publishing.cancel()
        super().reject()
