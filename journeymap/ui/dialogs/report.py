"""Make report: kinds, choices, and the true pages of what will be made; saved, printed or stopped."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeymap.canvas.guard import guard
from journeymap.exchange.left_behind import left_behind
from journeymap.i18n import N_
from journeymap.report.extract import extract
from journeymap.report.outline import Outline
from journeymap.report.personal import Hint, hints
from journeymap.report.profile import as_profile
from journeymap.storage.errors import StorageError
from journeymap.storage.outputs import write_whole
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.personal import PersonalPage
from journeymap.ui.label import Elided, label
from journeymap.ui.naming import file_name
from journeymap.ui.pieces import button, column, row, rule, scrolled
from journeymap.ui.publishing import Order, Publishing
from journeymap.ui.reporting import notes
from journeymap.ui.reporting.choice import recalled, recalled_kind, remember
from journeymap.ui.reporting.form import Form
from journeymap.ui.reporting.kind_list import KindList
from journeymap.ui.reporting.kinds import Kind, kind_named
from journeymap.ui.reporting.pages import Pages
from journeymap.ui.reporting.preview import Preview

DONE = N_("Saved {file} in {folder}.")
AFTER = 300
"""Milliseconds of quiet after a choice before the pages are drawn anew."""
SIZE = QSize(1180, 704)
KINDS_WIDE, FORM_WIDE = 238, 318


class ReportDialog(QDialog):
    """Not modal work: child processes run on their own, and Cancel works at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, kind: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(desk.t("Make report"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.kind = kind_named(kind or recalled_kind(desk.journey))
        language = desk.journey.head.language or desk.t.language
        self.form = Form(desk, recalled(desk.journey, self.kind.name, language))
        self.chosen: Path | None = None
        self.publishing = Publishing(desk.t, self)
        self.publishing.done.connect(self._done)
        self.publishing.failed.connect(self._failed)
        self.drawing = Publishing(desk.t, self)
        self.drawing.done.connect(self._drawn)
        self.drawing.failed.connect(self._not_drawn)
        self._shown: Order | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(AFTER)
        self._quiet.timeout.connect(self.draw)
        self._build()
        self._say_kind(self.kind)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what it is made of -----------------------------------------------------------------------

    def _build(self) -> None:
        look, t = self._desk.look, self._desk.t
        self.kinds = KindList(look, t, self.kind)
        self.kinds.chose.connect(self._say_kind)
        left = column(
            label(t("Make report"), "title"), (self.kinds, 1), gap=12, margins=(14, 18, 10, 12),
            name="kinds_side",
        )  # fmt: skip
        left.setFixedWidth(look.px(KINDS_WIDE))
        middle = scrolled(self.form)
        middle.setFixedWidth(look.px(FORM_WIDE))
        self.form.changed.connect(self._changed)
        self.form.show_personal.clicked.connect(lambda _on: self._show_personal())
        self.preview = Preview(look, t)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for part, stretch in ((left, 0), (middle, 0), (self.preview, 1)):
            body.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(rule())
        layout.addWidget(self._foot_row())
        room = self.screen().availableSize() - QSize(40, 60)
        self.resize(QSize(look.px(SIZE.width()), look.px(SIZE.height())).boundedTo(room))

    def _foot_row(self) -> QWidget:
        self._said = label("", "warn", wrap=True)
        self._remedy = button(self._desk.look, "", role="link")
        self._remedy.clicked.connect(lambda _on: self._cure())
        self._warning = row((self._said, 1), self._remedy, gap=6)
        self._warning.hide()
        self._foot = QStackedWidget()
        for one in (self._buttons(), self._progress(), self._finished()):
            self._foot.addWidget(one)
        return row((self._warning, 1), (self._foot, 1), gap=12, margins=(18, 12, 18, 12), name="dialog_foot")

    def _buttons(self) -> QWidget:
        t, look = self._desk.t, self._desk.look
        self._where = Elided("", "quiet")
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.change = button(look, t("Change…"), self._choose)
        self.print = button(look, t("Print…"), self._print)
        self.copy = button(look, t("Copy"), self._copy)
        self.save = button(look, "", self.start, role="primary")
        self.save.setDefault(True)
        return row((self._where, 1), self.change, 4, self.print, self.copy,
                   button(look, t("Cancel"), self.reject), self.save)  # fmt: skip

    def _progress(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        words = label(self._desk.t("The file is being made …"), "quiet")
        return row(words, (bar, 1), button(self._desk.look, self._desk.t("Cancel"), self._cancel), gap=12)

    def _finished(self) -> QWidget:
        t, look = self._desk.t, self._desk.look
        self._done_words = Elided("", "row")
        self.open_file = button(look, t("Open the file"), self._open)
        self.close_button = button(look, t("Close"), self.accept, role="primary")
        return row((self._done_words, 1), self.open_file, self.close_button)

    # -- choices ----------------------------------------------------------------------------------

    def _say_kind(self, kind: Kind) -> None:
        self.kind, self.chosen = kind, None
        self.form.choice = replace(self.form.choice, kind=kind.name)
        self.form.show_kind(kind)
        self.save.setText(self._desk.t(kind.save))
        self.print.setVisible(kind.shown == "pages" and kind.ending == "pdf")
        self.copy.setVisible(kind.shown == "text")
        self.copy.setEnabled(False)
        self.print.setEnabled(False)
        if not kind.shown:
            self._quiet.stop()
            self.drawing.cancel()
            self.preview.say("\n\n".join(filter(None, self._of_data(kind))))
        self._changed()

    def _of_data(self, kind: Kind) -> tuple[str, ...]:
        """What is told of a file for other programs instead of showing it."""
        t = self._desk.t
        stays = left_behind(self._desk.journey, t) if kind.ending == "csv" else ""
        return (
            t("The file opens in the program that belongs to it."),
            t("Names and quotes are in it as they stand."),
            stays,
        )

    def _changed(self) -> None:
        """Something else is to be made: the pages are old, and so is what was saved."""
        self._shown = None
        self._foot.setCurrentIndex(0)
        self._where.setText(self.target.name)
        self._where.setToolTip("")
        self._say_personal()
        self._say("")
        if self.kind.shown:
            self.preview.wait()
            self._quiet.start()

    @property
    def target(self) -> Path:
        """Where the file will lie."""
        folder = self.form.choice.folder or self._desk.work.filing.folder
        name = f"{file_name(self._desk)} {self.form.choice.day.isoformat()}.{self.kind.ending}"
        return self.chosen or folder / name

    def _choose(self) -> None:
        ending = self.kind.ending
        path, _ = QFileDialog.getSaveFileName(
            self, self._desk.t("Save as"), str(self.target), f"{ending.upper()} (*.{ending})"
        )
        if path:
            self.chosen = Path(path).with_suffix(f".{ending}")
            self.form.choice = replace(self.form.choice, folder=self.chosen.parent)
            self._where.setText(self.chosen.name)

    def _edition(self) -> Iterator[str]:
        """What only a report understands."""
        choice = self.form.choice
        yield from ("--profile", choice.profile)
        if self.kind.lane:
            lane = choice.lane or self.form.lanes.currentData()
            yield from ("--lane", str(lane)) if lane else ()
        if self.kind.shown == "pages":
            yield from ("--sections", ",".join(sorted(choice.groups)))
            if choice.since is not None:
                yield from ("--since", str(choice.since))
                if choice.since_day is not None:
                    yield from ("--since-date", choice.since_day.isoformat())

    def _order(self, target: Path) -> Order:
        edition = tuple(self._edition()) if self.kind.edition else ()
        return Order(target, self.form.choice.language, self.form.choice.day, edition)

    # -- the preview ------------------------------------------------------------------------------

    def draw(self) -> None:
        """Begin to draw what will be made; what was being drawn for other choices is stopped."""
        self._quiet.stop()
        folder = self.drawing.folder
        ending = {"pages": "pdf", "picture": "png", "text": "txt"}[self.kind.shown or "pages"]
        order = self._order(folder / f"preview.{ending}")
        if ending == "pdf":
            order = replace(order, edition=(*order.edition, "--outline", str(folder / "outline.json")))
        self.drawing.start(self._desk.journey, order, self._desk.work.filing.attachments)

    def _drawn(self, path: Path) -> None:
        try:
            if self.kind.shown == "text":
                self.preview.show_text(path.read_text("utf-8"))
                self.copy.setEnabled(True)
            elif self.kind.shown == "picture":
                self.preview.show_picture(path)
            else:
                self._show_pages(path)
        except (OSError, ValueError):
            self._not_drawn("")
            return
        self._shown = self._order(path)

    def _show_pages(self, path: Path) -> None:
        self.preview.show_pages(Pages(path.read_bytes()))
        self.print.setEnabled(True)
        outline = Outline.from_json((path.parent / "outline.json").read_text("utf-8"))
        self.form.show_pages(outline.sections)
        self._warn(outline)

    def _not_drawn(self, sentence: str) -> None:
        self.preview.say(sentence or self._desk.t("The pages could not be drawn. The log says more."))
        self.form.show_pages(None)

    # -- warnings ---------------------------------------------------------------------------------

    def _warn(self, outline: Outline) -> None:
        """The first thing worth knowing: what is hard to read, else what has no font."""
        t = self._desk.t
        if outline.small:
            page, count = min(outline.small.items())
            words = notes.small_words(page, count, t)
            self._note(notes.Note(words, t("Show"), lambda: self.preview.go(page - 1)))
            return
        words = notes.font_words(notes.without_font(self._desk.journey), t)
        if words:
            self._note(notes.Note(words))

    def _note(self, note: notes.Note) -> None:
        self._say(note.words)
        self._cured = note.call
        self._remedy.setText(note.remedy)
        self._remedy.setVisible(note.call is not None)

    _cured: object = None

    def _cure(self) -> None:
        if callable(self._cured):
            self._cured()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._warning.setVisible(bool(words))
        self._remedy.hide()

    def _personal(self) -> list[Hint]:
        """What looks like a person's data in what goes out: of this profile, of this lane."""
        journey = self._desk.journey
        if self.kind.lane and self.form.lanes.count():
            journey, _ = extract(journey, self._desk.work.findings, self.form.lanes.currentData())
        return hints(as_profile(journey, self.form.choice.profile, self._desk.t))  # type: ignore[arg-type]

    def _say_personal(self) -> None:
        words = notes.personal_words(self._personal(), self._desk.t) if self.kind.edition else ""
        self.form.personal.setText(words)
        self.form.hints.setVisible(bool(words))

    def _show_personal(self) -> None:
        PersonalPage(self._desk, self._desk.journey, self._personal(), self).exec()

    # -- work -------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to make the file; at once where it is what the preview shows already."""
        remember(self._desk.journey, self.form.choice)
        self._say("")
        path = self._shown.target if self._shown is not None else None
        if path is not None and self._shown == self._order(path) and path.suffix == self.target.suffix:
            self._copy_shown(path)
            return
        self._quiet.stop()
        self.drawing.cancel()
        self._foot.setCurrentIndex(1)
        self.publishing.start(
            self._desk.journey, self._order(self.target), self._desk.work.filing.attachments
        )

    def _copy_shown(self, path: Path) -> None:
        """The very bytes that were looked at."""
        try:
            write_whole(self.target, path.read_bytes())
        except (OSError, StorageError) as failure:
            said = failure.sentence(self._desk.t) if isinstance(failure, StorageError) else str(failure)
            self.publishing.failed.emit(said)
            return
        self.publishing.done.emit(self.target)

    def _cancel(self) -> None:
        self.publishing.cancel()
        self._foot.setCurrentIndex(0)

    def _done(self, path: Path) -> None:
        self._done_words.setText(
            self._desk.t(DONE, file=path.name, folder=path.parent.name or str(path.parent))
        )
        self._foot.setCurrentIndex(2)
        self.close_button.setDefault(True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, sentence: str) -> None:
        self._say(sentence or self._desk.t("The report could not be made. The log says more."))
        self._foot.setCurrentIndex(0)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.preview.text.toPlainText())
        self._say(self._desk.t("The summary is on the clipboard."))

    def _print(self) -> None:
        from journeymap.ui.reporting.printing import ask_and_print  # noqa: PLC0415 - few print

        if self.preview.pages is not None:
            ask_and_print(self.preview.pages, file_name(self._desk), self._desk.t, self)

    # -- the end ----------------------------------------------------------------------------------

    def _stop(self) -> None:
        self._quiet.stop()
        self.preview.forget()
        for one in (self.publishing, self.drawing):
            with contextlib.suppress(OSError):
                one.close()

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    @guard(None)
    def accept(self) -> None:
        self._stop()
        super().accept()

    @guard(None)
    def reject(self) -> None:
        self._stop()
        super().reject()
