"""What this is, which version, and the licences of everything that comes with it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

import journeymap
from journeymap.resources import resource
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row


class TextPage(QDialog):
    """A title and a text to read."""

    def __init__(self, desk: Desk, title: str, lead: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        t, look = desk.t, desk.look
        self.setWindowTitle(title)
        field = QPlainTextEdit(text)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        close = button(look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        head = row(sign(look, "route", 26, "wall"), label(title, "page"), None, gap=10)
        made = column(
            head,
            label(lead, "row", wrap=True),
            (field, 1),
            row(None, close),
            gap=14,
            margins=(24, 22, 24, 20),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.resize(look.px(640), look.px(560))
        close.setFocus()


def about(desk: Desk, parent: QWidget | None) -> TextPage:
    """The program and its licences."""
    t = desk.t
    lead = t(
        "Version {version}. Customer journeys with the walls between departments and the frictions ranked. "
        "Nothing leaves this computer.",
        version=journeymap.__version__,
    )
    folder = resource("licences")
    texts = [f"{path.stem}\n\n{path.read_text('utf-8')}" for path in sorted(folder.glob("*.txt"))]
    return TextPage(desk, "journeymap", lead, "\n\n\n".join(texts), parent)


def show_repairs(desk: Desk, parent: QWidget | None) -> TextPage:
    """What in the file could not be read, one line each."""
    t = desk.t
    lines = [f"{repair.about}: {repair.sentence(t)}" for repair in desk.work.filing.repairs]
    lead = t("These things stay in the file as they are and are not drawn or counted.")
    return TextPage(desk, t("To look at"), lead, "\n".join(lines), parent)
