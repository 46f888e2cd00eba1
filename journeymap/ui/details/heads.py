"""The head of the details: what kind of thing is shown, where it is, and its name to be edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeymap.ui.desk import Desk
from journeymap.ui.details.written import LongWords
from journeymap.ui.drawn import sign
from journeymap.ui.label import Elided
from journeymap.ui.pieces import column, row


def head(
    desk: Desk,
    icon: str,
    where: tuple[str, ...],
    title: str,
    rename: Callable[[str], object] | None,
    *,
    role: str = "caption",
    token: str = "text2",
) -> QWidget:
    """Kind · lane · stage in small, the name in large; it is edited where it stands."""
    line = Elided(" · ".join(word for word in where if word), role)
    above = row(sign(desk.look, icon, 14, token), (line, 1), gap=6)
    return column(above, name_field(desk, title, rename), gap=2)


def name_field(desk: Desk, title: str, rename: Callable[[str], object] | None) -> QWidget:
    """The name; Enter or leaving keeps it, Esc brings the old one back, an empty one is not taken."""
    field = LongWords(title, least=1, most=4, one_line=True)
    field.setProperty("role", "heading")
    field.setAccessibleName(desk.t("Name"))
    field.setReadOnly(rename is None or field.is_part)

    def said(text: str) -> None:
        words = " ".join(text.split())
        if words and rename is not None:
            rename(words)
        else:
            field.show_text(title)

    field.said.connect(said)
    return field
