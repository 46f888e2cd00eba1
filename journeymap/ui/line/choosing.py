"""A strip that asks one thing with numbered answers: what a drop means, whether to bring rows in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journeymap.edit.strip import ENTER, ESCAPE
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import Elided, label
from journeymap.ui.line.strips import Asking
from journeymap.ui.pieces import button, row

Option = tuple[str, str]
"""The key that answers (a digit, or strip's ENTER), and the words beside it."""
SHOWN = {ENTER: "Enter", ESCAPE: "Esc"}


class Choosing(Asking):
    """One question at a time. A key of an option answers; Esc, or a letter, means none of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._options: Sequence[Option] = ()
        self._call: Callable[[str | None], object] = lambda _answer: None

    def ask(
        self,
        words: str,
        options: Sequence[Option],
        call: Callable[[str | None], object],
        *,
        notes: Sequence[str] = (),
        icon: str = "circle-help",
        later: str = "",
    ) -> None:
        """Ask; `call` gets the key of the answer, None where it was left. `later` says what Esc does."""
        self._options, self._call = tuple(options), call
        offered = "; ".join(f"{SHOWN.get(key, key)}: {said}" for key, said in options)
        self.setAccessibleName(f"{words} {' '.join(notes)} {offered}.")
        head = row(sign(self._desk.look, icon, 18, "text2"), (label(words, "rowbold", wrap=True), 1), gap=10)
        keys = [self._key(key, said) for key, said in options]
        leave = label(f"Esc: {later}", "caption") if later else label("")
        self.show_parts(head, *(Elided(note, "caption") for note in notes), row(*keys, None, leave, gap=14))

    def press(self, key: str) -> None:
        given = key if key in {known for known, _ in self._options} else None
        if given is None and key.isdigit():
            return
        self.hide()
        letters = key if given is None and key.isprintable() else ""
        self._call(given)
        self.over.emit(letters)

    def _key(self, key: str, words: str) -> QWidget:
        made = button(self._desk.look, words, lambda: self.click(key), role="figure")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cap = label(SHOWN.get(key, key), "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setMinimumWidth(self._desk.look.px(26))
        return row(cap, made, gap=2)
