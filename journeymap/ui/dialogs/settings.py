"""Settings on one page; every choice applies at once, nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.sheets import terms
from journeymap.storage import recents, settings
from journeymap.storage.versions import DAYS, DAYS_SETTING
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Choices
from journeymap.ui.details.written import Words
from journeymap.ui.label import label
from journeymap.ui.parts import Frame
from journeymap.ui.pieces import Segments, button, column, row, rule, scrolled
from journeymap.ui.preferences import (
    HINT_WORDS,
    LANGUAGE_NAMES,
    MOTION_WORDS,
    SIZES,
    THEME_WORDS,
    calm,
    hint_choice,
    motion_choice,
    theme_choice,
)

WIDTH, NAMES = 560, 168
KEPT_DAYS = (7, 14, 30, 90)


class Settings(QDialog):
    """One page, 560 wide or as its longest row. What changes every word or colour makes it anew as well."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.widget())
        self._frame = frame
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._build()

    @property
    def _desk(self) -> Desk:
        return self._frame.parts_or_frame().desk

    def _build(self) -> None:
        """Put everything on the page in the present words and look."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        t, look = self._desk.t, self._desk.look
        self.setWindowTitle(t("Settings"))
        self.said = label("", "warn", wrap=True)
        close = button(look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        parts = [*self._looks(), rule(), *self._work(), rule(), *self._files(), self.said]
        self.said.hide()
        inner = column(
            label(t("Settings"), "title"), *parts, gap=12, margins=(24, 22, 24, 8), name="scrolled"
        )
        area = scrolled(inner)
        self._body = column((area, 1), row(None, close, margins=(24, 4, 24, 20)), gap=4)
        self._layout.addWidget(self._body)
        room = self.screen().availableSize().height() * 9 // 10
        inner.ensurePolished()  # its size is asked for before it was ever shown
        high = inner.sizeHint().height() + look.px(70)
        bar = area.verticalScrollBar().sizeHint().width() if high > room else 0
        wide = max(look.px(WIDTH), inner.minimumSizeHint().width() + bar)
        self.setFixedWidth(wide)
        self.resize(wide, min(room, high))

    # -- the rows ---------------------------------------------------------------------------------

    def _looks(self) -> list[QWidget]:
        t = self._desk.t
        speak = self._frame.speak
        self.languages = self._several(
            tuple(LANGUAGE_NAMES.items()), t.language, lambda name: self._anew(lambda: speak(name))
        )
        self.themes = self._several(
            self._said(THEME_WORDS),
            theme_choice(),
            self._dress,
        )
        self.sizes = self._several(
            tuple((str(one), t.percent(one)) for one in SIZES),
            str(settings.get("text_size", 1.0)),
            lambda one: self._anew(lambda: self._frame.wear(theme_choice(), float(one))),
        )
        self.motion = self._several(self._said(MOTION_WORDS), motion_choice(), self._move)
        return [
            self._row(t("Language"), self.languages),
            self._row(t("Theme"), self.themes),
            self._row(t("Text size"), self.sizes),
            self._row(t("Motion"), self.motion),
        ]

    def _work(self) -> list[QWidget]:
        t = self._desk.t
        self.hints = self._several(self._said(HINT_WORDS), hint_choice(), self._hint)
        rows = [self._row(t("Hints on the line"), self.hints)]
        if self._desk.work.is_open and not self._desk.work.filing.read_only:
            rows.append(self._row(t("Word for the customer"), self._customer(), t("On this map.")))
        keys = button(self._desk.look, t("Keys…"), self._keys, sign="keyboard")
        rows.append(self._row(t("Keys"), row(keys, None)))
        return rows

    def _files(self) -> list[QWidget]:
        t, look = self._desk.t, self._desk.look
        self.days = self._several(
            tuple((str(n), t.plural("{n} day", "{n} days", n)) for n in KEPT_DAYS),
            str(settings.get(DAYS_SETTING, DAYS)),
            lambda n: self._keep(DAYS_SETTING, int(n)),
        )
        self.name = Words(settings.get("name", ""))
        self.name.setMaxLength(80)
        self.name.said.connect(lambda name: self._keep("name", name))
        self.forget = button(look, t("Forget recent files"), self._forget)
        told = t("Those who open a map that you have open see it.")
        return [
            self._row(t("Earlier versions kept"), self.days),
            self._row(t("Your name"), self.name, told),
            self._row(t("Recent files"), row(self.forget, None)),
        ]

    def _row(self, name: str, control: QWidget, told: str = "") -> QWidget:
        control.setAccessibleName(name)
        head = label(name, "row", wrap=True)
        head.setFixedWidth(self._desk.look.px(NAMES))
        under = [label(told, "caption", wrap=True)] if told else []
        hugging = row(control, None) if isinstance(control, Segments) else control
        return row(head, (column(hugging, *under, gap=3), 1), gap=12)

    def _several(
        self, words: Sequence[tuple[str, str]], chosen: str, chose: Callable[[str], object]
    ) -> Segments:
        names = [name for name, _ in words]
        now = names.index(chosen) if chosen in names else None
        return Segments([said for _, said in words], now, lambda place: chose(names[place]), equal=False)

    def _said(self, words: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(name, self._desk.t(word)) for name, word in words]

    def _customer(self) -> QWidget:
        """The map's own word; it is an edit of the map, so undo takes it back."""
        made, t = Choices(), self._desk.t
        now = self._desk.journey.head.customer_word
        made.addItem(t("not said"), None)
        for word, said in terms.CUSTOMER.items():
            made.addItem(t(said), word)
            if word == now:
                made.setCurrentIndex(made.count() - 1)
        made.currentIndexChanged.connect(
            lambda place: verbs.set_field(self._desk.document, HEAD, customer_word=made.itemData(place))
        )
        return made

    # -- what they do -----------------------------------------------------------------------------

    def _keep(self, name: str, value: str | int) -> None:
        """Remember a choice; where the disk refused, it holds until the program ends, and that is said."""
        if settings.put(name, value):
            self.said.hide()
        else:
            self._say(self._desk.t("The disk did not take it. Is it full, or closed for writing?"))

    def _say(self, words: str) -> None:
        made: QLabel = self.said
        made.setText(words)
        made.show()

    def _anew(self, apply: Callable[[], object]) -> None:
        """Apply what makes every widget of the window anew, this page's too; the keyboard stays."""
        rows = ("languages", "themes", "sizes")
        held = next((name for name in rows if getattr(self, name).has_keyboard()), rows[0])
        apply()
        self._build()
        getattr(self, held).take_focus()

    def _dress(self, theme: str) -> None:
        self._anew(lambda: self._frame.wear(theme, self._desk.look.scale))

    def _move(self, name: str) -> None:
        self._keep("motion", name)
        self._frame.parts_or_frame().map.camera.calm = calm()

    def _hint(self, name: str) -> None:
        self._keep("hints", name)
        if name == "learnt":
            settings.forget("sign_uses")
        self._frame.parts_or_frame().foot.bar.fit_hints()

    def _forget(self) -> None:
        recents.clear()
        self.forget.setEnabled(False)

    def _keys(self) -> None:
        self.accept()
        self._frame.do("keys")
