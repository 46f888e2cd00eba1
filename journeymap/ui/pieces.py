"""The small parts every panel is made of: rows, columns, rules, buttons, segments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeymap.ui.icons import icon
from journeymap.ui.label import tip
from journeymap.ui.look import Look

Part = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget, a layout, a gap in px, None for what stretches, or one of the first two with its stretch."""
Box = TypeVar("Box", bound=QBoxLayout)
Margins = tuple[int, int, int, int]


def row(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0), name: str = "") -> QFrame:
    """Parts beside one another."""
    return _framed(QHBoxLayout(), parts, gap, margins, name)


def column(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0), name: str = "") -> QFrame:
    """Parts below one another."""
    return _framed(QVBoxLayout(), parts, gap, margins, name)


def beside(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts beside one another with no frame around them: what is only laid out is made quicker so."""
    return _filled(QHBoxLayout(), parts, gap, margins)


def below(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts below one another with no frame around them."""
    return _filled(QVBoxLayout(), parts, gap, margins)


def _framed(layout: QBoxLayout, parts: Sequence[Part], gap: int, margins: Margins, name: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(name)
    frame.setLayout(layout)
    _filled(layout, parts, gap, margins)
    return frame


def _filled(layout: Box, parts: Sequence[Part], gap: int, margins: Margins) -> Box:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for part in parts:
        put(layout, part)
    return layout


def put(layout: QBoxLayout, part: Part) -> None:
    """Add one part at the end of a layout."""
    if part is None:
        layout.addStretch(1)
    elif isinstance(part, int):
        layout.addSpacing(part)
    elif isinstance(part, tuple):
        put(layout, part[0])
        layout.setStretch(layout.count() - 1, part[1])
    elif isinstance(part, QLayout):
        layout.addLayout(part)
    else:
        layout.addWidget(part)


def top(widget: QWidget) -> QHBoxLayout:
    """The widget at the upper end of a row that is higher than it."""
    layout = QHBoxLayout()
    layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return layout


def scrolled(inner: QWidget | None = None) -> QScrollArea:
    """Something that may be higher than its place: it scrolls up and down, never sideways."""
    area = QScrollArea()
    if inner is not None:
        area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def rule() -> QFrame:
    """A thin line."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go once the running event is over."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def button(
    look: Look,
    text: str,
    call: Callable[[], object] | None = None,
    *,
    role: str = "",
    sign: str = "",
    name: str = "",
) -> QPushButton:
    """A button; `sign` is its icon, `name` what is spoken and shown as tip where it has no text."""
    words = text.replace("&", "&&")
    made = QPushButton(f" {words}" if sign and words else words)
    if role:
        made.setProperty("role", role)
    if sign:
        made.setIcon(icon(look, sign, 16, "on_accent" if role == "primary" else "text"))
        made.setIconSize(QSize(look.px(16), look.px(16)))
    if name:
        made.setAccessibleName(name)
        tip(made, name)
    if call is not None:
        made.clicked.connect(lambda _checked: call())
    made.setAutoDefault(role == "primary")
    return made


class Segments(QFrame):
    """One of several, side by side; none is an answer too. Calls `chose(place)` when clicked."""

    def __init__(
        self,
        words: Sequence[str],
        chosen: int | None,
        chose: Callable[[int], object],
        *,
        tight: bool = False,
        equal: bool = True,
        tips: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setProperty("tight", tight)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(2, 2, 2, 2)
        self.group = QButtonGroup(self)
        self.group.setExclusive(False)
        for place, word in enumerate(words):
            self._add(layout, place, word, equal)
            if place < len(tips):
                tip(self.group.button(place), tips[place])
        self.choose(chosen)
        self.group.idClicked.connect(lambda place: self._clicked(place, chose))

    def _add(self, layout: QBoxLayout, place: int, word: str, equal: bool) -> None:
        piece = QPushButton(word.replace("&", "&&"))
        piece.setCheckable(True)
        piece.setAutoDefault(False)
        if equal:
            piece.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            piece.setMinimumWidth(piece.fontMetrics().horizontalAdvance(word) + 8)
        else:
            piece.setMinimumWidth(_bold_width(piece, word) + 20)
        layout.addWidget(piece, 1 if equal else 0)
        self.group.addButton(piece, place)

    def has_keyboard(self) -> bool:
        """Whether one of the pieces has the keyboard."""
        return any(piece.hasFocus() for piece in self.group.buttons())

    def take_focus(self) -> None:
        """The keyboard goes to the chosen piece, or to the first."""
        chosen = self.group.checkedButton() or self.group.button(0)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, chosen: int | None) -> None:
        """Show this one as chosen; None shows none."""
        for place in range(len(self.group.buttons())):
            self.group.button(place).setChecked(place == chosen)

    def _clicked(self, place: int, chose: Callable[[int], object]) -> None:
        self.choose(place)
        chose(place)


def _bold_width(piece: QPushButton, word: str) -> int:
    """How wide the word is once it is the chosen one."""
    bold = QFont(piece.font())
    bold.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(bold).horizontalAdvance(word)
