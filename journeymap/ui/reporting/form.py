"""The choices: language, names and quotes, lane, sections with their pages, comparison, date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFileDialog, QLabel, QVBoxLayout, QWidget

from journeymap.i18n import LANGUAGES, N_
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.report.groups import GROUP_OF
from journeymap.storage.versions import versions
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Choices
from journeymap.ui.label import label
from journeymap.ui.pieces import Segments, button, column, row
from journeymap.ui.preferences import LANGUAGE_NAMES
from journeymap.ui.reporting.choice import GROUPS, Choice
from journeymap.ui.reporting.kinds import Kind

PROFILES = (
    ("pseudonymised", N_("Names replaced, quotes kept")),
    ("full", N_("Everything as it stands")),
    ("no_quotes", N_("Names replaced, no quotes")),
)
GROUP_WORDS: Mapping[str, str] = {
    "map": N_("The map"),
    "frictions": N_("Frictions in their order"),
    "walls": N_("Walls and critical moments"),
    "answers": N_("Four questions, promises, conditions"),
    "actions": N_("Actions and changes"),
    "tables": N_("All tables"),
}
NOTHING, A_FILE = "", "file"


class Form(QWidget):
    """`changed` when what is to be made is another. The choice is read from `choice`."""

    changed = Signal()

    def __init__(self, desk: Desk, choice: Choice) -> None:
        super().__init__()
        self._desk, self.choice = desk, choice
        t = desk.t
        self.languages = Segments(
            [LANGUAGE_NAMES[one] for one in LANGUAGES], LANGUAGES.index(choice.language), self._say_language
        )
        self.profiles = self._drop([(words, name) for name, words in PROFILES], choice.profile, "profile")
        self.personal = label("", "caption", wrap=True)
        self.show_personal = button(desk.look, t("Show"), role="link")
        self.hints = row((self.personal, 1), self.show_personal, gap=4)
        self.hints.hide()
        self.lanes = self._lanes()
        self.boxes = {group: self._box(group) for group in GROUPS}
        self.pages: dict[str, QLabel] = {group: label("", "caption", right=True) for group in GROUPS}
        self.since = self._since()
        self.day = QDateEdit(QDate(choice.day.year, choice.day.month, choice.day.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        self.day.dateChanged.connect(self._say_day)
        self._build()

    def _build(self) -> None:
        t = self._desk.t
        self._lane = self._named(t("Lane"), self.lanes)
        self._profile = column(self._named(t("Names and quotes"), self.profiles), self.hints, gap=4)
        rows = [row((self.boxes[group], 1), self.pages[group], gap=6) for group in GROUPS]
        self._sections = column(label(t("Sections"), "rowbold"), *rows, gap=2)
        self._compare = self._named(t("Compare with"), self.since)
        self._date = self._named(t("Date"), self.day)
        made = column(
            self._named(t("Language"), self.languages), self._profile, self._lane, self._sections,
            self._compare, self._date, None, gap=14, margins=(18, 18, 18, 12),
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)

    def _named(self, name: str, control: QWidget) -> QWidget:
        control.setAccessibleName(name)
        return column(label(name, "caption"), control, gap=3)

    def show_kind(self, kind: Kind) -> None:
        """Only the choices that make a difference to what is made."""
        self._profile.setVisible(kind.edition)
        self._sections.setVisible(kind.edition and kind.shown == "pages")
        self._compare.setVisible(kind.edition and kind.shown == "pages")
        self._lane.setVisible(kind.lane)
        self._date.setVisible(kind.edition)

    def show_pages(self, sections: Mapping[str, tuple[int, int]] | None) -> None:
        """On which pages each group stands, or that it is empty; None: not known yet."""
        t = self._desk.t
        for group in GROUPS:
            words = ""
            if sections is not None and self.boxes[group].isChecked():
                found = [sections[name] for name in sections if GROUP_OF.get(name) == group]
                words = t("empty")
                if found:
                    first, last = min(one for one, _ in found), max(other for _, other in found)
                    words = t("p. {n}", n=t.number(first))
                    if last > first:
                        words = t("p. {n}–{m}", n=t.number(first), m=t.number(last))
            self.pages[group].setText(words)

    # -- controls ---------------------------------------------------------------------------------

    def _drop(self, choices: list[tuple[str, str]], chosen: str, field: str) -> Choices:
        made = Choices()
        for words, name in choices:
            made.addItem(self._desk.t(words), name)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        made.currentIndexChanged.connect(lambda _place: self._say(**{field: str(made.currentData())}))
        return made

    def _lanes(self) -> Choices:
        """Suppliers first: an extract is for them; then departments."""
        made = Choices()
        lanes = [lane for lane in lanes_in_order(self._desk.journey) if not is_customer_lane(lane)]
        for lane in sorted(lanes, key=lambda lane: lane.kind != "supplier"):
            made.addItem(" ".join(lane.name.split()), str(lane.id))
        made.setCurrentIndex(max(0, made.findData(str(self.choice.lane or ""))))
        made.currentIndexChanged.connect(lambda _place: self._say(lane=made.currentData()))
        return made

    def _box(self, group: str) -> QCheckBox:
        made = QCheckBox(self._desk.t(GROUP_WORDS[group]))
        made.setChecked(group in self.choice.groups)
        made.toggled.connect(lambda _on: self._say_groups())
        return made

    def _since(self) -> Choices:
        """Nothing, the earlier versions that are kept, or a file."""
        t, made = self._desk.t, Choices()
        made.addItem(t("Nothing"), (NOTHING, None))
        for version in versions(self._desk.journey.head.document or ""):
            day = version.saved.astimezone()
            words = t("Version of {date}, {time}", date=t.date(day.date()), time=f"{day:%H:%M}")
            made.addItem(words, (str(version.path), version.saved.date()))
        made.addItem(t("A file…"), (A_FILE, None))
        made.activated.connect(self._say_since)
        return made

    # -- what was said ----------------------------------------------------------------------------

    def _say(self, **fields: object) -> None:
        self.choice = replace(self.choice, **fields)  # type: ignore[arg-type]
        self.changed.emit()

    def _say_language(self, place: int) -> None:
        self._say(language=LANGUAGES[place])

    def _say_groups(self) -> None:
        self._say(groups=frozenset(group for group, box in self.boxes.items() if box.isChecked()))

    def _say_day(self, day: QDate) -> None:
        self._say(day=date(day.year(), day.month(), day.day()))

    def _say_since(self, _place: int) -> None:
        path, day = self.since.currentData()
        if path == A_FILE:
            path, day = self._ask_file()
        self._say(since=Path(path) if path else None, since_day=day)

    def _ask_file(self) -> tuple[str, date | None]:
        """A map chosen from the disk, with the day it was last written; nothing chosen: nothing."""
        t = self._desk.t
        path, _ = QFileDialog.getOpenFileName(
            self, t("Compare with"), str(self.choice.folder or ""), t("Maps (*.journey)")
        )
        if not path:
            self.since.setCurrentIndex(0)
            return NOTHING, None
        day = datetime.fromtimestamp(Path(path).stat().st_mtime, UTC).date()
        self.since.insertItem(self.since.count() - 1, Path(path).name, (path, day))
        self.since.setCurrentIndex(self.since.count() - 2)
        return path, day

    def focus_first(self) -> None:
        """The keyboard stands at the first choice."""
        self.languages.group.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
